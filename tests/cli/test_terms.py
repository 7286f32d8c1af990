"""Prices for many requests and for many terms at once."""

import json
import re

import pytest

from books import HEADER, header
from quoted import CUSTOMER, ROWS


def test_batch_prices_every_line_and_says_at_the_end_that_some_are_missing(ask):
    base = {
        "countries": ["FR"],
        "it_desk": "own",
        "whole_base": True,
        "tier": "access",
        "term_years": 3,
        "order_unit": "device",
    }
    lines = [base | {"installed_base": {"pcs": pcs, "printers": 0}} for pcs in (300, 400)]
    stdin = "".join(json.dumps(line) + "\n" for line in lines)
    run = ["--batch", "-", "--price-book", "book.yaml"]
    ran = ask.run(*run, stdin=stdin.encode())
    totals = [json.loads(line)["totals"]["extended_price"] for line in ran.stdout.splitlines()]
    assert (ran.returncode, totals) == (0, ["3750.00", "5000.00"])
    other = json.dumps(lines[0] | {"term_years": 1}) + "\n"
    missing = ask.run(*run, "--require-prices", stdin=(stdin + other).encode())
    assert (missing.returncode, len(missing.stdout.splitlines())) == (12, 3)
    discount = ask.run(*run, "--discount", "U80M6E=5", stdin=stdin.encode())
    assert [
        json.loads(line)["lines"][0]["discount_percent"] for line in discount.stdout.splitlines()
    ] == ["5", "5"]
    broken = ask.run(*run, stdin=(stdin + "{\n").encode())
    assert broken.returncode == 15


def test_books_of_a_batch_are_read_once(ask):
    """A book on standard input is gone once it has been read."""
    line = {"installed_base": {"pcs": 300}, "countries": ["FR"], "tier": "access", "term_years": 3}
    ask.write(3 * (json.dumps(line) + "\n"), "customers.jsonl")
    book = ask.text("book.yaml").encode()
    ran = ask.run("--batch", "customers.jsonl", "--price-book", "-", stdin=book)
    totals = [json.loads(each)["totals"]["extended_price"] for each in ran.stdout.splitlines()]
    assert totals == ["3750.00"] * 3


def test_discount_that_is_refused_fails_its_line_of_a_batch_alone(ask):
    ask.write(header(authority="{discount_max: 10, approval_max: 25}") + ROWS)
    base = {
        "countries": ["FR"],
        "it_desk": "own",
        "whole_base": True,
        "tier": "access",
        "term_years": 3,
        "installed_base": {"pcs": 300},
    }
    stdin = json.dumps(base | {"discount_percent": 30}) + "\n" + json.dumps(base) + "\n"
    ran = ask.run("--batch", "-", "--price-book", "book.yaml", stdin=stdin.encode())
    first, second = (json.loads(line) for line in ran.stdout.splitlines())
    assert ran.returncode == 15
    assert (first["line"], first["error"]["code"]) == (1, "discount-refused")
    assert second["totals"]["extended_price"] == "3750.00"


@pytest.fixture
def terms(ask):
    """Run `quote` for several terms with a book of all PC parts of Access."""
    rows = "".join(
        f"- {{sku: {sku}, amount: {n}0.01}}\n"
        for n, sku in enumerate(("U80M5E", "U80LYE", "U80M6E", "U80M1E", "U80M2E"), 1)
    )
    ask.write(header(order_unit="device") + "rows:\n" + rows)
    customer = [
        "--pcs",
        "300",
        "--country",
        "FR",
        "--it-desk",
        "own",
        "--whole-base",
        "--tier",
        "access",
    ]
    return lambda *more: ask(*customer, *more)


def test_terms_stand_side_by_side(terms):
    document, exit_code = terms("--years", "all")
    assert (exit_code, document["schema"]) == (0, "hp-priority/quotes@1")
    found = [
        (
            each["term_years"],
            each["lines"][0]["sku"],
            each["totals"]["extended_price"],
            each["totals"]["per_device_year"],
        )
        for each in document["quotes"]
    ]
    assert found == [
        (1, "U80M5E", "3003.00", "10.01"),
        (2, "U80LYE", "6003.00", "10.01"),
        (3, "U80M6E", "9003.00", "10.00"),
        (4, "U80M1E", "12003.00", "10.00"),
        (5, "U80M2E", "15003.00", "10.00"),
    ]
    assert (document["refused"], document["request"]["term_years"]) == ([], None)
    assert document["quotes"][0]["schema"] == "hp-priority/quote@1"
    assert document["quotes"][2]["request"]["term_years"] == 3


