"""The open points as questions: each once, under whom to ask, with the option that answers it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from hp_priority_cli.customer.answers import answers_on_other_bases
from hp_priority_cli.customer.records import Request
from hp_priority_cli.eligibility.records import Decision, OpenPoint
from hp_priority_cli.presentation.confirmations import answering_option, confirmed_by, what_was_said
from hp_priority_cli.presentation.report import FOLDS_NEXT, Block, Line, Section
from hp_priority_cli.presentation.views.shared import has_many_places
from hp_priority_cli.presentation.wording import Wording


def questions_of(decisions: Sequence[Decision], request: Request, wording: Wording) -> list[Block]:
    """The open points of several tiers; what a place decides is said tier by tier."""
    points = [point for decision in decisions for point in decision.open_points]
    return questions(points, request, wording, verdicts_without(decisions, wording))


def verdicts_without(
    decisions: Iterable[Decision], wording: Wording
) -> Mapping[str, Mapping[str, str]]:
    """The verdict on each tier without the devices of a place, by the point about that place."""
    verdicts: dict[str, dict[str, str]] = {}
    for decision in decisions:
        for point in decision.open_points:
            verdict = point.values.get("verdict_without")
            if verdict is not None:
                name = wording.short_tier(decision.tier)
                verdicts.setdefault(point.id, {})[name] = wording.verdict(str(verdict))
    return verdicts


def questions(
    points: Iterable[OpenPoint],
    request: Request,
    wording: Wording,
    verdicts: Mapping[str, Mapping[str, str]] | None = None,
) -> list[Block]:
    """A section for the customer and one for HP, what may change a verdict before what does not.

    Where the customer has many places, all stated by their codes, questions on several of them name
    them so too. A document says what each section has to settle, and asks in whole sentences.
    """
    unique = list({(point.id, point.reading): point for point in points}.values())
    by_codes = has_many_places(request) and sum("country" in each.values for each in unique) > 1
    blocks: list[Block] = []
    for whom in ("customer", "hp"):
        asked = sorted((each for each in unique if each.ask == whom), key=_changes_nothing)
        lines = tuple(_lines(asked, wording, verdicts or {}, by_codes=by_codes))
        if lines:
            asks, settles = (
                wording.phrases.say(f"heading.{do}-{whom}") for do in ("ask", "settle")
            )
            blocks.append(Section(asks, lines, settles))
    return blocks


def _lines(
    points: Sequence[OpenPoint],
    wording: Wording,
    verdicts: Mapping[str, Mapping[str, str]],
    *,
    by_codes: bool,
) -> Iterator[Line]:
    for group in _alike(points, by_codes=by_codes):
        first = group[0]
        places = [str(each.values["country"]) for each in group] if len(group) > 1 else []
        text = wording.question(first, verdicts.get(first.id), places, by_codes=by_codes)
        short = by_codes or first.code == "minimum-base"
        full = _asked(group, wording, verdicts) if short else None
        option = answering_option(first, wording)
        if places:
            option = option.replace(f":{places[0]}", f":{','.join(places)}")
        idle = _changes_nothing(first)
        label = wording.phrases.say("label.undecisive") if idle else None
        folds = FOLDS_NEXT if idle else 0
        yield Line(text, label, command=option, folds=folds, in_full=full, label_is_hint=idle)


def _asked(
    points: Sequence[OpenPoint], wording: Wording, verdicts: Mapping[str, Mapping[str, str]]
) -> str:
    """The questions of points as there is room for them: places by name, readings whole."""
    said = []
    for group in _alike(points, by_codes=False):
        first = group[0]
        places = [str(each.values["country"]) for each in group] if len(group) > 1 else []
        if first.code == "minimum-base":
            said.append(wording.reading_question(first))
        else:
            said.append(wording.question(first, verdicts.get(first.id), places))
    return " ".join(said)


def _changes_nothing(point: OpenPoint) -> bool:
    """Whether no answer changes a verdict; a count not stated may open a tier that now fails."""
    return not point.decides and point.code != "count-taken-as-zero"


def _alike(points: Sequence[OpenPoint], *, by_codes: bool) -> list[list[OpenPoint]]:
    """The points in groups: those that ask the same of several places are one question."""
    groups: dict[object, list[OpenPoint]] = {}
    for point in points:
        groups.setdefault(_what_is_asked(point, by_codes=by_codes), []).append(point)
    return list(groups.values())


def _what_is_asked(point: OpenPoint, *, by_codes: bool) -> object:
    """The question of a point without its place; with its id where it stands for itself."""
    about = {key: value for key, value in point.values.items() if key != "country"}
    alone = "country" not in point.values or any(about.get(key) for key in ("devices", "countries"))
    if by_codes and not alone:
        return point.code
    return (point.id if alone else point.code, point.reading, repr(sorted(about.items())))


def _opened(text: str) -> str:
    """A text as a line begins with it."""
    return text[:1].upper() + text[1:]


def lapsed(request: Request, wording: Wording) -> list[Block]:
    """What HP answered on another base, and so has to be asked again: for the eyes of who asks."""
    say = wording.phrases.say
    lines: list[Line] = []
    for answer in answers_on_other_bases(request):
        if answer.base is not None:
            said = _opened(what_was_said(answer, wording))
            counts = wording.counts({"pcs": answer.base.pcs, "printers": answer.base.printers})
            text = say("lapsed", counts=counts)
            lines.append(Line(text, say("label.record", label=said), tone="open", is_hint=True))
    return [Section(say("heading.lapsed"), tuple(lines))] if lines else []


def confirmations(decisions: Iterable[Decision], wording: Wording) -> list[Block]:
    """Every answer that bears on the tiers, once; those that one person gave on one line."""
    answers = {answer.point: answer for decision in decisions for answer in decision.confirmed}
    said: dict[str, list[str]] = {}
    for answer in answers.values():
        said.setdefault(confirmed_by(answer, wording), []).append(what_was_said(answer, wording))
    say = wording.phrases.say
    lines = tuple(
        Line(by, label=say("label.record", label=_opened(say("list.semicolon").join(facts))))
        for by, facts in said.items()
    )
    return [Section(say("heading.confirmed"), lines)] if lines else []
