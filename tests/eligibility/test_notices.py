"""What a customer is told beside the verdict, notice by notice. Notices decide nothing."""

import pytest

from customers import CATALOG, customer
from hp_priority_cli import assess

TIERS = ["access", "access-plus", "management", "management-plus"]


def notices(tier="access", pcs=6000, printers=1200, **facts):
    return assess(CATALOG, customer(pcs, printers, **facts)).decision(tier).notices


def told(code, tier="access", pcs=6000, printers=1200, **facts):
    """The values of every notice of one code."""
    return [dict(n.values) for n in notices(tier, pcs, printers, **facts) if n.code == code]


def codes(tier="access", pcs=6000, printers=1200, **facts):
    return [notice.code for notice in notices(tier, pcs, printers, **facts)]


def test_a_plain_customer_is_told_nothing_in_the_access_tiers():
    assert codes("access") == []
    assert codes("access-plus") == []


def test_a_plain_customer_hears_of_the_market_and_the_lost_agent_in_the_management_tiers():
    both = ["varies-by-market", "agent-replaced-by-manager"]
    assert codes("management") == both
    assert codes("management-plus") == both


def test_the_manager_replaces_the_remote_agent():
    (values,) = told("agent-replaced-by-manager", "management")
    assert values == {
        "feature": "dedicated-remote-agent",
        "replaced_by": "dedicated-support-manager",
    }


@pytest.mark.parametrize("tier", ["management", "management-plus"])
def test_priority_parts_are_unavailable_in_brazil_and_unconfirmed_in_jamaica(tier):
    countries = ["BR", "JM", "US", "CA", "PM", "FR", "JP"]
    assert told("priority-parts-unavailable", tier, countries=countries) == [{"country": "BR"}]
    assert told("priority-parts-unconfirmed", tier, countries=countries) == [{"country": "JM"}]


@pytest.mark.parametrize("tier", ["access", "access-plus"])
def test_latin_america_is_no_matter_in_the_access_tiers(tier):
    assert codes(tier, countries=["BR", "JM"]) == []


def test_a_successor_shares_the_doubt_about_priority_parts():
    unconfirmed = told("priority-parts-unconfirmed", "management", countries=["AN", "CW", "SX"])
    assert unconfirmed == [{"country": "AN"}, {"country": "CW"}, {"country": "SX"}]


def test_romania_beside_france_is_not_listed():
    assert told("country-not-listed", countries=["FR", "RO"]) == [{"country": "RO"}]


def test_curacao_is_taken_for_the_netherlands_antilles():
    expected = [{"country": "CW", "listed_as": "AN"}]
    assert told("country-by-succession", countries=["FR", "CW"]) == expected
    assert told("country-not-listed", countries=["FR", "CW"]) == []


def test_guyana_and_french_guiana_each_name_the_other():
    guyana, guiana = {"country": "GY", "other": "GF"}, {"country": "GF", "other": "GY"}
    assert told("country-name-ambiguous", countries=["GY"]) == [guyana]
    assert told("country-name-ambiguous", countries=["FR", "GF"]) == [guiana]
    assert told("country-name-ambiguous", countries=["GY", "GF"]) == [guiana, guyana]
    assert told("country-not-listed", countries=["GY", "GF"]) == [{"country": "GF"}]


def test_a_site_is_a_place_like_any_other_and_is_named_once():
    sites = [{"country": code, "pcs": 500} for code in ("RO", "FR", "RO")]
    assert told("country-not-listed", sites=sites) == [{"country": "RO"}]


def test_devices_that_do_not_count_are_named_with_their_number():
    base = {
        "pcs": 6000,
        "printers": 1200,
        "pcs_without_cover": 40,
        "printers_without_cover": 3,
        "consumer_pcs": 7,
        "displays": 5000,
        "other": {"tablet": 60, "server": 2, "phone": 0, "watch": 1, "camera": 4, "router": 3},
    }
    found = [(n.code, dict(n.values)) for n in notices(installed_base=base)]
    assert found == [
        ("without-cover-not-counted", {"pcs": 40, "printers": 3}),
        ("consumer-pcs-not-counted", {"consumer_pcs": 7}),
        ("displays-not-counted", {"displays": 5000}),
        ("device-type-not-eligible", {"device_type": "camera", "count": 4}),
        ("device-type-not-eligible", {"device_type": "router", "count": 3}),
        ("device-type-not-eligible", {"device_type": "server", "count": 2}),
        ("device-type-not-eligible", {"device_type": "tablet", "count": 60}),
        ("device-type-not-eligible", {"device_type": "watch", "count": 1}),
    ]


