"""The questions that remain: asked only where the answer matters, each with whom to ask."""

from dataclasses import replace

import pytest

from customers import CATALOG, customer
from hp_priority_cli import Request, Site, assess


def points(tier, request):
    found = assess(CATALOG, request).decision(tier).open_points
    return [(point.id, point.ask, point.decides) for point in found]


def point(tier, request, point_id):
    found = assess(CATALOG, request).decision(tier).open_points
    return next(each for each in found if each.id == point_id)


DESK = ("it-desk", "customer", True)
WHOLE = ("whole-base", "customer", True)
PLACE = ("listed-country", "customer", True)
PCS = ("count-taken-as-zero:pcs", "customer", False)
PRINTERS = ("count-taken-as-zero:printers", "customer", False)
MINIMUM = ("minimum-base", "hp", True)
HEAD_OFFICE = ("headquarters", "customer", False)


def test_who_says_only_how_many_is_asked_the_rest():
    bare = customer(250, 0, it_desk=None, whole_base=None, countries=None)
    assert points("access", bare) == [DESK, WHOLE, PLACE]
    assert assess(CATALOG, bare).decision("access").waits_for == ("customer",)


def test_who_says_nothing_is_asked_how_many():
    for tier in CATALOG.tier_ids:
        assert points(tier, Request()) == [PCS, PRINTERS]


@pytest.mark.parametrize("code", ["it_desk", "whole_base"])
def test_a_tier_that_fails_asks_nothing_that_could_not_open_it(code):
    failing: dict[str, object] = {"it_desk": "none", "whole_base": False}
    known = {code: failing[code]}
    others = dict.fromkeys({"it_desk", "whole_base", "countries", "headquarters"} - {code})
    assert points("management", customer(None, None, **{**others, **known})) == []


def test_a_tier_that_fails_by_its_place_asks_nothing():
    asked = customer(None, None, it_desk=None, whole_base=None, countries=["RO"])
    assert points("management", asked) == []


@pytest.mark.parametrize(
    ("tier", "pcs", "printers", "asked"),
    [
        ("access", 249, None, [PRINTERS]),
        ("access", None, 249, [PCS]),
        ("access", 250, None, [WHOLE]),
        ("access", None, 250, [WHOLE]),
        ("access-plus", 999, None, [PRINTERS]),
        ("access-plus", None, 999, [PCS]),
        ("access-plus", None, 1000, [PCS, MINIMUM, WHOLE]),
        ("access-plus", 1000, None, [WHOLE]),
        ("management", 4999, None, [PRINTERS]),
        ("management", None, 999, [PCS]),
        ("management", 5000, None, [WHOLE]),
        ("management-plus", 4999, None, [PRINTERS]),
        ("management-plus", 5000, None, [MINIMUM, WHOLE]),
    ],
)
def test_a_class_nobody_stated_is_asked_where_it_could_open_or_settle_a_tier(
    tier, pcs, printers, asked
):
    request = customer(pcs, printers, whole_base=None, headquarters="FR")
    assert points(tier, request) == asked


@pytest.mark.parametrize("tier", CATALOG.tier_ids)
def test_with_the_whole_base_stated_no_class_is_left_to_ask(tier):
    assert points(tier, customer(249)) == []


def test_a_class_that_is_asked_is_named():
    asked = point("management", customer(4999, None, whole_base=None), PRINTERS[0])
    assert (asked.code, asked.values) == ("count-taken-as-zero", {"device_class": "printer"})


def test_a_site_without_a_count_is_asked_for_it():
    sites = [{"country": "FR", "pcs": 200, "printers": 10}, {"country": "DE", "pcs": 30}]
    request = customer(sites=sites, whole_base=None)
    assert points("access", request) == [PRINTERS]
    asked = point("access", request, PRINTERS[0])
    assert asked.values == {"device_class": "printer", "countries": ("DE",), "by_site": True}


def test_the_head_office_is_asked_where_there_is_a_manager_and_decides_nothing():
    assert points("access-plus", customer(5000)) == []
    assert points("management", customer(5000)) == [HEAD_OFFICE]
    assert points("management", customer(5000, headquarters="FR")) == []
    assert points("management", customer(4999)) == []
    assert assess(CATALOG, customer(5000)).decision("management").verdict == "eligible"


