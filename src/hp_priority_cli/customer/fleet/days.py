"""Last days of cover as exports write them: ISO 8601, or day and month in an order to be proven."""

import re
from collections.abc import Iterable
from datetime import date

from hp_priority_cli.customer.fleet.records import DateOrder
from hp_priority_cli.readers.scalars import parse_date

_TIME = (
    r"(?:[T ]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?"
    r"(?: ?[AaPp][Mm])?(?:Z|[+-][0-9:]{4,6})?)?"
)
"""The time of day that tools write behind a day; it changes no day here."""
_ISO = re.compile(rf"([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}){_TIME}", re.ASCII)
_EITHER = re.compile(rf"([0-9]{{1,2}})([/.-])([0-9]{{1,2}})\2([0-9]{{4}}){_TIME}", re.ASCII)
_MONTHS = 12


def order_of(texts: Iterable[str]) -> DateOrder | None:
    """The order of day and month that a column proves by a number beyond 12.

    None where nothing proves it, or both orders are proven.
    """
    found: set[DateOrder] = set()
    for text in texts:
        match = _EITHER.fullmatch(text)
        if match is not None:
            first, second = int(match[1]), int(match[3])
            if first > _MONTHS >= second:
                found.add("dmy")
            elif second > _MONTHS >= first:
                found.add("mdy")
    return found.pop() if len(found) == 1 else None


def days_meant(text: str, order: DateOrder | None) -> frozenset[date]:
    """The days that a text can mean: one, two where the order is open, none where it is no day."""
    iso = _ISO.fullmatch(text)
    if iso is not None:
        return _days(iso[1])
    match = _EITHER.fullmatch(text)
    if match is None:
        return frozenset()
    first, second, year = match[1].zfill(2), match[3].zfill(2), match[4]
    by_order = {"dmy": f"{year}-{second}-{first}", "mdy": f"{year}-{first}-{second}"}
    return _days(*by_order.values()) if order is None else _days(by_order[order])


def _days(*texts: str) -> frozenset[date]:
    return frozenset(day for text in texts if (day := parse_date(text)) is not None)
