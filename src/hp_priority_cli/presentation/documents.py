"""The JSON documents, straight from the records: keys in a fixed order, sentences beside codes.

Numbers that count are numbers, decimals are strings, dates ISO 8601. Only `message`, `question`,
`remedy`, `name`, `description` and `label` change with the language.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.explain import Entry
from hp_priority_cli.catalog.parts import Gap
from hp_priority_cli.catalog.records import Clause, Part
from hp_priority_cli.customer.records import Answer, Request
from hp_priority_cli.eligibility.records import (
    Condition,
    Decision,
    Eligibility,
    Notice,
    OpenPoint,
    WayIn,
)
from hp_priority_cli.eligibility.what_if import WhatIf, is_changed
from hp_priority_cli.errors import Finding, UserError
from hp_priority_cli.presentation.confirmations import asked_of, what_was_said
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.quoting.records import ComparedFeature, Comparison, LineItem, Quote

Document = dict[str, Any]
_ACTED_ON = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def to_json(document: Mapping[str, object], *, indent: int | None = 2) -> str:
    """The text of a document, one line where `indent` is None (JSON Lines).

    What a screen would act on is escaped: the same text to a reader of JSON, harmless to a person.
    """
    text = json.dumps(document, ensure_ascii=False, indent=indent)
    return _ACTED_ON.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def eligibility_document(
    eligibility: Eligibility, request: Request, wording: Wording, version: str
) -> Document:
    """`hp-priority/eligibility@1`."""
    return {
        **_head("eligibility", wording.catalog, version, request.as_of),
        "request": request_document(request),
        "tiers": [decision_document(each, wording) for each in eligibility.tiers],
        "highest_eligible": eligibility.highest_eligible,
        "highest_possible": eligibility.highest_possible,
    }


def what_if_document(
    now: Eligibility,
    suppositions: Iterable[WhatIf],
    request: Request,
    wording: Wording,
    version: str,
) -> Document:
    """`hp-priority/what-if@1`: for each supposition the verdicts that it changes, no others."""
    return {
        **_head("what-if", wording.catalog, version, request.as_of),
        "request": request_document(request),
        "highest_eligible": now.highest_eligible,
        "highest_possible": now.highest_possible,
        "suppositions": [_supposition(now, each, wording) for each in suppositions],
    }


def _supposition(now: Eligibility, supposed: WhatIf, wording: Wording) -> Document:
    found = supposed.eligibility
    changed = [each for each in now.tiers if is_changed(each, supposed)]
    return {
        "given": supposed.given,
        "request": request_document(supposed.request),
        "changes": [
            {
                "tier": each.tier,
                "name": wording.tier(each.tier),
                "from": each.verdict,
                "to": found.decision(each.tier).verdict,
                "waits_for": list(found.decision(each.tier).waits_for),
            }
            for each in changed
        ],
        "highest_eligible": found.highest_eligible,
        "highest_possible": found.highest_possible,
    }


def quote_document(quote: Quote, request: Request, wording: Wording, version: str) -> Document:
    """`hp-priority/quote@1`."""
    return {
        **_head("quote", wording.catalog, version, request.as_of),
        "request": request_document(request),
        "status": quote.status,
        "tier": quote.tier,
        "term_years": quote.term_years,
        "verdict": decision_document(quote.decision, wording),
        "lines": [_line(each, wording) for each in quote.lines],
        "currency": None,
        "tax": None,
        "price_book": None,
        "totals": None,
        "notices": [_notice(each, wording) for each in quote.notices],
        "open_points": [_point(each, wording) for each in quote.open_points],
        "activation_by": plain(quote.activation_by),
        "valid_until": None,
    }


def parts_document(
    parts: Iterable[Part], gaps: Iterable[Gap], wording: Wording, version: str, as_of: date
) -> Document:
    """`hp-priority/parts@1`; `gaps` are combinations without a part, where asked for."""
    return {
        **_head("parts", wording.catalog, version, as_of),
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


def comparison_document(
    comparison: Comparison, request: Request | None, wording: Wording, version: str, as_of: date
) -> Document:
    """`hp-priority/comparison@1`; `request` is null where no customer was given."""
    return {
        **_head("comparison", wording.catalog, version, as_of),
        "request": None if request is None else request_document(request),
        "tiers": list(comparison.tiers),
        "features": [_compared(each, wording) for each in comparison.features],
        "gains": list(comparison.gains),
        "losses": list(comparison.losses),
        "unclear": list(comparison.unclear),
        "notices": [_notice(each, wording) for each in comparison.notices],
    }


def explanation_document(
    entries: Iterable[Entry], wording: Wording, version: str, as_of: date
) -> Document:
    """`hp-priority/explanation@1`: every meaning of a word with its clauses and readings."""
    return {
        **_head("explanation", wording.catalog, version, as_of),
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


def error_document(error: UserError, wording: Wording, line: int | None = None) -> Document:
    """`hp-priority/error@1`; `line` is the line of a batch that it answers."""
    values: Document = {}
    for key, value in error.values.items():
        if isinstance(value, Decision):
            values[key] = decision_document(value, wording)
        elif isinstance(value, tuple) and value and isinstance(value[0], Part):
            values[key] = [part_document(part, wording) for part in value]
        else:
            values[key] = plain(value)
    if error.findings:
        values["findings"] = [_finding(each, wording) for each in error.findings]
    body: Document = {
        "code": error.code,
        "message": wording.error(error),
        "values": values,
        "remedy": wording.error_remedy(error),
    }
    head: Document = {"schema": "hp-priority/error@1"}
    return {**head, **({} if line is None else {"line": line}), "error": body}


def request_document(request: Request) -> Document:
    """A request as its file would state it; null where nothing was stated."""
    return {field.name: plain(getattr(request, field.name)) for field in fields(request)}


def decision_document(decision: Decision, wording: Wording) -> Document:
    """One tier's decision with every condition."""
    return {
        "tier": decision.tier,
        "name": wording.tier(decision.tier),
        "verdict": decision.verdict,
        "conditions": [_condition(each, wording) for each in decision.conditions],
        "waits_for": list(decision.waits_for),
        "open_points": [_point(each, wording) for each in decision.open_points],
        "notices": [_notice(each, wording) for each in decision.notices],
        "ways_in": [_way_in(each) for each in decision.ways_in],
        "headroom": plain(decision.headroom),
        "confirmed": [_confirmed(each, wording) for each in decision.confirmed],
    }


