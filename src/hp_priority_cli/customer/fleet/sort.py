"""Every row of a fleet into exactly one bucket, by what all rows of its serial say together.

What rules a device out goes before what is missing, so that nobody is asked about a device that
could not count anyway. What is missing is asked in one order: type, maker, line, cover, place.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from hp_priority_cli.catalog.devices import Standing
from hp_priority_cli.customer.fleet.records import (
    COUNTED,
    OPEN,
    Bucket,
    Device,
    DeviceClass,
    Facts,
    NotCounted,
    Open,
    Place,
    Unclear,
)
from hp_priority_cli.customer.fleet.words import ANOTHER, CONSUMER, NO

_MISSING: Mapping[str, Open] = {
    "type": "type-unknown",
    "maker": "maker-unknown",
    "line": "line-unknown",
    "cover": "cover-unknown",
    "country": "country-unknown",
}
"""The bucket of a device of which a fact is missing, in the order in which it is asked."""
_CONSUMER: Mapping[DeviceClass, NotCounted] = {"pc": "consumer-pc", "printer": "consumer-printer"}
_WITHOUT: Mapping[DeviceClass, NotCounted] = {
    "pc": "pc-without-cover",
    "printer": "printer-without-cover",
}


class Stated(NamedTuple):
    """What one row says: where it stands, its serial if it has one, its facts."""

    place: Place
    serial: str | None
    facts: Facts


class Rules(NamedTuple):
    """What rows are sorted by: how each type counts, what holds where nothing is said, and whether
    the place of a device matters.
    """

    standings: Mapping[str, Standing]
    every: Facts
    has_places: bool


def sort_rows(rows: Sequence[Stated], rules: Rules) -> tuple[Device, ...]:
    """A device for each row, in the same order.

    The first row of a serial stands for the device, with what any of its rows says; the others
    are duplicates. Where they disagree, and one of them could count, none does.
    """
    of_serial: dict[str, list[int]] = {}
    for n, row in enumerate(rows):
        if row.serial is not None:
            of_serial.setdefault(row.serial, []).append(n)
    found: dict[int, Device] = {}
    for numbers in of_serial.values():
        if len(numbers) > 1:
            together = [rows[n] for n in numbers]
            found |= zip(numbers, _sort_together(together, rules), strict=True)
    return tuple(
        found[n] if n in found else _device(row, row.facts, rules) for n, row in enumerate(rows)
    )


def _sort_together(rows: Sequence[Stated], rules: Rules) -> list[Device]:
    """The devices of rows with one serial."""
    differing = disputed([row.facts for row in rows])
    alone = [_device(row, row.facts, rules) for row in rows]
    if not differing:
        return [
            _device(rows[0], joined(row.facts for row in rows), rules),
            *(each._replace(bucket="duplicate", about=None) for each in alone[1:]),
        ]
    if not any(each.bucket in (*COUNTED, *OPEN) for each in alone):
        return alone
    about = ", ".join(differing)
    return [each._replace(bucket="serial-in-dispute", about=about) for each in alone]


def joined(facts: Iterable[Facts]) -> Facts:
    """What rows that do not disagree say together."""
    columns = zip(*facts, strict=True)
    return Facts(*(next((each for each in said if each is not None), None) for said in columns))


def disputed(facts: Sequence[Facts]) -> list[str]:
    """The names of the facts in which rows disagree; one that says nothing agrees with all."""
    columns = zip(Facts._fields, zip(*facts, strict=True), strict=True)
    return [name for name, said in columns if len({*said} - {None}) > 1]


def _device(row: Stated, said: Facts, rules: Rules) -> Device:
    facts = filled(said, rules.every)
    type_ = None if isinstance(facts.type, Unclear) else facts.type
    country = None if isinstance(facts.country, Unclear) else facts.country
    device_class = _class(rules.standings, type_)
    bucket = _ruled_out(facts, rules.standings, device_class)
    about = None
    if bucket is None:
        bucket, about = _open(facts, rules.has_places)
    if bucket is None:
        assert device_class is not None  # any other standing rules a device out
        bucket = device_class
    return Device(row.place, row.serial, type_, device_class, country, bucket, about)


def filled(said: Facts, every: Facts) -> Facts:
    """The facts with what holds for every device put where nothing was said."""
    pairs = zip(said, every, strict=True)
    return Facts(*(other if own is None else own for own, other in pairs))


def _class(standings: Mapping[str, Standing], type_: str | None) -> DeviceClass | None:
    standing = None if type_ is None else standings[type_]
    return standing if standing in ("pc", "printer") else None


def _ruled_out(
    facts: Facts, standings: Mapping[str, Standing], device_class: DeviceClass | None
) -> Bucket | None:
    """The bucket of a device that cannot count, whatever else is still open."""
    if facts.maker == ANOTHER:
        return "other-maker"
    if isinstance(facts.type, str) and device_class is None:
        return "display" if standings[facts.type] == "covered" else "other-type"
    if device_class is not None and facts.line == CONSUMER:
        return _CONSUMER[device_class]
    if device_class is not None and facts.cover == NO:
        return _WITHOUT[device_class]
    return None


def _open(facts: Facts, has_places: bool) -> tuple[Bucket | None, str | None]:
    """The bucket of the first thing that is still open, with what stands in the way there; None
    where all is known.
    """
    for name, fact in zip(Facts._fields, facts, strict=True):
        if name == "country" and not has_places:
            continue
        if fact is None:
            return _MISSING[name], None
        if isinstance(fact, Unclear):
            return fact.bucket, fact.text
    return None, None
