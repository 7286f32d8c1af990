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
    Section,
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
    blocks: list[Block] = [_title(comparison, wording)]
    if len(comparison.tiers) > 1:
        blocks += _changes(comparison, wording)
    blocks.append(_features(comparison, wording))
    blocks += _by_place(comparison, wording)
    # The limits by place were listed above, feature by feature.
    listed = frozenset(["priority-parts-unavailable", "priority-parts-unconfirmed"])
    blocks += notices(comparison.notices, wording, skip=listed)
    blocks += basis(wording, request.as_of if request is not None else None)
    return Report(tuple(blocks), comparison_records(comparison, wording))


def _title(comparison: Comparison, wording: Wording) -> Heading:
    first, last = (wording.tier(comparison.tiers[n]) for n in (0, -1))
    if first == last:
        return Heading(first, 1)
    return Heading(wording.phrases.say("heading.changes", first=first, last=last), 1)


def _changes(comparison: Comparison, wording: Wording) -> list[Block]:
    """What the last tier named holds more and less than the first, losses with what takes over."""
    say = wording.phrases.say
    replaced = {row.feature.id: row.feature.replaced_by for row in comparison.features}
    losses = [
        wording.feature(lost)
        if replaced[lost] is None
        else say(
            "change.replaced", old=wording.feature(lost), new=wording.feature(str(replaced[lost]))
        )
        for lost in comparison.losses
    ]
    gains = [wording.feature(gained) for gained in comparison.gains]
    unclear = [wording.feature(each) for each in comparison.unclear]
    return [
        _change("losses", losses, "bad", wording),
        _change("gains", gains, "good", wording),
        _change("unclear", unclear, "open", wording),
    ]


def _change(kind: str, names: Sequence[str], tone: Tone, wording: Wording) -> Section:
    say = wording.phrases.say
    line = Line(say("list.semicolon").join(names), tone=tone) if names else Line(say("change.none"))
    return Section(say(f"label.{kind}"), (line,))


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
    """The limits in the customer's places, those that several features share on one line."""
    limits: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for row in comparison.features:
        for limit in ("unavailable", "unconfirmed"):
            places = tuple(c for c, tiers in row.by_place.items() if limit in tiers.values())
            if places:
                limits.setdefault((limit, places), []).append(wording.text(row.feature.name))
    lines = tuple(
        Line(
            wording.phrases.say(
                f"limit.{limit}", places=wording.phrases.all_of([wording.place(c) for c in places])
            ),
            label=wording.phrases.say("label.record", label=wording.phrases.all_of(features)),
        )
        for (limit, places), features in limits.items()
    )
    return [Section(wording.phrases.say("heading.by-place"), lines)] if lines else []


def comparison_records(comparison: Comparison, wording: Wording) -> Table:
    """One row for each feature, for CSV: a column for each tier."""
    columns = [Column("row", "count"), Column("feature", "code"), Column("name")]
    columns += [Column(tier_id, "code") for tier_id in comparison.tiers]
    columns += [Column("by_place"), Column("clauses")]
    rows = [
        [
            Cell(row.feature.row),
            Cell(row.feature.id),
            Cell(wording.text(row.feature.name)),
            *(Cell(row.cells[tier_id]) for tier_id in comparison.tiers),
            Cell(_limits(row)),
            Cell(";".join(row.feature.clauses)),
        ]
        for row in comparison.features
    ]
    return table(columns, rows)


def _limits(row: ComparedFeature) -> str:
    """The limits of a feature by place, as `BR=unavailable;JM=unconfirmed`."""
    limits = {code: next(iter(tiers.values())) for code, tiers in row.by_place.items()}
    return ";".join(f"{code}={limit}" for code, limit in limits.items())