def _head(name: str, catalog: Catalog, version: str, as_of: date | None) -> Document:
    edition = {
        "document": catalog.document.id,
        "edition": catalog.document.edition,
        "sha256": catalog.sha256,
    }
    return {
        "schema": f"hp-priority/{name}@1",
        "tool_version": version,
        "catalog": edition,
        "as_of": plain(as_of),
    }


def _condition(condition: Condition, wording: Wording) -> Document:
    document: Document = plain(condition)
    document["settled_by"] = [_way_in(each) for each in condition.settled_by]
    document["message"] = wording.condition(condition)
    document["remedy"] = wording.remedy(condition)
    return document


def _way_in(way: WayIn) -> Document:
    return {"add": plain(way.add), **({"set": plain(way.set)} if way.set else {})}


def _point(point: OpenPoint, wording: Wording) -> Document:
    return {**plain(point), "question": wording.question(point)}


def _confirmed(answer: Answer, wording: Wording) -> Document:
    said = {"ask": asked_of(answer), "message": what_was_said(answer, wording)}
    return {**plain(answer), **said}


def _notice(notice: Notice, wording: Wording) -> Document:
    return {
        "code": notice.code,
        "values": plain(notice.values),
        "message": wording.notice(notice),
        "clauses": list(notice.clauses),
    }


def _line(line: LineItem, wording: Wording) -> Document:
    return {**plain(line), "description": wording.text(line.description)}


def _compared(compared: ComparedFeature, wording: Wording) -> Document:
    row = compared.feature
    document: Document = {
        "feature": row.id,
        "row": row.row,
        "name": wording.text(row.name),
        "cells": plain(compared.cells),
        "clauses": list(row.clauses),
        "readings": list(row.readings),
    }
    return document | ({"by_place": plain(compared.by_place)} if compared.by_place else {})


def _finding(finding: Finding, wording: Wording) -> Document:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "file": finding.spot.file,
        "line": finding.spot.line,
        "column": finding.spot.column,
        "values": plain(finding.values),
        "message": wording.finding(finding),
        "remedy": wording.finding_remedy(finding),
    }


def plain(value: object) -> Any:
    """A record, or anything in one, as JSON holds it."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
