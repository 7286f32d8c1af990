"""Decisions as JSON: `hp-priority/eligibility@1`, `hp-priority/what-if@1` and their parts."""

from collections.abc import Iterable
from dataclasses import fields

from hp_priority_cli.customer.records import Answer, Request
from hp_priority_cli.eligibility.records import (
    Condition,
    Decision,
    Eligibility,
    Notice,
    OpenPoint,
    WayIn,
)
from hp_priority_cli.eligibility.what_if import WhatIf, is_changed, raised_points, settled_points
from hp_priority_cli.presentation.confirmations import asked_of, what_was_said
from hp_priority_cli.presentation.documents.plain import Document, document_head, plain
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.readers.used import name_alone


def eligibility_document(
    eligibility: Eligibility, request: Request, wording: Wording, version: str
) -> Document:
    """`hp-priority/eligibility@1`."""
    return {
        **document_head("eligibility", wording.catalog, version, request.as_of),
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
        **document_head("what-if", wording.catalog, version, request.as_of),
        "request": request_document(request),
        "highest_eligible": now.highest_eligible,
        "highest_possible": now.highest_possible,
        "suppositions": [_supposition(now, each, wording) for each in suppositions],
    }


def _supposition(now: Eligibility, supposed: WhatIf, wording: Wording) -> Document:
    found = supposed.eligibility
    tiers = wording.catalog.tier_ids
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
        "settles": [point_document(each, wording) for each in settled_points(now, supposed, tiers)],
        "raises": [point_document(each, wording) for each in raised_points(now, supposed, tiers)],
        "highest_eligible": found.highest_eligible,
        "highest_possible": found.highest_possible,
    }


def request_document(request: Request) -> Document:
    """A request as its file would state it; null where nothing was stated.

    Price books have their names alone: the same input gives the same bytes in every folder.
    """
    document = {field.name: plain(getattr(request, field.name)) for field in fields(request)}
    if request.price_book is not None:
        document["price_book"] = [name_alone(path) for path in request.price_book]
    return document


def decision_document(decision: Decision, wording: Wording) -> Document:
    """One tier's decision with every condition."""
    return {
        "tier": decision.tier,
        "name": wording.tier(decision.tier),
        "verdict": decision.verdict,
        "conditions": [_condition(each, wording) for each in decision.conditions],
        "waits_for": list(decision.waits_for),
        "open_points": [point_document(each, wording) for each in decision.open_points],
        "notices": [notice_document(each, wording) for each in decision.notices],
        "ways_in": [_way_in(each) for each in decision.ways_in],
        "headroom": plain(decision.headroom),
        "confirmed": [_confirmed(each, wording) for each in decision.confirmed],
    }


def _condition(condition: Condition, wording: Wording) -> Document:
    document: Document = plain(condition)
    document["settled_by"] = [_way_in(each) for each in condition.settled_by]
    document["message"] = wording.condition(condition)
    document["remedy"] = wording.remedy(condition)
    return document


def _way_in(way: WayIn) -> Document:
    return {"add": plain(way.add), **({"set": plain(way.set)} if way.set else {})}


def point_document(point: OpenPoint, wording: Wording) -> Document:
    """An open point with its question."""
    return {**plain(point), "question": wording.question(point)}


def _confirmed(answer: Answer, wording: Wording) -> Document:
    said = {"ask": asked_of(answer), "message": what_was_said(answer, wording)}
    return {**plain(answer), **said}


def notice_document(notice: Notice, wording: Wording) -> Document:
    """A notice with its sentence."""
    return {
        "code": notice.code,
        "values": plain(notice.values),
        "message": wording.notice(notice),
        "clauses": list(notice.clauses),
    }
