"""A report: headings, lines and tables of typed cells, before any format has been chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, TypeAlias

Tone = Literal["plain", "good", "open", "bad", "quiet", "strong"]
Kind = Literal["text", "code", "count"]
Value: TypeAlias = "str | int | Decimal | tuple[str, ...] | None"
"""Text, a whole number, an amount, several texts one under the other, or nothing."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a table with the tone it is shown in."""

    value: Value
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title and what it holds. Codes and counts are never broken.

    One that `spares` is left to `-v` on a screen where the others would have to make room for it.
    """

    title: str
    kind: Kind = "text"
    spares: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under columns. `foot` adds them up: documents show it, a screen has no room."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    foot: tuple[Cell, ...] = ()


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

    A hint is for who sits at the prompt, and in no document; `label_is_hint` says so of the label
    alone. `in_full` is what a document says in the stead of a text that was made short for a
    screen; `in_short` is the line in the stead of this one where the screen is full.
    """

    text: str
    label: str | None = None
    tone: Tone = "plain"
    command: str | None = None
    folds: int = 0
    is_hint: bool = False
    in_full: str | None = None
    in_short: "Line | None" = None
    label_is_hint: bool = False


FOLDS_FIRST, FOLDS_NEXT, FOLDS_LATE, FOLDS_LAST = 1, 2, 3, 4
"""What to know, what is only worth asking, what is taken as given, what the customer wished for."""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines that belong together under a short title, beside it where there is room.

    `title_in_full` is what a document says in the stead of a title that was made short.
    """

    title: str
    lines: tuple[Line, ...]
    title_in_full: str | None = None


Block = Heading | Line | Section | Table


@dataclass(frozen=True, slots=True)
class Report:
    """What a person gets to read. `records` is the table that CSV writes.

    One `for_a_call` is to be seen at one glance, on a screen of 25 lines.
    `title` is what a document of it is called where no heading says so; `stamps` are words that
    each of its pages bears.
    """

    blocks: tuple[Block, ...]
    records: Table
    title: str = ""
    stamps: tuple[str, ...] = ()
    for_a_call: bool = False


def table(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell]], foot: Sequence[Cell] = ()
) -> Table:
    """A table from any sequences."""
    return Table(tuple(columns), tuple(tuple(row) for row in rows), tuple(foot))


def with_commands(report: Report, instead: Mapping[str, str]) -> Report:
    """The report with other commands behind its lines, where those are not the ones to type."""
    blocks = tuple(
        replace(block, lines=tuple(_with_command(line, instead) for line in block.lines))
        if isinstance(block, Section)
        else block
        for block in report.blocks
    )
    return replace(report, blocks=blocks)


def _with_command(line: Line, instead: Mapping[str, str]) -> Line:
    other = instead.get(line.command or "")
    return line if other is None else replace(line, command=other)


def with_lines(report: Report, title: str, lines: tuple[Line, ...]) -> Report:
    """The report with lines more in the section of a title."""
    blocks = tuple(
        replace(block, lines=(*block.lines, *lines))
        if isinstance(block, Section) and block.title == title
        else block
        for block in report.blocks
    )
    return replace(report, blocks=blocks)
