"""Rows of customers to requests: what a cell may hold, and the same request from every form."""

import io
import sys
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.styles import numbers

from hp_priority_cli.customer.batch import requests_in
from hp_priority_cli.customer.read import request_from
from hp_priority_cli.customer.records import InstalledBase, Request
from hp_priority_cli.errors import InvalidInput, UsageProblem
from spreadsheets import as_csv, as_lines, as_workbook, workbook_of


def answers(content: bytes, name: str = "c.csv") -> list[Any]:
    """The request on each line, or what is wrong with it: code, column and value."""
    stream: Any = io.BufferedReader(io.BytesIO(content))
    return [(line, _answer(found, line)) for line, found in requests_in(stream, name)]


def _answer(found, line):
    try:
        if isinstance(found, InvalidInput):
            raise found
        return request_from(found)[0]
    except InvalidInput as error:
        wrong = error.findings
    assert all(each.spot.line == line for each in wrong)
    return [(each.code, each.spot.column, each.values.get("value")) for each in wrong]


def one(title, text):
    """What one cell under a title makes of a request."""
    cell = text.replace('"', '""')
    [(_, found)] = answers(f'customer;"{title}"\nx;"{cell}"\n'.encode())
    return found


def test_blank_is_not_stated_and_zero_is_zero():
    rows = answers(b"customer;pcs;printers;it_desk;countries\nA;0;;;\nB;;40;own;FR\n;;;none;\n")
    assert rows == [
        (2, Request(customer="A", installed_base=InstalledBase(pcs=0))),
        (3, Request(customer="B", installed_base=InstalledBase(printers=40), it_desk="own",
                    countries=("FR",))),
        (4, Request(it_desk="none")),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "truth"),
    [("true", True), ("yes", True), ("Oui", True), ("VRAI", True), ("TRUE", True),
     ("false", False), ("NO", False), ("non", False), ("Faux", False), ("FALSE", False)],
)  # fmt: skip
def test_truth_values_are_taken_in_english_and_french(text, truth):
    assert one("whole_base", text) == Request(customer="x", whole_base=truth)


