"""Whether a saved quote says the same wherever it says a thing twice."""

from collections.abc import Iterator

from hp_priority_cli.customer.records import Request
from hp_priority_cli.evidence.shapes import SavedQuote
from hp_priority_cli.evidence.sums import Contradiction, same


def repeats(saved: SavedQuote, request: Request) -> Iterator[Contradiction]:
    """Every value at the top of a quote that another place in it contradicts."""
    yield from same(("as_of",), saved.as_of, request.as_of)
    book, totals, day = saved.price_book, saved.totals, None
    if book is not None:
        day = book.valid_until
        yield from same(("tax",), saved.tax, "excluded")
    elif saved.currency is not None:
        yield Contradiction(("currency",), "figure-contradicts", saved.currency, None)
    yield from same(("valid_until",), saved.valid_until, day)
    if totals is not None:
        yield from same(("totals", "currency"), totals.currency, saved.currency)
    not_priced = tuple(line.sku for line in saved.lines if line.extended_price is None)
    yield from same(("not_priced",), saved.not_priced, not_priced)
    for key in ("notices", "open_points"):
        of_tier = getattr(saved.verdict, key)
        for n, (stated, decided) in enumerate(zip(getattr(saved, key), of_tier, strict=False)):
            yield from same((key, n, "code"), stated.code, decided.code)
