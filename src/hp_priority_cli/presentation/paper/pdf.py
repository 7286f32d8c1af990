"""A report as a PDF, by Typst, from the extra `pdf`: an archival, tagged PDF/A-2a.

That standard refuses a character for which no font has a sign, where a plain PDF would show an
empty box. The typesetter is given the report as data and reads no file but fonts: its own, so that
the bytes are the same anywhere, and those of the machine only where its own lack a character.
"""

import json
import re
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hp_priority_cli.errors import UsageProblem
from hp_priority_cli.presentation.clean import clean
from hp_priority_cli.presentation.paper.direction import set_apart
from hp_priority_cli.presentation.paper.document import levels
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.report import Block, Cell, Heading, Line, Report, Section, Table

if TYPE_CHECKING:
    from typst import TypstError

_TEMPLATE = Path(__file__).with_name("document.typ")
_NO_GLYPH = re.compile(r'the text `"(.*?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_ISOLATE, _POP = "\u2068", "\u2069"
_LEAST_SHARE, _MOST_SHARE = 10, 40
_MOST_UPRIGHT = 66
_MOST_NAMED = 12
"""How many characters without a glyph a message names."""


def to_pdf(report: Report, phrases: Phrases, day: date | None, name: str) -> bytes:
    """The document, dated on `day`. `name` is the file that it is for.

    Raises UsageProblem: `no-glyphs` where a character can be shown by no font, and
    `extra-missing-to-write` where the extra is not installed.
    """
    try:
        from typst import TypstError
    except ModuleNotFoundError as error:
        raise UsageProblem("extra-missing-to-write", file=name, extra="pdf") from error
    data = json.dumps(_document(report, phrases), ensure_ascii=False)
    seconds = 0 if day is None else int(datetime.combine(day, time(), UTC).timestamp())
    try:
        return _typeset(data, seconds, with_system_fonts=False)
    except TypstError as error:
        _characters(error)
    try:
        return _typeset(data, seconds, with_system_fonts=True)
    except TypstError as error:
        raise UsageProblem("no-glyphs", file=name, characters=_characters(error)) from error


def _typeset(data: str, seconds: int, *, with_system_fonts: bool) -> bytes:
    import typst

    return typst.compile(
        _TEMPLATE.read_bytes(),
        format="pdf",
        sys_inputs={"document": data},
        ignore_system_fonts=not with_system_fonts,
        pdf_standards="a-2a",
        timestamp=seconds,
    )


def _characters(error: "TypstError") -> str:
    """The characters that no font has; an error about anything else is raised again."""
    texts = _NO_GLYPH.findall(error.diagnostic)
    if not texts:
        raise error
    shown = "".join(_ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) for text in texts)
    each = [f"{char} (U+{ord(char):04X})" for char in dict.fromkeys(shown)]
    return ", ".join(each[:_MOST_NAMED] + ["…"] * (len(each) > _MOST_NAMED))


def _document(report: Report, phrases: Phrases) -> dict[str, Any]:
    """The report in the shape that the template takes; all in it is text to be shown."""
    return {
        "language": phrases.language,
        "title": _shown(report.title),
        "stamps": list(map(_shown, report.stamps)),
        "wide": any(_is_wide(block, phrases) for block in report.blocks),
        "page": phrases.say("document.page", page="{page}", pages="{pages}"),
        "blocks": [
            _block(block, level, phrases)
            for block, level in zip(report.blocks, levels(report), strict=True)
        ],
    }


def _block(block: Block, level: int, phrases: Phrases) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {"kind": "heading", "text": _shown(block.text), "level": block.level}
    if isinstance(block, Line):
        return {"kind": "line", **_line(block)}
    if isinstance(block, Section):
        lines = [_line(line) for line in block.lines]
        return {"kind": "section", "title": _shown(block.title), "level": level, "lines": lines}
    return _table(block, phrases)


def _line(line: Line) -> dict[str, Any]:
    return {"label": _shown(line.label or ""), "text": _shown(line.text), "tone": line.tone}


def _table(table: Table, phrases: Phrases) -> dict[str, Any]:
    return {
        "kind": "table",
        "columns": [
            {"title": _shown(column.title), "kind": column.kind, "share": _share(table, n, phrases)}
            for n, column in enumerate(table.columns)
        ],
        "rows": [_row(row, phrases) for row in table.rows],
        "foot": _row(table.foot, phrases),
    }


def _is_wide(block: Block, phrases: Phrases) -> bool:
    """Whether the codes and figures of a table leave too little of an upright page to its texts."""
    if not isinstance(block, Table):
        return False
    kinds = [column.kind for column in block.columns]
    fixed = [_longest(block, n, phrases) for n, kind in enumerate(kinds) if kind != "text"]
    return sum(fixed) > _MOST_UPRIGHT


def _share(table: Table, n: int, phrases: Phrases) -> int:
    """How much of the width a column of text is worth beside others: its longest line, bounded."""
    return max(_LEAST_SHARE, min(_longest(table, n, phrases), _MOST_SHARE))


def _longest(table: Table, n: int, phrases: Phrases) -> int:
    """How many characters the longest line of a column has."""
    lines = [line for row in table.rows for line in _cell(row[n], phrases)]
    return max(map(len, (table.columns[n].title, *lines)))


def _row(row: tuple[Cell, ...], phrases: Phrases) -> list[dict[str, Any]]:
    return [{"lines": _cell(cell, phrases), "tone": cell.tone} for cell in row]


def _cell(cell: Cell, phrases: Phrases) -> list[str]:
    if cell.value is None:
        return []
    texts = cell.value if isinstance(cell.value, tuple) else (phrases.shown(cell.value),)
    return [_shown(text) for text in texts]


def _shown(text: str) -> str:
    return set_apart(clean(text), _ISOLATE, _POP)
