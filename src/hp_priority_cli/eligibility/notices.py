"""What a customer should know beside the verdict. Notices decide nothing."""

from collections import Counter
from collections.abc import Iterator

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.records import Minimum, Tier
from hp_priority_cli.customer.records import YES, Request
from hp_priority_cli.eligibility.base import Counted, count_base, margin, way_counts
from hp_priority_cli.eligibility.conditions import settled_minimum, sort_places
from hp_priority_cli.eligibility.records import Notice

_LATIN_AMERICA = {
    "certain": "priority-parts-unavailable",
    "possible": "priority-parts-unconfirmed",
}


def collect_notices(catalog: Catalog, tier: Tier, request: Request) -> tuple[Notice, ...]:
    """Every notice for a tier and a request, in a fixed order."""
    return (
        *_about_counts(catalog, settled_minimum(catalog, tier, request), count_base(request)),
        *_about_devices(catalog, request),
        *_about_places(catalog, request),
        *_about_languages(catalog, request),
        *_about_priority_parts(catalog, tier, request),
        *_about_service(catalog, tier, request),
    )


def notice(catalog: Catalog, code: str, **values: object) -> Notice:
    """A notice with the clauses that the data give for it."""
    return Notice(code, values, catalog.notice(code).clauses)


def _about_counts(catalog: Catalog, minimum: Minimum, base: Counted) -> Iterator[Notice]:
    for key in base.unstated:
        yield notice(catalog, "count-taken-as-zero", **base.unstated_values(key))
    for way in minimum.ways:
        key, figure = way_counts(way)
        is_met = margin(way, base) >= 0
        if key == "devices" and is_met and max(base.pcs, base.printers) < figure:
            values = {"pcs": base.pcs, "printers": base.printers, "minimum": figure}
            yield Notice("minimum-by-adding-classes", values, minimum.clauses)


def _about_devices(catalog: Catalog, request: Request) -> Iterator[Notice]:
    shares = request.bases
    pcs = sum(each.pcs_without_cover for each in shares)
    printers = sum(each.printers_without_cover for each in shares)
    consumer_pcs = sum(each.consumer_pcs for each in shares)
    displays = sum(each.displays for each in shares)
    if pcs or printers:
        yield notice(catalog, "without-cover-not-counted", pcs=pcs, printers=printers)
    if consumer_pcs:
        yield notice(catalog, "consumer-pcs-not-counted", consumer_pcs=consumer_pcs)
    if displays:
        yield notice(catalog, "displays-not-counted", displays=displays)
    others: Counter[str] = Counter()
    for each in shares:
        others.update(each.other)
    for kind, count in sorted(others.items()):
        if count:
            yield notice(catalog, "device-type-not-eligible", device_type=kind, count=count)


def _about_places(catalog: Catalog, request: Request) -> Iterator[Notice]:
    confirmed = {code for code, said in request.place_answers.items() if said == YES}
    places = sort_places(catalog, tuple(code for code in request.places if code not in confirmed))
    for code in places.not_listed:
        yield notice(catalog, "country-not-listed", country=code)
    for code in places.by_succession:
        entry = catalog.predecessor(code)
        assert entry is not None
        yield notice(catalog, "country-by-succession", country=code, listed_as=entry.code)
    for code in request.places:
        if code in confirmed:
            continue
        printed, mistaken = catalog.place(code), catalog.mistaken_for(code)
        for other in printed.confused_with if printed is not None else ():
            yield notice(catalog, "country-name-ambiguous", country=code, other=other)
        if mistaken is not None:
            yield notice(catalog, "country-name-ambiguous", country=code, other=mistaken.code)


def _about_languages(catalog: Catalog, request: Request) -> Iterator[Notice]:
    wanted = request.languages or ()
    for tag in wanted:
        if catalog.language(tag) is None:
            yield notice(catalog, "language-not-listed", language=tag)
        if catalog.is_ambiguous(tag):
            yield notice(catalog, "language-ambiguous", language=tag)
    if not request.around_the_clock:
        return
    live = catalog.coverage.around_the_clock.languages
    served = {tag for tag in wanted if (found := catalog.language(tag)) and found.tag in live}
    for tag in wanted:
        if tag not in served:
            yield notice(catalog, "around-the-clock-english-only", language=tag)
    if not wanted:
        yield notice(catalog, "around-the-clock-english-only", language=None)


def _about_priority_parts(catalog: Catalog, tier: Tier, request: Request) -> Iterator[Notice]:
    if not any(row.limited_in_latin_america for row in catalog.features_of(tier.id)):
        return
    for code in request.places:
        place = catalog.entry(code)
        if place is not None and place.latin_america in _LATIN_AMERICA:
            yield notice(catalog, _LATIN_AMERICA[place.latin_america], country=code)
    yield notice(catalog, "varies-by-market")


def _about_service(catalog: Catalog, tier: Tier, request: Request) -> Iterator[Notice]:
    included = {row.id for row in catalog.features_of(tier.id)}
    for row in catalog.features:
        if row.tiers.get(tier.id) == "not-included" and row.replaced_by in included:
            yield notice(
                catalog, "agent-replaced-by-manager", feature=row.id, replaced_by=row.replaced_by
            )
    office = request.headquarters
    answered = request.answer_to(f"headquarters-not-listed:{office}") is not None
    if answered or office is None or not headquarters_matter(catalog, tier):
        return
    if catalog.entry(office) is None:
        yield notice(catalog, "headquarters-not-listed", country=office)


def headquarters_matter(catalog: Catalog, tier: Tier) -> bool:
    """Whether the tier has a service that sits in the region of the customer's head office."""
    return any(row.needs_headquarters for row in catalog.features_of(tier.id))
