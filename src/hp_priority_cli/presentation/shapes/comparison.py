"""`hp-priority/comparison@1`, key by key."""

from collections.abc import Mapping
from typing import Literal, NotRequired, TypedDict

from hp_priority_cli.catalog.records import Support
from hp_priority_cli.customer.records import Request
from hp_priority_cli.eligibility.records import Verdict
from hp_priority_cli.presentation.shapes.common import Clauses, Head, Notice, OpenPoint, Readings
from hp_priority_cli.presentation.shapes.quote import Book, Line, Totals
from hp_priority_cli.quoting.records import NoTotal, QuoteStatus


class Feature(TypedDict):
    """A row of the feature matrix for the tiers compared."""

    feature: str
    """The id of the feature."""
    row: int
    """Its row in the matrix, from 1."""
    name: str
    """What it is called, in the language of the run."""
    cells: Mapping[str, Support]
    """For each tier whether it is included; `not-stated` is not no."""
    clauses: Clauses
    """The clauses that speak of it."""
    readings: Readings
    """The readings that a cell rests on."""
    by_place: NotRequired[Mapping[str, Mapping[str, Literal["unavailable", "unconfirmed"]]]]
    """For each place of the customer with a limit, the tiers that the limit touches. A place that
    is not on HP's list is unconfirmed."""


class TierPrice(TypedDict):
    """What one tier costs over one term."""

    tier: str
    """The id of the tier."""
    name: str
    """What it is called."""
    verdict: Verdict
    """Whether the customer may buy it."""
    status: QuoteStatus | None
    """What a quote of it would be; null where it cannot be quoted."""
    totals: Totals | None
    """What it costs; null, never less, where it is not for this customer, or not wholly priced."""
    reason: NoTotal | None
    """Why there is no figure; null where there is one."""
    open_points: tuple[OpenPoint, ...]
    """The questions that are open about it."""
    lines: tuple[Line, ...]
    """The parts that it takes, as its quote would have them; none where it cannot be quoted."""


class TermPrices(TypedDict):
    """What the tiers cost over one term."""

    term_years: int
    """The term, in years."""
    tiers: tuple[TierPrice, ...]
    """The tiers, in the order in which they are compared."""
    difference: Totals | None
    """What the last tier costs more than the first, below zero where it costs less; null where
    either has no figure, or there is but one."""


class Prices(TypedDict):
    """What the tiers cost one customer, term by term."""

    currency: str | None
    """The currency of every amount, by its ISO 4217 code; null where no price book serves."""
    tax: Literal["excluded"] | None
    """Whether the amounts hold tax: they do not; null where no price book serves."""
    price_book: Book | None
    """The price book that every amount is from; null where none serves."""
    terms: tuple[TermPrices, ...]
    """The terms, in the order in which they were asked for."""


class ComparisonDocument(Head):
    """The features of some tiers side by side."""

    schema: Literal["hp-priority/comparison@1"]
    """The form of this document, with its major version."""
    request: Request | None
    """The customer that it was made for, where one was given."""
    tiers: tuple[str, ...]
    """The tiers compared, by their ids."""
    features: tuple[Feature, ...]
    """Every row of the matrix, in its order."""
    gains: tuple[str, ...]
    """The features that the last tier has over the first."""
    losses: tuple[str, ...]
    """The features that the first tier has and the last has not."""
    unclear: tuple[str, ...]
    """The features that the sheet does not state for one of the two."""
    notices: tuple[Notice, ...]
    """What else to know about this customer."""
    prices: Prices | None
    """What the tiers cost this customer; null where prices were not asked for."""
