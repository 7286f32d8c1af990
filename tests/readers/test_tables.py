"""Spreadsheets as people send them: every cell with its place, and nothing taken for a value."""

import hashlib
import sys
import warnings
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from hp_priority_cli.errors import InvalidInput, UsageProblem
from hp_priority_cli.readers.tables import is_table, read_sheet


def texts(path):
    """The texts of the cells that hold any, by line and column."""
    rows = read_sheet(str(path)).rows
    return {(row.line, cell.column): cell.text for row in rows for cell in row.cells if cell.text}


def csv_file(folder, content):
    path = folder / "t.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def findings(path):
    with pytest.raises(InvalidInput) as caught:
        read_sheet(str(path))
    return [(each.code, each.spot.line) for each in caught.value.findings]


@pytest.mark.parametrize(
    "content",
    [
        "sku,amount\nU80M6E,12.50\n",
        "sku;amount\nU80M6E;12.50\n",
        "sku;amount\r\nU80M6E;12.50\r\n",
        "\ufeffsku;amount\r\nU80M6E;12.50",
        '"sku","amount"\n"U80M6E","12.50"\n',
        " sku , amount \nU80M6E,\u00a012.50\n",
    ],
)
def test_both_separators_every_line_end_and_a_byte_order_mark_are_taken(tmp_path, content):
    assert texts(csv_file(tmp_path, content)) == {
        (1, 1): "sku", (1, 2): "amount", (2, 1): "U80M6E", (2, 2): "12.50",
    }  # fmt: skip


def test_decimal_commas_do_not_hide_the_semicolons(tmp_path):
    assert texts(csv_file(tmp_path, "U80M6E;12,50\nU1PB2E;8,00\n")) == {
        (1, 1): "U80M6E", (1, 2): "12,50", (2, 1): "U1PB2E", (2, 2): "8,00",
    }  # fmt: skip


def test_semicolons_inside_quotes_part_nothing(tmp_path):
    assert texts(csv_file(tmp_path, '"a; b",1\n"c; d",2\n')) == {
        (1, 1): "a; b", (1, 2): "1", (2, 1): "c; d", (2, 2): "2",
    }  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_accents_come_out_of_each_encoding_of_excel(tmp_path, encoding):
    path = csv_file(tmp_path, "Référence;Prix\nÉté;12 €\n".encode(encoding))
    assert texts(path)[1, 1] == "Référence"
    assert texts(path)[2, 2] == "12 €"


def test_lines_are_those_of_the_file_past_blank_ones_and_quoted_line_ends(tmp_path):
    rows = read_sheet(str(csv_file(tmp_path, 'a,b\n\n"c\nd",e\nf,g\n,\n'))).rows
    assert [(row.line, row.cells[0].text) for row in rows] == [(1, "a"), (3, "c\nd"), (5, "f")]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", [("empty", None)]),
        (b"\n ,\n", [("empty", None)]),
        (b"a,b\n\x81,c\n", [("not-a-text", 2)]),
        (b"a,b\nc,\0\n", [("not-a-text", 2)]),
        ("a;b\n".encode("utf-16"), [("not-a-text", 1)]),
        (b'a,b\n"c"d,e\n', [("csv-syntax", 2)]),
        (b'a,b\nc,"d\n', [("csv-syntax", 2)]),
        (b"a" * 200_000, [("csv-syntax", 1)]),
        (b"a" * ((1 << 24) + 1), [("too-large", None)]),
        (b"a,b\n" * 100_000 + b"c\n", [("too-many-values", 100_001)]),
    ],
    ids="nothing blanks cp1252 NUL UTF-16 quotes open field file cells".split(),
)
def test_text_that_is_no_table_is_refused_with_its_line(tmp_path, content, found):
    assert findings(csv_file(tmp_path, content)) == found


def test_hash_of_a_csv_is_the_same_after_a_checkout_with_other_line_ends(tmp_path):
    unix = read_sheet(str(csv_file(tmp_path, b"a,b\nc,d\n"))).sha256
    assert unix == hashlib.sha256(b"a,b\nc,d\n").hexdigest()
    assert read_sheet(str(csv_file(tmp_path, b"a,b\r\nc,d\r\n"))).sha256 == unix


