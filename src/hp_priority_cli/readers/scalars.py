"""Whole numbers, dates and codes as a person types them, parsed without surprises."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated

MAX_COUNT = 999_999_999
_WHOLE_NUMBER = re.compile(r"[0-9]{1,9}", re.ASCII)
FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Days further off are slips of the hand; within, days can be added without end."""
DATE_FORM = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_ISO_DATE = re.compile(DATE_FORM, re.ASCII)


@dataclass(frozen=True, slots=True)
class Between:
    """Bounds of a number, or of how many items a list has, for the readers of a schema."""

    low: int
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a whole text, as a regular expression, for the readers of a schema."""

    pattern: str


Count = Annotated[int, Between(0, MAX_COUNT)]
"""A number of devices."""


def parse_count(text: str) -> int | None:
    """A count of devices, 0 to 999,999,999, in ASCII digits alone; else None."""
    digits = text.lstrip("0") or "0"
    return (
        int(digits)
        if text.isascii() and _WHOLE_NUMBER.fullmatch(digits) and text.isdigit()
        else None
    )


def parse_date(text: str) -> date | None:
    """A day in ISO 8601, `YYYY-MM-DD`, of a year in range; None where it is no such day."""
    if not _ISO_DATE.fullmatch(text) or not FIRST_YEAR <= int(text[:4]) <= LAST_YEAR:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
