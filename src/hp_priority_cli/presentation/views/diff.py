"""`diff` for a person: what is no longer so, then everything else that changed, area by area."""

from collections.abc import Iterator, Sequence

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.editions.change import AREAS, Change
from hp_priority_cli.evidence.affected import Against, Effect
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


def diff_report(
    changes: Sequence[Change], wording: ChangeWording, against: Against | None = None
) -> Report:
    """The report on what changed between two editions, and on whom it touches."""
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
    if against is not None:
        blocks += _against(against, wording)
    return Report(tuple(blocks), diff_records(changes, wording, against), say("document.diff"))


def _against(against: Against, wording: ChangeWording) -> Iterator[Block]:
    """The saved quotes and requests that change, each with what changes."""
    phrases = wording.phrases
    judged = phrases.count("count.judged", against.judged)
    if not against.affected:
        text = phrases.say("against.none", judged=judged)
        yield Section(phrases.say("against.title"), (Line(text, tone="good"),))
        return
    text = phrases.say("against.some", affected=len(against.affected), judged=judged)
    yield Section(phrases.say("against.title"), (Line(text, tone="bad"),))
    columns = [Column(phrases.say("column.file"), "code")]
    columns += [Column(phrases.say(f"column.{name}")) for name in ("what", "before", "after")]
    yield table(
        columns,
        [
            [Cell(each.file), *(Cell(text) for text in _effect(effect, wording))]
            for each in against.affected
            for effect in each.effects
        ],
    )


def _effect(effect: Effect, wording: ChangeWording) -> tuple[str, str, str]:
    return wording.effect_label(effect), *wording.effect_values(effect)


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


def diff_records(
    changes: Sequence[Change], wording: ChangeWording, against: Against | None = None
) -> Table:
    """One row for each change, for CSV, and one for each effect on a saved quote or request."""
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
    for affected in against.affected if against is not None else ():
        for effect in affected.effects:
            cells = [Cell(None), Cell("against"), Cell(f"{effect.kind}-changed")]
            rows.append([*cells, Cell(affected.file), Cell(wording.effect(effect))])
    return table(columns, rows)
