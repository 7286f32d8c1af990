"""Discounts and the other options about prices: exit codes, and each way to get them wrong."""

import json

import pytest

from books import HEADER, header
from quoted import CUSTOMER, ROWS, SURE
from running import hp, said

GUARDED = {"authority": "{discount_max: 10, approval_max: 25}"}


@pytest.mark.parametrize(
    ("discount", "approved", "exit_code", "code"),
    [
        (["10"], [], 0, None),
        (["10.01"], [], 13, "discount-needs-approval"),
        (["10.01"], ["--approved-by", "Ms Example"], 0, None),
        (["25.01"], ["--approved-by", "Ms Example"], 13, "discount-refused"),
        (["5", "U1PB2E=10.01"], [], 13, "discount-needs-approval"),
        (["U80M6E=9", "u1pb2e=9"], [], 0, None),
        (["0"], [], 0, None),
    ],
)
def test_discount_has_its_exit_code(ask, discount, approved, exit_code, code):
    ask.write(header(**GUARDED) + ROWS)
    options = [word for each in discount for word in ("--discount", each)]
    document, returned = ask(*SURE, *options, *approved)
    assert returned == exit_code
    if code is not None:
        assert document["error"]["code"] == code
    else:
        assert document["request"]["approved_by"] == (approved[1] if approved else None)


def test_discount_of_a_request_file_is_judged_anew_each_time(ask):
    ask.write(header(**GUARDED) + ROWS)
    saved, _ = ask(*SURE, "--discount", "20", "--approved-by", "Ms Example")
    ask.write(json.dumps(saved), "q.json")
    again, exit_code = ask("--request", "q.json", book=None)
    assert (exit_code, again["totals"]) == (0, saved["totals"])
    ask.write(header(authority="{discount_max: 10, approval_max: 19}") + ROWS)
    refused, exit_code = ask("--request", "q.json", book=None)
    assert (exit_code, refused["error"]["code"]) == (13, "discount-refused")


def test_approval_holds_for_the_discounts_that_it_was_given_with(ask):
    ask.write(header(**GUARDED) + ROWS)
    saved, _ = ask(*SURE, "--discount", "20", "--approved-by", "Ms Example")
    ask.write(json.dumps(saved), "q.json")
    for more in (["--discount", "21"], ["--discount", "U1PB2E=21"]):
        refused, exit_code = ask("--request", "q.json", *more, book=None)
        assert (exit_code, refused["error"]["code"]) == (13, "discount-needs-approval")
        again = ["--request", "q.json", *more, "--approved-by", "Mr Example"]
        assert ask(*again, book=None)[0]["request"]["approved_by"] == "Mr Example"
    less, exit_code = ask("--request", "q.json", "--as-of", "2026-11-25", book=None)
    assert (exit_code, less["request"]["approved_by"]) == (0, "Ms Example")


def test_request_file_may_hold_all_about_prices(ask):
    request = (
        "tier: access\nterm_years: 3\ninstalled_base: {pcs: 300, printers: 40}\n"
        "countries: [FR]\nit_desk: own\nwhole_base: true\norder_unit: device\n"
        "order_country: France\nprice_book: [book.yaml]\ncurrency: EUR\n"
        "price_book_id: invented\ndiscount_percent: 2.5\ndiscounts: {u1pb2e: 10}\n"
    )
    ask.write(request, "r.yaml")
    document, exit_code = ask("--request", "r.yaml", book=None)
    assert (exit_code, document["status"]) == (0, "firm")
    assert [line["discount_percent"] for line in document["lines"]] == ["2.5", "10"]
    assert document["request"]["discounts"] == {"U1PB2E": "10"}
    above, _ = ask("--request", "r.yaml", "--discount", "1", "--discount", "U80M6E=3", book=None)
    assert [line["discount_percent"] for line in above["lines"]] == ["3", "10"]


def test_saved_request_holds_what_was_said_about_prices(ask):
    given = ["--discount", "2.5", "--discount", "U1PB2E=4", "--order-country", "FR"]
    whole, _ = ask(*SURE, *given, "--save-request", "r.yaml")
    again, exit_code = ask("--request", "r.yaml", book=None)
    assert exit_code == 0
    assert [each["file"] for each in again["files"] if each["kind"] == "request"] == ["r.yaml"]
    assert {**again, "files": None, "seal": None} == {**whole, "files": None, "seal": None}


