"""A report as a document for a customer or a file: with a title, a day, an imprint and no hints.

What is typed at the prompt to go on belongs to the screen alone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate, takewhile

from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.report import Block, Heading, Line, Report, Section


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a document says of itself: the tool, the edition of the data, its day."""

    tool_version: str
    edition: str | None = None
    day: date | None = None


def as_document(report: Report, imprint: Imprint, phrases: Phrases) -> Report:
    """The report as it is saved: the day before the first section, the imprint at the end."""
    lead, rest = _parted(report)
    blocks = [
        *lead,
        *_sections("label.issued", _day(imprint, phrases), phrases),
        *_for_paper(rest),
        *_sections("label.made-with", (_made_with(imprint, phrases),), phrases),
    ]
    return replace(report, blocks=tuple(blocks), title=title_of(report))


def title_of(report: Report) -> str:
    """What a document is called: by its title, else by its first heading."""
    headings = (block.text for block in report.blocks if isinstance(block, Heading))
    return report.title or next(headings)


def _parted(report: Report) -> tuple[list[Block], list[Block]]:
    """What says what the document is, under its one heading of the first level; and the rest."""
    if report.title:
        return [Heading(report.title, 1)], [_lowered(block) for block in report.blocks]
    blocks = list(report.blocks)
    lead = list(takewhile(lambda block: isinstance(block, (Heading, Line)), blocks))
    return lead, blocks[len(lead) :]


def _lowered(block: Block) -> Block:
    """A heading of the first level as one of the second."""
    if isinstance(block, Heading) and block.level == 1:
        return replace(block, level=2)
    return block


def _sections(key: str, texts: tuple[str, ...], phrases: Phrases) -> list[Block]:
    return [Section(phrases.say(key), tuple(map(Line, texts)))] if texts else []


def _day(imprint: Imprint, phrases: Phrases) -> tuple[str, ...]:
    return () if imprint.day is None else (phrases.date(imprint.day),)


def _made_with(imprint: Imprint, phrases: Phrases) -> str:
    if imprint.edition is None:
        return phrases.say("document.tool", version=imprint.tool_version)
    fields = {"version": imprint.tool_version, "edition": imprint.edition}
    return phrases.say("document.tool-and-data", **fields)


def _for_paper(blocks: Iterable[Block]) -> Iterator[Block]:
    """All but what tells how to go on at the prompt, and sections that say nothing else."""
    for block in blocks:
        if isinstance(block, Section):
            lines = tuple(_in_full(line) for line in block.lines if not line.is_hint)
            if lines:
                yield Section(block.title_in_full or block.title, lines)
        else:
            yield _in_full(block) if isinstance(block, Line) else block


def _in_full(line: Line) -> Line:
    """A line as paper has room for it, without what is typed at the prompt."""
    text = line.text if line.in_full is None else line.in_full
    label = None if line.label_is_hint else line.label
    return replace(line, text=text, label=label, in_full=None, command=None, label_is_hint=False)


def levels(report: Report) -> tuple[int, ...]:
    """For each block the level that a heading over it has: one below the last heading."""
    found = (block.level + 1 if isinstance(block, Heading) else 0 for block in report.blocks)
    return tuple(accumulate(found, lambda last, level: level or last, initial=2))[1:]
