"""Quotes and comparisons as frozen records. A price that nobody gave is None with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from hp_priority_cli.catalog.records import Bilingual, DeviceClass, Feature, OrderUnit
from hp_priority_cli.eligibility.records import Decision, Notice, OpenPoint
from hp_priority_cli.prices.records import PricePeriod
from hp_priority_cli.readers.used import UsedFile

QuoteStatus = Literal["firm", "unpriced", "conditional", "draft"]
PriceStatus = Literal[
    "priced",
    "no-price-book",
    "not-in-book",
    "book-expired",
    "book-not-yet-valid",
    "country-not-in-book",
    "customer-not-in-book",
]
UnitSource = Literal["request", "row", "book", "reading"]
Step = Mapping[str, object]
"""One step on the way to a price: its name under `step`, and what went in and came out."""


@dataclass(frozen=True, slots=True)
class LineItem:
    """One part of a quote. `order_quantity` is None while the order unit is open.

    Amounts are None wherever `price_status` is not `priced`: never zero, never a guess. They are
    without tax; `list_price` and `net_price` are for one unit and the whole term. Without an order
    quantity there is no `extended_price`. `price_trail` says how they came about, or why not.
    """

    sku: str
    description: Bilingual
    device_class: DeviceClass
    term_years: int
    covered_devices: int
    order_unit: OrderUnit
    order_quantity: int | None
    list_price: Decimal | None
    discount_percent: Decimal | None
    net_price: Decimal | None
    extended_price: Decimal | None
    price_status: PriceStatus
    price_trail: tuple[Step, ...] = ()
    unit_source: UnitSource = "reading"


@dataclass(frozen=True, slots=True)
class Totals:
    """The sum of the lines, and what that is for each covered device and year."""

    extended_price: Decimal
    per_device_year: Decimal


@dataclass(frozen=True, slots=True)
class QuotedBook:
    """What a quote tells of the price book that serves it, and all that it knows of it.

    Neither a floor nor what discounts may be given is in it. `files` are those it was read from.
    """

    id: str
    fictional: bool
    currency: str
    tax: Literal["excluded"]
    valid_from: date
    valid_until: date | None
    price_period: PricePeriod
    files: tuple[UsedFile, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """The parts for one tier and one term, with the decision that they rest on.

    `activation_by` is the last day on which activation begins, known from the purchase date.
    `book` is the one that serves the quote; `totals` are withheld where a line has no price.
    """

    status: QuoteStatus
    decision: Decision
    tier: str
    term_years: int
    lines: tuple[LineItem, ...]
    notices: tuple[Notice, ...]
    open_points: tuple[OpenPoint, ...]
    activation_by: date | None
    book: QuotedBook | None = None
    totals: Totals | None = None

    @property
    def not_priced(self) -> tuple[LineItem, ...]:
        """The lines without a price to pay."""
        return tuple(line for line in self.lines if line.extended_price is None)


@dataclass(frozen=True, slots=True)
class ComparedFeature:
    """A row of the matrix for the tiers compared.

    `by_place` gives, for a place with a limit, the tiers that the limit touches, `unavailable` or
    `unconfirmed`.
    """

    feature: Feature
    cells: Mapping[str, str]
    by_place: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Tiers side by side; `gains`, `losses` and `unclear` are of the last over the first."""

    tiers: tuple[str, ...]
    features: tuple[ComparedFeature, ...]
    gains: tuple[str, ...]
    losses: tuple[str, ...]
    unclear: tuple[str, ...]
    notices: tuple[Notice, ...]
