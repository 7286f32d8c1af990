"""Which price book serves a quote: exactly one, or none with the reason, or two that are too many.

Never the cheapest, never one in another currency, never one that is valid on another day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from hp_priority_cli.customer.records import Request
from hp_priority_cli.errors import EXIT_INPUT, Finding, UsageProblem, UserError
from hp_priority_cli.prices.records import PriceBook
from hp_priority_cli.quoting.records import PriceStatus, QuotedBook


@dataclass(frozen=True, slots=True)
class BookChoice:
    """The book that serves, or else why none does: `status`, and the books that it is said of."""

    book: PriceBook | None
    status: PriceStatus
    looked_at: tuple[PriceBook, ...] = ()


def choose_book(books: Iterable[PriceBook], request: Request) -> BookChoice:
    """The one book for the country of the order, the customer, the currency and the day.

    Without an order country every place of the customer must be in the book. Days are inclusive.
    Raises UserError `book-ambiguous` where two fit, and UsageProblem where the request names a book
    or a currency that none of the books has.
    """
    held = _named(tuple(books), request)
    if not held:
        return BookChoice(None, "no-price-book")
    found = [(book, _unfit(book, request)) for book in held]
    fitting = tuple(book for book, reason in found if reason is None)
    if len(fitting) > 1:
        raise _ambiguous(fitting)
    if fitting:
        return BookChoice(fitting[0], "priced", fitting)
    reason = max((each for _, each in found if each is not None), key=_PROGRESS.index)
    return BookChoice(None, reason, tuple(book for book, each in found if each == reason))


def other_books_with(
    sku: str, book: PriceBook, books: Iterable[PriceBook], request: Request
) -> tuple[PriceBook, ...]:
    """The books that have a row for a part and would serve a request as `book` does."""
    others = (each for each in books if each is not book and each.row(sku) is not None)
    return tuple(each for each in others if _unfit(each, request) is None)


def missing_countries(book: PriceBook, request: Request) -> tuple[str, ...]:
    """The countries that an order stands on and a book is not for."""
    countries = book.content.countries
    return tuple(code for code in _ordering(request) if code not in (countries or (code,)))


def quoted_book(book: PriceBook) -> QuotedBook:
    """What a quote tells of a book."""
    said = book.content
    return QuotedBook(
        id=said.id,
        fictional=said.is_fictional,
        currency=said.currency,
        tax=said.tax,
        valid_from=said.valid_from,
        valid_until=said.valid_until,
        price_period=said.price_period,
        files=book.files,
    )


_PROGRESS: tuple[PriceStatus, ...] = (
    "country-not-in-book",
    "customer-not-in-book",
    "book-not-yet-valid",
    "book-expired",
)
"""Why a book does not serve; a later reason means that the earlier ones do not hold."""


def _unfit(book: PriceBook, request: Request) -> PriceStatus | None:
    """Why a book does not serve a request; None where it does."""
    said = book.content
    if not _is_in(book, request):
        return "country-not-in-book"
    if not _is_for(said.customer, request.customer):
        return "customer-not-in-book"
    day = _day(request)
    if day < said.valid_from:
        return "book-not-yet-valid"
    return "book-expired" if said.valid_until is not None and day > said.valid_until else None


def _day(request: Request) -> date:
    if request.as_of is None:
        raise ValueError("a quote from a price book needs a day")
    return request.as_of


def _is_in(book: PriceBook, request: Request) -> bool:
    """Whether a book is for the country of the order, else for every place that is served."""
    if book.content.countries is None:
        return True
    return bool(_ordering(request)) and not missing_countries(book, request)


def _ordering(request: Request) -> tuple[str, ...]:
    """The country of the order, else every place that is served."""
    if request.order_country is not None:
        return (request.order_country,)
    refused = request.refused_places
    return tuple(code for code in request.places if code not in refused)


def _is_for(wanted: str | None, customer: str | None) -> bool:
    """Whether a book is for a customer, by the name in any case and with any spaces.

    A letter with an accent is the same however it is encoded, and another than one without.
    """
    return wanted is None or (customer is not None and _plain(wanted) == _plain(customer))


def _plain(name: str) -> str:
    return normalize("NFC", " ".join(normalize("NFC", name).casefold().split()))


def _named(books: tuple[PriceBook, ...], request: Request) -> tuple[PriceBook, ...]:
    """The books of the id and in the currency that the request names, if it does."""
    if not books:
        return ()
    wanted, currency = request.price_book_id, request.currency
    named = tuple(book for book in books if wanted in (None, book.id))
    if not named:
        raise UsageProblem("book-unknown", word=wanted, choices=_once(book.id for book in books))
    found = tuple(book for book in named if currency in (None, book.content.currency))
    if not found:
        others = _once(book.content.currency for book in named)
        raise UsageProblem("currency-of-no-book", word=currency, choices=others)
    return found


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _ambiguous(books: tuple[PriceBook, ...]) -> UserError:
    """The error that names every book that fits, with the line of its validity."""
    findings = [
        Finding(
            "book-fits",
            book.spot,
            {
                "book": book.id,
                "others": _once(each.id for each in books if each is not book),
                "valid_from": book.content.valid_from,
                "valid_until": book.content.valid_until,
            },
        )
        for book in books
    ]
    ids = tuple(book.id for book in books)
    return UserError("book-ambiguous", EXIT_INPUT, {"books": ids}, findings)
