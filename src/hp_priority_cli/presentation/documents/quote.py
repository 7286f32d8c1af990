"""A quote as JSON, `hp-priority/quote@1`, and those of several terms, `hp-priority/quotes@1`.

Both are evidence: they hold what they were made from, and a seal over all of it.
"""

from collections.abc import Iterable

from hp_priority_cli.customer.records import Request
from hp_priority_cli.errors import UserError
from hp_priority_cli.evidence.records import Evidence, Origin
from hp_priority_cli.evidence.seal import sealed
from hp_priority_cli.presentation.documents.eligibility import (
    decision_document,
    notice_document,
    point_document,
    request_document,
)
from hp_priority_cli.presentation.documents.error import error_document
from hp_priority_cli.presentation.documents.plain import Document, plain
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.quoting.records import LineItem, Quote, QuotedBook


def quote_document(evidence: Evidence, wording: Wording) -> Document:
    """`hp-priority/quote@1`. Neither a floor nor what discounts may be given is in it."""
    quote, origin = evidence.quote, evidence.origin
    book = quote.book
    document: Document = {
        **_head("hp-priority/quote@1", origin),
        "request": request_document(evidence.request),
        "status": quote.status,
        "tier": quote.tier,
        "term_years": quote.term_years,
        "verdict": decision_document(quote.decision, wording),
        "lines": [_line(each, wording) for each in quote.lines],
        "currency": None if book is None else book.currency,
        "tax": None if book is None else book.tax,
        "price_book": None if book is None else _book(book),
        "totals": _totals(quote),
        "not_priced": [line.sku for line in quote.not_priced],
        "notices": [notice_document(each, wording) for each in quote.notices],
        "open_points": [point_document(each, wording) for each in quote.open_points],
        "activation_by": plain(quote.activation_by),
        "valid_until": None if book is None else plain(book.valid_until),
        "files": plain(origin.files),
        "clauses": plain(origin.clauses),
        "readings": plain(origin.readings),
    }
    return sealed(document)


def quotes_document(
    quotes: Iterable[Evidence],
    refusals: Iterable[UserError],
    request: Request,
    origin: Origin,
    wording: Wording,
) -> Document:
    """`hp-priority/quotes@1`: a whole quote for each term, and the terms that were refused."""
    document: Document = {
        **_head("hp-priority/quotes@1", origin),
        "request": request_document(request),
        "quotes": [quote_document(each, wording) for each in quotes],
        "refused": [error_document(each, wording)["error"] for each in refusals],
    }
    return sealed(document)


def _head(schema: str, origin: Origin) -> Document:
    """The keys that every answer begins with, as they were when the quote was made."""
    return {
        "schema": schema,
        "tool_version": origin.tool_version,
        "catalog": plain(origin.edition),
        "as_of": plain(origin.as_of),
    }


def _line(line: LineItem, wording: Wording) -> Document:
    document: Document = plain(line)
    both = document["description"]
    return {**document, "description": wording.text(line.description), "descriptions": both}


def _book(book: QuotedBook) -> Document:
    """What a quote tells of its book: which one, how long it holds, the files it was read from."""
    document: Document = plain(book)
    for key in ("currency", "tax"):
        del document[key]  # they stand at the top
    return document


def _totals(quote: Quote) -> Document | None:
    if quote.totals is None or quote.book is None:
        return None
    return {**plain(quote.totals), "currency": quote.book.currency, "tax": quote.book.tax}
