"""Whole numbers, dates and amounts as a person types them, parsed without surprises."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Literal

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
class Above:
    """What a number must be above, for the readers of a schema."""

    low: int


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


def is_written_as_date(text: str) -> bool:
    """Whether a text has the form `YYYY-MM-DD` with a year in range; there may be no such day."""
    return bool(_ISO_DATE.fullmatch(text)) and FIRST_YEAR <= int(text[:4]) <= LAST_YEAR


def parse_date(text: str) -> date | None:
    """A day in ISO 8601, `YYYY-MM-DD`, of a year in range; None where it is no such day."""
    if not is_written_as_date(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


DecimalMark = Literal[".", ","]
MAX_WHOLE_DIGITS, MAX_DECIMALS = 12, 6
"""The most digits that an amount or a percentage has on either side of its mark."""
AmountFault = Literal[
    "amount-no-number",
    "amount-other-mark",
    "amount-ambiguous",
    "amount-not-positive",
    "amount-too-long",
]
SPACES = "[ \u00a0\u202f'\u2019]"
"""What stands between groups of digits and can be taken for nothing else."""
_BELOW_ZERO = re.compile(r"[-\u2212]|\(.*\)$")


def parse_amount(text: str, mark: DecimalMark = ".") -> Decimal | AmountFault:
    """An amount above zero with at most 12 digits before the mark and 6 behind it, or its fault.

    No zero stands in front: to some programs that makes a number of another base. Digits may stand
    in groups where these cannot be meant as decimals: `1 234.50`, `1,234.50` and
    `1,234,567`, but not `1,234`, which another reader takes for a little more than one.
    """
    text = text.strip()
    plain, grouped, either, other = _amounts(mark)
    if not (plain.fullmatch(text) or grouped.fullmatch(text)):
        if _BELOW_ZERO.match(text) and not isinstance(
            parse_amount(text.strip("-\u2212()"), mark), str
        ):
            return "amount-not-positive"
        if either.fullmatch(text):
            return "amount-ambiguous"
        return "amount-other-mark" if other.fullmatch(text) else "amount-no-number"
    whole, _, decimals = re.sub(f"[^0-9{re.escape(mark)}]", "", text).partition(mark)
    if len(whole.lstrip("0")) > MAX_WHOLE_DIGITS or len(decimals) > MAX_DECIMALS:
        return "amount-too-long"
    amount = Decimal(f"{whole}.{decimals}" if decimals else whole)
    return amount if amount else "amount-not-positive"


_PERCENTAGE = re.compile(rf"[0-9]{{1,3}}(?:\.[0-9]{{1,{MAX_DECIMALS}}})?", re.ASCII)
ALL = Decimal(100)
Percentage = Annotated[Decimal, Between(0, 100)]
"""A percentage with decimals if need be."""
Amount = Annotated[Decimal, Above(0)]
"""An amount of money, or a step of one."""


def parse_percentage(text: str) -> Decimal | None:
    """A percentage from 0 to 100, as `12.5`; None where the text is no such number."""
    found = Decimal(text) if _PERCENTAGE.fullmatch(text) else None
    return found if found is not None and found <= ALL else None


_WHOLE = "(?:0|[1-9][0-9]*)"


@cache
def _amounts(mark: DecimalMark) -> tuple[re.Pattern[str], ...]:
    """Amounts without groups, with groups, that can be read either way, and with the other mark."""
    dot = re.escape(mark)
    comma = re.escape("," if mark == "." else ".")
    patterns = (
        rf"{_WHOLE}(?:{dot}[0-9]+)?",
        rf"[1-9][0-9]{{0,2}}(?:({SPACES})[0-9]{{3}}(?:\1[0-9]{{3}})*(?:{dot}[0-9]+)?"
        rf"|(?:{comma}[0-9]{{3}})+{dot}[0-9]+|(?:{comma}[0-9]{{3}}){{2,}})",
        rf"[1-9][0-9]{{0,2}}{comma}[0-9]{{3}}",
        rf"{_WHOLE}{comma}[0-9]+|[1-9][0-9]{{0,2}}(?:{dot}[0-9]{{3}})+(?:{comma}[0-9]+)?"
        rf"|[1-9][0-9]{{0,2}}(?:{SPACES}[0-9]{{3}})+{comma}[0-9]+",
    )
    return tuple(re.compile(pattern, re.ASCII) for pattern in patterns)