@pytest.mark.parametrize(
    ("line", "messages"),
    [
        ("discount_percent: 101", ['r.yaml:1:19: error: "101" is no percentage from 0 to 100.']),
        ("discount_percent: -1", ["r.yaml:1:19", "no percentage"]),
        ("discount_percent: 1E1", ["r.yaml:1:19", "no percentage"]),
        ("discount_percent: NaN", ["r.yaml:1:19", "no percentage"]),
        ("discount_percent: 12,5", ["r.yaml:1:19", "no percentage"]),
        ("discounts: {U80M6E: 101}", ["r.yaml:1:21", "no percentage"]),
        (
            "discounts: {U8OM6E: 10}",
            ["r.yaml:1:21: error: There is no part 'U8OM6E'.", "near U80M6E"],
        ),
        (
            "discounts: {U80M6E: 4, ' u80m6e': 5}",
            ["r.yaml:1:24: error: The key ' u80m6e' stands twice; the first is on line 1."],
        ),
        ("order_country: Atlantis", ["r.yaml:1:16: error: No place is called 'Atlantis'."]),
        ("price_book: book.yaml", ["r.yaml:1:13", "not a list"]),
    ],
)
def test_wrong_request_about_prices_gets_its_place(ask, line, messages):
    ask.write(f"{line}\n", "r.yaml")
    text = said(ask.run("--request", "r.yaml", *SURE), 20)
    assert [message for message in messages if message not in text] == []


def test_discount_on_a_part_that_is_not_quoted_is_said(ask):
    ran = ask.run("--price-book", "book.yaml", *SURE, "--discount", "U80M5E=5")
    assert ran.returncode == 0
    assert "The discount on U80M5E changes nothing" in ran.stderr.decode()


@pytest.mark.parametrize(
    ("options", "messages"),
    [
        (["--discount", "101"], ["--discount takes a percentage from 0 to 100", "not '101'"]),
        (["--discount", "-1"], ["--discount takes a percentage"]),
        (["--discount", "12,5"], ["--discount takes a percentage"]),
        (["--discount", "U80M6E=101"], ["not 'U80M6E=101'"]),
        (["--discount", "=5"], ["not '=5'"]),
        (["--discount", "U8OM6E=5"], ["There is no part 'U8OM6E'.", "Did you mean U80M6E"]),
        (["--discount", "5", "--discount", "6"], ["--discount 6 contradicts another"]),
        (["--discount", "U80M6E=5", "--discount", "u80m6e=6"], ["contradicts another"]),
        (["--currency", "EUX"], ["There is no currency 'EUX'.", "did you mean"]),
        (["--currency", "USD"], ["No price book given is in USD, and nothing is converted."]),
        (
            ["--book", "other"],
            ["No price book given has the id 'other'.", "The ids are: invented."],
        ),
        (["--order-country", "Atlantis"], ["No place is called 'Atlantis'."]),
        (["--order-unit", "seat"], ["--order-unit is device or contract, not 'seat'."]),
        (["--price-request", "ask.txt"], ["The suffix of 'ask.txt' names no format"]),
        (["--price-book", "p.csv"], ["'p.csv' is a plain spreadsheet", "--book-valid"]),
        (
            ["--price-book", "p.csv", "--currency", "EUR", "--book-valid", "2026-01-01"],
            ["--book-valid takes two days"],
        ),
        (
            ["--price-book", "p.csv", "--currency", "EUR", "--book-valid", "2026-02-30.."],
            ["--book-valid names a day that does not exist"],
        ),
        (
            [
                "--price-book",
                "p.csv",
                "--currency",
                "EUR",
                "--book-valid",
                "2026-02-01..2026-01-01",
            ],
            ["two days in their order"],
        ),
        (
            [
                "--price-book",
                "p.csv",
                "--currency",
                "EUR",
                "--book-valid",
                "2026-01-01..",
                "--book-period",
                "month",
            ],
            ["--book-period is term or year"],
        ),
        (
            [
                "--price-book",
                "p.csv",
                "--currency",
                "EUR",
                "--book-valid",
                "2026-01-01..",
                "--book-decimal",
                ";",
            ],
            ["--book-decimal is . or ,"],
        ),
        (["--years", "1,x"], ["--years takes a number of years, 1 or more, not 'x'."]),
        (["--years", "0"], ["--years takes a number of years"]),
    ],
)
def test_wrong_options_are_wrong_use(ask, options, messages):
    ask.write("U80M6E,12.50\n", "p.csv")
    text = said(ask.run("--price-book", "book.yaml", *SURE, *options), 2)
    assert [message for message in messages if message not in text] == []


def test_unit_other_than_the_books_is_wrong_use(ask):
    ask.write(header(order_unit="contract") + ROWS)
    text = said(ask.run("--price-book", "book.yaml", *SURE), 2)
    assert (
        "U80M6E is to be ordered by device, and the price book has its price by contract." in text
    )


def test_discount_without_a_price_book_is_said_to_change_nothing(ask):
    ran = ask.run(*SURE, "--discount", "4")
    assert ran.returncode == 0
    assert "The discount changes nothing: no price book serves" in ran.stderr.decode()
    assert ask.run(*SURE, "--discount", "4", "-q").stderr == b""


def test_discount_is_not_laid_to_the_book_where_no_tier_can_be_quoted(ask):
    asked = ["compare", "access", "access-plus", *"--pcs 3 --country FR --it-desk own".split()]
    ran = hp(*asked, "--price-book", "book.yaml", "--discount", "4", cwd=ask.folder)
    assert "no price book serves" not in ran.stderr.decode()


