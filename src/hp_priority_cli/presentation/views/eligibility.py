"""`eligible` for a person: a line a tier, then questions, ways in, notices, the basis."""

from collections.abc import Iterator, Mapping, Sequence

from hp_priority_cli.customer.records import Request
from hp_priority_cli.eligibility.base import count_base
from hp_priority_cli.eligibility.records import (
    Condition,
    Counts,
    Decision,
    Eligibility,
    WayIn,
)
from hp_priority_cli.presentation.confirmations import answer_that_flips
from hp_priority_cli.presentation.report import (
    FOLDS_NEXT,
    Block,
    Cell,
    Column,
    Line,
    Report,
    Section,
    Table,
    table,
    with_lines,
)
from hp_priority_cli.presentation.views.notices import listed_languages, notices, unasked
from hp_priority_cli.presentation.views.questions import confirmations, lapsed, questions_of
from hp_priority_cli.presentation.views.shared import (
    VERDICT_TONE,
    basis,
    clauses,
    next_quote,
    stated,
    terms_for,
    verdict_cell,
    who,
)
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.quoting.quote import terms_with_parts

_BAR = 5
_NEEDS_NO_BAR = 100_000
"""A base beyond every minimum; its figures need the room of the bar."""
_LONGEST_CLAUSE = 6
"""The longest id of a clause that has room in a column of its own on a plain terminal."""
_PLACES_WITH_REMEDY = 3
_FACTS = {"it-desk": "it_desk", "whole-base": "whole_base"}
"""The conditions that a fact of the customer meets, each with that fact."""
CSV_COLUMNS = (
    Column("line", "count"),
    Column("reference"),
    Column("customer"),
    Column("tier", "code"),
    Column("verdict", "code"),
    Column("waits_for"),
    Column("short_pcs", "count"),
    Column("short_printers", "count"),
    Column("short_devices", "count"),
    Column("open_points"),
)


def eligibility_report(
    eligibility: Eligibility,
    request: Request,
    wording: Wording,
    *,
    tiers: Sequence[str],
    every_condition: bool,
    again: str | None = None,
) -> Report:
    """The report on the tiers named, all conditions shown where `every_condition`.

    `again` begins the command that quotes the same request.
    """
    decisions = [each for each in eligibility.tiers if each.tier in tiers]
    reachable = [each for each in decisions if each.verdict != "not-eligible"]
    say = wording.phrases.say
    blocks: list[Block] = [
        *who(request, wording),
        Section(say("label.stated"), (stated(request, wording),)),
        Section(say("label.highest"), (_highest(eligibility, wording),)),
        _overview(decisions, wording),
    ]
    if every_condition:
        blocks += _conditions(decisions, wording)
    blocks += confirmations(decisions, wording)
    blocks += lapsed(request, wording)
    blocks += questions_of(decisions, request, wording)
    blocks += _ways_in(decisions, wording)
    worth_knowing = (
        n for each in reachable or decisions[:1] for n in unasked(each.notices, each.open_points)
    )
    spoken = listed_languages(request, wording)
    skip = _said_by_ways_in(decisions)
    blocks += notices(worth_knowing, wording, skip=skip, languages=spoken)
    blocks += basis(wording, request.as_of)
    blocks += _next_command(eligibility, request, tiers, again, wording)
    records = eligibility_records(decisions, request, None)
    title = say("document.eligible")
    return Report(tuple(blocks), records, title, for_a_call=not every_condition)


def told_of_its_request(report: Report, wording: Wording) -> Report:
    """The report on one tier that a request file named, which nobody at the prompt may remember."""
    say = wording.phrases.say
    hint = Line(say("stated.one-tier"), command="--tier all", is_hint=True)
    return with_lines(report, say("label.stated"), (hint,))


def _highest(eligibility: Eligibility, wording: Wording) -> Line:
    say = wording.phrases.say
    highest, possible = eligibility.highest_eligible, eligibility.highest_possible
    if possible is None and any(each.open_points for each in eligibility.tiers):
        return Line(say("highest.none-yet"), tone="open")
    if possible is None:
        return Line(say("highest.none"), tone="bad")
    if highest == possible:
        return Line(say("highest.eligible", tier=wording.tier(possible)), tone="good")
    if highest is None:
        return Line(say("highest.conditional", tier=wording.tier(possible)), tone="open")
    names = {"tier": wording.tier(possible), "sure": wording.tier(highest)}
    return Line(say("highest.both", **names), tone="open")


def _next_command(
    eligibility: Eligibility,
    request: Request,
    tiers: Sequence[str],
    again: str | None,
    wording: Wording,
) -> list[Block]:
    """A quote for the tier asked for, else the highest that is sure, else the highest possible.

    Where that tier has no part for the term wanted, the terms that do, side by side.
    """
    asked = [tier for tier in tiers if eligibility.decision(tier).verdict != "not-eligible"]
    best = eligibility.highest_eligible or eligibility.highest_possible
    tier = asked[0] if len(tiers) == 1 and asked else best
    if tier is None:
        return []
    catalog, years = wording.catalog, request.term_years
    terms = terms_with_parts(catalog, catalog.tier(tier), count_base(request))
    if years is None or years in terms:
        return [next_quote(tier, years, again, wording)]
    others = Section(wording.phrases.say("label.term"), (terms_for([tier], terms, wording),))
    return [others, next_quote(tier, "all" if terms else None, again, wording)]


