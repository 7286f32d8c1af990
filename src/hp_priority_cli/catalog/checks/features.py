"""The rows of the feature matrix: whole, in order, and nothing lost without a word."""

from collections.abc import Iterator

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.checks.complaint import TIERS, Complaint, unknown
from hp_priority_cli.catalog.records import Feature
from hp_priority_cli.errors import Path

_MOST_NAMED = 8
"""A circle that is longer is not shown whole."""


def cells(catalog: Catalog) -> Iterator[Complaint]:
    """A feature with a cell too many or too few, and one that no tier includes."""
    for n, feature in enumerate(catalog.features):
        path: Path = ("features", n, "tiers")
        for tier_id in feature.tiers:
            if tier_id not in catalog.tier_ids:
                place = (*path, tier_id)
                yield unknown(TIERS, place, "unknown-tier", tier_id, catalog.tier_ids, of_key=True)
        for tier_id in catalog.tier_ids:
            if tier_id not in feature.tiers:
                values = {"id": tier_id, "feature_id": feature.id}
                yield Complaint(TIERS, path, "missing-cell", values)
        if "included" not in feature.tiers.values():
            yield Complaint(TIERS, path, "feature-in-no-tier", {"id": feature.id})


def rows(catalog: Catalog) -> Iterator[Complaint]:
    """Rows that are not counted 1, 2, 3, … as they stand."""
    for n, feature in enumerate(catalog.features):
        if feature.row != n + 1:
            values = {"value": feature.row, "expected": n + 1}
            yield Complaint(TIERS, ("features", n, "row"), "row-out-of-order", values)


def replacements(catalog: Catalog) -> Iterator[Complaint]:
    """A feature lost without a word, or replaced by what is not there when it is lost."""
    by_id = {feature.id: feature for feature in catalog.features}
    ids = tuple(by_id)
    for n, feature in enumerate(catalog.features):
        path: Path = ("features", n, "replaced_by")
        losing = _losing(catalog, feature)
        is_whole = feature.tiers.keys() == set(catalog.tier_ids)
        if feature.replaced_by is None:
            for tier_id in losing[:1]:
                values = {"id": feature.id, "tier_id": tier_id}
                yield Complaint(TIERS, ("features", n, "tiers", tier_id), "feature-lost", values)
        elif feature.replaced_by not in by_id:
            yield unknown(TIERS, path, "unknown-feature", feature.replaced_by, ids)
        elif not losing and is_whole:
            yield Complaint(TIERS, path, "idle-replacement", {"id": feature.id})
        else:
            stand_in = by_id[feature.replaced_by]
            for tier_id in (each for each in losing if stand_in.tiers.get(each) != "included"):
                values = {"id": feature.id, "stand_in": stand_in.id, "tier_id": tier_id}
                yield Complaint(TIERS, path, "replacement-not-included", values)


def _losing(catalog: Catalog, feature: Feature) -> list[str]:
    """The tiers above one that includes the feature which do not include it themselves."""
    cells = [(tier_id, feature.tiers.get(tier_id)) for tier_id in catalog.tier_ids]
    included = [n for n, (_, support) in enumerate(cells) if support == "included"]
    first = min(included, default=len(cells))
    return [tier_id for tier_id, support in cells[first:] if support == "not-included"]


def doubts(catalog: Catalog) -> Iterator[Complaint]:
    """A feature of a tier that the tier above is not stated to include, with no reading on it."""
    for n, feature in enumerate(catalog.features):
        for below, tier_id in zip(catalog.tier_ids, catalog.tier_ids[1:], strict=False):
            cells = feature.tiers.get(below), feature.tiers.get(tier_id)
            if cells == ("included", "not-stated") and not feature.readings:
                path = ("features", n, "tiers", tier_id)
                values = {"id": feature.id, "tier_id": tier_id, "below": below}
                yield Complaint(TIERS, path, "feature-unclear", values)


def circles(catalog: Catalog) -> Iterator[Complaint]:
    """Features that replace one another in a circle."""
    place = {feature.id: n for n, feature in enumerate(catalog.features)}
    following = {each.id: each.replaced_by for each in catalog.features if each.replaced_by}
    for chain in _circles(following):
        path = ("features", place[chain[0]], "replaced_by")
        shown = [*chain[:_MOST_NAMED], "…"] if len(chain) > _MOST_NAMED else chain
        values = {"chain": " → ".join([*shown, chain[0]])}
        yield Complaint(TIERS, path, "circular-replacement", values)


def _circles(following: dict[str, str]) -> Iterator[list[str]]:
    """Every circle, once, in which each word leads to the next; every word is gone to once."""
    done: set[str] = set()
    for start in following:
        trail: dict[str, int] = {}
        step: str | None = start
        while step is not None and step not in done and step not in trail:
            trail[step] = len(trail)
            step = following.get(step)
        if step in trail:
            yield list(trail)[trail[step] :]
        done |= trail.keys()


def steps_up(catalog: Catalog) -> Iterator[Complaint]:
    """A tier that includes nothing which the tier below does not."""
    for n, (below, tier) in enumerate(zip(catalog.tiers, catalog.tiers[1:], strict=False), 1):
        gains = [
            row
            for row in catalog.features
            if row.tiers.get(tier.id) == "included" and row.tiers.get(below.id) != "included"
        ]
        is_whole = all(tier.id in row.tiers and below.id in row.tiers for row in catalog.features)
        if catalog.features and is_whole and not gains:
            values = {"id": tier.id, "below": below.id}
            yield Complaint(TIERS, ("tiers", n, "id"), "tier-adds-nothing", values)


def limits(catalog: Catalog) -> Iterator[Complaint]:
    """Places marked for Latin America, and no feature that is limited there."""
    marked = any(place.latin_america != "no" for place in catalog.places)
    if marked and not any(row.limited_in_latin_america for row in catalog.features):
        yield Complaint(TIERS, ("features",), "limit-without-feature", {}, of_key=True)
