"""`--price-request` where a price book has a part of the rows: filled in, the file alone serves."""

import csv
import io

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from books import HEADER, header
from quoted import CUSTOMER, SURE
from running import said

ONE_ROW = "rows: [{sku: U80M6E, amount: 12.50}]\n"
IN_FRANCE = [*CUSTOMER, *"--tier access --years 3".split()]
WHOLE = {
    "price_period": "year",
    "order_unit": "device",
    "applies_to": '{countries: [FR, "NO"], customer: "Example: one"}',
    "rounding": "{unit: 0.05, line: 1}",
}
FOR_EXAMPLE = [*IN_FRANCE, "--customer", "example: one"]


def blanks_of(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.endswith("amount:")]


def test_header_of_the_book_and_the_rows_of_the_quote_are_in_the_file(ask):
    ask.write(header(**WHOLE) + "rows: [{sku: U80M6E, amount: 12.50}, {sku: U80M5E, amount: 4}]\n")
    assert ask(*FOR_EXAMPLE, "--price-request", "ask.yaml")[1] == 0
    text = ask.text("ask.yaml")
    assert blanks_of(text) == ["    amount:"]
    assert "U80M5E" not in text
    assert "invented (book.yaml)" in text
    left = said(ask.run(*FOR_EXAMPLE, "--price-book", "ask.yaml"), 20)
    assert "The row of U1PB2E has no amount." in left
    ask.write(text.replace("amount:\n", "amount: 8\n"), "ask.yaml")
    document, exit_code = ask(*FOR_EXAMPLE, "--require-prices", book="ask.yaml")
    assert (exit_code, document["status"]) == (0, "firm")
    book = document["price_book"]
    assert (book["id"], book["fictional"], book["price_period"]) == ("ask", True, "year")
    assert (book["valid_from"], book["valid_until"]) == ("2026-01-01", "2026-12-31")
    assert [line["unit_source"] for line in document["lines"]] == ["book", "book"]
    assert [line["extended_price"] for line in document["lines"]] == ["11250.00", "960.00"]
    steps = document["lines"][0]["price_trail"]
    assert [step["rounded_to"] for step in steps if "rounded_to" in step] == ["0.05", "1"]
    for elsewhere in (["--customer", "Another"], ["--order-country", "BE"]):
        away, _ = ask(*FOR_EXAMPLE, *elsewhere, book="ask.yaml")
        assert away["totals"] is None


def test_the_one_price_of_a_quote_stays_what_it_was(ask):
    ask.write(HEADER + ONE_ROW)
    before, _ = ask(*SURE, "--price-request", "ask.yaml")
    ask.write(ask.text("ask.yaml").replace("amount:\n", "amount: 8\n"), "ask.yaml")
    after, _ = ask(*SURE, book="ask.yaml")
    assert after["lines"][0]["extended_price"] == before["lines"][0]["extended_price"] == "3750.00"


def test_breaks_units_of_rows_and_open_quantities_are_kept(ask):
    row = "{sku: U80M6E, order_unit: contract, breaks: [{from: 1, amount: 12.50}, "
    row += "{from: 500, amount: 10}]}"
    ask.write(header(valid_until="null") + f"rows: [{row}]\n")
    ask(*IN_FRANCE, "--price-request", "ask.yaml")
    ask.write(ask.text("ask.yaml").replace("amount:\n", "amount: 8\n"), "ask.yaml")
    document, _ = ask(*IN_FRANCE, book="ask.yaml")
    assert document["valid_until"] is None
    line = document["lines"][0]
    assert (line["order_unit"], line["extended_price"]) == ("contract", "12.50")
    assert (line["price_trail"][1]["next_from"], line["price_trail"][1]["next_amount"]) == (
        500,
        "10.00",
    )


def test_quantity_below_the_first_break_is_asked_for(ask):
    row = "{sku: U80M6E, breaks: [{from: 500, amount: 10}]}"
    ask.write(HEADER + f"rows: [{row}, {{sku: U1PB2E, amount: 8}}]\n")
    ask(*SURE, "--price-request", "ask.yaml")
    text = ask.text("ask.yaml")
    assert said(ask.run(*SURE, "--price-book", "ask.yaml"), 20)
    ask.write(text.replace("amount:\n", "amount: 12\n"), "ask.yaml")
    document, _ = ask(*SURE, "--require-prices", book="ask.yaml")
    assert document["lines"][0]["net_price"] == "12.00"
    assert document["lines"][0]["price_trail"][1]["next_from"] == 500


