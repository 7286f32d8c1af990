"""A report as an XLSX workbook, by openpyxl, from the extra `xlsx`: the document and its records.

The first sheet is to be read and printed, the second to be worked with: one line of titles, then
the rows that CSV has.
"""

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from itertools import count
from math import ceil
from typing import TYPE_CHECKING

from hp_priority_cli.errors import UsageProblem
from hp_priority_cli.presentation.clean import clean
from hp_priority_cli.presentation.paper.cells import (
    LONGEST,
    TextTooLong,
    lines_of,
    put,
    put_text,
    put_title,
)
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.report import Block, Cell, Heading, Line, Report, Table

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that an archive can tell; every file of it is dated so."""
_NARROWEST, _WIDEST, _TITLES, _TEXT = 9, 52, 14, 84
"""Widths in characters: of any column, of one of text, of the titles, of the sentences beside."""
_LINE_HEIGHT = 15
_HIGHEST = 409
"""Points: a spreadsheet has no higher row."""


def to_workbook(report: Report, phrases: Phrases, day: date | None, name: str) -> bytes:
    """The workbook, dated on `day`; the same bytes for the same report. `name` is its file.

    Raises UsageProblem: `cell-too-long` for a text that no cell holds, and
    `extra-missing-to-write` where the extra is not installed.
    """
    try:
        from openpyxl import Workbook
    except ModuleNotFoundError as error:
        raise UsageProblem("extra-missing-to-write", file=name, extra="xlsx") from error
    book = Workbook()
    del book[book.sheetnames[0]]
    try:
        _write_document(_sheet(book, report, phrases.say("document.sheet")), report, phrases)
        records = _sheet(book, report, phrases.say("document.sheet-of-records"))
        _write_records(records, report.records, phrases)
    except TextTooLong as error:
        raise UsageProblem("cell-too-long", file=name, limit=LONGEST) from error
    book.properties.title, book.properties.creator = clean(report.title), "hp-priority"
    return _packed(book, date(*_EARLIEST[:3]) if day is None else day)


def _sheet(book: "Workbook", report: Report, title: str) -> "Worksheet":
    """A sheet for A4, each page numbered and bearing the stamps."""
    from openpyxl.worksheet.header_footer import HeaderFooterItem

    sheet: Worksheet = book.create_sheet(title)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    stamps = " · ".join(report.stamps).replace("&", "&&")
    sheet.oddHeader, sheet.oddFooter = HeaderFooterItem(), HeaderFooterItem()
    sheet.oddHeader.center.text = stamps or None
    sheet.oddFooter.right.text = "&P / &N"
    return sheet


# -- the document -----------------------------------------------------------------------------


def _write_document(sheet: "Worksheet", report: Report, phrases: Phrases) -> None:
    """The blocks one under the other: titles in the first column, sentences across the others."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    widths = _widths(report, phrases)
    _set_widths(sheet, widths)
    sheet.sheet_view.showGridLines = False
    rows = count(1)
    for stamp in report.stamps:
        _write_across(sheet, next(rows), 1, Line(stamp, tone="bad"), widths)
    for block in report.blocks:
        _write_block(sheet, block, rows, widths, phrases)


def _write_block(
    sheet: "Worksheet", block: Block, rows: "count[int]", widths: list[float], phrases: Phrases
) -> None:
    if isinstance(block, Table):
        next(rows)
        _write_table(sheet, block, rows, widths, phrases)
        next(rows)
    elif isinstance(block, Heading):
        _write_across(sheet, next(rows), 1, Line(block.text, tone="strong"), widths)
    elif isinstance(block, Line):
        _write_across(sheet, next(rows), 1, block, widths)
    else:
        for n, line in enumerate(block.lines):
            row = next(rows)
            if n == 0:
                put(sheet, row, 1, Cell(block.title, "quiet"), phrases)
            _write_across(sheet, row, 2, line, widths)


