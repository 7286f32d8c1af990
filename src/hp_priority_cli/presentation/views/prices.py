"""What a quote shows of its prices: columns, total, the book and its breaks, and what has none.

Neither a floor nor what discounts may be given is anywhere in it: this is what a customer sees.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from hp_priority_cli.customer.records import Request
from hp_priority_cli.presentation.report import Block, Cell, Column, Line, Section, Value
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.quoting.records import LineItem, Quote, QuotedBook, Step

PRICE_COLUMNS = (
    Column("currency", "code"),
    Column("tax", "code"),
    Column("total", "count"),
    Column("price_book"),
    Column("fictional", "code"),
    Column("valid_until", "code"),
)
"""What CSV says of the prices of each line, beside the amounts."""


def price_title(quote: Quote, wording: Wording) -> list[Block]:
    """What kind of document it is: a price quote, one with gaps, or no price quote at all."""
    say, book = wording.phrases.say, quote.book
    blocks: list[Block] = []
    if book is not None and book.fictional:
        blocks.append(Line(say("quote.fictional"), tone="bad"))
    if book is None:
        return [Line(say("quote.no-prices"), tone="strong")]
    if quote.totals is None:
        return [*blocks, Line(say("quote.withheld"), tone="strong")]
    currency, day = book.currency, book.valid_until
    key = "quote.priced" if day is not None else "quote.priced.no-end"
    return [*blocks, Line(say(key, currency=currency, day=day), tone="strong")]


def prices_title(quotes: Sequence[Quote], wording: Wording) -> list[Block]:
    """The title over quotes for several terms, some of which may be priced and others not."""
    say = wording.phrases.say
    titles = [price_title(each, wording) for each in quotes]
    priced = [each.totals is not None for each in quotes]
    if not any(priced) or all(priced):
        return [*dict.fromkeys(block for title in titles for block in title)]
    book = next(each.book for each in quotes if each.book is not None)
    fictional = [Line(say("quote.fictional"), tone="bad")] if book.fictional else []
    return [*fictional, Line(say("terms.priced-in-part", currency=book.currency), tone="strong")]


def discounts_text(quotes: Sequence[Quote], wording: Wording) -> Iterator[str]:
    """The discount in the prices: on every line where it is the same, else by part number."""
    phrases = wording.phrases
    given = {
        line.sku: line.discount_percent
        for quote in quotes
        for line in quote.lines
        if line.discount_percent is not None
    }
    if not any(given.values()):
        return
    if len(set(given.values())) == 1:
        percent = phrases.percent(next(iter(given.values())))
        yield phrases.say("price.discount", percent=percent)
        return
    each = [
        phrases.say("price.discount-of", sku=sku, percent=phrases.percent(percent))
        for sku, percent in given.items()
        if percent
    ]
    yield phrases.say("price.discounts", each=phrases.say("list.comma").join(each))


def status_key(quote: Quote) -> str:
    """The key of the sentence for the status: priced on an assumed unit is told apart."""
    if quote.status == "unpriced" and quote.totals is not None:
        return "quote.status.unit-assumed"
    return f"quote.status.{quote.status}"


def price_columns(quote: Quote, wording: Wording) -> list[Column]:
    """The columns of amounts; list price and discount only where a discount is given.

    Their one currency stands with the tax stance over the last of them.
    """
    say = wording.phrases.say
    if quote.book is None:
        return []
    currency = quote.book.currency
    titles = [say("column.net"), say("column.amount", currency=currency)]
    if _has_discount(quote):
        titles = [say("column.list"), say("column.discount"), *titles]
    return [Column(title, "count") for title in titles]


def price_cells(line: LineItem, quote: Quote, wording: Wording) -> list[Cell]:
    """The amounts of a line under `price_columns`; where there is none, the reason."""
    if quote.book is None:
        return []
    if line.list_price is None or line.net_price is None:
        reason = wording.phrases.say(f"price-status.{line.price_status}")
        return [Cell(None)] * (len(price_columns(quote, wording)) - 1) + [Cell(reason, "open")]
    due = line.extended_price
    open_unit = wording.phrases.say("quantity.open")
    cells = [Cell(line.net_price), Cell(open_unit if due is None else due, "strong")]
    if _has_discount(quote):
        percent = wording.phrases.percent(line.discount_percent) if line.discount_percent else None
        cells = [Cell(line.list_price), Cell(percent), *cells]
    return cells


def price_foot(quote: Quote, wording: Wording, width: int) -> list[Cell]:
    """The total under the lines of a table so many columns wide; none where it is withheld."""
    if quote.totals is None:
        return []
    label = Cell(wording.phrases.say("label.total"), "strong")
    return [label, *[Cell(None)] * (width - 2), Cell(quote.totals.extended_price, "strong")]


def stamps(quotes: Iterable[Quote], wording: Wording) -> tuple[str, ...]:
    """What each page of a document of these quotes says, lest one page be taken for an offer."""
    found = list(quotes)
    fictional = any(each.book is not None and each.book.fictional for each in found)
    marks = {"fictional": fictional, "draft": any(each.status == "draft" for each in found)}
    return tuple(wording.phrases.say(f"stamp.{mark}") for mark, is_set in marks.items() if is_set)


def _has_discount(quote: Quote) -> bool:
    return any(line.discount_percent for line in quote.lines)


def price_blocks(quote: Quote, request: Request, wording: Wording, *, verbose: bool) -> list[Block]:
    """Total, book and breaks, what is not priced and why; every step of each price if `verbose`."""
    say, book = wording.phrases.say, quote.book
    blocks: list[Block] = []
    if quote.totals is not None and book is not None:
        currency = book.currency
        amount = wording.phrases.money(quote.totals.extended_price, currency)
        each = wording.phrases.money(quote.totals.per_device_year, currency)
        text = say("price.total", amount=amount, each=each)
        blocks.append(Section(say("label.total"), (Line(text, tone="strong"),)))
    reasons = tuple(Line(text, tone="open") for text in dict.fromkeys(not_priced([quote], wording)))
    if reasons:
        hint = order_country_hint([quote], request, wording)
        blocks.append(Section(say("label.not-priced"), (*reasons, *hint)))
    if book is not None:
        lines = (Line(book_text(book, wording)), *_period(quote, wording), *_breaks(quote, wording))
        blocks.append(Section(say("label.prices"), lines))
    if verbose:
        blocks += _trails(quote, wording)
    return blocks


def book_text(book: QuotedBook, wording: Wording) -> str:
    """The name of a book and the days on which it holds."""
    first, last = book.valid_from, book.valid_until
    key = "price.book" if last is not None else "price.book.no-end"
    return wording.phrases.say(key, book=book.id, first=first, last=last)


def _period(quote: Quote, wording: Wording) -> Iterator[Line]:
    """That amounts by the year were multiplied, where they were."""
    if quote.book is not None and quote.book.price_period == "year":
        years = wording.phrases.count("count.term_years", quote.term_years)
        yield Line(wording.phrases.say("price.a-year", years=years))


def _breaks(quote: Quote, wording: Wording) -> Iterator[Line]:
    """The break that each line has reached, and the next one."""
    for line in quote.lines:
        for step in line.price_trail:
            if step["step"] == "row" and step["outcome"] == "found" and _is_break(step):
                key = "price.last-break" if step["next_from"] is None else "price.break"
                fields = {
                    "sku": line.sku,
                    "amount": step["amount"],
                    "first": step["from"],
                    "next_amount": step["next_amount"],
                    "next_first": step["next_from"],
                }
                yield Line(wording.phrases.say(key, **fields))


def _is_break(step: Step) -> bool:
    return step["from"] != 1 or step["next_from"] is not None


def not_priced(quotes: Sequence[Quote], wording: Wording) -> Iterator[str]:
    """Why lines have no price to pay: said of their books, or of the lines that a book lacks."""
    say = wording.phrases.say
    lacking: dict[tuple[str, str], list[str]] = {}
    for quote in quotes:
        if quote.book is not None:
            for line in quote.not_priced:
                lacking.setdefault((_reason(line), quote.book.id), []).append(line.sku)
    for (reason, book), skus in lacking.items():
        named = wording.phrases.all_of([*dict.fromkeys(skus)])
        yield say(f"not-priced.{reason}", skus=named, book=book)
    steps = (s for q in quotes if q.book is None for line in q.lines for s in line.price_trail)
    for step in steps:
        yield _unfit(step, wording)


def _unfit(step: Step, wording: Wording) -> str:
    """Why a book does not serve, with its day or the countries that it is not for."""
    outcome, book = step["outcome"], step["price_book"]
    day = step["valid_until" if outcome == "book-expired" else "valid_from"]
    codes: Any = step.get("missing_countries", ())
    if not codes:
        return wording.phrases.say(f"not-priced.{outcome}", book=book, day=day)
    countries = wording.phrases.all_of([wording.place(code) for code in codes])
    return wording.phrases.say(f"not-priced.{outcome}.named", book=book, countries=countries)


def order_country_hint(
    quotes: Sequence[Quote], request: Request, wording: Wording
) -> tuple[Line, ...]:
    """How to get a price from a book that is for some of the places: say where the order comes
    from, where several were stated and nothing of that.
    """
    statuses = {line.price_status for quote in quotes for line in quote.lines}
    is_open = request.order_country is None and len(request.places) > 1
    if not is_open or "country-not-in-book" not in statuses:
        return ()
    text = wording.phrases.say("not-priced.order-country")
    return (Line(text, command="--order-country XX", is_hint=True),)


def _reason(line: LineItem) -> str:
    if line.price_status == "priced":
        return "open-unit"
    last = line.price_trail[-1]["outcome"]
    return "below-first-break" if last == "below-first-break" else line.price_status


def _trails(quote: Quote, wording: Wording) -> Iterator[Section]:
    """Each step on the way to each price: for who asks, and in no document for a customer."""
    for line in quote.lines:
        if line.price_status == "priced":
            steps = tuple(
                Line(_step(each, quote, wording), is_hint=True) for each in line.price_trail
            )
            yield Section(line.sku, steps)


def _step(step: Step, quote: Quote, wording: Wording) -> str:
    phrases = wording.phrases
    fields: dict[str, Any] = dict(step)
    name = fields.pop("step")
    if name == "row":
        fields["first"] = fields.pop("from")
    elif name == "period":
        name = f"period.{fields['price_period']}"
        fields["years"] = phrases.count("count.term_years", quote.term_years)
    elif name == "discount":
        fields["percent"] = phrases.percent(fields["discount_percent"])
    elif name == "quantity" and fields["order_quantity"] is None:
        name = "quantity.open"
    elif name == "quantity":
        fields["count"] = fields["order_quantity"]
    return phrases.say(f"trail.{name}", **fields)


def approval(quotes: Iterable[Quote], request: Request, wording: Wording) -> list[Block]:
    """Who approved the discounts: for the eyes of who asks, in no document for a customer."""
    has_discount = any(map(_has_discount, quotes))
    if request.approved_by is None or not has_discount:
        return []
    text = wording.phrases.say("price.approved-by", by=request.approved_by)
    return [Section(wording.phrases.say("label.approved"), (Line(text, is_hint=True),))]


def price_record(quote: Quote) -> list[Value]:
    """The values under `PRICE_COLUMNS`; the total stands on each line, the same each time."""
    book, totals = quote.book, quote.totals
    if book is None:
        return [None] * len(PRICE_COLUMNS)
    return [
        book.currency,
        book.tax,
        None if totals is None else totals.extended_price,
        book.id,
        "true" if book.fictional else "false",
        None if book.valid_until is None else book.valid_until.isoformat(),
    ]