def _overview(decisions: Sequence[Decision], wording: Wording) -> Table:
    """A row for each tier; clauses of long ids stand under the names of the tiers."""
    say = wording.phrases.say
    cited = [each.condition("minimum-base").clauses[0] for each in decisions]
    apart = all(len(clause) <= _LONGEST_CLAUSE for clause in cited)
    columns = [
        Column(say("column.tier" if apart else "column.tier-and-clause")),
        Column(say("column.verdict")),
        Column(say("column.minimum"), "code"),
        Column(say("column.counted"), "code"),
        Column(say("column.margin"), "count"),
    ]
    if apart:
        columns.append(Column(say("column.clause"), "code"))
    return table(columns, [_row(each, wording, clause_apart=apart) for each in decisions])


def _row(decision: Decision, wording: Wording, *, clause_apart: bool) -> list[Cell]:
    base = decision.condition("minimum-base")
    required: Sequence[Counts] = base.required  # type: ignore[assignment]
    name, clause = wording.short_tier(decision.tier), base.clauses[0]
    return [
        Cell(name if clause_apart else (name, clause), "strong"),
        verdict_cell(decision, wording),
        Cell(tuple(_ways(required, wording))),
        Cell(tuple(_held(base, wording)), VERDICT_TONE[decision.verdict]),
        Cell(tuple(_signed(next(iter(each.values())), wording) for each in base.margin or ())),
        *([Cell(clause, "quiet")] if clause_apart else []),
    ]


def _held(base: Condition, wording: Wording) -> Iterator[str]:
    """What was counted towards each way of a minimum, with a bar where there is room for one."""
    required: Sequence[Counts] = base.required  # type: ignore[assignment]
    counted = [_counted(way, base.measured) for way in required]
    figures = [next(iter(way.values())) for way in required]
    width = max(len(wording.phrases.number(count)) for count in counted)
    barred = max(counted) < _NEEDS_NO_BAR
    for count, figure in zip(counted, figures, strict=True):
        bar = f"{_bar(count, figure)} " * barred
        yield f"{bar}{wording.phrases.number(count):>{width}}"


