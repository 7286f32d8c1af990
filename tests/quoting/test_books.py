"""Which price book serves a quote: by country, customer, currency and day; one, or a reason."""

from datetime import date

import pytest

from books import ROWS, book, header
from customers import CATALOG, customer
from hp_priority_cli import build_quote
from hp_priority_cli.customer.records import Answer
from hp_priority_cli.errors import UsageProblem, UserError
from hp_priority_cli.quoting.books import choose_book

DAY = date(2026, 6, 1)


@pytest.fixture
def shelf(tmp_path):
    """Make a book of that header; its id is `invented` unless it is changed."""

    def make(**changes):
        return book(tmp_path, header(**changes) + ROWS, f"{changes.get('id', 'invented')}.yaml")

    return make


def asked(**facts):
    return customer(300, tier="access", term_years=3, **({"as_of": DAY} | facts))


def status(books, **facts):
    return choose_book(books, asked(**facts)).status


def test_without_a_book_there_is_no_price_book():
    assert choose_book((), asked()).status == "no-price-book"


def test_the_one_book_that_fits_is_taken(shelf):
    fits = shelf()
    choice = choose_book((fits,), asked())
    assert (choice.book, choice.status) == (fits, "priced")


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2025, 12, 31), "book-not-yet-valid"),
        (date(2026, 1, 1), "priced"),
        (date(2026, 1, 2), "priced"),
        (date(2026, 12, 30), "priced"),
        (date(2026, 12, 31), "priced"),
        (date(2027, 1, 1), "book-expired"),
    ],
)
def test_both_days_are_inclusive(shelf, day, found):
    assert status([shelf()], as_of=day) == found


def test_book_without_an_end_holds_for_ever(shelf):
    assert status([shelf(valid_until="null")], as_of=date(2199, 12, 31)) == "priced"


@pytest.mark.parametrize(
    ("countries", "places", "order", "found"),
    [
        ("[FR]", ["FR"], None, "priced"),
        ("[FR, BE]", ["BE", "FR"], None, "priced"),
        ("[FR]", ["BE", "FR"], None, "country-not-in-book"),
        ("[FR]", ["BE", "FR"], "FR", "priced"),
        ("[FR]", ["BE"], "FR", "priced"),
        ("[FR]", ["FR"], "BE", "country-not-in-book"),
        ("[FR]", [], None, "country-not-in-book"),
        ("[FR]", [], "FR", "priced"),
        ("null", ["BE", "FR"], None, "priced"),
        ("null", [], None, "priced"),
    ],
)
def test_country_of_the_order_decides_else_every_place(shelf, countries, places, order, found):
    book_ = shelf(applies_to=f"{{countries: {countries}}}")
    assert status([book_], countries=places, order_country=order) == found


@pytest.mark.parametrize(
    ("places", "order", "missing"),
    [
        (["BE", "FR"], None, ("BE",)),
        (["RO", "BE", "FR"], None, ("BE", "RO")),
        (["BE", "FR"], "DE", ("DE",)),
        ([], None, ()),
    ],
)
def test_countries_that_a_book_is_not_for_are_on_the_trail(shelf, places, order, missing):
    facts = {"tier": "access", "term_years": 3, "countries": places, "order_country": order}
    request = customer(300, 40, as_of=date(2026, 6, 1), **facts)
    book_ = shelf(applies_to="{countries: [FR]}")
    found = build_quote(CATALOG, request, draft=True, books=[book_])
    [step] = found.lines[0].price_trail
    assert (step["outcome"], step["missing_countries"]) == ("country-not-in-book", missing)
    late = customer(300, 40, as_of=date(2030, 6, 1), **{**facts, "order_country": "FR"})
    [step] = build_quote(CATALOG, late, draft=True, books=[book_]).lines[0].price_trail
    assert (step["outcome"], "missing_countries" in step) == ("book-expired", False)