@pytest.mark.parametrize("text", ["1", "x", "maybe", "peut-être", "o", "none"])
def test_any_other_word_is_no_truth_value(text):
    assert one("whole_base", text) == [("wrong-type", 2, text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [("0", 0), ("300", 300), ("1 200", 1200), ("1\u00a0200", 1200), ("1'200", 1200),
     ("1\u202f200\u202f300", 1200300), ("999999999", 999_999_999)],
)  # fmt: skip
def test_counts_may_stand_in_groups_apart_by_spaces(text, count):
    assert one("pcs", text) == Request(customer="x", installed_base=InstalledBase(pcs=count))


@pytest.mark.parametrize(
    "text", ["1,200", "1.200", "300.0", "3,5", "007", "-0", "1e3", "١٢", "many", "12 00", "1 2000"]
)
def test_count_that_can_be_read_two_ways_or_none_is_refused(text):
    assert one("pcs", text) == [("wrong-type", 2, text)]


def test_count_out_of_range_is_told_as_in_any_request():
    assert one("pcs", "-1") == [("out-of-range", 2, -1)]
    assert one("pcs", "1000000000") == [("out-of-range", 2, 1_000_000_000)]
    assert one("term_years", "0") == [("out-of-range", 2, 0)]


@pytest.mark.parametrize("text", ["FR;BR", "FR,BR", "FR ; BR", "FR;BR;", "FR\nBR"])
def test_lists_are_apart_by_semicolons_commas_or_lines(text):
    assert one("countries", text) == Request(customer="x", countries=("FR", "BR"))
    assert answers(f'pcs,countries\n,"{text}"\n'.encode()) == [
        (2, Request(countries=("FR", "BR")))
    ]  # fmt: skip


def test_norway_norwegian_and_no_desk_are_texts():
    content = b"countries;headquarters;languages;it_desk;whole_base\nNO;no;no;none;no\n"
    assert answers(content) == [
        (2, Request(countries=("NO",), headquarters="no", languages=("no",), it_desk="none",
                    whole_base=False)),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["12.5", "12,5", "12,5 %", "12.5%"])
def test_percentages_have_either_mark_and_may_have_their_sign(text):
    found = one("discount_percent", text)
    assert str(found.discount_percent) == "12.5"
    by_part = one("discounts.U80M6E", text)
    assert {sku: str(each) for sku, each in by_part.discounts.items()} == {"U80M6E": "12.5"}


@pytest.mark.parametrize(("text", "value"), [("101", "101"), ("-3", "-3"), ("1,234.5", "1,234.5")])
def test_what_is_no_percentage_is_told(text, value):
    assert one("discount_percent", text) == [("not-a-percentage", 2, value)]


def test_days_are_iso_and_those_of_a_french_spreadsheet_are_told():
    assert one("as_of", "2026-11-24") == Request(customer="x", as_of=date(2026, 11, 24))
    assert one("as_of", "24/11/2026") == [("wrong-type", 2, "24/11/2026")]


def test_numbers_and_days_are_texts_where_texts_are_wanted():
    assert one("reference", "0012") == Request(customer="x", reference="0012")
    assert one("reference", "2026-11-24") == Request(customer="x", reference="2026-11-24")


def test_everything_wrong_in_a_row_is_told_by_column_and_the_others_go_on():
    content = b"customer;pcs;whole_base;discount\nA;x;perhaps;200\nB;3;;\nC;4;yes;5;more;still\n"
    assert answers(content) == [
        (2, [("wrong-type", 2, "x"), ("wrong-type", 3, "perhaps"), ("not-a-percentage", 4, "200")]),
        (3, Request(customer="B", installed_base=InstalledBase(pcs=3))),
        (4, [("too-many-cells", 5, None)]),
    ]  # fmt: skip


# -- workbooks --------------------------------------------------------------------------------


def test_cells_of_a_workbook_are_what_they_show():
    titles = ["customer", "pcs", "whole_base", "discount", "purchase_date", "country", "reference"]
    rows = [titles, ["A", 300.0, True, 0.035, date(2026, 12, 1), "FR;NO", 4711]]

    def as_percentage(sheet):
        sheet["D2"].number_format = numbers.FORMAT_PERCENTAGE_00

    [(line, found)] = answers(workbook_of(rows, as_percentage), "c.xlsx")
    assert line == 2
    assert str(found.discount_percent) == "3.5"
    assert found == Request(
        customer="A",
        reference="4711",
        installed_base=InstalledBase(pcs=300),
        whole_base=True,
        discount_percent=found.discount_percent,
        purchase_date=date(2026, 12, 1),
        countries=("FR", "NO"),
    )


def test_what_a_workbook_hides_or_lacks_is_told_of_its_row():
    rows = [
        ["customer", "reference", "pcs", "printers"],
        ["A", "r", "=1+1", 3],
        ["B", "r", "#N/A", 3],
        ["C", date(2026, 4, 3), 3, 4],
        ["D", "r", 3, 4],
        ["E", "r", 3, 4],
        ["F", "r", 300.5, 1],
        [],
        ["G", "r", 1, 2],
    ]

    def spoilt(sheet):
        sheet["C3"].data_type = "e"
        sheet.row_dimensions[5].hidden = True
        sheet.merge_cells("C6:D6")

    assert answers(workbook_of(rows, spoilt), "c.xlsx") == [
        (2, [("formula-without-value", 3, None)]),
        (3, [("cell-error", 3, None)]),
        (4, [("cell-is-date", 2, None)]),
        (5, [("hidden-row", 1, None)]),
        (6, [("merged-cell", 3, None), ("merged-cell", 4, None)]),
        (7, [("wrong-type", 3, "300.5")]),
        (9, Request(customer="G", reference="r", installed_base=InstalledBase(pcs=1, printers=2))),
    ]


def test_title_in_a_hidden_column_ends_the_run():
    def hide(sheet):
        sheet.column_dimensions["B"].hidden = True

    with pytest.raises(InvalidInput) as caught:
        answers(workbook_of([["customer", "pcs"], ["A", 3]], hide), "c.xlsx")
    assert [(e.code, e.spot.column) for e in caught.value.findings] == [("hidden-column", 2)]


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "c.csv", "empty"),
        (workbook_of([]), "c.xlsx", "empty"),
        (b"pcs;pcs\n", "c.csv", "column-twice"),
        (b'"pcs;x\n1;2\n', "c.csv", "csv-syntax"),
        (b"pcs;x\n", "c.xlsx", "not-a-workbook"),
        (b"PK\x03\x04" + b"x" * (1 << 24), "c.xlsx", "too-large"),
        (workbook_of([["pcs"] * 10, *[[1] * 10] * 5_000]), "c.xlsx", "workbook-too-large"),
    ],
)
def test_file_without_right_titles_ends_before_the_first_row(content, name, code):
    with pytest.raises(InvalidInput) as caught:
        answers(content, name)
    assert [each.code for each in caught.value.findings] == [code]


