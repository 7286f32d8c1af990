"""A report as one HTML file: no script and nothing from elsewhere; for screens and for paper."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from hp_priority_cli.presentation.clean import clean
from hp_priority_cli.presentation.paper.direction import set_apart
from hp_priority_cli.presentation.paper.document import levels
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.report import (
    Block,
    Cell,
    Column,
    Heading,
    Line,
    Report,
    Section,
    Table,
)

_STYLE = Path(__file__).with_name("document.css")


def to_html(report: Report, phrases: Phrases) -> str:
    """The document; every text of it is text, never markup."""
    body = "\n".join(
        _block(block, level, phrases)
        for block, level in zip(report.blocks, levels(report), strict=True)
    )
    stamps = "".join(f'<p class="stamp">{_shown(each)}</p>\n' for each in report.stamps)
    mark = f'<div class="mark" aria-hidden="true">{"<br>".join(map(_shown, report.stamps))}</div>\n'
    return (
        f'<!DOCTYPE html>\n<html lang="{phrases.language}" dir="ltr">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<meta http-equiv="Content-Security-Policy"'
        " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{escape(clean(_tab(report)))}</title>\n"
        f"<style>\n{_STYLE.read_text('utf-8')}</style>\n</head>\n<body>\n"
        f"{mark if report.stamps else ''}<main>\n{stamps}{body}\n</main>\n</body>\n</html>\n"
    )


def _tab(report: Report) -> str:
    """What the browser calls the page: its title, and what it must not be taken for."""
    return " · ".join((report.title, *report.stamps))


def _block(block: Block, level: int, phrases: Phrases) -> str:
    if isinstance(block, Heading):
        return f"<h{block.level}>{_shown(block.text)}</h{block.level}>"
    if isinstance(block, Line):
        return f'<p class="{block.tone}">{_line(block)}</p>'
    if isinstance(block, Section):
        return _section(block, level)
    return "\n".join(_table(block, phrases))


def _section(section: Section, level: int) -> str:
    items = "".join(f'<li class="{line.tone}">{_line(line)}</li>\n' for line in section.lines)
    title = f"<h{level}>{_shown(section.title)}</h{level}>"
    return f"<section>\n{title}\n<ul>\n{items}</ul>\n</section>"


def _line(line: Line) -> str:
    label = f"<b>{_shown(line.label)}</b> " if line.label else ""
    return f"{label}{_shown(line.text)}"


def _table(table: Table, phrases: Phrases) -> Iterator[str]:
    titles = "".join(
        f'<th scope="col" class="{column.kind}">{_shown(column.title)}</th>'
        for column in table.columns
    )
    yield f"<table>\n<thead>\n<tr>{titles}</tr>\n</thead>\n<tbody>"
    yield from (_row(row, table.columns, phrases) for row in table.rows)
    yield "</tbody>"
    if table.foot:
        yield f"<tfoot>\n{_row(table.foot, table.columns, phrases)}\n</tfoot>"
    yield "</table>"


def _row(row: tuple[Cell, ...], columns: tuple[Column, ...], phrases: Phrases) -> str:
    """The cells; the first names the row. Each bears its title for where there is no column."""
    cells = []
    for n, (cell, column) in enumerate(zip(row, columns, strict=True)):
        name, scope = ("th", ' scope="row"') if n == 0 else ("td", "")
        title = escape(clean(column.title))
        text = _cell(cell, phrases)
        cells.append(
            f'<{name}{scope} class="{column.kind} {cell.tone}" data-title="{title}">{text}</{name}>'
        )
    return f"<tr>{''.join(cells)}</tr>"


def _cell(cell: Cell, phrases: Phrases) -> str:
    if cell.value is None:
        return ""
    texts = cell.value if isinstance(cell.value, tuple) else (phrases.shown(cell.value),)
    return "<br>".join(map(_shown, texts))


def _shown(text: str) -> str:
    """The text, what runs from right to left in it set apart so that it moves nothing beside it."""
    return set_apart(escape(clean(text)), "<bdi>", "</bdi>")
