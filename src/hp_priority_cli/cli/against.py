"""The saved quotes and requests below a folder, each judged under two editions of the data."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.checking.kinds import Kind
from hp_priority_cli.checking.recognise import recognise
from hp_priority_cli.checking.walk import walk
from hp_priority_cli.cli.locate import likeliest
from hp_priority_cli.cli.prices import spreadsheet_terms
from hp_priority_cli.cli.session import Session, finding_line
from hp_priority_cli.customer.answers import apply_answers
from hp_priority_cli.customer.read import request_from
from hp_priority_cli.customer.records import Request
from hp_priority_cli.customer.resolve import resolve
from hp_priority_cli.customer.words import unfit_finding, unresolved_finding
from hp_priority_cli.errors import (
    Finding,
    InvalidInput,
    Spot,
    UsageProblem,
    UserError,
    first_findings,
)
from hp_priority_cli.evidence.affected import Affected, Against, Effect, effects_of
from hp_priority_cli.evidence.read import saved_answer
from hp_priority_cli.evidence.records import Evidence
from hp_priority_cli.prices.read import read_price_book
from hp_priority_cli.prices.records import PriceBook, SpreadsheetTerms, united
from hp_priority_cli.readers.document import read_document
from hp_priority_cli.readers.tables import is_table
from hp_priority_cli.readers.text import is_folder
from hp_priority_cli.readers.tree import Tree


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request, the tree that it stands in, and the quote that was made of it, if it is saved."""

    request: Request
    tree: Tree
    quote: Evidence | None = None


