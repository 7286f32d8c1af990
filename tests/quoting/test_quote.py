"""Quotes: which parts and how many, and the refusals that say what would do."""

from datetime import date
from itertools import product

import pytest

from customers import CATALOG, customer
from hp_priority_cli import InstalledBase, Request, build_quote
from hp_priority_cli.customer.records import Answer
from hp_priority_cli.errors import Refused

AMOUNTS = ["list_price", "discount_percent", "net_price", "extended_price"]


def quote(tier, years, pcs=None, printers=None, draft=False, **facts):
    return build_quote(
        CATALOG, customer(pcs, printers, tier=tier, term_years=years, **facts), draft=draft
    )


def lines(*asked, **facts):
    """What is ordered: part, devices covered, unit and quantity."""
    found = quote(*asked, **facts).lines
    return [(n.sku, n.covered_devices, n.order_unit, n.order_quantity) for n in found]


def refusal(*asked, **facts):
    with pytest.raises(Refused) as caught:
        quote(*asked, **facts)
    assert caught.value.exit_code == 10
    return caught.value


def told(*asked, **facts):
    """The notices that the lines of a quote add to those of its tier."""
    found = quote(*asked, **facts)
    return [(n.code, dict(n.values)) for n in found.notices if n not in found.decision.notices]


def test_300_pcs_for_three_years_take_300_of_u80m6e():
    found = quote("access", 3, 300)
    (line,) = found.lines
    assert (line.sku, line.device_class, line.term_years) == ("U80M6E", "pc", 3)
    assert (line.covered_devices, line.order_unit, line.order_quantity) == (300, "device", 300)
    assert (found.status, found.tier, found.term_years) == ("unpriced", "access", 3)
    assert found.decision.verdict == "eligible"


def test_every_quote_says_that_its_order_unit_is_assumed():
    assert told("access", 3, 300) == [("order-unit-assumed", {})]
    assert told("access-plus", 3, 1000, 10) == [("order-unit-assumed", {})]
    assert told("management", 3, 5000, 1000) == [("order-unit-assumed", {})]


def test_two_years_with_printers_are_refused_as_a_whole():
    refused = refusal("access", 2, 400, 60)
    assert refused.code == "no-part-for-term"
    assert refused.values == {
        "tier": "access",
        "term_years": 2,
        "device_classes": ("printer",),
        "terms": (1, 3, 4, 5),
    }


@pytest.mark.parametrize("tier", ["access", "access-plus", "management"])
def test_no_tier_below_management_plus_covers_printers_for_two_years(tier):
    assert refusal(tier, 2, 0, 1000).values["terms"] == (1, 3, 4, 5)
    assert refusal(tier, 2, 5000, 1).values["terms"] == (1, 3, 4, 5)


def test_two_years_without_printers_are_quoted():
    assert lines("access", 2, 300) == [("U80LYE", 300, "device", 300)]
    assert lines("management", 2, 5000, 0) == [("U80M0E", 5000, "device", 5000)]


def test_management_plus_has_a_two_year_part_and_its_quantity_stays_open():
    found = quote("management-plus", 2, 8000, 300)
    (line,) = found.lines
    assert (line.sku, line.device_class, line.covered_devices) == ("U62G3E", "any", 8300)
    assert (line.order_unit, line.order_quantity) == ("open", None)
    assert told("management-plus", 2, 8000, 300) == [("order-unit-open", {})]
    point = found.open_points[-1]
    assert (point.id, point.code, point.ask) == ("order-unit", "order-unit-open", "hp")
    assert not point.decides
    assert found.status == "conditional"


@pytest.mark.parametrize(("unit", "pcs", "printers"), [("device", 700, 400), ("contract", 1, 1)])
def test_the_user_may_know_the_order_unit(unit, pcs, printers):
    assert lines("access", 3, 700, 400, order_unit=unit) == [
        ("U80M6E", 700, unit, pcs),
        ("U1PB2E", 400, unit, printers),
    ]
    assert told("access", 3, 700, 400, order_unit=unit) == []


@pytest.mark.parametrize(("unit", "quantity"), [("device", 8300), ("contract", 1)])
def test_a_known_order_unit_closes_the_question_of_management_plus(unit, quantity):
    asked = ("management-plus", 5, 8000, 300)
    assert lines(*asked, order_unit=unit) == [("U64GFE", 8300, unit, quantity)]
    assert told(*asked, order_unit=unit) == []
    points = [each.id for each in quote(*asked, order_unit=unit).open_points]
    assert points == ["minimum-base", "headquarters"]


@pytest.mark.parametrize("years", [6, 7, 999_999_999])
def test_a_term_that_no_tier_has_is_not_offered(years):
    refused = refusal("access", years, 300)
    assert refused.code == "term-not-offered"
    assert refused.values == {"term_years": years, "terms": (1, 2, 3, 4, 5)}


def test_a_term_that_is_not_offered_is_said_before_the_verdict():
    assert refusal("management", 6, 1).code == "term-not-offered"
    assert refusal("management", 2, 1, 1).code == "not-eligible"


@pytest.mark.parametrize(
    ("tier", "pcs", "printers", "noticed"),
    [
        ("management", 4000, 1000, [("U80M8E", 4000, 5000)]),
        ("management", 4999, 1000, [("U80M8E", 4999, 5000)]),
        ("management", 5000, 1000, []),
        ("access-plus", 999, 1, [("U80MBE", 999, 1000)]),
        ("access-plus", 1000, 1, []),
        ("access", 249, 250, [("U80M6E", 249, 250)]),
        ("access", 250, 1, []),
        ("access", 0, 250, []),
    ],
)
def test_fewer_pcs_than_the_label_of_their_part_names_are_quoted_with_a_notice(
    tier, pcs, printers, noticed
):
    found = told(tier, 3, pcs, printers, order_unit="device")
    assert found == [
        ("base-under-band", {"sku": sku, "covered_devices": covered, "band": band})
        for sku, covered, band in noticed
    ]


