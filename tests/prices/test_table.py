"""Price books whose rows stand in a spreadsheet: beside a YAML header, or sent without one."""

from datetime import date

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from books import CATALOG, LINES, book, faults, header, written
from hp_priority_cli.errors import InvalidInput, UsageProblem
from hp_priority_cli.prices.read import read_price_book
from hp_priority_cli.prices.records import SpreadsheetTerms

TERMS = SpreadsheetTerms("EUR", date(2026, 1, 1), date(2026, 12, 31))
FRENCH = SpreadsheetTerms("EUR", date(2026, 1, 1), None, decimal_mark=",")
TWO_ROWS = {"U80M6E": {1: "12.50"}, "U1PB2E": {1: "8"}}


def amounts(found):
    return {
        row.sku: {each.from_: str(each.amount) for each in row.steps} for row in found.content.rows
    }


def beside(folder, rows, **changes):
    """A book with its rows in a CSV file beside it; its path."""
    written(folder, rows, "prices.csv")
    return written(folder, header(rows="prices.csv", **changes))


def plain(path, terms=TERMS):
    """The amounts in a plain spreadsheet, and what it is warned about."""
    found, warnings = read_price_book(path, CATALOG, terms)
    return amounts(found), [(each.code, each.spot.line) for each in warnings]


@pytest.fixture
def workbook(tmp_path):
    def save(*rows):
        made = openpyxl.Workbook()
        sheet = made.active
        assert isinstance(sheet, Worksheet)
        for row in rows:
            sheet.append(row)
        path = tmp_path / "prices.xlsx"
        made.save(path)
        return str(path)

    return save


# -- rows beside a YAML header ------------------------------------------------------------------


def test_rows_in_a_csv_are_those_of_the_book(tmp_path):
    beside(tmp_path, "sku,amount\nU80M6E,12.50\nU1PB2E,8\n")
    found = book(tmp_path, header(rows="prices.csv"))
    assert amounts(found) == TWO_ROWS
    assert [each.file for each in found.files] == ["book.yaml", "prices.csv"]
    places = {key: (spot.file.rpartition("/")[2], spot.line) for key, spot in found.spots.items()}
    assert places == {("U80M6E", 1): ("prices.csv", 2), ("U1PB2E", 1): ("prices.csv", 3)}


def test_french_csv_has_semicolons_commas_and_a_mark_that_the_book_declares(tmp_path):
    path = beside(tmp_path, "\ufeffsku;amount\nU80M6E;12,50\nU1PB2E;8\n", decimal_mark='","')
    assert amounts(read_price_book(path, CATALOG)[0]) == TWO_ROWS


def test_rows_of_one_part_with_quantities_are_its_breaks(tmp_path):
    rows = "sku,from,amount,floor,order_unit\nU80M6E,1,12.50,9,device\nU1PB2E,,8,,\n"
    path = beside(tmp_path, rows + "U80M6E,500,11,,\nU80M6E,1000,10.50,9,device\n")
    found = read_price_book(path, CATALOG)[0]
    assert amounts(found) == {"U80M6E": {1: "12.50", 500: "11", 1000: "10.50"}, "U1PB2E": {1: "8"}}
    assert [str(row.floor) for row in found.content.rows] == ["9", "None"]
    assert found.spots["U80M6E", 1000].line == 5


def test_rows_may_stand_in_a_workbook(tmp_path, workbook):
    workbook(["sku", "amount"], ["U80M6E", 12.5], ["U1PB2E", 8])
    found = book(tmp_path, header(rows="prices.xlsx"))
    assert amounts(found) == {"U80M6E": {1: "12.5"}, "U1PB2E": {1: "8"}}


