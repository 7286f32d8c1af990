"""The four conditions, one function each. A function compares; the figures are the catalog's."""

from collections.abc import Callable
from dataclasses import dataclass

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.records import Minimum, OtherMinimum, Tier
from hp_priority_cli.customer.records import Request
from hp_priority_cli.eligibility.base import (
    CLASSES,
    Counted,
    count_base,
    least_to_add,
    margin,
    meets,
    way_counts,
)
from hp_priority_cli.eligibility.records import Condition, Outcome, WayIn


def judge_conditions(catalog: Catalog, tier: Tier, request: Request) -> tuple[Condition, ...]:
    """The four conditions of a tier for a request, in the order of the contract."""
    return tuple(condition(catalog, tier, request) for condition in _CONDITIONS)


def minimum_base(catalog: Catalog, tier: Tier, request: Request) -> Condition:
    """The tier's least installed base, under the adopted reading and the others."""
    base, minimum = count_base(request), tier.minimum
    against = [each for each in minimum.other_readings if not meets(each.ways, base)]
    flips: tuple[str, ...] = ()
    outcome: Outcome = "met"
    if not meets(minimum.ways, base):
        outcome = "not-met"
        others = [each for each in minimum.other_readings if not each.ways or each not in against]
        flips = tuple(each.reading for each in others)
    elif against:
        outcome = "disputed"
    differing = tuple(each.reading for each in against) if outcome == "disputed" else flips
    return Condition(
        code="minimum-base",
        outcome=outcome,
        measured={"pcs": base.pcs, "printers": base.printers},
        required=tuple(dict([way_counts(way)]) for way in minimum.ways),
        margin=tuple({way_counts(way)[0]: margin(way, base)} for way in minimum.ways),
        clauses=minimum.clauses,
        readings=differing,
        flips_under=flips,
        settled_by=_settled_by(minimum, base) if outcome == "disputed" else (),
    )


def _settled_by(minimum: Minimum, base: Counted) -> tuple[WayIn, ...]:
    """The least of each class that meets every reading; nothing where one leaves it to HP."""
    readings = (OtherMinimum("", minimum.ways), *minimum.other_readings)
    ways = []
    for device_class in CLASSES:
        needs = [least_to_add(each.ways, base, device_class) for each in readings]
        known = [need for need in needs if need is not None]
        if len(known) == len(needs):
            ways.append(WayIn({device_class: max(known)}))
    return tuple(ways)


def it_desk(catalog: Catalog, tier: Tier, request: Request) -> Condition:
    """An IT support desk, the customer's own or a provider's, diagnoses first."""
    outcome: Outcome = "met"
    if request.it_desk is None:
        outcome = "unknown"
    elif request.it_desk == "none":
        outcome = "not-met"
    return Condition(
        code="it-desk",
        outcome=outcome,
        measured={"it_desk": request.it_desk},
        required={"it_desk": ("own", "partner")},
        margin=None,
        clauses=catalog.prerequisite("it-desk").clauses,
    )


def whole_base(catalog: Catalog, tier: Tier, request: Request) -> Condition:
    """The customer covers all of its warranted HP PCs and printers."""
    outcomes: dict[bool | None, Outcome] = {None: "unknown", True: "met", False: "not-met"}
    return Condition(
        code="whole-base",
        outcome=outcomes[request.whole_base],
        measured={"whole_base": request.whole_base},
        required={"whole_base": True},
        margin=None,
        clauses=catalog.prerequisite("whole-base").clauses,
    )


@dataclass(frozen=True, slots=True)
class SortedPlaces:
    """The places of a request by how they stand to HP's list.

    `doubtful` are on the list by a name that could mean another place; `by_succession` stand for a
    withdrawn entry. Both are taken under the adopted readings alone.
    """

    listed: tuple[str, ...]
    doubtful: tuple[str, ...]
    by_succession: tuple[str, ...]
    not_listed: tuple[str, ...]


def sort_places(catalog: Catalog, codes: tuple[str, ...]) -> SortedPlaces:
    """Each place of a request under the one heading it belongs to."""
    printed = [(code, place) for code in codes if (place := catalog.place(code)) is not None]
    rest = [code for code in codes if catalog.place(code) is None]
    return SortedPlaces(
        listed=tuple(code for code, place in printed if not place.confused_with),
        doubtful=tuple(code for code, place in printed if place.confused_with),
        by_succession=tuple(code for code in rest if catalog.predecessor(code) is not None),
        not_listed=tuple(code for code in rest if catalog.predecessor(code) is None),
    )


def listed_country(catalog: Catalog, tier: Tier, request: Request) -> Condition:
    """At least one place is on the list, and those that are not are a point for HP."""
    places = sort_places(catalog, request.places)
    taken = (*places.listed, *places.doubtful, *places.by_succession)
    if not request.places:
        outcome: Outcome = "unknown"
    elif not taken:
        outcome = "not-met"
    elif places.not_listed:
        outcome = "unknown"
    else:
        outcome = "met" if places.listed == taken else "disputed"
    flips = _flipping_readings(catalog, places) if outcome == "not-met" else ()
    return Condition(
        code="listed-country",
        outcome=outcome,
        measured={
            "listed": (*places.listed, *places.doubtful),
            "by_succession": places.by_succession,
            "not_listed": places.not_listed,
        },
        required={"listed": 1},
        margin=None,
        clauses=catalog.prerequisite("listed-country").clauses,
        readings=flips or _doubted_readings(catalog, places, outcome),
        flips_under=flips,
    )


def _flipping_readings(catalog: Catalog, places: SortedPlaces) -> tuple[str, ...]:
    mistaken = [catalog.mistaken_for(code) for code in places.not_listed]
    return tuple(sorted({each.reading for each in mistaken if each and each.reading}))


def _doubted_readings(catalog: Catalog, places: SortedPlaces, outcome: Outcome) -> tuple[str, ...]:
    """The readings that another outcome hangs on, where the places do not fail."""
    if outcome == "disputed":
        doubted = [catalog.place(code) for code in places.doubtful]
        doubted += [catalog.predecessor(code) for code in places.by_succession]
        return tuple(sorted({each.reading for each in doubted if each and each.reading}))
    strangers = [catalog.mistaken_for(code) for code in places.not_listed]
    if outcome == "unknown" and all(strangers) and not places.doubtful:
        return tuple(sorted({each.reading for each in strangers if each and each.reading}))
    return ()


_CONDITIONS: tuple[Callable[[Catalog, Tier, Request], Condition], ...] = (
    minimum_base,
    it_desk,
    whole_base,
    listed_country,
)
