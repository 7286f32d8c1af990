"""`diff` for a person: what is no longer so, then everything else that changed, area by area."""

from collections.abc import Sequence

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.editions.change import AREAS, Change
from hp_priority_cli.presentation.changes import ChangeWording, edition_named
from hp_priority_cli.presentation.report import (
    Block,
    Cell,
    Column,
    Line,
    Report,
    Section,
    Table,
    Tone,
    table,
)


def diff_report(changes: Sequence[Change], wording: ChangeWording) -> Report:
    """The report on what changed between two editions."""
    say = wording.phrases.say
    blocks: list[Block] = [
        Section(say("diff.old"), (_edition(wording.old.catalog, wording),)),
        Section(say("diff.new"), (_edition(wording.new.catalog, wording),)),
        Section(say("diff.changes"), (_count(changes, wording),)),
    ]
    breaking = [each for each in changes if each.breaking]
    blocks += _section("diff.breaking", breaking, "bad", wording)
    for area in AREAS:
        others = [each for each in changes if each.area == area and not each.breaking]
        blocks += _section(f"diff.area.{area}", others, "plain", wording)
    return Report(tuple(blocks), diff_records(changes, wording), say("document.diff"))


def _edition(catalog: Catalog, wording: ChangeWording) -> Line:
    edition = edition_named(catalog.document.edition, wording.phrases)
    fields = {"folder": catalog.folder, "document": catalog.document.id, "edition": edition}
    return Line(wording.phrases.say("diff.edition", **fields))


def _count(changes: Sequence[Change], wording: ChangeWording) -> Line:
    phrases, breaking = wording.phrases, sum(each.breaking for each in changes)
    if not changes:
        return Line(phrases.say("diff.none"), tone="good")
    count = phrases.count("count.changes", len(changes))
    if not breaking:
        return Line(phrases.say("diff.none-breaking", changes=count), tone="good")
    text = phrases.say(
        "diff.some-breaking", changes=count, breaking=phrases.count("count.breaking", breaking)
    )
    return Line(text, tone="bad")


def _section(
    key: str, changes: Sequence[Change], tone: Tone, wording: ChangeWording
) -> list[Section]:
    lines = tuple(Line(text, tone=tone) for text in wording.messages(changes))
    return [Section(wording.phrases.say(key), lines)] if lines else []


def diff_records(changes: Sequence[Change], wording: ChangeWording) -> Table:
    """One row for each change, for CSV."""
    columns = [Column("breaking", "code"), Column("area", "code"), Column("code", "code")]
    columns += [Column("id", "code"), Column("message")]
    rows = [
        [
            Cell("true" if each.breaking else "false"),
            Cell(each.area),
            Cell(each.code),
            Cell(each.id),
            Cell(wording.message(each)),
        ]
        for each in changes
    ]
    return table(columns, rows)
