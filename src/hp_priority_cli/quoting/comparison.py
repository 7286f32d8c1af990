"""Tiers against features: what a step brings, what it costs, and what the sheet leaves open."""

from collections.abc import Iterable, Mapping

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.records import Feature
from hp_priority_cli.customer.records import Request
from hp_priority_cli.eligibility.notices import collect_notices
from hp_priority_cli.eligibility.records import Notice
from hp_priority_cli.quoting.records import ComparedFeature, Comparison

_LIMITS = {"no": None, "certain": "unavailable", "possible": "unconfirmed"}


def compare_tiers(
    catalog: Catalog, tier_ids: tuple[str, ...], request: Request | None = None
) -> Comparison:
    """The features of the tiers named, in the order of the matrix; with a request, by place too."""
    places = request.places if request is not None else ()
    first, last = tier_ids[0], tier_ids[-1]
    pairs = [(row.id, row.tiers[first], row.tiers[last]) for row in catalog.features]
    return Comparison(
        tiers=tier_ids,
        features=tuple(_compared(catalog, row, tier_ids, places) for row in catalog.features),
        gains=tuple(id_ for id_, old, new in pairs if (old, new) == ("not-included", "included")),
        losses=tuple(id_ for id_, old, new in pairs if (old, new) == ("included", "not-included")),
        unclear=tuple(id_ for id_, old, new in pairs if "not-stated" in (old, new)),
        notices=_notices(catalog, tier_ids, request) if request is not None else (),
    )


def _compared(
    catalog: Catalog, row: Feature, tier_ids: tuple[str, ...], places: Iterable[str]
) -> ComparedFeature:
    cells = {tier_id: row.tiers[tier_id] for tier_id in tier_ids}
    included = [tier_id for tier_id, cell in cells.items() if cell == "included"]
    by_place: dict[str, Mapping[str, str]] = {}
    for code in places if row.limited_in_latin_america else ():
        limit = _limit(catalog, code)
        if limit is not None and included:
            by_place[code] = dict.fromkeys(included, limit)
    return ComparedFeature(row, cells, by_place)


def _limit(catalog: Catalog, code: str) -> str | None:
    """What a place does to a feature that Latin America lacks.

    Of a place off the list nothing is known: whether it is served at all HP has to confirm.
    """
    place = catalog.entry(code)
    return "unconfirmed" if place is None else _LIMITS[place.latin_america]


def _notices(catalog: Catalog, tier_ids: tuple[str, ...], request: Request) -> tuple[Notice, ...]:
    """The notices of all the tiers compared, each once, without those about counts and devices."""
    found: list[Notice] = []
    for tier_id in tier_ids:
        for each in collect_notices(catalog, catalog.tier(tier_id), request):
            if each not in found and each.code not in _NOT_ABOUT_THE_SERVICE:
                found.append(each)
    return tuple(found)


_NOT_ABOUT_THE_SERVICE = frozenset(
    [
        "count-taken-as-zero",
        "minimum-by-adding-classes",
        "without-cover-not-counted",
        "consumer-pcs-not-counted",
        "displays-not-counted",
        "device-type-not-eligible",
    ]
)
