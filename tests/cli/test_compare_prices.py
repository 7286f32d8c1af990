"""`compare` with prices, from the command line: what the step costs beside what it brings."""

import csv
import io
import json
import re

import pytest

from books import header
from running import hp, said

ROWS = """rows:
- {sku: U80M9E, amount: 10}
- {sku: U80M7E, amount: 12.5}
- {sku: U80MBE, amount: 30}
"""
CUSTOMER = "--pcs 5000 --country FR --it-desk own --whole-base --headquarters FR".split()
STEP = ["access-plus", "management"]


@pytest.fixture
def compare(tmp_path):
    """Run `compare` in a folder with a book; what it prints, or its JSON and its exit code."""
    (tmp_path / "book.yaml").write_text(header(order_unit="device") + ROWS, "utf-8")

    def run(*arguments, book=("--price-book", "book.yaml"), **variables):
        return hp("compare", *arguments, *book, cwd=tmp_path, **variables)

    return run


def document(ran, exit_code=0):
    assert ran.returncode == exit_code, ran.stderr.decode()
    return json.loads(ran.stdout)


def test_json_holds_totals_difference_book_and_what_the_step_brings(compare):
    found = document(compare(*STEP, *CUSTOMER, "--years", "1", "--json"))
    assert list(found)[-2:] == ["notices", "prices"]
    prices = found["prices"]
    assert (prices["currency"], prices["tax"]) == ("EUR", "excluded")
    assert (prices["price_book"]["id"], prices["price_book"]["fictional"]) == ("invented", True)
    [term] = prices["terms"]
    assert [each["totals"]["extended_price"] for each in term["tiers"]] == ["50000.00", "62500.00"]
    assert term["difference"] == {
        "extended_price": "12500.00",
        "per_device_year": "2.50",
        "currency": "EUR",
        "tax": "excluded",
    }
    assert [each["status"] for each in term["tiers"]] == ["firm", "firm"]
    assert "dedicated-support-manager" in found["gains"]
    assert found["losses"] == ["dedicated-remote-agent"]


def test_totals_are_those_of_the_quotes(compare, tmp_path):
    [term] = document(compare(*STEP, *CUSTOMER, "--years", "1", "--json"))["prices"]["terms"]
    for each in term["tiers"]:
        options = ["--tier", each["tier"], "--years", "1", "--price-book", "book.yaml", "--json"]
        quote = json.loads(hp("quote", *CUSTOMER, *options, cwd=tmp_path).stdout)
        assert (each["totals"], each["lines"]) == (quote["totals"], quote["lines"])


def test_term_is_that_of_the_options_then_of_the_request_else_all_are_shown(compare, tmp_path):
    def years(*more):
        found = document(compare(*STEP, *CUSTOMER, *more, "--json"))
        return [term["term_years"] for term in found["prices"]["terms"]]

    (tmp_path / "r.yaml").write_text("term_years: 3\n", "utf-8")
    assert years() == years("--years", "all") == [1, 2, 3, 4, 5]
    assert years("--years", "5,1") == [5, 1]
    assert years("--request", "r.yaml") == [3]
    assert years("--request", "r.yaml", "--years", "all") == [1, 2, 3, 4, 5]


def test_blank_has_its_reason_and_takes_the_difference_with_it(compare):
    found = document(compare(*STEP, *CUSTOMER, "--years", "3", "--json"))
    [term] = found["prices"]["terms"]
    assert [(each["reason"], each["totals"]) for each in term["tiers"]] == [
        (None, {"extended_price": "150000.00", "per_device_year": "10.00", "currency": "EUR",
                "tax": "excluded"}),
        ("not-in-book", None),
    ]  # fmt: skip
    assert term["difference"] is None
    shown = compare(*STEP, *CUSTOMER, "--years", "3").stdout.decode()
    assert re.search(r"3 years  Difference +not known\n", shown)
    assert "U80M8E: not in the price book invented." in shown


def test_prices_that_are_required_and_missing_exit_with_12(compare):
    ran = compare(*STEP, *CUSTOMER, "--years", "1,3", "--require-prices")
    assert ran.returncode == 12
    assert "Prices are missing for U80M8E." in ran.stderr.decode()
    assert "62,500.00" in ran.stdout.decode()
    assert compare(*STEP, *CUSTOMER, "--years", "1", "--require-prices").returncode == 0


def test_rows_that_are_missing_can_be_asked_for(compare, tmp_path):
    compare(*STEP, *CUSTOMER, "--years", "1,3", "--price-request", "ask.csv")
    rows = (tmp_path / "ask.csv").read_text("utf-8").splitlines()
    assert [row.split(",")[0] for row in rows if row.split(",")[2] == ""] == ["U80M8E"]
    assert "rows: ask.csv" in (tmp_path / "ask.yaml").read_text("utf-8")


def test_without_a_word_about_prices_there_are_none(compare):
    found = document(compare(*STEP, *CUSTOMER, "--json", book=()))
    assert found["prices"] is None
    assert "EUR" not in compare(*STEP, book=()).stdout.decode()


def test_book_of_the_environment_prices_a_customer_and_no_mere_comparison(compare):
    ready = {"book": (), "HP_PRIORITY_PRICE_BOOK": "book.yaml"}
    assert document(compare(*STEP, "--json", **ready))["prices"] is None
    assert document(compare(*STEP, *CUSTOMER, "--json", **ready))["prices"]["currency"] == "EUR"


def test_term_without_a_book_is_answered_plainly(compare):
    shown = compare(*STEP, *CUSTOMER, "--years", "1", book=()).stdout.decode()
    assert "Without prices: no price book serves this comparison." in shown
    assert "no price book\n" in shown


def test_every_format_says_that_the_prices_are_invented(compare):
    for format_ in ("table", "json", "csv", "markdown"):
        shown = compare(*STEP, *CUSTOMER, "-f", format_).stdout.decode().casefold()
        assert "fictional" in shown


def test_csv_has_the_figures_in_the_columns_of_their_tiers(compare):
    text = compare(*STEP, *CUSTOMER, "--years", "1,3", "-f", "csv").stdout.decode()
    rows = [row for row in csv.DictReader(io.StringIO(text)) if row["term_years"]]
    keys = ("feature", "access-plus", "management", "difference", "currency", "tax", "no_total")
    assert [tuple(row[key] for key in keys) for row in rows] == [
        ("extended_price", "50000.00", "62500.00", "12500.00", "EUR", "excluded", ""),
        ("per_device_year", "10.00", "12.50", "2.50", "EUR", "excluded", ""),
        ("extended_price", "150000.00", "", "", "EUR", "excluded", "management=not-in-book"),
        ("per_device_year", "10.00", "", "", "EUR", "excluded", "management=not-in-book"),
    ]


def test_term_that_is_not_offered_and_refused_discounts_end_the_run(compare):
    assert "7" in said(compare(*STEP, *CUSTOMER, "--years", "7"), 10)
    said(compare(*STEP, *CUSTOMER, "--years", "1", "--discount", "101"), 2)
