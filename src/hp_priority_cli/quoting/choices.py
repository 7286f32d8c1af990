"""What could be quoted: the parts of every tier that does not fail, for each term."""

from collections.abc import Mapping
from dataclasses import dataclass

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.records import DeviceClass, Part, Tier
from hp_priority_cli.catalog.terms import refuse_term_not_offered
from hp_priority_cli.customer.records import Request
from hp_priority_cli.eligibility.base import count_base
from hp_priority_cli.eligibility.records import Decision, Eligibility
from hp_priority_cli.quoting.quote import classes_in_scope, covered_devices, terms_with_parts


@dataclass(frozen=True, slots=True)
class ClassChoice:
    """The parts for the devices of one class by term; None where there is no part."""

    device_class: DeviceClass
    covered_devices: int
    parts: Mapping[int, Part | None]


@dataclass(frozen=True, slots=True)
class TierChoice:
    """What a tier takes by term. `terms` are those for which every class in scope has a part."""

    decision: Decision
    classes: tuple[ClassChoice, ...]
    terms: tuple[int, ...]


def quotable(
    catalog: Catalog, request: Request, eligibility: Eligibility
) -> tuple[TierChoice, ...]:
    """The tiers that do not fail, from the lowest; only the tier and the term wanted, if any.

    Raises Refused, `term-not-offered`, where no tier has the term.
    """
    refuse_term_not_offered(catalog, request.term_years)
    return tuple(
        _choice(catalog, catalog.tier(decision.tier), request, decision)
        for decision in eligibility.tiers
        if decision.verdict != "not-eligible" and request.tier in (None, decision.tier)
    )


def _choice(catalog: Catalog, tier: Tier, request: Request, decision: Decision) -> TierChoice:
    base = count_base(request)
    terms = catalog.terms if request.term_years is None else (request.term_years,)
    classes = tuple(
        ClassChoice(
            device_class,
            covered_devices(device_class, base),
            {years: catalog.part_for(tier.id, device_class, years) for years in terms},
        )
        for device_class in classes_in_scope(catalog, tier, base)
    )
    return TierChoice(decision, classes, terms_with_parts(catalog, tier, base))
