"""A quote as JSON: `hp-priority/quote@1`."""

from hp_priority_cli.customer.records import Request
from hp_priority_cli.presentation.documents.eligibility import (
    decision_document,
    notice_document,
    point_document,
    request_document,
)
from hp_priority_cli.presentation.documents.plain import Document, document_head, plain
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.quoting.records import LineItem, Quote


def quote_document(quote: Quote, request: Request, wording: Wording, version: str) -> Document:
    """`hp-priority/quote@1`."""
    return {
        **document_head("quote", wording.catalog, version, request.as_of),
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
        "notices": [notice_document(each, wording) for each in quote.notices],
        "open_points": [point_document(each, wording) for each in quote.open_points],
        "activation_by": plain(quote.activation_by),
        "valid_until": None,
    }


def _line(line: LineItem, wording: Wording) -> Document:
    return {**plain(line), "description": wording.text(line.description)}
