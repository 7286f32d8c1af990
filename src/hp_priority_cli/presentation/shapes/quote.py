"""`hp-priority/quote@1` and `hp-priority/quotes@1`, key by key."""

from datetime import date
from decimal import Decimal
from typing import Literal, TypedDict

from hp_priority_cli.catalog.records import Bilingual, Clause, DeviceClass, OrderUnit, Reading
from hp_priority_cli.customer.records import Request
from hp_priority_cli.evidence.records import QuotedFile, Revised
from hp_priority_cli.presentation.shapes.common import Head, Notice, OpenPoint
from hp_priority_cli.presentation.shapes.eligibility import Decision
from hp_priority_cli.presentation.shapes.error import ErrorBody
from hp_priority_cli.presentation.shapes.trail import Step
from hp_priority_cli.prices.records import PricePeriod
from hp_priority_cli.quoting.records import PriceStatus, QuoteStatus, UnitSource
from hp_priority_cli.readers.used import UsedFile


class Line(TypedDict):
    """One part of the quote. Amounts are null wherever the line is not priced: never zero."""

    sku: str
    """The part number. Example: `U80MBE`."""
    description: str
    """What the price list calls it, in the language of the run."""
    device_class: DeviceClass
    """The devices that it is for."""
    term_years: int
    """Its term, in years."""
    covered_devices: int
    """The devices that it covers."""
    order_unit: OrderUnit
    """What one ordered part stands for; `open` where nobody has stated it."""
    order_quantity: int | None
    """How many to order; null while the order unit is open."""
    list_price: Decimal | None
    """The list price of one unit over the whole term, without tax."""
    discount_percent: Decimal | None
    """The discount on it, in percent."""
    net_price: Decimal | None
    """The net price of one unit over the whole term, without tax, rounded once."""
    extended_price: Decimal | None
    """The net price of the line, without tax, rounded once; null while the quantity is open."""
    price_status: PriceStatus
    """Whether the line is priced, and if not, why."""
    price_trail: tuple[Step, ...]
    """How the price came about, step by step, or why there is none."""
    unit_source: UnitSource
    """Who says what one ordered part stands for: the request, the row of the part in the book, the
    book, or the data sheet as it is read."""
    descriptions: Bilingual
    """What the price list calls it, in both languages."""


class Book(TypedDict):
    """The price book that serves a quote."""

    id: str
    """The name that it gives itself."""
    fictional: bool
    """Whether its prices are invented."""
    valid_from: date
    """The first day on which it holds."""
    valid_until: date | None
    """The last day on which it holds; null is without an end."""
    price_period: PricePeriod
    """Whether its amounts are for the whole term or for each year of it."""
    files: tuple[UsedFile, ...]
    """The files that it was read from."""


class Totals(TypedDict):
    """The sum of the lines as they are printed."""

    extended_price: Decimal
    """The sum of the lines."""
    per_device_year: Decimal
    """The sum for each covered device and year, rounded to the smallest amount of the currency."""
    currency: str
    """The currency of both, by its ISO 4217 code."""
    tax: Literal["excluded"]
    """Whether they hold tax: they do not."""


class Seal(TypedDict):
    """What shows that nothing was changed since."""

    sha256: str
    """The hash of the facts in this document, the same in every language: of its JSON in UTF-8
    without seal and sentences, keys in order, with no space between."""
    label: str
    """The same hash with its sentences, which changes with the language as they do."""


class QuoteDocument(Head):
    """The parts for one tier and one term, with the decision that they rest on."""

    schema: Literal["hp-priority/quote@1"]
    """The form of this document, with its major version."""
    request: Request
    """The customer as judged, in codes and tags; null is not stated."""
    status: QuoteStatus
    """`firm`, `unpriced` where only a price is missing or an order unit is not stated,
    `conditional` while an open point decides, or `draft` for a tier that is not eligible."""
    tier: str
    """The id of the tier."""
    term_years: int
    """The term, in years."""
    verdict: Decision
    """The decision on the tier."""
    lines: tuple[Line, ...]
    """The parts, PCs first."""
    currency: str | None
    """The currency of the amounts, by its ISO 4217 code; null where no price book serves."""
    tax: Literal["excluded"] | None
    """Whether the amounts hold tax: they do not; null where no price book serves."""
    price_book: Book | None
    """The price book that serves the quote; null where none does."""
    totals: Totals | None
    """The sum of the lines; null, never less, where a line has no price."""
    not_priced: tuple[str, ...]
    """The part numbers of the lines without a price to pay."""
    notices: tuple[Notice, ...]
    """What else to know."""
    open_points: tuple[OpenPoint, ...]
    """The questions that are open."""
    activation_by: date | None
    """The last day on which activation begins, where the day of purchase is known."""
    valid_until: date | None
    """The last day on which the prices hold; null where no price book serves or it names none."""
    files: tuple[QuotedFile, ...]
    """The files that it was made from, each with the hash of its content."""
    clauses: tuple[Clause, ...]
    """The clauses that anything in it stands on, as the data had them."""
    readings: tuple[Reading, ...]
    """The readings that anything in it rests on, as the data had them."""
    revises: Revised | None
    """The saved quote in whose place it comes; null where it was not made as a revision."""
    seal: Seal
    """The hash of all of this: what was changed since is found by it."""


class QuotesDocument(Head):
    """Quotes for one tier over several terms."""

    schema: Literal["hp-priority/quotes@1"]
    """The form of this document, with its major version."""
    request: Request
    """The customer as judged, in codes and tags; null is not stated."""
    quotes: tuple[QuoteDocument, ...]
    """A whole quote for each term, in the order in which the terms were asked for."""
    refused: tuple[ErrorBody, ...]
    """The terms for which there is no quote, each with the reason."""
    revises: Revised | None
    """The saved quote in whose place these come; null where they were not made as a revision."""
    seal: Seal
    """The hash of all of this: what was changed since is found by it."""
