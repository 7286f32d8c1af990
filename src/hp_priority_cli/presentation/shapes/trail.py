"""The steps on the way to a price, as a quote gives them in `price_trail`, key by key."""

from datetime import date
from decimal import Decimal
from typing import Literal, NotRequired, TypedDict

from hp_priority_cli.catalog.records import OrderUnit
from hp_priority_cli.prices.records import PricePeriod
from hp_priority_cli.quoting.records import PriceStatus, UnitSource


class BookStep(TypedDict):
    """A price book that was looked at."""

    step: Literal["book"]
    """Which step it is."""
    outcome: PriceStatus
    """Whether the book serves the quote (`priced`), or why it does not."""
    price_book: str
    """The id of the book."""
    file: str
    """The name of its file, without folders."""
    valid_from: date
    """The first day on which it holds."""
    valid_until: date | None
    """The last day on which it holds; null is without an end."""
    missing_countries: NotRequired[tuple[str, ...]]
    """Of a book that is for other countries: those of the order that it is not for, as codes."""


class RowStep(TypedDict):
    """The row of the part in the book, with the break that the quantity has reached."""

    step: Literal["row"]
    """Which step it is."""
    outcome: Literal["found", "missing", "below-first-break"]
    """Whether the book has an amount for the part in this quantity."""
    file: NotRequired[str]
    """Of an amount that was found: the name of the file that it stands in."""
    line: NotRequired[int | None]
    """Of an amount that was found: its line in that file, from 1."""
    from_: NotRequired[int]
    """Of an amount that was found: the quantity from which on it holds."""
    amount: NotRequired[Decimal]
    """The amount that was found, as the book has it."""
    next_from: NotRequired[int | None]
    """The quantity of the next break, or of the first one where none is reached; null after the
    last."""
    next_amount: NotRequired[Decimal | None]
    """The amount of the next break; null after the last."""


class PeriodStep(TypedDict):
    """From the amount of the book to the list price over the whole term."""

    step: Literal["period"]
    """Which step it is."""
    price_period: PricePeriod
    """Whether the amount is for the whole term, or was multiplied by its years."""
    term_years: int
    """The term, in years."""
    list_price: Decimal
    """The list price of one unit."""


class DiscountStep(TypedDict):
    """From the list price to the net price of one unit."""

    step: Literal["discount"]
    """Which step it is."""
    discount_percent: Decimal
    """The discount; zero where none was given."""
    exact: Decimal
    """The list price less the discount, before it is rounded."""
    rounded_to: Decimal
    """The step to which it is rounded, half up."""
    net_price: Decimal
    """The net price of one unit."""


class QuantityStep(TypedDict):
    """From the net price of one unit to that of the line."""

    step: Literal["quantity"]
    """Which step it is."""
    order_unit: OrderUnit
    """What one unit is."""
    unit_source: UnitSource
    """Who says so: the request, the row, the book, or the data sheet as it is read."""
    order_quantity: int | None
    """How many are ordered; null while the order unit is open."""
    rounded_to: Decimal
    """The step to which the line is rounded, half up."""
    extended_price: Decimal | None
    """The net price of the line; null while the quantity is open."""


Step = BookStep | RowStep | PeriodStep | DiscountStep | QuantityStep
