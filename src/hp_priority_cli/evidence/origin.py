"""What a quote is made from, gathered while it is made: the files, the clauses, the readings."""

from collections.abc import Iterable, Iterator

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.records import Clause, Reading
from hp_priority_cli.customer.records import Request
from hp_priority_cli.evidence.records import Edition, Origin, QuotedFile
from hp_priority_cli.prices.records import PriceBook
from hp_priority_cli.quoting.records import Quote
from hp_priority_cli.readers.used import UsedFile


def edition_of(catalog: Catalog) -> Edition:
    """The edition of the data in a catalog."""
    return Edition(catalog.document.id, catalog.document.edition, catalog.sha256)


def origin_of(
    catalog: Catalog, quote: Quote, request: Request, version: str, files: Iterable[QuotedFile] = ()
) -> Origin:
    """What a quote was made from, by a release of that version."""
    readings = tuple(_readings(catalog, quote))
    return Origin(
        tool_version=version,
        edition=edition_of(catalog),
        as_of=request.as_of,
        files=tuple(files),
        clauses=tuple(_clauses(catalog, quote, readings)),
        readings=readings,
    )


def files_used(
    catalog: Catalog,
    requests: Iterable[UsedFile],
    inventories: Iterable[UsedFile],
    books: Iterable[PriceBook],
) -> tuple[QuotedFile, ...]:
    """The files behind a quote: the data, the request, the exports of the fleet, and every price
    book that was looked at.
    """
    return (
        *(QuotedFile("data", each.file, each.sha256) for each in catalog.files),
        *(QuotedFile("request", each.file, each.sha256) for each in requests),
        *(QuotedFile("inventory", each.file, each.sha256) for each in inventories),
        *(
            QuotedFile("price-book", each.file, each.sha256)
            for book in books
            for each in book.files
        ),
    )


def _readings(catalog: Catalog, quote: Quote) -> Iterator[Reading]:
    """The readings that a verdict, a question, an answer, a notice or an order unit rests on."""
    decision = quote.decision
    named = {reading for each in decision.conditions for reading in each.readings}
    named |= {reading for each in decision.conditions for reading in each.flips_under}
    named |= {point.reading for point in quote.open_points if point.reading is not None}
    named |= {answer.point for answer in decision.confirmed}
    if any(line.unit_source == "reading" for line in quote.lines):
        named |= {catalog.tier(quote.tier).order_unit_reading or ""}
    notices = {f"notice:{notice.code}" for notice in quote.notices}
    for reading in catalog.source.readings:
        if reading.id in named or notices & set(reading.touches):
            yield reading


def _clauses(catalog: Catalog, quote: Quote, readings: Iterable[Reading]) -> Iterator[Clause]:
    """The clauses that those, the conditions and the notices are cited with."""
    cited = {clause for each in quote.decision.conditions for clause in each.clauses}
    cited |= {clause for each in quote.notices for clause in each.clauses}
    cited |= {clause for each in readings for clause in (*each.clauses, *each.against)}
    for clause in catalog.source.clauses:
        if clause.id in cited:
            yield clause