def test_limits_of_discounts_are_not_told_and_cannot_be_forgotten(ask):
    """Whoever fills the file in does not see them; without them nothing is priced by it."""
    limits = "{discount_max: 3.1415, approval_max: 27.1828}"
    row = "{sku: U80M6E, amount: 12.50, floor: 9.8765}"
    ask.write(header(authority=limits, rounding="{unit: 0.0001}") + f"rows: [{row}]\n")
    ask(*SURE, "--price-request", "ask.yaml")
    text = ask.text("ask.yaml")
    assert [each for each in ("3.1415", "27.1828", "9.8765") if each in text] == []
    ask.write(text.replace("amount:\n", "amount: 8\n"), "ask.yaml")
    left = said(ask.run(*SURE, "--price-book", "ask.yaml"), 20)
    assert left.count("no percentage from 0 to 100") == 2
    assert left.count("is no amount") == 1


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_spreadsheet_gets_the_header_of_the_book_beside_it(ask, suffix):
    ask.write(
        header(**WHOLE)
        + "rows: [{sku: U80M6E, breaks: [{from: 1, amount: 12.50}, {from: 500, amount: 10}]}]\n"
    )
    ran = ask.run("--price-book", "book.yaml", *FOR_EXAMPLE, "--price-request", f"ask.{suffix}")
    assert ran.returncode == 0
    assert "--price-book ask.yaml" in ran.stderr.decode()
    blank = f"ask.{suffix}:4"
    assert blank in said(ask.run(*FOR_EXAMPLE, "--price-book", "ask.yaml"), 20)
    _fill_in(ask, suffix, "8")
    document, exit_code = ask(*FOR_EXAMPLE, "--require-prices", book="ask.yaml")
    assert (exit_code, document["status"], document["price_book"]["fictional"]) == (0, "firm", True)
    assert document["lines"][0]["price_trail"][1]["next_from"] == 500


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_spreadsheet_of_invented_amounts_is_stamped_without_its_header_too(ask, suffix):
    ask.write(HEADER + ONE_ROW)
    ask(*SURE, "--price-request", f"ask.{suffix}")
    _fill_in(ask, suffix, "8")
    terms = ["--currency", "EUR", "--book-valid", "2026-01-01.."]
    document, _ = ask(*SURE, *terms, book=f"ask.{suffix}")
    assert (document["status"], document["price_book"]["fictional"]) == ("firm", True)


def _fill_in(ask, suffix, amount):
    path = ask.folder / f"ask.{suffix}"
    if suffix == "csv":
        rows = list(csv.reader(io.StringIO(path.read_text("utf-8"))))
        at = rows[0].index("amount")
        rows[-1][at] = amount
        path.write_text("\n".join(",".join(f'"{c}"' for c in row) for row in rows) + "\n", "utf-8")
        return
    made = openpyxl.load_workbook(path)
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    titles = [cell.value for cell in sheet[1]]
    sheet.cell(sheet.max_row, titles.index("amount") + 1).value = amount
    made.save(path)


def test_book_of_a_plain_spreadsheet_is_completed_under_the_options_it_was_read_with(ask):
    ask.write("sku,amount\nU80M6E,12.50\n", "list.csv")
    terms = "--currency CHF --book-valid 2026-02-01..2026-11-30 --book-period year".split()
    ask(*SURE, *terms, "--price-request", "ask.yaml", book="list.csv")
    ask.write(ask.text("ask.yaml").replace("amount:\n", "amount: 8\n"), "ask.yaml")
    document, _ = ask(*SURE, "--require-prices", book="ask.yaml")
    assert (document["currency"], document["valid_until"]) == ("CHF", "2026-11-30")
    assert document["lines"][0]["list_price"] == "37.50"


def test_every_term_of_several_is_in_one_file(ask):
    ask.write(HEADER + ONE_ROW)
    several = [*CUSTOMER, *"--tier access --years 1,3 --order-unit device".split()]
    ask(*several, "--price-request", "ask.yaml")
    assert len(blanks_of(ask.text("ask.yaml"))) == 3
    ask.write(ask.text("ask.yaml").replace("amount:\n", "amount: 8\n"), "ask.yaml")
    document, exit_code = ask(*several, "--require-prices", book="ask.yaml")
    assert (exit_code, [each["status"] for each in document["quotes"]]) == (0, ["firm", "firm"])


def test_neither_file_is_written_over_without_force(ask):
    ask.write(HEADER + ONE_ROW)
    ask.write("mine\n", "ask.yaml")
    ran = ask.run("--price-book", "book.yaml", *SURE, "--price-request", "ask.csv")
    assert "ask.yaml" in said(ran, 2)
    assert (ask.text("ask.yaml"), (ask.folder / "ask.csv").exists()) == ("mine\n", False)
    forced = ask.run("--price-book", "book.yaml", *SURE, "--price-request", "ask.csv", "--force")
    assert forced.returncode == 0
    assert "rows: ask.csv" in ask.text("ask.yaml")


def test_file_named_as_the_book_in_use_gets_another_id(ask):
    ask.write(header(id="ask") + ONE_ROW)
    ask(*SURE, "--price-request", "ask.yaml")
    assert "id: ask-completed\n" in ask.text("ask.yaml")


PARTS = {
    "one.yaml": header(id="one") + ONE_ROW,
    "two.yaml": header(id="two") + "rows: [{sku: U1PB2E, amount: 8}]\n",
}


