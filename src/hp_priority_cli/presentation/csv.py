"""The records of a report as CSV: bare numbers, and nothing that a spreadsheet would run."""

import csv
import io
from decimal import Decimal

from hp_priority_cli.presentation.clean import clean
from hp_priority_cli.presentation.report import Table, Value

_RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r")


def to_csv(table: Table, *, header: bool = True) -> str:
    """RFC 4180 text with `\\n` line ends; what begins like a formula gets a leading quote."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    if header:
        writer.writerow([column.title for column in table.columns])
    for row in table.rows:
        writer.writerow([_inert(cell.value) for cell in row])
    return text.getvalue()


def _inert(value: Value) -> "str | int | None":
    if isinstance(value, tuple):
        return _inert(" ".join(value))
    if isinstance(value, Decimal):
        return f"{value:f}"
    if not isinstance(value, str):
        return value
    # The writer of older Pythons leaves a lone carriage return unquoted, which splits the row.
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(char if char in "\n\t" else clean(char) for char in text)
    return f"'{text}" if value.startswith(_RUN_BY_SPREADSHEETS) else text
