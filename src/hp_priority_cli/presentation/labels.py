"""What a table heads its columns with, and what people say for it, to the word that explains it."""

from collections.abc import Iterator, Mapping

from hp_priority_cli.catalog.names import plain
from hp_priority_cli.presentation.phrases import LANGUAGES, Phrases

_SHOWN: Mapping[str, str] = {
    "alike": "label.in-all label.in-both label.in-neither label.in-none",
    "approval": "label.approved",
    "assumption": "kind.assumption",
    "basis": "heading.basis",
    "by-place": "heading.by-place",
    "clause": "column.clause kind.clause",
    "condition": "kind.condition",
    "confirmed": "heading.confirmed heading.lapsed",
    "counted": "column.counted label.amounts",
    "covered-devices": "column.covered",
    "decides": "label.undecisive",
    "discount": "column.discount",
    "disputed": "outcome.disputed",
    "duty": "kind.duty",
    "exclusion": "kind.exclusion",
    "exit-code": "kind.exit-code section.exit-codes",
    "feature": "column.feature kind.feature",
    "gains": "label.gains",
    "in-reach": "label.highest",
    "included": "support.included",
    "inventory": "label.fleet column.rows column.first-rows column.all-rows column.bucket",
    "it-desk": "condition.it-desk",
    "list-price": "column.list",
    "listed-country": "condition.listed-country",
    "losses": "label.losses",
    "margin": "column.margin",
    "met": "outcome.met",
    "minimum-base": "column.minimum condition.minimum-base",
    "net-price": "column.net",
    "next": "heading.next",
    "no-part-for-term": "choices.no-part label.no-part",
    "not-counted": "column.not-counted",
    "not-included": "support.not-included",
    "not-met": "outcome.not-met",
    "not-stated": "label.unclear support.not-stated",
    "notice": "heading.notices kind.notice",
    "on-the-way": "label.on-the-way",
    "open": "quantity.open",
    "other-type": "kind.other-type",
    "open-point": ("heading.ask-customer heading.ask-hp heading.settle-customer heading.settle-hp"),
    "order-quantity": "column.order",
    "part": "column.part kind.part",
    "per-device-year": "column.device-year step.per_device_year",
    "price-book": "label.prices",
    "raises": "what-if.raises",
    "reading": "kind.reading label.adopted label.other",
    "rests-on": "label.why",
    "revision": "label.replaces",
    "rule": "kind.rule",
    "settles": "what-if.settles",
    "stated": "label.stated",
    "status": "label.status",
    "term": "column.term label.term",
    "tier": "column.tier kind.tier label.every-tier",
    "to-settle": "column.to-settle column.settled-by",
    "total": "label.total step.extended_price",
    "unknown": "outcome.unknown",
    "unpriced": "label.not-priced price.none status.unpriced",
    "verdict": "column.verdict",
    "verified": (
        "verify.outcome-of-line.unchanged verify.outcome-of-line.changed"
        " verify.outcome-of-line.not-judged verify.label.changed verify.label.not-judged"
    ),
    "ways-in": "heading.ways-in label.missing",
    "whole-base": "condition.whole-base",
}
"""Each word or id, with the keys of the titles that show it."""
_PRIORITY_PARTS = "priority parts and repairs|pièces et réparations prioritaires"
"""What notes call the two features that they are about together."""
_CLASSES = "pc|pcs|printer|printers|imprimante|imprimantes"
"""The classes of devices that count, as requests and answers name them."""
_SPOKEN: Mapping[str, str] = {
    "approval": "approved by|authorization|approbation|validation",
    "around-the-clock-english-only": (
        "24x7|24/7|24 x 7|7x24|24h/24|7j/7|24 h/24|24x5|8x5|around the clock|round the clock"
        "|business hours|office hours|business day|heures ouvrées|heures ouvrables|jour ouvré"
        "|horaires|jour et nuit"
    ),
    "assumption": "given|supposés|reseller|revendeur|commercial customer|client professionnel",
    "authority": "discount authority|autorité|pouvoir de remise",
    "band": "seats|palier|tranche|postes",
    "basis": "edition|édition",
    "confirmed": "confirmed by|answer|answers|confirmé par|réponse",
    "consumer-pcs-not-counted": "consumer|consumer pcs|consumer pc|grand public|pc grand public",
    "covered-devices": f"covered|couvert|couverts|{_CLASSES}",
    "dedicated-remote-agent": "agent|support agent|remote agent|agent à distance",
    "dedicated-support-manager": "manager|support manager|responsable|responsable dédié",
    "dedicated-technical-expert": "expert|technical expert|expert technique",
    "device-type-not-eligible": (
        "tablet|tablets|server|servers|scanner|scanners|phone|phones|tablette|tablettes|serveur"
        "|serveurs|téléphone|téléphones"
    ),
    "discount": "rebate|rabais",
    "displays-not-counted": "display|displays|monitor|monitors|screens|écran|écrans|moniteurs",
    "eligibility-cover": (
        "cover|valid cover|warranty|care pack|support contract|garantie|sous garantie"
    ),
    "eligibility-devices": (
        "laptop|notebook|desktop|workstation|thin client|rpos|portable|poste de travail"
        f"|station de travail|client léger|{_CLASSES}"
    ),
    "fictional": "invented|fictional prices|fictive|inventé|prix fictifs",
    "floor": "floor price|plancher",
    "head-office": "headquarter|hq|siège social",
    "inventory": "export|csv export|asset list|device list|intune|sccm|parc informatique",
    "it-desk": "desk|it desk|help desk|helpdesk|service desk|support desk",
    "list-price": "prix public|prix catalogue|prix de liste",
    "management-plus": "m plus|m+",
    "minimum-base": "prorated|prorata|base|installed base|parc|parc installé",
    "not-stated": "unclear",
    "on-site-visits": "visit|visits|visite|visites",
    "open-point": "open_points|question|questions|open question|point|to confirm|à poser",
    "order-unit": "unit|unité",
    "part": "sku|part number|numéro de référence",
    "partner": "provider|service provider|prestataire|prestataire agréé",
    "price-book": "price|price list|prix|tarifs|currency|devise",
    "price-period": "période",
    "priority-parts": _PRIORITY_PARTS + "|priority part|pièces prioritaires|pièce prioritaire",
    "priority-repairs": _PRIORITY_PARTS + "|priority repair|réparation prioritaire",
    "prerequisites-6": "audit",
    "product-and-tool-training": "training|formation",
    "quote": "quotation|offer|offre",
    "on-the-way": "en chemin",
    "rests-on": "appui|repose sur|why|pourquoi",
    "rounding": "rounded",
    "revision": "replaces|revises|supersedes|remplace|remplacement",
    "seal": "sealed|scellé",
    "tax": "vat|excl. tax|without tax|tva|ht|ttc|hors taxes",
    "term": "years|duration|année|années|ans",
    "verified": "verify|vérifier|unchanged|inchangé",
    "ways-in": "way in|ways in|voie|voies",
    "whole-base": "part base|entire base|parc complet",
}
"""Each word or id, with what people type for it beside its names, in both languages."""


def meanings() -> Mapping[str, tuple[str, ...]]:
    """The words and ids that a plain title or saying stands for."""
    found: dict[str, tuple[str, ...]] = {}
    for id_, said in _every_saying():
        key = plain(said)
        found[key] = tuple(dict.fromkeys([*found.get(key, ()), id_]))
    return found


def _every_saying() -> Iterator[tuple[str, str]]:
    spoken = [Phrases(language) for language in LANGUAGES]
    for id_, keys in _SHOWN.items():
        yield from ((id_, phrases.say(key)) for key in keys.split() for phrases in spoken)
    for id_, sayings in _SPOKEN.items():
        yield from ((id_, said) for said in sayings.split("|"))
