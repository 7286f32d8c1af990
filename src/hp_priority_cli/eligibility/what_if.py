"""A customer as stated beside the same customer with other facts: which verdicts change."""

from dataclasses import dataclass

from hp_priority_cli.customer.records import Request
from hp_priority_cli.eligibility.records import Decision, Eligibility


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
