"""The file that `--price-request` names: the rows of a quote, with the header of its book."""

from collections.abc import Sequence
from pathlib import Path, PurePath

from hp_priority_cli.cli.session import Session
from hp_priority_cli.customer.records import Request
from hp_priority_cli.errors import UsageProblem
from hp_priority_cli.presentation.price_request import (
    PriceRequest,
    asked_of,
    price_request_header,
    price_request_yaml,
)
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.prices.records import PriceBook
from hp_priority_cli.quoting.books import choose_book
from hp_priority_cli.quoting.records import Quote
from hp_priority_cli.readers.document import YAML_SUFFIXES
from hp_priority_cli.readers.tables import TABLE_SUFFIXES, WORKBOOK_SUFFIX
from hp_priority_cli.writers.files import write_file


def write_price_request(
    session: Session,
    path: str,
    quotes: Sequence[Quote],
    request: Request,
    books: Sequence[PriceBook],
    *,
    force: bool,
) -> None:
    """Write every row of the quotes, those without a price blank; say where nothing is to be asked.

    A spreadsheet gets the header of the book in use in a file beside it: it has no place for one.
    """
    suffix, known = PurePath(path).suffix.lower(), (*YAML_SUFFIXES, *TABLE_SUFFIXES)
    if suffix not in known:
        raise UsageProblem("suffix", file=path, choices=known)
    lines = asked_of(line for quote in quotes for line in quote.lines)
    if not lines:
        session.advise("note.nothing-to-price")
        return
    book = choose_book(books, request).book
    asked = PriceRequest(PurePath(path).stem, lines, book, request.currency)
    session.refuse_over_input(path)
    header = None
    if book is not None and suffix in TABLE_SUFFIXES:
        header = str(PurePath(path).with_suffix(YAML_SUFFIXES[0]))
        session.refuse_over_input(header)
        if Path(header).exists() and not force:
            raise UsageProblem("file-exists", file=header)
    write_file(path, [_content(path, suffix, asked, session.wording)], force=force)
    if header is not None:
        text = price_request_header(asked, PurePath(path).name, session.wording)
        write_file(header, [text.encode()], force=force)
        session.advise("note.price-request-header", file=path, header=header)
    else:
        session.advise("note.price-request", file=path)
    session.note("note.written", file=path)


def _content(path: str, suffix: str, asked: PriceRequest, wording: Wording) -> bytes:
    """The content of a price request of that suffix; UsageProblem where its extra is missing."""
    from hp_priority_cli.presentation.price_sheet import price_request_csv, price_request_workbook

    if suffix == WORKBOOK_SUFFIX:
        try:
            return price_request_workbook(asked, wording)
        except ModuleNotFoundError as error:
            raise UsageProblem("extra-missing", file=path, extra="xlsx") from error
    if suffix == ".csv":
        return price_request_csv(asked, wording).encode()
    return price_request_yaml(asked, wording).encode()
