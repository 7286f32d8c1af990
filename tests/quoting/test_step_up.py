"""What a step up costs: totals of each tier over each term, and a blank where one is not sure."""

from datetime import date
from decimal import Decimal

import pytest

from books import book, header
from customers import CATALOG, customer
from hp_priority_cli.customer.records import Answer
from hp_priority_cli.errors import Refused, UserError
from hp_priority_cli.quoting.step_up import price_step

DAY = date(2026, 6, 1)
ROWS = """rows:
- {sku: U80M9E, amount: 10}
- {sku: U9DB6E, amount: 5}
- {sku: U80M7E, amount: 12.5}
- {sku: U1PB3E, amount: 6}
- {sku: U80MBE, amount: 30}
- {sku: U9DB7E, amount: 15}
- {sku: U62G4E, amount: 99}
"""
TIERS = ("access-plus", "management")


@pytest.fixture
def shelf(tmp_path):
    return book(tmp_path, header() + ROWS)


def step(*books, tiers=TIERS, terms=(1,), pcs=5000, printers=1000, **facts):
    asked = customer(pcs, printers, **{"as_of": DAY, "order_unit": "device"} | facts)
    return price_step(CATALOG, tiers, terms, asked, books)


def figures(found):
    """The total of each tier, or the reason why there is none, and the difference."""
    [term] = found.terms
    more = None if term.difference is None else str(term.difference.extended_price)
    totals = [e.reason if e.total is None else str(e.total.extended_price) for e in term.tiers]
    return totals, more


def test_step_up_is_the_total_of_the_last_tier_less_that_of_the_first(shelf):
    found = step(shelf)
    assert figures(found) == (["55000.00", "68500.00"], "13500.00")
    [term] = found.terms
    assert [str(each.total.per_device_year) for each in term.tiers] == ["9.17", "11.42"]
    assert str(term.difference.per_device_year) == "2.25"
    assert found.book is not None
    assert found.book.id == shelf.id


def test_step_down_is_below_zero(shelf):
    assert figures(step(shelf, tiers=("management", "access-plus"))) == (
        ["68500.00", "55000.00"],
        "-13500.00",
    )


def test_tier_that_is_not_eligible_has_no_figure_and_neither_has_the_step(shelf):
    assert figures(step(shelf, pcs=4999, printers=999)) == (["54985.00", "not-eligible"], None)


def test_tier_whose_part_is_not_in_the_book_has_no_figure(shelf):
    assert figures(step(shelf, terms=(3,))) == (["165000.00", "not-in-book"], None)


def test_term_without_a_part_has_no_figure(shelf):
    assert figures(step(shelf, terms=(2,))) == (["no-part-for-term"] * 2, None)


def test_open_order_unit_has_no_figure(shelf):
    accepted = (Answer("management-plus-inherits-minimum", "yes"),)
    tiers = ("management", "management-plus")
    facts = {"tiers": tiers, "terms": (3,), "answers": accepted, "headquarters": "FR"}
    assert figures(step(shelf, order_unit=None, **facts)) == (
        ["not-in-book", "order-unit-open"],
        None,
    )
    assert figures(step(shelf, order_unit="contract", **facts))[0] == ["not-in-book", "99.00"]


def test_without_a_book_there_is_no_figure():
    assert figures(step()) == (["no-price-book"] * 2, None)


def test_book_of_another_day_gives_no_figure(shelf):
    found = step(shelf, as_of=date(2027, 1, 1))
    assert (figures(found), found.book) == ((["book-expired"] * 2, None), None)


def test_base_of_nothing_that_hp_accepted_has_no_figure(shelf):
    accepted = (Answer("management-plus-inherits-minimum", "accepted"),)
    found = step(shelf, tiers=("management-plus",), pcs=0, printers=0, answers=accepted)
    assert figures(found) == (["not-eligible"], None)


def test_tier_alone_has_no_difference(shelf):
    assert figures(step(shelf, tiers=("management",))) == (["68500.00"], None)


def test_conditional_tier_has_its_figure_and_its_verdict(shelf):
    found = step(shelf, it_desk=None)
    assert figures(found)[1] == "13500.00"
    assert [each.verdict for each in found.terms[0].tiers] == ["conditional"] * 2


def test_discount_is_on_the_tiers_alike(shelf):
    assert figures(step(shelf, discount_percent=Decimal(10))) == (
        ["49500.00", "61650.00"],
        "12150.00",
    )


def test_term_that_no_tier_has_is_refused(shelf):
    with pytest.raises(Refused, match="term-not-offered"):
        step(shelf, terms=(1, 7))


def test_two_books_that_fit_are_refused(shelf, tmp_path):
    other = book(tmp_path, header(id="other") + ROWS, "other.yaml")
    with pytest.raises(UserError, match="book-ambiguous"):
        step(shelf, other)


def test_what_is_to_know_of_the_lines_is_said_once(shelf):
    notices = [each.code for each in step(shelf, order_unit=None, terms=(1, 3)).notices]
    assert notices == ["order-unit-assumed"]
