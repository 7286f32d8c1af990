"""The values of options: text to numbers, days and choices, or wrong use that says what fits."""

import os
from dataclasses import dataclass
from datetime import date

from hp_priority_cli.errors import UsageProblem
from hp_priority_cli.readers.scalars import is_written_as_date, parse_count, parse_date


def one_of(option: str, value: str | None, choices: tuple[str, ...]) -> str | None:
    """The value of an option that has a few choices."""
    if value is not None and value not in choices:
        raise UsageProblem("not-a-choice", option=option, value=value, choices=choices)
    return value


def utf8(option: str, text: str | None) -> str | None:
    """The value of an option that is any text, as long as its bytes spell characters."""
    if text is not None and any("\ud800" <= char <= "\udfff" for char in text):
        raise UsageProblem("not-utf8", option=option, value=text)
    return text


def day(option: str, text: str | None) -> date | None:
    """The value of an option that is a day."""
    found = None if text is None else parse_date(text)
    if text is not None and found is None:
        kind = "no-such-day" if is_written_as_date(text) else "not-a-date"
        raise UsageProblem(kind, option=option, value=text)
    return found


def years(text: str | None) -> int | None:
    """The value of `--years`: any positive number; whether it is offered is the quote's answer."""
    found = None if text is None else parse_count(text)
    if text is not None and not found:
        raise UsageProblem("not-a-term", option="--years", value=text)
    return found


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms in years, in the order given; none stand for all that are offered."""

    years: tuple[int, ...]

    @property
    def is_all(self) -> bool:
        """Whether every term on offer is meant."""
        return not self.years

    @property
    def is_several(self) -> bool:
        """Whether terms are to be set side by side, were there but one on offer."""
        return len(self.years) != 1

    @property
    def again(self) -> str | None:
        """The option that asks for them, where they are several: no request holds more than one."""
        named = ",".join(str(each) for each in self.years) or "all"
        return f"--years {named}" if self.is_several else None

    @property
    def only(self) -> int | None:
        """The one term, if it is one."""
        return None if self.is_several else self.years[0]


def terms(text: str | None) -> Terms | None:
    """The value of `--years` where several may be named: `3`, `1,3,5` or `all`."""
    if text is None:
        return None
    if text.strip() == "all":
        return Terms(())
    named = [years(part.strip()) for part in text.split(",")]
    return Terms(tuple(dict.fromkeys(each for each in named if each is not None)))


def count(option: str, text: str) -> int:
    """The value of an option that counts devices."""
    number = parse_count(text)
    if number is None:
        raise UsageProblem("not-a-count", option=option, value=text)
    return number


def variable(name: str) -> str | None:
    """The value of `HP_PRIORITY_<NAME>`, for an option that was not given."""
    return os.environ.get(f"HP_PRIORITY_{name}") or None
