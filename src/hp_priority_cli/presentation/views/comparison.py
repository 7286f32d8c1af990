"""`compare` for a person: gains and losses, rows that differ, limits by place, what is alike."""

from collections.abc import Callable, Sequence
from itertools import pairwise

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
from hp_priority_cli.presentation.views.notices import (
    all_alike,
    notices,
    places_by_code,
    places_in_full,
    unasked,
)
from hp_priority_cli.presentation.views.questions import questions
from hp_priority_cli.presentation.views.shared import basis
from hp_priority_cli.presentation.views.step_up import STEP_COLUMNS, step_blocks, step_records
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.quoting.records import ComparedFeature, Comparison, StepUp

_TONES: dict[str, Tone] = {"included": "good", "not-included": "quiet", "not-stated": "open"}
_TWO = 2
_ALIKE = {
    ("included", False): "in-both",
    ("included", True): "in-all",
    ("not-included", False): "in-neither",
    ("not-included", True): "in-none",
}
"""The word for rows in which tiers agree, by what they agree on and whether they are many."""


def comparison_report(
    comparison: Comparison,
    request: Request | None,
    wording: Wording,
    prices: StepUp | None = None,
    *,
    every_row: bool = False,
) -> Report:
    """The report on a comparison, with what the tiers cost where that was asked.

    With `every_row` rows in which the tiers agree stand in the table too, each with its clauses.
    """
    places = request.places if request is not None else ()
    blocks: list[Block] = [_title(comparison, wording)]
    if prices is not None and request is not None:
        blocks += step_blocks(prices, request, wording)
    if len(comparison.tiers) > 1:
        blocks += _changes(comparison, places, wording)
    blocks += _features(comparison, places, wording, every_row=every_row)
    blocks += _by_place(comparison, wording)
    # The limits by place and what takes over from a loss were named above.
    listed = {"priority-parts-unavailable", "priority-parts-unconfirmed"}
    if comparison.losses:
        listed.add("agent-replaced-by-manager")
    known = comparison.notices
    if prices is not None and request is not None:
        points = [point for quote in prices.quotes for point in quote.open_points]
        blocks += questions(points, request, wording)
        known = (*known, *unasked(prices.notices, points))
    blocks += notices(known, wording, skip=frozenset(listed))
    blocks += basis(wording, request.as_of if request is not None else None)
    return Report(tuple(blocks), comparison_records(comparison, prices, wording))


def _title(comparison: Comparison, wording: Wording) -> Heading:
    first, last = (wording.tier(comparison.tiers[n]) for n in (0, -1))
    if first == last:
        return Heading(first, 1)
    return Heading(wording.phrases.say("heading.changes", first=first, last=last), 1)


def _changes(comparison: Comparison, places: Sequence[str], wording: Wording) -> list[Block]:
    """What the last tier named holds more and less than the first, and what is lost on the way.

    What the customer gets in none of the places stated is no gain.
    """
    rows, last = {row.feature.id: row for row in comparison.features}, comparison.tiers[-1]
    gained = [
        rows[id_]
        for id_ in comparison.gains
        if not places or set(places) - {*_limits_of(rows[id_], last)["unavailable"]}
    ]
    gains, in_full = (
        [_gained(row, last, wording, name) for row in gained]
        for name in (places_by_code, places_in_full)
    )
    losses = [_lost(rows[id_], wording) for id_ in comparison.losses]
    unclear = [wording.feature(each) for each in comparison.unclear]
    nothing = _nothing(comparison.tiers, wording)
    return [
        _change("losses", losses, "bad", nothing, wording),
        *_on_the_way(comparison, wording),
        _change("gains", gains, "good", nothing, wording, in_full),
        _change("unclear", unclear, "open", nothing, wording),
    ]


def _change(
    kind: str,
    names: Sequence[str],
    tone: Tone,
    nothing: str,
    wording: Wording,
    in_full: Sequence[str] | None = None,
) -> Section:
    say = wording.phrases.say
    text, full = (say("list.semicolon").join(each) for each in (names, in_full or names))
    line = Line(text, tone=tone, in_full=full) if names else Line(nothing)
    return Section(say(f"label.{kind}"), (line,))


def _nothing(tiers: Sequence[str], wording: Wording) -> str:
    """That there is no such change; of many tiers, between which two of them there is none."""
    if len(tiers) <= _TWO:
        return wording.phrases.say("change.none")
    names = {"first": wording.short_tier(tiers[0]), "last": wording.short_tier(tiers[-1])}
    return wording.phrases.say("change.none-between", **names)


def _lost(row: ComparedFeature, wording: Wording) -> str:
    """A feature that is lost, with what takes over."""
    old, heir = wording.text(row.feature.name), row.feature.replaced_by
    if heir is None:
        return old
    return wording.phrases.say("change.replaced", old=old, new=wording.feature(heir))


def _gained(
    row: ComparedFeature,
    tier_id: str,
    wording: Wording,
    named: Callable[[Sequence[str], Wording], str] = places_by_code,
) -> str:
    """A feature that is gained, with its limits in the places of the customer."""
    say, name = wording.phrases.say, wording.text(row.feature.name)
    limits = [
        say(f"limit.short.{limit}", places=named(codes, wording))
        for limit, codes in _limits_of(row, tier_id).items()
        if codes
    ]
    if not limits:
        return name
    return say("change.limited", feature=name, limit=say("list.semicolon").join(limits))


