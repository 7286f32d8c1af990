"""One cell of a spreadsheet: a number where that is exact, else text that is never run."""

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from hp_priority_cli.presentation.clean import clean
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.report import Cell, Column, Tone, Value

if TYPE_CHECKING:
    from openpyxl.styles import Font
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST = 32_767
"""The most characters that a cell holds."""
_EXACT_DIGITS = 15
_COLOURS: dict[Tone, str] = {"good": "116329", "open": "8A4B00", "bad": "B3141E", "quiet": "57606A"}
_BOLD: tuple[Tone, ...] = ("strong", "bad")
_RUN_BY_SPREADSHEETS = ("=", "+", "-", "@")
_LIKE_AN_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


class TextTooLong(Exception):
    """A text is longer than a cell holds."""


def put_title(sheet: "Worksheet", row: int, n: int, column: Column) -> None:
    """The title of a column, over a line."""
    from openpyxl.styles import Border, Side

    put_text(sheet, row, n, column.title, "strong", to_the_right=column.kind == "count")
    sheet.cell(row, n).border = Border(bottom=Side("medium"))


def put(
    sheet: "Worksheet", row: int, n: int, cell: Cell, phrases: Phrases, column: Column | None = None
) -> None:
    """A value in its cell; one in a column of counts stands to the right, were it text."""
    from openpyxl.styles import Alignment

    if cell.value is None:
        return
    to_the_right = column is not None and column.kind == "count"
    if isinstance(cell.value, (int, Decimal)) and _is_exact(cell.value):
        target = sheet.cell(row, n, cell.value)
        target.number_format = _number_format(cell.value)
        target.font = _font(cell.tone)
        target.alignment = Alignment(horizontal="right" if to_the_right else None, vertical="top")
    else:
        text = "\n".join(lines_of(cell.value, phrases))
        put_text(sheet, row, n, text, cell.tone, to_the_right=to_the_right)


def put_text(
    sheet: "Worksheet", row: int, n: int, text: str, tone: Tone, *, to_the_right: bool = False
) -> None:
    """Text as text: neither a formula, an error nor an escape, nor so when it is edited.

    Raises TextTooLong.
    """
    from openpyxl.styles import Alignment

    shown = "\n".join(clean(line) for line in text.split("\n"))
    shown = _LIKE_AN_ESCAPE.sub("_x005F_", shown)
    if len(shown) > LONGEST:
        raise TextTooLong
    cell = sheet.cell(row, n, shown)
    cell.data_type = "s"
    cell.font = _font(tone)
    side = "right" if to_the_right else "left"
    cell.alignment = Alignment(horizontal=side, vertical="top", wrap_text=True)
    cell.quotePrefix = shown.startswith(_RUN_BY_SPREADSHEETS)


def lines_of(value: Value, phrases: Phrases) -> tuple[str, ...]:
    """The lines of a value as it is read."""
    if isinstance(value, tuple):
        return value
    return () if value is None else (phrases.shown(value),)


def _is_exact(number: int | Decimal) -> bool:
    """Whether a spreadsheet's number is this number, digit by digit."""
    return len(Decimal(number).as_tuple().digits) <= _EXACT_DIGITS


def _number_format(number: int | Decimal) -> str:
    """Grouped as the reader's own machine groups, with every decimal that there is."""
    decimals = max(-int(Decimal(number).as_tuple().exponent), 0)
    return f"#,##0.{'0' * decimals}" if decimals else "#,##0"


def _font(tone: Tone) -> "Font":
    from openpyxl.styles import Font

    return Font(bold=tone in _BOLD, color=_COLOURS.get(tone))
