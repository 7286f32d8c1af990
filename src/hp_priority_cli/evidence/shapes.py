"""The shape of the answers that people save: quotes and verdicts, as any release writes them.

A key more is no mistake: within one major version of a schema, keys are only ever added, and what
an earlier release did not write has a default here. Whether an answer still holds is not judged.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Literal

from hp_priority_cli.catalog.records import Bilingual, Clause, DeviceClass, OrderUnit, Reading
from hp_priority_cli.customer.records import Answer
from hp_priority_cli.eligibility.records import Outcome, Verdict, Whom
from hp_priority_cli.evidence.records import Edition, QuotedFile
from hp_priority_cli.prices.records import PricePeriod
from hp_priority_cli.quoting.records import PriceStatus, QuoteStatus, UnitSource
from hp_priority_cli.readers.used import UsedFile

_MORE_KEYS: Mapping[str, str] = {"extra": "ignore"}
Counted = tuple[Mapping[str, int], ...]


@dataclass(frozen=True, slots=True)
class SavedCatalog(Edition):
    """The edition of the data that an answer was given on."""

    __pydantic_config__: ClassVar = _MORE_KEYS


@dataclass(frozen=True, slots=True)
class SavedFile(QuotedFile):
    """A file that a quote was made from."""

    __pydantic_config__: ClassVar = _MORE_KEYS


@dataclass(frozen=True, slots=True)
class SavedBookFile(UsedFile):
    """A file of a price book."""

    __pydantic_config__: ClassVar = _MORE_KEYS


@dataclass(frozen=True, slots=True)
class SavedClause(Clause):
    """A clause that something in the quote stands on."""

    __pydantic_config__: ClassVar = _MORE_KEYS


@dataclass(frozen=True, slots=True)
class SavedReading(Reading):
    """A reading that something in the quote rests on."""

    __pydantic_config__: ClassVar = _MORE_KEYS


@dataclass(frozen=True, slots=True)
class SavedWayIn:
    """The least that mends a tier."""

    __pydantic_config__: ClassVar = _MORE_KEYS
    add: Mapping[str, int]
    set: Mapping[str, object] = field(default_factory=dict)


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
    flips_under: tuple[str, ...] = ()
    settled_by: tuple[SavedWayIn, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)


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
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SavedNotice:
    """A notice."""

    __pydantic_config__: ClassVar = _MORE_KEYS
    code: str
    values: Mapping[str, object]
    message: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SavedConfirmation(Answer):
    """An answer of HP or the customer that bears on the tier."""

    __pydantic_config__: ClassVar = _MORE_KEYS


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
    confirmed: tuple[SavedConfirmation, ...] = ()


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
    price_status: PriceStatus
    price_trail: tuple[Mapping[str, object], ...] = ()
    unit_source: UnitSource | None = None
    descriptions: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class SavedBook:
    """What a quote tells of its price book."""

    __pydantic_config__: ClassVar = _MORE_KEYS
    id: str
    fictional: bool
    valid_from: date
    valid_until: date | None
    price_period: PricePeriod
    files: tuple[SavedBookFile, ...]


@dataclass(frozen=True, slots=True)
class SavedTotals:
    """The sum of the lines, as decimals in quotes."""

    __pydantic_config__: ClassVar = _MORE_KEYS
    extended_price: str
    per_device_year: str
    currency: str
    tax: Literal["excluded"]


@dataclass(frozen=True, slots=True)
class SavedSeal:
    """The hash of everything before it."""

    __pydantic_config__: ClassVar = _MORE_KEYS
    sha256: str


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
    tax: Literal["excluded"] | None = None
    price_book: SavedBook | None = None
    totals: SavedTotals | None = None
    not_priced: tuple[str, ...] = ()
    valid_until: date | None = None
    files: tuple[SavedFile, ...] = ()
    clauses: tuple[SavedClause, ...] = ()
    readings: tuple[SavedReading, ...] = ()
    seal: SavedSeal | None = None


@dataclass(frozen=True, slots=True)
class SavedRefusal:
    """A term for which there is no quote, and why."""

    __pydantic_config__: ClassVar = _MORE_KEYS
    code: Literal["term-not-offered", "no-part-for-term"]
    message: str
    values: Mapping[str, object]
    remedy: str | None = None


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
    refused: tuple[SavedRefusal, ...]
    seal: SavedSeal | None = None


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
