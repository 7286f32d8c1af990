"""CSV row by row, in flat memory however long the file is; a row that is broken ends nothing.

`tables` reads a spreadsheet whole; this is for files of which each row is answered by itself.
"""

import csv
import re
from collections import deque
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from hp_priority_cli.errors import Finding, InvalidInput, Spot
from hp_priority_cli.readers.lines import next_line
from hp_priority_cli.readers.tables import Cell, Row
from hp_priority_cli.readers.text import MAX_BYTES, refuse_other_formats, unreadable

_MARKS = (";", "\t", ",")
"""What stands between cells, the likeliest first: a title may hold a comma, none a semicolon."""
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_DECLARED = re.compile(rb'"?sep=([;,\t|])"?', re.IGNORECASE)
"""A line above the titles by which some programs tell a spreadsheet what parts the cells."""
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_MOST_CELLS = 1_000
"""Of a row with more cells than these the rest is left out; one too many tells that they were."""


def csv_rows(stream: BinaryIO, name: str) -> Iterator[tuple[int, Row | InvalidInput]]:
    """The rows that hold anything, each with its line, or why a line begins none.

    UTF-8 or cp1252: the first line with other letters than those of ASCII tells which. The first
    row tells what parts the cells: a semicolon, a tab or a comma. Raises InvalidInput where the
    stream holds no text or cannot be read on.
    """
    lines = _Lines(stream, name)
    try:
        reader = csv.reader(lines, delimiter=lines.mark(), strict=True)
        while True:
            try:
                fields = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                spot = Spot(name, lines.first)
                wrong = InvalidInput([Finding("csv-syntax", spot, {"problem": str(error)})])
                yield lines.give_back(), wrong
            except InvalidInput as error:
                yield lines.give_back(), error
            else:
                row = _row(lines.take(), fields)
                if any(cell.text for cell in row.cells):
                    yield row.line, row
    except OSError as error:
        raise InvalidInput([unreadable(name, error)]) from error


def _row(line: int, fields: list[str]) -> Row:
    held = islice(fields, _MOST_CELLS + 1)
    return Row(line, tuple(Cell(field.strip(), n) for n, field in enumerate(held, 1)))


class _Lines:
    """The lines of a stream, as the CSV reader asks for them while it reads one record.

    Those of a record that cannot be read are given back, all but its first: a quotation mark that
    is never closed costs its own line and none of those below.
    """

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self.stream = stream
        self.name = name
        self.first = 1
        """The line on which the record begins."""
        self.held: list[bytes] = []
        """The lines of the record, and how many bytes they have."""
        self.size = 0
        self.waiting: deque[bytes] = deque()
        self.encoding: str | None = None

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self.waiting.popleft() if self.waiting else next_line(self.stream)
        if not line:
            raise StopIteration
        self.held.append(line)
        self.size += len(line)
        if self.size > MAX_BYTES:
            spot = Spot(self.name, self.first)
            raise InvalidInput([Finding("too-large", spot, {"limit": MAX_BYTES})])
        return self.text(line, self.first + len(self.held) - 1)

    def take(self) -> int:
        """Be done with a record; the line on which it began."""
        return self._done(len(self.held))

    def give_back(self) -> int:
        """Be done with the first line of a record, which is its number, and go on from the next."""
        self.waiting.extendleft(reversed(self.held[1:]))
        return self._done(1)

    def _done(self, lines: int) -> int:
        begun = self.first
        self.first += lines
        self.held, self.size = [], 0
        return begun

    def mark(self) -> str:
        """What parts the cells of the first line that is not blank, outside quotes."""
        while not (line := next_line(self.stream)).strip() and line:
            self.first += 1
        refuse_other_formats(line, self.name)
        if line.startswith(_BYTE_ORDER_MARK):
            self.encoding, line = "utf-8", line.removeprefix(_BYTE_ORDER_MARK)
        self.waiting.append(line)
        declared = _DECLARED.fullmatch(line.strip())
        if declared is not None:
            self.waiting.clear()
            self.first += 1
            return declared.group(1).decode()
        bare = _QUOTED.sub("", line.decode("utf-8", "replace"))
        return next((mark for mark in _MARKS if mark in bare), ",")

    def text(self, line: bytes, number: int) -> str:
        """A line in the encoding of the file, which the first one beyond ASCII tells."""
        spot = Spot(self.name, number)
        if b"\0" in line:
            raise InvalidInput([Finding("not-a-text", spot, {"byte": "0x00"})])
        if self.encoding is None and not line.isascii():
            self.encoding = "utf-8" if _is_utf8(line) else "cp1252"
        try:
            return line.decode(self.encoding or "ascii")
        except UnicodeDecodeError as error:
            code = "not-utf8" if self.encoding == "utf-8" else "not-a-text"
            values = {"byte": f"0x{line[error.start]:02X}"}
            raise InvalidInput([Finding(code, spot, values)]) from error


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True