def test_extra_that_reads_workbooks_is_named_where_it_is_missing(monkeypatch):
    content = workbook_of([["pcs"], [3]])
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(UsageProblem) as caught:
        answers(content, "c.xlsx")
    assert caught.value.values == {"kind": "extra-missing", "file": "c.xlsx", "extra": "xlsx"}


# -- every form alike -------------------------------------------------------------------------


def test_form_is_known_by_the_suffix_else_by_what_it_begins_with():
    customers = [{"customer": "A", "installed_base.pcs": 3}]
    expected = [Request(customer="A", installed_base=InstalledBase(pcs=3))]
    for content in (as_lines(customers), as_csv(customers), as_workbook(customers)):
        assert [found for _, found in answers(content, "<stdin>")] == expected
        assert [found for _, found in answers(content, "customers")] == expected
    assert [found for _, found in answers(b"\xef\xbb\xbf\n" + as_lines(customers), "x")] != []
    assert answers(b"", "<stdin>") == []


words = st.text("abé NOé-'\"", min_size=1, max_size=8).map(str.strip).filter(bool)
right = {
    "customer": words,
    "reference": st.from_regex(r"[A-Z]{1,3}-[0-9]{1,4}", fullmatch=True),
    "installed_base.pcs": st.integers(0, 10**9),
    "installed_base.printers": st.integers(-2, 6_000),
    "installed_base.other.tablet": st.integers(0, 3),
    "countries": st.lists(st.sampled_from(["FR", "NO", "Brésil", "BE"]), min_size=1, max_size=3),
    "headquarters": st.sampled_from(["FR", "NO", "Nowhere"]),
    "languages": st.lists(st.sampled_from(["fr", "no", "en"]), min_size=1, max_size=2),
    "around_the_clock": st.booleans(),
    "it_desk": st.sampled_from(["own", "partner", "none", "ours"]),
    "whole_base": st.booleans(),
    "tier": st.sampled_from(["access", "management-plus", "acess"]),
    "term_years": st.integers(0, 6),
    "purchase_date": st.dates(date(2026, 1, 1), date(2027, 1, 1)).map(str),
    "discount_percent": st.sampled_from(["3", "4.5", "101"]),
}
customers = st.lists(
    st.fixed_dictionaries({}, optional=right).filter(bool), min_size=1, max_size=4
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(customers, st.sampled_from([";", ",", "\t"]), st.sampled_from(["VRAI", "yes", "true"]))
def test_same_customers_in_every_form_are_the_same_requests_and_findings(stated, mark, true):
    def alike(found):
        """Requests as they are; of findings all but the column, which tells their order."""
        return [
            sorted(map(str, (e[::2] for e in what))) if isinstance(what, list) else what
            for _, what in found
        ]

    lines = alike(answers(as_lines(stated), "c.jsonl"))
    assert alike(answers(as_csv(stated, mark, true=true))) == lines
    assert alike(answers(as_csv(stated, mark, "cp1252"))) == lines
    assert alike(answers(as_workbook(stated), "c.xlsx")) == lines
