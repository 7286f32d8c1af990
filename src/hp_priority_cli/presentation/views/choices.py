"""`quote` without a tier or a term: what could be quoted, a row a tier, a column a term."""

from collections.abc import Iterator, Sequence

from hp_priority_cli.customer.records import Request
from hp_priority_cli.eligibility.records import Decision, Eligibility, Notice
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
from hp_priority_cli.presentation.views.eligibility import eligibility_report
from hp_priority_cli.presentation.views.notices import listed_languages, notices, unasked
from hp_priority_cli.presentation.views.questions import confirmations, lapsed, questions_of
from hp_priority_cli.presentation.views.shared import (
    VERDICT_TONE,
    basis,
    next_quote,
    stated,
    terms_for,
    who,
)
from hp_priority_cli.presentation.views.step_up import step_basis, step_title, total_cell
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.quoting.choices import TierChoice
from hp_priority_cli.quoting.records import StepUp

_ASKED = frozenset(["order-unit-open"])
"""What the figures themselves say to be open."""


def choices_report(
    choices: Sequence[TierChoice],
    eligibility: Eligibility,
    request: Request,
    wording: Wording,
    again: str | None = None,
    prices: StepUp | None = None,
) -> Report:
    """The report on what could be quoted; where nothing could, why and what would change that.

    `again` begins the command that asks the same anew, `prices` is what the tiers cost over each
    term where there are price books.
    """
    if not choices:
        tiers = wording.catalog.tier_ids
        return eligibility_report(eligibility, request, wording, tiers=tiers, every_condition=False)
    say = wording.phrases.say
    years = wording.catalog.terms if request.term_years is None else (request.term_years,)
    decisions = [choice.decision for choice in choices]
    alike = _verdict_of_all(choices)
    parts = _parts(choices, years, wording, with_verdicts=alike is None)
    blocks: list[Block] = [
        Heading(say("choices.title"), 1),
        *who(request, wording),
        Section(say("label.stated"), (stated(request, wording),)),
        *([] if alike is None else [_status(alike, wording)]),
        parts,
        *(_prices(prices, request, wording) if prices is not None else ()),
        *_terms(choices, wording),
        *confirmations(decisions, wording),
        *lapsed(request, wording),
        *questions_of(decisions, request, wording),
        *notices(
            _worth_knowing(decisions, prices),
            wording,
            skip=_ASKED,
            languages=listed_languages(request, wording),
        ),
        *basis(wording, request.as_of),
        *_next(choices, request, again, wording),
    ]
    return Report(tuple(blocks), parts, for_a_call=True)


def _worth_knowing(decisions: Sequence[Decision], prices: StepUp | None) -> Iterator[Notice]:
    """What no question and no figure of the answer says of the tiers or of their prices."""
    for decision in decisions:
        yield from unasked(decision.notices, decision.open_points)
    if prices is not None:
        yield from prices.notices


def _status(decision: Decision, wording: Wording) -> Section:
    """The verdict on every tier, before the table of their parts."""
    line = Line(wording.verdict(decision.verdict), tone=VERDICT_TONE[decision.verdict])
    return Section(wording.phrases.say("label.status"), (line,))


def _verdict_of_all(choices: Sequence[TierChoice]) -> Decision | None:
    """A decision that stands for all, where a line for each verdict would only repeat it."""
    one_line_each = all(len(choice.classes) == 1 for choice in choices)
    verdicts = {choice.decision.verdict for choice in choices}
    return choices[0].decision if one_line_each and len(verdicts) == 1 else None


def _parts(
    choices: Sequence[TierChoice], years: Sequence[int], wording: Wording, *, with_verdicts: bool
) -> Table:
    """A row for each tier, its device classes one under the other."""
    say = wording.phrases.say
    columns = [
        Column(say("column.tier")),
        Column(say("column.class")),
        Column(say("column.covered"), "code"),
        *(Column(wording.phrases.count("short.term_years", n), "code") for n in years),
    ]
    rows = [_row(each, years, wording, with_verdict=with_verdicts) for each in choices]
    return table(columns, rows)


def _row(
    choice: TierChoice, years: Sequence[int], wording: Wording, *, with_verdict: bool
) -> list[Cell]:
    decision, none = choice.decision, wording.phrases.say("choices.no-part")
    counts = [wording.phrases.number(each.covered_devices) for each in choice.classes]
    widest = max((len(count) for count in counts), default=0)
    verdict = (wording.verdict(decision.verdict),) if with_verdict else ()
    tone = VERDICT_TONE[decision.verdict]
    return [
        Cell((wording.short_tier(decision.tier), *verdict), tone),
        Cell(
            tuple(
                wording.phrases.say(f"choices.class.{each.device_class}") for each in choice.classes
            )
        ),
        Cell(tuple(f"{count:>{widest}}" for count in counts)),
        *(
            Cell(tuple(part.sku if part else none for part in (c.parts[n] for c in choice.classes)))
            for n in years
        ),
    ]


def _prices(prices: StepUp, request: Request, wording: Wording) -> Iterator[Block]:
    """The total of each tier by term, under its own title with currency and tax stance."""
    say, phrases = wording.phrases.say, wording.phrases
    yield from step_title(prices, wording)
    columns = [Column(say("column.tier"))]
    columns += [
        Column(phrases.count("short.term_years", term.term_years), "count") for term in prices.terms
    ]
    rows = [
        [Cell(wording.short_tier(tier)), *(total_cell(e.tiers[n], wording) for e in prices.terms)]
        for n, tier in enumerate(prices.tiers)
    ]
    yield table(columns, rows)
    yield from step_basis(prices, request, wording)


def _terms(choices: Sequence[TierChoice], wording: Wording) -> list[Block]:
    """Which terms can be quoted where one class of several in scope lacks a part for a term."""
    lines = []
    choices = [choice for choice in choices if len(choice.classes) > 1 or not choice.terms]
    for terms in dict.fromkeys(choice.terms for choice in choices):
        tiers = [each for each in choices if each.terms == terms]
        if any(part is None for each in tiers for c in each.classes for part in c.parts.values()):
            lines.append(terms_for([each.decision.tier for each in tiers], terms, wording))
    return [Section(wording.phrases.say("label.term"), tuple(lines))] if lines else []


def _next(
    choices: Sequence[TierChoice], request: Request, again: str | None, wording: Wording
) -> list[Block]:
    """The quote to go on with: a tier that has the term wanted, sure before conditional."""
    years = request.term_years
    ready = [each for each in choices if each.classes]
    within = [each for each in ready if (years in each.terms if years else each.terms)]
    sure = [each for each in within if each.decision.verdict == "eligible"]
    best = (sure or within)[-1:]
    return [next_quote(each.decision.tier, years or "all", again, wording) for each in best]
