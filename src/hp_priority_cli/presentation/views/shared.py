"""What several views show alike: who asks, verdict cells, questions, notices, the basis."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from hp_priority_cli.customer.records import Request
from hp_priority_cli.eligibility.base import CLASSES, count_base
from hp_priority_cli.eligibility.records import Condition, Decision, Notice, OpenPoint, Verdict
from hp_priority_cli.presentation.confirmations import (
    answering_option,
    confirmed_by,
    what_was_said,
)
from hp_priority_cli.presentation.report import Block, Cell, Line, Section, Tone
from hp_priority_cli.presentation.wording import Wording

VERDICT_TONE: Mapping[Verdict, Tone] = {
    "eligible": "good",
    "conditional": "open",
    "not-eligible": "bad",
}
_PLACES_BY_NAME = 3


def verdict_cell(decision: Decision, wording: Wording) -> Cell:
    """The word for the verdict, in its colour."""
    return Cell(wording.verdict(decision.verdict), VERDICT_TONE[decision.verdict])


def stated(request: Request, wording: Wording) -> Line:
    """What is known of the customer, on one line; many places by their codes alone."""
    say = wording.phrases.say
    parts = [_stated_counts(request, wording)]
    if request.places:
        few = len(request.places) <= _PLACES_BY_NAME
        names = [wording.place(code) for code in request.places]
        parts.append(wording.phrases.all_of(names) if few else " ".join(request.places))
    if request.it_desk is not None:
        parts.append(say(f"stated.it-desk.{request.it_desk}"))
    if request.whole_base is not None:
        parts.append(say("stated.whole-base" if request.whole_base else "stated.part-base"))
    return Line(say("list.semicolon").join([*parts, *_wishes(request, wording)]))


def _wishes(request: Request, wording: Wording) -> Iterator[str]:
    """What the customer asks for beside a tier: head office, languages, help at any hour."""
    say = wording.phrases.say
    if request.headquarters is not None:
        yield say("stated.headquarters", country=wording.place(request.headquarters))
    if request.languages:
        yield wording.phrases.all_of([wording.language(tag) for tag in request.languages])
    if request.around_the_clock:
        yield say("stated.around-the-clock")


def _stated_counts(request: Request, wording: Wording) -> str:
    base = count_base(request)
    known = {key: base.of(key) for key in CLASSES if key not in base.unstated or base.of(key)}
    if not known:
        return wording.phrases.say("stated.no-counts")
    counts = [wording.phrases.count(f"count.{key}", number) for key, number in known.items()]
    return wording.phrases.say("list.comma").join(counts)


def who(request: Request, wording: Wording) -> list[Block]:
    """The customer and the deal, where they were named."""
    say = wording.phrases.say
    named = (("label.customer", request.customer), ("label.reference", request.reference))
    return [Section(say(key), (Line(text),)) for key, text in named if text]


def questions_of(decisions: Sequence[Decision], wording: Wording) -> list[Block]:
    """The open points of several tiers; what a place decides is said tier by tier."""
    verdicts: dict[str, dict[str, str]] = {}
    for decision in decisions:
        for point in decision.open_points:
            verdict = point.values.get("verdict_without")
            if verdict is not None:
                name = wording.short_tier(decision.tier)
                verdicts.setdefault(point.id, {})[name] = wording.verdict(str(verdict))
    points = [point for decision in decisions for point in decision.open_points]
    return questions(points, wording, verdicts)


def questions(
    points: Iterable[OpenPoint],
    wording: Wording,
    verdicts: Mapping[str, Mapping[str, str]] | None = None,
) -> list[Block]:
    """Each open point once, under whom to ask, with the option that answers it.

    What decides a verdict comes first; what is only worth knowing has a heading of its own.
    """
    blocks: list[Block] = []
    without = verdicts or {}
    unique = list({(point.id, point.reading): point for point in points}.values())
    for decides, whom in ((True, "customer"), (True, "hp"), (False, "customer"), (False, "hp")):
        asked = [point for point in unique if point.ask == whom and point.decides is decides]
        lines = tuple(
            Line(
                wording.question(point, without.get(point.id)),
                command=answering_option(point, wording),
            )
            for point in asked
        )
        if lines:
            heading = f"heading.ask-{whom}" if decides else f"heading.also-ask-{whom}"
            blocks.append(Section(wording.phrases.say(heading), lines))
    return blocks


def confirmations(decisions: Iterable[Decision], wording: Wording) -> list[Block]:
    """Every answer that bears on the tiers, once, with who gave it."""
    answers = {answer.point: answer for decision in decisions for answer in decision.confirmed}
    lines = tuple(
        Line(
            confirmed_by(answer, wording),
            label=wording.phrases.say("label.record", label=what_was_said(answer, wording)),
        )
        for answer in answers.values()
    )
    return [Section(wording.phrases.say("heading.confirmed"), lines)] if lines else []


def unasked(found: Iterable[Notice], decision: Decision) -> Iterator[Notice]:
    """The notices that no open point of a decision asks about already."""
    asked = {point.id for point in decision.open_points}
    for notice in found:
        if f"{notice.code}:{notice.values.get('country')}" not in asked:
            yield notice


def notices(
    found: Iterable[Notice], wording: Wording, *, skip: frozenset[str] = frozenset()
) -> list[Block]:
    """The notices, those of one code that differ in a place or a language alone on one line."""
    groups: dict[str, dict[str, Notice]] = {}
    for each in found:
        if each.code not in skip:
            groups.setdefault(each.code, {}).setdefault(repr(each), each)
    lines = tuple(Line(_merged([*group.values()], wording)) for group in groups.values())
    return [Section(wording.phrases.say("heading.notices"), lines)] if lines else []


def _merged(group: list[Notice], wording: Wording) -> str:
    """One sentence for several places: their names listed where one name would stand."""
    first = group[0]
    for key, name in (("country", wording.place), ("language", wording.language)):
        values = [each.values.get(key) for each in group]
        others = [{k: v for k, v in each.values.items() if k != key} for each in group]
        if len(group) > 1 and all(isinstance(v, str) for v in values) and _same(others):
            listed = wording.phrases.all_of([name(str(value)) for value in values])
            fields = {**wording.fields(first.values), key: listed}
            return wording.phrases.say(f"notice.{first.code}", **fields)
    return " ".join(wording.notice(each) for each in group)


def _same(items: list[dict[str, object]]) -> bool:
    return all(each == items[0] for each in items)


def clauses(condition: Condition) -> str:
    """The clauses of a condition in brackets."""
    return f"[{', '.join(condition.clauses)}]"


def basis(wording: Wording, as_of: date | None) -> list[Block]:
    """What the answer rests on: the sheet, its edition and age, and what is taken as given."""
    document, phrases = wording.catalog.document, wording.phrases
    year, month = (int(part) for part in document.edition.split("-"))
    edition = phrases.say("date.edition", month=phrases.month(month), year=str(year))
    if as_of is None:
        text = phrases.say("basis", document=document.id, edition=edition)
    else:
        months = (as_of.year - year) * 12 + as_of.month - month
        age = phrases.count("count.months", abs(months))
        key = "basis.aged" if months >= 0 else "basis.before"
        text = phrases.say(key, document=document.id, edition=edition, age=age)
    given = phrases.say("basis.assumptions")
    return [
        Section(phrases.say("heading.basis"), (Line(text, tone="quiet"), Line(given, tone="quiet")))
    ]
