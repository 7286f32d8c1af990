"""The tiers: their minimums, their order, and the terms on offer."""

from collections.abc import Iterable, Iterator, Sequence

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.checks.complaint import TIERS, Complaint, out_of_range
from hp_priority_cli.catalog.records import Tier, Way
from hp_priority_cli.errors import Path
from hp_priority_cli.readers.scalars import MAX_COUNT

ACTIVATION_DAYS = range(367)
"""Days after purchase that can be meant: no more than a year."""
_MOST_YEARS = 99


def minimums(catalog: Catalog) -> Iterator[Complaint]:
    """A way to a minimum that is not exactly one count, above 0 and no larger than a base is."""
    for n, tier in enumerate(catalog.tiers):
        path: Path = ("tiers", n, "minimum")
        yield from _ways(tier.minimum.ways, tier, path)
        for m, other in enumerate(tier.minimum.other_readings):
            yield from _ways(other.ways, tier, (*path, "other_readings", m))


def _ways(ways: Sequence[Way], tier: Tier, path: Path) -> Iterator[Complaint]:
    for w, way in enumerate(ways):
        counts = _counts(way)
        if len(counts) != 1 or min(counts.values()) < 1:
            yield Complaint(TIERS, (*path, "ways", w), "one-count-per-way", {"id": tier.id})
        for key, count in counts.items():
            if count > MAX_COUNT:
                yield out_of_range(TIERS, (*path, "ways", w, key), count, 1, MAX_COUNT)


def _counts(way: Way) -> dict[str, int]:
    """The counts that a way states; in order, one and only one."""
    named = {"devices": way.devices, "pcs": way.pcs, "printers": way.printers}
    return {key: count for key, count in named.items() if count is not None}


def order_of_minimums(catalog: Catalog) -> Iterator[Complaint]:
    """A way to a tier on which the minimum of the tier below is not reached."""
    for n, (below, tier) in enumerate(zip(catalog.tiers, catalog.tiers[1:], strict=False), 1):
        known = all(is_sound(way) for way in (*below.minimum.ways, *tier.minimum.ways))
        for w, way in enumerate(tier.minimum.ways if known else ()):
            if below.minimum.ways and not _reaches(way, below.minimum.ways):
                path = ("tiers", n, "minimum", "ways", w)
                values = {"id": tier.id, "below": below.id}
                yield Complaint(TIERS, path, "minimum-falls", values)


def is_sound(way: Way) -> bool:
    """Whether a way is one count that a base can have; of another nothing more can be said."""
    counts = _counts(way)
    return len(counts) == 1 and 1 <= min(counts.values()) <= MAX_COUNT


def _reaches(way: Way, others: Iterable[Way]) -> bool:
    """Whether every base that meets `way` meets one of the others."""
    return any(_holds(way, other) for other in others)


def _holds(way: Way, other: Way) -> bool:
    """Whether every base that meets `way` meets `other`: PCs and printers are devices too."""
    for key, count in _counts(other).items():
        enough = [n for k, n in _counts(way).items() if key in (k, "devices") and n >= count]
        if not enough:
            return False
    return True


def idle_ways(catalog: Catalog) -> Iterator[Complaint]:
    """A way that lets in nobody whom another way does not, and a reading that changes no way."""
    for n, tier in enumerate(catalog.tiers):
        path: Path = ("tiers", n, "minimum")
        yield from _idle(tier.minimum.ways, path)
        for m, other in enumerate(tier.minimum.other_readings):
            yield from _idle(other.ways, (*path, "other_readings", m))
            if other.ways and set(other.ways) == set(tier.minimum.ways):
                values = {"id": tier.id, "reading": other.reading}
                yield Complaint(
                    TIERS, (*path, "other_readings", m, "ways"), "reading-of-one-minimum", values
                )


def _idle(ways: Sequence[Way], path: Path) -> Iterator[Complaint]:
    for w, way in enumerate(ways):
        rest = [
            other
            for v, other in enumerate(ways)
            if v != w and _holds(way, other) and not (v > w and _holds(other, way))
        ]
        if rest and all(is_sound(each) for each in ways):
            yield Complaint(TIERS, (*path, "ways", w), "idle-way", {})


def reach_of_minimums(catalog: Catalog) -> Iterator[Complaint]:
    """A way that counts devices of a class that no device type is counted as."""
    counted = {each.counted_as for each in catalog.tiers_file.device_types}
    classes = {"pcs": {"pc"}, "printers": {"printer"}, "devices": {"pc", "printer"}}
    for n, tier in enumerate(catalog.tiers):
        for w, way in enumerate(tier.minimum.ways):
            for key in _counts(way):
                if not classes[key] & counted:
                    path = ("tiers", n, "minimum", "ways", w, key)
                    values = {"id": tier.id, "key": key}
                    yield Complaint(TIERS, path, "minimum-out-of-reach", values)


def order_units(catalog: Catalog) -> Iterator[Complaint]:
    """An order unit that is open, and a reading that would settle it."""
    for n, tier in enumerate(catalog.tiers):
        if tier.order_unit == "open" and tier.order_unit_reading is not None:
            path = ("tiers", n, "order_unit_reading")
            yield Complaint(TIERS, path, "open-unit-with-reading", {"id": tier.id})


def terms(catalog: Catalog) -> Iterator[Complaint]:
    """Terms that do not rise, and years or days that cannot be meant."""
    stated = catalog.tiers_file.terms
    for n, years in enumerate(stated.years):
        if not 1 <= years <= _MOST_YEARS:
            yield out_of_range(TIERS, ("terms", "years", n), years, 1, _MOST_YEARS)
        if n and years <= stated.years[n - 1]:
            yield Complaint(TIERS, ("terms", "years", n), "terms-not-rising", {"years": years})
    days = stated.activation_days
    if days not in ACTIVATION_DAYS:
        most = ACTIVATION_DAYS[-1]
        yield out_of_range(TIERS, ("terms", "activation_days"), days, 0, most)