def _write_across(
    sheet: "Worksheet", row: int, first: int, line: Line, widths: list[float]
) -> None:
    """A sentence from a column on to the last, in as many lines as it takes."""
    text = f"{line.label} {line.text}" if line.label else line.text
    put_text(sheet, row, first, text, line.tone)
    sheet.merge_cells(start_row=row, start_column=first, end_row=row, end_column=len(widths))
    _set_height(sheet, row, _folded(text, sum(widths[first - 1 :])))


def _write_table(
    sheet: "Worksheet", table: Table, rows: "count[int]", widths: list[float], phrases: Phrases
) -> None:
    row = next(rows)
    for n, column in enumerate(table.columns, 1):
        put_title(sheet, row, n, column)
    for cells in (*table.rows, *([table.foot] if table.foot else [])):
        row = next(rows)
        for n, cell in enumerate(cells, 1):
            put(sheet, row, n, cell, phrases, table.columns[n - 1])
        texts = zip(widths, (lines_of(cell.value, phrases) for cell in cells), strict=False)
        lines = [sum(_folded(line, width) for line in text) for width, text in texts]
        _set_height(sheet, row, max(lines))


def _folded(text: str, width: float) -> int:
    """How many lines a text takes up at a width."""
    return ceil(max(len(text), 1) / width)


def _set_height(sheet: "Worksheet", row: int, lines: int) -> None:
    sheet.row_dimensions[row].height = min(_LINE_HEIGHT * max(lines, 1), _HIGHEST)


def _widths(report: Report, phrases: Phrases) -> list[float]:
    """A width for each column, the second wide enough for the sentences beside the titles."""
    tables = [block for block in report.blocks if isinstance(block, Table)]
    number = max([len(table.columns) for table in tables], default=2)
    widths = [float(_NARROWEST)] * max(number, 2)
    for table in tables:
        for n, needed in enumerate(_needed(table, phrases)):
            widths[n] = max(widths[n], needed)
    widths[0] = max(widths[0], _TITLES)
    widths[1] += max(0, _TEXT - sum(widths[1:]))
    return widths


def _needed(table: Table, phrases: Phrases) -> Iterator[int]:
    """The width that each column of a table needs, sentences folded."""
    for n, column in enumerate(table.columns):
        cells = [row[n] for row in (*table.rows, *([table.foot] if table.foot else []))]
        lines = [column.title, *(line for cell in cells for line in lines_of(cell.value, phrases))]
        widest = max(map(len, lines)) + 2
        yield min(widest, _WIDEST) if column.kind == "text" else widest


def _set_widths(sheet: "Worksheet", widths: list[float]) -> None:
    from openpyxl.utils import get_column_letter

    for n, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(n)].width = width


# -- the records ------------------------------------------------------------------------------


def _write_records(sheet: "Worksheet", table: Table, phrases: Phrases) -> None:
    """The table under one line of titles that stays in sight."""
    for n, column in enumerate(table.columns, 1):
        put_title(sheet, 1, n, column)
    for row, cells in enumerate(table.rows, 2):
        for n, cell in enumerate(cells, 1):
            put(sheet, row, n, cell, phrases, table.columns[n - 1])
    _set_widths(sheet, [float(max(n, _NARROWEST)) for n in _needed(table, phrases)])
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    if table.columns:
        sheet.auto_filter.ref = sheet.dimensions


# -- the file ---------------------------------------------------------------------------------


def _packed(book: "Workbook", day: date) -> bytes:
    """The bytes of the workbook, in which nothing tells when they were made."""
    from openpyxl.writer.excel import ExcelWriter

    book.properties.created = book.properties.modified = datetime.combine(day, time(), UTC)
    loose, packed = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(loose, "w") as archive:
        ExcelWriter(book, archive).write_data()
        with zipfile.ZipFile(packed, "w") as dated:
            for name in archive.namelist():
                entry = zipfile.ZipInfo(name, _EARLIEST)
                dated.writestr(entry, archive.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
