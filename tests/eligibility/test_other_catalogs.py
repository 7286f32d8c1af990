"""The rules on data of another shape: a minimum in PCs alone, two readings, a milder reading."""

from dataclasses import replace

import pytest

from customers import CATALOG, customer
from hp_priority_cli import assess
from hp_priority_cli.catalog.records import Minimum, OtherMinimum, Way
from hp_priority_cli.eligibility.base import Counted, least_to_add, margin, meets, most_to_lose


def decide(minimum, pcs, printers, **facts):
    """The decision on the first tier, had it this minimum."""
    first, *rest = CATALOG.tiers
    tiers = (replace(first, minimum=minimum), *rest)
    catalog = replace(CATALOG, tiers_file=replace(CATALOG.tiers_file, tiers=tiers))
    return assess(catalog, customer(pcs, printers, **facts)).decision("access")


PCS_ALONE = Minimum(ways=(Way(pcs=100),), clauses=("note-1",))
TWO_READINGS = Minimum(
    ways=(Way(devices=100),),
    clauses=("note-1",),
    other_readings=(
        OtherMinimum("pcs-alone", (Way(pcs=100),)),
        OtherMinimum("more-devices", (Way(devices=150),)),
    ),
)
MILDER = Minimum(
    ways=(Way(devices=100),),
    clauses=("note-1",),
    other_readings=(OtherMinimum("fewer", (Way(devices=50),)),),
)


def test_a_class_that_does_not_count_is_no_way_in_and_may_go_whole():
    assert [way.add for way in decide(PCS_ALONE, 90, 500).ways_in] == [{"pcs": 10}]
    assert decide(PCS_ALONE, 120, 500).headroom == {"pcs": 20, "printers": 500}


def test_a_class_that_does_not_count_is_not_asked():
    assert decide(PCS_ALONE, 90, None, whole_base=None).open_points == ()
    asked = decide(PCS_ALONE, None, 90, whole_base=None).open_points
    assert [point.id for point in asked] == ["count-taken-as-zero:pcs"]


@pytest.mark.parametrize(
    ("pcs", "printers", "readings", "settled_by"),
    [
        (90, 20, ("pcs-alone", "more-devices"), [{"pcs": 40}]),
        (90, 60, ("pcs-alone",), [{"pcs": 10}]),
        (110, 0, ("more-devices",), [{"pcs": 40}, {"printers": 40}]),
        (100, 50, (), []),
    ],
)
def test_every_reading_that_fails_is_named_and_all_are_settled(pcs, printers, readings, settled_by):
    decision = decide(TWO_READINGS, pcs, printers)
    minimum = decision.condition("minimum-base")
    assert minimum.readings == readings
    assert [way.add for way in minimum.settled_by] == settled_by
    assert [point.reading for point in decision.open_points] == list(readings)


@pytest.mark.parametrize(
    ("pcs", "printers", "asked"),
    [(110, None, True), (150, None, False), (None, 160, False), (None, 110, False)],
)
def test_a_class_is_asked_only_for_the_readings_in_dispute(pcs, printers, asked):
    found = decide(TWO_READINGS, pcs, printers, whole_base=None).open_points
    assert ("count-taken-as-zero:printers" in [point.id for point in found]) is asked


def test_a_class_that_would_only_help_a_reading_already_met_is_not_asked():
    pcs, devices = (
        OtherMinimum("200-pcs", (Way(pcs=200),)),
        OtherMinimum("150", (Way(devices=150),)),
    )
    minimum = Minimum((Way(devices=100),), ("note-1",), (pcs, devices))
    found = decide(minimum, 160, None, whole_base=None).open_points
    assert [point.id for point in found] == ["minimum-base", "whole-base"]


@pytest.mark.parametrize(
    ("pcs", "outcome", "flips"),
    [
        (100, "met", ()),
        (99, "not-met", ("fewer",)),
        (50, "not-met", ("fewer",)),
        (49, "not-met", ()),
    ],
)
def test_a_milder_reading_flips_what_it_would_let_in(pcs, outcome, flips):
    minimum = decide(MILDER, pcs, 0).condition("minimum-base")
    assert (minimum.outcome, minimum.flips_under, minimum.readings) == (outcome, flips, flips)


def test_a_tier_with_both_agent_and_manager_replaces_nobody():
    rows = [
        replace(row, tiers={**row.tiers, "management": "included"}) if row.replaced_by else row
        for row in CATALOG.features
    ]
    catalog = replace(CATALOG, tiers_file=replace(CATALOG.tiers_file, features=tuple(rows)))
    answer = assess(catalog, customer(5000))
    told = {each.tier: [notice.code for notice in each.notices] for each in answer.tiers}
    assert "agent-replaced-by-manager" not in told["management"]
    assert "agent-replaced-by-manager" in told["management-plus"]


BASE = Counted(90, 30)
EITHER = (Way(devices=150), Way(pcs=100), Way(printers=60))


def test_the_shortest_way_is_taken():
    assert [margin(way, BASE) for way in EITHER] == [-30, -10, -30]
    assert not meets(EITHER, BASE)
    assert least_to_add(EITHER, BASE, "pcs") == 10
    assert least_to_add(EITHER, BASE, "printers") == 30
    assert least_to_add((Way(pcs=100),), BASE, "printers") is None


def test_nothing_is_needed_where_a_way_is_met():
    assert least_to_add((Way(pcs=90), Way(printers=60)), BASE, "printers") == 0
    assert least_to_add((Way(pcs=80),), BASE, "pcs") == 0


def test_the_most_that_may_go_is_counted_on_the_way_that_spares_most():
    both = (Way(devices=110), Way(printers=25))
    assert most_to_lose(both, BASE, "pcs") == 90
    assert most_to_lose(both, BASE, "printers") == 10
    assert most_to_lose((Way(devices=1),), BASE, "printers") == 30
