"""What a word of the tool stands for: a clause, a reading, a place, a part, … with its sources."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from types import MappingProxyType
from typing import Literal

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.names import find_language, find_place, near_places, plain
from hp_priority_cli.catalog.records import Bilingual, Minimum
from hp_priority_cli.rules import RULES

Kind = Literal[
    "tier",
    "feature",
    "part",
    "place",
    "language",
    "condition",
    "notice",
    "reading",
    "clause",
    "note",
    "duty",
    "exclusion",
    "assumption",
    "exit-code",
    "word",
    "rule",
]


_NUMBER = re.compile(r"[0-9]+(?:[,.\s][0-9]{3})*")
"""A whole number, its digits grouped or not."""
_SHORTEST_PHRASE = 5
"""The least letters of a phrase that is looked for inside questions."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning of a word. `facts` are figures and ids that belong to its kind.

    It is found by its id, its name and its `aliases`.
    """

    kind: Kind
    id: str
    name: Bilingual | None = None
    says: Bilingual | None = None
    clauses: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()


def explain_word(
    catalog: Catalog,
    word: str,
    own: Sequence[Entry] = (),
    meanings: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> tuple[Entry, ...]:
    """Every meaning of a word: an id of any kind, or a name in English or French.

    Where it is none, what it is said for in `meanings`, else the readings whose question speaks of
    it. `own` are the words of the tool beside those of the catalog.
    """
    wanted = _figure(word) or plain(word.replace("+", " plus"))
    entries = [*every_entry(catalog), *own]
    found = [
        entry
        for entry in entries
        if wanted in {plain(entry.id), *(plain(name) for name in _names(entry))}
    ]
    known = (*found, *_place(catalog, word), *_language(catalog, word))
    if known:
        return known
    meant = meanings.get(wanted, ())
    said = tuple(each for id_ in meant for each in entries if each.id == id_)
    return said or tuple(each for each in entries if _asks_about(each, wanted))


def near_words(catalog: Catalog, word: str, own: Sequence[Entry] = ()) -> tuple[str, ...]:
    """The ids, and the names of words, that come near a word that means nothing.

    A number comes near none: it is a figure, not a slip in an exit code.
    """
    if _figure(word):
        return ()
    ids = [entry.id for entry in (*every_entry(catalog), *own)]
    names = [name for entry in own if entry.kind == "word" for name in _names(entry)]
    known = dict.fromkeys([*ids, *names])
    return tuple(get_close_matches(word.casefold(), known, n=3, cutoff=0.6))


def every_entry(catalog: Catalog) -> Iterator[Entry]:
    """All of the catalog and of its checks that has an id.

    Save places and languages, which are found by their own names.
    """
    yield from _offer(catalog)
    yield from _statements(catalog)
    for clause in catalog.source.clauses:
        readings = _resting_on(catalog, clause.id)
        yield Entry("clause", clause.id, clause.section, clause.says, (clause.id,), readings)
    for note in catalog.source.notes:
        yield Entry("note", note.id, None, note.says, note.clauses)
    for rule in RULES.values():
        facts = {"subject": rule.subject, "severity": rule.severity, "in_input": rule.in_input}
        yield Entry("rule", rule.code, facts=facts)


def _offer(catalog: Catalog) -> Iterator[Entry]:
    for tier in catalog.tiers:
        readings = tuple(each.reading for each in tier.minimum.other_readings)
        clauses = (*tier.minimum.clauses, *tier.clauses)
        name = Bilingual(tier.name, tier.name)
        yield Entry(
            "tier",
            tier.id,
            name,
            tier.summary,
            _once(clauses),
            readings,
            aliases=_figures(tier.minimum),
        )
    for row in catalog.features:
        facts = {"row": row.row, "tiers": row.tiers}
        yield Entry("feature", row.id, row.name, row.description, row.clauses, row.readings, facts)
    for part in catalog.parts:
        minimum = catalog.tier(part.tier).minimum
        clauses = (*catalog.skus_file.clauses, *minimum.clauses)
        facts = {
            "tier": part.tier,
            "device_class": part.device_class,
            "term_years": part.term_years,
        }
        yield Entry("part", part.sku, None, part.description, clauses, (), facts)


def _statements(catalog: Catalog) -> Iterator[Entry]:
    tiers = catalog.tiers_file
    minimums = _once(tuple(c for tier in catalog.tiers for c in tier.minimum.clauses))
    disputes = tuple(o.reading for t in catalog.tiers for o in t.minimum.other_readings)
    yield Entry("condition", "minimum-base", None, None, minimums, disputes)
    for kind, statements in (
        ("condition", tiers.prerequisites),
        ("notice", tiers.notices),
        ("duty", tiers.duties),
        ("exclusion", tiers.exclusions),
        ("assumption", tiers.assumptions),
    ):
        for each in statements:
            readings = _touching(catalog, kind, each.id)
            yield Entry(kind, each.id, None, each.says, each.clauses, readings)  # type: ignore[arg-type]
    for reading in catalog.source.readings:
        yield Entry("reading", reading.id, None, reading.question, reading.clauses, (reading.id,))


def _figures(minimum: Minimum) -> tuple[str, ...]:
    """The figures of a minimum, which a tier is asked for by."""
    counts = (n for way in minimum.ways for n in (way.devices, way.pcs, way.printers))
    return tuple(str(figure) for figure in counts if figure is not None)


def _figure(word: str) -> str:
    """A number without the marks that group its digits, `1000` for `1,000`; else nothing."""
    return "".join(filter(str.isdecimal, word)) if _NUMBER.fullmatch(word.strip()) else ""


def _resting_on(catalog: Catalog, clause_id: str) -> tuple[str, ...]:
    """The readings that have a clause on one of their sides."""
    readings = catalog.source.readings
    return tuple(each.id for each in readings if clause_id in (*each.clauses, *each.against))


def _touching(catalog: Catalog, kind: str, id_: str) -> tuple[str, ...]:
    """The readings that name something among what they touch."""
    return tuple(each.id for each in catalog.source.readings if f"{kind}:{id_}" in each.touches)


def _place(catalog: Catalog, word: str) -> Iterator[Entry]:
    match = find_place(catalog, _former(catalog, word))
    for code in match.candidates if match.code is None else (match.code,):
        on_list = catalog.entry(code)
        standing = "listed" if catalog.place(code) else "by-succession" if on_list else "not-listed"
        facts: dict[str, object] = {"standing": standing}
        if on_list is not None:
            facts["listed_as"] = on_list.code
            facts["region"] = _region(catalog, on_list.code)
            facts["latin_america"] = on_list.latin_america
        doubt = on_list or catalog.mistaken_for(code)
        readings = (doubt.reading,) if doubt is not None and doubt.reading else ()
        yield Entry("place", code, None, None, catalog.coverage.clauses, readings, facts)


def _former(catalog: Catalog, word: str) -> str:
    """A place withdrawn since, out of `ex-AN`, which is how answers speak of what followed it."""
    before, mark, code = word.strip().partition("-")
    place = catalog.place(code.upper()) if mark and before.casefold() == "ex" else None
    return code if place is not None and place.successors else word


def _region(catalog: Catalog, code: str) -> str:
    return next(
        region.id
        for region in catalog.coverage.regions
        if any(place.code == code for place in region.places)
    )


def _language(catalog: Catalog, word: str) -> Iterator[Entry]:
    tag = find_language(catalog, word).code
    if tag is not None:
        listed = catalog.language(tag)
        facts: dict[str, object] = {"standing": "listed" if listed else "not-listed"}
        if listed is not None:
            facts["listed_as"] = listed.tag
        elif places := near_places(catalog, word):
            facts["near_places"] = places
        reading = (listed.reading,) if listed is not None and listed.reading else ()
        yield Entry("language", tag, None, None, catalog.coverage.language_clauses, reading, facts)


def _asks_about(entry: Entry, wanted: str) -> bool:
    """Whether a reading asks about a phrase, in either language."""
    if entry.kind != "reading" or entry.says is None or len(wanted) < _SHORTEST_PHRASE:
        return False
    return any(f" {wanted} " in f" {plain(text)} " for text in (entry.says.en, entry.says.fr))


def _names(entry: Entry) -> tuple[str, ...]:
    """The names that an entry answers to; the sections of clauses are no names."""
    if entry.name is None or entry.kind == "clause":
        return entry.aliases
    return entry.name.en, entry.name.fr, *entry.aliases


def _once(ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