def test_each_of_the_terms_is_the_quote_that_it_would_be_alone(terms):
    several, _ = terms("--years", "3,1")
    assert [each["term_years"] for each in several["quotes"]] == [3, 1]
    assert several["quotes"][1] == terms("--years", "1")[0]


def test_term_without_a_part_is_refused_beside_the_others(ask):
    document, exit_code = ask(*CUSTOMER, "--tier", "access", "--years", "all")
    assert exit_code == 0
    assert [each["term_years"] for each in document["quotes"]] == [1, 3, 4, 5]
    [refused] = document["refused"]
    assert (refused["code"], refused["values"]["term_years"]) == ("no-part-for-term", 2)
    assert ask(*CUSTOMER, "--tier", "access", "--years", "2,3")[1] == 10
    assert (
        ask(*CUSTOMER, "--tier", "access", "--years", "3,7")[0]["refused"][0]["code"]
        == "term-not-offered"
    )
    alone, exit_code = ask(*CUSTOMER, "--tier", "access", "--years", "2,7")
    assert (exit_code, alone["error"]["code"]) == (10, "no-part-for-term")


def test_table_of_the_terms_has_a_row_for_each(ask):
    shown = ask.shown(
        *CUSTOMER,
        "--tier",
        "access",
        "--years",
        "2,3,5",
        COLUMNS="120",
    )
    row = next(line for line in shown.splitlines() if "U80M6E" in line)
    assert row.split() == [
        *("3", "years", "U80M6E", "PCs", "300", "12.50", "3,750.00", "4,070.00", "3.99"),
    ]
    assert "2 years: no part for printers." in shown
    assert "U80M2E and U4ZX7E: not in the price book invented." in shown
    assert "FICTIONAL PRICES" in shown


def test_terms_say_what_each_part_is_for(ask):
    asked = [*CUSTOMER, "--tier", "access", "--years", "3,5"]
    five = "- {sku: U80M2E, amount: 20}\n- {sku: U4ZX7E, amount: 12}\n"
    ask.write(HEADER + ROWS + five)
    shown = ask.shown(*asked)
    assert re.search(r"^Term +Part +For +Order +Net ", shown, re.M)
    assert re.search(r"^3 years +U80M6E +PCs +300 ", shown, re.M)
    assert re.search(r"^ +U1PB2E +printers +40 ", shown, re.M)
    plain = ask.run(*asked, "--lang", "fr").stdout.decode()
    assert re.search(r"^ +U1PB2E +imprimantes +40$", plain, re.M)
    top = [*"--pcs 8000 --country FR --it-desk own --whole-base".split()]
    both = ask.run(*top, *"--tier management-plus --years 2,3".split()).stdout.decode()
    assert re.search(r"^2 years +U[0-9A-Z]{5} +both ", both, re.M)


def test_net_price_makes_room_for_amounts_on_a_screen_and_for_nothing_on_paper(ask):
    """Amounts of tens of millions leave no room for it in 80 columns; they are never broken."""
    ask.write(HEADER + "rows: [{sku: U80M6E, amount: 412.50}, {sku: U1PB2E, amount: 83.75}]\n")
    asked = [*CUSTOMER, "--tier", "access", "--years", "3,5", "--order-unit", "device"]
    asked += ["--pcs", "30000", "--printers", "4000"]
    shown = ask.shown(*asked)
    assert "412.50" not in shown
    assert "Net:  -v" in shown
    assert max(map(len, shown.splitlines())) <= 80
    row = next(line for line in shown.splitlines() if line.startswith("3 years  U80M6E"))
    assert row.split()[3:6] == ["PCs", "30,000", "12,375,000.00"]
    assert re.search(r"U1PB2E +printers +4,000 +83\.75", ask.shown(*asked, COLUMNS="120"))
    ask.run("--price-book", "book.yaml", *asked, "-o", "q.md")
    assert re.search(r"\| U80M6E<br>U1PB2E \| PCs<br>printers \| 30,000", ask.text("q.md"))


@pytest.mark.parametrize("columns", ["40", "60", "80", "120"])
def test_terms_say_what_each_part_is_for_at_any_width(ask, columns):
    shown = ask.shown(*CUSTOMER, "--tier", "access", "--years", "3,5", COLUMNS=columns)
    assert re.search(r"For: PCs; printers|^3 years +U80M6E +PCs ", shown, re.M)


def test_not_eligible_is_refused_for_all_terms_at_once(ask):
    refused, exit_code = ask(*CUSTOMER, "--tier", "management", "--years", "all")
    assert (exit_code, refused["error"]["code"]) == (10, "not-eligible")


