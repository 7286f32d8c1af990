"""A report as Markdown, every sign in it that Markdown would read taken literally."""

import re

from hp_priority_cli.presentation.clean import clean
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.report import (
    Block,
    Cell,
    Heading,
    Line,
    Report,
    Section,
    Table,
)

_BAR = re.compile("^[■·]+ +")
"""The bar before a figure: an aid to the eye on a screen, noise in a document."""
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~&!@]|:(?=[a-z0-9_+-]+:)|(?<=http):|(?<=https):)")


def to_markdown(report: Report, phrases: Phrases) -> str:
    """The text, its blocks apart by blank lines."""
    return "\n\n".join(_block(block, phrases) for block in report.blocks) + "\n"


def _block(block: Block, phrases: Phrases) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {_literal(block.text)}"
    if isinstance(block, Line):
        return _line(block)
    if isinstance(block, Section):
        items = "\n".join(f"- {_line(line)}" for line in block.lines)
        return f"## {_literal(block.title)}\n\n{items}"
    return _table(block, phrases)


def _line(line: Line) -> str:
    label = f"**{_literal(line.label)}** " if line.label else ""
    command = f" `{clean(line.command)}`" if line.command else ""
    return f"{label}{_literal(line.text)}{command}".lstrip()


def _table(table: Table, phrases: Phrases) -> str:
    titles = [_literal(column.title) for column in table.columns]
    rules = ["--:" if column.kind == "count" else "---" for column in table.columns]
    rows = [[_shown(cell, phrases) for cell in row] for row in table.rows]
    foot = [f"**{text}**" if text else "" for text in (_shown(c, phrases) for c in table.foot)]
    lines = [titles, rules, *rows, *([foot] if foot else [])]
    return "\n".join(f"| {' | '.join(row)} |" for row in lines)


def _shown(cell: Cell, phrases: Phrases) -> str:
    value = cell.value
    if isinstance(value, tuple):
        return "<br>".join(_literal(_BAR.sub("", text).strip()) for text in value)
    return "" if value is None else _literal(phrases.shown(value))


def _literal(text: str) -> str:
    return _SIGNS.sub(r"\\\1", clean(text))
