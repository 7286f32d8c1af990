"""Whether one minimum asks for more than another, judged by the bases that they let in."""

from collections.abc import Iterator, Mapping
from typing import Literal

from hp_priority_cli.catalog.editions.change import Change, paired
from hp_priority_cli.catalog.records import Minimum, OtherMinimum, Tier, Way

Step = Literal["raised", "lowered", "changed", "same"]
_COUNTS = ("devices", "pcs", "printers")


def step_of(old: tuple[Way, ...], new: tuple[Way, ...]) -> Step:
    """How the bases let in by `new` stand to those let in by `old`.

    `raised`: fewer; `lowered`: more; `changed`: some no more, others now; `same`: as before.
    """
    keeps, adds = _lets_in_all(new, old), not _lets_in_all(old, new)
    if keeps:
        return "lowered" if adds else "same"
    return "changed" if adds else "raised"


def _lets_in_all(ways: tuple[Way, ...], of: tuple[Way, ...]) -> bool:
    """Whether every base that meets one of the ways `of` meets one of `ways`.

    More devices never hurt, so only the least bases of each way need be looked at: `n` of one
    class, or every split of `n` devices.
    """
    return all(_lets_in(ways, least) for least in of)


def _lets_in(ways: tuple[Way, ...], least: Way) -> bool:
    if least.devices is None:
        pcs, printers = least.pcs or 0, least.printers or 0
        return any(_meets(way, pcs, printers) for way in ways)
    total = least.devices
    if any(way.devices is not None and way.devices <= total for way in ways):
        return True
    pcs = min((way.pcs for way in ways if way.pcs is not None), default=total + 1)
    printers = min((way.printers for way in ways if way.printers is not None), default=total + 1)
    # A split with too few PCs for the one way must have enough printers for the other.
    return pcs == 0 or total - (pcs - 1) >= printers


def _meets(way: Way, pcs: int, printers: int) -> bool:
    if way.devices is not None:
        return pcs + printers >= way.devices
    if way.pcs is not None:
        return pcs >= way.pcs
    return way.printers is not None and printers >= way.printers


def counts_of(ways: tuple[Way, ...]) -> tuple[Mapping[str, int], ...]:
    """Each way as the one count that it states: `({"pcs": 5000}, {"printers": 1000})`."""
    return tuple(
        {key: count for key in _COUNTS if (count := getattr(way, key)) is not None} for way in ways
    )


def compare_minimums(old: Tier, new: Tier) -> Iterator[Change]:
    """What changed in the minimum of a tier, and in what is disputed about it."""
    before, after = old.minimum, new.minimum
    step = step_of(before.ways, after.ways)
    if before.ways != after.ways:
        values = {"tier": new.id, "old_ways": counts_of(before.ways)}
        values |= {"new_ways": counts_of(after.ways)}
        code = "minimum-reworded" if step == "same" else f"minimum-{step}"
        yield Change(code, "tiers", new.id, values, step in ("raised", "changed"))
    yield from _disputes(new.id, before, after)
    if before.clauses != after.clauses:
        values = {"tier": new.id, "old_clauses": before.clauses, "new_clauses": after.clauses}
        yield Change("minimum-cited-otherwise", "tiers", new.id, values)


def _disputes(tier: str, old: Minimum, new: Minimum) -> Iterator[Change]:
    """A minimum that is newly in doubt no longer makes anybody plainly eligible."""
    both = paired(old.other_readings, new.other_readings, lambda each: each.reading)
    for each in both.removed:
        values = {"tier": tier, "reading": each.reading}
        yield Change("minimum-settled", "tiers", tier, values, side="old")
    for each in both.added:
        values = {"tier": tier, "reading": each.reading}
        yield Change("minimum-disputed", "tiers", tier, values, breaking=True)
    for before, after in both.common:
        if before.ways != after.ways:
            values = {"tier": tier, "reading": after.reading}
            values |= {"old_ways": counts_of(before.ways), "new_ways": counts_of(after.ways)}
            yield Change("dispute-changed", "tiers", tier, values, _is_harder(before, after))


def _is_harder(old: OtherMinimum, new: OtherMinimum) -> bool:
    """Whether a base that met the other reading no longer does; where HP decides, none meets it."""
    return bool(old.ways) and not _lets_in_all(new.ways, old.ways)