def test_terms_of_a_batch_are_answered_line_by_line(ask):
    line = {
        "installed_base": {"pcs": 300},
        "countries": ["FR"],
        "it_desk": "own",
        "whole_base": True,
    }
    ran = ask.run(
        "--batch", "-", "--tier", "access", "--years", "1,2", stdin=json.dumps(line).encode()
    )
    [document] = (json.loads(each) for each in ran.stdout.splitlines())
    assert [each["lines"][0]["sku"] for each in document["quotes"]] == ["U80M5E", "U80LYE"]


def test_rows_of_all_terms_are_asked_for_at_once(ask):
    ask.run(*CUSTOMER, "--tier", "access", "--years", "1,3", "--price-request", "ask.csv")
    rows = ask.text("ask.csv").splitlines()[1:]
    assert [row.partition(",")[0] for row in rows] == ["U80M5E", "U1PB1E", "U80M6E", "U1PB2E"]


PRICED_IN_PART = [*CUSTOMER, "--tier", "access", "--years", "1,3"]


def test_terms_without_a_total_are_told_from_those_that_have_one(ask):
    """The book has no row for one year."""
    shown = ask.shown(*PRICED_IN_PART, "--order-unit", "device")
    assert "Price quote in EUR, without tax, for the terms that have a total" in shown
    assert "Status      1 year: eligible; prices are missing" in shown
    assert "3 years: firm" in shown
    assert "Not every line is priced" not in shown


@pytest.mark.parametrize(
    ("discounts", "said"),
    [
        (("4",), "Discount of 4% on every line."),
        (("U80M6E=2",), "Discounts: U80M6E 2%."),
        (("1", "U80M6E=2"), "Discounts: U80M6E 2%, U1PB2E 1%."),
    ],
)
def test_discount_and_book_are_named_beside_the_terms(ask, discounts, said):
    options = [word for each in discounts for word in ("--discount", each)]
    shown = ask.shown(*CUSTOMER, "--tier", "access", "--years", "3,5", *options)
    assert "Book invented, from 1 January 2026" in shown
    assert said in shown
    plain = ask.shown(*CUSTOMER, "--tier", "access", "--years", "3,5")
    assert "Discount" not in plain


@pytest.mark.parametrize("years", ["3", "3,5"])
def test_approval_is_shown_on_the_screen_and_in_no_document(ask, years):
    ask.write(header(authority="{discount_max: 1, approval_max: 25}") + ROWS)
    asked = [*CUSTOMER, "--tier", "access", "--years", years]
    given = [*asked, "--discount", "4", "--approved-by", "Ms Example (fictional)"]
    for more in ([], ["-v"]):
        shown = " ".join(ask.shown(*given, *more).split())
        assert "Approved Ms Example (fictional); no document shows it." in shown
    french = " ".join(ask.shown(*given, "--lang", "fr").split())
    assert "Ms Example (fictional) ; aucun document ne le montre." in french
    for suffix in ("md", "html", "txt", "csv"):
        file = f"q.{suffix}"
        ran = ask.run("--price-book", "book.yaml", *given, "-v", "-o", file)
        assert (ran.returncode, "Ms Example" in ask.text(file)) == (0, False)
        printed = ask.run("--price-book", "book.yaml", *given, "-f", "markdown").stdout.decode()
        assert "Ms Example" not in printed
    without = ask.shown(*asked, "--approved-by", "Ms Example (fictional)")
    assert "Ms Example" not in without


def test_contracts_are_not_shown_as_if_they_were_devices(ask):
    ask.write(header(order_unit="contract") + "rows: [{sku: U80M6E, amount: 12.50}]\n")
    shown = ask.shown(*CUSTOMER, "--tier", "access", "--years", "1,3", COLUMNS="120")
    assert re.search(r"3 years +U80M6E +PCs +1 contract +12\.50 ", shown)


@pytest.mark.parametrize("format_", ["table", "markdown"])
def test_draft_of_several_terms_is_stamped_with_what_fails(ask, format_):
    stated = "--pcs 600 --printers 10 --country FR --it-desk own --whole-base".split()
    draft = [*stated, "--tier", "management", "--years", "all", "--draft", "-f", format_]
    said = " ".join(ask.run(*draft).stdout.decode().split())
    assert "do not meet the minimum of 5,000 PCs or 1,000 printers" in said
    assert "4,400 more PCs or 990 more printers" in said
    assert "label of the part" not in said
