"""Whole numbers, dates and codes as a person types them, parsed without surprises."""

import re
from datetime import date

MAX_COUNT = 999_999_999
_WHOLE_NUMBER = re.compile(r"[0-9]{1,9}", re.ASCII)
FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Days further off are slips of the hand; within, days can be added without end."""
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


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
