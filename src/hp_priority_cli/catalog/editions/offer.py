"""What changed in what HP sells: tiers, features, terms, device types, and the rules around."""

from collections.abc import Iterator, Mapping

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.editions.change import (
    Change,
    details,
    former_ids,
    is_reordered,
    paired,
)
from hp_priority_cli.catalog.editions.minimums import compare_minimums, counts_of
from hp_priority_cli.catalog.records import (
    DeviceType,
    Feature,
    OtherType,
    Statement,
    Tier,
    TiersFile,
)

_STATEMENTS: Mapping[str, str] = {
    "prerequisites": "condition",
    "duties": "duty",
    "exclusions": "exclusion",
    "assumptions": "assumption",
    "notices": "notice",
}
"""The lists of statements with the noun for one of each."""


def compare_offer(old: Catalog, new: Catalog) -> Iterator[Change]:
    """Every change in `tiers.yaml`."""
    yield from _tiers(old, new)
    yield from _features(old, new)
    yield from _terms(old.tiers_file, new.tiers_file)
    yield from _device_types(old.tiers_file, new.tiers_file)
    yield from _other_types(old.tiers_file, new.tiers_file)
    for key, kind in _STATEMENTS.items():
        yield from _statements(kind, getattr(old.tiers_file, key), getattr(new.tiers_file, key))


def _tiers(old: Catalog, new: Catalog) -> Iterator[Change]:
    both, former = paired(old.tiers, new.tiers, _id), former_ids(old, new)
    for tier in both.removed:
        if tier.id in former.values():
            continue
        yield Change("tier-removed", "tiers", tier.id, {"tier": tier.id}, True, "old")
    for tier in both.added:
        if tier.id in former:
            values = {"tier": tier.id, "former": former[tier.id], "id": tier.id}
            yield Change("tier-id-changed", "tiers", tier.id, values, breaking=True)
            yield from _tier(old.tier(former[tier.id]), tier)
            continue
        values = {"tier": tier.id, "ways": counts_of(tier.minimum.ways)}
        yield Change("tier-added", "tiers", tier.id, values)
    if is_reordered(both, old.tiers, _id):
        yield Change("tiers-reordered", "tiers", "", {"tiers": new.tier_ids})
    for before, after in both.common:
        yield from _tier(before, after)


def _tier(old: Tier, new: Tier) -> Iterator[Change]:
    if old.name != new.name:
        yield Change("tier-renamed", "tiers", new.id, {"tier": new.id})
    yield from compare_minimums(old, new)
    if old.order_unit != new.order_unit:
        values = {"tier": new.id, "old_unit": old.order_unit, "new_unit": new.order_unit}
        yield Change("order-unit-changed", "tiers", new.id, values, breaking=True)
    told = ("id", "name", "minimum", "order_unit")
    yield from details("tiers", "tier", new.id, old, new, told)


def _features(old: Catalog, new: Catalog) -> Iterator[Change]:
    both = paired(old.features, new.features, _id)
    for row in both.removed:
        yield Change("feature-removed", "features", row.id, {"feature": row.id}, True, "old")
    for row in both.added:
        holding = tuple(tier for tier, cell in row.tiers.items() if cell == "included")
        yield Change("feature-added", "features", row.id, {"feature": row.id, "tiers": holding})
    if is_reordered(both, old.features, _id) or _is_renumbered(both.common):
        yield Change("features-renumbered", "features", "")
    for before, after in both.common:
        yield from _feature(before, after, former_ids(old, new))


def _is_renumbered(common: tuple[tuple[Feature, Feature], ...]) -> bool:
    return any(old.row != new.row for old, new in common)


def _feature(old: Feature, new: Feature, former: Mapping[str, str]) -> Iterator[Change]:
    if old.name != new.name:
        yield Change("feature-renamed", "features", new.id, {"feature": new.id})
    for tier, after in new.tiers.items():
        before = old.tiers.get(former.get(tier, tier), after)
        if before != after:
            values = {"feature": new.id, "tier": tier, "old_cell": before, "new_cell": after}
            yield Change("cell-changed", "features", new.id, values, before == "included")
    if old.limited_in_latin_america != new.limited_in_latin_america:
        code = "limit-added" if new.limited_in_latin_america else "limit-lifted"
        breaking = new.limited_in_latin_america
        yield Change(code, "features", new.id, {"feature": new.id}, breaking)
    told = ("name", "row", "tiers", "limited_in_latin_america")
    yield from details("features", "feature", new.id, old, new, told)


def _terms(old: TiersFile, new: TiersFile) -> Iterator[Change]:
    both = paired(old.terms.years, new.terms.years)
    for years in both.removed:
        yield Change("term-removed", "terms", str(years), {"term_years": years}, True, "old")
    for years in both.added:
        yield Change("term-added", "terms", str(years), {"term_years": years})
    before, after = old.terms.activation_days, new.terms.activation_days
    if before != after:
        values = {"old_days": before, "new_days": after}
        code = "activation-later" if after > before else "activation-sooner"
        yield Change(code, "terms", "activation", values, after > before)
    told = ("years", "activation_days")
    yield from details("terms", "terms", "terms", old.terms, new.terms, told)


def _device_types(old: TiersFile, new: TiersFile) -> Iterator[Change]:
    both = paired(old.device_types, new.device_types, _id)
    for each in both.removed:
        values = {"device_type": each.id}
        yield Change("device-type-removed", "devices", each.id, values, True, "old")
    for each in both.added:
        yield Change("device-type-added", "devices", each.id, {"device_type": each.id})
    for before, after in both.common:
        if before.counted_as != after.counted_as:
            values = {"device_type": after.id, "old_counted_as": before.counted_as}
            values |= {"new_counted_as": after.counted_as}
            breaking = before.counted_as is not None
            yield Change("device-type-recounted", "devices", after.id, values, breaking)
        told = ("counted_as",)
        yield from details("devices", "device-type", after.id, before, after, told)


def _other_types(old: TiersFile, new: TiersFile) -> Iterator[Change]:
    """What is known to be no part of the services: naming more or less of it takes nothing away."""
    both = paired(old.other_types, new.other_types, _id)
    for each in both.removed:
        values = {"other_type": each.id}
        yield Change("other-type-removed", "devices", each.id, values, side="old")
    for each in both.added:
        yield Change("other-type-added", "devices", each.id, {"other_type": each.id})
    for before, after in both.common:
        yield from details("devices", "other-type", after.id, before, after)


def _statements(
    kind: str, old: tuple[Statement, ...], new: tuple[Statement, ...]
) -> Iterator[Change]:
    """Something more that is asked or kept out is breaking; notices decide nothing."""
    both = paired(old, new, _id)
    for each in both.removed:
        yield Change(f"{kind}-removed", "rules", each.id, {kind: each.id}, side="old")
    for each in both.added:
        yield Change(f"{kind}-added", "rules", each.id, {kind: each.id}, kind != "notice")
    for before, after in both.common:
        yield from details("rules", kind, after.id, before, after)


def _id(record: Tier | Feature | Statement | DeviceType | OtherType) -> str:
    return record.id
