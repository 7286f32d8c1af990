"""The titles of a spreadsheet of customers: what each names, and all that is wrong at once."""

from dataclasses import fields

import pytest

from hp_priority_cli.customer.columns import KNOWN, are_titles, column_of, columns_of
from hp_priority_cli.customer.records import InstalledBase, Request
from hp_priority_cli.errors import InvalidInput
from hp_priority_cli.readers.tables import Cell, Row


def row(*titles):
    return Row(1, tuple(Cell(title, n) for n, title in enumerate(titles, 1)))


def wrong(*titles):
    with pytest.raises(InvalidInput) as caught:
        columns_of(row(*titles), "c.csv")
    return [
        (each.code, each.spot.column, each.values.get("near")) for each in caught.value.findings
    ]


def test_every_field_of_a_request_has_its_column_save_lists_of_records():
    top = {field.name for field in fields(Request)} - {"installed_base", "sites", "answers"}
    base = {f"installed_base.{field.name}" for field in fields(InstalledBase)}
    groups = {"discounts", "installed_base.other"}
    assert set(KNOWN) == (top | base) - groups | {f"{each}.*" for each in groups}
    for key in (*KNOWN, "sites", "answers"):
        column = column_of(key)
        assert column is not None
        assert column.key == key
    assert {getattr(column_of(each), "kind", None) for each in ("sites", "answers")} == {"records"}


@pytest.mark.parametrize(
    ("title", "key", "kind"),
    [
        ("pcs", "installed_base.pcs", "count"),
        ("PCs", "installed_base.pcs", "count"),
        ("Printers", "installed_base.printers", "count"),
        ("Imprimantes", "installed_base.printers", "count"),
        ("PCs without cover", "installed_base.pcs_without_cover", "count"),
        ("country", "countries", "list"),
        ("Pays", "countries", "list"),
        ("Siège", "headquarters", "text"),
        ("IT desk", "it_desk", "text"),
        ("whole-base", "whole_base", "truth"),
        ("Référence", "reference", "text"),
        ("Client", "customer", "text"),
        ("years", "term_years", "count"),
        ("Discount (%)", "discount_percent", "percentage"),
        ("Remise", "discount_percent", "percentage"),
        ("purchase date", "purchase_date", "day"),
        ("installed_base.other.tablet", "installed_base.other.tablet", "count"),
        ("other.tablet", "installed_base.other.tablet", "count"),
        ("discounts.U80M6E", "discounts.U80M6E", "percentage"),
    ],
)
def test_title_is_known_by_its_key_its_last_word_or_an_alias(title, key, kind):
    column = column_of(title)
    assert column is not None
    assert (column.key, column.kind) == (key, kind)


@pytest.mark.parametrize("title", ["", "other", "other.", "discounts", "notes", "customer.name.x"])
def test_title_that_names_no_field_is_none(title):
    assert column_of(title) is None


def test_columns_without_a_title_are_left_alone():
    assert [*columns_of(row("customer", "", "pcs"), "c.csv")] == [1, 3]


def test_everything_wrong_with_the_titles_is_told_at_once():
    assert wrong("custommer", "pcs", "Notes", "installed_base.pcs", "sites", "country", "pays") == [
        ("unknown-column", 1, "customer"),
        ("unknown-column", 3, None),
        ("column-twice", 4, None),
        ("column-of-records", 5, None),
        ("column-twice", 7, None),
    ]


def test_row_without_any_title_is_one_finding():
    assert wrong("Example Ltd", "300", "40") == [("no-titles", None, None)]
    assert wrong("contry", "x") == [("unknown-column", 1, "countries"), ("unknown-column", 2, None)]


def test_title_that_cannot_be_seen_or_is_merged_is_told():
    with pytest.raises(InvalidInput) as caught:
        columns_of(Row(1, (Cell("pcs", 1), Cell("tier", 2, fault="hidden-column"))), "c.xlsx")
    assert [(each.code, each.spot.column) for each in caught.value.findings] == [
        ("hidden-column", 2)
    ]


def test_endless_titles_are_told_up_to_a_hundred():
    assert len(wrong("pcs", *("x" * 2_000 for _ in range(5_000)))) == 101


def test_titles_are_told_from_other_rows_by_half_of_them():
    assert are_titles(row("customer", "pcs", "notes", "x"))
    assert not are_titles(row("customer", "serial", "notes"))
    assert not are_titles(row("", ""))
