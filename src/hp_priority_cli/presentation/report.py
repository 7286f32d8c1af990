"""A report: headings, lines and tables of typed cells, before any format has been chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Tone = Literal["plain", "good", "open", "bad", "quiet", "strong"]
Kind = Literal["text", "code", "count"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a table with the tone it is shown in.

    Text, a whole number, nothing, or several texts that stand one under the other.
    """

    value: "str | int | tuple[str, ...] | None"
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title and what it holds. Codes and counts are never broken."""

    title: str
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under columns."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A title over what follows."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence; `label` stands before it, `command` after it, to be typed as it is.

    One that `folds` decides nothing: it may be left to `-v` where a screen is full, those of a
    lower figure before others.
    """

    text: str
    label: str | None = None
    tone: Tone = "plain"
    command: str | None = None
    folds: int = 0


FOLDS_FIRST, FOLDS_NEXT, FOLDS_LAST = 1, 2, 3
"""What to know, what is only worth asking, what is taken as given."""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines that belong together under a short title, beside it where there is room."""

    title: str
    lines: tuple[Line, ...]


Block = Heading | Line | Section | Table


@dataclass(frozen=True, slots=True)
class Report:
    """What a person gets to read. `records` is the table that CSV writes.

    One `for_a_call` is to be seen at one glance, on a screen of 25 lines. `title` stands over it
    in a document; on a screen the command does.
    """

    blocks: tuple[Block, ...]
    records: Table
    for_a_call: bool = False
    title: str | None = None


def table(columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> Table:
    """A table from any sequences."""
    return Table(tuple(columns), tuple(tuple(row) for row in rows))
