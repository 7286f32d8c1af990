"""From catalog and request to a decision for each tier: verdict, open points, ways in."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.records import Minimum, Tier
from hp_priority_cli.customer.records import REFUSED, Answer, Request
from hp_priority_cli.eligibility.base import (
    CLASSES,
    Counted,
    count_base,
    helps,
    least_to_add,
    meets,
    most_to_lose,
)
from hp_priority_cli.eligibility.conditions import (
    judge_conditions,
    settled_minimum,
    sort_places,
    unknown_shares,
)
from hp_priority_cli.eligibility.notices import collect_notices, headquarters_matter
from hp_priority_cli.eligibility.records import (
    Condition,
    Counts,
    Decision,
    Eligibility,
    OpenPoint,
    Verdict,
    WayIn,
    Whom,
)

_ASKED_IN_ORDER: tuple[Whom, ...] = ("customer", "hp")


def assess(catalog: Catalog, request: Request) -> Eligibility:
    """Which tiers this customer may buy, and why.

    The request holds ISO codes and BCP 47 tags (see `customer.resolve`). The verdict is eligible
    only where every condition is met under every reading; nothing is eligible by default.
    """
    return Eligibility(tuple(_decide(catalog, tier, request) for tier in catalog.tiers))


def _decide(catalog: Catalog, tier: Tier, request: Request) -> Decision:
    conditions = judge_conditions(catalog, tier, request)
    points = tuple(_open_points(catalog, tier, request, conditions))
    asked = {point.ask for point in points if point.decides}
    base, minimum = count_base(request), settled_minimum(catalog, tier, request)
    return Decision(
        tier=tier.id,
        verdict=_verdict(conditions),
        conditions=conditions,
        waits_for=tuple(whom for whom in _ASKED_IN_ORDER if whom in asked),
        open_points=points,
        notices=collect_notices(catalog, tier, request),
        ways_in=_ways_in(minimum, base, conditions),
        headroom=_headroom(minimum, base),
        confirmed=_confirmed(catalog, tier, request),
    )


def _confirmed(catalog: Catalog, tier: Tier, request: Request) -> tuple[Answer, ...]:
    """The answers that bear on a tier: all but those about the minimum of another."""
    others = {
        other.reading
        for each in catalog.tiers
        if each is not tier
        for other in each.minimum.other_readings
    }
    own = {other.reading for other in tier.minimum.other_readings}
    return tuple(each for each in request.answers_in_force if each.point not in others - own)


def _verdict(conditions: tuple[Condition, ...]) -> Verdict:
    outcomes = {condition.outcome for condition in conditions}
    if "not-met" in outcomes:
        return "not-eligible"
    return "eligible" if outcomes == {"met"} else "conditional"


def _headroom(minimum: Minimum, base: Counted) -> Counts | None:
    ways = minimum.ways
    if not meets(ways, base):
        return None
    return {key: most_to_lose(ways, base, key) for key in CLASSES}


def _ways_in(
    minimum: Minimum, base: Counted, conditions: tuple[Condition, ...]
) -> tuple[WayIn, ...]:
    """The least devices, class by class, and the facts that must change.

    None past a place, nor past a base that HP refused.
    """
    failed = {each.code: each for each in conditions if each.outcome == "not-met"}
    if not failed or "listed-country" in failed:
        return ()
    if "minimum-base" in failed and REFUSED in failed["minimum-base"].answers.values():
        return ()
    facts: dict[str, object] = {}
    if "it-desk" in failed:
        facts["it_desk"] = "own"
    if "whole-base" in failed:
        facts["whole_base"] = True
    if "minimum-base" not in failed:
        return (WayIn({}, facts),)
    needs = {key: least_to_add(minimum.ways, base, key) for key in CLASSES}
    return tuple(WayIn({key: need}, facts) for key, need in needs.items() if need is not None)


def _open_points(
    catalog: Catalog, tier: Tier, request: Request, conditions: tuple[Condition, ...]
) -> Iterator[OpenPoint]:
    """The questions for this tier. One that fails asks only for what alone could open it."""
    failed = [each.code for each in conditions if each.outcome == "not-met"]
    by_code = {each.code: each for each in conditions}
    if failed in ([], ["minimum-base"]):
        minimum = settled_minimum(catalog, tier, request)
        yield from _unstated_counts(minimum, request, by_code["minimum-base"])
    if not failed:
        yield from _questions(catalog, tier, request, by_code)


def draft_points(catalog: Catalog, request: Request, decision: Decision) -> tuple[OpenPoint, ...]:
    """What would still have to be asked of a tier that fails, were it to be had after all.

    None of it decides as long as the tier fails. Nothing for one that does not fail.
    """
    if decision.verdict != "not-eligible":
        return ()
    by_code = {each.code: each for each in decision.conditions}
    asked = {point.id for point in decision.open_points}
    points = _questions(catalog, catalog.tier(decision.tier), request, by_code)
    return tuple(replace(each, decides=False) for each in points if each.id not in asked)


def _questions(
    catalog: Catalog, tier: Tier, request: Request, by_code: Mapping[str, Condition]
) -> Iterator[OpenPoint]:
    """The questions about each condition that is open, and about the places."""
    if by_code["minimum-base"].outcome == "disputed":
        for reading in by_code["minimum-base"].readings:
            yield OpenPoint("minimum-base", "hp", "minimum-base", True, reading)
    for code in ("it-desk", "whole-base"):
        if by_code[code].outcome == "unknown":
            yield OpenPoint(code, "customer", code, True)
    yield from _places(catalog, tier, request)
    if headquarters_matter(catalog, tier):
        yield from _headquarters(catalog, request)


def _unstated_counts(minimum: Minimum, request: Request, found: Condition) -> Iterator[OpenPoint]:
    """A class nobody stated, where stating it could change the outcome of the minimum.

    With the whole base stated there is nothing left to ask: what was not named is not there.
    """
    base = count_base(request)
    if request.whole_base is True or found.outcome == "met" or REFUSED in found.answers.values():
        return
    others = [each.ways for each in minimum.other_readings if each.reading in found.readings]
    unmet = others if found.outcome == "disputed" else [minimum.ways]
    for key in base.unstated:
        if any(helps(way, key) for ways in unmet for way in ways):
            code = "count-taken-as-zero"
            values = base.unstated_point(key)
            yield OpenPoint(f"{code}:{key}", "customer", code, decides=False, values=values)


def _places(catalog: Catalog, tier: Tier, request: Request) -> Iterator[OpenPoint]:
    answered = request.place_answers
    unanswered = tuple(code for code in request.places if code not in answered)
    places = sort_places(catalog, unanswered)
    if not request.places:
        yield OpenPoint("listed-country", "customer", "listed-country", decides=True)
    for code in unknown_shares(request):
        values: dict[str, object] = {"country": code}
        yield OpenPoint(f"share-of-base:{code}", "customer", "share-of-base", True, values=values)
    for code in places.not_listed:
        mistaken = catalog.mistaken_for(code)
        reading = mistaken.reading if mistaken is not None else None
        values = {"country": code, **_without(catalog, tier, request, code)}
        yield _place_point("country-not-listed", code, reading, values)
    for code in places.by_succession:
        entry = catalog.predecessor(code)
        assert entry is not None
        values = {"country": code, "listed_as": entry.code}
        yield _place_point("country-by-succession", code, entry.reading, values)
    for code in places.doubtful:
        entry = catalog.place(code)
        assert entry is not None
        values = {"country": code, "other": entry.confused_with[0]}
        yield _place_point("country-name-ambiguous", code, entry.reading, values)


def _place_point(
    code: str, country: str, reading: str | None, values: dict[str, object]
) -> OpenPoint:
    return OpenPoint(f"{code}:{country}", "hp", code, True, reading, values)


def _without(catalog: Catalog, tier: Tier, request: Request, country: str) -> dict[str, object]:
    """The devices at a place, and the verdict without them; None where nobody split the base."""
    if request.sites is None:
        return {"devices": None, "verdict_without": None}
    here = replace(request, sites=tuple(s for s in request.sites if s.country == country))
    kept = tuple(site for site in request.sites if site.country != country)
    stated = tuple(code for code in request.countries or () if code != country)
    elsewhere = replace(request, sites=kept, countries=stated)
    devices = count_base(here)
    return {
        "devices": {"pcs": devices.pcs, "printers": devices.printers},
        "verdict_without": _verdict(judge_conditions(catalog, tier, elsewhere)),
    }


def _headquarters(catalog: Catalog, request: Request) -> Iterator[OpenPoint]:
    code = request.headquarters
    if code is None:
        yield OpenPoint("headquarters", "customer", "headquarters", decides=False)
    elif catalog.entry(code) is None:
        name = "headquarters-not-listed"
        if request.answer_to(f"{name}:{code}") is not None:
            return
        yield OpenPoint(f"{name}:{code}", "hp", name, decides=False, values={"country": code})
