"""Tiers side by side: what a step brings, what it costs, what the data sheet leaves open."""

import pytest

from customers import CATALOG, customer
from hp_priority_cli import Request, compare_tiers

AGENT = ["dedicated-remote-agent"]
ACCESS_PLUS_ADDS = [*AGENT, "incident-management", "quarterly-performance-reports"]
MANAGEMENT_ADDS = [
    "dedicated-support-manager",
    "proactive-support-plan",
    "problem-management",
    "priority-repairs",
    "priority-parts",
    "performance-management",
    "quarterly-executive-reviews",
    "on-site-visits",
]
MANAGEMENT_PLUS_ADDS = [
    "dedicated-technical-expert",
    "proactive-technical-support",
    "product-and-tool-training",
    "technical-escalation-management",
    "proactive-deployment-management",
]
NOT_STATED = ["monthly-performance-reports", "executive-reports"]


def compare(*tiers, **facts):
    return compare_tiers(CATALOG, tiers, customer(**facts) if facts else None)


@pytest.mark.parametrize(
    ("lower", "higher", "gains", "losses", "unclear"),
    [
        ("access", "access-plus", ACCESS_PLUS_ADDS, [], NOT_STATED),
        ("access-plus", "management", MANAGEMENT_ADDS, AGENT, NOT_STATED),
        ("management", "management-plus", MANAGEMENT_PLUS_ADDS, [], []),
    ],
)
def test_each_step_up_and_down(lower, higher, gains, losses, unclear):
    up, down = compare(lower, higher), compare(higher, lower)
    assert (list(up.gains), list(up.losses), list(up.unclear)) == (gains, losses, unclear)
    assert (list(down.gains), list(down.losses), list(down.unclear)) == (losses, gains, unclear)


def test_from_access_to_management_what_access_plus_leaves_open_is_a_gain():
    assert list(compare("access", "management").gains) == [
        "incident-management",
        "monthly-performance-reports",
        "quarterly-performance-reports",
        *MANAGEMENT_ADDS,
        "executive-reports",
    ]
    assert (compare("access", "management").losses, compare("access", "management").unclear) == (
        (),
        (),
    )


def test_gains_and_losses_are_of_the_last_tier_named_over_the_first():
    found = compare("access", "access-plus", "management", "management-plus")
    assert found.tiers == ("access", "access-plus", "management", "management-plus")
    assert (found.gains, found.losses, found.unclear) == (
        compare("access", "management-plus").gains,
        (),
        (),
    )
    assert len(found.gains) == 17


def test_a_tier_beside_itself_gains_and_loses_nothing():
    found = compare("access-plus")
    assert (found.gains, found.losses) == ((), ())
    assert list(found.unclear) == NOT_STATED


def test_every_row_of_the_matrix_is_shown_for_the_tiers_named_and_no_other():
    found = compare("management", "access-plus")
    assert [row.feature.row for row in found.features] == list(range(1, 23))
    assert [dict(row.cells) for row in found.features][4:7] == [
        {"management": "not-included", "access-plus": "included"},
        {"management": "included", "access-plus": "included"},
        {"management": "included", "access-plus": "not-stated"},
    ]
    assert list(found.features[0].cells) == ["management", "access-plus"]


def by_place(found):
    return {
        row.feature.id: {place: dict(limits) for place, limits in row.by_place.items()}
        for row in found.features
        if row.by_place
    }


def test_priority_parts_and_repairs_do_not_reach_brazil_and_may_not_reach_jamaica():
    found = compare("access-plus", "management", countries=["BR", "JM", "FR", "US", "CW", "RO"])
    limits = {
        "BR": {"management": "unavailable"},
        "CW": {"management": "unconfirmed"},
        "JM": {"management": "unconfirmed"},
        "RO": {"management": "unconfirmed"},
    }
    assert by_place(found) == {"priority-repairs": limits, "priority-parts": limits}


def test_a_limit_touches_every_tier_that_includes_the_feature():
    found = compare("management", "management-plus", countries=["MX"])
    both = {"MX": {"management": "unavailable", "management-plus": "unavailable"}}
    assert by_place(found) == {"priority-repairs": both, "priority-parts": both}


def test_place_off_the_list_is_promised_nothing_that_latin_america_lacks():
    found = compare("access-plus", "management", countries=["FR", "GF"])
    doubt = {"GF": {"management": "unconfirmed"}}
    assert by_place(found) == {"priority-repairs": doubt, "priority-parts": doubt}


def test_there_is_no_limit_where_no_tier_has_the_feature_or_no_place_is_known():
    assert by_place(compare("access", "access-plus", countries=["BR", "JM", "GF"])) == {}
    assert by_place(compare("access", "management")) == {}
    assert by_place(compare("access", "management", countries=["FR", "US", "PM"])) == {}


def codes(found):
    return [(notice.code, notice.values.get("country")) for notice in found.notices]


def test_a_customer_hears_of_places_and_service_once_and_not_of_counts():
    base = {"pcs": 900, "pcs_without_cover": 1, "consumer_pcs": 1, "displays": 1}
    asked = {"installed_base": {**base, "other": {"tablet": 1}}, "countries": ["BR", "RO"]}
    found = compare("access", "access-plus", "management", "management-plus", **asked)
    assert codes(found) == [
        ("country-not-listed", "RO"),
        ("priority-parts-unavailable", "BR"),
        ("varies-by-market", None),
        ("agent-replaced-by-manager", None),
    ]
    added = compare("access", "access-plus", installed_base={"pcs": 900, "printers": 900})
    assert codes(added) == []


def test_without_a_customer_there_is_no_notice():
    assert compare_tiers(CATALOG, ("access-plus", "management")).notices == ()


def test_of_a_customer_with_no_place_the_tiers_alone_are_told():
    found = compare_tiers(CATALOG, ("access", "management"), Request())
    assert by_place(found) == {}
    assert codes(found) == [("varies-by-market", None), ("agent-replaced-by-manager", None)]
