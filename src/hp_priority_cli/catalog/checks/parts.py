"""Each part has a number of its own and is for one use that exists; every tier can be ordered."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.checks.complaint import (
    SKUS,
    TIERS,
    Complaint,
    out_of_range,
    repeated,
    unknown,
)
from hp_priority_cli.catalog.records import DeviceClass, Part
from hp_priority_cli.readers.scalars import MAX_COUNT

_SKU = re.compile(r"[A-Z0-9]{6}")
_CLASSES: tuple[DeviceClass, ...] = ("pc", "printer")


def numbers(catalog: Catalog) -> Iterator[Complaint]:
    """A part number that stands twice, or that is not six capital letters and digits."""
    skus = [(part.sku, ("parts", n, "sku")) for n, part in enumerate(catalog.parts)]
    yield from repeated(skus, SKUS, "duplicate-sku")
    for sku, path in skus:
        if not _SKU.fullmatch(sku):
            yield Complaint(SKUS, path, "malformed-sku", {"value": sku})


def uses(catalog: Catalog) -> Iterator[Complaint]:
    """A part for a tier or term that there is not, or for a use that another part has."""
    terms = tuple(str(years) for years in catalog.terms)
    used: dict[tuple[str, str, int], str] = {}
    for n, part in enumerate(catalog.parts):
        if catalog.tiers and part.tier not in catalog.tier_ids:
            path = ("parts", n, "tier")
            yield unknown(SKUS, path, "unknown-tier", part.tier, catalog.tier_ids)
        if terms and part.term_years not in catalog.terms:
            path = ("parts", n, "term_years")
            yield unknown(SKUS, path, "unknown-term", str(part.term_years), terms)
        use = (part.tier, part.device_class, part.term_years)
        if use in used:
            values = {"sku": part.sku, "other_sku": used[use]}
            yield Complaint(SKUS, ("parts", n), "two-parts-for-one-use", values)
        used.setdefault(use, part.sku)


def overlaps(catalog: Catalog) -> Iterator[Complaint]:
    """A part for one class in a tier and term that has a part for any device."""
    for n, part in enumerate(catalog.parts):
        if part.device_class != "any":
            whole = catalog.part_for(part.tier, "any", part.term_years)
            if whole is not None:
                values = {"sku": part.sku, "other_sku": whole.sku}
                path = ("parts", n, "device_class")
                yield Complaint(SKUS, path, "overlapping-parts", values)


def gaps(catalog: Catalog) -> Iterator[Complaint]:
    """A tier, a class in a tier, or a term that no part is for."""
    classes: dict[str, set[str]] = defaultdict(set)
    for part in catalog.parts:
        classes[part.tier].add(part.device_class)
    for n, tier in enumerate(catalog.tiers):
        served = classes[tier.id]
        if not served:
            yield Complaint(TIERS, ("tiers", n, "id"), "tier-without-part", {"id": tier.id})
        elif "any" not in served:
            for missing in sorted({*_CLASSES} - served):
                values = {"id": tier.id, "device_class": missing}
                yield Complaint(TIERS, ("tiers", n, "id"), "class-without-part", values)
    offered = {part.term_years for part in catalog.parts}
    for n, years in enumerate(catalog.terms):
        if years not in offered:
            path = ("terms", "years", n)
            yield Complaint(TIERS, path, "term-without-part", {"years": years})


def bands(catalog: Catalog) -> Iterator[Complaint]:
    """A band that is no count, unlike that of the other terms, or no minimum of the tier."""
    rows: dict[tuple[str, str], list[tuple[int, Part]]] = defaultdict(list)
    for n, part in enumerate(catalog.parts):
        if part.band is not None and not 1 <= part.band <= MAX_COUNT:
            yield out_of_range(SKUS, ("parts", n, "band"), part.band, 1, MAX_COUNT)
        else:
            rows[part.tier, part.device_class].append((n, part))
    for (tier_id, _), row in rows.items():
        usual = _usual([part.band for _, part in row])
        for n, part in row:
            if part.band != usual:
                values = {"sku": part.sku, "value": part.band, "usual": usual}
                path = ("parts", n) if part.band is None else ("parts", n, "band")
                yield Complaint(SKUS, path, "odd-band", values)
        if usual is not None and tier_id in catalog.tier_ids:
            n, part = next(item for item in row if item[1].band == usual)
            if usual not in _figures(catalog, tier_id):
                values = {"sku": part.sku, "value": usual, "id": tier_id}
                yield Complaint(SKUS, ("parts", n, "band"), "band-is-no-minimum", values)


def _usual(found: list[int | None]) -> int | None:
    """What most of them are; of several, the first."""
    return Counter(found).most_common(1)[0][0]


def _figures(catalog: Catalog, tier_id: str) -> set[int | None]:
    """Every figure that the minimum of a tier names, under any reading."""
    minimum = catalog.tier(tier_id).minimum
    ways = [*minimum.ways, *(way for other in minimum.other_readings for way in other.ways)]
    return {count for way in ways for count in (way.devices, way.pcs, way.printers)}
