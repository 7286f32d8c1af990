"""Each minimum one below, at and above its figure, and the cases that people asked about."""

from pathlib import Path

import pytest
import yaml

from customers import CATALOG, customer
from hp_priority_cli import assess

TABLE = yaml.safe_load(Path(__file__).with_name("thresholds.yaml").read_text("utf-8"))
CASES = [(tier, case) for tier, cases in TABLE.items() for case in cases]
WAYS = {
    "access": ["devices"],
    "access-plus": ["devices"],
    "management": ["pcs", "printers"],
    "management-plus": ["pcs", "printers"],
}
REQUIRED = {
    "access": ({"devices": 250},),
    "access-plus": ({"devices": 1000},),
    "management": ({"pcs": 5000}, {"printers": 1000}),
    "management-plus": ({"pcs": 5000}, {"printers": 1000}),
}
DISPUTED_UNDER = {
    "access": ("access-minimum-pools-classes",),
    "access-plus": ("access-plus-minimum-counts-printers",),
    "management-plus": ("management-plus-inherits-minimum",),
}
FLIPS_UNDER = {"management-plus": ("management-plus-inherits-minimum",)}


def decide(tier, pcs, printers, **facts):
    return assess(CATALOG, customer(pcs, printers, **facts)).decision(tier)


def named(case):
    tier, figures = case
    return f"{tier}-{figures['pcs']}-{figures['printers']}"


@pytest.mark.parametrize("case", CASES, ids=named)
def test_verdict_and_figures_of_the_minimum(case):
    tier, figures = case
    decision = decide(tier, figures["pcs"], figures["printers"])
    minimum = decision.condition("minimum-base")
    assert (minimum.outcome, decision.verdict) == (figures["outcome"], figures["verdict"])
    assert minimum.measured == {"pcs": figures["pcs"], "printers": figures["printers"]}
    assert minimum.required == REQUIRED[tier]
    margins = zip(WAYS[tier], figures["margin"], strict=True)
    assert minimum.margin == tuple({key: count} for key, count in margins)


@pytest.mark.parametrize("case", CASES, ids=named)
def test_ways_in_what_settles_it_and_what_may_go(case):
    tier, figures = case
    decision = decide(tier, figures["pcs"], figures["printers"])
    settled_by = decision.condition("minimum-base").settled_by
    room = figures.get("headroom")
    assert [way.add for way in decision.ways_in] == figures.get("ways_in", [])
    assert [way.add for way in settled_by] == figures.get("settled_by", [])
    assert all(way.set == {} for way in (*decision.ways_in, *settled_by))
    assert decision.headroom == (room and {"pcs": room[0], "printers": room[1]})


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_reading_is_named_only_where_it_changes_the_minimum(case):
    tier, figures = case
    minimum = decide(tier, figures["pcs"], figures["printers"]).condition("minimum-base")
    flips = FLIPS_UNDER.get(tier, ()) if figures["outcome"] == "not-met" else ()
    disputed = DISPUTED_UNDER[tier] if figures["outcome"] == "disputed" else ()
    assert minimum.flips_under == flips
    assert minimum.readings == disputed + flips


def test_300_pcs_in_france_may_buy_access_and_no_more():
    answer = assess(CATALOG, customer(300))
    assert [each.verdict for each in answer.tiers] == [
        "eligible", "not-eligible", "not-eligible", "not-eligible",
    ]  # fmt: skip
    assert (answer.highest_eligible, answer.highest_possible) == ("access", "access")


def test_249_pcs_are_one_short_of_access():
    answer = assess(CATALOG, customer(249))
    assert (answer.highest_eligible, answer.highest_possible) == (None, None)
    minimum = answer.decision("access").condition("minimum-base")
    assert (minimum.outcome, minimum.margin) == ("not-met", ({"devices": -1},))
    assert minimum.clauses == ("note-1", "prerequisites-3")


def test_4999_pcs_and_999_printers_are_never_added_up_for_management():
    decision = decide("management", 4999, 999)
    assert decision.verdict == "not-eligible"
    assert [way.add for way in decision.ways_in] == [{"pcs": 1}, {"printers": 1}]


def test_printer_only_base_reaches_management():
    answer = assess(CATALOG, customer(0, 1000))
    assert answer.decision("management").verdict == "eligible"
    assert (answer.highest_eligible, answer.highest_possible) == ("management", "management-plus")


def test_700_pcs_and_400_printers_wait_for_hp_in_access_plus():
    decision = decide("access-plus", 700, 400)
    assert (decision.verdict, decision.waits_for) == ("conditional", ("hp",))
    (point,) = decision.open_points
    assert (point.id, point.code, point.ask) == ("minimum-base", "minimum-base", "hp")
    assert (point.decides, point.reading) == (True, "access-plus-minimum-counts-printers")
    minimum = decision.condition("minimum-base")
    assert [way.add for way in minimum.settled_by] == [{"pcs": 300}]
    assert decision.headroom == {"pcs": 100, "printers": 100}


def test_5000_pcs_wait_for_hp_in_management_plus():
    answer = assess(CATALOG, customer(5000))
    decision = answer.decision("management-plus")
    assert (decision.verdict, decision.waits_for) == ("conditional", ("hp",))
    assert [point.reading for point in decision.open_points if point.decides] == [
        "management-plus-inherits-minimum"
    ]
    assert (answer.highest_eligible, answer.highest_possible) == ("management", "management-plus")


@pytest.mark.parametrize(
    ("facts", "changed"),
    [
        ({"it_desk": "none"}, {"it_desk": "own"}),
        ({"whole_base": False}, {"whole_base": True}),
        ({"it_desk": "none", "whole_base": False}, {"it_desk": "own", "whole_base": True}),
        ({"it_desk": None, "whole_base": None}, {}),
    ],
)
def test_a_way_in_names_the_facts_that_must_change_too(facts, changed):
    ways = decide("access", 249, 0, **facts).ways_in
    assert [(way.add, way.set) for way in ways] == [
        ({"pcs": 1}, changed),
        ({"printers": 1}, changed),
    ]


def test_no_device_and_no_fact_leads_past_a_place_that_is_not_listed():
    assert decide("access", 249, 0, countries=["RO"]).ways_in == ()
    assert decide("access", 250, 0, countries=["RO"], it_desk="none").ways_in == ()


def test_facts_alone_are_a_way_in_where_the_base_is_enough():
    decision = decide("access", 250, 0, it_desk="none", whole_base=False)
    (way,) = decision.ways_in
    assert (way.add, way.set) == ({}, {"it_desk": "own", "whole_base": True})
    assert decision.headroom == {"pcs": 0, "printers": 0}


def test_sites_are_added_up():
    sites = [
        {"country": "FR", "pcs": 4000, "printers": 600},
        {"country": "BR", "pcs": 999, "printers": 399},
        {"country": "FR", "pcs": 0, "printers": 1},
    ]
    decision = decide("management", None, None, sites=sites)
    minimum = decision.condition("minimum-base")
    assert minimum.measured == {"pcs": 4999, "printers": 1000}
    assert decision.verdict == "eligible"
