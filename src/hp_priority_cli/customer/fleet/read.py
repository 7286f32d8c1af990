"""The files of a fleet to its rows, and what each cell that counts says."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, islice
from typing import NamedTuple

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.devices import standings
from hp_priority_cli.catalog.names import plain
from hp_priority_cli.customer.fleet.days import order_of
from hp_priority_cli.customer.fleet.records import (
    KEYS,
    DateOrder,
    Fact,
    Facts,
    Fleet,
    FleetFile,
    Instructions,
    Key,
    Place,
    Unclear,
)
from hp_priority_cli.customer.fleet.sort import Rules, Stated, sort_rows
from hp_priority_cli.customer.fleet.titles import ROWS_ABOVE, Titles, find_titles, title_key
from hp_priority_cli.customer.fleet.words import (
    TOTALS,
    country_of,
    cover_of,
    is_no_serial,
    line_of,
    maker_of,
    type_of,
)
from hp_priority_cli.errors import Finding, InvalidInput, Spot, UsageProblem
from hp_priority_cli.readers.tables import Bounds, Cell, Row, RowsOfFile, open_sheet

FLEET = Bounds(1 << 26, 4_000_000, 1_200_000, 1 << 27)
"""A fleet of 100,000 devices, with 40 columns in a CSV file or 12 in a workbook."""
_MOST_TITLES = 40
"""More titles than this are not worth reading one after another."""
_FAULTS = ("merged-cell", "formula-without-value", "cell-error")
"""Faults of cells that hold no value of their own. What is only hidden is read."""


class _Line(NamedTuple):
    """A row with the cells that are read, in the order of the keys; None where there is none."""

    line: int
    cells: tuple[Cell | None, ...]


class _Read(NamedTuple):
    """A file as read: its rows with no meaning yet."""

    opened: RowsOfFile
    titles: Titles
    lines: list[_Line]
    passed_over: tuple[int, ...]
    hidden: int


def read_fleet(paths: Sequence[str], catalog: Catalog, given: Instructions) -> Fleet:
    """The rows of all files as one fleet, each in its bucket.

    Raises InvalidInput with the findings of all files: malformed, no column that says what a
    device is, two columns for one key; and UsageProblem for a title stated that no file has.
    """
    read: list[_Read] = []
    findings: list[Finding] = []
    for path in paths:
        try:
            read.append(_read(open_sheet(path, FLEET), given))
        except InvalidInput as error:
            findings += error.findings
    _refuse_missing_titles(read, given)
    findings += _without_type(read, given)
    if findings:
        raise InvalidInput(findings)
    orders = [_order(each, given) for each in read]
    files = tuple(_file(*each, given) for each in zip(read, orders, strict=True))
    has_places = any("country" in each.columns for each in files) or given.every.country is not None
    rows = [
        row
        for n, (each, order) in enumerate(zip(read, orders, strict=True))
        for row in _stated(n, each, _Meanings(catalog, given, order))
    ]
    rules = Rules(standings(catalog), given.every, has_places)
    return Fleet(files, sort_rows(rows, rules), given.every)


def _read(opened: RowsOfFile, given: Instructions) -> _Read:
    """The titles of a file and the rows under them. Raises InvalidInput."""
    first = tuple(islice(opened.rows, ROWS_ABOVE))
    if not first:
        raise InvalidInput([Finding("empty", Spot(opened.file))])
    titles = find_titles(first, given.columns)
    twice = [*_twice(opened.file, titles)]
    if twice:
        raise InvalidInput(twice)
    below = (row for row in chain(first, opened.rows) if row.line > titles.row.line)
    columns = [titles.columns.get(key, (None,))[0] for key in KEYS]
    lines, passed_over, hidden = [], [], 0
    for row in below:
        line = _Line(row.line, tuple(_at(row, n) for n in columns))
        if _adds_up(row, line):
            passed_over.append(row.line)
        else:
            lines.append(line)
            hidden += row.is_hidden
    return _Read(opened, titles, lines, tuple(passed_over), hidden)


def _at(row: Row, n: int | None) -> Cell | None:
    return row.cells[n] if n is not None and n < len(row.cells) else None


def _adds_up(row: Row, line: _Line) -> bool:
    """Whether a row is a total: it says so first, and names no device."""
    named = (cell.text for cell in line.cells[:2] if cell is not None and cell.text)
    if any(plain(text) not in TOTALS for text in named):
        return False
    first = next(cell.text for cell in row.cells if cell.text or cell.fault)
    return plain(first) in TOTALS


def _twice(file: str, titles: Titles) -> Iterator[Finding]:
    """A finding for each key that two columns give."""
    for key, columns in titles.columns.items():
        if len(columns) > 1:
            cells = [titles.row.cells[n] for n in columns]
            spot = Spot(file, titles.row.line, cells[1].column)
            values = {"key": key, "titles": tuple(cell.text for cell in cells)}
            yield Finding("fleet-column-twice", spot, values)


def _refuse_missing_titles(read: Sequence[_Read], given: Instructions) -> None:
    """Raise UsageProblem for a column that the user named and no file has."""
    there = {title_key(title) for each in read for title in each.titles.all}
    for key, title in given.columns.items():
        if read and title_key(title) not in there:
            found = tuple(dict.fromkeys(title for each in read for title in each.titles.all))
            named = found[:_MOST_TITLES]
            raise UsageProblem("no-such-title", key=key, value=title, titles=named)


def _without_type(read: Sequence[_Read], given: Instructions) -> Iterator[Finding]:
    """A finding for each file that does not say what its devices are, nor by their serials, of
    which another file may say it.
    """
    told_elsewhere = any("type" in each.titles.columns for each in read)
    for each in read:
        keys = each.titles.columns
        if "type" in keys or given.every.type is not None or (told_elsewhere and "serial" in keys):
            continue
        spot = Spot(each.opened.file, each.titles.row.line)
        titles = each.titles.all[:_MOST_TITLES]
        yield Finding("fleet-without-type", spot, {"titles": titles})


def _order(read: _Read, given: Instructions) -> DateOrder | None:
    """The order of day and month in the dates of a file: as stated, else as they prove it."""
    at = KEYS.index("cover_until")
    if "cover_until" not in read.titles.columns:
        return None
    cells = (line.cells[at] for line in read.lines)
    return given.date_order or order_of(cell.text for cell in cells if cell is not None)


def _file(read: _Read, order: DateOrder | None, given: Instructions) -> FleetFile:
    titles = read.titles
    return FleetFile(
        file=read.opened.file,
        sha256=read.opened.sha256,
        columns={key: titles.row.cells[n].text for key, (n, *_) in titles.columns.items()},
        unread=titles.unread,
        order=order,
        order_source=None if order is None else "stated" if given.date_order else "column",
        passed_over=read.passed_over,
        hidden=read.hidden,
    )


def _stated(number: int, read: _Read, meanings: "_Meanings") -> Iterator[Stated]:
    for line in read.lines:
        cells = dict(zip(KEYS, line.cells, strict=True))
        yield Stated(Place(number, line.line), _serial(cells["serial"]), meanings.facts(cells))


def _serial(cell: Cell | None) -> str | None:
    """The serial as devices are told apart by it: in capitals, without spaces."""
    if cell is None or cell.fault in _FAULTS or is_no_serial(cell.text):
        return None
    return "".join(cell.text.upper().split())


class _Meanings:
    """What the cells of one file say; each text is understood once."""

    def __init__(self, catalog: Catalog, given: Instructions, order: DateOrder | None) -> None:
        self.of: Mapping[Key, Callable[[str], Fact]] = {
            "type": cache(lambda text: type_of(text, catalog, given.types)),
            "maker": cache(maker_of),
            "line": cache(line_of),
            "country": cache(lambda text: country_of(text, catalog)),
        }
        self.cover = cache(lambda until, said: cover_of(until, said, given.as_of, order))

    def facts(self, cells: Mapping[Key, Cell | None]) -> Facts:
        """What a row says of its device."""
        said = {key: _plainly(cells[key], meaning) for key, meaning in self.of.items()}
        until, cover = cells["cover_until"], cells["cover"]
        faulty = next((_faulty(cell) for cell in (until, cover) if _faulty(cell)), None)
        return Facts(**said, cover=faulty or self.cover(_text(until), _text(cover)))


def _plainly(cell: Cell | None, meaning: Callable[[str], Fact]) -> Fact:
    """What a cell says, if it holds a value at all."""
    return None if cell is None else _faulty(cell) or meaning(cell.text)


def _faulty(cell: Cell | None) -> Unclear | None:
    if cell is None or cell.fault not in _FAULTS:
        return None
    return Unclear(cell.text or "?", "cell-unreadable")


def _text(cell: Cell | None) -> str:
    return "" if cell is None else cell.text
