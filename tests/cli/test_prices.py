"""`quote` with a price book, from the command line: what each format shows, and what is missing."""

import csv
import io
import json
import subprocess
import sys
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from books import HEADER, header
from quoted import CUSTOMER, ROWS, SURE
from running import HANG, environment, hp, said


def test_json_holds_the_prices_the_book_and_how_long_they_hold(ask):
    document, exit_code = ask(*SURE)
    assert (exit_code, document["status"]) == (0, "firm")
    assert [each["extended_price"] for each in document["lines"]] == ["3750.00", "320.00"]
    assert (document["currency"], document["tax"], document["valid_until"]) == (
        "EUR",
        "excluded",
        "2026-12-31",
    )
    assert document["totals"] == {
        "extended_price": "4070.00",
        "per_device_year": "3.99",
        "currency": "EUR",
        "tax": "excluded",
    }
    book = document["price_book"]
    assert (book["id"], book["fictional"], book["price_period"]) == ("invented", True, "term")
    [file] = book["files"]
    assert (file["file"], len(file["sha256"])) == ("book.yaml", 64)
    assert [step["step"] for step in document["lines"][0]["price_trail"]] == [
        "book",
        "row",
        "period",
        "discount",
        "quantity",
    ]
    assert document["request"]["price_book"] == ["book.yaml"]


def test_keys_of_a_line_are_those_of_a_line_without_price(ask):
    priced, bare = ask(*SURE)[0], ask(*SURE, book=None)[0]
    assert list(priced["lines"][0]) == list(bare["lines"][0])
    last = ["price_status", "price_trail", "unit_source", "descriptions"]
    assert list(priced["lines"][0])[-4:] == last
    assert list(priced) == list(bare)


def test_same_books_and_day_give_the_same_bytes(ask):
    how = [*SURE, "--discount", "3", "--json"]
    first, second = (ask.shown(*how, PYTHONHASHSEED=seed) for seed in "12")
    assert first == second


def test_table_shows_amounts_tax_total_and_that_they_are_invented(ask):
    shown = ask.shown(*SURE)
    for text in (
        "FICTIONAL PRICES",
        "Price quote in EUR, without tax, valid until 31 December 2026.",
        "EUR excl. tax",
        "3,750.00",
        "320.00",
        "EUR 4,070.00 without tax; EUR 3.99 for each device and year",
        "Book invented, from 1 January 2026 until 31 December 2026.",
    ):
        assert text in shown
    assert "not a price quote" not in shown
    assert "line 9" not in shown
    steps = ask.shown(*SURE, "-v")
    assert "12.50 in book.yaml, line 10, from 1 on." in steps


def test_french_table_has_french_amounts(ask):
    shown = ask.shown(
        *SURE,
        "--discount",
        "12.5",
        "--lang",
        "fr",
        COLUMNS="200",
    )
    assert "PRIX FICTIFS" in shown
    assert "3\u202f282,00" in shown
    assert "12,5\u00a0%" in shown
    assert "3\u202f562,00 EUR hors taxes" in shown


@pytest.mark.parametrize("format_", ["csv", "markdown", "table", "json"])
def test_every_format_says_that_the_prices_are_invented(ask, format_):
    shown = ask.shown(*SURE, "-f", format_).casefold()
    assert "fictional" in shown
    ask.write(header(fictional="false") + ROWS)
    shown = ask.shown(*SURE, "-f", format_).casefold()
    assert "true" not in "".join(line for line in shown.splitlines() if "fictional" in line)


