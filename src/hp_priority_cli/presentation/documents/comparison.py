"""Tiers side by side as JSON, `hp-priority/comparison@1`: features, and what each tier costs."""

from datetime import date

from hp_priority_cli.customer.records import Request
from hp_priority_cli.presentation.documents.eligibility import (
    notice_document,
    point_document,
    request_document,
)
from hp_priority_cli.presentation.documents.plain import Document, document_head, plain
from hp_priority_cli.presentation.documents.quote import (
    book_document,
    line_document,
    totals_document,
)
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.quoting.records import (
    ComparedFeature,
    Comparison,
    StepUp,
    TermPrices,
    TierPrice,
)


def comparison_document(
    comparison: Comparison,
    request: Request | None,
    wording: Wording,
    version: str,
    as_of: date,
    prices: StepUp | None = None,
) -> Document:
    """`hp-priority/comparison@1`; `request` is null where no customer was given, `prices` where
    nobody asked for them.
    """
    notices = (*comparison.notices, *(prices.notices if prices is not None else ()))
    return {
        **document_head("comparison", wording.catalog, version, as_of),
        "request": None if request is None else request_document(request),
        "tiers": list(comparison.tiers),
        "features": [_compared(each, wording) for each in comparison.features],
        "gains": list(comparison.gains),
        "losses": list(comparison.losses),
        "unclear": list(comparison.unclear),
        "notices": [notice_document(each, wording) for each in notices],
        "prices": None if prices is None else _prices(prices, wording),
    }


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


def _prices(prices: StepUp, wording: Wording) -> Document:
    book = prices.book
    return {
        "currency": None if book is None else book.currency,
        "tax": None if book is None else book.tax,
        "price_book": None if book is None else book_document(book),
        "terms": [_term(each, prices, wording) for each in prices.terms],
    }


def _term(term: TermPrices, prices: StepUp, wording: Wording) -> Document:
    return {
        "term_years": term.term_years,
        "tiers": [_tier(each, prices, wording) for each in term.tiers],
        "difference": totals_document(term.difference, prices.book),
    }


def _tier(price: TierPrice, prices: StepUp, wording: Wording) -> Document:
    quote = price.quote
    points = () if quote is None else quote.open_points
    lines = () if quote is None else quote.lines
    return {
        "tier": price.tier,
        "name": wording.tier(price.tier),
        "verdict": price.verdict,
        "status": None if quote is None else quote.status,
        "totals": totals_document(price.total, prices.book),
        "reason": price.reason,
        "open_points": [point_document(each, wording) for each in points],
        "lines": [line_document(each, wording) for each in lines],
    }
