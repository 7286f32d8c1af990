"""`compare` for a person: gains and losses first, then every feature, then the limits by place."""

from collections.abc import Sequence

from hp_priority_cli.customer.records import Request
from hp_priority_cli.presentation.report import (
    Block,
    Cell,
    Column,
    Heading,
    Line,
    Report,
    Table,
    Tone,
    table,
)
from hp_priority_cli.presentation.views.shared import basis, notices
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.quoting.records import ComparedFeature, Comparison

_TONES: dict[str, Tone] = {"included": "good", "not-included": "quiet", "not-stated": "open"}


def comparison_report(comparison: Comparison, request: Request | None, wording: Wording) -> Report:
    """The report on a comparison."""
    names = [wording.tier(tier_id) for tier_id in comparison.tiers]
    blocks: list[Block] = [Heading(wording.phrases.say("heading.comparison"), 1)]
    if len(names) > 1:
        blocks += _changes(comparison, wording)
    blocks.append(Heading(wording.phrases.say("heading.features")))
    blocks.append(_features(comparison, wording))
    blocks += _by_place(comparison, wording)
    # The limits by place were listed above, feature by feature.
    listed = frozenset(["priority-parts-unavailable", "priority-parts-unconfirmed"])
    blocks += notices(comparison.notices, wording, skip=listed)
    blocks += basis(wording, request.as_of if request is not None else None)
    return Report(tuple(blocks), comparison_records(comparison, wording))


def _changes(comparison: Comparison, wording: Wording) -> list[Block]:
    say = wording.phrases.say
    first, last = (wording.tier(comparison.tiers[n]) for n in (0, -1))
    blocks: list[Block] = [Heading(say("heading.changes", first=first, last=last))]
    for kind, found in (
        ("gains", comparison.gains),
        ("losses", comparison.losses),
        ("unclear", comparison.unclear),
    ):
        names = [wording.feature(each) for each in found]
        blocks.append(_change(kind, names, wording))
    replaced = {row.feature.id: row.feature.replaced_by for row in comparison.features}
    for lost in comparison.losses:
        if replaced[lost] is not None:
            new = wording.feature(str(replaced[lost]))
            blocks.append(
                Line(say("change.replaced", old=wording.feature(lost), new=new), item=True)
            )
    return blocks


def _change(kind: str, names: Sequence[str], wording: Wording) -> Line:
    say = wording.phrases.say
    text = "; ".join(names) or say("change.none")
    return Line(text, label=say(f"label.{kind}"), item=True)


def _features(comparison: Comparison, wording: Wording) -> Table:
    say = wording.phrases.say
    short = [Column(say("column.feature"))]
    short += [Column(wording.short_tier(tier_id)) for tier_id in comparison.tiers]
    rows = [_feature(row, comparison.tiers, wording) for row in comparison.features]
    return table([Column(say("column.row"), "count"), *short], rows)


def _feature(row: ComparedFeature, tiers: Sequence[str], wording: Wording) -> list[Cell]:
    cells = [Cell(row.feature.row), Cell(wording.text(row.feature.name))]
    for tier_id in tiers:
        value = row.cells[tier_id]
        cells.append(Cell(wording.phrases.say(f"support.{value}"), _TONES[value]))
    return cells


def _by_place(comparison: Comparison, wording: Wording) -> list[Block]:
    limited = [row for row in comparison.features if row.by_place]
    if not limited:
        return []
    blocks: list[Block] = [Heading(wording.phrases.say("heading.by-place"))]
    for row in limited:
        limits: dict[str, list[str]] = {}
        for code, tiers in row.by_place.items():
            limits.setdefault(next(iter(tiers.values())), []).append(wording.place(code))
        for limit, places in sorted(limits.items()):
            text = wording.phrases.say(f"limit.{limit}", places=wording.phrases.all_of(places))
            blocks.append(Line(text, label=f"{wording.text(row.feature.name)}:", item=True))
    return blocks


def comparison_records(comparison: Comparison, wording: Wording) -> Table:
    """One row for each feature, for CSV: a column for each tier."""
    columns = [Column("row", "count"), Column("feature", "code"), Column("name")]
    columns += [Column(tier_id, "code") for tier_id in comparison.tiers]
    rows = [
        [
            Cell(row.feature.row),
            Cell(row.feature.id),
            Cell(wording.text(row.feature.name)),
            *(Cell(row.cells[tier_id]) for tier_id in comparison.tiers),
        ]
        for row in comparison.features
    ]
    return table(
        [*columns, Column("clauses")],
        [
            [*r, Cell(";".join(c.feature.clauses))]
            for r, c in zip(rows, comparison.features, strict=True)
        ],
    )
