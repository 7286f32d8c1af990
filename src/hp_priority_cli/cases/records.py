"""A file of cases, as plain frozen records in its shape, and a case that is ready to be run.

The field names *are* the keys of the file. What is left out is not looked at. A list of names
(`notices`, `open_points`, `readings`) holds what must be there beside anything else; an empty one
says that there must be none.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from hp_priority_cli.catalog.records import Support
from hp_priority_cli.customer.records import ItDesk, Request
from hp_priority_cli.eligibility.records import Verdict, Whom
from hp_priority_cli.errors import Path, Spot
from hp_priority_cli.quoting.records import QuoteStatus

Refusal = Literal["not-eligible", "term-not-offered", "no-part-for-term", "nothing-to-quote"]


@dataclass(frozen=True, slots=True)
class ExpectedWay:
    """One way into a tier: the devices of one class to add, and the facts that must change."""

    pcs: int | None = None
    """PCs to add. Example: `1`."""
    printers: int | None = None
    """Printers to add. Example: `1`."""
    it_desk: ItDesk | None = None
    """The IT desk that is needed. Example: `own`."""
    whole_base: bool | None = None
    """That the whole base must be covered. Example: `true`."""


@dataclass(frozen=True, slots=True)
class ExpectedTier:
    """What should be found on one tier."""

    verdict: Verdict | None = None
    """The verdict on the tier."""
    waits_for: tuple[Whom, ...] | None = None
    """Everybody whose answer a conditional verdict waits for; an empty list where nobody's."""
    ways_in: tuple[ExpectedWay, ...] | None = None
    """Every way into a tier that fails. Example: `[{"pcs": 1}, {"printers": 1}]`."""
    readings: tuple[str, ...] | None = None
    """Readings of the data sheet that the verdict hangs on, or that would turn it. Example:
    `["access-plus-minimum-counts-printers"]`."""
    open_points: tuple[str, ...] | None = None
    """Questions that should be asked: the word of a question, with its place or class where it
    matters. Examples: `["it-desk"]`, `["country-not-listed:RO"]`."""
    no_open_points: tuple[str, ...] = ()
    """Questions that should not be asked."""
    notices: tuple[str, ...] | None = None
    """Notices that should be given: the code of a notice, with its place, language or device type
    where it matters. Examples: `["displays-not-counted"]`, `["country-not-listed:RO"]`."""
    no_notices: tuple[str, ...] = ()
    """Notices that should not be given."""
    features: Mapping[str, Support] = field(default_factory=dict)
    """Features of the tier and whether it holds them. Example: `{"priority-parts": "included"}`."""


@dataclass(frozen=True, slots=True)
class ExpectedQuote:
    """What should be quoted, or refused, for one tier and term."""

    tier: str
    """The tier that is quoted. Examples: `access`, `management-plus`."""
    term_years: int
    """The term in years. Example: `3`."""
    parts: Mapping[str, int | None] | None = None
    """Every part of the quote with the number to order; null where that is open. Example:
    `{"U80M6E": 300}`."""
    refused: Refusal | None = None
    """Why nothing should be quoted."""
    terms: tuple[int, ...] | None = None
    """The terms that a refusal should offer. Example: `[1, 3, 4, 5]`."""
    status: QuoteStatus | None = None
    """What the quote should be worth."""
    activation_by: date | None = None
    """The last day of activation, for a customer with a purchase date. Example: `2026-12-31`."""
    open_points: tuple[str, ...] | None = None
    """Questions that should be on the quote. Example: `["order-unit"]`."""
    no_open_points: tuple[str, ...] = ()
    """Questions that should not be on the quote."""
    notices: tuple[str, ...] | None = None
    """Notices that should be on the quote. Examples: `["order-unit-open"]`,
    `["base-under-band:U80M8E"]`."""
    no_notices: tuple[str, ...] = ()
    """Notices that should not be on the quote."""


@dataclass(frozen=True, slots=True)
class Case:
    """A customer with what should be found."""

    name: str
    """What the case shows, as a sentence. No two cases of a folder have the same name."""
    customer: Request | None = None
    """The customer, as in a request file, on top of what all customers of the file share. Null
    takes a fact back that is shared."""
    expect: Mapping[str, ExpectedTier] = field(default_factory=dict)
    """What should be found, tier by tier. Example: `{"access": {"verdict": "eligible"}}`."""
    quotes: tuple[ExpectedQuote, ...] = ()
    """What should be quoted or refused."""


@dataclass(frozen=True, slots=True)
class CasesFile:
    """Cases that the data of a folder should answer as written here."""

    schema: Literal["hp-priority/cases@1"]
    """The form of this file."""
    cases: tuple[Case, ...]
    """The cases."""
    customer: Request | None = None
    """What the customers of all cases share, unless a case says otherwise."""


@dataclass(frozen=True, slots=True)
class ReadyCase:
    """A case whose customer is in codes and tags. `spot` tells where a thing of it stands."""

    name: str
    request: Request
    expect: Mapping[str, ExpectedTier]
    quotes: tuple[ExpectedQuote, ...]
    spot: Callable[[Path], Spot]
