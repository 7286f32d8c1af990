"""What another edition of the data makes of a saved quote or request: verdict, parts, price.

Both editions are judged alike: the same request, the same day, the same price books.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.customer.answers import apply_answers
from hp_priority_cli.customer.records import Request
from hp_priority_cli.customer.resolve import resolve
from hp_priority_cli.eligibility.assess import assess
from hp_priority_cli.errors import Refused
from hp_priority_cli.prices.records import PriceBook
from hp_priority_cli.quoting.quote import build_quote
from hp_priority_cli.quoting.records import QuotedBook

EffectKind = Literal["verdict", "part", "price", "word"]
"""What changes: a verdict, what is to be ordered, its total, or whether a word means anything."""


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing that is otherwise under the new edition; None is what an edition does not have.

    Of a `part` the values are part numbers with their quantities, of a `price` the total in
    `currency`, invented where `fictional` says so, of a `word` the one that the new edition does
    not know.
    """

    kind: EffectKind
    tier: str | None
    term_years: int | None
    old: object
    new: object
    currency: str | None = None
    fictional: bool | None = None


@dataclass(frozen=True, slots=True)
class Affected:
    """A saved quote or request for which the new edition makes a difference, and which."""

    file: str
    kind: str
    customer: str | None
    reference: str | None
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Against:
    """What two editions make of the saved quotes and requests below a folder.

    `judged` counts them; `unread` are the files that could not be judged, `without_prices` those
    judged without the prices that they name.
    """

    folder: str
    judged: int
    affected: tuple[Affected, ...]
    unread: tuple[str, ...] = ()
    without_prices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Quoted:
    """What is to be ordered, and its total where it is priced."""

    parts: tuple[str, ...]
    total: Decimal | None
    book: QuotedBook | None


@dataclass(frozen=True, slots=True)
class _Judged:
    """What one edition makes of a request: verdicts by tier, quotes by tier and term."""

    verdicts: Mapping[str, str]
    quotes: Mapping[tuple[str, int], _Quoted | None]


class Unjudged(Exception):
    """A request with a word or an answer that means nothing in an edition."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


def effects_of(
    old: Catalog, new: Catalog, request: Request, books: tuple[PriceBook, ...] = ()
) -> tuple[Effect, ...]:
    """Every verdict, part and price of a request as it was written that differs.

    Without a tier every tier is judged, without a term every term. A tier that fails under either
    edition differs in its verdict alone. Raises Unjudged where the old edition does not know what
    the request means, and UserError where books or discounts allow no quote.
    """
    before = _judged(old, request, books)
    try:
        after = _judged(new, request, books)
    except Unjudged as unjudged:
        return (Effect("word", None, None, None, unjudged.word),)
    return (*_verdicts(before, after), *_quotes(before, after))


def _judged(catalog: Catalog, request: Request, books: tuple[PriceBook, ...]) -> _Judged:
    asked = _understood(catalog, request)
    stated = asked.tier
    tiers = catalog.tier_ids if stated is None else (stated,)
    terms = catalog.terms if asked.term_years is None else (asked.term_years,)
    verdicts = {each.tier: each.verdict for each in assess(catalog, asked).tiers}
    quotes = {
        (tier, years): _quoted(catalog, replace(asked, tier=tier, term_years=years), books)
        for tier in tiers
        if verdicts[tier] != "not-eligible"
        for years in terms
    }
    return _Judged({tier: verdicts[tier] for tier in tiers}, quotes)


def _understood(catalog: Catalog, request: Request) -> Request:
    """The request in the codes of an edition, its answers put in."""
    known, unresolved = resolve(request, catalog)
    if unresolved:
        raise Unjudged(unresolved[0].word)
    answered, unfit = apply_answers(known, catalog, known.tier)
    if unfit:
        raise Unjudged(str((request.answers or ())[int(unfit[0].path[1])].point))
    return answered


def _quoted(catalog: Catalog, request: Request, books: tuple[PriceBook, ...]) -> _Quoted | None:
    try:
        quote = build_quote(catalog, request, books=books)
    except Refused:
        return None
    parts = tuple(_part(line.sku, line.order_quantity) for line in quote.lines)
    if quote.totals is None or quote.book is None:
        return _Quoted(parts, None, None)
    return _Quoted(parts, quote.totals.extended_price, quote.book)


def _part(sku: str, quantity: int | None) -> str:
    """A part with how many of it are to be ordered, where that is known."""
    return sku if quantity is None else f"{sku} x {quantity}"


def _verdicts(before: _Judged, after: _Judged) -> Iterator[Effect]:
    for tier in dict.fromkeys([*before.verdicts, *after.verdicts]):
        old, new = before.verdicts.get(tier), after.verdicts.get(tier)
        if old != new:
            yield Effect("verdict", tier, None, old, new)


def _quotes(before: _Judged, after: _Judged) -> Iterator[Effect]:
    """The parts and prices of tiers that neither edition refuses."""
    refused = {
        tier
        for each in (before, after)
        for tier in (*before.verdicts, *after.verdicts)
        if each.verdicts.get(tier) in (None, "not-eligible")
    }
    for tier, years in dict.fromkeys([*before.quotes, *after.quotes]):
        if tier in refused:
            continue
        old, new = before.quotes.get((tier, years)), after.quotes.get((tier, years))
        had, has = (None if each is None else each.parts for each in (old, new))
        if had != has:
            yield Effect("part", tier, years, had, has)
        cost, costs = (None if each is None else each.total for each in (old, new))
        if cost != costs:
            book = next(e.book for e in (old, new) if e is not None and e.book is not None)
            yield Effect("price", tier, years, cost, costs, book.currency, book.fictional)