@pytest.mark.parametrize("code", ["RO", "GF"])
def test_a_head_office_that_is_not_listed_is_a_question_for_hp(code):
    request = customer(5000, headquarters=code)
    asked = [(f"headquarters-not-listed:{code}", "hp", False)]
    assert points("management", request) == asked
    assert points("access-plus", request) == []
    assert point("management", request, asked[0][0]).values == {"country": code}
    assert assess(CATALOG, request).decision("management").verdict == "eligible"


@pytest.mark.parametrize("code", ["AN", "CW", "GY"])
def test_a_head_office_in_a_place_that_is_taken_is_no_question(code):
    assert points("management", customer(5000, headquarters=code)) == []


def test_places_in_doubt_are_questions_for_hp_each_with_its_reading():
    request = customer(250, countries=["RO", "GY", "GF", "FR", "CW", "AN"])
    decision = assess(CATALOG, request).decision("access")
    assert [(p.id, p.code, p.reading) for p in decision.open_points] == [
        ("country-not-listed:GF", "country-not-listed", "guyane-is-guyana"),
        ("country-not-listed:RO", "country-not-listed", None),
        ("country-by-succession:CW", "country-by-succession", "netherlands-antilles-successors"),
        ("country-name-ambiguous:GY", "country-name-ambiguous", "guyane-is-guyana"),
    ]
    assert all(p.ask == "hp" and p.decides for p in decision.open_points)
    assert (decision.verdict, decision.waits_for) == ("conditional", ("hp",))
    undivided = {"devices": None, "verdict_without": None}
    assert [p.values for p in decision.open_points] == [
        {"country": "GF", **undivided},
        {"country": "RO", **undivided},
        {"country": "CW", "listed_as": "AN"},
        {"country": "GY", "other": "GF"},
    ]


@pytest.mark.parametrize(
    ("elsewhere", "verdict"),
    [(250, "eligible"), (249, "not-eligible"), (248, "not-eligible")],
)
def test_a_place_that_is_not_listed_comes_with_its_devices_and_the_verdict_without_them(
    elsewhere, verdict
):
    sites = [
        {"country": "RO", "pcs": 40, "printers": 2},
        {"country": "FR", "pcs": elsewhere, "printers": 0},
        {"country": "RO", "pcs": 60, "printers": 1},
    ]
    asked = point("access", customer(sites=sites), "country-not-listed:RO")
    assert asked.values == {
        "country": "RO",
        "devices": {"pcs": 100, "printers": 3},
        "verdict_without": verdict,
    }


def test_a_place_stated_beside_its_site_goes_with_it():
    request = Request(
        sites=(Site("FR", pcs=250, printers=0), Site("RO", pcs=9, printers=0)),
        countries=("FR", "RO", "UA"),
        it_desk="own",
        whole_base=True,
    )
    by_place = {
        code: point("access", request, f"country-not-listed:{code}").values["verdict_without"]
        for code in ("RO", "UA")
    }
    assert by_place == {"RO": "conditional", "UA": "conditional"}
    alone = replace(request, countries=("FR", "RO"))
    asked = point("access", alone, "country-not-listed:RO")
    assert asked.values["verdict_without"] == "eligible"


def test_the_code_of_a_question_is_its_id_without_the_place_or_class():
    requests = [
        customer(4999, None, it_desk=None, whole_base=None, countries=None),
        customer(5000, 0, it_desk=None, whole_base=None, countries=None),
        customer(5000, 0, countries=["FR", "RO", "GY", "CW"], headquarters="RO"),
    ]
    found = [p for each in requests for d in assess(CATALOG, each).tiers for p in d.open_points]
    assert {p.code for p in found} == {
        "count-taken-as-zero",
        "minimum-base",
        "it-desk",
        "whole-base",
        "listed-country",
        "country-not-listed",
        "country-by-succession",
        "country-name-ambiguous",
        "headquarters",
        "headquarters-not-listed",
    }
    assert all(p.code == p.id.partition(":")[0] for p in found)


def test_the_customer_is_named_before_hp_among_those_waited_for():
    request = customer(249, 1, it_desk=None)
    assert assess(CATALOG, request).decision("access").waits_for == ("customer", "hp")
    assert points("access", request) == [MINIMUM, DESK]
