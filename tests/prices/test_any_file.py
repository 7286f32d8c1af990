"""Whatever stands in a file that is given as a price book: a book or findings, never a fault."""

import io
import json
import zipfile
from datetime import date
from functools import cache
from typing import Any

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from books import CATALOG, HEADER, ROWS
from hp_priority_cli.errors import InvalidInput
from hp_priority_cli.prices.read import read_price_book
from hp_priority_cli.prices.records import SpreadsheetTerms

TERMS = SpreadsheetTerms("EUR", date(2026, 1, 1), None)
ONE_FILE = settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])

numbers = st.integers(-5, 10**20) | st.decimals(allow_nan=False).map(str) | st.just("NaN")
scalars = st.none() | st.booleans() | numbers | st.text(max_size=5) | st.sampled_from(["U80M6E"])
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["sku", "amount", "breaks", "from", "floor", "x"]), inner)
    ),
    max_leaves=8,
)
KEYS = [line.partition(":")[0] for line in HEADER.splitlines()]
MORE_KEYS = ["rows", "applies_to", "rounding", "authority", "decimal_mark", "order_unit"]


def is_taken_or_refused(path: Any, terms: SpreadsheetTerms | None = None) -> None:
    """Any other exception than the one with findings fails the test."""
    try:
        read_price_book(str(path), CATALOG, terms)
    except InvalidInput as error:
        found = error.findings
    else:
        return
    assert found
    assert all(each.code for each in found)


@ONE_FILE
@given(st.dictionaries(st.sampled_from([*KEYS, *MORE_KEYS]), values, max_size=4))
def test_book_with_any_values(tmp_path, changes):
    whole = dict(line.split(": ", 1) for line in HEADER.splitlines()) | {"fictional": True}
    rows = {"rows": [{"sku": "U80M6E", "amount": "12.50"}]}
    path = tmp_path / "b.yaml"
    path.write_text(json.dumps({**whole, **rows, **changes}), "utf-8")
    is_taken_or_refused(path)


@ONE_FILE
@given(st.integers(0, len(HEADER + ROWS)), st.integers(0, 12), st.text(max_size=4))
def test_book_with_a_piece_cut_out_and_another_put_in(tmp_path, at, cut, piece):
    text = HEADER + ROWS
    path = tmp_path / "b.yaml"
    path.write_text(text[:at] + piece + text[at + cut :], "utf-8")
    is_taken_or_refused(path)


@ONE_FILE
@given(st.binary(max_size=60) | st.text(alphabet='sku,amount;U80M6E"12.5\n\r\t ', max_size=60))
def test_plain_spreadsheet_of_anything(tmp_path, content):
    path = tmp_path / "p.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    is_taken_or_refused(path, TERMS)


@ONE_FILE
@given(st.integers(0, 6000), st.binary(min_size=1, max_size=8))
def test_workbook_with_any_bytes_changed(tmp_path, at, piece):
    content = workbook()
    path = tmp_path / "p.xlsx"
    path.write_bytes(content[:at] + piece + content[at + len(piece) :])
    is_taken_or_refused(path, TERMS)


@cache
def workbook() -> bytes:
    """A small workbook that is right, each member stored as it is so that a byte changed counts."""
    made = openpyxl.Workbook()
    made.active.append(["sku", "amount"])  # type: ignore[union-attr]
    made.active.append(["U80M6E", 12.5])  # type: ignore[union-attr]
    packed, stored = io.BytesIO(), io.BytesIO()
    made.save(packed)
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(stored, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return stored.getvalue()
