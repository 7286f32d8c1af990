"""A price book, as plain frozen records in the shape of its file. Amounts are exact decimals.

The field names *are* the keys of that file; `from_` is the key `from`, which Python keeps for
itself. Nothing here reads a file or knows a quote.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from hp_priority_cli.errors import Spot

PRICE_BOOK_SCHEMA = "hp-priority/price-book@1"
PricePeriod = Literal["term", "year"]
BookUnit = Literal["device", "contract"]


@dataclass(frozen=True, slots=True)
class Break:
    """The amount for one unit where `from_` units or more are ordered."""

    from_: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class PriceRow:
    """The price of one part: one amount, or one for each break.

    `floor` is the least net price of a unit, for the same period as the amounts; it stays inside.
    `currency` may be said again in a row; it must be that of the book.
    """

    sku: str
    amount: Decimal | None = None
    breaks: tuple[Break, ...] = ()
    floor: Decimal | None = None
    order_unit: BookUnit | None = None
    currency: str | None = None

    @property
    def steps(self) -> tuple[Break, ...]:
        """The breaks from the smallest quantity up; one amount holds from the first unit on."""
        if self.amount is not None:
            return (Break(1, self.amount),)
        return tuple(sorted(self.breaks, key=lambda each: each.from_))


@dataclass(frozen=True, slots=True)
class AppliesTo:
    """Where and for whom a book is: countries of the order, and a customer; none is any."""

    countries: tuple[str, ...] | None = None
    customer: str | None = None


@dataclass(frozen=True, slots=True)
class Rounding:
    """The steps to which a net price and a line are rounded; the currency's own where not said."""

    unit: Decimal | None = None
    line: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Authority:
    """Discounts, in percent: up to `discount_max` at will, up to `approval_max` with approval."""

    discount_max: Decimal
    approval_max: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class BookHeader:
    """What a book says of all its rows. `valid_until` is null only where that is written.

    An amount is without tax, for one unit, and for the whole term or each year of it.
    """

    schema: Literal["hp-priority/price-book@1"]
    id: str
    currency: str
    tax: Literal["excluded"]
    valid_from: date
    valid_until: date | None
    price_period: PricePeriod
    order_unit: BookUnit | None = None
    applies_to: AppliesTo = AppliesTo()
    rounding: Rounding = Rounding()
    authority: Authority | None = None
    decimal_mark: Literal[".", ","] = "."
    fictional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BookFile(BookHeader):
    """A book as its file may be written: with its rows, or with the name of their spreadsheet.

    `decimal_mark` is that of the spreadsheet; in YAML it is always the point.
    """

    rows: tuple[PriceRow, ...] | str


@dataclass(frozen=True, slots=True, kw_only=True)
class BookContent(BookHeader):
    """A book with its rows in it, wherever they were written."""

    rows: tuple[PriceRow, ...]


@dataclass(frozen=True, slots=True)
class SpreadsheetTerms:
    """What a plain spreadsheet of part numbers and amounts does not say of itself."""

    currency: str
    valid_from: date
    valid_until: date | None
    price_period: PricePeriod = "term"
    decimal_mark: Literal[".", ","] = "."


@dataclass(frozen=True, slots=True)
class UsedFile:
    """A file that a book was read from: its name without folders, and the hash of its content."""

    file: str
    sha256: str


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
        return self.content.rounding.unit or self.smallest_amount

    @property
    def line_step(self) -> Decimal:
        """The step to which a line is rounded."""
        return self.content.rounding.line or self.smallest_amount

    @property
    def smallest_amount(self) -> Decimal:
        """The smallest amount that there is in the currency: 0.01 EUR, 1 JPY, 0.001 KWD."""
        return Decimal(1).scaleb(-self.minor_units)

    def row(self, sku: str) -> PriceRow | None:
        """The price of a part, where the book has one."""
        return next((each for each in self.content.rows if each.sku == sku), None)
