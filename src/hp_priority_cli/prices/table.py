"""The rows of a price book out of a spreadsheet: columns by their titles, breaks by their part."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.parts import looks_like_number
from hp_priority_cli.errors import Finding, Path, Spot
from hp_priority_cli.prices.titles import AMOUNTS, COLUMNS, Title, read_title
from hp_priority_cli.readers.scalars import DecimalMark, parse_count
from hp_priority_cli.readers.tables import Cell, Row, Sheet
from hp_priority_cli.readers.tree import MAX_VALUES, Plain, Tree

_FURTHER = tuple(key for key in COLUMNS if key not in ("sku", "amount"))
"""The columns that may be left out."""
_ROWS_ABOVE = 20
"""How far down the titles may stand, under a heading of the sheet."""
_MARKS = re.compile(r"\s*[;,\t|]\s*")
"""What may stand between the cells of a row."""
_PRICE = re.compile(
    r"\b(prices?|prix|tarifs?|amounts?|montants?|costs?|coûts?|net|lists?|liste|public)\b",
    re.IGNORECASE,
)
"""What a column of amounts may be called whose title means nothing here."""
_FIGURE = re.compile(r"[0-9][0-9.,\s]*")
_OF_A_PART = ("floor", "order_unit", "currency", "fictional")
_YES_OR_NO = {"true": True, "vrai": True, "false": False, "faux": False}
_TWO_COLUMNS = {1: "sku", 2: "amount"}


class Stranger(NamedTuple):
    """A part of a plain spreadsheet that the catalog does not know, and its cell."""

    sku: str
    spot: Spot


def book_rows(sheet: Sheet, mark: DecimalMark) -> Tree:
    """The rows of a book as its YAML would list them, each value with its cell; findings within.

    `mark` is the decimal mark of the texts.
    """
    return _BookRows(sheet, mark, None).read()


def plain_rows(sheet: Sheet, mark: DecimalMark, catalog: Catalog) -> tuple[Tree, list[Stranger]]:
    """The rows of a spreadsheet that comes from elsewhere, and the parts in it that are no business
    of ours. Columns and headings that mean nothing here are left unread.
    """
    rows = _BookRows(sheet, mark, catalog)
    return rows.read(), rows.strangers


def titles_in(sheet: Sheet) -> Row | None:
    """The row with the titles of part numbers and amounts; where the first row holds a part number
    and more, that. None where the sheet is no price list.
    """
    for row in sheet.rows[:_ROWS_ABOVE]:
        if {"sku", "amount"} <= {read_title(cell.text).key for cell in row.cells if cell.text}:
            return row
    first = [cell.text for cell in sheet.rows[0].cells if cell.text]
    return sheet.rows[0] if len(first) > 1 and looks_like_number(first[0]) else None


class _BookRows:
    """One pass over the rows of a sheet; a catalog tells which parts of a plain one to take."""

    def __init__(self, sheet: Sheet, mark: DecimalMark, catalog: Catalog | None) -> None:
        self.sheet = sheet
        self.mark = mark
        self.catalog = catalog
        self.items: list[Any] = []
        self.tree = Tree(sheet.file, self.items)
        self.with_breaks: dict[str, int] = {}
        """The items that have breaks, by their part."""
        self.strangers: list[Stranger] = []
        self.titles: tuple[Row, Mapping[int, Title]] | None = None
        """The row of titles, and each of them by its column."""

    def read(self) -> Tree:
        columns, rows = self.columns()
        for row in rows:
            if self.tree.is_full:
                self.report("too-many-values", row, limit=MAX_VALUES)
                break
            self.add(row, columns)
        self.take_currency()
        return self.tree

    def report(self, code: str, row: Row, cell: Cell | None = None, **values: object) -> None:
        self.tree.findings.append(Finding(code, self.sheet.spot(row, cell), values))

    def columns(self) -> tuple[Mapping[int, str], Sequence[Row]]:
        """The key of each column that is read, and the rows below the titles."""
        rows = self.sheet.rows
        for n, row in enumerate(rows[:_ROWS_ABOVE]):
            read = {cell.column: read_title(cell.text) for cell in row.cells if cell.text}
            if {"sku", "amount"} <= {title.key for title in read.values()}:
                titles = self.without_tax(row, read)
                self.check_titles(row, titles)
                self.titles = row, read
                return {column: key or "" for column, key in titles.items()}, rows[n + 1 :]
        if not looks_like_number(rows[0].cells[0].text):
            self.report("no-columns", rows[0], known=_FURTHER)
            return {}, ()
        return _TWO_COLUMNS, rows

    def without_tax(self, row: Row, read: Mapping[int, Title]) -> Mapping[int, str | None]:
        """The key of each column by its title; amounts with tax are read by nobody.

        They are an error where they stand alone, and passed over beside the same without.
        """
        without = {title.key for title in read.values() if not title.with_tax}
        keys = {column: title.key for column, title in read.items()}
        for cell in row.cells:
            if cell.column in read and read[cell.column].with_tax:
                if keys[cell.column] in without:
                    keys[cell.column] = ""
                else:
                    self.report("amount-with-tax", row, cell, value=cell.text)
        return keys

    def take_currency(self) -> None:
        """The currency in the title of the amounts, told of the first row, as if of all."""
        if self.titles is None or not self.items or "currency" in self.items[0]:
            return
        row, read = self.titles
        for column, title in read.items():
            if title.currency is not None and not title.with_tax:
                self.set(0, "currency", row, Cell(title.currency, column))
                return

    def check_titles(self, row: Row, titles: Mapping[int, str | None]) -> None:
        seen: set[str | None] = {""}
        for cell in row.cells:
            key = titles.get(cell.column, "")
            if key is None and self.catalog is None:
                self.report("unknown-column", row, cell, key=cell.text, known=COLUMNS)
            elif (key and key in seen) or (key is None and self.is_a_price(row, cell)):
                self.report("column-twice", row, cell, key=key or "amount")
            seen.add(key)

    def is_a_price(self, titles: Row, cell: Cell) -> bool:
        """Whether a column that is not read looks like another price: none is chosen unsaid."""
        below = (each for row in self.sheet.rows if row.line > titles.line for each in row.cells)
        figures = (e.text for e in below if e.column == cell.column and e.text)
        return bool(_PRICE.search(cell.text)) and any(map(_FIGURE.fullmatch, figures))

    def add(self, row: Row, columns: Mapping[int, str]) -> None:
        """One row of the sheet into the tree, with what is wrong in its cells."""
        cells = {
            key: self.known(cell) if key == "sku" else cell
            for cell in row.cells
            if (key := columns.get(cell.column))
        }
        found = {key: cell for key, cell in cells.items() if cell.text or cell.fault}
        if self.is_passed_over(row, found):
            return
        for cell in row.cells:
            if cell.text and cell.column not in columns:
                self.report("too-many-cells", row, cell)
        if row.is_hidden:
            self.report("hidden-row", row)
        for key, cell in found.items():
            code = cell.fault or ("cell-is-date" if _is_date(key, cell) else None)
            if code is not None:
                self.report(code, row, cell)
        self.place(row, found)

    def known(self, cell: Cell) -> Cell:
        """The cell of a part number; one in small letters as the catalog writes it."""
        number = cell.text.upper()
        if self.catalog is None or number == cell.text or self.catalog.part(number) is None:
            return cell
        return replace(cell, text=number)

    def is_passed_over(self, row: Row, found: Mapping[str, Cell]) -> bool:
        """Whether a row of a plain spreadsheet is a heading, or prices something else."""
        cell = found.get("sku")
        if self.catalog is None or (cell is not None and cell.fault):
            return False
        if cell is not None and len(found) == 1 and self.is_parted_otherwise(cell.text):
            self.report("row-parted-otherwise", row, cell)
            return True
        if cell is None or self.catalog.part(cell.text) is not None:
            return cell is None and "amount" not in found
        if "amount" in found or looks_like_number(cell.text):
            self.strangers.append(Stranger(cell.text, self.sheet.spot(row, cell)))
        return True

    def is_parted_otherwise(self, text: str) -> bool:
        """Whether a cell holds a part and more, apart by a mark that parts no cells here."""
        first, *more = _MARKS.split(text)
        return bool(more) and self.catalog is not None and self.catalog.part(first) is not None

    def place(self, row: Row, found: Mapping[str, Cell]) -> None:
        """The row as an item of its own, or as one more break of the item of its part."""
        sku = found["sku"].text if "sku" in found else ""
        at = self.with_breaks.get(sku) if "from" in found else None
        if at is None:
            at = len(self.items)
            self.items.append({"sku": sku})
            self.mark_cell((at,), row, None)
            self.mark_cell((at, "sku"), row, found.get("sku"))
        for key in _OF_A_PART:
            if key in found:
                self.set(at, key, row, found[key])
        if "from" in found:
            self.with_breaks[sku] = at
            self.add_break(at, row, found)
        elif "amount" in found:
            self.set(at, "amount", row, found["amount"])

    def set(self, at: int, key: str, row: Row, cell: Cell) -> None:
        """What a cell says of a part; said again in a further row it must be the same."""
        value = self.value(key, cell)
        if self.items[at].setdefault(key, value) != value:
            line = self.tree.values[at, key][0]
            self.report("row-contradicts", row, cell, key=key, first_line=line)
        else:
            self.mark_cell((at, key), row, cell)

    def add_break(self, at: int, row: Row, found: Mapping[str, Cell]) -> None:
        breaks = self.items[at].setdefault("breaks", [])
        path: Path = (at, "breaks", len(breaks))
        self.mark_cell((at, "breaks"), row, None)
        self.mark_cell(path, row, None)
        breaks.append({})
        for key in ("from", "amount"):
            if key in found:
                breaks[-1][key] = self.value(key, found[key])
                self.mark_cell((*path, key), row, found[key])

    def value(self, key: str, cell: Cell) -> Plain:
        """What a cell holds, a number of a workbook spelt as the texts beside it are."""
        if key == "from":
            count = parse_count(cell.text)
            return cell.text if count is None else count
        if key == "fictional":
            return _YES_OR_NO.get(cell.text.casefold(), cell.text)
        is_number = key in AMOUNTS and cell.kind == "number"
        return cell.text.replace(".", self.mark) if is_number else cell.text

    def mark_cell(self, path: Path, row: Row, cell: Cell | None) -> None:
        place = row.line, 1 if cell is None else cell.column
        self.tree.values.setdefault(path, place)
        self.tree.keys.setdefault(path, place)


def _is_date(key: str, cell: Cell) -> bool:
    return key in (*AMOUNTS, "from") and cell.kind == "date"
