"""Saved quotes judged again one by one, with the files of today that each of them needs."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from hp_priority_cli.cli.locate import file_hash, likeliest
from hp_priority_cli.cli.options import BookOptions
from hp_priority_cli.cli.prices import Shelf, book_facts, default_books, spreadsheet_terms
from hp_priority_cli.cli.session import Session, finding_line
from hp_priority_cli.customer.records import Request
from hp_priority_cli.errors import InvalidInput, UsageProblem
from hp_priority_cli.evidence.judge import Books, Today, verify_quote
from hp_priority_cli.evidence.read import read_saved_quote
from hp_priority_cli.evidence.records import Evidence
from hp_priority_cli.evidence.verification import AnswerCheck, Difference, Unread
from hp_priority_cli.prices.records import PriceBook, SpreadsheetTerms
from hp_priority_cli.quoting.records import QuotedBook
from hp_priority_cli.readers.scalars import DecimalMark
from hp_priority_cli.readers.text import STANDARD_INPUT, shown_name
from hp_priority_cli.readers.used import name_alone


class Verifying:
    """One run of `verify`: each price book is read once, however many quotes it serves."""

    def __init__(self, session: Session, options: BookOptions, on: date) -> None:
        self.session = session
        self.options = options
        self.on = on
        self.shelf = Shelf(session, options, judges_again=True)

    def check(self, path: str) -> AnswerCheck | Unread:
        """What a file holds, judged again; where it cannot be read as a quote, it is said why."""
        self.session.announce_input(path)
        try:
            answer = read_saved_quote(path)
        except InvalidInput as error:
            for finding in error.findings:
                self.session.say(finding_line(finding, self.session.wording))
            return Unread(shown_name(path), error)
        self.session.note("note.saved-quote", file=path)
        folder = Path() if path == STANDARD_INPUT else Path(path).parent
        faults = tuple(Difference(each.code, "changed", each.values) for each in answer.faults)
        quotes = tuple(verify_quote(each, self._today(each, folder)) for each in answer.quotes)
        return AnswerCheck(answer, quotes, faults)

    def _today(self, saved: Evidence, folder: Path) -> Today:
        """The data, the day, the books and the hashes that a quote is judged by."""
        catalog = self.session.catalog
        books = self._given(saved) or self._named(saved, folder)
        hashes = {("data", each.file): each.sha256 for each in catalog.files}
        for used in saved.origin.files:
            if used.kind in ("request", "inventory"):
                found = likeliest(used.file, folder, {used.sha256})
                if found is not None:
                    hashes[used.kind, used.file] = file_hash(found)
        for book in books.found:
            hashes |= {("price-book", each.file): each.sha256 for each in book.files}
        return Today(catalog, self.on, books, hashes)

    def _given(self, saved: Evidence) -> Books | None:
        """The books that the options name; InvalidInput where one of them is wrong."""
        if not self.options.price_book:
            return None
        paths = dict.fromkeys(self.options.price_book)
        found = tuple(self._book(path, saved) for path in paths)
        return Books(found, are_given=True)

    def _named(self, saved: Evidence, folder: Path) -> Books:
        """The books that the quote names, as far as they are still to be found and in order."""
        found: list[PriceBook] = []
        gaps: list[Difference] = []
        wanted = {each.sha256 for each in saved.origin.files if each.kind == "price-book"}
        for name in _names(saved):
            path = likeliest(name, folder, wanted)
            if path is None:
                gaps.append(Difference("book-missing", "not-judged", {"file": name}))
                continue
            try:
                found.append(self._book(path, saved))
            except InvalidInput as error:
                for finding in error.findings:
                    self.session.say(finding_line(finding, self.session.wording))
                gaps.append(Difference("book-invalid", "not-judged", {"file": path}))
            except UsageProblem:
                gaps.append(Difference("book-without-terms", "not-judged", {"file": path}))
        return Books(tuple(found), tuple(gaps))

    def _book(self, path: str, saved: Evidence) -> PriceBook:
        """A book; a plain spreadsheet under the options of now, else what the quote says of it.

        What it says is of its own files: another one is under other terms.
        """
        book = saved.quote.book
        own = {each.file for each in saved.origin.files if each.kind == "price-book"}
        known = saved.request if name_alone(path) in own else Request()
        currency = saved.request.currency or (None if book is None else book.currency)
        stated = {key: value for key, value in book_facts(self.options).items() if value}
        if "book_valid_from" in stated:
            stated.setdefault("book_valid_until", None)
        terms = spreadsheet_terms(replace(known, **{"currency": currency, **stated}))
        if terms is None and book is not None and name_alone(path) in own:
            terms = _terms(book, self.options)
        return self.shelf.book(path, terms)


def _names(saved: Evidence) -> tuple[str, ...]:
    """The files of the books that a quote was made with, as it names them."""
    if saved.request.price_book:
        return saved.request.price_book
    if saved.quote.book is None:
        return ()
    return default_books() or tuple(each.file for each in saved.quote.book.files[:1])


def _terms(book: QuotedBook, options: BookOptions) -> SpreadsheetTerms:
    """What the quote says of the spreadsheet that it was made from."""
    mark: DecimalMark = "," if options.book_decimal == "," else "."
    return SpreadsheetTerms(
        book.currency, book.valid_from, book.valid_until, book.price_period, mark
    )