class Judging:
    """One run over a folder. What cannot be read or judged is said, and the rest goes on."""

    def __init__(self, session: Session, old: Catalog, new: Catalog, day: date) -> None:
        self.session = session
        self.old = old
        self.new = new
        self.day = day
        self.books: dict[tuple[str, SpreadsheetTerms | None], PriceBook | None] = {}
        self.judged = 0
        self.unread: list[str] = []
        self.without_prices: list[str] = []

    def folder(self, folder: str) -> Against:
        """What the two editions make of every saved quote and request below a folder.

        Raises UsageProblem for what is no folder, InvalidInput for one with nothing to judge.
        """
        if not is_folder(folder):
            raise UsageProblem("against-no-folder", option="--against", file=folder)
        affected = tuple(self._affected(walk(folder).files))
        if not self.judged and not self.unread:
            raise InvalidInput([Finding("nothing-to-check", Spot(folder))])
        unread, unpriced = tuple(self.unread), tuple(self.without_prices)
        return Against(folder, self.judged, affected, unread, unpriced)

    def _affected(self, paths: list[str]) -> Iterator[Affected]:
        for path in paths:
            try:
                found = self._file(path)
            except InvalidInput as error:
                self._say(path, list(error.findings))
                continue
            if found is not None and found.effects:
                yield found

    def _say(self, path: str, findings: list[Finding]) -> None:
        self.unread.append(path)
        for finding in findings:
            self.session.say(finding_line(finding, self.session.wording))

    def _file(self, path: str) -> Affected | None:
        """What changes for a file; None for one that is neither a quote nor a request."""
        tree = read_document(path, wait=False)
        kind = recognise(tree, "warning")
        if isinstance(kind, Finding):
            if kind.severity == "error":
                raise InvalidInput([kind])
            return None
        asked = _asked(tree, kind)
        if not asked:
            return None
        self._hold_to_old(asked[0])
        effects = [each for one in asked for each in self._effects(path, one)]
        self.judged += 1
        request = asked[0].request
        once = tuple(dict.fromkeys(effects))
        return Affected(path, kind.name, request.customer, request.reference, once)

    def _hold_to_old(self, asked: _Asked) -> None:
        """Raise InvalidInput for words and answers that mean nothing in the old edition."""
        known, unresolved = resolve(asked.request, self.old)
        findings = [unresolved_finding(each, asked.tree, self.old) for each in unresolved]
        if not findings:
            _, unfit = apply_answers(known, self.old, known.tier)
            findings = [unfit_finding(each, asked.tree) for each in unfit]
        if findings:
            raise InvalidInput(findings)

    def _effects(self, path: str, asked: _Asked) -> tuple[Effect, ...]:
        request = replace(asked.request, as_of=asked.request.as_of or self.day)
        books = self._books_of(path, asked)
        try:
            return effects_of(self.old, self.new, request, books)
        except UserError as error:
            self._without_prices(path, self.session.wording.error(error))
            return effects_of(self.old, self.new, request)

    def _without_prices(self, path: str, why: str) -> None:
        if path not in self.without_prices:
            self.without_prices.append(path)
            self.session.advise("note.prices-not-judged", file=path, why=why)

    def _books_of(self, path: str, asked: _Asked) -> tuple[PriceBook, ...]:
        """The books that a file names; none, and that is said, where one cannot be had."""
        book = None if asked.quote is None else asked.quote.quote.book
        names = asked.request.price_book or ()
        if not names and book is not None:
            names = tuple(each.file for each in book.files[:1])
        terms = spreadsheet_terms(asked.request)
        if terms is None and book is not None:
            terms = SpreadsheetTerms(
                book.currency, book.valid_from, book.valid_until, book.price_period
            )
        untold = [name for name in names if is_table(name)] if terms is None else []
        if untold:
            self._without_prices(path, self.session.phrases.say("against.no-terms", file=untold[0]))
            return ()
        origin = () if asked.quote is None else asked.quote.origin.files
        wanted = {each.sha256 for each in origin if each.kind == "price-book"}
        found = [self._book(name, path, wanted, terms) for name in names]
        missing = [name for name, each in zip(names, found, strict=True) if each is None]
        if missing:
            say = self.session.phrases.say
            self._without_prices(path, say("against.no-book", file=missing[0]))
            return ()
        return tuple(each for each in found if each is not None)

    def _book(
        self, name: str, path: str, wanted: set[str], terms: SpreadsheetTerms | None
    ) -> PriceBook | None:
        """A book beside the file that names it, else as seen from here."""
        place = likeliest(name, Path(path).parent, wanted)
        return None if place is None else self._read(place, terms if is_table(name) else None)

    def _read(self, path: str, terms: SpreadsheetTerms | None) -> PriceBook | None:
        """A book in the words of both editions, for a part may be gone from one of them.

        What the new one does not have is said, and the rest of the book is judged by.
        """
        if (path, terms) not in self.books:
            old, _ = self._read_under(self.old, path, terms)
            new, findings = self._read_under(self.new, path, terms)
            for finding in first_findings(findings):
                self.session.say(finding_line(finding, self.session.wording))
            both = old and new and united(old, new)
            self.books[path, terms] = both or new or old
        return self.books[path, terms]

    def _read_under(
        self, catalog: Catalog, path: str, terms: SpreadsheetTerms | None
    ) -> tuple[PriceBook | None, list[Finding]]:
        """A book under one edition, and what is to be said of it; None where it is refused."""
        try:
            return read_price_book(path, catalog, terms, judges_again=True)
        except InvalidInput as error:
            return None, list(error.findings)
        except UserError:
            return None, []


def _asked(tree: Tree, kind: Kind) -> list[_Asked]:
    """What a file asks; nothing where it is of another kind. InvalidInput for a broken one."""
    if kind.name in ("quote", "quotes"):
        answer = saved_answer(tree)
        if answer.faults:
            raise InvalidInput(answer.faults)
        return [_of_quote(each, tree.below("request")) for each in answer.quotes]
    if kind.name == "eligibility":
        tree = tree.below("request")
    elif kind.name != "request":
        return []
    return [_Asked(request_from(tree)[0], tree)]


def _of_quote(saved: Evidence, tree: Tree) -> _Asked:
    """What a saved quote was asked, on its own day."""
    tier, years = saved.quote.tier, saved.quote.term_years
    request = replace(saved.request, tier=tier, term_years=years, as_of=saved.origin.as_of)
    return _Asked(request, tree, saved)
