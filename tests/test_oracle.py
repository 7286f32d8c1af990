"""Literal cases for the second opinion, each worked out by hand from the guide."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

import oracle


def ask(pcs=None, printers=None, countries=("FR",), **facts):
    """Judge a customer about whom all is in order, unless a fact says otherwise."""
    base = {}
    if pcs is not None:
        base["pcs"] = pcs
    if printers is not None:
        base["printers"] = printers
    request = {"installed_base": base, "countries": list(countries)}
    request.update({"it_desk": "own", "whole_base": True})
    request.update(facts)
    stated = {key: value for key, value in request.items() if value is not None}
    return oracle.judge(stated)


def verdicts(answer):
    return [answer[tier]["verdict"] for tier in oracle.TIERS]


YES, OPEN, NO = "eligible", "conditional", "not-eligible"


@pytest.mark.parametrize(
    ("pcs", "printers", "expected"),
    [
        (None, None, [NO, NO, NO, NO]),
        (249, 0, [NO, NO, NO, NO]),
        (250, 0, [YES, NO, NO, NO]),
        (0, 250, [YES, NO, NO, NO]),
        (249, 1, [OPEN, NO, NO, NO]),
        (249, 249, [OPEN, NO, NO, NO]),
        (999, 0, [YES, NO, NO, NO]),
        (999, 1, [YES, OPEN, NO, NO]),
        (1000, 0, [YES, YES, NO, NO]),
        (700, 400, [YES, OPEN, NO, NO]),
        (4999, 999, [YES, YES, NO, NO]),
        (5000, 0, [YES, YES, YES, OPEN]),
        (5000, None, [YES, YES, YES, OPEN]),
        (0, 1000, [YES, OPEN, YES, OPEN]),
        (4000, 1000, [YES, YES, YES, OPEN]),
        (999_999_999, 999_999_999, [YES, YES, YES, OPEN]),
    ],
)
def test_minimums(pcs, printers, expected):
    assert verdicts(ask(pcs, printers)) == expected


def test_a_whole_answer():
    assert ask(700, 400, languages=["fr", "el"])["access-plus"] == {
        "verdict": "conditional",
        "conditions": {
            "minimum-base": "disputed",
            "it-desk": "met",
            "whole-base": "met",
            "listed-country": "met",
        },
        "waits_for": ["hp"],
        "flips_under": [],
        "places": {},
        "languages": {"language-not-listed": ["el"]},
        "ways_in": [],
        "headroom": {"pcs": 100, "printers": 100},
    }


def test_failing_management_plus_names_its_reading():
    answer = ask(4999, 999)
    assert answer["management"]["flips_under"] == []
    failing = answer["management-plus"]
    assert failing["flips_under"] == ["management-plus-inherits-minimum"]
    assert failing["waits_for"] == []


def test_ways_in():
    assert ask(249, 0)["access"]["ways_in"] == [{"pcs": 1}, {"printers": 1}]
    assert ask(4999, 999)["management"]["ways_in"] == [{"pcs": 1}, {"printers": 1}]
    assert ask(1200, 60)["management"]["ways_in"] == [{"pcs": 3800}, {"printers": 940}]
    assert ask()["management-plus"]["ways_in"] == [{"pcs": 5000}, {"printers": 1000}]
    assert ask(5000, 0)["management-plus"]["ways_in"] == []


def test_headroom():
    assert ask(700, 400)["access"]["headroom"] == {"pcs": 700, "printers": 400}
    assert ask(250, 0)["access"]["headroom"] == {"pcs": 0, "printers": 0}
    assert ask(6000, 500)["management"]["headroom"] == {"pcs": 1000, "printers": 500}
    assert ask(6000, 1500)["management"]["headroom"] == {"pcs": 6000, "printers": 1500}
    assert ask(4999, 999)["management"]["headroom"] is None


def test_a_headroom_is_exact():
    holds = oracle.adopted_minimum_holds
    for pcs, printers in [(250, 0), (300, 100), (1000, 0), (5100, 0), (10, 1002)]:
        for tier, answer in ask(pcs, printers).items():
            room = answer["headroom"]
            if room is None:
                continue
            pcs_left = pcs - room["pcs"]
            printers_left = printers - room["printers"]
            assert holds(tier, pcs_left, printers)
            assert holds(tier, pcs, printers_left)
            assert pcs_left == 0 or not holds(tier, pcs_left - 1, printers)
            assert printers_left == 0 or not holds(tier, pcs, printers_left - 1)


@pytest.mark.parametrize(
    ("facts", "verdict", "waits_for"),
    [
        ({}, "eligible", []),
        ({"it_desk": "partner"}, "eligible", []),
        ({"it_desk": "none"}, "not-eligible", []),
        ({"it_desk": None}, "conditional", ["customer"]),
        ({"whole_base": False}, "not-eligible", []),
        ({"whole_base": None}, "conditional", ["customer"]),
        ({"countries": []}, "conditional", ["customer"]),
        ({"countries": ["FR", "RO"]}, "conditional", ["hp"]),
        (
            {"countries": ["FR", "RO"], "it_desk": None},
            "conditional",
            ["customer", "hp"],
        ),
        ({"it_desk": "none", "whole_base": None}, "not-eligible", []),
    ],
)
def test_facts(facts, verdict, waits_for):
    access = ask(250, 0, **facts)["access"]
    assert access["verdict"] == verdict
    assert access["waits_for"] == waits_for


@pytest.mark.parametrize(
    ("countries", "outcome", "flips_under"),
    [
        (["FR"], "met", []),
        (["AN"], "met", []),
        (["GY"], "disputed", []),
        (["FR", "GY"], "disputed", []),
        (["CW"], "disputed", []),
        (["FR", "RO"], "unknown", []),
        (["CW", "RO"], "unknown", []),
        (["GF", "GY"], "unknown", []),
        (["FR", "GF"], "unknown", []),
        (["RO"], "not-met", []),
        (["GF"], "not-met", ["guyane-is-guyana"]),
        (["GF", "RO"], "not-met", ["guyane-is-guyana"]),
    ],
)
def test_places(countries, outcome, flips_under):
    access = ask(250, 0, countries)["access"]
    assert access["conditions"]["listed-country"] == outcome
    assert access["flips_under"] == flips_under


def test_place_notices():
    answer = ask(250, 0, "US SX RO GY GF CW BR BR AN FR PM".split())
    everywhere = {
        "country-not-listed": ["GF", "RO"],
        "country-by-succession": ["CW", "SX"],
        "country-name-ambiguous": ["GF", "GY"],
    }
    in_management = {
        "priority-parts-unavailable": ["BR"],
        "priority-parts-unconfirmed": ["AN", "CW", "GY", "SX"],
    }
    assert answer["access"]["places"] == everywhere
    assert answer["access-plus"]["places"] == everywhere
    assert answer["management"]["places"] == {**everywhere, **in_management}
    assert answer["management-plus"]["places"] == {**everywhere, **in_management}


@pytest.mark.parametrize("key", ["countries", "it_desk", "whole_base"])
def test_a_missing_key_is_not_stated(key):
    request = {"installed_base": {"pcs": 250}, "countries": ["FR"]}
    request.update({"it_desk": "own", "whole_base": True})
    del request[key]
    access = oracle.judge(request)["access"]
    assert access["verdict"] == "conditional"
    assert access["waits_for"] == ["customer"]


def test_sites_split_the_counts_and_name_the_places():
    sites = [
        {"country": "FR", "pcs": 200, "printers": 0},
        {"country": "RO", "pcs": 50, "displays": 80},
    ]
    request = {"sites": sites, "it_desk": "own", "whole_base": True}
    access = oracle.judge(request)["access"]
    assert access["conditions"]["minimum-base"] == "met"
    assert access["conditions"]["listed-country"] == "unknown"
    assert access["waits_for"] == ["hp"]
    assert access["places"] == {"country-not-listed": ["RO"]}


def test_languages():
    asked = ["fr-CA", "NB", "nn", "no", "zh-HK", "zh-cn", "zh-TW", "cmn", "yue", "en"]
    assert ask(250, 0, languages=asked)["access"]["languages"] == {}

    asked = ["zh", "zh-Hant-HK", "zh-SG", "id-ID", "MS", "el", "he", "fil", "is"]
    assert ask(250, 0, languages=asked)["management"]["languages"] == {
        "language-not-listed": ["el", "fil", "he", "is"],
        "language-ambiguous": ["MS", "id-ID", "zh", "zh-Hant-HK", "zh-SG"],
    }


def test_the_tables_add_up():
    assert len(set(oracle.AMERICAS)) == 38
    assert len(set(oracle.EUROPE_MIDDLE_EAST_AFRICA)) == 32
    assert len(set(oracle.ASIA_PACIFIC_JAPAN)) == 13
    assert len(set(oracle.LISTED)) == len(oracle.LISTED) == 83
    assert len(set(oracle.LANGUAGES_LISTED)) == 23
    assert sorted(
        oracle.LATIN_AMERICA_CERTAIN + oracle.LATIN_AMERICA_POSSIBLE + oracle.AMERICAS_BUT_NOT_LATIN
    ) == sorted(oracle.AMERICAS + oracle.SUCCESSORS_OF_AN)
