"""A page of help as a page of the manual, in the `man` macros that every `man` program reads.

The source is ASCII: each other character is written by its roff name, so that no program has to
guess an encoding. Hyphens are written as minus signs, so that an option can be copied.
"""

import re
from collections.abc import Iterator, Sequence

from hp_priority_cli.presentation.help_text import example_lines
from hp_priority_cli.presentation.pages import Page, Row, Section
from hp_priority_cli.presentation.phrases import Phrases

_ESCAPES = {
    "\\": r"\e",
    "-": r"\-",
    "'": r"\(aq",
    "`": r"\(ga",
    "^": r"\(ha",
    "~": r"\(ti",
    "\u00a0": r"\~",
    "\u202f": r"\~",
    "’": r"\(cq",
}
_WORD = re.compile(r"([^\W\d_]+)")
_WIDTH = 66
"""The columns of an example, so that it fits a terminal of 80 with the margins of a manual."""


def manual(page: Page, phrases: Phrases, version: str, further: Sequence[Section] = ()) -> str:
    """The page, with `further` sections before its examples."""
    see = [f"hp-priority-{row.names[0]}" for row in page.rows("commands")] or ["hp-priority"]
    lines = [
        f'.TH {_name(page).upper()} 1 "" "hp\\-priority {version}" "hp\\-priority"',
        ".nh",  # no hyphens that are not there,
        ".ad l",  # nor gaps between words
        *_section(phrases.say("manual.name")),
        f"{_escaped(_name(page))} \\- {_escaped(_summary(page))}",
        *_section(phrases.say("manual.synopsis")),
        f"{_bold(page.command)} {' '.join(_value(piece) for piece in page.usage)}",
        *_section(phrases.say("manual.description")),
        *_paragraphs(page.about),
        *(line for each in (*page.sections, *further) for line in _rows(each)),
        *_section(phrases.say("section.examples")),
        *_examples(page.examples),
        *_section(phrases.say("manual.see-also")),
        ", ".join(f"{_bold(each)}(1)" for each in see),
    ]
    return "\n".join(lines) + "\n"


def file_name(page: Page) -> str:
    """`hp-priority-quote.1`, by which `man hp-priority quote` finds it too."""
    return f"{_name(page)}.1"


def _name(page: Page) -> str:
    return page.command.replace(" ", "-")


def _summary(page: Page) -> str:
    """The first sentence, as the index of the manual shows it: without its stop."""
    return page.about[0].rstrip(".")


def _section(title: str) -> Iterator[str]:
    yield f".SH {_escaped(title.upper())}"


def _paragraphs(texts: Sequence[str]) -> Iterator[str]:
    for n, text in enumerate(texts):
        if n:
            yield ".PP"
        yield _escaped(text)


def _rows(section: Section) -> Iterator[str]:
    yield from _section(section.title)
    for row in section.rows:
        yield ".TP"
        yield _term(row)
        yield _escaped(row.text)


def _term(row: Row) -> str:
    """`-f, --format FORMAT`: what is typed in bold, what stands for a value in italics."""
    groups = (row.names, row.opposites)
    names = " / ".join(", ".join(_bold(name) for name in each) for each in groups if each)
    return f"{names} {_value(row.metavar)}".strip()


def _value(metavar: str) -> str:
    """`[CC,CC]`: a word in capitals stands for a value, any other is typed as it is."""
    return "".join(_emphasised(piece) for piece in _WORD.split(metavar))


def _emphasised(piece: str) -> str:
    if not piece.isalpha():
        return _escaped(piece)
    return rf"\fI{_escaped(piece)}\fR" if piece.isupper() else _bold(piece)


def _bold(text: str) -> str:
    return rf"\fB{_escaped(text)}\fR"


def _examples(lines: Sequence[str]) -> Iterator[str]:
    """Each comment as a sentence, with the command beneath it as it is typed."""
    for n, line in enumerate(lines):
        if n:
            yield ".PP"
        if line.startswith("#"):
            yield _escaped(line.removeprefix("# "))
        else:
            yield from (".in +2n", ".nf")
            yield from map(_bold, example_lines(line, _WIDTH))
            yield from (".fi", ".in")


def _escaped(text: str) -> str:
    """Text that roff prints as it is; a line of it never begins with a request."""
    safe = "".join(_ESCAPES.get(char) or _character(char) for char in text)
    return rf"\&{safe}" if safe[:1] in (".", " ") else safe


def _character(char: str) -> str:
    return char if char.isascii() else rf"\[u{ord(char):04X}]"
