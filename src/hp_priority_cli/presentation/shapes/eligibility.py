"""`hp-priority/eligibility@1` and `hp-priority/what-if@1`, key by key."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal, NotRequired, TypedDict

from hp_priority_cli.customer.records import ItDesk, Request
from hp_priority_cli.eligibility.records import Outcome, Verdict, Whom
from hp_priority_cli.presentation.shapes.common import (
    Clauses,
    Devices,
    Head,
    Notice,
    OpenPoint,
    Readings,
)
from hp_priority_cli.presentation.shapes.inventory import FleetAmounts


class SomeDevices(TypedDict, total=False):
    """Devices of one class, or of both added up."""

    devices: int
    """PCs and printers added up."""
    pcs: int
    """PCs alone."""
    printers: int
    """Printers alone."""


class WayIn(TypedDict):
    """The least that mends the verdict."""

    add: SomeDevices
    """The devices to add; none where only a fact must change."""
    set: NotRequired[Mapping[str, object]]
    """The facts that must change too, by their keys of the request."""


class Judged(TypedDict):
    """What every condition holds."""

    outcome: Outcome
    """What was found; `disputed` where readings of the sheet disagree."""
    clauses: Clauses
    """The clauses that state the condition."""
    readings: Readings
    """The readings under which the outcome differs."""
    flips_under: Readings
    """The readings that would turn a failure."""
    settled_by: tuple[WayIn, ...]
    """The least that meets every reading, so that nobody need be asked."""
    answers: Mapping[str, str]
    """The answers of HP that it was judged by, by the ids of their points."""
    message: str
    """What was found as a sentence, in the language of the run."""
    remedy: str | None
    """What would mend or settle it; null where it is met."""


class MinimumBase(Judged):
    """Whether the installed base reaches the minimum of the tier."""

    code: Literal["minimum-base"]
    """Which condition it is."""
    measured: Devices
    """The devices that count."""
    required: tuple[SomeDevices, ...]
    """The ways to reach the minimum, of which any one is enough."""
    margin: tuple[SomeDevices, ...]
    """For each way the devices beyond it; negative where the base falls short."""


class StatedDesk(TypedDict):
    """Who diagnoses first."""

    it_desk: ItDesk | None
    """As it was stated; null where it was not."""


class WantedDesk(TypedDict):
    """Who may diagnose first."""

    it_desk: tuple[ItDesk, ...]
    """Those of whom any one will do."""


class Desk(Judged):
    """Whether an IT support desk diagnoses first."""

    code: Literal["it-desk"]
    """Which condition it is."""
    measured: StatedDesk
    """What was stated."""
    required: WantedDesk
    """What would do."""
    margin: None
    """Nothing: this is no figure."""


class StatedWhole(TypedDict):
    """Whether the whole base is covered."""

    whole_base: bool | None
    """As it was stated; null where it was not."""


class WholeBase(Judged):
    """Whether the customer covers its whole base."""

    code: Literal["whole-base"]
    """Which condition it is."""
    measured: StatedWhole
    """What was stated."""
    required: StatedWhole
    """What must be so."""
    margin: None
    """Nothing: this is no figure."""


class StatedPlaces(TypedDict):
    """The places of the customer by how they stand to HP's list."""

    listed: tuple[str, ...]
    """Those on the list."""
    by_succession: tuple[str, ...]
    """Those that stand for a withdrawn entry."""
    not_listed: tuple[str, ...]
    """Those that are not on the list."""


class WantedPlaces(TypedDict):
    """How many places must be on the list."""

    listed: int
    """At least so many."""


class ListedCountry(Judged):
    """Whether a place of the customer is on HP's list."""

    code: Literal["listed-country"]
    """Which condition it is."""
    measured: StatedPlaces
    """The places that were stated."""
    required: WantedPlaces
    """What is needed."""
    margin: None
    """Nothing: this is no figure."""


class Confirmed(TypedDict):
    """An answer of HP or the customer that bears on the tier."""

    point: str
    """The open point, by its id, or the reading in dispute."""
    answer: str
    """What was answered."""
    by: str | None
    """Who said it."""
    on: date | None
    """The day on which it was said."""
    reference: str | None
    """Where it can be found again."""
    base: Devices | None
    """The base that HP's word is on; null where it is not on a base."""
    ask: Whom
    """Whose answer it is."""
    message: str
    """The answer as a statement, in the language of the run."""


class Decision(TypedDict):
    """What was found for one tier."""

    tier: str
    """The id of the tier."""
    name: str
    """The name of the tier."""
    verdict: Verdict
    """`eligible` under every reading, `conditional` while an open point decides, or
    `not-eligible`."""
    conditions: tuple[MinimumBase | Desk | WholeBase | ListedCountry, ...]
    """Every condition, the met ones too."""
    waits_for: tuple[Whom, ...]
    """Who holds the answers that a conditional verdict waits for."""
    open_points: tuple[OpenPoint, ...]
    """The questions that are open."""
    notices: tuple[Notice, ...]
    """What else to know."""
    ways_in: tuple[WayIn, ...]
    """What would make a tier that fails eligible, as alternatives."""
    headroom: Devices | None
    """For each class, alone, how many devices may go before the minimum is missed; null where it
    is not met."""
    confirmed: tuple[Confirmed, ...]
    """The answers that bear on it."""


class EligibilityDocument(Head):
    """Which tiers the customer may buy, why, what is missing and what to ask."""

    schema: Literal["hp-priority/eligibility@1"]
    """The form of this document, with its major version."""
    request: Request
    """The customer as judged, in codes and tags; null is not stated."""
    tiers: tuple[Decision, ...]
    """A decision for each tier from the lowest to the highest, or for the one that was asked for.
    """
    highest_eligible: str | None
    """The highest tier that is plainly eligible."""
    highest_possible: str | None
    """The highest tier that does not fail."""
    inventory: NotRequired[FleetAmounts]
    """Where the base was counted from the exports of a fleet: what they amount to. While rows are
    open, a tier that fails may yet be within reach."""


_From = TypedDict("_From", {"from": Annotated[Verdict, "The verdict as things were stated."]})


class Change(_From):
    """A tier whose verdict is another under the supposition."""

    tier: str
    """The id of the tier."""
    name: str
    """The name of the tier."""
    to: Verdict
    """The verdict under the supposition."""
    waits_for: tuple[Whom, ...]
    """Who holds the answers that it waits for then."""


class Supposition(TypedDict):
    """Other facts about the same customer, and what they change."""

    given: str
    """The facts as they were given. Example: `pcs=5000`."""
    request: Request
    """The customer as it would be."""
    changes: tuple[Change, ...]
    """The tiers whose verdict changes, and no others."""
    settles: tuple[OpenPoint, ...]
    """The questions that decide something now and that nobody would need to ask."""
    raises: tuple[OpenPoint, ...]
    """The questions that would decide something and do not now."""
    highest_eligible: str | None
    """The highest tier that would be plainly eligible."""
    highest_possible: str | None
    """The highest tier that would not fail."""


class WhatIfDocument(Head):
    """Which verdicts other facts would change."""

    schema: Literal["hp-priority/what-if@1"]
    """The form of this document, with its major version."""
    request: Request
    """The customer as stated, in codes and tags; null is not stated."""
    highest_eligible: str | None
    """The highest tier that is plainly eligible as things are."""
    highest_possible: str | None
    """The highest tier that does not fail as things are."""
    suppositions: tuple[Supposition, ...]
    """Each supposition with what it changes, in the order in which they were given."""
