"""The engine and the second opinion answer alike, customer by customer."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings

import oracle
from customers import CATALOG, THRESHOLDS, request_from, stated_customers
from hp_priority_cli import assess
from hp_priority_cli.eligibility.records import Decision

ABOUT_PLACES = {
    "country-not-listed",
    "country-by-succession",
    "country-name-ambiguous",
    "priority-parts-unavailable",
    "priority-parts-unconfirmed",
}
ABOUT_LANGUAGES = {"language-not-listed", "language-ambiguous"}

# None stated; sure; by succession; a name with two meanings; not listed; and how they mix.
PLACE_SETS = [
    (),
    ("FR",),
    ("BR", "JM", "US"),
    ("AN",),
    ("CW",),
    ("GY",),
    ("GF",),
    ("RO",),
    ("FR", "RO"),
    ("FR", "GF"),
    ("GF", "GY"),
    ("CW", "RO"),
]


def answers(stated: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """What the engine answers, in the shape of the second opinion."""
    return {each.tier: answer(each) for each in assess(CATALOG, request_from(stated)).tiers}


def answer(decision: Decision) -> dict[str, Any]:
    return {
        "verdict": decision.verdict,
        "conditions": {each.code: each.outcome for each in decision.conditions},
        "waits_for": sorted(decision.waits_for),
        "flips_under": sorted({r for each in decision.conditions for r in each.flips_under}),
        "places": noticed(decision, ABOUT_PLACES, "country"),
        "languages": noticed(decision, ABOUT_LANGUAGES, "language"),
        "ways_in": [dict(way.add) for way in decision.ways_in if way.add],
        "headroom": None if decision.headroom is None else dict(decision.headroom),
    }


def noticed(decision: Decision, codes: set[str], key: str) -> dict[str, list[object]]:
    found: dict[str, list[object]] = {}
    for notice in decision.notices:
        if notice.code in codes:
            found.setdefault(notice.code, []).append(notice.values[key])
    return found


def expected(stated: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The second opinion, which counts devices to add even where no device would help."""
    judged = oracle.judge(stated)
    for each in judged.values():
        if each["conditions"]["listed-country"] == "not-met":
            each["ways_in"] = []
    return judged


@pytest.mark.parametrize("places", PLACE_SETS, ids=lambda places: "+".join(places) or "none")
def test_every_base_around_a_threshold_under_every_answer(places):
    counts = [None, *THRESHOLDS]
    for pcs, printers, desk, whole in product(
        counts, counts, [None, "own", "partner", "none"], [None, True, False]
    ):
        base = {"pcs": pcs, "printers": printers}
        every: dict[str, Any] = {
            "installed_base": {key: n for key, n in base.items() if n is not None},
            "countries": list(places),
            "it_desk": desk,
            "whole_base": whole,
        }
        stated = {key: value for key, value in every.items() if value is not None}
        assert answers(stated) == expected(stated), stated


@settings(max_examples=1000, deadline=None)
@given(stated_customers)
def test_any_customer(stated):
    assert answers(stated) == expected(stated)


@pytest.mark.parametrize("code", [*oracle.LISTED, *oracle.SUCCESSORS_OF_AN, "GF", "RO"])
def test_every_place_alone(code):
    stated = {
        "installed_base": {"pcs": 5000, "printers": 1000},
        "countries": [code],
        "it_desk": "own",
        "whole_base": True,
    }
    assert answers(stated) == expected(stated)
