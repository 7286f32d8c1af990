"""What differs between two saved quotes: who changed what, and what became of it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings

from books import book, header
from checked import evidence_of
from customers import CATALOG, customer
from hp_priority_cli import build_quote
from hp_priority_cli.customer.records import Answer, Site
from hp_priority_cli.errors import UserError
from hp_priority_cli.evidence.changes import compare_answers
from hp_priority_cli.evidence.facts import request_facts
from hp_priority_cli.evidence.records import QuotedFile, SavedAnswer
from quoting.test_any_book import books, discounts

DAY = date(2026, 6, 1)
ROWS = "rows: [{sku: U80M6E, amount: 12.50}, {sku: U80M5E, amount: 5}, {sku: U1PB2E, amount: 8}]\n"


@pytest.fixture
def shelf(tmp_path):
    return book(tmp_path, header() + ROWS)


def quoted(*shelves, pcs=300, printers=40, tier="access", years=3, files=(), **facts):
    facts = {"as_of": DAY, "order_unit": "device"} | facts
    asked = customer(pcs, printers, tier=tier, term_years=years, **facts)
    return evidence_of(build_quote(CATALOG, asked, books=shelves), asked, files)


def compare_quotes(old, new):
    """The changes from a file with one quote to another such file."""
    return compare_answers(answer(old), answer(new))


def told(old, new):
    """The changes without their area: code, id, value before, value after, difference."""
    return [(e.code, e.id, e.old, e.new, e.difference) for e in compare_quotes(old, new)]


def by_area(old, new):
    return [(e.area, e.code, e.id) for e in compare_quotes(old, new)]


def test_a_quote_beside_itself_holds_no_change(shelf):
    assert compare_quotes(quoted(shelf), quoted(shelf)) == ()


def test_more_devices_are_the_customers_change_and_amounts_follow(shelf):
    assert told(quoted(shelf), quoted(shelf, pcs=310)) == [
        ("fact", "installed_base.pcs", 300, 310, 10),
        ("covered", "U80M6E", 300, 310, 10),
        ("quantity", "U80M6E", 300, 310, 10),
        ("extended-price", "U80M6E", Decimal("3750.00"), Decimal("3875.00"), Decimal("125.00")),
        ("total", "extended_price", Decimal("4070.00"), Decimal("4195.00"), Decimal("125.00")),
        ("device-year", "per_device_year", Decimal("3.99"), Decimal("4.00"), Decimal("0.01")),
    ]


def test_new_price_is_a_change_of_prices_alone(shelf, tmp_path):
    other = book(tmp_path, header() + ROWS.replace("12.50", "12.40"), "other.yaml")
    found = by_area(quoted(shelf), quoted(other))
    assert {area for area, *_ in found} == {"prices"}
    assert ("prices", "net-price", "U80M6E") in found


def test_class_that_is_gone_takes_its_part_along(shelf):
    found = told(quoted(shelf), quoted(shelf, printers=0))
    assert ("part", "U1PB2E", 40, None, None) in found
    assert ("fact", "installed_base.printers", 40, 0, -40) in found


def test_another_term_has_other_parts(shelf):
    found = told(quoted(shelf, printers=0), quoted(shelf, printers=0, years=1))
    assert ("term", "term_years", 3, 1, -2) in found
    assert ("part", "U80M6E", 300, None, None) in found
    assert ("part", "U80M5E", None, 300, None) in found


def test_verdict_conditions_questions_and_notices_are_the_answer(shelf):
    found = told(quoted(shelf), quoted(shelf, countries=["FR", "RO"], order_country="FR"))
    assert ("fact", "countries", ("FR",), ("FR", "RO"), None) in found
    assert ("verdict", "verdict", "eligible", "conditional", None) in found
    assert ("status", "status", "firm", "conditional", None) in found
    assert ("condition", "listed-country", "met", "unknown", None) in found
    assert ("question", "country-not-listed:RO", False, True, None) in found
    assert ("notice", "country-not-listed:RO", False, True, None) in found


def test_answer_of_hp_is_a_fact_of_the_request(shelf):
    places = {"countries": ["FR", "RO"], "order_country": "FR"}
    said = (Answer("country-not-listed:RO", "yes"),)
    found = told(quoted(shelf, **places), quoted(shelf, **places, answers=said))
    assert ("fact", "answers.country-not-listed:RO", None, "yes", None) in found
    assert ("question", "country-not-listed:RO", True, False, None) in found


def test_between_two_currencies_there_is_no_difference(shelf, tmp_path):
    swiss = book(tmp_path, header(currency="CHF") + ROWS.replace("12.50", "11"), "swiss.yaml")
    changes = compare_quotes(quoted(shelf), quoted(swiss, discount_percent=Decimal(10)))
    found = {each.code: each for each in changes}
    assert (found["currency"].old, found["currency"].new) == ("EUR", "CHF")
    assert found["total"].difference is found["net-price"].difference is None
    assert found["discount"].difference == 10


def test_price_that_is_gone_leaves_nothing(shelf):
    found = told(quoted(shelf), quoted(shelf, as_of=date(2027, 1, 1)))
    assert ("price-status", "U80M6E", "priced", "book-expired", None) in found
    assert ("total", "extended_price", Decimal("4070.00"), None, None) in found
    assert ("book", "id", "invented", None, None) in found
    assert ("as-of", "as_of", DAY, date(2027, 1, 1), None) in found


def test_file_and_data_behind_are_told_by_their_hash(shelf):
    old = quoted(shelf, files=(QuotedFile("price-book", "b.yaml", "a" * 64),))
    new = quoted(shelf, files=(QuotedFile("price-book", "b.yaml", "b" * 64),))
    assert told(old, new) == [("price-book-file", "b.yaml", "a" * 64, "b" * 64, None)]
    edition = replace(new.origin.edition, edition="2025-01", sha256="c" * 64)
    other = replace(new, origin=replace(new.origin, edition=edition, tool_version="9.9.9"))
    assert [code for code, *_ in told(new, other)] == ["release", "edition", "facts"]


def answer(*quotes):
    several = len(quotes) != 1
    request = quotes[0].request
    asked = replace(request, term_years=None) if several else request
    return SavedAnswer("q.json", {}, quotes, asked, quotes[0].origin, several)


def test_quotes_for_several_terms_are_paired_by_their_term(shelf):
    old = answer(*(quoted(shelf, printers=0, years=years) for years in (1, 3)))
    new = answer(*(quoted(shelf, pcs=301, printers=0, years=years) for years in (3, 5)))
    changes = compare_answers(old, new)
    facts = [each for each in changes if each.code == "fact"]
    assert [(each.id, each.term_years) for each in facts] == [("installed_base.pcs", None)]
    terms = [(e.old, e.new, e.term_years) for e in changes if e.code == "term"]
    assert terms == [(1, None, 1), (None, 5, 5)]
    assert {each.term_years for each in changes if each.code == "total"} == {3}


def test_facts_of_a_request_are_named_by_their_keys():
    sites = (Site("FR", 300, 40), Site("BE", 20, None, displays=3), Site("FR", 5, 0))
    asked = replace(customer(), sites=sites, installed_base=None, discounts={"U80M6E": Decimal(3)})
    assert request_facts(asked) == {
        "sites.FR.pcs": 300,
        "sites.FR.printers": 40,
        "sites.BE.pcs": 20,
        "sites.BE.displays": 3,
        "sites.FR#2.pcs": 5,
        "sites.FR#2.printers": 0,
        "countries": ("FR",),
        "it_desk": "own",
        "whole_base": True,
        "discounts.U80M6E": Decimal(3),
    }


@settings(max_examples=60)
@given(books(), books(), discounts)
def test_changes_back_are_the_changes_turned_round(one, other, facts):
    try:
        old, new = quoted(one, **facts), quoted(other)
    except UserError:
        return
    assert compare_quotes(old, old) == ()
    forth = {(e.code, e.id): (e.old, e.new) for e in compare_quotes(old, new)}
    back = {(e.code, e.id): (e.new, e.old) for e in compare_quotes(new, old)}
    assert forth == back
    for each in compare_quotes(old, new):
        if isinstance(each.difference, Decimal):
            assert isinstance(each.old, Decimal)
            assert each.old + each.difference == each.new
