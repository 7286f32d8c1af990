"""The four conditions, one function each. A function compares; the figures are the catalog's."""

from collections.abc import Callable
from dataclasses import dataclass

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.records import Minimum, Tier
from hp_priority_cli.customer.records import ACCEPTED, NO, REFUSED, YES, Request
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


def settled_minimum(catalog: Catalog, tier: Tier, request: Request) -> Minimum:
    """The minimum of a tier once HP's answers are put in: a reading answered is in doubt no more.

    Where HP answered that the other reading holds, its ways and its clauses are the minimum.
    """
    ways, clauses = tier.minimum.ways, tier.minimum.clauses
    for other in tier.minimum.other_readings:
        if request.answer_to(other.reading) == NO:
            ways, clauses = other.ways, catalog.reading(other.reading).against
    open_ones = tuple(
        other for other in tier.minimum.other_readings if request.answer_to(other.reading) is None
    )
    return Minimum(ways, clauses, open_ones)


def minimum_base(catalog: Catalog, tier: Tier, request: Request) -> Condition:
    """The tier's least installed base, under the adopted reading and the others.

    What HP answered about this very base (`accepted`, `refused`) goes before any figure.
    """
    base, minimum = count_base(request), settled_minimum(catalog, tier, request)
    readings = {other.reading for other in tier.minimum.other_readings}
    answers = {
        each.point: each.answer for each in request.answers_in_force if each.point in readings
    }
    against = [each for each in minimum.other_readings if not meets(each.ways, base)]
    flips: tuple[str, ...] = ()
    outcome: Outcome = "met"
    if REFUSED in answers.values():
        outcome = "not-met"
    elif ACCEPTED in answers.values():
        against = []
    elif not meets(minimum.ways, base):
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
        answers=answers,
    )


def _settled_by(minimum: Minimum, base: Counted) -> tuple[WayIn, ...]:
    """The least of each class that meets the other readings; nothing where one leaves it to HP."""
    ways = []
    for device_class in CLASSES:
        needs = [least_to_add(each.ways, base, device_class) for each in minimum.other_readings]
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
    outcome = _outcome_of(catalog, request)
    readings = _place_readings(catalog, request.places)
    differing = tuple(each for each in readings if _outcome_of(catalog, request, each) != outcome)
    if outcome == "met" and differing:
        outcome = "disputed"
    named = request.places
    places = sort_places(catalog, named)
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
        readings=differing,
        flips_under=differing if outcome == "not-met" else (),
        answers={
            each.point: each.answer
            for each in request.answers or ()
            if each.point.startswith("country-") and each.point.partition(":")[2] in named
        },
    )


def _outcome_of(catalog: Catalog, request: Request, turned: str | None = None) -> Outcome:
    """The outcome for the places of a request, with one reading turned the other way round.

    A place that HP refused drops out; how many devices are there must then be known.
    """
    named, said = request.places, request.place_answers
    taken = [_is_taken(catalog, c, said.get(c), turned) for c in named if said.get(c) != NO]
    if not named:
        return "unknown"
    if not any(taken):
        return "not-met"
    return "met" if all(taken) and not unknown_shares(request) else "unknown"


def unknown_shares(request: Request) -> tuple[str, ...]:
    """The places that HP refused while nobody said how much of the base is there."""
    return () if request.sites is not None else tuple(sorted(request.refused_places))


def _is_taken(catalog: Catalog, code: str, said: str | None, turned: str | None) -> bool:
    """Whether a place counts as listed by what HP said of it, with one reading turned round."""
    if said == YES:
        return True
    printed, former = catalog.place(code), catalog.predecessor(code)
    if printed is not None:
        return not (printed.confused_with and printed.reading == turned)
    if former is not None:
        return former.reading != turned
    meant = catalog.mistaken_for(code)
    return meant is not None and meant.reading == turned


def _place_readings(catalog: Catalog, codes: tuple[str, ...]) -> tuple[str, ...]:
    """The readings that any of the places hangs on."""
    entries = [catalog.entry(code) or catalog.mistaken_for(code) for code in codes]
    return tuple(sorted({each.reading for each in entries if each and each.reading}))


_CONDITIONS: tuple[Callable[[Catalog, Tier, Request], Condition], ...] = (
    minimum_base,
    it_desk,
    whole_base,
    listed_country,
)