def test_of_two_books_with_a_part_of_the_rows_each_it_is_said_what_to_do(ask):
    for name, text in PARTS.items():
        ask.write(text, name)
    both = ["--price-book", "one.yaml", "--price-book", "two.yaml"]
    text = said(ask.run(*both, *SURE), 20)
    assert "One quote takes one book" in text
    ran = ask.run(*both, *SURE, "--book", "one")
    assert ran.returncode == 0
    assert "U1PB2E is in the price book two" in ran.stderr.decode()
    assert "--price-request" in ran.stderr.decode()
    quiet = ask.run("--price-book", "one.yaml", *SURE)
    assert "the price book two" not in quiet.stderr.decode()


def test_row_of_a_book_for_elsewhere_is_not_pointed_at(ask):
    ask.write(PARTS["one.yaml"], "one.yaml")
    elsewhere = header(id="two", applies_to="{countries: [BE]}")
    ask.write(elsewhere + "rows: [{sku: U1PB2E, amount: 8}]\n", "two.yaml")
    ran = ask.run("--price-book", "one.yaml", "--price-book", "two.yaml", *SURE)
    assert (ran.returncode, ran.stderr) == (0, b"")


def rows_of(ask, name: str) -> list[list[str]]:
    """The cells of a price request, whichever spreadsheet it is."""
    if name.endswith(".csv"):
        return list(csv.reader(io.StringIO(ask.text(name))))
    sheet = openpyxl.load_workbook(ask.folder / name).active
    assert isinstance(sheet, Worksheet)
    return [["" if value is None else str(value) for value in row] for row in sheet.values]


@pytest.mark.parametrize("name", ["ask.csv", "ask.xlsx"])
def test_quantity_to_be_priced_stands_beside_each_part(ask, name):
    ask.run(*CUSTOMER, *"--tier access --years 1,3".split(), "--price-request", name)
    assert [row[:3] for row in rows_of(ask, name)] == [
        ["sku", "quantity", "amount"],
        ["U80M5E", "300", ""],
        ["U1PB1E", "40", ""],
        ["U80M6E", "300", ""],
        ["U1PB2E", "40", ""],
    ]


@pytest.mark.parametrize(
    ("unit", "quantity"), [("contract", "1"), (None, "")], ids=["contract", "open unit"]
)
def test_devices_are_told_where_they_are_not_what_is_ordered(ask, unit, quantity):
    asked = [*"--pcs 8000 --country FR --it-desk own --whole-base".split()]
    asked += [
        *"--tier management-plus --years 2".split(),
        *(["--order-unit", unit] if unit else []),
    ]
    ask.run(*asked, "--price-request", "ask.csv")
    titles, row = rows_of(ask, "ask.csv")
    assert titles[:4] == ["sku", "quantity", "covered_devices", "amount"]
    assert row[1:4] == [quantity, "8000", ""]
    ask.run(*asked, "--price-request", "ask.yaml")
    shown = {"1": "1 contract", "": "to be stated"}[quantity]
    assert f"  # Quantity: {shown}; devices covered: 8,000.\n" in ask.text("ask.yaml")


def test_quantity_is_a_comment_beside_the_row_in_yaml(ask):
    ask.write(HEADER + ONE_ROW)
    ask(*SURE, "--price-request", "ask.yaml")
    rows = ask.text("ask.yaml").partition("rows:\n")[2].splitlines()
    assert rows[:3] == [
        "  # HP Priority Access, PCs, 250 seats and more, 3 years",
        "  # Quantity: 300; devices covered: 300.",
        "  - sku: U80M6E",
    ]
    ask(*SURE, "--price-request", "prix.yaml", "--lang", "fr")
    french = "  # Quantité\u00a0: 40\u202f; appareils couverts\u00a0: 40.\n"
    assert french in ask.text("prix.yaml")


@pytest.mark.parametrize("name", ["ask.yaml", "ask.csv", "ask.xlsx"])
@pytest.mark.parametrize("book", [[], ["--price-book", "book.yaml"]], ids=["none", "book"])
def test_that_a_request_was_written_is_said(ask, name, book):
    ask.write(HEADER + ONE_ROW)
    ran = ask.run(*SURE, *book, "--price-request", name)
    assert (ran.returncode, name in ran.stderr.decode()) == (0, True)
    assert ran.stderr.decode().count("\n") == 1
    assert ask.run(*SURE, *book, "--price-request", name, "--force", "-q").stderr == b""


def test_quantities_of_a_request_are_read_as_nothing_under_a_header_too(ask):
    """The titles of a request are known where they stand in the rows of a book."""
    rows = "sku,quantity,covered_devices,amount\nU80M6E,1,300,12.50\nU1PB2E,40,40,8\n"
    ask.write(rows, "rows.csv")
    ask.write(HEADER + "rows: rows.csv\n", "ask.yaml")
    document, _ = ask(*SURE, "--require-prices", book="ask.yaml")
    assert document["totals"]["extended_price"] == "4070.00"