@pytest.mark.parametrize(
    ("name", "expected"),
    [("p.csv", True), ("P.XLSX", True), ("p.yaml", False), ("p", False), ("p.xls", False)],
)
def test_a_table_is_known_by_its_suffix(name, expected):
    assert is_table(name) is expected


# -- workbooks --------------------------------------------------------------------------------


@pytest.fixture
def saved(tmp_path):
    """Save a workbook whose one sheet `fill` has filled in; its path."""

    def save(fill):
        workbook = openpyxl.Workbook()
        sheet = workbook.active
        assert isinstance(sheet, Worksheet)
        fill(sheet)
        path = tmp_path / "t.xlsx"
        workbook.save(path)
        return path

    return save


def with_rows(*rows):
    def fill(sheet):
        for row in rows:
            sheet.append(row)

    return fill


def cell(path, line, column):
    row = next(row for row in read_sheet(str(path)).rows if row.line == line)
    return row.cells[column - 1]


@pytest.mark.parametrize(
    ("value", "text", "kind"),
    [
        (12.5, "12.5", "number"),
        (12, "12", "number"),
        (12.1, "12.1", "number"),
        (0.1 + 0.2, "0.3", "number"),
        (1234567.89, "1234567.89", "number"),
        ("12,50", "12,50", "text"),
        (" U80M6E\u00a0", "U80M6E", "text"),
        (True, "True", "text"),
        (date(2026, 12, 3), "2026-12-03", "date"),
        (datetime(2026, 12, 3, 10, 30), "2026-12-03T10:30:00", "date"),  # noqa: DTZ001
    ],
)
def test_numbers_days_and_texts_of_a_workbook_keep_apart(saved, value, text, kind):
    found = cell(saved(with_rows(["sku", value])), 1, 2)
    assert (found.text, found.kind, found.fault) == (text, kind, None)


def test_a_formula_that_was_never_computed_is_no_value(saved):
    found = cell(saved(with_rows(["U80M6E", "=6*2"])), 1, 2)
    assert (found.text, found.fault) == ("", "formula-without-value")


def test_a_formula_counts_with_the_value_saved_beside_it(saved):
    path = saved(with_rows(["U80M6E", "=6*2"]))
    rewritten(path, b"<v />", b"<v>12.5</v>")
    found = cell(path, 1, 2)
    assert (found.text, found.kind, found.fault) == ("12.5", "number", None)


def test_numbers_are_read_to_the_15_digits_that_spreadsheets_hold(saved):
    path = saved(with_rows(["U80M6E", 1.1]))
    rewritten(path, b"<v>1.1</v>", b"<v>1.1000000000000001</v>")
    assert cell(path, 1, 2).text == "1.1"