# The rows, the decimal mark, and the code, line and column of what is wrong.
WRONG = {
    "a decimal comma": ("sku;amount\nU80M6E;12,50\n", ".", "amount-other-mark", 2, 2),
    "a decimal point": ("sku;amount\nU80M6E;12.50\n", ",", "amount-other-mark", 2, 2),
    "thousands or not": ("sku;amount\nU80M6E;1,234\n", ".", "amount-ambiguous", 2, 2),
    "thousands or not in French": ("sku;amount\nU80M6E;1.234\n", ",", "amount-ambiguous", 2, 2),
    "three decimals of a euro": ("sku;amount\nU80M6E;1,234\n", ",", "amount-too-fine", 2, 2),
    "an amount that is parted": ("sku,amount\nU80M6E,12,50\n", ",", "too-many-cells", 2, 3),
    "zero": ("sku,amount\nU80M6E,0\n", ".", "amount-not-positive", 2, 2),
    "a blank": ("sku,amount\nU80M6E,\n", ".", "row-without-amount", 2, 1),
    "no part": ("sku,amount\n,12\n", ".", "row-without-part", 2, 1),
    "an unknown part": ("sku,amount\nU80MXX,12\n", ".", "part-unknown", 2, 1),
    "a part twice": ("sku,amount\nU80M6E,12\nU80M6E,12\n", ".", "duplicate-row", 3, 1),
    "a quantity twice": ("sku,from,amount\nU80M6E,5,12\nU80M6E,5,11\n", ".", "breaks-overlap", 3, 2),
    "a part with and without": ("sku,from,amount\nU80M6E,5,12\nU80M6E,,11\n", ".", "duplicate-row", 3, 1),
    "a quantity in words": ("sku,from,amount\nU80M6E,some,12\n", ".", "wrong-type", 2, 2),
    "a break without amount": ("sku,from,amount\nU80M6E,5,\n", ".", "missing-key", 2, 1),
    "two floors": ("sku,from,amount,floor\nU80M6E,1,12,9\nU80M6E,5,11,8\n", ".", "row-contradicts", 3, 4),
    "another currency": ("sku,amount,currency\nU80M6E,12,USD\n", ".", "two-currencies", 2, 3),
    "an unknown column": ("sku,amount,flor\nU80M6E,12,9\n", ".", "unknown-column", 1, 3),
    "two amounts": ("sku,amount,price\nU80M6E,12,9\n", ".", "column-twice", 1, 3),
    "no titles": ("article,value\nU80M6E,12\n", ".", "no-columns", 1, None),
    "titles alone": ("sku,amount\n", ".", "empty-list", None, None),
    "nothing": ("", ".", "empty", None, None),
    "quotes": ('sku,amount\n"U80M6E"x,12\n', ".", "csv-syntax", 2, None),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "mark", "code", "line", "column"), WRONG.values(), ids=WRONG)
def test_wrong_row_is_refused_with_the_line_of_the_spreadsheet(
    tmp_path, rows, mark, code, line, column
):
    path = beside(tmp_path, rows, decimal_mark=f'"{mark}"')
    assert faults(path) == [(code, "prices.csv", line, column)]


def test_header_and_rows_are_found_wrong_together(tmp_path):
    path = beside(tmp_path, "sku,amount\nU80M6E,0\n", currency="EUX")
    assert faults(path) == [
        ("currency-unknown", "book.yaml", 3, 11),
        ("amount-not-positive", "prices.csv", 2, 2),
    ]


def test_lone_rows_of_the_yaml_and_of_the_spreadsheet_are_told_apart(tmp_path):
    """A finding in one file hides none on the same line and column of the other."""
    rows = "sku,amount\n" * 2 + "U80M6E,12\n"
    assert [file for _, file, *_ in faults(beside(tmp_path, rows, id='" "'))] == [
        "book.yaml",
        "prices.csv",
        "prices.csv",
    ]


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ("sku;amount\nU80M6E;12.50\nU1PB2E,8\n", 3),
        ("sku,amount\nU80M6E;12.50\nU1PB2E,8\n", 2),
        ("sku,amount\nU1PB2E,8\nU80M6E\t12.50\n", 3),
        ('sku;amount\nU1PB2E;8\n"U80M6E , 12.50"\n', 3),
    ],
)
def test_row_of_a_part_that_is_parted_otherwise_is_never_passed_over(tmp_path, rows, line):
    path = written(tmp_path, rows, "list.csv")
    assert faults(path, TERMS) == [("row-parted-otherwise", "list.csv", line, 1)]


def test_heading_with_a_comma_is_passed_over(tmp_path):
    rows = "Prices, in euros\nsku;amount\nPCs, all of them\nU80M6E;12.50\nU1PB2E;8\n"
    assert plain(written(tmp_path, rows, "list.csv")) == (TWO_ROWS, [])


# -- plain spreadsheets ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "U80M6E,12.50\nU1PB2E,8\n",
        "sku,amount\nU80M6E,12.50\nU1PB2E,8\n",
        "Part Number,List Price\nU80M6E,12.50\nU1PB2E,8\n",
        "Référence;Désignation;Prix unitaire\nU80M6E;Access;12.50\nU1PB2E;Access;8\n",
        "Prices of 2026,\n,\nPart number,Price\nU80M6E,12.50\nU1PB2E,8\n",
        "sku,amount\nHP Priority Access,\nU80M6E,12.50\nU1PB2E,8\n\n* without tax,\n",
        "Line,Part,Quantity,Price\n1,U80M6E,99,12.50\n2,U1PB2E,99,8\n",
    ],
)
def test_two_columns_are_found_among_others_under_many_titles(tmp_path, text):
    assert plain(written(tmp_path, text, "p.csv")) == (TWO_ROWS, [])


