"""A report as Markdown, every sign in it that Markdown would read taken literally."""

import re

from hp_priority_cli.presentation.clean import clean
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.report import Block, Heading, Line, Report, Table

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~&!])")


def to_markdown(report: Report, phrases: Phrases) -> str:
    """The text, its blocks apart by blank lines and the lines of a list together."""
    text, previous = "", None
    for block in report.blocks:
        together = _is_item(block) and previous is not None and _is_item(previous)
        text += ("" if previous is None else "\n" if together else "\n\n") + _block(block, phrases)
        previous = block
    return text + "\n"


def _is_item(block: Block) -> bool:
    return isinstance(block, Line) and block.item


def _block(block: Block, phrases: Phrases) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {_literal(block.text)}"
    if isinstance(block, Line):
        label = f"**{_literal(block.label)}** " if block.label else ""
        return f"{'- ' if block.item else ''}{label}{_literal(block.text)}"
    return _table(block, phrases)


def _table(table: Table, phrases: Phrases) -> str:
    titles = [_literal(column.title) for column in table.columns]
    rules = ["--:" if column.kind == "count" else "---" for column in table.columns]
    rows = [[_shown(cell.value, phrases) for cell in row] for row in table.rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in (titles, rules, *rows))


def _shown(value: "str | int | tuple[str, ...] | None", phrases: Phrases) -> str:
    if isinstance(value, tuple):
        return " ".join(_literal(text) for text in value)
    return "" if value is None else _literal(phrases.shown(value))


def _literal(text: str) -> str:
    return _SIGNS.sub(r"\\\1", clean(text))
