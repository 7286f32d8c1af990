"""`quote` for several terms: their parts, amounts and totals side by side, a row a term."""

from collections.abc import Iterable, Iterator, Sequence

from hp_priority_cli.customer.records import Request
from hp_priority_cli.errors import UserError
from hp_priority_cli.presentation.report import (
    Block,
    Cell,
    Column,
    Heading,
    Line,
    Report,
    Section,
    Table,
    table,
)
from hp_priority_cli.presentation.views.notices import notices, unasked
from hp_priority_cli.presentation.views.prices import (
    approval,
    book_text,
    discounts_text,
    not_priced,
    order_country_hint,
    prices_title,
    stamps,
    status_key,
)
from hp_priority_cli.presentation.views.questions import confirmations, lapsed, questions
from hp_priority_cli.presentation.views.quote import failed, needless, quantity_text, quote_records
from hp_priority_cli.presentation.views.shared import basis, stated, who
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.quoting.records import Quote


def terms_report(
    quotes: Sequence[Quote], refusals: Iterable[UserError], request: Request, wording: Wording
) -> Report:
    """The report on quotes for one tier over several terms, and on the terms that were refused."""
    say, first = wording.phrases.say, quotes[0]
    points = [point for each in quotes for point in each.open_points]
    worth_knowing = [n for each in quotes for n in unasked(each.notices, each.open_points)]
    blocks: list[Block] = [
        Heading(say("terms.title", tier=wording.tier(first.tier)), 1),
        *prices_title(quotes, wording),
        *who(request, wording),
        Section(say("label.stated"), (stated(request, wording),)),
        Section(
            say("label.status"), (*_statuses(quotes, wording), *failed(first.decision, wording))
        ),
        _terms(quotes, wording),
        *_prices(quotes, wording),
        *approval(quotes, request, wording),
        *_without_price(quotes, request, wording),
        *_refused(refusals, wording),
        *confirmations([first.decision], wording),
        *lapsed(request, wording),
        *questions(points, request, wording),
        *notices(worth_knowing, wording, skip=needless(first.decision)),
        *basis(wording, request.as_of),
    ]
    records = _records(quotes, request, wording)
    return Report(tuple(blocks), records, stamps=stamps(quotes, wording), for_a_call=True)


def _statuses(quotes: Sequence[Quote], wording: Wording) -> Iterator[Line]:
    """Each status once, with the terms that have it where they are not all alike."""
    terms: dict[str, list[int]] = {}
    for each in quotes:
        terms.setdefault(wording.phrases.say(status_key(each)), []).append(each.term_years)
    for status, years in terms.items():
        named = wording.phrases.all_of(
            [wording.phrases.count("count.term_years", n) for n in years]
        )
        label = wording.phrases.say("label.record", label=named) if len(terms) > 1 else None
        yield Line(status, label=label)


def _prices(quotes: Sequence[Quote], wording: Wording) -> list[Block]:
    """The books and the discounts behind the amounts."""
    books = dict.fromkeys(each.book for each in quotes if each.book is not None)
    texts = [*(book_text(book, wording) for book in books), *discounts_text(quotes, wording)]
    lines = tuple(Line(text) for text in texts)
    return [Section(wording.phrases.say("label.prices"), lines)] if lines else []


def _terms(quotes: Sequence[Quote], wording: Wording) -> Table:
    say = wording.phrases.say
    columns = [
        Column(say("column.term"), "code"),
        Column(say("column.part"), "code"),
        Column(say("column.class")),
        Column(say("column.order"), "count"),
    ]
    book = next((each.book for each in quotes if each.book is not None), None)
    if book is not None:
        currency = book.currency
        titles = ("column.net", "column.amount", "column.total")
        columns += [
            Column(say(title, currency=currency), "count", spares=title == "column.net")
            for title in titles
        ]
        columns.append(Column(say("column.device-year"), "count"))
    return table(columns, [_row(each, len(columns), wording) for each in quotes])


def _row(quote: Quote, width: int, wording: Wording) -> list[Cell]:
    phrases = wording.phrases
    shown = phrases.amount
    cells = [
        Cell(phrases.count("count.term_years", quote.term_years), "strong"),
        Cell(tuple(line.sku for line in quote.lines)),
        Cell(tuple(phrases.say(f"choices.class.{line.device_class}") for line in quote.lines)),
        Cell(tuple(quantity_text(line, wording) for line in quote.lines)),
    ]
    if len(cells) == width:
        return cells
    none = phrases.say("price.none")
    nets = [line.net_price for line in quote.lines]
    dues = [line.extended_price for line in quote.lines]
    cells += [
        Cell(tuple(none if amount is None else shown(amount) for amount in amounts))
        for amounts in (nets, dues)
    ]
    totals = quote.totals
    if totals is None:
        return [*cells, Cell(none, "open"), Cell(None)]
    return [
        *cells,
        Cell(totals.extended_price, "strong"),
        Cell(totals.per_device_year),
    ]


def _without_price(quotes: Sequence[Quote], request: Request, wording: Wording) -> list[Block]:
    texts = dict.fromkeys(not_priced(quotes, wording))
    lines = [Line(text, tone="open") for text in texts]
    lines += order_country_hint(quotes, request, wording)
    return [Section(wording.phrases.say("label.not-priced"), tuple(lines))] if texts else []


def _refused(refusals: Iterable[UserError], wording: Wording) -> list[Block]:
    lines = []
    for error in refusals:
        years = wording.phrases.count("count.term_years", int(str(error.values["term_years"])))
        fields = wording.fields(
            {**error.values, "device_classes": error.values.get("device_classes", ())}
        )
        key = "terms.refused" if error.code == "no-part-for-term" else "terms.not-offered"
        lines.append(Line(wording.phrases.say(key, **{**fields, "years": years}), tone="bad"))
    return [Section(wording.phrases.say("label.term"), tuple(lines))] if lines else []


def _records(quotes: Sequence[Quote], request: Request, wording: Wording) -> Table:
    """The rows of every quote under one another, for CSV."""
    tables = [quote_records(each, request, wording) for each in quotes]
    return table(tables[0].columns, [row for each in tables for row in each.rows])