@pytest.mark.parametrize(
    ("rows", "options", "parts"),
    [
        ("rows: [{sku: U80M6E, amount: 12.50}]\n", ["4"], "U1PB2E"),
        ("rows: [{sku: U80M5E, amount: 4}]\n", ["4"], "U80M6E and U1PB2E"),
        ("rows: [{sku: U80M5E, amount: 4}]\n", ["U80M6E=4"], "U80M6E"),
        ("rows: [{sku: U80M6E, breaks: [{from: 301, amount: 4}]}]\n", ["U80M6E=4"], "U80M6E"),
    ],
)
def test_discount_on_a_line_without_a_price_is_said_to_change_nothing(ask, rows, options, parts):
    ask.write(HEADER + rows)
    given = [word for each in options for word in ("--discount", each)]
    ran = ask.run("--price-book", "book.yaml", *SURE, *given)
    said = f"The discount changes nothing on {parts}: no amount in the price book.\n"
    assert (ran.returncode, ran.stderr.decode()) == (0, said)
    french = ask.run("--price-book", "book.yaml", *SURE, *given, "--lang", "fr").stderr.decode()
    assert french.startswith("La remise ne change rien sur U")
    assert ask.run("--price-book", "book.yaml", *SURE, *given, "-q").stderr == b""


def test_discount_that_lowers_a_price_or_is_none_is_passed_over_in_silence(ask):
    """Nor is one idle on a line whose unit is open: its net price is lowered."""
    ask.write(HEADER + "rows: [{sku: U80M6E, amount: 12.50}]\n")
    for given in ("U80M6E=4", "0", "U1PB2E=0"):
        assert ask.run("--price-book", "book.yaml", *SURE, "--discount", given).stderr == b""


def test_discount_without_amounts_is_said_once_for_all_terms_and_tiers(ask):
    ask.write(HEADER + "rows: [{sku: U80M6E, amount: 12.50}]\n")
    asked = ["--price-book", "book.yaml", *CUSTOMER, "--discount", "4"]
    several = ask.run(*asked, "--tier", "access", "--years", "3,5").stderr.decode()
    assert "nothing on U1PB2E, U80M2E and U4ZX7E:" in several
    assert several.count("\n") == 1
    compared = hp("compare", "access", "access-plus", *asked, "--years", "3", cwd=ask.folder)
    assert "changes nothing on U1PB2E" in compared.stderr.decode()


@pytest.mark.parametrize("authority", [None, "{discount_max: 100, approval_max: 100}"])
@pytest.mark.parametrize(
    ("percent", "net"), [("99.9", "0.01"), ("99.97", "0.00"), ("99.99", "0.00"), ("100", "0.00")]
)
def test_discount_that_leaves_nothing_to_pay_needs_approval_whatever_the_book_says(
    ask, authority, percent, net
):
    """12.50 less 99.96 % is the last that comes to a cent, rounded half up."""
    ask.write(header(**({"authority": authority} if authority else {})) + ROWS)
    given = [*SURE, "--discount", f"U80M6E={percent}"]
    document, exit_code = ask(*given)
    approved, agreed = ask(*given, "--approved-by", "Ms Example")
    assert (agreed, approved["lines"][0]["net_price"]) == (0, net)
    if net == "0.00":
        assert (exit_code, document["error"]["code"]) == (13, "discount-needs-approval")
        assert document["error"]["values"]["skus"] == ["U80M6E"]
    else:
        assert (exit_code, document["status"]) == (0, "firm")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ["U80M6E=11"],
            "The discount on U80M6E is beyond what may be given alone: it needs approval.",
        ),
        (["U80M6E=99.99"], "Nothing is left to pay on U80M6E: such a price needs approval."),
        (
            ["U80M6E=11", "U1PB2E=100"],
            "The discount on U80M6E and U1PB2E is beyond what may be given alone, and nothing is "
            "left to pay on U1PB2E: both need approval.",
        ),
    ],
)
def test_which_of_the_reasons_a_price_needs_approval_for_is_said(ask, options, message):
    limits = {"authority": "{discount_max: 10, approval_max: 100}"} if "=11" in options[0] else {}
    ask.write(header(**limits) + ROWS)
    given = [word for each in options for word in ("--discount", each)]
    text = said(ask.run("--price-book", "book.yaml", *SURE, *given), 13)
    assert message in " ".join(text.split())
    assert "Say who approved it with --approved-by" in text
    french = said(ask.run("--price-book", "book.yaml", *SURE, *given, "--lang", "fr"), 13)
    assert "demande" in french


def test_percentage_may_bear_its_sign(ask):
    plain, _ = ask(*SURE, "--discount", "5")
    for text in ("5%", "5 %", "U80M6E=5%"):
        lines = ask(*SURE, "--discount", text)[0]["lines"]
        assert lines[0] == plain["lines"][0]
    assert ask.run(*SURE, "--discount", "5%%").returncode == 2
