"""A price book, as plain frozen records in the shape of its file. Amounts are exact decimals.

The field names *are* the keys of that file, and the text under each says what it is; `from_` is the
key `from`, which Python keeps for itself. Nothing here reads a file or knows a quote.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from hp_priority_cli.errors import Spot
from hp_priority_cli.readers.scalars import Amount, Between, Percentage
from hp_priority_cli.readers.used import UsedFile

PRICE_BOOK_SCHEMA = "hp-priority/price-book@1"
PricePeriod = Literal["term", "year"]
BookUnit = Literal["device", "contract"]


@dataclass(frozen=True, slots=True)
class Break:
    """The amount for one unit where that many units or more are ordered."""

    from_: Annotated[int, Between(1)]
    """The quantity, in order units, from which on the amount holds; 1 or more. Example: `500`."""
    amount: Amount
    """What one unit then costs. Example: `10.10`."""


@dataclass(frozen=True, slots=True)
class PriceRow:
    """The price of one part: one amount, or one for each break."""

    sku: str
    """The part number. Example: `U80M6E`."""
    amount: Amount | None = None
    """What one unit costs, without tax, whatever the quantity. Not beside `breaks`.
    Example: `12.50`."""
    breaks: tuple[Break, ...] = ()
    """What one unit costs by quantity. Not beside `amount`."""
    floor: Amount | None = None
    """The least net price of one unit, for the same period as the amounts. It is never shown."""
    order_unit: BookUnit | None = None
    """What one unit is: a covered device, or the contract. It goes before that of the book."""
    currency: str | None = None
    """The currency of the book said again, as spreadsheets have it; another one is refused."""
    fictional: bool = False
    """Whether the amount is invented, as spreadsheets have it; the whole book then is."""

    @property
    def steps(self) -> tuple[Break, ...]:
        """The breaks from the smallest quantity up; one amount holds from the first unit on."""
        if self.amount is not None:
            return (Break(1, self.amount),)
        return tuple(sorted(self.breaks, key=lambda each: each.from_))


@dataclass(frozen=True, slots=True)
class AppliesTo:
    """Where and for whom a book is."""

    countries: Annotated[tuple[str, ...], Between(1)] | None = None
    """The countries of the order: ISO 3166-1 codes, or names in English or French. Norway is
    written "NO", in quotes. Left out it is any. Example: `["FR", "BE"]`."""
    customer: str | None = None
    """The one customer that the book is for, by name. Left out it is anybody."""


@dataclass(frozen=True, slots=True)
class Rounding:
    """The steps to which amounts are rounded, half up."""

    unit: Amount | None = None
    """The step of a net price of one unit. Left out it is the smallest amount of the currency.
    Example: `0.05`."""
    line: Amount | None = None
    """The step of a line. Left out it is the smallest amount of the currency. Example: `1`."""


@dataclass(frozen=True, slots=True)
class Authority:
    """What discounts may be given. It is never shown."""

    discount_max: Percentage
    """The highest discount in percent that needs nobody's approval. Example: `5`."""
    approval_max: Percentage
    """The highest discount in percent that may be approved. Example: `15`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookHeader:
    """What a book says of all its rows: an amount is without tax, and for one unit."""

    schema: Literal["hp-priority/price-book@1"]
    """The form of this file, with its major version."""
    id: str
    """The name of the book, printed on each quote. Example: `france-2026`."""
    currency: str
    """The one currency of the book, by its ISO 4217 code. Examples: `EUR`, `JPY`."""
    tax: Literal["excluded"]
    """That the amounts hold no tax."""
    valid_from: date
    """The first day on which the book holds. Example: `2026-01-01`."""
    valid_until: date | None
    """The last day on which it holds; null is without an end, and has to be written.
    Example: `2026-12-31`."""
    price_period: PricePeriod
    """Whether an amount is for the whole term of its part or for each year of it."""
    order_unit: BookUnit | None = None
    """What one unit is: a covered device, or the whole contract. Left out it is as HP's sheet is
    read, and the quote says so."""
    applies_to: AppliesTo | None = None
    """Where and for whom the book is. Left out it is anywhere, for anybody."""
    rounding: Rounding | None = None
    """The steps to which amounts are rounded. Left out it is the smallest amount of the currency.
    """
    authority: Authority | None = None
    """What discounts may be given. Left out nothing limits them."""
    decimal_mark: Literal[".", ","] = "."
    """The decimal mark in a spreadsheet of rows; in this file it is always the point."""
    fictional: bool = False
    """Whether the amounts are invented; every output then says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookFile(BookHeader):
    """A price book as its file may be written: with its rows, or with the name of their file."""

    rows: Annotated[tuple[PriceRow, ...], Between(1)] | str
    """The price of each part, or the name of a .csv or .xlsx file beside this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookContent(BookHeader):
    """A price book with its rows in it, wherever they were written."""

    rows: tuple[PriceRow, ...]
    """The price of each part."""

    @property
    def is_fictional(self) -> bool:
        """Whether an amount in it is invented, by its header or by any row."""
        return self.fictional or any(row.fictional for row in self.rows)

    @property
    def countries(self) -> tuple[str, ...] | None:
        """The countries that the book is for; None is any."""
        return None if self.applies_to is None else self.applies_to.countries

    @property
    def customer(self) -> str | None:
        """The customer that the book is for; None is anybody."""
        return None if self.applies_to is None else self.applies_to.customer


@dataclass(frozen=True, slots=True)
class SpreadsheetTerms:
    """What a plain spreadsheet of part numbers and amounts does not say of itself."""

    currency: str
    valid_from: date
    valid_until: date | None
    price_period: PricePeriod = "term"
    decimal_mark: Literal[".", ","] = "."


@dataclass(frozen=True, eq=False)
class PriceBook:
    """A checked book: what it says, where that is written, and the files it was read from.

    `spot` is the place of its validity, `spots` those of the amounts, by part number and the
    quantity from which on each holds. `minor_units` is the number of decimals of the currency.
    """

    content: BookContent
    spot: Spot
    spots: Mapping[tuple[str, int], Spot]
    files: tuple[UsedFile, ...]
    minor_units: int

    @property
    def id(self) -> str:
        """The name that the book gives itself."""
        return self.content.id

    @property
    def unit_step(self) -> Decimal:
        """The step to which a net price of one unit is rounded."""
        rounding = self.content.rounding
        return (rounding and rounding.unit) or self.smallest_amount

    @property
    def line_step(self) -> Decimal:
        """The step to which a line is rounded."""
        rounding = self.content.rounding
        return (rounding and rounding.line) or self.smallest_amount

    @property
    def smallest_amount(self) -> Decimal:
        """The smallest amount that there is in the currency: 0.01 EUR, 1 JPY, 0.001 KWD."""
        return Decimal(1).scaleb(-self.minor_units)

    def row(self, sku: str) -> PriceRow | None:
        """The price of a part, where the book has one."""
        return next((each for each in self.content.rows if each.sku == sku), None)


def united(book: PriceBook, same: PriceBook) -> PriceBook:
    """A book that was read twice with every row of both: a catalog tells which rows of a plain
    spreadsheet are read.
    """
    known = {row.sku for row in book.content.rows}
    further = (row for row in same.content.rows if row.sku not in known)
    content = replace(book.content, rows=(*book.content.rows, *further))
    return replace(book, content=content, spots={**same.spots, **book.spots})