def test_4000_pcs_and_1000_printers_take_both_parts_of_management():
    assert lines("management", 3, 4000, 1000) == [
        ("U80M8E", 4000, "device", 4000),
        ("U1PB4E", 1000, "device", 1000),
    ]


def test_a_tier_that_is_not_eligible_is_refused_with_what_would_do():
    refused = refusal("management", 3, 700, 400)
    assert refused.code == "not-eligible"
    assert refused.values["verdict"].verdict == "not-eligible"
    assert refused.values["tier"] == refused.values["verdict"].tier == "management"
    assert refused.values["highest_eligible"] == "access"
    assert refused.values["highest_possible"] == "access-plus"


def test_nothing_is_a_draft_unless_it_is_asked_for():
    with pytest.raises(Refused):
        build_quote(CATALOG, customer(249, tier="access", term_years=3))


def test_a_quote_carries_the_notices_and_questions_of_its_tier():
    found = quote("management", 3, 5000, 0, countries=["BR"])
    assert [each.code for each in found.notices] == [
        "priority-parts-unavailable",
        "varies-by-market",
        "agent-replaced-by-manager",
        "order-unit-assumed",
    ]
    assert [each.id for each in found.open_points] == ["headquarters"]


def test_a_draft_quotes_what_is_not_eligible_and_holds_what_fails():
    found = quote("management", 3, 4999, 999, draft=True)
    assert found.status == "draft"
    assert [each.code for each in found.decision.failures] == ["minimum-base"]
    assert [line.order_quantity for line in found.lines] == [4999, 999]


def test_nothing_is_quoted_for_a_base_of_nothing_that_hp_accepted():
    accepted = (Answer("management-plus-inherits-minimum", "accepted"),)
    refused = refusal("management-plus", 3, 0, 0, answers=accepted)
    assert (refused.code, refused.exit_code) == ("not-eligible", 10)
    [line] = quote("management-plus", 3, 1, 0, answers=accepted).lines
    assert line.covered_devices == 1


def test_nothing_is_drafted_for_a_base_of_nothing():
    assert refusal("access", 3, draft=True).code == "nothing-to-quote"
    assert refusal("access", 3, 0, 0, draft=True).code == "nothing-to-quote"
    assert len(quote("access", 3, 0, 1, draft=True).lines) == 1


def test_a_draft_needs_a_part_for_its_term_too():
    assert refusal("access", 2, 1, 1, draft=True).code == "no-part-for-term"


def test_asking_for_a_draft_changes_no_quote_that_needs_none():
    assert quote("access", 3, 300, draft=True) == quote("access", 3, 300)
    assert quote("access-plus", 3, 700, 400, draft=True).status == "conditional"


@pytest.mark.parametrize(("desk", "status"), [("own", "unpriced"), (None, "conditional")])
def test_the_status_follows_the_verdict(desk, status):
    assert quote("access", 3, 300, it_desk=desk).status == status


@pytest.mark.parametrize("tier", CATALOG.tier_ids)
def test_there_are_no_prices(tier):
    for line in quote(tier, 3, 8000, 1000).lines:
        assert [getattr(line, amount) for amount in AMOUNTS] == [None] * 4
        assert (line.price_status, line.price_trail) == ("no-price-book", ())


@pytest.mark.parametrize(
    ("purchase", "activation"),
    [
        (date(2026, 1, 15), date(2026, 2, 14)),
        (date(2028, 2, 1), date(2028, 3, 2)),
        (date(2026, 12, 2), date(2027, 1, 1)),
        (None, None),
    ],
)
def test_activation_begins_within_30_days_of_purchase(purchase, activation):
    assert quote("access", 3, 300, purchase_date=purchase).activation_by == activation


def test_the_parts_of_all_quotes_are_the_parts_of_the_list():
    sold = set()
    for tier, years in product(CATALOG.tier_ids, (1, 2, 3, 4, 5)):
        sold |= {line.sku for line in quote(tier, years, 5000, 0).lines}
        if years != 2:
            sold |= {line.sku for line in quote(tier, years, 0, 1000).lines}
    assert len(sold) == 32
    assert sold == {part.sku for part in CATALOG.parts}


@pytest.mark.parametrize(("tier", "years"), [(None, 3), ("access", None)])
def test_a_quote_needs_a_tier_and_a_term(tier, years):
    request = Request(installed_base=InstalledBase(300), tier=tier, term_years=years)
    with pytest.raises(ValueError, match="tier and a term"):
        build_quote(CATALOG, request)


def test_draft_says_what_would_still_have_to_be_asked_and_nothing_of_it_decides():
    asked = {"countries": ["CW", "FR", "GY", "RO"], "whole_base": None}
    request = customer(300, 20, tier="management-plus", term_years=3, **asked)
    points = build_quote(CATALOG, request, draft=True).open_points
    assert [(point.id, point.ask, point.decides) for point in points] == [
        ("whole-base", "customer", False),
        ("country-not-listed:RO", "hp", False),
        ("country-by-succession:CW", "hp", False),
        ("country-name-ambiguous:GY", "hp", False),
        ("headquarters", "customer", False),
        ("order-unit", "hp", False),
    ]


def test_quote_that_is_no_draft_asks_what_its_verdict_asks():
    request = customer(300, 20, countries=["FR", "RO"], tier="access", term_years=3)
    found = build_quote(CATALOG, request)
    assert found.open_points == found.decision.open_points