def _on_the_way(comparison: Comparison, wording: Wording) -> list[Block]:
    """What a step between two tiers loses, though the first and the last may hide it."""
    say = wording.phrases.say
    lines = []
    for first, last in pairwise(comparison.tiers) if len(comparison.tiers) > _TWO else ():
        change = ("included", "not-included")
        lost = [r for r in comparison.features if (r.cells[first], r.cells[last]) == change]
        if lost:
            names = {"first": wording.short_tier(first), "last": wording.short_tier(last)}
            text = say("list.semicolon").join(_lost(row, wording) for row in lost)
            lines.append(Line(say("change.step", **names, lost=text), tone="bad"))
    return [Section(say("label.on-the-way"), tuple(lines))] if lines else []


def _features(
    comparison: Comparison, places: Sequence[str], wording: Wording, *, every_row: bool
) -> list[Block]:
    """The rows in which the tiers differ; those in which they agree by name alone."""
    say, tiers = wording.phrases.say, comparison.tiers
    columns = [Column(say("column.row"), "count"), Column(say("column.feature"))]
    columns += [Column(wording.short_tier(tier_id)) for tier_id in tiers]
    columns.append(Column(say("column.clause"), spares=True))
    alike = {
        value: [row for row in comparison.features if set(row.cells.values()) == {value}]
        for value in ("included", "not-included")
        if len(tiers) > 1 and not every_row
    }
    differing = [row for row in comparison.features if not any(row in a for a in alike.values())]
    blocks: list[Block] = []
    if differing:
        rows = [_feature(row, tiers, places, wording) for row in differing]
        blocks.append(table(columns, rows))
    for value, rows_alike in alike.items():
        if rows_alike:
            names, full = (
                say("list.semicolon").join(_gained(r, tiers[-1], wording, name) for r in rows_alike)
                for name in (places_by_code, places_in_full)
            )
            label = f"label.{_ALIKE[value, len(tiers) > _TWO]}"
            blocks.append(Section(say(label), (Line(names, in_full=full),)))
    return blocks


def _feature(
    row: ComparedFeature, tiers: Sequence[str], places: Sequence[str], wording: Wording
) -> list[Cell]:
    cells = [
        Cell(
            _support(row, tier_id, places, wording),
            "open" if any(_limits_of(row, tier_id).values()) else _TONES[row.cells[tier_id]],
        )
        for tier_id in tiers
    ]
    name, clauses = wording.text(row.feature.name), ", ".join(_nearest(row.feature.clauses))
    return [Cell(row.feature.row), Cell(name), *cells, Cell(clauses, "quiet")]


def _nearest(clauses: Sequence[str]) -> list[str]:
    """The clauses but those that hold another of them, as `table-1` holds `table-1-agents`."""
    return [id_ for id_ in clauses if not any(each.startswith(f"{id_}-") for each in clauses)]


def _support(row: ComparedFeature, tier_id: str, places: Sequence[str], wording: Wording) -> str:
    """Whether a tier holds a feature; where it does, what that is worth in the places named."""
    say = wording.phrases.say
    limits = _limits_of(row, tier_id)
    refused, doubtful = (wording.phrases.all_of(codes) for codes in limits.values())
    if refused and set(limits["unavailable"]) == set(places):
        return say("support.included.unavailable", places=refused)
    if refused and doubtful:
        return say("support.included.both", unavailable=refused, unconfirmed=doubtful)
    if refused:
        return say("support.included.partly", places=refused)
    if doubtful:
        return say("support.included.unconfirmed", places=doubtful)
    return say(f"support.{row.cells[tier_id]}")


def _limits_of(row: ComparedFeature, tier_id: str) -> dict[str, list[str]]:
    """The places in which a tier's feature is not available, and those HP has to confirm."""
    return {
        limit: [code for code, tiers in row.by_place.items() if tiers.get(tier_id) == limit]
        for limit in ("unavailable", "unconfirmed")
    }


def _by_place(comparison: Comparison, wording: Wording) -> list[Block]:
    """The limits in the customer's places, those that several features share on one line."""
    limits: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for row in comparison.features:
        for limit in ("unavailable", "unconfirmed"):
            places = tuple(c for c, tiers in row.by_place.items() if limit in tiers.values())
            if places:
                limits.setdefault((limit, places), []).append(wording.text(row.feature.name))
    named = all_alike(places for _, places in limits)
    lines = tuple(
        Line(
            wording.phrases.say(f"limit.{limit}", places=named(places, wording)),
            label=wording.phrases.say("label.record", label=wording.phrases.all_of(features)),
            in_full=wording.phrases.say(f"limit.{limit}", places=places_in_full(places, wording)),
        )
        for (limit, places), features in limits.items()
    )
    return [Section(wording.phrases.say("heading.by-place"), lines)] if lines else []


def comparison_records(comparison: Comparison, prices: StepUp | None, wording: Wording) -> Table:
    """One row for each feature, for CSV: a column for each tier. With prices, two for each term."""
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
    if prices is None:
        return table(columns, rows)
    blank = [Cell(None)] * len(STEP_COLUMNS)
    rows = [[*row, *blank] for row in rows]
    tiers = len(comparison.tiers)
    for key, *values in step_records(prices):
        name = wording.phrases.say(f"step.{key}")
        figures = [Cell(value) for value in values]
        lead = [Cell(None), Cell(key), Cell(name), *figures[:tiers], Cell(None), Cell(None)]
        rows.append([*lead, *figures[tiers:]])
    return table([*columns, *STEP_COLUMNS], rows)


def _limits(row: ComparedFeature) -> str:
    """The limits of a feature by place, as `BR=unavailable;JM=unconfirmed`."""
    limits = {code: next(iter(tiers.values())) for code, tiers in row.by_place.items()}
    return ";".join(f"{code}={limit}" for code, limit in limits.items())
