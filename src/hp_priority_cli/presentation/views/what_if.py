"""`eligible --what-if` for a person: the verdicts that change, side by side with those of today."""

from collections.abc import Callable, Iterator, Sequence

from hp_priority_cli.customer.records import Request
from hp_priority_cli.eligibility.records import Decision, Eligibility, Notice, OpenPoint
from hp_priority_cli.eligibility.what_if import WhatIf, changed_tiers, raised_points, settled_points
from hp_priority_cli.presentation.confirmations import answering_option
from hp_priority_cli.presentation.report import (
    Block,
    Cell,
    Column,
    Line,
    Report,
    Section,
    Table,
    table,
)
from hp_priority_cli.presentation.views.notices import notices, unasked
from hp_priority_cli.presentation.views.questions import verdicts_without
from hp_priority_cli.presentation.views.shared import VERDICT_TONE, basis, stated, who
from hp_priority_cli.presentation.wording import Wording


def what_if_report(
    now: Eligibility,
    suppositions: tuple[WhatIf, ...],
    request: Request,
    wording: Wording,
    tiers: Sequence[str],
) -> Report:
    """The report on what would change for the tiers named."""
    say = wording.phrases.say
    changed = [tier for tier in changed_tiers(now, suppositions) if tier in tiers]
    blocks: list[Block] = [
        *who(request, wording),
        Section(say("label.stated"), (stated(request, wording),)),
        _verdicts(now, suppositions, changed, wording) if changed else _nothing(tiers, wording),
        *_questions("what-if.settles", settled_points, now, suppositions, tiers, wording),
        *_questions("what-if.raises", raised_points, now, suppositions, tiers, wording),
        *notices(_raised_notices(now, suppositions, changed), wording),
        *basis(wording, request.as_of),
    ]
    return Report(
        tuple(blocks), what_if_records(now, suppositions, changed), say("document.what-if")
    )


def _questions(
    title: str,
    found: Callable[[Eligibility, WhatIf, Sequence[str]], tuple[OpenPoint, ...]],
    now: Eligibility,
    suppositions: Sequence[WhatIf],
    tiers: Sequence[str],
    wording: Wording,
) -> list[Block]:
    """The questions that suppositions settle or raise: often the reason to suppose them."""
    lines = []
    for each in suppositions:
        decisions = [e for e in (*now.tiers, *each.eligibility.tiers) if e.tier in tiers]
        without = verdicts_without(decisions, wording)
        label = wording.phrases.say("label.record", label=each.given)
        for point in found(now, each, tiers):
            text = wording.question(point, without.get(point.id))
            lines.append(Line(text, label=label, command=answering_option(point, wording)))
    return [Section(wording.phrases.say(title), tuple(lines))] if lines else []


def _raised_notices(
    now: Eligibility, suppositions: Sequence[WhatIf], changed: Sequence[str]
) -> Iterator[Notice]:
    """What is to be known of a tier that comes within reach and is not of one within reach now."""
    within = [each for each in now.tiers if each.verdict != "not-eligible"]
    known = [notice for each in within for notice in each.notices]
    for supposition in suppositions:
        for tier in changed:
            decision = supposition.eligibility.decision(tier)
            if decision.verdict != "not-eligible":
                found = unasked(decision.notices, decision.open_points)
                yield from (each for each in found if each not in known)


def _nothing(tiers: Sequence[str], wording: Wording) -> Line:
    """That no verdict changes, on the tiers that were looked at."""
    if len(tiers) < len(wording.catalog.tier_ids):
        return Line(wording.phrases.say("what-if.nothing-for", tiers=wording.tiers(tiers)))
    return Line(wording.phrases.say("what-if.nothing"))


def _verdicts(
    now: Eligibility, suppositions: tuple[WhatIf, ...], changed: Sequence[str], wording: Wording
) -> Table:
    """A row for what is stated and for each supposition, its words as they were given."""
    say = wording.phrases.say
    columns = [Column(say("column.facts"), "code")]
    columns += [Column(wording.short_tier(tier)) for tier in changed]
    worlds = [(say("what-if.as-stated"), now), *((s.given, s.eligibility) for s in suppositions)]
    rows = [
        [
            Cell(given, "strong"),
            *(_verdict(found.decision(tier), wording, now) for tier in changed),
        ]
        for given, found in worlds
    ]
    return table(columns, rows)


def _verdict(decision: Decision, wording: Wording, now: Eligibility) -> Cell:
    """The verdict, and under it whom a conditional one waits for; quiet where it is that of now."""
    waits = [wording.phrases.say(f"waits.{whom}") for whom in decision.waits_for]
    lines = (wording.verdict(decision.verdict), *waits)
    before = now.decision(decision.tier)
    same = decision is not before and before.verdict == decision.verdict
    return Cell(lines, "quiet" if same else VERDICT_TONE[decision.verdict])


def what_if_records(
    now: Eligibility, suppositions: tuple[WhatIf, ...], changed: Sequence[str]
) -> Table:
    """One row for each tier that changes, for CSV: the verdict now, then one a supposition."""
    columns = [Column("tier", "code"), Column("now", "code")]
    columns += [Column(each.given, "code") for each in suppositions]
    worlds = [now, *(each.eligibility for each in suppositions)]
    rows = [
        [Cell(tier), *(Cell(world.decision(tier).verdict) for world in worlds)] for tier in changed
    ]
    return table(columns, rows)