@pytest.mark.parametrize(
    ("base", "code", "values"),
    [
        ({"pcs_without_cover": 1}, "without-cover-not-counted", {"pcs": 1, "printers": 0}),
        ({"printers_without_cover": 1}, "without-cover-not-counted", {"pcs": 0, "printers": 1}),
        ({"consumer_pcs": 1}, "consumer-pcs-not-counted", {"consumer_pcs": 1}),
        ({"displays": 1}, "displays-not-counted", {"displays": 1}),
        (
            {"other": {"scanner": 1}},
            "device-type-not-eligible",
            {"device_type": "scanner", "count": 1},
        ),
    ],
)
def test_one_device_that_does_not_count_is_enough_to_say_so_and_mends_nothing(base, code, values):
    stated = customer(installed_base={"pcs": 249, "printers": 0, **base})
    decision = assess(CATALOG, stated).decision("access")
    assert decision.verdict == "not-eligible"
    assert decision.condition("minimum-base").measured == {"pcs": 249, "printers": 0}
    assert [(n.code, dict(n.values)) for n in decision.notices] == [(code, values)]


def test_devices_that_do_not_count_are_added_up_over_the_sites():
    sites = [
        {"country": "FR", "pcs": 300, "printers": 0, "displays": 10, "other": {"tablet": 1}},
        {"country": "DE", "pcs": 300, "printers": 0, "displays": 5, "pcs_without_cover": 2},
        {"country": "IT", "pcs": 0, "printers": 0, "consumer_pcs": 4, "other": {"tablet": 2}},
    ]
    found = notices(sites=sites)
    assert [(n.code, dict(n.values)) for n in found] == [
        ("without-cover-not-counted", {"pcs": 2, "printers": 0}),
        ("consumer-pcs-not-counted", {"consumer_pcs": 4}),
        ("displays-not-counted", {"displays": 15}),
        ("device-type-not-eligible", {"device_type": "tablet", "count": 3}),
    ]


@pytest.mark.parametrize(
    ("tier", "pcs", "printers", "minimum"),
    [
        ("access", 249, 1, 250),
        ("access", 249, 249, 250),
        ("access-plus", 999, 1, 1000),
        ("access-plus", 700, 400, 1000),
    ],
)
def test_a_minimum_reached_only_by_adding_classes(tier, pcs, printers, minimum):
    values = {"pcs": pcs, "printers": printers, "minimum": minimum}
    assert told("minimum-by-adding-classes", tier, pcs, printers) == [values]


@pytest.mark.parametrize(
    ("tier", "pcs", "printers"),
    [
        ("access", 250, 0),
        ("access", 0, 250),
        ("access", 250, 249),
        ("access", 248, 1),
        ("access-plus", 999, 0),
        ("access-plus", 1000, 1),
        ("access-plus", 1, 1000),
        ("management", 4999, 1000),
        ("management", 4999, 999),
    ],
)
def test_a_minimum_that_needs_no_adding(tier, pcs, printers):
    assert told("minimum-by-adding-classes", tier, pcs, printers) == []


@pytest.mark.parametrize("tier", TIERS)
def test_a_count_that_nobody_stated_is_taken_as_zero_and_said_so(tier):
    code = "count-taken-as-zero"
    assert told(code, tier, 6000, None) == [{"device_class": "printer"}]
    assert told(code, tier, None, 6000) == [{"device_class": "pc"}]
    assert told(code, tier, None, None) == [{"device_class": "pc"}, {"device_class": "printer"}]
    assert told(code, tier, 6000, 0) == []


def test_a_count_that_some_sites_left_out_is_named_with_their_countries():
    sites = [
        *[{"country": code, "pcs": 100} for code in ("IT", "BE", "AT", "PT")],
        {"country": "DE"},
        {"country": "DE", "pcs": 10},
        {"country": "FR", "pcs": 0, "printers": 0},
    ]
    assert told("count-taken-as-zero", sites=sites) == [
        {"device_class": "pc", "countries": ("DE",)},
        {"device_class": "printer", "countries": ("AT", "BE", "DE", "IT", "PT")},
    ]
    nobody = [{"country": "IT", "pcs": 400}, {"country": "DE", "pcs": 0}]
    assert told("count-taken-as-zero", sites=nobody) == [{"device_class": "printer"}]


@pytest.mark.parametrize("code", ["RO", "GF"])
def test_a_head_office_that_is_not_listed_matters_where_there_is_a_manager(code):
    assert told("headquarters-not-listed", "management", headquarters=code) == [{"country": code}]
    assert told("headquarters-not-listed", "access-plus", headquarters=code) == []


@pytest.mark.parametrize("code", ["FR", "GY", "AN", "CW", None])
def test_a_head_office_that_is_listed_or_not_stated_is_no_notice(code):
    assert told("headquarters-not-listed", "management", headquarters=code) == []


def test_every_notice_carries_the_clauses_of_the_data():
    found = notices("management", countries=["BR", "RO"], languages=["el"], around_the_clock=True)
    assert {notice.code: notice.clauses for notice in found} == {
        "country-not-listed": ("coverage",),
        "language-not-listed": ("languages",),
        "around-the-clock-english-only": ("note-6",),
        "priority-parts-unavailable": ("exclusions-latin-america", "note-4"),
        "varies-by-market": ("note-4",),
        "agent-replaced-by-manager": ("highlights-management", "table-3"),
    }
