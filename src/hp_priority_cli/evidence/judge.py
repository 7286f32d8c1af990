"""A saved quote judged again: by the data and the price books of another day, line by line.

The customer, the tier and the term are those of the quote, and so is every answer recorded in it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.customer.records import Request
from hp_priority_cli.customer.resolve import resolve
from hp_priority_cli.errors import EXIT_DISCOUNT, EXIT_NO, UserError
from hp_priority_cli.evidence.lines import compare_lines, lines_without_quote
from hp_priority_cli.evidence.records import Evidence
from hp_priority_cli.evidence.verdicts import compare_decisions
from hp_priority_cli.evidence.verification import (
    Difference,
    Effect,
    FileCheck,
    FileState,
    LineCheck,
    QuoteCheck,
)
from hp_priority_cli.prices.records import PriceBook
from hp_priority_cli.quoting.quote import build_quote
from hp_priority_cli.quoting.records import Quote, QuotedBook

Compared = tuple[LineCheck, tuple[Difference, ...]]


@dataclass(frozen=True, slots=True)
class Books:
    """The price books that a quote is judged by: those that were found, and why others were not.

    `are_given` says that the user named them now, whatever the quote names.
    """

    found: tuple[PriceBook, ...] = ()
    gaps: tuple[Difference, ...] = ()
    are_given: bool = False


@dataclass(frozen=True, slots=True)
class Today:
    """What a quote is judged by: the data, the day, the books, and the files of today by name."""

    catalog: Catalog
    day: date
    books: Books
    hashes: Mapping[tuple[str, str], str]


def verify_quote(saved: Evidence, today: Today) -> QuoteCheck:
    """The quote beside the one that its request gives today, with all that differs."""
    files = tuple(_files(saved, today))
    told = (*_days(saved, today), *_edition(saved, today), *_changed_files(files))
    request = _asked(saved, today)
    now, failures, prices_judged = None, tuple(_unfit(request, today.catalog)), False
    if not failures:
        now, failures, prices_judged = _quote_now(saved, request, today)
    if now is None:
        lines = tuple(lines_without_quote(saved.quote, today.catalog))
        return _check(saved, None, lines, (*told, *failures), files)
    lines = tuple(compare_lines(saved.quote, now, today.catalog, prices_judged=prices_judged))
    same_data = saved.origin.edition.sha256 == today.catalog.sha256
    decisions = tuple(
        compare_decisions(saved.quote, now, prices_judged=prices_judged, same_data=same_data)
    )
    totals = tuple(_totals(saved.quote, now)) if prices_judged else ()
    return _check(saved, now, lines, (*told, *decisions, *failures), files, totals)


def _check(
    saved: Evidence,
    now: Quote | None,
    lines: tuple[Compared, ...],
    before: tuple[Difference, ...],
    files: tuple[FileCheck, ...],
    after: tuple[Difference, ...] = (),
) -> QuoteCheck:
    of_lines = tuple(each for _, found in lines for each in found)
    checks = tuple(check for check, _ in lines)
    return QuoteCheck(saved, now, checks, (*before, *of_lines, *after), files)


def _asked(saved: Evidence, today: Today) -> Request:
    """The request of the quote on the day; books named now are chosen among afresh."""
    quote = saved.quote
    request = replace(saved.request, tier=quote.tier, term_years=quote.term_years, as_of=today.day)
    return replace(request, price_book_id=None) if today.books.are_given else request


def _unfit(request: Request, catalog: Catalog) -> Iterator[Difference]:
    """Why there can be no quote: the tier is gone, or a place or language has no meaning."""
    if request.tier not in catalog.tier_ids:
        yield Difference("tier-gone", "changed", {"tier": request.tier})
        return
    _, unresolved = resolve(request, catalog)
    for each in unresolved:
        if each.kind != "part":  # a discount on a part that is gone changes nothing
            yield Difference("word-unknown", "not-judged", {"word": each.word})


def _quote_now(
    saved: Evidence, request: Request, today: Today
) -> tuple[Quote | None, tuple[Difference, ...], bool]:
    """The quote of today, what stood in its way, and whether its prices can be compared.

    Where they cannot, it is the quote without prices: all else is still to be judged.
    """
    gaps = tuple(_gaps(saved.quote, today.books))
    if all(each.effect == "told" for each in gaps):
        quote, failures = _built(request, today.catalog, today.books.found)
        if quote is not None or failures[0].code in _OF_THE_QUOTE:
            return quote, (*gaps, *failures), True
        gaps = (*gaps, *failures)
    quote, failures = _built(request, today.catalog, ())
    return quote, (*gaps, *failures), False


def _gaps(then: Quote, books: Books) -> Iterator[Difference]:
    """Why prices cannot be judged; what is missing beside the book that serves is but told."""
    served = then.book is not None and any(each.id == then.book.id for each in books.found)
    for gap in books.gaps:
        yield replace(gap, effect="told") if served else gap
    had_prices = any(line.price_status != "no-price-book" for line in then.lines)
    if had_prices and not books.found and not books.gaps:
        yield Difference("book-not-named", "not-judged")


_OF_THE_QUOTE = ("term-not-offered", "no-part-for-term")
"""Errors that no price book has a part in: there is no quote without prices either."""


def _built(
    request: Request, catalog: Catalog, books: tuple[PriceBook, ...]
) -> tuple[Quote | None, tuple[Difference, ...]]:
    """The quote, were its tier not eligible; else the error that stands in its way."""
    try:
        return build_quote(catalog, request, draft=True, books=books), ()
    except UserError as error:
        refused = error.exit_code in (EXIT_NO, EXIT_DISCOUNT)
        values = {"error": error.code, **error.values}
        return None, (Difference(error.code, "changed" if refused else "not-judged", values),)


def _days(saved: Evidence, today: Today) -> Iterator[Difference]:
    """That the last day of the prices is over, or the day of the quote still to come."""
    book, made = saved.quote.book, saved.origin.as_of
    if made is not None and today.day < made:
        values = {"day": made, "today": today.day}
        yield Difference("day-before-quote", "not-judged", values)
    if book is not None and book.valid_until is not None and today.day > book.valid_until:
        values = {"valid_until": book.valid_until, "as_of": today.day}
        yield Difference("validity-passed", "changed", values)


def _edition(saved: Evidence, today: Today) -> Iterator[Difference]:
    """That the data are others: told alone, since all that follows from them is judged again."""
    then, now = saved.origin.edition, today.catalog
    if then.sha256 != now.sha256:
        values = {
            "old": then.edition,
            "new": now.document.edition,
            "old_document": then.document,
            "new_document": now.document.id,
        }
        yield Difference("data-differ", "told", values)


def _files(saved: Evidence, today: Today) -> Iterator[FileCheck]:
    """Every file behind the quote; data with the same facts are the same, whatever their layout."""
    same_facts = saved.origin.edition.sha256 == today.catalog.sha256
    for used in saved.origin.files:
        found = today.hashes.get((used.kind, used.file))
        state: FileState = "differs"
        if found == used.sha256 or (used.kind == "data" and same_facts):
            state = "same"
        elif found is None:
            state = "not-found"
        yield FileCheck(used, state)


def _changed_files(files: tuple[FileCheck, ...]) -> Iterator[Difference]:
    """The user's own files that are not what they were; the data are told as an edition.

    A price book is told alone, as the data are: all that follows from it is judged again.
    """
    for each in files:
        if each.state == "differs" and each.used.kind != "data":
            effect: Effect = "told" if each.used.kind == "price-book" else "changed"
            values = {"kind": each.used.kind, "file": each.used.file}
            yield Difference("file-differs", effect, values)


def _totals(then: Quote, now: Quote) -> Iterator[Difference]:
    """The book, its currency and the total."""
    if then.book is not None and now.book is not None:
        if then.book.id != now.book.id:
            values: dict[str, object] = {"old": then.book.id, "new": now.book.id}
            yield Difference("book-differs", "told", values)
        if then.book.currency != now.book.currency:
            values = {"old": then.book.currency, "new": now.book.currency}
            yield Difference("currency-changed", "changed", values)
        yield from _book(then.book, now.book)
    old, new = _total(then), _total(now)
    currencies = [None if each.book is None else each.book.currency for each in (then, now)]
    comparable = None in currencies or currencies[0] == currencies[1]
    if old == new and comparable:
        return
    values = {
        "old": old,
        "new": new,
        "difference": new - old if comparable and old and new else None,
        "old_currency": currencies[0],
        "new_currency": currencies[1],
    }
    yield Difference("total-changed", "changed", values)


def _book(then: QuotedBook, now: QuotedBook) -> Iterator[Difference]:
    """What a quote says of its book, where the book says otherwise; another one has other days."""
    if then.fictional != now.fictional:
        values = {"old": then.fictional, "new": now.fictional}
        yield Difference("fictional-changed", "changed", values)
    if then.id == now.id and then.valid_until != now.valid_until:
        days = {"book": now.id, "old": then.valid_until, "new": now.valid_until}
        yield Difference("book-validity-changed", "changed", days)


def _total(quote: Quote) -> Decimal | None:
    return None if quote.totals is None else quote.totals.extended_price
