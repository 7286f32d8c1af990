"""The columns of a spreadsheet of customers: which field of a request the title of each names."""

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from hp_priority_cli.catalog.names import plain
from hp_priority_cli.customer.records import Request
from hp_priority_cli.errors import MOST_FINDINGS, Finding, InvalidInput, Spot
from hp_priority_cli.readers.tables import Cell, Row
from hp_priority_cli.readers.tree import dotted

Kind = Literal["text", "count", "truth", "percentage", "day", "list", "records"]


class Column(NamedTuple):
    """A field of a request, by its path, and how a cell holds its value."""

    path: tuple[str, ...]
    kind: Kind

    @property
    def key(self) -> str:
        """The field as people write it: `installed_base.pcs`."""
        return dotted(self.path)


def _fields(record: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """The fields at the end of every path into a record, each with its type."""
    for key, hint in get_type_hints(record).items():
        stated = next((each for each in get_args(hint) if type(None) in get_args(hint)), hint)
        if is_dataclass(stated):
            yield from _fields(stated, (*above, key))
        else:
            yield (*above, key), stated


def _kind(hint: Any) -> Kind:
    if get_origin(hint) is tuple:
        return "records" if is_dataclass(get_args(hint)[0]) else "list"
    kinds: dict[Any, Kind] = {int: "count", bool: "truth", Decimal: "percentage", date: "day"}
    return kinds.get(hint, "text")


_FIELDS = tuple(_fields(Request))
_COLUMNS = tuple(
    Column(path, _kind(hint)) for path, hint in _FIELDS if get_origin(hint) is not Mapping
)
_GROUPS = tuple(
    Column(path, _kind(get_args(hint)[1])) for path, hint in _FIELDS if get_origin(hint) is Mapping
)
"""The fields that have a column for each word in them: `installed_base.other.tablet`."""
KNOWN = (
    *(each.key for each in _COLUMNS if each.kind != "records"),
    *(f"{each.key}.*" for each in _GROUPS),
)
"""What the title of a column may be, less the aliases."""
_OTHER_TITLES: Mapping[str, tuple[str, ...]] = {
    "customer": ("customer name", "client", "nom du client"),
    "reference": ("ref",),
    "installed_base.pcs": ("pc", "ordinateurs"),
    "installed_base.printers": ("imprimantes",),
    "countries": ("country", "pays"),
    "headquarters": ("hq", "head office", "siege"),
    "languages": ("language", "support language", "langue", "langues"),
    "tier": ("niveau",),
    "term_years": ("term", "years", "duree en annees"),
    "order_country": ("pays de commande",),
    "purchase_date": ("date d achat",),
    "price_book_id": ("book",),
    "currency": ("devise",),
    "discount_percent": ("discount", "remise"),
}
_BY_TITLE = {
    plain(title): column
    for column in _COLUMNS
    for title in (column.key, column.path[-1], *_OTHER_TITLES.get(column.key, ()))
}
"""The column of a title without case, accents and signs: by its path, its last word, an alias."""
_GROUP_BY_TITLE = {plain(title): each for each in _GROUPS for title in (each.key, each.path[-1])}
_LONGEST = 60
"""The longest title that near ones are sought for."""


def columns_of(row: Row, file: str) -> Mapping[int, Column]:
    """The column of each title in the first row of a file, by its number.

    Raises InvalidInput with every title that is unknown, stands twice or cannot be read.
    """
    found: dict[int, Column] = {}
    wrong: list[Finding] = []
    for cell in row.cells:
        column = column_of(cell.text)
        finding = _what_is_wrong(cell, column, found, Spot(file, row.line, cell.column))
        if finding is not None:
            wrong.append(finding)
        elif column is not None:
            found[cell.column] = column
        if len(wrong) > MOST_FINDINGS:
            break
    if not found and all(
        each.code == "unknown-column" and not each.values["near"] for each in wrong
    ):
        wrong = [Finding("no-titles", Spot(file, row.line))]
    if wrong:
        raise InvalidInput(wrong)
    return found


def _what_is_wrong(
    cell: Cell, column: Column | None, found: Mapping[int, Column], spot: Spot
) -> Finding | None:
    """Why the title in a cell names no column to read; a blank cell names none to begin with."""
    if cell.fault is not None:
        return Finding(cell.fault, spot)
    if column is None:
        values = {"key": cell.text, "near": _near(cell.text), "known": KNOWN}
        return Finding("unknown-column", spot, values) if cell.text else None
    if column.kind == "records":
        return Finding("column-of-records", spot, {"key": column.key})
    if column in found.values():
        return Finding("column-twice", spot, {"key": column.key})
    return None


def are_titles(row: Row) -> bool:
    """Whether a row is one of titles of customers: half of its cells at least name a column."""
    titles = [cell.text for cell in row.cells if cell.text]
    return 2 * sum(column_of(title) is not None for title in titles) >= len(titles) > 0


def column_of(title: str) -> Column | None:
    """The column that a title names, in English or French; None where it names none."""
    whole, dot, word = title.strip().rpartition(".")
    group = _GROUP_BY_TITLE.get(plain(whole))
    if group is not None and dot and word.strip():
        return Column((*group.path, word.strip()), group.kind)
    return _BY_TITLE.get(plain(title))


def _near(title: str) -> str | None:
    """The key of the column whose title is nearest to one that names none."""
    if len(title) > _LONGEST:
        return None
    found = get_close_matches(plain(title), _BY_TITLE, n=1, cutoff=0.75)
    return _BY_TITLE[found[0]].key if found else None
