"""What several views show alike: who asks, verdict cells, questions, notices, the basis."""

from collections.abc import Iterable, Mapping
from datetime import date

from hp_priority_cli.customer.records import Request
from hp_priority_cli.eligibility.base import count_base
from hp_priority_cli.eligibility.records import Condition, Decision, Notice, OpenPoint, Verdict
from hp_priority_cli.presentation.report import Block, Cell, Heading, Line, Tone
from hp_priority_cli.presentation.wording import Wording

VERDICT_TONE: Mapping[Verdict, Tone] = {
    "eligible": "good",
    "conditional": "open",
    "not-eligible": "bad",
}
_MARK: Mapping[Verdict, str] = {"eligible": "+", "conditional": "?", "not-eligible": "-"}
_OPTIONS = {
    "it-desk": "--it-desk own|partner|none",
    "whole-base": "--whole-base | --part-base",
    "listed-country": "--country CC[,CC]",
    "headquarters": "--headquarters CC",
    "count-taken-as-zero:pcs": "--pcs N",
    "count-taken-as-zero:printers": "--printers N",
    "order-unit": "--order-unit device|contract",
}
"""The option that answers each question to the customer; HP's answers have none yet."""


def verdict_cell(decision: Decision, wording: Wording) -> Cell:
    """The verdict with a sign before it, so that it reads without colour."""
    verdict = decision.verdict
    return Cell(f"{_MARK[verdict]} {wording.verdict(verdict)}", VERDICT_TONE[verdict])


def stated(request: Request, wording: Wording) -> Line:
    """What is known of the customer, on one line."""
    say = wording.phrases.say
    base = count_base(request)
    counts = {"pcs": base.pcs, "printers": base.printers}
    parts = [wording.phrases.count(f"count.{key}", n) for key, n in counts.items()
             if key not in base.unstated or n]  # fmt: skip
    if len(base.unstated) == len(counts) and not (base.pcs or base.printers):
        parts = [say("stated.no-counts")]
    if request.places:
        parts.append(wording.phrases.all_of([wording.place(code) for code in request.places]))
    if request.it_desk is not None:
        parts.append(say(f"stated.it-desk.{request.it_desk}"))
    if request.whole_base is not None:
        parts.append(say("stated.whole-base" if request.whole_base else "stated.part-base"))
    return Line(", ".join(parts), label=say("label.stated"))


def who(request: Request, wording: Wording) -> list[Block]:
    """The customer and the deal, where they were named."""
    say = wording.phrases.say
    named = (("label.customer", request.customer), ("label.reference", request.reference))
    return [Line(text, label=say(key)) for key, text in named if text]


def questions(points: Iterable[OpenPoint], wording: Wording) -> list[Block]:
    """Each open point once, under whom to ask, with the option that answers it."""
    blocks: list[Block] = []
    unique = {point.id: point for point in points}
    for whom in ("customer", "hp"):
        asked = [point for point in unique.values() if point.ask == whom]
        if asked:
            blocks.append(Heading(wording.phrases.say(f"heading.ask-{whom}")))
        blocks += [Line(_question(point, wording), item=True) for point in asked]
    return blocks


def _question(point: OpenPoint, wording: Wording) -> str:
    question = wording.question(point)
    option = _OPTIONS.get(point.id)
    return question if option is None else f"{question}  {option}"


def notices(
    found: Iterable[Notice], wording: Wording, *, skip: frozenset[str] = frozenset()
) -> list[Block]:
    """The notices, those of one code that differ in a place or a language alone on one line."""
    groups: dict[str, list[Notice]] = {}
    for each in found:
        group = groups.setdefault(each.code, [])
        if each not in group:
            group.append(each)
    lines = [_merged(group, wording) for code, group in groups.items() if code not in skip]
    if not lines:
        return []
    heading = Heading(wording.phrases.say("heading.notices"))
    return [heading, *(Line(line, item=True) for line in lines)]


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


def failures(decision: Decision, wording: Wording) -> str:
    """The conditions that fail, each with its clause."""
    return " ".join(f"{wording.condition(e)} {clauses(e)}" for e in decision.failures)


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
        age = phrases.count("count.months", max(months, 0))
        day = phrases.date(as_of)
        text = phrases.say("basis.aged", document=document.id, edition=edition, age=age, day=day)
    return [
        Heading(phrases.say("heading.basis")),
        Line(text, tone="quiet"),
        Line(phrases.say("basis.assumptions"), tone="quiet"),
    ]
