"""What changed between two saved quotes, as JSON: `hp-priority/quote-diff@1`."""

from collections.abc import Sequence

from hp_priority_cli.evidence.changes import QuoteChange
from hp_priority_cli.evidence.records import SavedAnswer
from hp_priority_cli.presentation.documents.plain import Document, plain
from hp_priority_cli.presentation.quote_changes import change_message
from hp_priority_cli.presentation.wording import Wording


def quote_diff_document(
    old: SavedAnswer,
    new: SavedAnswer,
    changes: Sequence[QuoteChange],
    wording: Wording,
    version: str,
) -> Document:
    """`hp-priority/quote-diff@1`."""
    return {
        "schema": "hp-priority/quote-diff@1",
        "tool_version": version,
        "old": _answer(old),
        "new": _answer(new),
        "change_count": len(changes),
        "changes": [_change(each, wording) for each in changes],
    }


def _answer(answer: SavedAnswer) -> Document:
    """Which file it is, and what it holds."""
    return {
        "file": answer.file,
        "tool_version": answer.origin.tool_version,
        "catalog": plain(answer.origin.edition),
        "as_of": plain(answer.origin.as_of),
        "customer": answer.request.customer,
        "reference": answer.request.reference,
        "quotes": [
            {
                "tier": each.quote.tier,
                "term_years": each.quote.term_years,
                "status": each.quote.status,
                "currency": None if each.quote.book is None else each.quote.book.currency,
                "tax": None if each.quote.book is None else each.quote.book.tax,
                "fictional": None if each.quote.book is None else each.quote.book.fictional,
                "totals": plain(each.quote.totals),
            }
            for each in answer.quotes
        ],
    }


def _change(change: QuoteChange, wording: Wording) -> Document:
    return {
        "area": change.area,
        "code": change.code,
        "id": change.id,
        "term_years": change.term_years,
        "old": plain(change.old),
        "new": plain(change.new),
        "difference": plain(change.difference),
        "message": change_message(change, wording),
    }
