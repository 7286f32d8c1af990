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
_ALL = "devices"
"""The count of PCs and printers together."""


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
        if not all(is_sound(way) for way in (*below.minimum.ways, *tier.minimum.ways)):
            continue
        least = _least(below.minimum.ways)
        for w, way in enumerate(tier.minimum.ways):
            ((key, count),) = _counts(way).items()
            enough = [least[each][0] <= count for each in (key, _ALL) if each in least]
            if least and not any(enough):
                path = ("tiers", n, "minimum", "ways", w)
                values = {"id": tier.id, "below": below.id}
                yield Complaint(TIERS, path, "minimum-falls", values)


def is_sound(way: Way) -> bool:
    """Whether a way is one count that a base can have; of another nothing more can be said."""
    counts = _counts(way)
    return len(counts) == 1 and 1 <= min(counts.values()) <= MAX_COUNT


def _least(ways: Iterable[Way]) -> dict[str, tuple[int, int]]:
    """The least count of each kind among sound ways, with the first place that it stands at."""
    least: dict[str, tuple[int, int]] = {}
    for w, way in enumerate(ways):
        for key, count in _counts(way).items():
            least[key] = min(least.get(key, (count, w)), (count, w))
    return least


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
    """PCs and printers are devices too, so a way in devices can make one in either idle."""
    if not all(is_sound(way) for way in ways):
        return
    least = _least(ways)
    for w, way in enumerate(ways):
        ((key, count),) = _counts(way).items()
        is_held = key != _ALL and _ALL in least and least[_ALL][0] <= count
        if is_held or (count, w) > least[key]:
            yield Complaint(TIERS, (*path, "ways", w), "idle-way")


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
