"""The answer of `assess`: a decision per tier, every figure in it with its clause. No sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from hp_priority_cli.customer.records import Answer

Outcome = Literal["met", "not-met", "unknown", "disputed"]
Verdict = Literal["eligible", "conditional", "not-eligible"]
Whom = Literal["customer", "hp"]
Counts = Mapping[str, int]
"""Devices by class or in all, under the keys `pcs`, `printers` or `devices`."""


@dataclass(frozen=True, slots=True)
class WayIn:
    """The least that mends a tier: devices of one class to `add`, facts to `set`."""

    add: Counts
    set: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Condition:
    """One of the four conditions, judged.

    `readings` are those under which the outcome differs, `flips_under` those that would turn a
    failure, `settled_by` the least that meets every reading where they disagree. `answers` are
    those of HP that it was judged by, under the ids of their points.
    """

    code: str
    outcome: Outcome
    measured: Mapping[str, object]
    required: object
    margin: tuple[Counts, ...] | None
    clauses: tuple[str, ...]
    readings: tuple[str, ...] = ()
    flips_under: tuple[str, ...] = ()
    settled_by: tuple[WayIn, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """A question whose answer can change a verdict (`decides`) or is worth having."""

    id: str
    ask: Whom
    code: str
    decides: bool
    reading: str | None = None
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know that decides nothing."""

    code: str
    values: Mapping[str, object]
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """What was found for one tier. `headroom` is None where the minimum is not met.

    `confirmed` are the answers of HP and the customer that bear on the tier.
    """

    tier: str
    verdict: Verdict
    conditions: tuple[Condition, ...]
    waits_for: tuple[Whom, ...]
    open_points: tuple[OpenPoint, ...]
    notices: tuple[Notice, ...]
    ways_in: tuple[WayIn, ...]
    headroom: Counts | None
    confirmed: tuple[Answer, ...] = ()

    def condition(self, code: str) -> Condition:
        """The condition of that code."""
        return next(each for each in self.conditions if each.code == code)

    @property
    def failures(self) -> tuple[Condition, ...]:
        """The conditions that are not met."""
        return tuple(each for each in self.conditions if each.outcome == "not-met")


@dataclass(frozen=True, slots=True)
class Eligibility:
    """A decision for each tier, from the lowest to the highest."""

    tiers: tuple[Decision, ...]

    def decision(self, tier_id: str) -> Decision:
        """The decision on one tier."""
        return next(each for each in self.tiers if each.tier == tier_id)

    @property
    def highest_eligible(self) -> str | None:
        """The highest tier that is plainly eligible."""
        return next((e.tier for e in reversed(self.tiers) if e.verdict == "eligible"), None)

    @property
    def highest_possible(self) -> str | None:
        """The highest tier that does not fail."""
        return next((e.tier for e in reversed(self.tiers) if e.verdict != "not-eligible"), None)
