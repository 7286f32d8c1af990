"""A report for a screen: tables where they fit, else one record a block; nothing is cut."""

import io
from typing import TYPE_CHECKING

from hp_priority_cli.presentation.clean import clean
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.report import Cell, Column, Heading, Line, Report, Table, Tone

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

_STYLES: dict[Tone, str] = {
    "plain": "",
    "good": "green",
    "open": "yellow",
    "bad": "red",
    "quiet": "dim",
    "strong": "bold",
}
_NARROWEST_TEXT = 14
"""Below this width a column of sentences is no longer worth reading as a column."""
_GAP = 2


def to_screen(report: Report, phrases: Phrases, *, width: int, colour: bool) -> str:
    """The text of a report for a screen `width` columns wide, with or without colour."""
    from rich.console import Console

    console = Console(
        file=io.StringIO(),
        width=max(width, 1),
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for n, block in enumerate(report.blocks):
        if isinstance(block, Heading):
            _heading(block, console, first=n == 0)
        elif isinstance(block, Line):
            _line(block, console)
        else:
            _table(block, console, phrases)
    text = console.file.getvalue()  # type: ignore[attr-defined]
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def _heading(heading: Heading, console: "Console", *, first: bool) -> None:
    if not first:
        console.print()
    _paragraph(console, "", clean(heading.text), style="bold")


def _line(line: Line, console: "Console") -> None:
    lead = "- " if line.item else ""
    label = f"{clean(line.label)} " if line.label else ""
    _paragraph(console, lead, clean(line.text), style=_STYLES[line.tone], label=label)


def _paragraph(
    console: "Console", lead: str, text: str, *, style: str = "", label: str = ""
) -> None:
    """Words wrapped at spaces; a word longer than the line runs over it whole."""
    from rich.cells import cell_len
    from rich.text import Text

    rows: list[str] = []
    row = lead
    for word in f"{label}{text}".split(" "):
        joint = "" if row in ("", lead, " " * len(lead)) else " "
        if joint and cell_len(row) + 1 + cell_len(word) > console.width:
            rows.append(row)
            row = " " * len(lead) + word
        else:
            row += joint + word
    for n, each in enumerate([*rows, row]):
        shown = Text(each, style=style)
        if n == 0 and label:
            shown.stylize("bold", len(lead), len(lead) + len(label))
        console.print(shown, soft_wrap=True)


def _table(table: Table, console: "Console", phrases: Phrases) -> None:
    rich_table = _rich_table(table, phrases)
    if console.width >= _least_width(table, phrases):
        console.print(rich_table)
    else:
        _records(table, console, phrases)


def _rich_table(table: Table, phrases: Phrases) -> "RichTable":
    from rich.box import SIMPLE_HEAD
    from rich.table import Table as RichTable

    rich_table = RichTable(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for column in table.columns:
        rich_table.add_column(
            _text(column.title, "plain"),
            justify="right" if column.kind == "count" else "left",
            no_wrap=column.kind != "text",
            overflow="fold",
            min_width=_least_column(table, table.columns.index(column), phrases),
        )
    for row in table.rows:
        rich_table.add_row(*(_text(_shown(cell, phrases), cell.tone) for cell in row))
    return rich_table


def _least_width(table: Table, phrases: Phrases) -> int:
    """The width below which a column would be cut or too narrow to read."""
    widths = [_least_column(table, n, phrases) for n in range(len(table.columns))]
    return sum(widths) + _GAP * (len(widths) - 1)


def _least_column(table: Table, n: int, phrases: Phrases) -> int:
    """The least width of a column: whole for codes and counts, its longest word for sentences."""
    from rich.cells import cell_len

    column = table.columns[n]
    texts = [column.title, *(_shown(row[n], phrases) for row in table.rows)]
    whole = max(cell_len(line) for text in texts for line in text.split("\n"))
    if column.kind != "text":
        return whole
    longest_word = max(cell_len(word) for text in texts for word in (text.split() or [""]))
    return max(longest_word, min(whole, _NARROWEST_TEXT))


def _records(table: Table, console: "Console", phrases: Phrases) -> None:
    for n, row in enumerate(table.rows):
        if n:
            console.print()
        for column, cell in zip(table.columns, row, strict=True):
            _record_line(column, cell, console, phrases)


def _record_line(column: Column, cell: Cell, console: "Console", phrases: Phrases) -> None:
    shown = _shown(cell, phrases)
    if shown:
        label = phrases.say("label.record", label=column.title)
        _paragraph(
            console, "", shown.replace("\n", " "), style=_STYLES[cell.tone], label=f"{label} "
        )


def _shown(cell: Cell, phrases: Phrases) -> str:
    if isinstance(cell.value, tuple):
        return "\n".join(clean(text) for text in cell.value)
    return "" if cell.value is None else clean(phrases.shown(cell.value))


def _text(text: str, tone: Tone) -> "Text":
    from rich.text import Text

    return Text(text, style=_STYLES[tone])
