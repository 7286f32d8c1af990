"""The names behind a saved quote: today's catalog, with what the quote itself holds laid over it.

The data may have moved on since: what a quote names need no longer be in them, or be called so.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.records import Bilingual, Clause, Minimum, Reading, Tier
from hp_priority_cli.evidence.records import Evidence, SavedAnswer
from hp_priority_cli.quoting.records import LineItem


def archived(answer: SavedAnswer, today: Catalog) -> Catalog:
    """The catalog that a saved answer is told by; good for names alone, nothing is judged by it.

    Sheet, edition and the name of the tier are those of the answer, as are readings and clauses.
    """
    edition = answer.origin.edition
    source = today.source
    return replace(
        today,
        sha256=edition.sha256,
        tiers_file=replace(today.tiers_file, tiers=_tiers(answer, today)),
        source=replace(
            source,
            document=replace(source.document, id=edition.document, edition=edition.edition),
            readings=_laid_over(source.readings, _readings(answer)),
            clauses=_laid_over(source.clauses, _clauses(answer)),
        ),
    )


def described(evidence: Evidence, today: Catalog) -> Evidence:
    """A quote with its parts described in both languages, where it or today's data can tell."""
    lines = tuple(_described(line, today) for line in evidence.quote.lines)
    return replace(evidence, quote=replace(evidence.quote, lines=lines))


def no_longer_known(answer: SavedAnswer, today: Catalog) -> tuple[str, ...]:
    """What a saved answer names and the data of today cannot: tiers, places and parts."""
    return tuple(dict.fromkeys(_unknown(answer, today)))


def _unknown(answer: SavedAnswer, today: Catalog) -> Iterator[str]:
    for evidence in answer.quotes:
        quote = evidence.quote
        if quote.tier not in today.tier_ids:
            yield quote.tier
        places: Any = quote.decision.condition("listed-country").measured
        yield from (code for code in places.get("listed", ()) if today.entry(code) is None)
        for line in described(evidence, today).quote.lines:
            if today.part(line.sku) is None and _is_in_one_language(line.description):
                yield line.sku


def _described(line: LineItem, today: Catalog) -> LineItem:
    part, said = today.part(line.sku), line.description
    if part is None or not _is_in_one_language(said):
        return line
    both = part.description
    return replace(line, description=both) if said.en in (both.en, both.fr) else line


def _is_in_one_language(text: Bilingual) -> bool:
    return text.en == text.fr


def _tiers(answer: SavedAnswer, today: Catalog) -> tuple[Tier, ...]:
    names = dict(_names(answer.document))
    known = tuple(replace(each, name=names.get(each.id, each.name)) for each in today.tiers)
    gone = (each for each in names if each not in today.tier_ids)
    return (*known, *(_named_alone(each, names[each]) for each in gone))


def _names(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The id and the name of the tier of each quote."""
    for quote in document.get("quotes", (document,)):
        yield quote["tier"], quote["verdict"]["name"]


def _named_alone(tier_id: str, name: str) -> Tier:
    """A tier of which nothing is left but its name."""
    nothing = Bilingual("", "")
    return Tier(tier_id, name, nothing, (), Minimum((), ()), "open")


def _readings(answer: SavedAnswer) -> Iterable[Reading]:
    return (reading for each in answer.quotes for reading in each.origin.readings)


def _clauses(answer: SavedAnswer) -> Iterable[Clause]:
    return (clause for each in answer.quotes for clause in each.origin.clauses)


def _laid_over(today: Iterable[Any], saved: Iterable[Any]) -> tuple[Any, ...]:
    """The records of today by their id, those that the quote holds in their stead."""
    return tuple(({each.id: each for each in today} | {each.id: each for each in saved}).values())
