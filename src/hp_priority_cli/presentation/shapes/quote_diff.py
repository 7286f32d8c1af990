"""`hp-priority/quote-diff@1`, key by key."""

from datetime import date
from decimal import Decimal
from typing import Literal, TypedDict

from hp_priority_cli.evidence.changes import ChangeArea
from hp_priority_cli.presentation.shapes.common import Edition
from hp_priority_cli.quoting.records import QuoteStatus


class DiffedTotals(TypedDict):
    """The sum of the lines of a quote, in its currency and without tax."""

    extended_price: Decimal
    """The sum of the lines."""
    per_device_year: Decimal
    """The sum for each covered device and year."""


class DiffedQuote(TypedDict):
    """A quote in one of the files."""

    tier: str
    """The id of the tier."""
    term_years: int
    """The term, in years."""
    status: QuoteStatus
    """How binding it is."""
    currency: str | None
    """The currency of its amounts, by its ISO 4217 code; null where it has none."""
    tax: Literal["excluded"] | None
    """Whether the amounts hold tax: they do not; null where there are none."""
    fictional: bool | None
    """Whether its prices are invented; null where it has none."""
    totals: DiffedTotals | None
    """The sum of its lines; null where it is withheld."""


class DiffedAnswer(TypedDict):
    """A file that was compared."""

    file: str
    """Its name, as it was given."""
    tool_version: str
    """The version of hp-priority that wrote it."""
    catalog: Edition
    """The edition of the data that it was made from."""
    as_of: date | None
    """The day on which everything in it was judged."""
    customer: str | None
    """The name of the customer."""
    reference: str | None
    """The number of the deal."""
    quotes: tuple[DiffedQuote, ...]
    """The quotes in it, one for each term."""


class QuoteChangeItem(TypedDict):
    """One thing that differs."""

    area: ChangeArea
    """What it is about: the `request`, the `answer`, `parts`, `prices`, or the `basis` of data,
    files and days."""
    code: str
    """What it is. Examples: `fact`, `verdict`, `part`, `net-price`, `total`."""
    id: str
    """Of what: a key of the request, a part number, a condition, a file.
    Examples: `installed_base.pcs`, `U80M6E`, `minimum-base`."""
    term_years: int | None
    """The term of the quote, where a file holds several."""
    old: object
    """The value before; null is nothing, or not stated."""
    new: object
    """The value after; null is nothing, or not stated."""
    difference: int | Decimal | None
    """What the new number, or amount in the same currency, is more than the old one."""
    message: str
    """The change in a sentence, in the language of the run."""


class QuoteDiffDocument(TypedDict):
    """What changed between two saved quotes; neither was judged anew."""

    schema: Literal["hp-priority/quote-diff@1"]
    """The form of this document, with its major version."""
    tool_version: str
    """The version of hp-priority that compared."""
    old: DiffedAnswer
    """The first file."""
    new: DiffedAnswer
    """The second file."""
    change_count: int
    """How many changes there are."""
    changes: tuple[QuoteChangeItem, ...]
    """Every change, area by area."""
