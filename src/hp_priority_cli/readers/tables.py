"""Spreadsheets, CSV or XLSX, to rows of cells that know their line and column.

What a cell means is its reader's business: here a number is the text that spells it, and what a
program would show as something else than it holds (a formula without its value, a merged cell, an
error) is marked, so that nobody takes it for a value.
"""

import csv
import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

from hp_priority_cli.errors import Finding, InvalidInput, Spot
from hp_priority_cli.readers.text import read_bytes, refuse_other_formats, shown_name, text_hash

WORKBOOK_SUFFIX = ".xlsx"
TABLE_SUFFIXES = (".csv", WORKBOOK_SUFFIX)
_LINES_LOOKED_AT = 20
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
CellKind = Literal["text", "number", "date"]


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most that a spreadsheet may hold: what is beyond is refused, for it would take too long.

    `unpacked` are the bytes of a workbook once its parts are unpacked. A workbook may hold fewer
    cells than a CSV file, for the library takes longest over them.
    """

    file_bytes: int = 1 << 24
    text_cells: int = 200_000
    workbook_cells: int = 50_000
    unpacked: int = 1 << 24


PRICE_LIST = Bounds()
"""A price list of everything has some ten thousand rows, one of these services a thousand cells."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of one cell, without spaces around it; numbers have a point, days are ISO 8601.

    `column` counts from 1. `fault` is the code of a finding where the cell holds no plain value.
    """

    text: str
    column: int
    kind: CellKind = "text"
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row; `line` is that of the file, or the number of the row of a workbook."""

    line: int
    cells: tuple[Cell, ...]
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class RowsOfFile:
    """The rows of a file that hold anything, read one after another as they are asked for.

    What is malformed raises InvalidInput where it is come upon.
    """

    file: str
    sha256: str
    rows: Iterator[Row]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a file that hold anything, with the SHA-256 of the file's content."""

    file: str
    sha256: str
    rows: tuple[Row, ...]

    def spot(self, row: Row, cell: Cell | None = None) -> Spot:
        """The place of a cell, or of a row as a whole."""
        return Spot(self.file, row.line, None if cell is None else cell.column)


def is_table(path: str) -> bool:
    """Whether a file is a spreadsheet, by its suffix."""
    return PurePath(path).suffix.lower() in TABLE_SUFFIXES


def read_sheet(path: str, *, wait: bool = True) -> Sheet:
    """The one sheet of a price list, whole, as `open_sheet` has it; empty is malformed too."""
    opened = open_sheet(path, PRICE_LIST, wait=wait)
    sheet = Sheet(opened.file, opened.sha256, tuple(opened.rows))
    if not sheet.rows:
        raise InvalidInput([Finding("empty", Spot(sheet.file))])
    return sheet


def open_sheet(path: str, bounds: Bounds, *, wait: bool = True) -> RowsOfFile:
    """The one sheet of a spreadsheet: CSV in UTF-8 or cp1252, apart by `;` or `,`; or XLSX.

    Without `wait` a pipe that nobody writes to is empty, and not waited for. Raises InvalidInput
    with the findings: unreadable, malformed, more than one sheet; and UsageProblem where the extra
    that reads workbooks is not installed.
    """
    name = shown_name(path)
    content = read_bytes(path, bounds.file_bytes, wait=wait)
    if PurePath(path).suffix.lower() == WORKBOOK_SUFFIX:
        from hp_priority_cli.readers.workbook import read_workbook

        rows = read_workbook(content, name, bounds)
    else:
        text = _text_of(content, name)
        rows = (row for row in _csv_rows(text, name, bounds.text_cells) if _holds(row))
    return RowsOfFile(name, content_hash(path, content), rows)


def content_hash(path: str, content: bytes) -> str:
    """The SHA-256 of a file's content; of a text the same whatever its line ends."""
    if PurePath(path).suffix.lower() == WORKBOOK_SUFFIX:
        return hashlib.sha256(content).hexdigest()
    return text_hash(content)


def _holds(row: Row) -> bool:
    return any(cell.text for cell in row.cells)


def _text_of(content: bytes, name: str) -> str:
    """UTF-8, else what Excel writes on a Windows of western Europe; NUL is in no text at all."""
    refuse_other_formats(content, name)
    position = content.find(b"\0")
    try:
        if position < 0:
            return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            return content.decode("cp1252")
        except UnicodeDecodeError as error:
            position = error.start
    before = content[:position]
    spot = Spot(name, 1 + before.count(b"\n"))
    values = {"byte": f"0x{content[position]:02X}"}
    raise InvalidInput([Finding("not-a-text", spot, values)])


def _csv_rows(text: str, name: str, most: int) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    line, held = 1, 0
    try:
        for fields in reader:
            held += len(fields)
            if held > most:
                values = {"limit": most}
                raise InvalidInput([Finding("too-many-values", Spot(name, line), values)])
            cells = (Cell(field.strip(), n) for n, field in enumerate(fields, 1))
            yield Row(line, tuple(cells))
            line = reader.line_num + 1
    except csv.Error as error:
        spot = Spot(name, line)
        raise InvalidInput([Finding("csv-syntax", spot, {"problem": str(error)})]) from error


def _delimiter(text: str) -> str:
    """A semicolon where most of the first lines hold one outside quotes, else a comma."""
    lines = [line for line in text.splitlines()[:_LINES_LOOKED_AT] if line.strip()]
    held = sum(";" in _QUOTED.sub("", line) for line in lines)
    return ";" if held * 2 > len(lines) else ","
