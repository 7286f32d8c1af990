"""Where price books lie: quotes are the same from every folder, and the book is found again."""

import json
import shutil

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from books import HEADER
from hp_priority_cli.evidence.seal import sealed
from quoted import ROWS, SURE, Quoted
from running import hp, said

TERMS = "--currency EUR --book-valid 2026-01-01..2026-12-31 --book-period year --book-decimal ,"
PLAIN = "sku;amount\nU80M6E;12,50\nU1PB2E;8,00\n"


@pytest.fixture
def desk(tmp_path):
    """A folder with `books/book.yaml`, `books/list.csv` and an empty folder `deals`."""
    for name in ("books", "deals", "away"):
        (tmp_path / name).mkdir()
    (tmp_path / "books" / "book.yaml").write_text(HEADER + ROWS, "utf-8")
    (tmp_path / "books" / "list.csv").write_text(PLAIN, "utf-8")
    return tmp_path


def run(folder, *arguments):
    return hp(*arguments, cwd=folder)


@pytest.mark.parametrize("name", ["book.yaml", "list.csv"])
@pytest.mark.parametrize("more", [[], ["--years", "1,3"]])
def test_same_input_gives_the_same_bytes_from_every_folder(desk, name, more):
    terms = TERMS.split() if name == "list.csv" else []
    ways = [
        (desk, f"books/{name}"),
        (desk / "deals", f"../books/{name}"),
        (desk / "books", name),
        (desk / "away", str(desk / "books" / name)),
    ]
    made = [
        run(folder, "quote", *SURE, *more, "--price-book", path, *terms, "--json").stdout
        for folder, path in ways
    ]
    assert made[0]
    assert set(made) == {made[0]}
    assert str(desk).encode() not in made[0]
    assert json.loads(made[0])["request"]["price_book"] == [name]


def test_book_is_found_again_below_here_and_where_the_option_says(desk):
    quoted = run(desk, "quote", *SURE, "--price-book", "books/book.yaml", "-o", "deals/q.json")
    assert quoted.returncode == 0
    assert run(desk, "verify", "deals/q.json").returncode == 0
    (desk / "books" / "book.yaml").write_text(HEADER + ROWS.replace("12.50", "13"), "utf-8")
    changed = run(desk, "verify", "deals/q.json")
    assert (changed.returncode, b"13.00" in changed.stdout) == (14, True)
    lost = run(desk / "deals", "verify", "q.json")
    assert lost.returncode == 14
    text = " ".join(lost.stdout.decode().split())
    assert "The price book book.yaml is neither beside the quote nor" in text
    assert "--price-book" in text
    told = run(desk / "deals", "verify", "q.json", "--price-book", "../books/book.yaml")
    assert b"13.00" in told.stdout


def test_of_several_folders_below_the_book_that_is_what_it_was_is_taken_and_no_other(desk):
    run(desk, "quote", *SURE, "--price-book", "books/book.yaml", "-o", "q.json")
    (desk / "away" / "book.yaml").write_text(HEADER + ROWS.replace("12.50", "13"), "utf-8")
    assert run(desk, "verify", "q.json").returncode == 0
    (desk / "books" / "book.yaml").write_text(HEADER + ROWS.replace("12.50", "14"), "utf-8")
    lost = run(desk, "verify", "q.json").stdout
    assert b"neither beside the quote" in lost


def test_quote_with_the_path_of_its_book_is_still_read_and_verified(desk):
    run(desk, "quote", *SURE, "--price-book", "books/book.yaml", "-o", "q.json")
    document = json.loads((desk / "q.json").read_text("utf-8"))
    document["request"]["price_book"] = ["books/book.yaml"]
    for key in ("book_valid_from", "book_valid_until", "book_period", "book_decimal"):
        del document["request"][key]
    (desk / "old.json").write_text(json.dumps(sealed(document)), "utf-8")
    assert run(desk, "verify", "old.json").returncode == 0
    same = json.loads(run(desk, "diff", "old.json", "q.json", "--json").stdout)
    assert [each for each in same["changes"] if each["id"] == "price_book"] == []


def test_request_finds_its_book_beside_itself_and_says_where_it_looked(desk):
    run(desk / "books", "quote", *SURE, "--price-book", "book.yaml", "--save-request", "r.yaml")
    run(desk / "books", "quote", *SURE, "--price-book", "book.yaml", "-o", "q.json")
    for name in ("r.yaml", "q.json"):
        again = run(desk, "quote", "--request", f"books/{name}", "--json")
        assert json.loads(again.stdout)["totals"]["extended_price"] == "4070.00"
        shutil.copy(desk / "books" / name, desk / "away" / name)
        lost = said(run(desk / "away", "quote", "--request", name), 20)
        assert "say where it is with --price-book FILE" in lost
        named = ["--price-book", "../books/book.yaml"]
        assert run(desk / "away", "quote", "--request", name, *named).returncode == 0


