"""A report for a screen: tables where they fit, else one record a block; nothing is cut."""

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from hp_priority_cli.presentation.clean import clean
from hp_priority_cli.presentation.fold import folded
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.report import (
    Cell,
    Column,
    Heading,
    Line,
    Report,
    Section,
    Table,
    Tone,
)

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
_SHELL_WORD = r"""(?:'[^']*'|"[^"]*"|[^\s'"])+"""
_OPTION_AND_VALUE = re.compile(rf"{_SHELL_WORD}(?: (?!-){_SHELL_WORD})*")
_GOES_ON = " \\"
"""What ends a row of a command that goes on in the next."""
_NARROWEST_TEXT = 14
"""Below this width a column of sentences is no longer worth reading as a column."""
_GAP = 2
_SCREEN = 25
"""The lines of a plain terminal, all that is seen at one glance; the last is the next prompt's."""
_WIDE = 80
"""The columns of a plain terminal."""
_MEASURE = 100
"""The widest that sentences run: a longer line is hard to read back from its end."""
_LEAST_BESIDE_TITLES = 44
"""The least width that sentences need beside the column of titles."""


def to_screen(
    report: Report,
    phrases: Phrases,
    *,
    width: int,
    height: int = 0,
    colour: bool,
    whole: bool = True,
) -> str:
    """The text of a report for a screen of so many columns and rows, 25 at least; with or without
    colour.

    Unless it is to be `whole`, columns without which a narrow table can do are left out, and what
    is for a call and decides nothing is folded where the screen is full, and a table goes without
    its rule, lest the prompt push the title out; one narrower than 80 columns scrolls in any case.
    """
    ruled = True
    if report.for_a_call and not whole and width >= _WIDE:

        def rows(shorter: Report) -> int:
            drawn = _drawn(shorter, phrases, width=width, colour=False, whole=whole)
            return drawn.count("\n")

        most = max(height, _SCREEN)
        report = folded(report, phrases, rows, most)
        ruled = rows(report) < most
    return _drawn(report, phrases, width=width, colour=colour, whole=whole, ruled=ruled)


def _drawn(
    report: Report,
    phrases: Phrases,
    *,
    width: int,
    colour: bool,
    whole: bool,
    ruled: bool = True,
) -> str:
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
    margin = _margin(report, console)
    for block in report.blocks:
        if isinstance(block, Heading):
            _line(Line(block.text, tone="strong"), console)
        elif isinstance(block, Line):
            _line(block, console)
        elif isinstance(block, Section):
            _section(block, console, margin)
        else:
            _table(block, console, phrases, whole=whole, ruled=ruled)
    text = console.file.getvalue()  # type: ignore[attr-defined]
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def _margin(report: Report, console: "Console") -> int:
    """The width of the column of section titles; 0 where there is no room for one."""
    from rich.cells import cell_len

    titles = [cell_len(clean(b.title)) for b in report.blocks if isinstance(b, Section)]
    widest = max(titles, default=0) + _GAP
    return widest if console.width - widest >= _LEAST_BESIDE_TITLES else 0


def _section(section: Section, console: "Console", margin: int) -> None:
    """The lines beside the title, or under it as a list where the screen is narrow."""
    title = clean(section.title)
    if not margin:
        _line(Line(title, tone="strong"), console)
    for n, line in enumerate(section.lines):
        lead = f"{title if n == 0 else '':{margin}}" if margin else "- "
        _line(line, console, lead, indent=margin + _GAP)


def _line(line: Line, console: "Console", lead: str = "", *, indent: int = 0) -> None:
    """Words wrapped at spaces; a longer word runs over the edge whole, as does such a command."""
    from rich.text import Text

    label = f"{clean(line.label)} " if line.label else ""
    command = clean(line.command) if line.command else ""
    text = f"{label}{clean(line.text)}"
    width = min(console.width, _MEASURE)
    rows = _wrapped(text.split(" ") if text else [], width, lead, indent)
    typed = _command_rows(command, width - indent)
    if command:
        rows = _with_command(rows, typed, width, indent, alone=not text)
    begin = len(rows) - len(typed)
    for n, row in enumerate(rows):
        shown = Text(row, style=_STYLES[line.tone])
        if n == 0:
            shown.stylize("bold", 0, len(lead) + len(label))
        if n >= begin:
            shown.stylize("cyan", row.rindex(typed[n - begin]))
        console.print(shown, soft_wrap=True)


