"""`sku` for a person: parts with tier, class, term, minimum and clause; gaps."""

from collections.abc import Iterator, Sequence

from hp_priority_cli.catalog.parts import Gap
from hp_priority_cli.catalog.records import Part
from hp_priority_cli.eligibility.base import way_counts
from hp_priority_cli.presentation.report import (
    Block,
    Cell,
    Column,
    Heading,
    Line,
    Report,
    Section,
    Table,
    table,
)
from hp_priority_cli.presentation.views.shared import basis
from hp_priority_cli.presentation.wording import Wording


def parts_report(parts: Sequence[Part], wording: Wording, gaps: Sequence[Gap] = ()) -> Report:
    """The report on parts that were found, and on what was asked for beside them and has none."""
    blocks: tuple[Block, ...] = (
        Heading(wording.phrases.count("heading.parts", len(parts)), 1),
        parts_table(parts, wording),
        *_without(gaps, wording),
        *basis(wording, None),
    )
    return Report(blocks, part_records(parts, wording))


def _without(gaps: Sequence[Gap], wording: Wording) -> list[Block]:
    lines = tuple(Line(text, tone="bad") for text in gap_lines(gaps, wording))
    return [Section(wording.phrases.say("label.no-part"), lines)] if lines else []


def gap_lines(gaps: Sequence[Gap], wording: Wording) -> Iterator[str]:
    """A line for each use that has no part, with the tiers in which it has none."""
    for device_class, years in dict.fromkeys((g.device_class, g.term_years) for g in gaps):
        tiers = [g.tier for g in gaps if (g.device_class, g.term_years) == (device_class, years)]
        yield wording.phrases.say(
            "gap.line",
            devices=wording.device_class(device_class),
            term=wording.phrases.count("count.term_years", years),
            tiers=wording.tiers(tiers),
        )


def parts_table(parts: Sequence[Part], wording: Wording) -> Table:
    """A row for each part."""
    say = wording.phrases.say
    columns = [
        Column(say("column.part"), "code"),
        Column(say("column.tier")),
        Column(say("column.class")),
        Column(say("column.term")),
        Column(say("column.minimum")),
        Column(say("column.clause"), "code"),
    ]
    return table(columns, [_row(part, wording) for part in parts])


def _row(part: Part, wording: Wording) -> list[Cell]:
    tier = wording.catalog.tier(part.tier)
    ways = [way_counts(way) for way in tier.minimum.ways]
    minimum = [wording.phrases.count(f"short.{key}", figure) for key, figure in ways]
    return [
        Cell(part.sku, "strong"),
        Cell(wording.short_tier(tier.id)),
        Cell(wording.device_class(part.device_class)),
        Cell(wording.phrases.count("count.term_years", part.term_years)),
        Cell(wording.phrases.any_of(minimum)),
        Cell(tier.minimum.clauses[0], "quiet"),
    ]


def part_records(parts: Sequence[Part], wording: Wording) -> Table:
    """One row for each part, for CSV."""
    columns = [
        Column("sku", "code"),
        Column("tier", "code"),
        Column("device_class", "code"),
        Column("term_years", "count"),
        Column("band", "count"),
        Column("order_unit", "code"),
        Column("description"),
    ]
    rows = [
        [
            Cell(part.sku),
            Cell(part.tier),
            Cell(part.device_class),
            Cell(part.term_years),
            Cell(part.band),
            Cell(wording.catalog.tier(part.tier).order_unit),
            Cell(wording.text(part.description)),
        ]
        for part in parts
    ]
    return table(columns, rows)


def gaps_report(gaps: Sequence[Gap], wording: Wording) -> Report:
    """The report on combinations without a part."""
    say = wording.phrases.say
    columns = [Column(say("column.tier")), Column(say("column.class")), Column(say("column.term"))]
    rows = [
        [
            Cell(wording.tier(gap.tier)),
            Cell(wording.device_class(gap.device_class)),
            Cell(wording.phrases.count("count.term_years", gap.term_years)),
        ]
        for gap in gaps
    ]
    records = table(
        [Column("tier", "code"), Column("device_class", "code"), Column("term_years", "count")],
        [[Cell(gap.tier), Cell(gap.device_class), Cell(gap.term_years)] for gap in gaps],
    )
    heading = Heading(wording.phrases.count("heading.gaps", len(gaps)), 1)
    return Report((heading, table(columns, rows), *basis(wording, None)), records)
