"""Many requests in one file: JSON Lines, CSV or a workbook, by its suffix or by what it holds."""

from collections.abc import Iterator
from io import BufferedReader
from pathlib import PurePath

from hp_priority_cli.customer.columns import are_titles
from hp_priority_cli.customer.rows import row_documents
from hp_priority_cli.errors import Finding, InvalidInput, Spot
from hp_priority_cli.readers.document import JSON_SUFFIXES
from hp_priority_cli.readers.lines import LINES_SUFFIXES, line_documents
from hp_priority_cli.readers.rows import csv_rows
from hp_priority_cli.readers.tables import WORKBOOK_SUFFIX, Bounds, Row
from hp_priority_cli.readers.text import open_file, unreadable
from hp_priority_cli.readers.tree import Tree

_BOUNDS = Bounds()
"""What a workbook of customers may hold; CSV is read row by row, and may hold any number."""
_FORMS = {
    **dict.fromkeys((*LINES_SUFFIXES, *JSON_SUFFIXES), "lines"),
    ".csv": "csv",
    WORKBOOK_SUFFIX: "workbook",
}
_ARCHIVE = b"PK\x03\x04"
"""What a workbook begins with."""
_JSON = (b"{", b"[")


def requests_in(stream: BufferedReader, name: str) -> Iterator[tuple[int, Tree | InvalidInput]]:
    """The request on each line or row that holds anything, by its number, or why there is none.

    Raises InvalidInput where the stream cannot be read on, or where the titles of a spreadsheet are
    wrong, before the first request; and UsageProblem where the extra that reads workbooks is not
    installed.
    """
    try:
        form = _FORMS.get(PurePath(name).suffix.lower()) or _form_of(stream.peek(1))
        if form == "lines":
            return line_documents(stream, name)
        rows = csv_rows(stream, name) if form == "csv" else _workbook_rows(stream, name)
    except OSError as error:
        raise InvalidInput([unreadable(name, error)]) from error
    return row_documents(rows, name)


def requests_of(path: str) -> Iterator[Tree | InvalidInput]:
    """The requests of a file, as `requests_in` reads them; a pipe is not waited for.

    What would end the reading comes as the last of them.
    """
    try:
        with open_file(path, wait=False) as stream:
            yield from (found for _, found in requests_in(stream, path))
    except InvalidInput as error:
        yield error
    except (OSError, ValueError) as error:
        yield InvalidInput([unreadable(path, error)])


def is_csv_of_customers(path: str) -> bool:
    """Whether the first row of a CSV file is one of titles; no more of it is read."""
    if _FORMS.get(PurePath(path).suffix.lower()) != "csv":
        return False
    try:
        with open_file(path, wait=False) as stream:
            _, first = next(csv_rows(stream, path), (0, None))
    except (InvalidInput, OSError, ValueError):
        return False
    return isinstance(first, Row) and are_titles(first)


def _form_of(first: bytes) -> str:
    """The form of what begins so; nothing at all is no line of JSON."""
    bare = first.removeprefix(b"\xef\xbb\xbf").lstrip()
    if bare.startswith(_ARCHIVE):
        return "workbook"
    return "lines" if not bare or bare.startswith(_JSON) else "csv"


def _workbook_rows(stream: BufferedReader, name: str) -> Iterator[tuple[int, Row | InvalidInput]]:
    """The rows of a workbook, which is read whole."""
    from hp_priority_cli.readers.workbook import read_workbook

    content = stream.read(_BOUNDS.file_bytes + 1)
    if len(content) > _BOUNDS.file_bytes:
        raise InvalidInput([Finding("too-large", Spot(name), {"limit": _BOUNDS.file_bytes})])
    return ((row.line, row) for row in read_workbook(content, name, _BOUNDS))
