"""What holds for every customer, whatever the figures in the data sheet."""

from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from customers import CATALOG, LISTED, THRESHOLDS, counts, places, request_from, stated_customers
from hp_priority_cli import Request, assess, build_quote
from hp_priority_cli.eligibility.records import Decision
from hp_priority_cli.errors import Refused

RANK = {"not-eligible": 0, "conditional": 1, "eligible": 2}
CLASSES = ["pcs", "printers"]
SURE = [code for code in LISTED if code != "GY"]
PLENTY = 1_000_000
every = settings(max_examples=100, deadline=None)


def judge(stated: dict[str, Any]) -> tuple[Decision, ...]:
    return assess(CATALOG, request_from(stated)).tiers


def ranks(stated: dict[str, Any]) -> list[int]:
    return [RANK[decision.verdict] for decision in judge(stated)]


def without(stated: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in stated.items() if key not in keys}


def shares(stated: dict[str, Any]) -> list[dict[str, Any]]:
    """The base, or its sites, that a change may be made to."""
    return stated["sites"] if "sites" in stated else [stated.get("installed_base", {})]


def changed(stated: dict[str, Any], n: int, **counts: int | None) -> dict[str, Any]:
    """The same customer with other counts in one share of the base."""
    new = [{**share, **counts} if i == n else share for i, share in enumerate(shares(stated))]
    if "sites" in stated:
        return {**stated, "sites": new}
    return {**stated, "installed_base": new[0]}


def added(stated: dict[str, Any], add: dict[str, int], less: int = 0) -> dict[str, Any]:
    held = shares(stated)[0]
    return changed(stated, 0, **{k: held.get(k, 0) + n - less for k, n in add.items()})


def worse(stated: dict[str, Any], than: dict[str, Any]) -> bool:
    return all(a <= b for a, b in zip(ranks(stated), ranks(than), strict=True))


@every
@given(stated_customers, st.sampled_from(CLASSES), st.data())
def test_taking_devices_away_never_improves_a_verdict(stated, device_class, data):
    n = data.draw(st.integers(0, len(shares(stated)) - 1))
    held = shares(stated)[n].get(device_class, 0)
    fewer = changed(stated, n, **{device_class: data.draw(st.integers(0, held))})
    assert worse(fewer, stated)


@every
@given(stated_customers)
def test_taking_back_a_favourable_answer_never_improves_a_verdict(stated):
    for key, answer in [("it_desk", "own"), ("it_desk", "partner"), ("whole_base", True)]:
        if stated.get(key) == answer:
            assert worse(without(stated, key), stated)


@every
@given(stated_customers, st.lists(st.sampled_from(SURE), min_size=1, max_size=3))
def test_taking_back_places_that_are_surely_listed_never_improves_a_verdict(stated, sure):
    more = [*stated.get("countries", []), *sure]
    assume("sites" not in stated)
    fewer = [code for code in more if code not in sure]
    assert worse({**stated, "countries": fewer}, {**stated, "countries": more})


@every
@given(stated_customers)
def test_an_unknown_fact_lies_between_its_best_and_its_worst_answer(stated):
    for key, best, worst in [
        ("it_desk", "own", "none"),
        ("whole_base", True, False),
        ("countries", ["FR"], ["RO"]),
    ]:
        if key == "countries" and "sites" in stated:
            continue
        unknown = without(stated, key)
        assert worse(unknown, {**stated, key: best})
        assert worse({**stated, key: worst}, unknown)


@every
@given(stated_customers, st.sampled_from(CLASSES))
def test_a_count_nobody_stated_lies_between_none_and_plenty(stated, device_class):
    unknown = changed(stated, 0, **{device_class: None})
    assert worse(unknown, changed(stated, 0, **{device_class: PLENTY}))
    assert worse(changed(stated, 0, **{device_class: 0}), unknown)


@every
@given(stated_customers)
def test_a_way_in_mends_a_tier_and_one_device_less_does_not(stated):
    for decision in judge(stated):
        failed = {condition.code for condition in decision.failures}
        assert bool(decision.ways_in) == bool(failed and "listed-country" not in failed)
        for way in decision.ways_in:
            mended = {**added(stated, dict(way.add)), **way.set}
            assert verdict_in(decision.tier, mended) != "not-eligible"
            if way.add:
                short = {**added(stated, dict(way.add), less=1), **way.set}
                assert verdict_in(decision.tier, short) == "not-eligible"
            for fact in way.set:
                kept = {**mended, fact: stated[fact]}
                assert verdict_in(decision.tier, kept) == "not-eligible"


def verdict_in(tier: str, stated: dict[str, Any]) -> str:
    return assess(CATALOG, request_from(stated)).decision(tier).verdict


def minimum_in(tier: str, stated: dict[str, Any]) -> str:
    return assess(CATALOG, request_from(stated)).decision(tier).condition("minimum-base").outcome


@every
@given(stated_customers)
def test_what_settles_a_reading_meets_all_readings_and_one_device_less_does_not(stated):
    for decision in judge(stated):
        minimum = decision.condition("minimum-base")
        can_be_settled = minimum.outcome == "disputed" and decision.tier != "management-plus"
        assert bool(minimum.settled_by) == can_be_settled
        for way in minimum.settled_by:
            assert minimum_in(decision.tier, added(stated, dict(way.add))) == "met"
            short = added(stated, dict(way.add), less=1)
            assert minimum_in(decision.tier, short) == "disputed"