# -- plain spreadsheets ---------------------------------------------------------------------------


@pytest.fixture
def plain(tmp_path):
    ask = Quoted(tmp_path)
    ask.write(PLAIN, "list.csv")
    return ask


def test_header_of_a_plain_spreadsheet_is_not_typed_twice(plain):
    given = [*SURE, *TERMS.split()]
    whole, code = plain(*given, "--save-request", "r.yaml", book="list.csv")
    assert (code, whole["status"], whole["totals"]["extended_price"]) == (0, "firm", "12210.00")
    asked = whole["request"]
    assert [asked[f"book_{key}"] for key in ("valid_from", "valid_until", "period", "decimal")] == [
        *("2026-01-01", "2026-12-31", "year", ","),
    ]
    plain.write(json.dumps(whole), "q.json")
    for name in ("r.yaml", "q.json"):
        again, code = plain("--request", name, book=None)
        assert (code, again["totals"], again["request"]) == (0, whole["totals"], asked)
    open_, _ = plain("--request", "r.yaml", "--book-valid", "2026-03-01..", book=None)
    assert (open_["price_book"]["valid_from"], open_["valid_until"]) == ("2026-03-01", None)


def test_plain_spreadsheet_is_judged_again_with_the_decimal_mark_that_is_on_record(plain):
    plain.run("--price-book", "list.csv", *SURE, *TERMS.split(), "-o", "q.json")
    assert hp("verify", "q.json", cwd=plain.folder).returncode == 0
    plain.write(PLAIN.replace("12,50", "13,00"), "list.csv")
    ran = hp("verify", "q.json", cwd=plain.folder)
    assert (ran.returncode, b"39.00" in ran.stdout) == (14, True)
    other = hp("verify", "q.json", "--book-decimal", ".", cwd=plain.folder)
    assert "--book-decimal ," in other.stderr.decode()
    plain.write(PLAIN, "new.csv")
    wrong = hp("verify", "q.json", "--price-book", "new.csv", cwd=plain.folder)
    assert "--book-valid" in said(wrong, 2)
    named = ["--price-book", "new.csv", *TERMS.split()[2:]]
    assert hp("verify", "q.json", *named, cwd=plain.folder).returncode == 0


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("book_valid_from: 2026-13-01", "r.yaml:1:18"),
        ("book_valid_from: 2026-02-01\nbook_valid_until: 2026-01-31", "r.yaml:2:19"),
        ("book_period: month", "r.yaml:1:14"),
        ("book_decimal: ';'", "r.yaml:1:15"),
    ],
)
def test_wrong_header_in_a_request_gets_its_place(plain, lines, message):
    plain.write(f"{lines}\n", "r.yaml")
    assert message in said(plain.run("--request", "r.yaml", *SURE), 20)


def test_several_terms_are_a_comment_in_a_request_and_taken_from_saved_quotes(plain):
    several = [*SURE[:-4], "--years", "1,3", "--order-unit", "device"]
    plain(*several, "--save-request", "r.yaml", book="book.yaml")
    assert "--years 1,3" in plain.text("r.yaml")
    whole, _ = plain(*several, book="book.yaml")
    plain.write(json.dumps(whole), "qs.json")
    again, code = plain("--request", "qs.json", book=None)
    assert (code, [each["term_years"] for each in again["quotes"]]) == (0, [1, 3])
    one, _ = plain("--request", "qs.json", "--years", "5", book=None)
    assert one["term_years"] == 5


@pytest.mark.parametrize("is_plain", [False, True])
def test_workbook_of_prices_is_judged_again(plain, is_plain):
    def fill(amount):
        made = openpyxl.Workbook()
        sheet = made.active
        assert isinstance(sheet, Worksheet)
        for row in (["sku", "amount"], ["U80M6E", amount], ["U1PB2E", 8]):
            sheet.append(row)
        made.save(plain.folder / "list.xlsx")

    fill(12.5)
    name, terms = "list.xlsx", TERMS.split()
    if not is_plain:
        name, terms = "head.yaml", []
        plain.write(HEADER + "rows: list.xlsx\n", name)
    made = plain.run("--price-book", name, *SURE, *terms, "-o", "q.json")
    assert made.returncode == 0
    assert hp("verify", "q.json", cwd=plain.folder).returncode == 0
    fill(13)
    document = json.loads(hp("verify", "q.json", "--json", cwd=plain.folder).stdout)
    [quote] = document["files"][0]["quotes"]
    codes = [each["code"] for each in quote["differences"]]
    assert codes == ["file-differs", "price-changed", "total-changed"]


def test_spreadsheet_that_is_not_there_is_not_asked_for_its_currency(tmp_path):
    asked = "quote --pcs 300 --country FR --tier access --years 3 --price-book x.csv".split()
    ran = hp(*asked, cwd=tmp_path)
    assert ran.returncode == 20
    assert ran.stderr.decode().startswith("x.csv: error: The file cannot be read: No such file")
