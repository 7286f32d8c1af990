"""`explain` for a person: what it means, where the sheet says it, both readings, who confirms."""

from collections.abc import Iterator, Mapping, Sequence

from hp_priority_cli.catalog.explain import Entry
from hp_priority_cli.customer.answers import possible_answers
from hp_priority_cli.eligibility.base import way_counts
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
from hp_priority_cli.presentation.views.shared import basis
from hp_priority_cli.presentation.wording import Wording


def explanation_report(entries: Sequence[Entry], wording: Wording) -> Report:
    """The report on every meaning of a word."""
    blocks = [block for entry in entries for block in _entry(entry, wording)]
    title = wording.phrases.say("document.explain")
    return Report((*blocks, *basis(wording, None)), entry_records(entries, wording), title)


def _entry(entry: Entry, wording: Wording) -> Iterator[Block]:
    say = wording.phrases.say
    kind = say(f"kind.{entry.kind}")
    yield Heading(say("explain.title", kind=kind, name=wording.entry_name(entry)), 2)
    yield Section(say("label.means"), (Line(wording.entry_text(entry)), *_facts(entry, wording)))
    if entry.kind != "clause" and entry.clauses:
        yield Section(say("label.where"), tuple(_clause(each, wording) for each in entry.clauses))
    for reading in entry.readings:
        yield _reading(reading, wording, asked=entry.kind == "reading")
    if entry.kind == "reading":
        yield from _answers(entry.id, wording)


def _answers(reading_id: str, wording: Wording) -> Iterator[Section]:
    """What each answer of HP to a reading would mean, with the option that records it."""
    values, say = possible_answers(wording.catalog, reading_id), wording.phrases.say
    lines = tuple(
        Line(say(f"explain.answer.{value}"), command=f"--answer {reading_id}={value}")
        for value in values
    )
    if lines:
        yield Section(say("heading.confirmed"), lines)


def _facts(entry: Entry, wording: Wording) -> Iterator[Line]:
    """The figures of a kind, each as a sentence of its own."""
    say, facts = wording.phrases.say, entry.facts
    if entry.kind == "tier":
        ways = [dict([way_counts(way)]) for way in wording.catalog.tier(entry.id).minimum.ways]
        yield Line(say("explain.minimum", ways=wording.ways(ways)))
    if entry.kind == "place":
        yield Line(say(f"explain.latin-america.{facts.get('latin_america', 'not-listed')}"))
    if entry.kind == "rule":
        yield Line(say(f"explain.severity.{'milder' if facts['in_input'] else facts['severity']}"))
    for code in facts.get("near_places", ()):  # type: ignore[attr-defined]
        near = say("explain.near-place", place=wording.place(code))
        yield Line(near, command=f"hp-priority explain {code}", is_hint=True)
    tiers = facts.get("tiers")
    if isinstance(tiers, Mapping):
        cells = [
            say("support.of", tier=wording.short_tier(id_), support=say(f"support.{cell}"))
            for id_, cell in tiers.items()
        ]
        yield Line(say("list.semicolon").join(cells))


def _clause(clause_id: str, wording: Wording) -> Line:
    clause = wording.catalog.clauses[clause_id]
    text = wording.phrases.say(
        "explain.clause", section=wording.text(clause.section), says=wording.text(clause.says)
    )
    return Line(text, label=f"[{clause_id}]")


def _reading(reading_id: str, wording: Wording, *, asked: bool) -> Section:
    """Both sides of a reading, under its question unless that is what was asked about."""
    say, reading = wording.phrases.say, wording.catalog.reading(reading_id)
    question = () if asked else (Line(wording.text(reading.question), label=f"[{reading_id}]"),)
    return Section(
        say("kind.reading"),
        (
            *question,
            _side(wording.text(reading.adopted), reading.clauses, say("label.adopted")),
            _side(wording.text(reading.other), reading.against, say("label.other")),
            Line(say(f"confirms.{reading.confirms}")),
        ),
    )


def _side(text: str, clauses: Sequence[str], label: str) -> Line:
    """One side of a reading with the clauses that support it."""
    return Line(f"{text} [{', '.join(clauses)}]" if clauses else text, label=label)


def entry_records(entries: Sequence[Entry], wording: Wording) -> Table:
    """One row for each meaning, for CSV and for the list of all words."""
    columns = [Column("kind", "code"), Column("id", "code"), Column("name")]
    rows = [[Cell(e.kind), Cell(e.id), Cell(wording.entry_name(e))] for e in entries]
    return table(columns, rows)


def words_report(entries: Sequence[Entry], wording: Wording) -> Report:
    """Every word that `explain` knows, by kind; places and languages by the examples given."""
    kinds: dict[str, list[str]] = {}
    for entry in entries:
        kinds.setdefault(entry.kind, []).append(entry.id)
    sections = [
        Section(wording.phrases.say(f"kind.{kind}"), (Line(", ".join(ids)),))
        for kind, ids in kinds.items()
    ]
    found = Section(wording.phrases.say("label.also"), (Line(wording.phrases.say("explain.also")),))
    title = wording.phrases.say("document.explain")
    return Report((*sections, found), entry_records(entries, wording), title)