def _bar(count: int, minimum: int) -> str:
    """How much of a minimum is there; full only where it is met, empty only where nothing is."""
    least = 1 if count else 0
    filled = max(least, min(_BAR, count * _BAR // minimum))
    return "■" * filled + "·" * (_BAR - filled)


def _ways(required: Sequence[Counts], wording: Wording) -> Iterator[str]:
    """Each way of a minimum on its line, the second and later ones as alternatives."""
    for n, way in enumerate(required):
        [(key, figure)] = way.items()
        count = wording.phrases.count(f"short.{key}", figure)
        yield count if n == 0 else wording.phrases.say("list.or-more", item=count)


def _counted(way: Counts, measured: object) -> int:
    held: Counts = measured  # type: ignore[assignment]
    key = next(iter(way))
    return held["pcs"] + held["printers"] if key == "devices" else held[key]


def _signed(number: int, wording: Wording) -> str:
    sign = "+" if number >= 0 else "-"
    return f"{sign}{wording.phrases.number(abs(number))}"


def _conditions(decisions: Sequence[Decision], wording: Wording) -> list[Block]:
    """The conditions of each tier; those that are found alike for all of several tiers, once."""
    lines = {
        each.tier: [line for found in each.conditions for line in _condition(found, wording)]
        for each in decisions
    }
    first, *others = lines.values()
    shared = [line for line in first if others and all(line in each for each in others)]
    sections = [
        Section(wording.short_tier(tier), tuple(line for line in own if line not in shared))
        for tier, own in lines.items()
    ]
    if shared:
        sections.append(Section(wording.phrases.say("label.every-tier"), tuple(shared)))
    return [section for section in sections if section.lines]


def _condition(condition: Condition, wording: Wording) -> Iterator[Line]:
    say = wording.phrases.say
    words = [wording.condition(condition), wording.remedy(condition), clauses(condition)]
    asks = words.pop(1) if condition.outcome == "unknown" else None
    name = say(f"condition.{condition.code}")
    label = say("label.outcome", name=name, outcome=say(f"outcome.{condition.outcome}"))
    yield Line(" ".join(filter(None, words)), label=label)
    if asks is not None:  # whom, and the option for what they say
        yield Line(asks, is_hint=True)


def _ways_in(decisions: Sequence[Decision], wording: Wording) -> list[Block]:
    """All that would have to change for the tiers that fail: what fails for every tier once.

    Tiers with the same ways stand on one line.
    """
    failing = [each for each in decisions if each.verdict == "not-eligible"]
    if not failing:
        return []
    for_all = [
        *_facts_wanted(failing, wording),
        *_places_wanted(failing[0].condition("listed-country"), wording),
    ]
    devices = [(each.tier, _devices_wanted(each, wording)) for each in failing]
    lines = [
        *for_all,
        *_grouped(devices, wording, beside=bool(for_all)),
        *_flips(failing, wording),
    ]
    return [Section(wording.phrases.say("heading.ways-in"), tuple(lines))]


def _said_by_ways_in(decisions: Sequence[Decision]) -> frozenset[str]:
    """The notices that only repeat the ways in: which places are not listed, where none is."""
    alike = decisions[0].condition("listed-country").outcome == "not-met"
    return frozenset(["country-not-listed"] if alike else [])


def _facts_wanted(failing: Sequence[Decision], wording: Wording) -> list[Line]:
    """The facts of the customer that no tier can be had without, each with its clause."""
    say = wording.phrases.say
    wanted = [
        f"{say(f'set.{fact}')} [{condition.clauses[0]}]"
        for code, fact in _FACTS.items()
        if (condition := failing[0].condition(code)).outcome == "not-met"
    ]
    several = len(failing) > 1
    whose = say("label.every-tier") if several else wording.short_tier(failing[0].tier)
    label = say("label.record", label=whose)
    return [Line(wording.phrases.all_of(wanted), label=label)] if wanted else []


def _places_wanted(places: Condition, wording: Wording) -> list[Line]:
    """That no place is listed, and the answers of HP that would put one on the list.

    Of many places the names alone fill a screen.
    """
    if places.outcome != "not-met":
        return []
    named: Sequence[str] = places.measured["not_listed"]  # type: ignore[assignment]
    remedy = wording.remedy(places) if len(named) <= _PLACES_WITH_REMEDY else None
    said = (wording.condition(places), remedy, clauses(places))
    return [Line(" ".join(filter(None, said))), *_if_served(places, wording)]


def _if_served(places: Condition, wording: Wording) -> list[Line]:
    """The answer of HP that would put the places on the list, but those that it has refused."""
    measured: Mapping[str, Sequence[str]] = places.measured  # type: ignore[assignment]
    codes = [c for c in measured["not_listed"] if f"country-not-listed:{c}" not in places.answers]
    if not codes:
        return []
    say, several = wording.phrases.say, len(codes) > 1
    served = say("way-in.served", country=wording.place(codes[0]))
    text = say("way-in.any-served") if several else served
    return [Line(text, command=f"--answer country-not-listed:{','.join(codes)}=yes")]


def _devices_wanted(decision: Decision, wording: Wording) -> str:
    """The devices that are short, class by class; nothing where the minimum is met."""
    base = decision.condition("minimum-base")
    if base.outcome != "not-met":
        return ""
    if decision.ways_in:
        return wording.ways_in([WayIn(each.add) for each in decision.ways_in])
    if base.answers:  # HP has refused this base
        return ""
    short = [WayIn({key: -n for key, n in way.items()}) for way in base.margin or ()]
    return wording.ways_in(short)


def _flips(failing: Sequence[Decision], wording: Wording) -> list[Line]:
    """What HP would have to say for a tier not to fail at all, with the answer that records it."""
    if not any(failing[0].condition("minimum-base").measured.values()):
        return []  # there is no device that HP could accept
    lines = []
    for decision in failing:
        base = decision.condition("minimum-base")
        if decision.failures == (base,) and base.flips_under:
            label = wording.phrases.say("label.record", label=wording.tiers([decision.tier]))
            command = f"--answer {answer_that_flips(base, wording.catalog)}"
            text = wording.phrases.say("way-in.accepted")
            lines.append(Line(text, label, command=command, folds=FOLDS_NEXT))
    return lines


def _grouped(pairs: Sequence[tuple[str, str]], wording: Wording, *, beside: bool) -> list[Line]:
    """A line for each text that there is, with every tier that it is said of.

    What is wanted `beside` what every tier wants is said to come on top of it.
    """
    tiers: dict[str, list[str]] = {}
    for tier, text in pairs:
        if text:
            tiers.setdefault(text, []).append(tier)
    return [
        Line(
            wording.phrases.say("way-in.also", ways=text) if beside else text,
            label=wording.phrases.say("label.record", label=wording.tiers(ids)),
        )
        for text, ids in tiers.items()
    ]


def eligibility_records(decisions: Sequence[Decision], request: Request, line: int | None) -> Table:
    """One row for each tier, as CSV and batches write them."""
    return table(CSV_COLUMNS, [_record(each, request, line) for each in decisions])


def _record(decision: Decision, request: Request, line: int | None) -> list[Cell]:
    margins = decision.condition("minimum-base").margin or ()
    short = {key: -n for way in margins for key, n in way.items() if n < 0}
    if len(short) < len(margins):
        short = {}  # one way is met: nothing is short
    points = ";".join(point.id for point in decision.open_points)
    values: list[str | int | None] = [
        line,
        request.reference,
        request.customer,
        decision.tier,
        decision.verdict,
        ";".join(decision.waits_for),
        *(short.get(key) for key in ("pcs", "printers", "devices")),
        points,
    ]
    return [Cell(value) for value in values]