def _wrapped(words: list[str], width: int, lead: str, indent: int) -> list[str]:
    """Rows of whole words: the first after `lead`, the others `indent` columns in."""
    from rich.cells import cell_len

    rows, row, begun = [], lead, False
    for word in words:
        if begun and cell_len(row) + 1 + cell_len(word) > width:
            rows.append(row)
            row, begun = " " * indent, False
        row += f" {word}" if begun else word
        begun = True
    return [*rows, row]


def _command_rows(command: str, width: int) -> list[str]:
    """A command as rows that a shell takes for one, broken before options; none where it is empty.

    An option and its value that are too long together run over the edge.
    """
    from rich.cells import cell_len

    rows: list[str] = []
    options = _OPTION_AND_VALUE.findall(command)
    for n, words in enumerate(options):
        joined = f"{rows[-1]} {words}" if rows else words
        taken = cell_len(joined) + (len(_GOES_ON) if n + 1 < len(options) else 0)
        if rows and taken > width:
            rows[-1] += _GOES_ON
            rows.append(words)
        else:
            rows[-1:] = [joined]
    return rows


def _with_command(
    rows: list[str], typed: list[str], width: int, indent: int, *, alone: bool
) -> list[str]:
    """The rows with a command behind them, else on rows of its own, as far in as it fits.

    One that is `alone` has but a title before it.
    """
    from rich.cells import cell_len

    first, *further = typed
    beside = f"{rows[-1]}{'' if alone else ' ' * _GAP}{first}"
    pads = [pad for pad in (indent, _GAP) if pad + max(map(cell_len, typed)) <= width]
    fits = cell_len(beside) <= width
    if (fits and not further) or (alone and (fits or not pads)):
        return [*rows[:-1], beside, *(" " * indent + row for row in further)]
    return [*rows, *(" " * (pads or [indent])[0] + row for row in typed)]


def _table(table: Table, console: "Console", phrases: Phrases, *, whole: bool, ruled: bool) -> None:
    spared = () if whole else _spared(table, console, phrases)
    if spared:
        table = _without(table, spared)
    if console.width >= _joined([_least_column(table, n, phrases) for n in _columns(table)]):
        widths = _widths(table, console.width, phrases)
        console.print(_rich_table(table, phrases, widths, ruled=ruled))
    else:
        _records(table, console, phrases)
    if spared:
        title = phrases.say("label.record", label=phrases.all_of([c.title for c in spared]))
        _line(Line(title, tone="quiet", command="-v"), console)


def _spared(table: Table, console: "Console", phrases: Phrases) -> tuple[Column, ...]:
    """The columns to leave out where there is room for them in full beside no other one."""
    spared = tuple(column for column in table.columns if column.spares)
    widths = [
        (_least_column if column.spares else _whole_column)(table, n, phrases)
        for n, column in enumerate(table.columns)
    ]
    return spared if _joined(widths) > console.width else ()


def _without(table: Table, spared: tuple[Column, ...]) -> Table:
    kept = [n for n, column in enumerate(table.columns) if column not in spared]
    columns = tuple(table.columns[n] for n in kept)
    return Table(columns, tuple(tuple(row[n] for n in kept) for row in table.rows))


def _columns(table: Table) -> range:
    return range(len(table.columns))


