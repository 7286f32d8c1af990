"""A report as a document for a customer or a file: with a title, a day and its origin, no hints.

What is typed at the prompt to go on belongs to the screen alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate

from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.report import Block, Heading, Line, Report, Section


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document comes from: the tool, the edition of the data, the day it was judged on."""

    tool_version: str
    edition: str | None = None
    day: date | None = None


def as_document(report: Report, origin: Origin, phrases: Phrases) -> Report:
    """The report as it is saved. The day stands before the first section, the origin at the end."""
    blocks = [*_titled(report), *_sections("label.issued", _day(origin, phrases), phrases)]
    blocks += _without_hints(report.blocks[_lead(report) :])
    blocks += _sections("label.made-with", (_made_with(origin, phrases),), phrases)
    return replace(report, blocks=tuple(blocks), title=title_of(report))


def title_of(report: Report) -> str:
    """What a document is called: by its title, else by its first heading."""
    headings = (block.text for block in report.blocks if isinstance(block, Heading))
    return report.title or next(headings)


def _titled(report: Report) -> Iterator[Block]:
    """What stands before the first section, under one heading of the first level."""
    lead = report.blocks[: _lead(report)]
    if not any(isinstance(block, Heading) and block.level == 1 for block in lead):
        yield Heading(title_of(report), 1)
    yield from lead


def _lead(report: Report) -> int:
    """How many blocks say what the document is: headings of the first level and lines."""
    for n, block in enumerate(report.blocks):
        is_title = isinstance(block, Heading) and block.level == 1
        if not is_title and not isinstance(block, Line):
            return n
    return len(report.blocks)


def _sections(key: str, texts: tuple[str, ...], phrases: Phrases) -> list[Block]:
    return [Section(phrases.say(key), tuple(map(Line, texts)))] if texts else []


def _day(origin: Origin, phrases: Phrases) -> tuple[str, ...]:
    return () if origin.day is None else (phrases.date(origin.day),)


def _made_with(origin: Origin, phrases: Phrases) -> str:
    if origin.edition is None:
        return phrases.say("document.tool", version=origin.tool_version)
    fields = {"version": origin.tool_version, "edition": origin.edition}
    return phrases.say("document.tool-and-data", **fields)


def _without_hints(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """All but what tells how to go on at the prompt."""
    for block in blocks:
        if isinstance(block, Section):
            if not block.is_hint:
                yield replace(
                    block, lines=tuple(replace(line, command=None) for line in block.lines)
                )
        else:
            yield replace(block, command=None) if isinstance(block, Line) else block


def levels(report: Report) -> tuple[int, ...]:
    """For each block the level that a heading over it has: one below the last heading."""
    found = (block.level + 1 if isinstance(block, Heading) else 0 for block in report.blocks)
    return tuple(accumulate(found, lambda last, level: level or last, initial=2))[1:]
