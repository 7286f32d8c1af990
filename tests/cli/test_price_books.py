"""Several price books, plain spreadsheets and workbooks, as they are given to `quote`."""

import json

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from books import HEADER, header
from quoted import ROWS, SURE
from running import hp, said


def test_two_books_that_fit_are_named_with_their_lines(ask):
    ask.write(header(id="sale") + ROWS, "sale.yaml")
    document, exit_code = ask(*SURE, "--price-book", "sale.yaml")
    assert (exit_code, document["error"]["code"]) == (20, "book-ambiguous")
    assert document["error"]["values"]["books"] == ["invented", "sale"]
    text = ask.run("--price-book", "book.yaml", "--price-book", "sale.yaml", *SURE).stderr.decode()
    assert (
        "book.yaml:5:1: error: The price book 'invented' fits this order, and so does sale." in text
    )
    assert (
        "sale.yaml:5:1: error: The price book 'sale' fits this order, and so does invented." in text
    )
    named, exit_code = ask(*SURE, "--price-book", "sale.yaml", "--book", "sale")
    assert (exit_code, named["price_book"]["id"]) == (0, "sale")


def test_books_are_chosen_by_the_country_of_the_order(ask):
    for country, amount in (("FR", "1"), ("BE", "2")):
        rows = f"rows: [{{sku: U80M6E, amount: {amount}}}, {{sku: U1PB2E, amount: {amount}}}]\n"
        ask.write(
            header(id=country, applies_to=f"{{countries: [{country}]}}") + rows,
            f"{country}.yaml",
        )
    books = ["--price-book", "FR.yaml", "--price-book", "BE.yaml"]
    for country, total in (("FR", "340.00"), ("BE", "680.00")):
        document, _ = ask(*SURE, *books, "--order-country", country, book=None)
        assert (document["price_book"]["id"], document["totals"]["extended_price"]) == (
            country,
            total,
        )


def test_one_file_given_in_two_ways_is_one_book(ask):
    assert ask(*SURE, "--price-book", "./book.yaml")[0]["status"] == "firm"


def test_all_that_is_wrong_in_all_books_is_said_at_once(ask):
    ask.write(HEADER + "rows: []\n", "a.yaml")
    ask.write(HEADER + "rows: []\n", "b.yaml")
    books = ["--price-book", "a.yaml", "--price-book", "b.yaml", "--price-book", "c.yaml"]
    text = said(ask.run(*SURE, *books), 20)
    found = ["a.yaml:9:7: error", "b.yaml:9:7: error", "c.yaml: error"]
    assert [name for name in found if name not in text] == []


def test_variable_names_the_books_where_no_option_does(ask):
    variables = {"HP_PRIORITY_PRICE_BOOK": "missing.yaml:book.yaml"}
    assert ask(*SURE, **variables)[1] == 0
    refused, exit_code = ask(*SURE, book=None, **variables)
    assert (exit_code, refused["error"]["values"]["findings"][0]["file"]) == (20, "missing.yaml")
    assert ask(*SURE, book=None, HP_PRIORITY_PRICE_BOOK="book.yaml")[0]["status"] == "firm"


PLAIN = ["--currency", "EUR", "--book-valid", "2026-01-01..2026-12-31"]


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("U80M6E,12.50\nU1PB2E,8\n", []),
        ("Référence;Prix\nU80M6E;12,50\nU1PB2E;8,00\n", ["--book-decimal", ","]),
        ("\ufeffRéférence;Prix\r\nU80M6E;12,50\r\nU1PB2E;8,00\r\n", ["--book-decimal", ","]),
    ],
)
def test_plain_spreadsheet_is_a_book_under_its_options(ask, text, options):
    ask.write(text, "p.csv")
    document, exit_code = ask(*SURE, *PLAIN, *options, book="p.csv")
    assert (exit_code, document["status"], document["totals"]["extended_price"]) == (
        0,
        "firm",
        "4070.00",
    )
    assert (document["price_book"]["id"], document["valid_until"]) == ("p", "2026-12-31")
    by_year, _ = ask(*SURE, *PLAIN, *options, "--book-period", "year", book="p.csv")
    assert by_year["totals"]["extended_price"] == "12210.00"


def test_workbook_is_a_book_and_its_uncomputed_formula_is_not(ask):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    for row in (["Part", "Price"], ["U80M6E", 12.5], ["U1PB2E", "8"]):
        sheet.append(row)
    workbook.save(ask.folder / "p.xlsx")
    document, _ = ask(*SURE, *PLAIN, book="p.xlsx")
    assert document["totals"]["extended_price"] == "4070.00"
    sheet["B3"] = "=4*2"
    workbook.save(ask.folder / "p.xlsx")
    ran = ask.run("--price-book", "p.xlsx", *SURE, *PLAIN)
    assert "p.xlsx:3:2: error: The cell holds a formula whose value was never saved." in said(
        ran, 20
    )


def test_wrong_book_ends_the_run_with_every_finding(ask):
    ask.write(HEADER + "rows:\n- {sku: U80M6E, amount: 0}\n- {sku: U1PB2E, amount: 1E5}\n")
    text = said(ask.run("--price-book", "book.yaml", *SURE), 20)
    assert 'book.yaml:10:25: error: "0" is not above zero.' in text
    assert 'book.yaml:11:25: error: "1E5" is no amount.' in text


def with_rows_beside(ask):
    """A book whose rows stand in `prices.csv`; the bytes of both files."""
    ask.write(f"{HEADER}rows: prices.csv\n")
    ask.write("sku,amount\nU80M6E,12.50\nU1PB2E,8\n", "prices.csv")
    return [ask.text(name) for name in ("book.yaml", "prices.csv")]


@pytest.mark.parametrize("target", ["book.yaml", "prices.csv"])
@pytest.mark.parametrize("command", ["quote", "batch", "request", "check"])
def test_answer_is_never_written_over_the_book_or_its_rows(ask, target, command):
    before = with_rows_beside(ask)
    book = ["--price-book", "book.yaml", "--force"]
    form = ["-f", "csv" if command == "quote" else "json"]
    one = {"installed_base": {"pcs": 300}, "tier": "access", "term_years": 3}
    runs = {
        "quote": ["quote", *SURE, *book, *form, "-o", target],
        "batch": ["quote", "--batch", "-", *book, *form, "-o", target],
        "request": ["quote", *SURE, "--years", "1", *book, "--price-request", target],
        "check": ["check", "book.yaml", "--force", *form, "-o", target],
    }
    ran = hp(*runs[command], cwd=ask.folder, stdin=json.dumps(one).encode())
    assert (ran.returncode, b"made from" in ran.stderr) == (2, True)
    assert [ask.text(name) for name in ("book.yaml", "prices.csv")] == before


def test_steps_of_a_price_are_on_the_screen_and_in_json_and_in_no_document(ask):
    asked = [*SURE, "-v", "--price-book", "book.yaml"]
    assert "12.50 in book.yaml, line 10, from 1 on." in ask.run(*asked).stdout.decode()
    assert json.loads(ask.run(*asked, "--json").stdout)["lines"][0]["price_trail"]
    for name in ("quote.txt", "quote.md", "quote.html"):
        assert ask.run(*asked, "-o", name).returncode == 0
        assert "12.50" in ask.text(name)
        assert "book.yaml" not in ask.text(name)