@every
@given(counts, counts)
def test_the_headroom_may_go_and_one_device_more_may_not(pcs, printers):
    held = {"pcs": pcs, "printers": printers}
    for decision in judge({"installed_base": held}):
        outcome = decision.condition("minimum-base").outcome
        assert (decision.headroom is None) == (outcome == "not-met")
        for key, room in (decision.headroom or {}).items():
            left = {"installed_base": {**held, key: held[key] - room}}
            assert minimum_in(decision.tier, left) != "not-met"
            if room < held[key]:
                one_more = {"installed_base": {**held, key: held[key] - room - 1}}
                assert minimum_in(decision.tier, one_more) == "not-met"


@every
@given(stated_customers, st.randoms(use_true_random=False))
def test_the_order_in_which_things_are_said_changes_nothing(stated, random):
    shuffled = dict(stated)
    for key in {"countries", "languages", "sites"} & stated.keys():
        shuffled[key] = random.sample(stated[key], k=len(stated[key]))
    assert judge(shuffled) == judge(stated)
    for tier in CATALOG.tier_ids:
        wanted = {"tier": tier, "term_years": 3}
        assert draft({**shuffled, **wanted}) == draft({**stated, **wanted})


def draft(stated):
    """The draft for a customer, or why there is none."""
    try:
        return build_quote(CATALOG, request_from(stated), draft=True)
    except Refused as refused:
        return refused.code


def answers_to(stated: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Every fact that is not stated, with each thing that could be said: (question, customer)."""
    said: list[tuple[str, dict[str, Any]]] = []
    if "it_desk" not in stated:
        said += [("it-desk", {**stated, "it_desk": each}) for each in ("own", "partner", "none")]
    if "whole_base" not in stated:
        said += [("whole-base", {**stated, "whole_base": each}) for each in (True, False)]
    if "sites" not in stated and not stated.get("countries"):
        every_place = ["FR", "CW", "GY", "GF", "RO", "BR"]
        said += [("listed-country", {**stated, "countries": [code]}) for code in every_place]
    if "headquarters" not in stated:
        said += [("headquarters", {**stated, "headquarters": each}) for each in ("FR", "RO")]
    if stated.get("whole_base") is not True:  # else what was not named is not there
        for n, share in enumerate(shares(stated)):
            for key in [key for key in CLASSES if key not in share]:
                figures = [*THRESHOLDS, PLENTY]
                question = f"count-taken-as-zero:{key}"
                said += [(question, changed(stated, n, **{key: figure})) for figure in figures]
    return said


@every
@given(stated_customers)
def test_a_question_that_is_not_asked_could_not_have_changed_the_verdict(stated):
    asked = {each.tier: {point.id for point in each.open_points} for each in judge(stated)}
    verdicts = {each.tier: each.verdict for each in judge(stated)}
    for question, answered in answers_to(stated):
        for decision in judge(answered):
            if question not in asked[decision.tier]:
                assert decision.verdict == verdicts[decision.tier], (question, answered)


@every
@given(stated_customers)
def test_a_count_is_asked_only_where_it_could_mend_or_settle_the_minimum(stated):
    for decision in judge(stated):
        before = decision.condition("minimum-base").outcome
        for point in decision.open_points:
            if point.code == "count-taken-as-zero":
                key = point.id.partition(":")[2]
                n = next(i for i, share in enumerate(shares(stated)) if key not in share)
                assert before != "met"
                after = minimum_in(decision.tier, changed(stated, n, **{key: PLENTY}))
                assert (before, after) in {
                    ("not-met", "met"),
                    ("not-met", "disputed"),
                    ("disputed", "met"),
                }


@every
@given(stated_customers)
def test_a_deciding_question_and_a_conditional_verdict_come_together(stated):
    for decision in judge(stated):
        deciding = [point for point in decision.open_points if point.decides]
        assert bool(deciding) == (decision.verdict == "conditional")
        assert set(decision.waits_for) == {point.ask for point in deciding}
        assert len({point.id for point in decision.open_points}) == len(decision.open_points)


@every
@given(st.lists(st.fixed_dictionaries({"country": places, "pcs": counts}), min_size=2, max_size=4))
def test_a_place_that_is_not_listed_comes_with_the_verdict_without_it(sites):
    stated = {"sites": sites, "it_desk": "own", "whole_base": True}
    for decision in judge(stated):
        for point in decision.open_points:
            if point.code == "country-not-listed":
                there = [site for site in sites if site["country"] == point.values["country"]]
                elsewhere = [site for site in sites if site not in there]
                devices = {"pcs": sum(site["pcs"] for site in there), "printers": 0}
                assert point.values["devices"] == devices
                verdict = verdict_in(decision.tier, {**stated, "sites": elsewhere})
                assert point.values["verdict_without"] == verdict


def test_nothing_is_eligible_by_default():
    assert [each.verdict for each in assess(CATALOG, Request()).tiers] == ["not-eligible"] * 4
