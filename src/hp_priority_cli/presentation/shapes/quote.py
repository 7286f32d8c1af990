"""`hp-priority/quote@1`, key by key."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Literal, TypedDict

from hp_priority_cli.catalog.records import DeviceClass, OrderUnit
from hp_priority_cli.customer.records import Request
from hp_priority_cli.presentation.shapes.common import Head, Notice, OpenPoint
from hp_priority_cli.presentation.shapes.eligibility import Decision
from hp_priority_cli.quoting.records import PriceStatus, QuoteStatus


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
    """The list price of one unit."""
    discount_percent: Decimal | None
    """The discount on it."""
    net_price: Decimal | None
    """The net price of one unit."""
    extended_price: Decimal | None
    """The net price of the line."""
    price_status: PriceStatus
    """Whether the line is priced, and if not, why."""
    price_trail: tuple[Mapping[str, object], ...]
    """How the price came about."""


class QuoteDocument(Head):
    """The parts for one tier and one term, with the decision that they rest on."""

    schema: Literal["hp-priority/quote@1"]
    """The form of this document, with its major version."""
    request: Request
    """The customer as judged, in codes and tags; null is not stated."""
    status: QuoteStatus
    """`firm`, `unpriced` where only prices or an order unit are missing, `conditional` while an
    open point decides, or `draft` for a tier that is not eligible."""
    tier: str
    """The id of the tier."""
    term_years: int
    """The term, in years."""
    verdict: Decision
    """The decision on the tier."""
    lines: tuple[Line, ...]
    """The parts, PCs first."""
    currency: None
    """The currency of the amounts."""
    tax: None
    """Whether the amounts hold tax."""
    price_book: None
    """The price book that priced the quote."""
    totals: None
    """The sum of the lines."""
    notices: tuple[Notice, ...]
    """What else to know."""
    open_points: tuple[OpenPoint, ...]
    """The questions that are open."""
    activation_by: date | None
    """The last day on which activation begins, where the day of purchase is known."""
    valid_until: None
    """The last day on which the prices hold."""
