"""A price book is known by its schema and checked with the spreadsheet of its rows."""

import json
import os

import openpyxl
import pytest

from books import EXAMPLE_BOOK, HEADER, ROWS, header
from checked import change, checked, found, kinds, shipped_copy, write_json
from hp_priority_cli.evidence.seal import sealed
from running import hp


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_book_is_known_by_its_schema_and_every_value_in_it_is_counted(here):
    (here / "p.yaml").write_text(HEADER + ROWS, "utf-8")
    run = checked("p.yaml")
    assert run.findings == ()
    [book] = run.inputs
    assert (book.path, book.kind, book.files, book.facts) == (
        "p.yaml", "price-book", ("p.yaml",), {"values": 12},
    )  # fmt: skip


def test_example_book_is_right():
    assert found(EXAMPLE_BOOK) == []


def test_every_mistake_in_a_book_is_found_at_its_place_in_one_run(here):
    text = header(currency="EURO", authority="{discount_max: 101, approval_max: 10}")
    rows = "rows:\n- {sku: U8OMBE, amount: 0}\n- {sku: U80M6E, amout: 3}\n"
    (here / "p.yaml").write_text(text + rows, "utf-8")
    assert found("p.yaml") == [
        "p.yaml:3:11 error currency-unknown",
        "p.yaml:9:27 error not-a-percentage",
        "p.yaml:11:9 error part-unknown",
        "p.yaml:11:25 error amount-not-positive",
        "p.yaml:12:3 error row-without-amount",
        "p.yaml:12:17 error unknown-key",
    ]


def test_spreadsheet_of_the_rows_is_checked_with_its_book_and_not_passed_over(here):
    (here / "books").mkdir()
    (here / "books/p.yaml").write_text(header(decimal_mark='","') + "rows: rows.csv\n", "utf-8")
    (here / "books/rows.csv").write_text("sku;amount\nU80M6E;12,50\nU1PB2E;-8\n", "utf-8")
    (here / "books/other.csv").write_text("a;b\n", "utf-8")
    run = checked("books")
    assert found("books") == ["books/rows.csv:3:2 error amount-not-positive"]
    assert [each.files for each in run.inputs] == [("books/p.yaml", "books/rows.csv")]
    assert run.skipped == ("books/other.csv",)


def test_mistake_in_a_workbook_of_rows_is_told_by_its_row_and_column(here):
    workbook = openpyxl.Workbook()
    for row in (["sku", "amount"], ["U80M6E", 12.5], ["U1PB2E", "=4+4"]):
        workbook.worksheets[0].append(row)
    workbook.save(here / "rows.xlsx")
    (here / "p.yaml").write_text(HEADER + "rows: rows.xlsx\n", "utf-8")
    assert found("p.yaml") == ["rows.xlsx:3:2 error formula-without-value"]


def test_spreadsheet_that_is_not_there_is_told_and_so_is_what_else_is_wrong(here):
    (here / "p.yaml").write_text(header(tax="included") + "rows: rows.csv\n", "utf-8")
    assert found("p.yaml") == [
        "p.yaml:4:6 error not-a-choice",
        "rows.csv error unreadable",
    ]


def test_pipe_of_rows_that_nobody_writes_to_is_not_waited_for(here):
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(here / "rows.csv")
    (here / "p.yaml").write_text(HEADER + "rows: rows.csv\n", "utf-8")
    assert found("p.yaml") == ["rows.csv error empty"]


def test_parts_are_held_against_the_data_that_are_asked_for(here):
    data = shipped_copy(here / "data")
    change(data / "skus.yaml", "sku: U80M6E", "sku: U80X6E")
    (here / "p.yaml").write_text(HEADER + ROWS, "utf-8")
    assert found("p.yaml", data="data") == ["p.yaml:9:14 error part-unknown"]


def test_book_is_checked_as_far_as_it_can_be_where_the_data_are_wrong(here):
    data = shipped_copy(here / "data")
    (data / "skus.yaml").write_text("schema: hp-priority/skus@1\n", "utf-8")
    (here / "p.yaml").write_text(HEADER + "rows: [{sku: U80XXE, amount: 0}]\n", "utf-8")
    assert [each for each in found("p.yaml", data="data") if each.startswith("p.yaml")] == [
        "p.yaml:9:30 error amount-not-positive"
    ]


def test_book_without_its_schema_is_told_what_it_lacks(here):
    (here / "p.yaml").write_text(header(schema="") + ROWS, "utf-8")
    assert found("p.yaml") == ["p.yaml:1:1 error schema-missing"]


def test_text_that_others_misread_is_a_warning_in_a_book_and_a_number_is_not(here):
    (here / "p.yaml").write_text(header(applies_to="{countries: [NO]}", id="2026") + ROWS, "utf-8")
    assert found("p.yaml") == ["p.yaml:9:26 warning trap"]


def test_quotes_over_several_terms_are_right_as_saved_and_read_as_a_request(here):
    stated = "--pcs 300 --country FR --it-desk own --whole-base --tier access".split()
    priced = ["--price-book", str(EXAMPLE_BOOK), "--discount", "3"]
    for years, name, kind in (("all", "qs.json", "quotes"), ("3", "q.json", "quote")):
        ran = hp("quote", *stated, *priced, "--years", years, "-o", name, cwd=here)
        assert ran.returncode == 0, ran.stderr
        assert (kinds(name), found(name)) == ([(name, kind)], [])
    again = hp("eligible", "--request", "qs.json", "--json", cwd=here)
    assert json.loads(again.stdout)["request"]["installed_base"]["pcs"] == 300


def test_mistake_in_one_of_several_quotes_is_found(here):
    stated = "--pcs 300 --country FR --it-desk own --whole-base --tier access".split()
    ran = hp("quote", *stated, "--years", "1,3", "--json", cwd=here)
    document = json.loads(ran.stdout)
    del document["quotes"][1]["lines"][0]["sku"]
    document["quotes"][1] = sealed(document["quotes"][1])
    write_json(here / "qs.json", sealed(document))
    assert [each.code for each in checked("qs.json").findings] == ["missing-key"]
