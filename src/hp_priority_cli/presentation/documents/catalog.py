"""What HP sells, as JSON: parts and explanations."""

from collections.abc import Iterable
from datetime import date

from hp_priority_cli.catalog.explain import Entry
from hp_priority_cli.catalog.parts import Gap
from hp_priority_cli.catalog.records import Clause, Part
from hp_priority_cli.presentation.documents.plain import Document, document_head, plain
from hp_priority_cli.presentation.wording import Wording


def parts_document(
    parts: Iterable[Part], gaps: Iterable[Gap], wording: Wording, version: str, as_of: date
) -> Document:
    """`hp-priority/parts@1`; `gaps` are combinations without a part, where asked for."""
    return {
        **document_head("parts", wording.catalog, version, as_of),
        "parts": [part_document(part, wording) for part in parts],
        "gaps": plain(tuple(gaps)),
    }


def part_document(part: Part, wording: Wording) -> Document:
    """One part as `hp-priority/parts@1` lists it."""
    catalog = wording.catalog
    return {
        "sku": part.sku,
        "tier": part.tier,
        "device_class": part.device_class,
        "term_years": part.term_years,
        "band": part.band,
        "order_unit": catalog.tier(part.tier).order_unit,
        "description": wording.text(part.description),
        "clauses": [*catalog.skus_file.clauses, *catalog.tier(part.tier).minimum.clauses],
    }


def explanation_document(
    entries: Iterable[Entry], wording: Wording, version: str, as_of: date
) -> Document:
    """`hp-priority/explanation@1`: every meaning of a word with its clauses and readings."""
    return {
        **document_head("explanation", wording.catalog, version, as_of),
        "entries": [_entry(each, wording) for each in entries],
    }


def _entry(entry: Entry, wording: Wording) -> Document:
    catalog = wording.catalog
    return {
        "kind": entry.kind,
        "id": entry.id,
        "name": wording.entry_name(entry),
        "description": wording.entry_text(entry),
        "facts": plain(entry.facts),
        "clauses": [_clause(catalog.clauses[each], wording) for each in entry.clauses],
        "readings": [_reading(each, wording) for each in entry.readings],
    }


def _clause(clause: Clause, wording: Wording) -> Document:
    name, description = wording.text(clause.section), wording.text(clause.says)
    return {"id": clause.id, "name": name, "description": description}


def _reading(reading_id: str, wording: Wording) -> Document:
    reading = wording.catalog.reading(reading_id)
    return {
        "id": reading.id,
        "question": wording.text(reading.question),
        "adopted": {"clauses": list(reading.clauses), "description": wording.text(reading.adopted)},
        "other": {"clauses": list(reading.against), "description": wording.text(reading.other)},
        "touches": list(reading.touches),
        "confirms": reading.confirms,
    }
