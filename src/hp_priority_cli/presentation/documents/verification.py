"""What became of saved quotes, as JSON: `hp-priority/verification@1`."""

from collections.abc import Sequence
from datetime import date

from hp_priority_cli.evidence.verification import (
    AnswerCheck,
    Difference,
    FileCheck,
    LineCheck,
    QuoteCheck,
    Unread,
)
from hp_priority_cli.presentation.differences import difference_message
from hp_priority_cli.presentation.documents.error import error_document
from hp_priority_cli.presentation.documents.plain import Document, document_head, plain
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.quoting.records import LineItem, Quote

_OF_A_LINE = (
    "sku",
    "covered_devices",
    "order_unit",
    "order_quantity",
    "list_price",
    "discount_percent",
    "net_price",
    "extended_price",
    "price_status",
)


def verification_document(
    checks: Sequence[AnswerCheck | Unread], on: date, wording: Wording, version: str
) -> Document:
    """`hp-priority/verification@1`: each file in the order in which it was named."""
    read = [each for each in checks if isinstance(each, AnswerCheck)]
    outcomes = [each.outcome_of_quote(quote) for each in read for quote in each.quotes]
    return {
        **document_head("verification", wording.catalog, version, on),
        "quote_count": len(outcomes),
        "unchanged_count": outcomes.count("unchanged"),
        "changed_count": outcomes.count("changed"),
        "not_judged_count": outcomes.count("not-judged"),
        "unread_count": sum(isinstance(each, Unread) for each in checks),
        "files": [_file(each, wording) for each in checks],
    }


def _file(check: AnswerCheck | Unread, wording: Wording) -> Document:
    if isinstance(check, Unread):
        error = error_document(check.error, wording)["error"]
        return {
            "file": check.file,
            "outcome": "unread",
            "error": error,
            "differences": [],
            "quotes": [],
        }
    return {
        "file": check.answer.file,
        "outcome": check.outcome,
        "error": None,
        "differences": [_difference(each, None, wording) for each in check.differences],
        "quotes": [_quote(check, each, wording) for each in check.quotes],
    }


def _quote(of: AnswerCheck, check: QuoteCheck, wording: Wording) -> Document:
    quote, request, origin = check.saved.quote, check.saved.request, check.saved.origin
    return {
        "customer": request.customer,
        "reference": request.reference,
        "tier": quote.tier,
        "term_years": quote.term_years,
        "outcome": of.outcome_of_quote(check),
        "made": {
            "tool_version": origin.tool_version,
            "catalog": plain(origin.edition),
            "as_of": plain(origin.as_of),
        },
        "then": _summary(quote),
        "now": None if check.now is None else _summary(check.now),
        "lines": [_line(each) for each in check.lines],
        "differences": [_difference(each, check, wording) for each in check.differences],
        "files": [_used(each) for each in check.files],
    }


def _summary(quote: Quote) -> Document:
    """What a quote comes to."""
    book, totals = quote.book, quote.totals
    return {
        "status": quote.status,
        "verdict": quote.decision.verdict,
        "price_book": None if book is None else book.id,
        "fictional": None if book is None else book.fictional,
        "currency": None if book is None else book.currency,
        "tax": None if book is None else book.tax,
        "total": None if totals is None else plain(totals.extended_price),
        "valid_until": None if book is None else plain(book.valid_until),
    }


def _line(check: LineCheck) -> Document:
    known = check.then or check.now
    assert known is not None  # there is a line for each check
    return {
        "device_class": known.device_class,
        "outcome": check.outcome,
        "then": _side(check.then),
        "now": _side(check.now),
    }


def _side(line: LineItem | None) -> Document | None:
    return None if line is None else {key: plain(getattr(line, key)) for key in _OF_A_LINE}


def _difference(difference: Difference, check: QuoteCheck | None, wording: Wording) -> Document:
    return {
        "code": difference.code,
        "effect": difference.effect,
        "sku": difference.sku,
        "values": plain(difference.values),
        "message": difference_message(difference, check, wording),
    }


def _used(check: FileCheck) -> Document:
    return {**plain(check.used), "state": check.state}