def test_plain_spreadsheet_is_a_book_under_the_terms_given(tmp_path):
    found, _ = read_price_book(written(tmp_path, "U80M6E;12,50\n", "list.csv"), CATALOG, FRENCH)
    said = found.content
    assert (found.id, said.currency, said.tax, said.price_period) == (
        "list", "EUR", "excluded", "term",
    )  # fmt: skip
    assert (said.valid_from, said.valid_until) == (date(2026, 1, 1), None)
    assert amounts(found) == {"U80M6E": {1: "12.50"}}
    assert (said.fictional, [each.file for each in found.files]) == (False, ["list.csv"])


def test_workbook_is_a_plain_spreadsheet_too(workbook):
    path = workbook(["Prices"], ["Part", "Price"], ["U80M6E", 12.5], ["U1PB2E", "8"])
    assert plain(path) == ({"U80M6E": {1: "12.5"}, "U1PB2E": {1: "8"}}, [])


def test_numbers_of_a_workbook_have_no_mark_and_its_texts_that_of_the_terms(workbook):
    path = workbook(["U80M6E", 12.5], ["U1PB2E", "8,25"])
    assert plain(path, FRENCH)[0] == {"U80M6E": {1: "12.5"}, "U1PB2E": {1: "8.25"}}


@pytest.mark.parametrize("amount", ["99", "0", "on request", "12,50"])
def test_parts_that_are_sold_beside_these_services_are_warnings(tmp_path, amount):
    path = written(tmp_path, f"U80M6E;12.50\nQ1234A;{amount}\n", "p.csv")
    assert plain(path) == ({"U80M6E": {1: "12.50"}}, [("part-unknown", 2)])


def test_near_miss_in_a_plain_spreadsheet_is_offered_and_never_taken(tmp_path):
    path = written(tmp_path, "U80M6E,12.50\nU8OMBE,99\n", "p.csv")
    found, [warning] = read_price_book(path, CATALOG, TERMS)
    assert found.row("U80MBE") is None
    assert warning.values["near"][0] == "U80MBE"  # type: ignore[index]


def test_rows_of_a_book_are_as_many_as_one_in_yaml_may_have(tmp_path):
    rows = "".join(f"U80M6E,{n},1\n" for n in range(1, 10_001))
    path = written(tmp_path, f"sku,from,amount\n{rows}", "p.csv")
    assert faults(path, TERMS)[-1][0] == "too-many-values"


@pytest.mark.parametrize(("others", "warnings"), [(100, 100), (101, 1)])
def test_price_list_of_everything_is_but_counted(tmp_path, others, warnings):
    rows = "".join(f"Q{n:04}A,1\n" for n in range(others))
    path = written(tmp_path, f"sku,amount\nU80M6E,12.50\n{rows}", "p.csv")
    found, said = read_price_book(path, CATALOG, TERMS)
    assert amounts(found) == {"U80M6E": {1: "12.50"}}
    assert len(said) == warnings
    assert (said[0].code == "parts-of-others") is (warnings == 1)


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        (["U80M6E", "=6*2"], "formula-without-value", 2),
        (["U80M6E", "#N/A"], "cell-error", 2),
        (["U80M6E", date(2026, 12, 3)], "cell-is-date", 2),
        (["U80M6E", None], "row-without-amount", 1),
        (["U80M6E", 0], "amount-not-positive", 2),
        (["U80M6E", -3.5], "amount-not-positive", 2),
        (["U80M6E", 1.234], "amount-too-fine", 2),
        (["U80M6E", 1e20], "amount-no-number", 2),
        (["U80M6E", True], "amount-no-number", 2),
        (["U80M6E", "12,50"], "amount-other-mark", 2),
        ([None, 12], "row-without-part", 1),
    ],
)
def test_cell_that_is_no_amount_is_refused(workbook, row, code, column):
    path = workbook(["sku", "amount"], ["U1PB2E", 8], row)
    assert faults(path, TERMS) == [(code, "prices.xlsx", 3, column)]


def test_what_nobody_sees_is_no_price(workbook):
    path = workbook(["sku", "amount"], ["U80M6E", 12], ["U1PB2E", 8])
    made = openpyxl.load_workbook(path)
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    sheet.row_dimensions[3].hidden = True
    made.save(path)
    assert faults(path, TERMS) == [("hidden-row", "prices.xlsx", 3, None)]
    sheet.row_dimensions[3].hidden = False
    sheet.column_dimensions["B"].hidden = True
    made.save(path)
    assert [code for code, *_ in faults(path, TERMS)] == ["hidden-column"] * 2


