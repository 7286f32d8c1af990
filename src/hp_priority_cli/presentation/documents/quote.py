"""A quote as JSON, `hp-priority/quote@1`, and those of several terms, `hp-priority/quotes@1`."""

from collections.abc import Iterable

from hp_priority_cli.customer.records import Request
from hp_priority_cli.errors import UserError
from hp_priority_cli.presentation.documents.eligibility import (
    decision_document,
    notice_document,
    point_document,
    request_document,
)
from hp_priority_cli.presentation.documents.error import error_document
from hp_priority_cli.presentation.documents.plain import Document, document_head, plain
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.prices.records import PriceBook
from hp_priority_cli.quoting.records import LineItem, Quote, Totals


def quote_document(quote: Quote, request: Request, wording: Wording, version: str) -> Document:
    """`hp-priority/quote@1`. Neither a floor nor what discounts may be given is in it."""
    book = quote.book
    return {
        **document_head("quote", wording.catalog, version, request.as_of),
        "request": request_document(request),
        "status": quote.status,
        "tier": quote.tier,
        "term_years": quote.term_years,
        "verdict": decision_document(quote.decision, wording),
        "lines": [line_document(each, wording) for each in quote.lines],
        "currency": None if book is None else book.content.currency,
        "tax": None if book is None else book.content.tax,
        "price_book": None if book is None else book_document(book),
        "totals": totals_document(quote.totals, book),
        "not_priced": [line.sku for line in quote.not_priced],
        "notices": [notice_document(each, wording) for each in quote.notices],
        "open_points": [point_document(each, wording) for each in quote.open_points],
        "activation_by": plain(quote.activation_by),
        "valid_until": None if book is None else plain(book.content.valid_until),
    }


def quotes_document(
    quotes: Iterable[tuple[Quote, Request]],
    refusals: Iterable[UserError],
    request: Request,
    wording: Wording,
    version: str,
) -> Document:
    """`hp-priority/quotes@1`: a whole quote for each term, and the terms that were refused."""
    return {
        **document_head("quotes", wording.catalog, version, request.as_of),
        "request": request_document(request),
        "quotes": [quote_document(quote, asked, wording, version) for quote, asked in quotes],
        "refused": [error_document(each, wording)["error"] for each in refusals],
    }


def line_document(line: LineItem, wording: Wording) -> Document:
    """One part with its amounts and the trail of its price."""
    document: Document = {**plain(line), "description": wording.text(line.description)}
    del document["unit_source"]  # the trail of a price says it, and a notice where it is assumed
    return document


def book_document(book: PriceBook) -> Document:
    """What a quote tells of its book: which one, how long it holds, the files it was read from."""
    said = book.content
    return {
        "id": said.id,
        "fictional": said.fictional,
        "valid_from": plain(said.valid_from),
        "valid_until": plain(said.valid_until),
        "price_period": said.price_period,
        "files": plain(book.files),
    }


def totals_document(totals: Totals | None, book: PriceBook | None) -> Document | None:
    """Totals with their currency and tax stance; null where there are none."""
    if totals is None or book is None:
        return None
    return {**plain(totals), "currency": book.content.currency, "tax": book.content.tax}
