"""The shape of the answers that people save: quotes and verdicts, as any release writes them.

A key more is no mistake: within one major version of a schema, keys are only ever added. Whether
an answer still holds is not judged here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from hp_priority_cli.catalog.records import DeviceClass, OrderUnit
from hp_priority_cli.eligibility.records import Outcome, Verdict, Whom
from hp_priority_cli.quoting.records import QuoteStatus

_MORE_KEYS: Mapping[str, str] = {"extra": "ignore"}
Counted = tuple[Mapping[str, int], ...]


@dataclass(frozen=True, slots=True)
class SavedCatalog:
    """The edition of the data that an answer was given on."""

    __pydantic_config__: ClassVar = _MORE_KEYS
    document: str
    edition: str
    sha256: str


@dataclass(frozen=True, slots=True)
class SavedCondition:
    """One of the four conditions, with its figures."""

    __pydantic_config__: ClassVar = _MORE_KEYS
    code: str
    outcome: Outcome
    measured: Mapping[str, object]
    required: object
    margin: Counted | None
    clauses: tuple[str, ...]
    readings: tuple[str, ...]
    message: str
    remedy: str | None


@dataclass(frozen=True, slots=True)
class SavedWayIn:
    """The least that mends a tier."""

    __pydantic_config__: ClassVar = _MORE_KEYS
    add: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class SavedPoint:
    """An open point."""

    __pydantic_config__: ClassVar = _MORE_KEYS
    id: str
    ask: Whom
    code: str
    decides: bool
    reading: str | None
    question: str


@dataclass(frozen=True, slots=True)
class SavedNotice:
    """A notice."""

    __pydantic_config__: ClassVar = _MORE_KEYS
    code: str
    values: Mapping[str, object]
    message: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SavedDecision:
    """The decision on one tier."""

    __pydantic_config__: ClassVar = _MORE_KEYS
    tier: str
    name: str
    verdict: Verdict
    conditions: tuple[SavedCondition, ...]
    waits_for: tuple[Whom, ...]
    open_points: tuple[SavedPoint, ...]
    notices: tuple[SavedNotice, ...]
    ways_in: tuple[SavedWayIn, ...]
    headroom: Mapping[str, int] | None


@dataclass(frozen=True, slots=True)
class SavedLine:
    """A line of a quote; amounts are decimals in quotes, or null."""

    __pydantic_config__: ClassVar = _MORE_KEYS
    sku: str
    description: str
    device_class: DeviceClass
    term_years: int
    covered_devices: int
    order_unit: OrderUnit
    order_quantity: int | None
    list_price: str | None
    discount_percent: str | None
    net_price: str | None
    extended_price: str | None
    price_status: str


@dataclass(frozen=True, slots=True)
class SavedQuote:
    """`hp-priority/quote@1`."""

    __pydantic_config__: ClassVar = _MORE_KEYS
    schema: Literal["hp-priority/quote@1"]
    tool_version: str
    catalog: SavedCatalog
    as_of: date
    request: Mapping[str, object]
    status: QuoteStatus
    tier: str
    term_years: int
    verdict: SavedDecision
    lines: tuple[SavedLine, ...]
    currency: str | None
    notices: tuple[SavedNotice, ...]
    open_points: tuple[SavedPoint, ...]
    activation_by: date | None


@dataclass(frozen=True, slots=True)
class SavedQuotes:
    """`hp-priority/quotes@1`: a whole quote for each of several terms."""

    __pydantic_config__: ClassVar = _MORE_KEYS
    schema: Literal["hp-priority/quotes@1"]
    tool_version: str
    catalog: SavedCatalog
    as_of: date
    request: Mapping[str, object]
    quotes: tuple[SavedQuote, ...]
    refused: tuple[Mapping[str, object], ...]


@dataclass(frozen=True, slots=True)
class SavedEligibility:
    """`hp-priority/eligibility@1`."""

    __pydantic_config__: ClassVar = _MORE_KEYS
    schema: Literal["hp-priority/eligibility@1"]
    tool_version: str
    catalog: SavedCatalog
    as_of: date
    request: Mapping[str, object]
    tiers: tuple[SavedDecision, ...]
    highest_eligible: str | None
    highest_possible: str | None