def test_one_amount_over_two_parts_is_asked_back(workbook):
    path = workbook(["sku", "amount"], ["U80M6E", 12], ["U1PB2E", None])
    made = openpyxl.load_workbook(path)
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    sheet.merge_cells("B2:B3")
    made.save(path)
    assert faults(path, TERMS) == [
        ("merged-cell", "prices.xlsx", 2, 2),
        ("merged-cell", "prices.xlsx", 3, 2),
    ]


def test_plain_spreadsheet_without_terms_is_wrong_use(tmp_path):
    with pytest.raises(UsageProblem) as caught:
        read_price_book(written(tmp_path, "U80M6E,12.50\n", "p.csv"), CATALOG)
    assert caught.value.kind == "book-without-terms"


def test_lines_of_the_header_are_counted_right():
    assert LINES == 8


# -- titles as people write them ----------------------------------------------------------------

USUAL_TITLES = [
    "Référence;Prix HT", "Part;Price EUR", "SKU;Price EUR", "Référence HP;Prix unitaire H.T. (€)",
    "HP part number;Unit price excl. VAT (EUR)", "P/N;List price without tax",
    "Code article;Tarif public en EUR hors taxes", "Part no.;Price ex VAT in EUR",
]  # fmt: skip


@pytest.mark.parametrize("titles", USUAL_TITLES)
def test_usual_titles_are_known_with_tax_and_currency_behind_them(tmp_path, titles):
    path = written(tmp_path, f"{titles}\nU80M6E;12.50\nU1PB2E;8\n", "list.csv")
    assert plain(path) == (TWO_ROWS, [])


@pytest.mark.parametrize(
    "title", ["Prix TTC", "Price incl. VAT", "Price (tax included)", "Prix TVA comprise"]
)
def test_amounts_with_tax_are_refused_at_their_title(tmp_path, title):
    path = written(tmp_path, f"Part;{title}\nU80M6E;12.50\n", "list.csv")
    assert faults(path, TERMS) == [("amount-with-tax", "list.csv", 1, 2)]


def test_amounts_with_tax_are_passed_over_beside_those_without(tmp_path):
    rows = "Part;Prix TTC;Prix HT\nU80M6E;15;12.50\nU1PB2E;9.6;8\n"
    assert plain(written(tmp_path, rows, "list.csv")) == (TWO_ROWS, [])


@pytest.mark.parametrize("title", ["Price USD", "Prix £ HT", "Price (GBP)"])
def test_currency_of_a_title_that_is_not_that_of_the_book_is_refused_once(tmp_path, title):
    path = written(tmp_path, f"Part;{title}\nU80M6E;12.50\nU1PB2E;8\n", "list.csv")
    assert faults(path, TERMS) == [("two-currencies", "list.csv", 1, 2)]


def test_decimal_comma_of_a_plain_spreadsheet_is_told_the_option(tmp_path):
    path = written(tmp_path, "Part;Price\nU80M6E;12,50\n", "list.csv")
    with pytest.raises(InvalidInput) as refused:
        plain(path)
    [found] = refused.value.findings
    assert (found.code, found.values["near"]) == ("amount-other-mark", "--book-decimal ,")


@pytest.mark.parametrize(
    ("titles", "place"),
    [
        ("Part number,List Price,Net price", 3),
        ("Part number,Net price,List Price", 2),
        ("Part number,Price,Dealer price", 3),
        ("Référence,Prix,Tarif public", 3),
    ],
)
def test_second_column_of_prices_is_refused_rather_than_one_chosen(tmp_path, titles, place):
    path = written(tmp_path, f"{titles}\nU80M6E,12.50,13\n", "list.csv")
    assert faults(path, TERMS) == [("column-twice", "list.csv", 1, place)]


def test_column_that_is_called_a_price_and_holds_no_figures_is_passed_over(tmp_path):
    rows = "Part number,Price,Price group\nU80M6E,12.50,A\nU1PB2E,8,B\n"
    assert plain(written(tmp_path, rows, "list.csv")) == (TWO_ROWS, [])


def test_part_number_in_small_letters_is_the_part(tmp_path):
    path = written(tmp_path, "Part,Price\nu80m6e,12.50\nU1PB2E,8\n", "list.csv")
    assert plain(path) == (TWO_ROWS, [])
    path = written(tmp_path, "Part,Price\nu80m6e,12.50\nU80M6E,8\n", "twice.csv")
    assert [each[0] for each in faults(path, TERMS)] == ["duplicate-row"]
