"""The sentences of one language, from a gettext catalogue, with numbers and dates put its way.

Messages are known by a key (`notice.country-not-listed`), so that English is a translation like any
other. A sentence stands whole in the catalogue, with named fields.
"""

import gettext
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from string import Formatter

DOMAIN = "hp_priority_cli"
LOCALE = Path(__file__).with_name("locale")
LANGUAGES = tuple(sorted(folder.name for folder in LOCALE.iterdir() if folder.is_dir()))
"""The languages that have a catalogue."""


class Phrases:
    """The catalogue of a language (`en`). A key that it lacks is a defect: KeyError."""

    def __init__(self, language: str) -> None:
        self.language = language

    @cached_property
    def _catalogue(self) -> gettext.NullTranslations:
        return gettext.translation(DOMAIN, LOCALE, [self.language])

    def say(self, key: str, /, **fields: object) -> str:
        """The sentence of a key with its fields filled in; whole numbers are grouped."""
        sentence = self._catalogue.gettext(key)
        if sentence == key:
            raise KeyError(key)
        return sentence.format(**{name: self.shown(value) for name, value in fields.items()})

    def outline(self, key: str) -> str:
        """The sentence of a key with a mark in the place of each field."""
        sentence = self._catalogue.gettext(key)
        names = (name for _, name, _, _ in Formatter().parse(sentence) if name)
        return self.say(key, **dict.fromkeys(names, "…"))

    def count(self, key: str, number: int) -> str:
        """A number with its noun in the right form: `1 PC`, `3,800 PCs`."""
        sentence = self._catalogue.ngettext(key, f"{key}.many", number)
        if sentence in (key, f"{key}.many"):
            raise KeyError(key)
        return sentence.format(n=self.number(number))

    def has(self, key: str) -> bool:
        """Whether the catalogue holds the key."""
        return self._catalogue.gettext(key) != key

    def shown(self, value: object) -> str:
        """A value as it is read: grouped digits for whole numbers, text as it is."""
        if isinstance(value, int) and not isinstance(value, bool):
            return self.number(value)
        if isinstance(value, Decimal):
            return self.amount(value)
        return self.date(value) if isinstance(value, date) else str(value)

    def number(self, number: int) -> str:
        """A whole number with its digits grouped."""
        return f"{number:,}".replace(",", self.say("number.group"))

    def amount(self, amount: Decimal) -> str:
        """A decimal number with its digits grouped and every decimal that it has."""
        whole, _, decimals = f"{amount:f}".partition(".")
        grouped = self.number(int(whole))
        return f"{grouped}{self.say('number.decimal')}{decimals}" if decimals else grouped

    def money(self, amount: Decimal, currency: str) -> str:
        """An amount with its currency."""
        return self.say("money", amount=amount, currency=currency)

    def signed(self, amount: Decimal) -> str:
        """An amount by which something is more (`+`) or less (`-`)."""
        sign = "+" if amount > 0 else "-" if amount < 0 else ""
        return f"{sign}{self.amount(abs(amount))}"

    def percent(self, number: Decimal) -> str:
        """A percentage, without zeros at its end."""
        text = f"{number:f}"
        plain = text.rstrip("0").rstrip(".") if "." in text else text
        return self.say("number.percent", n=self.amount(Decimal(plain)))

    def date(self, day: date) -> str:
        """A day as it is written in the language."""
        if day.day == 1:
            return self.say("date.first", month=self.month(day.month), year=str(day.year))
        return self.say("date.day", day=day.day, month=self.month(day.month), year=str(day.year))

    def month(self, month: int) -> str:
        """The name of a month, 1 to 12."""
        return self.say("date.months").split(" ")[month - 1]

    def any_of(self, items: Sequence[str]) -> str:
        """`a, b or c`."""
        return self._listed(items, "list.or")

    def all_of(self, items: Sequence[str]) -> str:
        """`a, b and c`."""
        return self._listed(items, "list.and")

    def none_of(self, items: Sequence[str]) -> str:
        """`a, b or c` after a negation."""
        return self._listed(items, "list.nor", comma="list.nor-comma")

    def _listed(self, items: Sequence[str], key: str, comma: str = "list.comma") -> str:
        if len(items) < 2:  # noqa: PLR2004 - one item or none needs no joint
            return "".join(items)
        start = self.say(comma).join(items[:-1])
        return self.say(key, start=start, last=items[-1])
