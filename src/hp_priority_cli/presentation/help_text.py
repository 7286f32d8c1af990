"""A page of help as text for a terminal: aligned where there is room, else one below the other.

Options and what is typed are never cut.
"""

from collections.abc import Iterator
from textwrap import wrap

from hp_priority_cli.presentation.pages import Page, Row, Section
from hp_priority_cli.presentation.phrases import Phrases

_WIDEST = 100
"""Longer lines are hard to read, however wide the terminal."""
_NARROW = 72
"""Below this the text stands under what it tells of, not beside it."""
_LONGEST_TERM = 28
_INDENT = "  "
_BENEATH = " " * 6


def help_text(page: Page, phrases: Phrases, width: int) -> str:
    """The page, laid out for a terminal of `width` columns."""
    width = min(width, _WIDEST)
    parts = [
        "\n".join(_usage(page, phrases, width)),
        *("\n".join(_filled(each, width, _INDENT)) for each in page.about),
    ]
    for section in page.sections:
        column = _column(page.rows(section.kind))
        lines = _beneath(section, width) if width < _NARROW else _beside(section, width, column)
        parts.append("\n".join([_heading(section.title, phrases), *lines]))
    if page.examples:
        lines = (line for each in page.examples for line in example_lines(each, width))
        parts.append("\n".join([_heading(phrases.say("section.examples"), phrases), *lines]))
    return "\n\n".join(part for part in parts if part)


def term(row: Row) -> str:
    """What a row is about: `-f, --format FORMAT`, `--whole-base / --part-base`, `quote`."""
    names = " / ".join(", ".join(each) for each in (row.names, row.opposites) if each)
    return f"{names} {row.metavar}".strip()


def _heading(title: str, phrases: Phrases) -> str:
    return phrases.say("label.record", label=title)


def _usage(page: Page, phrases: Phrases, width: int) -> Iterator[str]:
    """`Usage: hp-priority quote [OPTIONS]`, continued under its first piece; none for a topic."""
    if not page.usage:
        return
    lead = f"{_heading(phrases.say('section.usage'), phrases)} {page.command} "
    yield from wrap(
        " ".join(page.usage),
        width,
        initial_indent=lead,
        subsequent_indent=" " * len(lead),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _filled(text: str, width: int, indent: str) -> list[str]:
    """A paragraph or a comment, broken at spaces alone: an option stays whole."""
    return wrap(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=f"{indent}# " if text.startswith("#") else indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _column(rows: tuple[Row, ...]) -> int:
    """Where the texts begin beside the terms, alike for all rows of a kind."""
    fitting = [len(term(row)) for row in rows if len(term(row)) <= _LONGEST_TERM]
    return len(_INDENT) + max(fitting, default=0) + len(_INDENT)


def _beside(section: Section, width: int, column: int) -> Iterator[str]:
    for row in section.rows:
        first = f"{_INDENT}{term(row)}"
        lines = _filled(row.text, width, " " * column)
        if lines and len(first) + len(_INDENT) <= column:
            lines[0] = first.ljust(column) + lines[0].lstrip(" ")
        else:
            yield first
        yield from lines


def _beneath(section: Section, width: int) -> Iterator[str]:
    for row in section.rows:
        yield f"{_INDENT}{term(row)}"
        yield from _filled(row.text, width, _BENEATH)


def example_lines(line: str, width: int) -> Iterator[str]:
    """A line of a shell, indented; too long, it goes on after a backslash, before an option."""
    if line.startswith("#"):
        yield from _filled(line, width, _INDENT)
        return
    first, *options = line.split(" -")
    current = f"{_INDENT}{first}"
    for option in options:
        longer = f"{current} -{option}"
        if len(longer) + len(" \\") > width:
            yield f"{current} \\"
            longer = f"{_INDENT}{_INDENT}-{option}"
        current = longer
    yield current
