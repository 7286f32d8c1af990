"""A report brought down to one screen: lines that decide nothing give way to a count of them."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.report import Line, Report, Section

_WORTH_IT = 2
"""The rows that a command which cannot be pasted must save."""
Place = tuple[int, int]
"""Which block of a report, which line of it."""


def folded(report: Report, phrases: Phrases, height: Callable[[Report], int], most: int) -> Report:
    """The report with as few lines folded as bring it to `most` rows; all, if none are enough.

    `height` counts the rows of a report. What can be said in short is, before any line goes; of
    lines that fold alike the last goes first.
    """
    if height(report) <= most:
        return report
    shorter = _in_short(report)
    if height(report) - height(shorter) >= _WORTH_IT:
        report = shorter
    ranked = sorted((line.folds, -n, -m) for (n, m), line in _lines(report) if line.folds)
    shorter = report
    for count in range(len(ranked) + 1):
        shorter = _without(report, [(-n, -m) for _, n, m in ranked[:count]], phrases)
        if height(shorter) <= most:
            break
    return shorter


def _in_short(report: Report) -> Report:
    blocks = (
        replace(block, lines=tuple(line.in_short or line for line in block.lines))
        if isinstance(block, Section)
        else block
        for block in report.blocks
    )
    return replace(report, blocks=tuple(blocks))


def _lines(report: Report) -> Iterator[tuple[Place, Line]]:
    for n, block in enumerate(report.blocks):
        if isinstance(block, Section):
            yield from (((n, m), line) for m, line in enumerate(block.lines))


def _without(report: Report, places: list[Place], phrases: Phrases) -> Report:
    """The report without some of its lines; the section of the first says how many are gone."""
    if not places:
        return report
    more = Line(phrases.count("count.folded", len(places)), tone="quiet", command="-v")
    blocks = list(report.blocks)
    for n, block in enumerate(report.blocks):
        if isinstance(block, Section):
            kept = [line for m, line in enumerate(block.lines) if (n, m) not in places]
            blocks[n] = replace(block, lines=(*kept, *([more] if n == places[0][0] else ())))
    emptied = [block for block in blocks if isinstance(block, Section) and not block.lines]
    return replace(report, blocks=tuple(block for block in blocks if block not in emptied))
