"""Rows of customers to requests, as the trees that the reader of requests takes from any file.

A blank cell states nothing, and 0 is zero. A value is the text of its cell, or what that text can
be taken for without a doubt; whatever cannot stays as it is, for the reader of requests to refuse.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from hp_priority_cli.customer.columns import Column, Kind, columns_of
from hp_priority_cli.errors import Finding, InvalidInput, Spot
from hp_priority_cli.readers.scalars import SPACES
from hp_priority_cli.readers.tables import Cell, Row
from hp_priority_cli.readers.tree import Plain, Tree

_TRUTHS: Mapping[str, bool] = {
    **dict.fromkeys(("true", "yes", "oui", "vrai"), True),
    **dict.fromkeys(("false", "no", "non", "faux"), False),
}
_WHOLE = re.compile(
    rf"0|-?[1-9](?:[0-9]{{0,17}}|[0-9]{{0,2}}(?:{SPACES}[0-9]{{3}}){{1,5}})", re.ASCII
)
_PERCENTAGE = re.compile(r"([0-9]+(?:[.,][0-9]+)?)\s*%?", re.ASCII)
_BETWEEN_ITEMS = re.compile(r"[;,\n]")


def row_documents(
    rows: Iterator[tuple[int, Row | InvalidInput]], file: str
) -> Iterator[tuple[int, Tree | InvalidInput]]:
    """The request on each row below the titles, by its line, or why there is none.

    Raises InvalidInput before the first where the titles are missing or wrong.
    """
    first = next(rows, None)
    if first is None:
        raise InvalidInput([Finding("empty", Spot(file))])
    _, titles = first
    if isinstance(titles, InvalidInput):
        raise titles
    columns = columns_of(titles, file)
    for line, row in rows:
        yield line, row if isinstance(row, InvalidInput) else _document(row, columns, file)


def _document(row: Row, columns: Mapping[int, Column], file: str) -> Tree:
    """The request on one row, with what is wrong in its cells."""
    tree = Tree(file, {}, {(): (row.line, 1)})
    if row.is_hidden:
        tree.report("hidden-row", ())
    for cell in row.cells:
        column = columns.get(cell.column)
        code = _fault(cell, column)
        if code is not None:
            tree.findings.append(Finding(code, Spot(file, row.line, cell.column)))
        if code == "too-many-cells":
            break
        if code is None and cell.text and column is not None:
            _put(tree, column, cell, row.line)
    return tree


def _fault(cell: Cell, column: Column | None) -> str | None:
    """The code of what is wrong with a cell, whatever it holds; days have columns of their own."""
    if column is None:
        return "too-many-cells" if cell.text else None
    if cell.kind == "date" and column.kind != "day":
        return cell.fault or "cell-is-date"
    return cell.fault


def _put(tree: Tree, column: Column, cell: Cell, line: int) -> None:
    """What a cell holds, into the tree at the path of its column; its place at each step."""
    holder: Any = tree.value
    for depth, key in enumerate(column.path, 1):
        tree.values.setdefault(column.path[:depth], (line, cell.column))
        tree.keys.setdefault(column.path[:depth], (line, cell.column))
        if depth < len(column.path):
            holder = holder.setdefault(key, {})
    value = holder[column.path[-1]] = _READ[column.kind](cell.text)
    for n in range(len(value)) if isinstance(value, list) else ():
        tree.values[*column.path, n] = line, cell.column


def _count(text: str) -> Plain:
    return int(re.sub("[^-0-9]", "", text)) if _WHOLE.fullmatch(text) else text


def _percentage(text: str) -> Plain:
    found = _PERCENTAGE.fullmatch(text)
    return text if found is None else found.group(1).replace(",", ".")


def _items(text: str) -> Plain:
    return [item.strip() for item in _BETWEEN_ITEMS.split(text) if item.strip()]


_READ: Mapping[Kind, Callable[[str], Plain]] = {
    "text": str,
    "count": _count,
    "truth": lambda text: _TRUTHS.get(text.casefold(), text),
    "percentage": _percentage,
    "day": str,
    "list": _items,
}
