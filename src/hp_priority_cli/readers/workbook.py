"""XLSX workbooks to rows, by openpyxl, from the extra `xlsx`.

A workbook holds numbers as binary fractions of which 15 digits are meant, and that is what is read;
a percentage is read as it is shown, for the file holds a hundredth of it; a formula counts only
with the value that was saved beside it.
"""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from hp_priority_cli.errors import Finding, InvalidInput, Spot, UsageProblem
from hp_priority_cli.readers.tables import Bounds, Cell, Row

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_TAGS_OF_A_CELL = 8
"""The most tags that a cell with its value has, in all parts of a workbook together."""
_SHEETS = "xl/worksheets/"
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_MERGED = re.compile(
    rb'mergeCell\s[^>]*?ref="\$?([A-Za-z]{1,3})\$?(\d{1,7}):\$?([A-Za-z]{1,3})\$?(\d{1,7})"'
)
_DIGITS = ".15g"


def read_workbook(content: bytes, name: str, bounds: Bounds) -> Iterator[Row]:
    """The rows that hold anything of the one sheet that does and is not hidden."""
    has_formulas = _look_inside(content, name, bounds)
    values = _the_sheet(_loaded(content, name, data_only=True), name, bounds.workbook_cells)
    if values is None:
        return iter(())
    written = _loaded(content, name, data_only=False)[values.title] if has_formulas else values
    return _rows(values, written)


def _look_inside(content: bytes, name: str, bounds: Bounds) -> bool:
    """Whether a workbook has formulas. One that holds too much, or is none, is refused.

    The library makes an object of every tag, and spreads every merged range out into cells.
    """
    parts = _unpacked(content, name, bounds.unpacked)
    most = bounds.workbook_cells
    if sum(part.count(b"<") for part in parts.values()) > _TAGS_OF_A_CELL * most:
        raise _too_much("workbook-too-large", name, most)
    sheets = [part for each, part in parts.items() if each.startswith(_SHEETS)]
    merged = [found for sheet in sheets for found in _MERGED.findall(sheet)]
    if sum(_area(*found) for found in merged) > most:
        raise _too_much("workbook-too-large", name, most)
    return any(_FORMULA.search(sheet) for sheet in sheets)


def _unpacked(content: bytes, name: str, most: int) -> dict[str, bytes]:
    """The parts of a workbook by their names, which are those of the files in a ZIP archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(each.file_size for each in archive.infolist()) <= most:
                return {each: archive.read(each) for each in archive.namelist()}
    except Exception as error:
        # A damaged archive lets out whatever one of its packings trips over.
        raise InvalidInput([Finding("not-a-workbook", Spot(name))]) from error
    raise _too_much("too-large", name, most)


def _area(first_column: bytes, first_row: bytes, last_column: bytes, last_row: bytes) -> int:
    columns = _number_of(last_column) - _number_of(first_column) + 1
    return columns * (int(last_row) - int(first_row) + 1)


def _number_of(column: bytes) -> int:
    number = 0
    for letter in column.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _too_much(code: str, name: str, limit: int) -> InvalidInput:
    return InvalidInput([Finding(code, Spot(name), {"limit": limit})])


def _loaded(content: bytes, name: str, *, data_only: bool) -> Any:
    """The workbook, with the saved values of its formulas or with the formulas themselves."""
    try:
        from openpyxl import load_workbook
    except ModuleNotFoundError as error:
        raise UsageProblem("extra-missing", file=name, extra="xlsx") from error
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions, which nobody here needs
            return load_workbook(io.BytesIO(content), data_only=data_only, keep_links=False)
    except Exception as error:
        # A damaged workbook lets out whatever the library trips over.
        raise InvalidInput([Finding("not-a-workbook", Spot(name))]) from error


def _the_sheet(workbook: Any, name: str, most: int) -> "Worksheet | None":
    """The one visible sheet that holds anything; None where none does."""
    shown = [each for each in workbook.worksheets if _is_shown(each)]
    filled = [each for each in shown if _has_values(each, name, most)]
    if len(filled) > 1:
        values = {"sheets": tuple(each.title for each in filled)}
        raise InvalidInput([Finding("several-sheets", Spot(name), values)])
    return filled[0] if filled else None


def _is_shown(sheet: "Worksheet") -> bool:
    return sheet.sheet_state == "visible"


def _has_values(sheet: "Worksheet", name: str, most: int) -> bool:
    """Whether any cell holds something; the corners of a sheet bound what is looked through."""
    if sheet.max_row * sheet.max_column > most:
        raise _too_much("workbook-too-large", name, most)
    return any(value is not None for row in sheet.iter_rows(values_only=True) for value in row)


def _rows(values: "Worksheet", written: "Worksheet") -> Iterator[Row]:
    """The rows of a sheet of values, beside the same sheet as it was written."""
    merged = {place for each in values.merged_cells.ranges for place in each.cells}
    hidden = _hidden_columns(values)
    pairs = zip(values.iter_rows(), written.iter_rows(), strict=True)
    for line, (found, formulas) in enumerate(pairs, 1):
        cells = tuple(
            _cell(cell, formula, is_merged=(line, n) in merged, is_hidden=n in hidden)
            for n, (cell, formula) in enumerate(zip(found, formulas, strict=True), 1)
        )
        if any(cell.text or cell.fault for cell in cells):
            yield Row(line, cells, is_hidden=bool(values.row_dimensions[line].hidden))


def _hidden_columns(sheet: "Worksheet") -> frozenset[int]:
    groups = [each for each in sheet.column_dimensions.values() if each.hidden]
    last = sheet.max_column
    return frozenset(
        n for each in groups for n in range(each.min or 1, min(each.max or 0, last) + 1)
    )


def _cell(cell: Any, formula: Any, *, is_merged: bool, is_hidden: bool) -> Cell:
    value = cell.value
    fault = None
    if is_merged:
        fault = "merged-cell"
    elif formula.data_type == "f" and value is None:
        fault = "formula-without-value"
    elif cell.data_type == "e":
        fault = "cell-error"
    elif is_hidden and value is not None:
        fault = "hidden-column"
    if isinstance(value, (datetime, date, time)):
        return Cell(_day(value), cell.column, "date", fault)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if "%" in cell.number_format:
            return Cell(f"{value * 100:{_DIGITS}}%", cell.column, "text", fault)
        return Cell(format(value, _DIGITS), cell.column, "number", fault)
    return Cell("" if value is None else str(value).strip(), cell.column, "text", fault)


def _day(value: datetime | date | time) -> str:
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return value.isoformat()
