"""The options about prices, and the price books of a run, each read once."""

import os
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from hp_priority_cli.cli.locate import is_file
from hp_priority_cli.cli.options import BookOptions, PriceOptions
from hp_priority_cli.cli.session import Session
from hp_priority_cli.cli.values import day, one_of, utf8, variable
from hp_priority_cli.customer.records import Request
from hp_priority_cli.errors import Finding, InvalidInput, UsageProblem
from hp_priority_cli.readers.scalars import parse_percentage

if TYPE_CHECKING:
    from hp_priority_cli.prices.records import PriceBook, SpreadsheetTerms

_BETWEEN_DAYS = ".."


def price_facts(options: PriceOptions) -> dict[str, Any]:
    """The options that are facts of a request, under its fields."""
    everywhere, by_part = _discounts(options.discount or [])
    return {
        "price_book": tuple(options.price_book) if options.price_book else None,
        "price_book_id": utf8("--book", options.book),
        "currency": _currency(options.currency),
        **book_facts(options),
        "order_country": options.order_country,
        "order_unit": one_of("--order-unit", options.order_unit, ("device", "contract")),
        "discount_percent": everywhere,
        "discounts": by_part or None,
        "approved_by": utf8("--approved-by", options.approved_by),
    }


def _discounts(given: list[str]) -> tuple[Decimal | None, dict[str, Decimal]]:
    """The discount on every line, and those on one part each."""
    everywhere: Decimal | None = None
    by_part: dict[str, Decimal] = {}
    for text in given:
        sku, equals, value = text.rpartition("=")
        percentage = parse_percentage(value.strip().removesuffix("%").rstrip())
        if percentage is None or (equals and not sku.strip()):
            raise UsageProblem("not-a-discount", option="--discount", value=text)
        name = sku.strip().upper()
        known = by_part.get(name) if equals else everywhere
        if known is not None and known != percentage:
            raise UsageProblem("discount-twice", option="--discount", value=text)
        if equals:
            by_part[name] = percentage
        else:
            everywhere = percentage
    return everywhere, by_part


def _currency(code: str | None) -> str | None:
    if code is None:
        return None
    from hp_priority_cli.prices.currencies import minor_units, near_currencies

    if minor_units(code) is None:
        near = near_currencies(code)
        raise UsageProblem("currency-unknown", word=code, near=near or None)
    return code


def default_books() -> tuple[str, ...]:
    """The files that `HP_PRIORITY_PRICE_BOOK` names."""
    return tuple(path for path in (variable("PRICE_BOOK") or "").split(os.pathsep) if path)


class Shelf:
    """The price books of a run. Each file is read once, however many requests name it.

    Where quotes are judged again, rows of parts that are gone are said and the others used.
    """

    def __init__(
        self,
        session: Session,
        options: PriceOptions | BookOptions,
        *,
        judges_again: bool = False,
    ) -> None:
        self.session = session
        self.options = options
        self.judges_again = judges_again
        self.read: dict[tuple[str, SpreadsheetTerms | None], PriceBook] = {}

    def books(self, request: Request) -> tuple["PriceBook", ...]:
        """The books that a request names, else those of `HP_PRIORITY_PRICE_BOOK`.

        Raises InvalidInput with the findings of all that are wrong.
        """
        paths = request.price_book or default_books()
        once = {os.path.realpath(path): path for path in reversed(paths)}
        books: list[PriceBook] = []
        findings: list[Finding] = []
        for path in reversed(once.values()):
            try:
                books.append(self.book(path, spreadsheet_terms(request)))
            except InvalidInput as error:
                if self.options.price_book is None and not is_file(path):
                    self.session.advise("note.book-not-found", file=path)
                findings += error.findings
        if findings:
            raise InvalidInput(findings)
        return tuple(books)

    def book(self, path: str, terms: "SpreadsheetTerms | None") -> "PriceBook":
        """The book in a file; `terms` are what a plain spreadsheet does not say of itself."""
        from hp_priority_cli.prices.read import read_price_book
        from hp_priority_cli.readers.tables import is_table

        terms = terms if is_table(path) else None
        if (path, terms) not in self.read:
            self.session.announce_input(path)
            book, warnings = read_price_book(
                path, self.session.catalog, terms, judges_again=self.judges_again
            )
            self.session.warn(warnings)
            self.session.note("note.price-book", file=path, book=book.id)
            self.session.inputs.extend({spot.file for spot in book.spots.values()})
            self.read[path, terms] = book
        return self.read[path, terms]


def book_facts(options: PriceOptions | BookOptions) -> dict[str, Any]:
    """What the options say of a plain spreadsheet, under the fields of a request."""
    days = (None, None) if options.book_valid is None else _validity(options.book_valid)
    return {
        "book_valid_from": days[0],
        "book_valid_until": days[1],
        "book_period": one_of("--book-period", options.book_period, ("term", "year")),
        "book_decimal": one_of("--book-decimal", options.book_decimal, (".", ",")),
    }


def spreadsheet_terms(request: Request) -> "SpreadsheetTerms | None":
    """What a request says of a plain spreadsheet; None where that is not enough to read one."""
    from hp_priority_cli.prices.records import SpreadsheetTerms

    first = request.book_valid_from
    if request.currency is None or first is None:
        return None
    period, mark = request.book_period or "term", request.book_decimal or "."
    return SpreadsheetTerms(request.currency, first, request.book_valid_until, period, mark)


def _validity(text: str) -> tuple[date, date | None]:
    """Two days with `..` between; the last is left out where a book holds until further notice."""
    begin, dots, end = (part.strip() for part in text.partition(_BETWEEN_DAYS))
    if not dots or not begin:
        raise UsageProblem("not-a-validity", option="--book-valid", value=text)
    first, last = day("--book-valid", begin), day("--book-valid", end) if end else None
    assert first is not None
    if last is not None and last < first:
        raise UsageProblem("not-a-validity", option="--book-valid", value=text)
    return first, last
