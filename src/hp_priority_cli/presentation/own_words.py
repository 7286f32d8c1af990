"""The tool's own words that `explain` knows beside those of the data: verdicts, answers, codes."""

from collections.abc import Mapping

from hp_priority_cli import errors
from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.explain import Entry
from hp_priority_cli.catalog.records import Bilingual
from hp_priority_cli.customer.fleet.records import NOT_COUNTED, OPEN
from hp_priority_cli.presentation.phrases import Phrases

EXIT_CODES = tuple(
    sorted(value for name, value in vars(errors).items() if name.startswith("EXIT_"))
)
WORDS = (
    "eligible",
    "conditional",
    "not-eligible",
    "met",
    "not-met",
    "unknown",
    "disputed",
    "own",
    "partner",
    "none",
    "whole-warranted-base",
    "head-office",
    "accepted",
    "refused",
    "measured",
    "required",
    "margin",
    "headroom",
    "ways-in",
    "settled-by",
    "flips-under",
    "decides",
    "waits-for",
    "share-of-base",
    "settles",
    "raises",
    "highest-eligible",
    "highest-possible",
    "activation-by",
    "draft",
    "firm",
    "unpriced",
    "order-unit",
    "device",
    "contract",
    "open",
    "covered-devices",
    "band",
    "list-price",
    "net-price",
    "extended-price",
    "priced",
    "no-price-book",
    "not-in-book",
    "book-expired",
    "book-not-yet-valid",
    "country-not-in-book",
    "customer-not-in-book",
    "included",
    "not-included",
    "not-stated",
    "unavailable",
    "unconfirmed",
    "usage",
    "term-not-offered",
    "no-part-for-term",
    "no-such-part",
    "prices-missing",
    "discount-needs-approval",
    "discount-refused",
    "invalid-input",
    "invalid-data",
    "book-ambiguous",
    "output-failed",
    "defect",
    "tier",
    "verdict",
    "in-reach",
    "stated",
    "counted",
    "clause",
    "reading",
    "condition",
    "notice",
    "open-point",
    "confirmed",
    "basis",
    "rests-on",
    "next",
    "part",
    "feature",
    "term",
    "quote",
    "status",
    "gains",
    "losses",
    "on-the-way",
    "alike",
    "by-place",
    "price-book",
    "price-period",
    "fictional",
    "authority",
    "approval",
    "floor",
    "discount",
    "tax",
    "rounding",
    "total",
    "per-device-year",
    "order-quantity",
    "seal",
    "revision",
    "inventory",
    "not-counted",
    "to-settle",
    *NOT_COUNTED,
    *OPEN,
    "verified",
    "duty",
    "exclusion",
    "assumption",
    "rule",
    "exit-code",
)
"""What stands in answers and their JSON, heads their tables, or is a value of an option."""
_CLAUSES: Mapping[str, tuple[str, ...]] = {
    "own": ("prerequisites-2",),
    "partner": ("prerequisites-2",),
    "none": ("prerequisites-2",),
    "whole-warranted-base": ("prerequisites-1",),
    "head-office": ("table-3-manager",),
    "share-of-base": ("coverage", "prerequisites-1"),
    "activation-by": ("activation",),
    "order-unit": ("parts",),
    "covered-devices": ("eligibility-cover",),
    "band": ("parts",),
    "tier": ("introduction",),
    "counted": ("eligibility-devices", "eligibility-cover"),
    "part": ("parts",),
    "feature": ("matrix",),
    "term": ("coverage", "activation"),
    "by-place": ("exclusions-latin-america", "note-4"),
    "not-counted": ("eligibility-devices", "eligibility-cover"),
    "pc-without-cover": ("eligibility-cover",),
    "printer-without-cover": ("eligibility-cover",),
    "consumer-pc": ("introduction", "prerequisites-5"),
    "consumer-printer": ("introduction", "eligibility-devices"),
    "display": ("eligibility-devices",),
    "other-type": ("eligibility-devices",),
    "other-maker": ("eligibility-devices",),
    "price-book": ("ordering",),
    "assumption": ("introduction",),
}
"""Where the sheet has what a word is about; a catalog that lacks the clause does without."""
_READINGS: Mapping[str, str] = {"order-unit": "order-unit-is-device"}
"""The reading that a word stands on, where the catalog has it."""


def own_words(catalog: Catalog) -> tuple[Entry, ...]:
    """Each exit code and each of `WORDS` as it is explained, with the clauses of the catalog."""
    spoken = Phrases("en"), Phrases("fr")

    def both(key: str) -> Bilingual:
        english, french = (phrases.say(key) for phrases in spoken)
        return Bilingual(english, french)

    codes = [
        Entry("exit-code", str(code), says=both(f"explain.exit-code.{code}"), aliases=_calls(code))
        for code in EXIT_CODES
    ]
    words = [
        Entry(
            "word",
            word,
            both(f"word.{word}"),
            both(f"explain.word.{word}"),
            tuple(each for each in _CLAUSES.get(word, ()) if each in catalog.clauses),
            tuple(r.id for r in catalog.source.readings if r.id == _READINGS.get(word)),
        )
        for word in WORDS
    ]
    return (*codes, *words)


def _calls(code: int) -> tuple[str, ...]:
    """What people call an exit code in either language."""
    return tuple(f"{name} {code}" for name in ("exit", "exit code", "code", "code de sortie"))
