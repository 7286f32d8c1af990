"""The quotes of one run: made from its price books, what they lack, and the exit code for it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from hp_priority_cli import __version__
from hp_priority_cli.cli.options import OutputOptions, PriceOptions
from hp_priority_cli.cli.prices import Shelf
from hp_priority_cli.cli.session import Session
from hp_priority_cli.cli.values import Terms
from hp_priority_cli.customer.records import Request
from hp_priority_cli.errors import (
    EXIT_CONDITIONAL,
    EXIT_NO,
    EXIT_OK,
    EXIT_PRICES_MISSING,
    Refused,
    UsageProblem,
    UserError,
)
from hp_priority_cli.evidence.origin import edition_of, files_used, origin_of
from hp_priority_cli.evidence.records import Evidence, Origin, Revised
from hp_priority_cli.presentation.documents.plain import Document
from hp_priority_cli.presentation.documents.quote import quote_document, quotes_document
from hp_priority_cli.quoting.books import choose_book, other_books_with
from hp_priority_cli.quoting.prices import not_discounted
from hp_priority_cli.quoting.quote import build_quote
from hp_priority_cli.quoting.records import Quote, StepUp
from hp_priority_cli.quoting.step_up import price_step

if TYPE_CHECKING:
    from hp_priority_cli.prices.records import PriceBook

_OF_A_TERM = ("term-not-offered", "no-part-for-term")


class Quoting:
    """One run of `quote`: makes the quotes and remembers what the exit code has to say of them."""

    def __init__(
        self,
        session: Session,
        prices: PriceOptions,
        wanted: Terms | None,
        *,
        draft: bool,
        strict: bool,
    ) -> None:
        self.session = session
        self.prices = prices
        self.wanted = wanted
        self.draft = draft
        self.strict = strict
        self.shelf = Shelf(session, prices)
        self.revises: Revised | None = None
        """The saved quote in whose place the answer comes."""
        self.is_conditional = False
        self.lacks_a_term = False
        self.has_books = False
        self.not_priced: dict[str, None] = {}
        """The parts without a price, each once, in their order."""

    @property
    def is_about_prices(self) -> bool:
        """Whether showing parts alone would not answer what was asked."""
        return self.prices.require_prices or self.prices.price_request is not None

    def evidence(self, request: Request) -> Evidence:
        """The quote for the tier and the term of a request, with what it was made from."""
        if request.tier is None:
            raise UsageProblem("no-tier", choices=self.session.catalog.tier_ids)
        if request.term_years is None:
            raise UsageProblem("no-term", terms=self.session.catalog.terms)
        catalog, books = self.session.catalog, self.shelf.books(request)
        found = build_quote(catalog, request, draft=self.draft, books=books)
        self.is_conditional |= found.status == "conditional"
        self.has_books |= bool(books)
        self.not_priced |= dict.fromkeys(line.sku for line in found.not_priced)
        files = files_used(catalog, self.session.request_files, self.session.inventory_files, books)
        return Evidence(found, request, origin_of(catalog, found, request, __version__, files))

    def takes_several(self, request: Request) -> bool:
        """Whether terms are set side by side: those wanted now, else those of the saved quotes that
        the request was taken from.
        """
        saved = tuple(self.session.request_terms)
        if self.wanted is None and request.term_years is None and saved:
            self.wanted = Terms(saved)
        return self.wanted is not None and self.wanted.is_several

    def evidences(self, request: Request) -> tuple[list[Evidence], list[UserError]]:
        """A quote for each term wanted, and the refusals of terms; raises where all are refused."""
        assert self.wanted is not None
        made: list[Evidence] = []
        refused: list[UserError] = []
        for years in self.wanted.years or self.session.catalog.terms:
            asked = replace(request, term_years=years)
            try:
                made.append(self.evidence(asked))
            except Refused as error:
                if error.code not in _OF_A_TERM:
                    raise
                refused.append(error)
        if not made:
            raise refused[0]
        self.lacks_a_term |= bool(refused) and not self.wanted.is_all
        return made, refused

    def is_priced(self, request: Request) -> bool:
        """Whether a comparison says what the tiers cost: a price book or a term was named, or one
        lies ready for the devices that were stated.
        """
        if self.is_about_prices or self.wanted is not None or request.price_book:
            return True
        return request.states_base and bool(self.shelf.books(request))

    def step_up(self, tier_ids: tuple[str, ...], request: Request) -> StepUp:
        """What tiers cost over the terms wanted, else that of the request, else all."""
        stated = () if request.term_years is None else (request.term_years,)
        wanted = stated if self.wanted is None else self.wanted.years
        found = price_step(
            self.session.catalog,
            tier_ids,
            wanted or self.session.catalog.terms,
            request,
            self.shelf.books(request),
        )
        self.note_idle_discounts(found.quotes, request)
        for quote in found.quotes:
            self.not_priced |= dict.fromkeys(line.sku for line in quote.not_priced)
        return found

    def document(self, session: Session, request: Request) -> Document:
        """The answer to one request of a batch."""
        if self.wanted is not None and self.wanted.is_several:
            request = replace(request, term_years=None)
            made, refused = self.evidences(request)
            return self.quotes_document(made, refused, request)
        return quote_document(self.evidence(request), session.wording)

    def quotes_document(
        self, made: list[Evidence], refused: list[UserError], request: Request
    ) -> Document:
        """The answer for several terms."""
        edition = edition_of(self.session.catalog)
        origin = Origin(__version__, edition, request.as_of, revises=self.revises)
        return quotes_document(made, refused, request, origin, self.session.wording)

    def note_idle_discounts(self, quotes: Sequence[Quote], request: Request) -> None:
        """Say which discounts change nothing: their part or its price is not in the answer."""
        stated = request.discount_percent is not None or request.discounts
        if stated and quotes and all(quote.book is None for quote in quotes):
            self.session.advise("note.discount-without-prices")
            return
        quoted = {line.sku for quote in quotes for line in quote.lines}
        for sku in request.discounts or ():
            if sku not in quoted:
                self.session.advise("note.discount-idle", sku=sku)
        idle = dict.fromkeys(
            sku for quote in quotes for sku in not_discounted(quote.lines, request)
        )
        if idle:
            skus = self.session.phrases.all_of([*idle])
            self.session.advise("note.discount-without-amount", skus=skus)

    def request_prices(self, quotes: Sequence[Quote], request: Request, *, force: bool) -> None:
        """Write the rows of the quotes where `--price-request` says, to have blanks filled in."""
        books = self.shelf.books(request)
        self.note_rows_elsewhere(quotes, request, books)
        path = self.prices.price_request
        if path is None:
            return
        from hp_priority_cli.cli.price_request import write_price_request

        write_price_request(self.session, path, quotes, request, books, force=force)

    def note_rows_elsewhere(
        self, quotes: Sequence[Quote], request: Request, books: Sequence["PriceBook"]
    ) -> None:
        """Say which missing rows another book has: it would serve too, but one quote takes one."""
        book = choose_book(books, request).book
        if book is None:
            return
        for sku in dict.fromkeys(line.sku for quote in quotes for line in quote.not_priced):
            for other in other_books_with(sku, book, books, replace(request, price_book_id=None)):
                values = {"sku": sku, "other": other.id, "book": book.id}
                self.session.advise("note.row-in-other-book", **values)

    def exit_code(self) -> int:
        """The exit code for what has been made."""
        if self.prices.require_prices and self.not_priced:
            return EXIT_PRICES_MISSING
        if self.lacks_a_term:
            return EXIT_NO
        return EXIT_CONDITIONAL if self.strict and self.is_conditional else EXIT_OK

    def finish(self, output: OutputOptions) -> int:
        """The exit code once the answer is written; prices that are missing are said as an error.

        Where the answer is the one document on standard output, the error is a message alone.
        """
        code = self.exit_code()
        in_a_file = output.output not in (None, "-")
        if in_a_file and self.is_conditional:
            self.session.advise("note.conditional", file=output.output)
        if code != EXIT_PRICES_MISSING:
            if in_a_file and self.not_priced and self.has_books:
                skus = self.session.phrases.all_of([*self.not_priced])
                self.session.advise("note.not-priced", file=output.output, skus=skus)
            return code
        error = UserError("prices-missing", code, {"skus": tuple(self.not_priced)})
        if in_a_file:
            raise error
        self.session.complain(error)
        return code