def test_csv_has_the_amounts_of_each_line_and_the_total(ask):
    text = ask.shown(*SURE, "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["extended_price"] for row in rows] == ["3750.00", "320.00"]
    assert {
        (
            row["currency"],
            row["tax"],
            row["total"],
            row["price_book"],
            row["fictional"],
            row["valid_until"],
        )
        for row in rows
    } == {("EUR", "excluded", "4070.00", "invented", "true", "2026-12-31")}
    assert sum(Decimal(row["extended_price"]) for row in rows) == Decimal(rows[0]["total"])


# -- what is missing ------------------------------------------------------------------------------


def test_deleting_a_row_changes_no_other_line_empties_the_total_and_changes_the_exit_code(ask):
    whole, exit_code = ask(*SURE, "--require-prices")
    assert exit_code == 0
    ask.write(HEADER + ROWS.replace("- {sku: U1PB2E, amount: 8}\n", ""))
    gap, exit_code = ask(*SURE, "--require-prices")
    assert exit_code == 12
    assert gap["lines"][0] == whole["lines"][0]
    assert [gap["lines"][1][key] for key in ("list_price", "net_price", "extended_price")] == [
        None
    ] * 3
    assert (gap["lines"][1]["price_status"], gap["totals"], gap["not_priced"]) == (
        "not-in-book",
        None,
        ["U1PB2E"],
    )
    assert ask(*SURE)[1] == 0


def test_prices_that_are_missing_are_said_and_the_quote_is_written_all_the_same(ask):
    ran = ask.run(
        "--price-book",
        "book.yaml",
        *SURE,
        "--as-of",
        "2027-01-01",
        "--require-prices",
        "-o",
        "q.json",
        "--json",
    )
    assert ran.returncode == 12
    assert "Prices are missing for U80M6E and U1PB2E." in ran.stderr.decode()
    error = json.loads(ran.stdout)["error"]
    assert (error["code"], error["values"]) == ("prices-missing", {"skus": ["U80M6E", "U1PB2E"]})
    saved = json.loads(ask.text("q.json"))
    assert {line["price_status"] for line in saved["lines"]} == {"book-expired"}


@pytest.mark.parametrize(
    ("changes", "facts", "status", "text"),
    [
        (
            {"valid_until": "2026-11-23"},
            [],
            "book-expired",
            "The price book invented expired on 23 November 2026.",
        ),
        (
            {"valid_from": "2026-11-25"},
            [],
            "book-not-yet-valid",
            "The price book invented is valid only from 25 November 2026.",
        ),
        (
            {"applies_to": "{countries: [BE]}"},
            [],
            "country-not-in-book",
            "The price book invented is not for France (FR).",
        ),
        (
            {},
            ["--order-country", "BE"],
            "country-not-in-book",
            "The price book invented is not for Belgium (BE).",
        ),
        (
            {"applies_to": "{customer: Other}"},
            [],
            "customer-not-in-book",
            "is not for this customer.",
        ),
    ],
)
def test_book_that_does_not_serve_is_named_with_the_reason(ask, changes, facts, status, text):
    at_home = {"applies_to": "{countries: [FR]}"}
    ask.write(header(**at_home | changes) + ROWS)
    document, exit_code = ask(*SURE, *facts, "--require-prices")
    assert (exit_code, document["totals"], document["status"]) == (12, None, "unpriced")
    assert {line["price_status"] for line in document["lines"]} == {status}
    shown = ask.shown(*SURE, *facts, COLUMNS="120")
    assert text in shown
    assert "not a price quote" in shown


SEVERAL = [*"--pcs 300 --printers 40 --country FR,RO,BE --it-desk own --whole-base".split()]
SEVERAL += [*"--tier access --years 3 --answer country-not-listed:RO=yes".split()]
CURE = "Where one country places the order --order-country XX"


def plainly(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("asked", [SEVERAL, [*SEVERAL, "--years", "3,5"]], ids=["one", "terms"])
def test_countries_that_the_book_is_not_for_are_named_with_the_cure(ask, asked):
    ask.write(header(applies_to="{countries: [FR, DE]}") + ROWS)
    shown = plainly(ask.shown(*asked))
    assert f"The price book invented is not for Belgium (BE) and Romania (RO). {CURE}" in shown
    french = plainly(ask.shown(*asked, "--lang", "fr"))
    assert "Le tarif invented n’est pas pour Belgique (BE) et Roumanie (RO)." in french
    ask.run("--price-book", "book.yaml", *asked, "-o", "q.md")
    assert "Belgium (BE) and Romania (RO)." in plainly(ask.text("q.md"))
    assert "--order-country" not in ask.text("q.md")
    ordered = plainly(ask.shown(*asked, "--order-country", "BE"))
    assert "is not for Belgium (BE)." in ordered
    assert "--order-country" not in ordered
    assert "is not for" not in ask.shown(*asked, "--order-country", "FR")


def test_cure_by_the_order_country_is_not_offered_where_one_place_was_stated(ask):
    ask.write(header(applies_to="{countries: [DE]}") + ROWS)
    assert "--order-country" not in ask.shown(*SURE)


def test_tiers_beside_each_other_name_the_countries_too(ask):
    ask.write(header(applies_to="{countries: [FR]}") + ROWS)
    base = [each for each in SEVERAL if each not in ("--tier", "access")]
    asked = ["compare", "access", "access-plus", "--price-book", "book.yaml", *base]
    shown = plainly(hp(*asked, cwd=ask.folder).stdout.decode())
    assert f"The price book invented is not for Belgium (BE) and Romania (RO). {CURE}" in shown


def test_table_lists_the_rows_that_a_book_lacks(ask):
    ask.write(HEADER + "rows: [{sku: U80M5E, amount: 1}]\n")
    shown = ask.shown(*SURE, COLUMNS="120")
    assert "Not every line is priced: the total is withheld" in shown
    assert "U80M6E and U1PB2E: not in the price book invented." in shown


@pytest.mark.parametrize("name", ["ask.yaml", "ask.csv"])
def test_price_request_filled_in_is_a_price_book(ask, name):
    assert ask.run(*SURE, "--price-request", name).returncode == 0
    text = ask.text(name)
    terms = ["--currency", "CHF", "--book-valid", "2026-01-01..2026-12-31"]
    left = said(ask.run(*SURE, "--price-book", name, *terms), 20)
    assert "The row of U80M6E has no amount." in left
    filled = {
        "CODE": "CHF",
        "valid_from: YYYY-MM-DD": "valid_from: 2026-01-01",
        "YYYY-MM-DD | null": "2026-12-31",
        "term | year": "term",
        "amount:\n": "amount: 9.95\n",
        "0,,,": "0,9.95,,",
    }
    for blank, value in filled.items():
        text = text.replace(blank, value)
    ask.write(text, name)
    document, exit_code = ask(*SURE, *terms, "--require-prices", book=name)
    assert (exit_code, document["status"]) == (0, "firm")
    assert document["totals"]["extended_price"] == "3383.00"


def test_price_request_as_a_workbook_filled_in_is_a_price_book(ask):
    assert ask.run(*SURE, "--price-request", "ask.xlsx").returncode == 0
    terms = ["--currency", "EUR", "--book-valid", "2026-01-01.."]
    left = said(ask.run(*SURE, "--price-book", "ask.xlsx", *terms), 20)
    assert "ask.xlsx:2:1: error: The row of U80M6E has no amount." in left
    made = openpyxl.load_workbook(ask.folder / "ask.xlsx")
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    assert [cell.value for cell in sheet[1]] == [
        *("sku", "quantity", "amount", "order_unit", "description"),
    ]
    sheet["C2"], sheet["C3"] = 12.5, 8
    made.save(ask.folder / "ask.xlsx")
    document, exit_code = ask(*SURE, *terms, "--require-prices", book="ask.xlsx")
    assert (exit_code, document["totals"]["extended_price"]) == (0, "4070.00")


@pytest.mark.parametrize(
    "arguments",
    [
        [*SURE, "--price-request", "ask.xlsx"],
        [*SURE, "--price-book", "rows.yaml"],
        [*SURE, "--price-book", "b.xlsx", "--currency", "EUR", "--book-valid", "2026-01-01.."],
    ],
)
def test_workbook_without_the_extra_is_wrong_use_that_names_the_remedy(ask, arguments):
    """A module that is marked as missing in a process of its own stands for the library."""
    ask.write(HEADER + "rows: b.xlsx\n", "rows.yaml")
    made = openpyxl.Workbook()
    assert isinstance(made.active, Worksheet)
    made.active.append(["U80M6E", 12.5])
    made.save(ask.folder / "b.xlsx")
    code = "import sys; sys.modules['openpyxl'] = None; import hp_priority_cli.cli.main as m; "
    code += "sys.exit(m.run(sys.argv[1:]))"
    ran = subprocess.run(
        [sys.executable, "-c", code, "quote", *arguments],
        capture_output=True,
        cwd=ask.folder,
        env=environment(),
        timeout=HANG,
        check=False,
    )
    assert "pip install 'hp-priority-cli[xlsx]'" in said(ran, 2)
    assert not (ask.folder / "ask.xlsx").exists()


def test_price_request_left_as_it_stands_is_refused_with_every_blank(ask):
    ask.run(*SURE, "--price-request", "ask.yaml")
    text = said(ask.run(*SURE, "--price-book", "ask.yaml"), 20)
    for blank in (
        "There is no currency 'CODE'",
        "'valid_from' holds \"YYYY-MM-DD\"",
        "'valid_until' holds \"YYYY-MM-DD | null\"",
        '"term | year" is not one of',
        "U80M6E has no amount",
        "U1PB2E has no amount",
    ):
        assert blank in text


def test_price_request_leaves_blank_only_what_is_missing(ask):
    ask.write(header(fictional="") + "rows: [{sku: U80M6E, amount: 1}]\n")
    ask(*SURE, "--price-request", "ask.csv")
    assert ask.text("ask.csv").splitlines() == [
        "sku,quantity,amount,order_unit,description",
        'U80M6E,300,1,,"HP Priority Access, PCs, 250 seats and more, 3 years"',
        'U1PB2E,40,,,"HP Priority Access, printers, 3 years"',
    ]
    ask(*SURE, "--price-request", "ask.yaml")
    assert "currency: EUR\n" in ask.text("ask.yaml")


def test_price_request_asks_for_the_unit_of_management_plus(ask):
    asked = [
        "--pcs",
        "8000",
        "--country",
        "FR",
        "--it-desk",
        "own",
        "--whole-base",
        "--tier",
        "management-plus",
        "--years",
        "2",
    ]
    ask.run(*asked, "--price-request", "ask.yaml")
    assert "    order_unit: device | contract\n" in ask.text("ask.yaml")


def test_nothing_is_asked_for_where_every_line_is_priced(ask):
    ran = ask.run("--price-book", "book.yaml", *SURE, "--price-request", "ask.csv")
    assert (ran.returncode, (ask.folder / "ask.csv").exists()) == (0, False)
    assert "Every line has its price" in ran.stderr.decode()


def test_choices_show_the_totals_by_term_where_there_are_prices(ask):
    ask.write(HEADER + ROWS)
    shown = ask.shown(*CUSTOMER)
    for text in ("FICTIONAL PRICES", "Prices in EUR, without tax", "4,070.00", "not in book"):
        assert text in shown
    assert "U80M5E and U1PB1E: not in the price book" not in shown
    assert "EUR" not in ask.run(*CUSTOMER).stdout.decode()
    one = ask.shown(*CUSTOMER, "--years", "3")
    assert "4,070.00" in one
    assert "not in book" not in one


SECRETS = ("3.1415", "27.1828", "9.8765", "5.4321")


@pytest.mark.parametrize(
    "more",
    [
        [],
        ["--json"],
        ["-v", "--debug"],
        ["-f", "csv"],
        ["-f", "markdown", "-v"],
        ["--years", "all", "--json"],
        ["--discount", "2", "-v"],
        ["--discount", "4"],
        ["--discount", "4", "--json", "--debug", "-v"],
        ["--discount", "21", "--approved-by", "Ms Example", "--json"],
        ["--discount", "28", "--approved-by", "Ms Example", "--json", "--debug"],
        ["--as-of", "2030-01-01", "--require-prices", "--price-request", "ask.yaml"],
        ["--discount", "2", "--save-request", "ask.yaml"],
    ],
)
def test_floors_and_authority_are_in_no_output(ask, more):
    limits = "{discount_max: 3.1415, approval_max: 27.1828}"
    rows = "rows:\n- {sku: U80M6E, amount: 12.50, floor: 9.8765}\n"
    rows += "- {sku: U1PB2E, amount: 8, floor: 5.4321}\n"
    ask.write(header(authority=limits, rounding="{unit: 0.0001}") + rows)
    ran = ask.run("--price-book", "book.yaml", *SURE, *more)
    written_too = (ask.folder / "ask.yaml").read_bytes() if "ask.yaml" in more else b""
    text = (ran.stdout + ran.stderr + written_too).decode()
    assert ran.returncode in (0, 12, 13)
    assert text
    assert [secret for secret in SECRETS if secret in text] == []


def test_quote_saved_without_a_price_that_a_book_should_have_says_which(ask):
    ask.write(HEADER + "rows:\n- {sku: U80M6E, amount: 12.50}\n")
    ran = ask.run("--price-book", "book.yaml", *SURE, "-o", "q.json")
    assert (ran.stdout, ran.stderr.decode()) == (b"", "q.json: no price for U1PB2E.\n")
    ran = ask.run(*SURE, "-o", "parts.json")
    assert (ran.stdout, ran.stderr) == (b"", b"")