def _widths(table: Table, width: int, phrases: Phrases) -> list[int]:
    """The width of each column: as wide as it is, the widest first made to give way for `width`.

    None goes below its least width; left to itself Rich cuts the last column instead.
    """
    least = [_least_column(table, n, phrases) for n in _columns(table)]
    widths = [_whole_column(table, n, phrases) for n in _columns(table)]
    while _joined(widths) > width and widths != least:
        n = max((n for n in _columns(table) if widths[n] > least[n]), key=widths.__getitem__)
        widths[n] -= 1
    return widths


def _joined(widths: Sequence[int]) -> int:
    """The width of columns side by side."""
    return sum(widths) + _GAP * (len(widths) - 1)


def _rich_table(
    table: Table, phrases: Phrases, widths: Sequence[int], *, ruled: bool
) -> "RichTable":
    from rich.box import SIMPLE_HEAD
    from rich.table import Table as RichTable

    box, pad = (SIMPLE_HEAD, _GAP - 1) if ruled else (None, _GAP)
    rich_table = RichTable(box=box, show_edge=False, pad_edge=False, padding=(0, pad, 0, 0))
    for n, column in enumerate(table.columns):
        rich_table.add_column(
            _text(column.title, "plain"),
            justify="right" if column.kind == "count" else "left",
            no_wrap=column.kind != "text",
            overflow="fold",
            width=widths[n],
        )
    for row in table.rows:
        rich_table.add_row(*(_text(_shown(cell, phrases), cell.tone) for cell in row))
    return rich_table


def _least_column(table: Table, n: int, phrases: Phrases) -> int:
    """The least width of a column: whole for codes and counts, its longest word for sentences."""
    from rich.cells import cell_len

    lines, whole = _texts(table, n, phrases), _whole_column(table, n, phrases)
    if table.columns[n].kind != "text":
        return whole
    longest_word = max(cell_len(word) for line in lines for word in (line.split() or [""]))
    return max(longest_word, min(whole, _NARROWEST_TEXT))


def _whole_column(table: Table, n: int, phrases: Phrases) -> int:
    """The width of a column in which nothing is broken."""
    from rich.cells import cell_len

    return max(cell_len(line) for line in _texts(table, n, phrases))


def _texts(table: Table, n: int, phrases: Phrases) -> list[str]:
    """The title of a column and every line of its cells."""
    texts = [table.columns[n].title, *(_shown(row[n], phrases) for row in table.rows)]
    return [line for text in texts for line in text.split("\n")]


def _records(table: Table, console: "Console", phrases: Phrases) -> None:
    """Each row as a block: its first cell, then the others with their titles, as many as fit."""
    for row in table.rows:
        facts = [
            (phrases.say("label.record", label=column.title), shown, cell.tone)
            for column, cell in zip(table.columns, row, strict=True)
            if (shown := _shown(cell, phrases).replace("\n", phrases.say("list.semicolon")))
        ]
        for label, shown, tone in facts[:1]:
            _line(Line(shown, label=label, tone=tone), console, indent=2 * _GAP)
        _flow(facts[1:], console)


def _flow(facts: list[tuple[str, str, Tone]], console: "Console") -> None:
    """Titles with their values, side by side as long as there is room, never broken apart."""
    from rich.text import Text

    line = Text()
    for label, shown, tone in facts:
        fact = Text.assemble((clean(label), "bold"), " ", (shown, _STYLES[tone]))
        if line and line.cell_len + _GAP + fact.cell_len > console.width:
            console.print(line, soft_wrap=True)
            line = Text()
        if fact.cell_len + _GAP > console.width:
            _line(Line(shown, label=label, tone=tone), console, " " * _GAP, indent=2 * _GAP)
            continue
        line = Text.assemble(line, " " * _GAP, fact)
    if line:
        console.print(line, soft_wrap=True)


def _shown(cell: Cell, phrases: Phrases) -> str:
    if isinstance(cell.value, tuple):
        return "\n".join(clean(text) for text in cell.value)
    return "" if cell.value is None else clean(phrases.shown(cell.value))


def _text(text: str, tone: Tone) -> "Text":
    from rich.text import Text

    return Text(text, style=_STYLES[tone])
