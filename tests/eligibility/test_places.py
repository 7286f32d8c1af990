"""Places, listed or not: the outcome, the readings that would change it, whom to ask."""

import pytest

from customers import CATALOG, customer
from hp_priority_cli import Request, Site, assess

GUYANE = "guyane-is-guyana"
ANTILLES = "netherlands-antilles-successors"


def judge(*countries):
    decision = assess(CATALOG, customer(250, countries=list(countries))).decision("access")
    return decision, decision.condition("listed-country")


@pytest.mark.parametrize(
    ("countries", "outcome", "readings"),
    [
        ([], "unknown", []),
        (["FR"], "met", []),
        (["AN"], "met", []),
        (["FR", "RO"], "unknown", []),
        (["CW"], "disputed", [ANTILLES]),
        (["FR", "SX"], "disputed", [ANTILLES]),
        (["AN", "BQ"], "disputed", [ANTILLES]),
        (["GY"], "disputed", [GUYANE]),
        (["FR", "GY"], "disputed", [GUYANE]),
        (["CW", "GY"], "disputed", [GUYANE, ANTILLES]),
        (["FR", "GF"], "unknown", [GUYANE]),
        (["CW", "RO"], "unknown", [ANTILLES]),
        (["GY", "RO"], "unknown", [GUYANE]),
        (["FR", "CW", "RO"], "unknown", []),
        (["FR", "GY", "RO"], "unknown", []),
        (["FR", "GF", "RO"], "unknown", []),
        (["GF", "GY"], "unknown", []),
        (["CW", "GF"], "unknown", [GUYANE, ANTILLES]),
    ],
)
def test_a_reading_is_named_only_where_the_outcome_differs_under_it(countries, outcome, readings):
    _, condition = judge(*countries)
    assert (condition.outcome, list(condition.readings)) == (outcome, readings)
    assert condition.flips_under == ()


@pytest.mark.parametrize(
    ("countries", "flips"),
    [(["RO"], []), (["RO", "UA"], []), (["GF"], [GUYANE]), (["GF", "RO"], [GUYANE])],
)
def test_no_listed_place_is_no_tier_with_the_reading_that_would_flip_it(countries, flips):
    decision, condition = judge(*countries)
    assert (decision.verdict, condition.outcome) == ("not-eligible", "not-met")
    assert list(condition.flips_under) == list(condition.readings) == flips
    assert (decision.open_points, decision.ways_in, decision.waits_for) == ((), (), ())


def test_places_are_measured_by_how_they_stand_to_the_list():
    _, condition = judge("RO", "FR", "CW", "GY", "GF", "AN")
    assert condition.measured == {
        "listed": ("AN", "FR", "GY"),
        "by_succession": ("CW",),
        "not_listed": ("GF", "RO"),
    }
    assert condition.required == {"listed": 1}
    assert condition.clauses == ("coverage",)
    assert condition.margin is None


def test_places_stated_beside_the_sites_are_judged_with_them():
    sites = (Site("FR", pcs=250, printers=0), Site("FR", pcs=0, printers=0))
    request = Request(sites=sites, countries=("RO",), it_desk="own", whole_base=True)
    condition = assess(CATALOG, request).decision("access").condition("listed-country")
    assert condition.outcome == "unknown"
    assert condition.measured["listed"] == ("FR",)
    assert condition.measured["not_listed"] == ("RO",)


def test_a_place_said_twice_in_two_ways_is_one_place():
    request = customer(250, countries=["France", "RO", "fr", "Roumanie", "FR"])
    assert request.countries == ("FR", "RO")
    assert request.places == ("FR", "RO")
