"""What tiers cost one customer, term by term, and what the step from the first to the last costs.

A tier that cannot be bought, or has no whole price, has no figure: the reason stands in its place.
"""

from collections.abc import Iterable
from dataclasses import replace

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.customer.records import Request
from hp_priority_cli.eligibility.assess import assess
from hp_priority_cli.eligibility.records import Verdict
from hp_priority_cli.errors import Refused
from hp_priority_cli.prices.records import PriceBook
from hp_priority_cli.quoting.money import difference
from hp_priority_cli.quoting.quote import build_quote
from hp_priority_cli.quoting.records import NoTotal, Quote, StepUp, TermPrices, TierPrice, Totals


def price_step(
    catalog: Catalog,
    tier_ids: tuple[str, ...],
    terms: Iterable[int],
    request: Request,
    books: Iterable[PriceBook],
) -> StepUp:
    """What each of the tiers costs over each of the terms, with the book that serves the customer.

    The tier and the term of the request itself count for nothing. Raises Refused,
    `term-not-offered`, for a term that no tier has, and what `build_quote` raises of books and
    discounts.
    """
    eligibility = assess(catalog, request)
    verdicts = {each.tier: each.verdict for each in eligibility.tiers}
    held = tuple(books)
    found = tuple(
        _term(
            years,
            tuple(
                _tier(catalog, replace(request, tier=tier, term_years=years), verdicts[tier], held)
                for tier in tier_ids
            ),
        )
        for years in terms
    )
    used = (each.quote.book for term in found for each in term.tiers if each.quote is not None)
    return StepUp(tier_ids, found, next((book for book in used if book is not None), None))


def _tier(
    catalog: Catalog, asked: Request, verdict: Verdict, books: tuple[PriceBook, ...]
) -> TierPrice:
    assert asked.tier is not None
    try:
        quote = build_quote(catalog, asked, books=books)
    except Refused as refused:
        if refused.code == "term-not-offered":
            raise
        reason: NoTotal = refused.code  # type: ignore[assignment]
        return TierPrice(asked.tier, verdict, None, None, reason)
    return TierPrice(asked.tier, verdict, quote, quote.totals, _reason(quote))


def _reason(quote: Quote) -> NoTotal | None:
    """Why a quote has no total: what its first line without a price to pay says."""
    if quote.totals is not None:
        return None
    status = quote.not_priced[0].price_status
    return "order-unit-open" if status == "priced" else status


def _term(years: int, tiers: tuple[TierPrice, ...]) -> TermPrices:
    first, last = tiers[0].total, tiers[-1].total
    if first is None or last is None or len(tiers) == 1:
        return TermPrices(years, tiers, None)
    more = Totals(
        difference(last.extended_price, first.extended_price),
        difference(last.per_device_year, first.per_device_year),
    )
    return TermPrices(years, tiers, more)
