"""A customer as stated beside the same customer with other facts: which verdicts change."""

from collections.abc import Sequence
from dataclasses import dataclass

from hp_priority_cli.customer.records import Request
from hp_priority_cli.eligibility.records import Decision, Eligibility, OpenPoint


@dataclass(frozen=True, slots=True)
class WhatIf:
    """One supposition: the words that gave it, the request as it would be, and what is found."""

    given: str
    request: Request
    eligibility: Eligibility


def changed_tiers(now: Eligibility, suppositions: tuple[WhatIf, ...]) -> tuple[str, ...]:
    """The tiers whose verdict any of the suppositions changes, from the lowest to the highest."""
    return tuple(
        decision.tier
        for decision in now.tiers
        if any(is_changed(decision, each) for each in suppositions)
    )


def is_changed(decision: Decision, supposition: WhatIf) -> bool:
    """Whether the verdict on a tier is another under a supposition."""
    return supposition.eligibility.decision(decision.tier).verdict != decision.verdict


def settled_points(
    now: Eligibility, supposition: WhatIf, tiers: Sequence[str]
) -> tuple[OpenPoint, ...]:
    """The questions on tiers that decide something now and that nobody need ask under a
    supposition.
    """
    return _only_in(now, supposition.eligibility, tiers)


def raised_points(
    now: Eligibility, supposition: WhatIf, tiers: Sequence[str]
) -> tuple[OpenPoint, ...]:
    """The questions on tiers that decide something under a supposition and do not now."""
    return _only_in(supposition.eligibility, now, tiers)


def _only_in(here: Eligibility, there: Eligibility, tiers: Sequence[str]) -> tuple[OpenPoint, ...]:
    """The deciding questions of one judgement that the other does not ask, of whatever tier."""
    asked = {(point.id, point.reading) for point in _deciding(there, tiers)}
    new = {(p.id, p.reading): p for p in _deciding(here, tiers) if (p.id, p.reading) not in asked}
    return tuple(new.values())


def _deciding(found: Eligibility, tiers: Sequence[str]) -> list[OpenPoint]:
    decisions = (found.decision(tier) for tier in tiers)
    return [point for each in decisions for point in each.open_points if point.decides]
