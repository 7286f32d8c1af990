"""Price books for the tests, every amount in them invented, and what is found in them."""

from datetime import date
from pathlib import Path
from typing import Any

from hp_priority_cli import load_catalog
from hp_priority_cli.errors import Finding, InvalidInput
from hp_priority_cli.prices.read import read_price_book
from hp_priority_cli.prices.records import PriceBook, SpreadsheetTerms

CATALOG = load_catalog()
EXAMPLE_BOOK = Path(__file__).resolve().parents[1] / "examples/example-price-book.yaml"
HEADER = """schema: hp-priority/price-book@1
id: invented
currency: EUR
tax: excluded
valid_from: 2026-01-01
valid_until: 2026-12-31
price_period: term
fictional: true
"""
LINES = HEADER.count("\n")
ROWS = "rows: [{sku: U80M6E, amount: 12.50}, {sku: U1PB2E, amount: 8}]\n"


def written(folder: Path, text: str, name: str = "book.yaml") -> str:
    """A file of that text; its path."""
    (folder / name).write_text(text, "utf-8")
    return str(folder / name)


def header(**changes: str) -> str:
    """The header with other values for some keys, or further keys; a value of `` leaves one out."""
    keys = dict(line.split(": ", 1) for line in HEADER.splitlines()) | changes
    return "".join(f"{key}: {value}\n" for key, value in keys.items() if value)


def book(folder: Path, text: str = HEADER + ROWS, name: str = "book.yaml") -> PriceBook:
    """The book that a file of that text gives, without a warning."""
    found, warnings = read_price_book(written(folder, text, name), CATALOG)
    assert warnings == []
    return found


def faults(path: str, terms: SpreadsheetTerms | None = None) -> list[tuple[Any, ...]]:
    """The code, file, line and column of each finding that makes a book wrong."""
    try:
        read_price_book(path, CATALOG, terms)
    except InvalidInput as error:
        wrong = [each for each in error.findings if each.severity == "error"]
        return [(e.code, Path(e.spot.file).name, e.spot.line, e.spot.column) for e in wrong]
    return []


def findings_of_book(path: Path) -> list[Finding]:
    """Everything that is wrong with a price book, or is a warning.

    `prices.csv` and `prices.xlsx` are read as the rows of the example book, another spreadsheet as
    one that somebody sent.
    """
    terms = None
    if path.stem == "prices":
        head, _, _ = EXAMPLE_BOOK.read_text("utf-8").partition("rows:")
        text = f"{head}rows: {path.name}\n"
        path = path.with_name("book.yaml")
        path.write_text(text, "utf-8")
    elif path.suffix == ".csv":
        terms = SpreadsheetTerms("EUR", date(2026, 1, 1), None)
    try:
        return read_price_book(str(path), CATALOG, terms)[1]
    except InvalidInput as error:
        return list(error.findings)