def test_place_that_hp_does_not_serve_needs_no_price(shelf):
    refused = (Answer("country-not-listed:RO", "no"),)
    book_ = shelf(applies_to="{countries: [FR]}")
    assert status([book_], countries=["FR", "RO"]) == "country-not-in-book"
    assert status([book_], countries=["FR", "RO"], answers=refused) == "priced"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Example Logistics", "priced"),
        ("  example  LOGISTICS ", "priced"),
        ("Example", "customer-not-in-book"),
        (None, "customer-not-in-book"),
    ],
)
def test_book_of_a_customer_serves_that_customer_alone(shelf, name, found):
    book_ = shelf(applies_to="{customer: Example Logistics}")
    assert status([book_], customer=name) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("SOCIE\u0301TE\u0301 INVENTE\u0301E", "priced"),
        ("Societe Inventee", "customer-not-in-book"),
    ],
)
def test_name_is_the_same_however_its_accents_are_encoded_and_another_without(shelf, name, found):
    book_ = shelf(applies_to="{customer: Soci\u00e9t\u00e9 invent\u00e9e}")
    assert status([book_], customer=name) == found


def test_two_books_that_fit_are_an_error_that_names_both(shelf):
    with pytest.raises(UserError) as caught:
        choose_book((shelf(), shelf(id="sale"), shelf(id="old", valid_until="2026-01-31")), asked())
    error = caught.value
    assert (error.code, error.exit_code) == ("book-ambiguous", 20)
    assert error.values == {"books": ("invented", "sale")}
    named = [(each.spot.file.rpartition("/")[2], each.spot.line) for each in error.findings]
    assert named == [("invented.yaml", 5), ("sale.yaml", 5)]


@pytest.mark.parametrize(
    ("until", "since", "found"),
    [("2026-06-01", "2026-06-02", "first"), ("2026-05-31", "2026-06-01", "second")],
)
def test_books_that_follow_each_other_part_the_days(shelf, until, since, found):
    books = [shelf(id="first", valid_until=until), shelf(id="second", valid_from=since)]
    choice = choose_book(books, asked())
    assert choice.book is not None
    assert choice.book.id == found


def test_the_same_day_in_two_books_is_one_day_too_many(shelf):
    books = [shelf(id="a", valid_until="2026-06-01"), shelf(id="b", valid_from="2026-06-01")]
    with pytest.raises(UserError, match="book-ambiguous"):
        choose_book(books, asked())


def test_a_book_is_chosen_by_its_id_or_its_currency(shelf):
    books = [shelf(id="a"), shelf(id="b"), shelf(id="c", currency="CHF")]
    for facts, found in (({"price_book_id": "b"}, "b"), ({"currency": "CHF"}, "c")):
        choice = choose_book(books, asked(**facts))
        assert choice.book is not None
        assert choice.book.id == found


def test_an_id_or_a_currency_that_no_book_has_is_wrong_use(shelf):
    books = [shelf(id="a"), shelf(id="c", currency="CHF")]
    with pytest.raises(UsageProblem) as caught:
        choose_book(books, asked(price_book_id="x"))
    assert (caught.value.kind, caught.value.values["choices"]) == ("book-unknown", ("a", "c"))
    with pytest.raises(UsageProblem) as caught:
        choose_book(books, asked(currency="USD"))
    assert (caught.value.kind, caught.value.values["choices"]) == (
        "currency-of-no-book",
        ("EUR", "CHF"),
    )


def test_a_named_book_must_fit_like_any_other(shelf):
    assert status([shelf(id="a", valid_until="2026-05-31")], price_book_id="a") == "book-expired"


@pytest.mark.parametrize(
    ("headers", "found", "said_of"),
    [
        (
            [{"applies_to": "{countries: [BE]}"}, {"valid_until": "2026-05-31"}],
            "book-expired",
            ["b1"],
        ),
        (
            [{"applies_to": "{countries: [BE]}"}, {"applies_to": "{customer: Other}"}],
            "customer-not-in-book",
            ["b1"],
        ),
        ([{"valid_from": "2026-07-01"}, {"valid_until": "2026-05-31"}], "book-expired", ["b1"]),
        (
            [{"valid_until": "2026-05-30"}, {"valid_until": "2026-05-31"}],
            "book-expired",
            ["b0", "b1"],
        ),
    ],
)
def test_reason_is_that_of_the_book_that_comes_nearest(shelf, headers, found, said_of):
    books = [shelf(id=f"b{n}", **changes) for n, changes in enumerate(headers)]
    choice = choose_book(books, asked())
    assert (choice.status, [each.id for each in choice.looked_at]) == (found, said_of)


def test_a_price_needs_a_day(shelf):
    with pytest.raises(ValueError, match="needs a day"):
        choose_book([shelf()], asked(as_of=None))