def rewritten(path, old, new, member="xl/worksheets/sheet1.xml"):
    """Put other bytes into a member of a workbook, as another program would have saved them."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    assert old in members[member]
    members[member] = members[member].replace(old, new)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)


def test_every_cell_of_a_merged_range_is_marked(saved):
    def fill(sheet):
        with_rows(["U80M6E", 12], ["U1PB2E", None], ["U4ZX6E", 9])(sheet)
        sheet.merge_cells("B1:B2")

    path = saved(fill)
    assert [cell(path, line, 2).fault for line in (1, 2, 3)] == ["merged-cell"] * 2 + [None]
    assert cell(path, 1, 1).fault is None


def test_hidden_rows_and_columns_are_marked(saved):
    def fill(sheet):
        with_rows(["sku", "amount", "old"], ["U80M6E", 12, 11], ["U1PB2E", 9, 8])(sheet)
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["C"].hidden = True

    rows = read_sheet(str(saved(fill))).rows
    assert [row.is_hidden for row in rows] == [False, True, False]
    assert [each.fault for each in rows[2].cells] == [None, None, "hidden-column"]


def test_error_of_a_formula_is_marked(saved):
    assert cell(saved(with_rows(["U80M6E", "#N/A"])), 1, 2).fault == "cell-error"


def test_rows_keep_their_number_past_blank_ones(saved):
    path = saved(with_rows(["sku"], [], [], ["U80M6E"]))
    assert texts(path) == {(1, 1): "sku", (4, 1): "U80M6E"}


def test_hidden_and_blank_sheets_are_passed_over(saved):
    def fill(sheet):
        sheet.append(["old"])
        sheet.sheet_state = "hidden"
        sheet.parent.create_sheet("Prices").append(["U80M6E"])
        sheet.parent.create_sheet("Blank")["A1"].font = Font(bold=True)

    assert texts(saved(fill)) == {(1, 1): "U80M6E"}


def test_two_filled_sheets_are_asked_back(saved):
    def fill(sheet):
        sheet.append(["U80M6E"])
        sheet.parent.create_sheet("Prices").append(["U1PB2E"])

    with pytest.raises(InvalidInput) as caught:
        read_sheet(str(saved(fill)))
    [finding] = caught.value.findings
    assert (finding.code, finding.values) == ("several-sheets", {"sheets": ("Sheet", "Prices")})


def test_workbook_without_any_value_is_empty(saved):
    assert findings(saved(with_rows())) == [("empty", None)]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0old", b"sku,amount\n"])
def test_what_is_no_workbook_is_refused(tmp_path, content):
    path = tmp_path / "t.xlsx"
    path.write_bytes(content)
    assert findings(path) == [("not-a-workbook", None)]


def test_workbook_without_the_extra_says_what_to_install(saved, monkeypatch):
    path = saved(with_rows(["U80M6E", 12.5]))
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(UsageProblem) as caught:
        read_sheet(str(path))
    assert (caught.value.kind, caught.value.values["extra"]) == ("extra-missing", "xlsx")


def test_zip_of_something_else_is_no_workbook(tmp_path):
    path = tmp_path / "t.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "hello")
    assert findings(path) == [("not-a-workbook", None)]


def test_workbook_that_unpacks_to_too_much_is_refused(saved):
    path = saved(with_rows(["U80M6E"]))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/big.xml", b" " * ((1 << 24) + 1))
    assert path.stat().st_size < 1 << 20
    assert findings(path) == [("too-large", None)]


def test_csv_of_as_many_cells_as_may_be_is_read(tmp_path):
    assert len(read_sheet(str(csv_file(tmp_path, b"a,b\n" * 100_000))).rows) == 100_000


@pytest.mark.parametrize(
    ("part", "filling"),
    [
        ("xl/worksheets/sheet1.xml", b"<c/>"),
        ("xl/worksheets/sheet1.xml", b"<row/>"),
        ("xl/styles.xml", b"<xf/>"),
        ("xl/other.xml", b"<x/>"),
    ],
)
def test_workbook_of_too_many_tags_is_refused_before_the_library_reads_it(saved, part, filling):
    path = saved(with_rows(["U80M6E"]))
    with zipfile.ZipFile(path) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    parts[part] = parts.get(part, b"") + filling * 400_001
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert findings(path) == [("workbook-too-large", None)]


@pytest.mark.parametrize("corner", ["XFD1048576", "B1048576"])
def test_range_or_cell_far_out_does_not_take_the_memory(saved, corner):
    def merge_all(sheet):
        sheet["A1"] = "U80M6E"

    path = saved(merge_all)
    rewritten(
        path, b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:%s"/></mergeCells>'
        % corner.encode(),
    )  # fmt: skip
    assert findings(path) == [("workbook-too-large", None)]

    def far_out(sheet):
        sheet["A1"], sheet[corner] = "U80M6E", 1

    assert findings(saved(far_out)) == [("workbook-too-large", None)]


def test_complaints_of_the_library_about_extensions_stay_unsaid(saved):
    path = saved(with_rows(["U80M6E"]))
    rewritten(path, b"</worksheet>", b'<extLst><ext uri="{unknown}"/></extLst></worksheet>')
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        openpyxl.load_workbook(path)
        assert len(said) == 1
        assert texts(path) == {(1, 1): "U80M6E"}
        assert len(said) == 1
