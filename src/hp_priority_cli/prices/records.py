"""A price book, as plain frozen records in the shape of its file. Amounts are exact decimals.

The field names *are* the keys of that file; `from_` is the key `from`, which Python keeps for
itself. Nothing here reads a file or knows a quote.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from hp_priority_cli.errors import Spot
from hp_priority_cli.readers.scalars import Amount, Between, Percentage

PRICE_BOOK_SCHEMA = "hp-priority/price-book@1"
PricePeriod = Literal["term", "year"]
BookUnit = Literal["device", "contract"]


@dataclass(frozen=True, slots=True)
class Break:
    """The amount for one unit where `from_` units or more are ordered."""

    from_: Annotated[int, Between(1)]
    """The least number of order units for which the amount holds. Examples: `1`, `500`."""
    amount: Amount
    """The amount for one unit from that number on, above zero."""


@dataclass(frozen=True, slots=True)
class PriceRow:
    """The price of one part: one amount, or one for each break."""

    sku: str
    """The part number, as in the catalog. Example: `U80M6E`."""
    amount: Amount | None = None
    """The amount for one unit, above zero: without tax, for the whole term or each year of it as
    the book says. Not beside `breaks`."""
    breaks: tuple[Break, ...] = ()
    """The amounts by quantity, in the stead of one amount."""
    floor: Amount | None = None
    """The least net price of one unit, for the same period as the amounts. It is never printed."""
    order_unit: BookUnit | None = None
    """What one amount of this row buys, where it differs from the book."""
    currency: str | None = None
    """The currency of the book, said again; no other can stand here."""

    @property
    def steps(self) -> tuple[Break, ...]:
        """The breaks from the smallest quantity up; one amount holds from the first unit on."""
        if self.amount is not None:
            return (Break(1, self.amount),)
        return tuple(sorted(self.breaks, key=lambda each: each.from_))


@dataclass(frozen=True, slots=True)
class AppliesTo:
    """Where and for whom a book is: countries of the order, and a customer; none is any."""

    countries: Annotated[tuple[str, ...], Between(1)] | None = None
    """The countries of the order: ISO 3166-1 codes, or names in English or French. Norway is
    written "NO", in quotes. Left out the book holds anywhere. Example: `["BE", "FR"]`."""
    customer: str | None = None
    """The name of the one customer that the book is for. Left out it is for anybody."""


@dataclass(frozen=True, slots=True)
class Rounding:
    """The steps to which a net price and a line are rounded; the currency's own where not said."""

    unit: Amount | None = None
    """The step of the net price of one unit. Example: `0.001`."""
    line: Amount | None = None
    """The step of a line. Example: `0.05`."""


@dataclass(frozen=True, slots=True)
class Authority:
    """Discounts, in percent: up to `discount_max` at will, up to `approval_max` with approval."""

    discount_max: Percentage
    """The highest discount, in percent, that needs nobody's approval. Example: `5`."""
    approval_max: Percentage
    """The highest discount, in percent, that may be given with approval. Example: `15`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookHeader:
    """What a book says of all its rows. `valid_until` is null only where that is written.

    An amount is without tax, for one unit, and for the whole term or each year of it.
    """

    schema: Literal["hp-priority/price-book@1"]
    """The form of this file, with its major version."""
    id: str
    """The name of the book, printed on each quote. Example: `example-2026`."""
    currency: str
    """The currency of every amount, by its ISO 4217 code. Examples: `EUR`, `CHF`."""
    tax: Literal["excluded"]
    """Whether the amounts hold tax: they do not."""
    valid_from: date
    """The first day on which the amounts hold. Example: `2026-01-01`."""
    valid_until: date | None
    """The last day on which the amounts hold; `null`, which must be written, is without an end.
    Example: `2026-12-31`."""
    price_period: PricePeriod
    """Whether an amount is for the whole term of the part, or for each year of it."""
    order_unit: BookUnit | None = None
    """What one amount buys: the part for one covered device, or for all in one contract. Left out
    it is taken from the data sheet as it is read, and said to be an assumption."""
    applies_to: AppliesTo = AppliesTo()
    """Where and for whom the book is. Left out it holds anywhere, for anybody."""
    rounding: Rounding = Rounding()
    """The steps of rounding. Left out they are the smallest amount of the currency."""
    authority: Authority | None = None
    """The discounts that may be given. Left out there is no limit. It is never printed."""
    decimal_mark: Literal[".", ","] = "."
    """The decimal mark of texts in a spreadsheet of rows."""
    fictional: bool = False
    """Whether the prices are invented, which is then stamped on every output."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookFile(BookHeader):
    """A book as its file may be written: with its rows, or with the name of their spreadsheet.

    `decimal_mark` is that of the spreadsheet; in YAML it is always the point.
    """

    rows: Annotated[tuple[PriceRow, ...], Between(1)] | str
    """The rows, one for each part; or the name of a CSV or XLSX file beside this one that has them.
    Example: `prices.csv`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookContent(BookHeader):
    """A book with its rows in it, wherever they were written."""

    rows: tuple[PriceRow, ...]
    """The rows, one for each part."""


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
    """The name of the file, without folders."""
    sha256: str
    """The hash of its content, the same after a checkout that turned line ends into CRLF."""


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
