"""`hp-priority/verification@1`, key by key."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Literal, TypedDict

from hp_priority_cli.catalog.records import DeviceClass, OrderUnit
from hp_priority_cli.eligibility.records import Verdict
from hp_priority_cli.evidence.records import FileKind
from hp_priority_cli.evidence.verification import Effect, FileState, Outcome
from hp_priority_cli.presentation.shapes.common import Edition, Head
from hp_priority_cli.presentation.shapes.error import ErrorBody
from hp_priority_cli.quoting.records import PriceStatus, QuoteStatus


class Difference(TypedDict):
    """One thing that is not as it was saved, or that could not be judged."""

    code: str
    """Which one. Examples: `price-changed`, `verdict-changed`, `validity-passed`."""
    effect: Effect
    """What it makes of the quote: `changed`, `not-judged`, or nothing, being only `told`."""
    sku: str | None
    """The part of the saved line that it is about; null where it is about the whole quote."""
    values: Mapping[str, object]
    """The figures and codes of the sentence, for programs; `old` is as it was saved, `new` as it
    is today. Which are there follows from the code."""
    message: str
    """What differs, in a sentence, in the language of the run."""


class Side(TypedDict):
    """A line, as it was saved or as it would be today."""

    sku: str
    """The part number."""
    covered_devices: int
    """The devices that it covers."""
    order_unit: OrderUnit
    """What one ordered part stands for."""
    order_quantity: int | None
    """How many to order; null while the order unit is open."""
    list_price: Decimal | None
    """The list price of one unit over the whole term, without tax."""
    discount_percent: Decimal | None
    """The discount on it, in percent."""
    net_price: Decimal | None
    """The net price of one unit over the whole term, without tax."""
    extended_price: Decimal | None
    """The net price of the line, without tax."""
    price_status: PriceStatus
    """Whether the line is priced, and if not, why."""


class Line(TypedDict):
    """A line as it was saved and as it would be today."""

    device_class: DeviceClass
    """The devices that it is for, by which the two were matched."""
    outcome: Outcome
    """What became of it."""
    then: Side | None
    """As it was saved; null where there was no such line."""
    now: Side | None
    """As it would be today; null where there is no such line."""


class Summary(TypedDict):
    """What a quote comes to."""

    status: QuoteStatus
    """How firm it is."""
    verdict: Verdict
    """The verdict on its tier."""
    price_book: str | None
    """The id of the price book that serves it."""
    fictional: bool | None
    """Whether its amounts are invented."""
    currency: str | None
    """The currency of the amounts."""
    tax: Literal["excluded"] | None
    """Whether the amounts hold tax: they do not."""
    total: Decimal | None
    """The sum of the lines; null where a line has no price."""
    valid_until: date | None
    """The last day on which the prices hold."""


class Made(TypedDict):
    """By what and when a quote was made."""

    tool_version: str
    """The version of hp-priority that made it."""
    catalog: Edition
    """The edition of the data."""
    as_of: date | None
    """The day on which everything was judged."""


class UsedFile(TypedDict):
    """A file that the quote was made from."""

    kind: FileKind
    """What it was: one of the data files, the request, or a file of a price book."""
    file: str
    """Its name, without folders."""
    sha256: str
    """The hash of its content when the quote was made."""
    state: FileState
    """Whether it is still what it was. Data with the same facts are the same."""


class Quote(TypedDict):
    """A saved quote beside that of today."""

    customer: str | None
    """The customer's name."""
    reference: str | None
    """The number of the deal."""
    tier: str
    """The id of the tier."""
    term_years: int
    """The term, in years."""
    outcome: Outcome
    """What became of it: changed where anything is, else not judged where anything could not be."""
    made: Made
    """By what and when it was made."""
    then: Summary
    """What it came to."""
    now: Summary | None
    """What it would come to today; null where there could be no such quote. It is that of the parts
    alone where prices could not be judged."""
    lines: tuple[Line, ...]
    """Every line, those as they were saved first."""
    differences: tuple[Difference, ...]
    """Everything that differs or could not be judged."""
    files: tuple[UsedFile, ...]
    """Every file that it was made from."""


class File(TypedDict):
    """A file that was named."""

    file: str
    """The file, as it was named."""
    outcome: Outcome | Literal["unread"]
    """What became of all that it holds; `unread` where it is no quote that can be read."""
    error: ErrorBody | None
    """Why it could not be read; null where it was."""
    differences: tuple[Difference, ...]
    """What is wrong with the file itself: its seal, or figures that contradict each other."""
    quotes: tuple[Quote, ...]
    """The quote in it, or one for each of several terms."""


class VerificationDocument(Head):
    """Which saved quotes still hold."""

    schema: Literal["hp-priority/verification@1"]
    """The form of this document, with its major version."""
    quote_count: int
    """How many quotes were read."""
    unchanged_count: int
    """How many of them hold as they were saved."""
    changed_count: int
    """How many do not."""
    not_judged_count: int
    """How many could not be judged in full, and are otherwise as they were saved."""
    unread_count: int
    """How many files could not be read as a quote."""
    files: tuple[File, ...]
    """Every file, in the order in which it was named."""
