"""`compare` with prices for a person: what each tier costs, and what the last costs more."""

from collections.abc import Iterator

from hp_priority_cli.customer.records import Request
from hp_priority_cli.presentation.report import (
    Block,
    Cell,
    Column,
    Line,
    Section,
    Table,
    table,
)
from hp_priority_cli.presentation.views.prices import book_text, not_priced, order_country_hint
from hp_priority_cli.presentation.views.shared import stated, who
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.quoting.records import StepUp, TermPrices, TierPrice, Totals

STEP_COLUMNS = (
    Column("term_years", "count"),
    Column("difference", "count"),
    Column("currency", "code"),
    Column("tax", "code"),
    Column("price_book"),
    Column("fictional", "code"),
    Column("valid_until", "code"),
    Column("no_total", "code"),
)
"""What CSV says of the prices, beside a column for each tier."""
_FIGURES = ("extended_price", "per_device_year")


def step_blocks(prices: StepUp, request: Request, wording: Wording) -> list[Block]:
    """What the tiers cost this customer over each term, and why where there is no figure."""
    return [
        *step_title(prices, wording),
        *who(request, wording),
        Section(wording.phrases.say("label.stated"), (stated(request, wording),)),
        _table(prices, wording),
        *step_basis(prices, request, wording),
    ]


def step_basis(prices: StepUp, request: Request, wording: Wording) -> Iterator[Section]:
    """Why figures are missing, and the book that the others are from."""
    say = wording.phrases.say
    reasons = tuple(Line(text, tone="open") for text in dict.fromkeys(_reasons(prices, wording)))
    if reasons:
        hint = order_country_hint(prices.quotes, request, wording)
        yield Section(say("label.not-priced"), (*reasons, *hint))
    if prices.book is not None:
        lines = [Line(book_text(prices.book, wording))]
        if prices.book.price_period == "year":
            lines.append(Line(say("step.a-year")))
        yield Section(say("label.prices"), tuple(lines))


def step_title(prices: StepUp, wording: Wording) -> Iterator[Line]:
    """Whether amounts are invented, their currency, tax stance and how long they hold."""
    say, book = wording.phrases.say, prices.book
    if book is None:
        yield Line(say("step.no-prices"), tone="strong")
        return
    if book.fictional:
        yield Line(say("quote.fictional"), tone="bad")
    day = book.valid_until
    key = "step.prices" if day is not None else "step.prices.no-end"
    yield Line(say(key, currency=book.currency, day=day), tone="strong")


def _table(prices: StepUp, wording: Wording) -> Table:
    """A row for each tier over each term, and one for the difference under those of a term."""
    say, book = wording.phrases.say, prices.book
    columns = [Column(say("column.term"), "code"), Column(say("column.tier"))]
    if book is None:
        columns.append(Column(say("label.total"), "count"))
    else:
        currency = book.currency
        columns.append(Column(say("column.amount", currency=currency), "count"))
        columns.append(Column(say("column.each", currency=currency), "count"))
    rows = [row[: len(columns)] for term in prices.terms for row in _rows(term, wording)]
    return table(columns, rows)


def _rows(term: TermPrices, wording: Wording) -> Iterator[list[Cell]]:
    phrases = wording.phrases
    years = Cell(phrases.count("count.term_years", term.term_years))
    for price in term.tiers:
        yield [years, Cell(_name(price, wording)), *_figures(price, wording)]
    if len(term.tiers) > 1:
        label = Cell(phrases.say("step.difference"), "strong")
        yield [years, label, *_difference(term.difference, wording)]


def _name(price: TierPrice, wording: Wording) -> str:
    """The tier; where questions decide, that they do."""
    name = wording.short_tier(price.tier)
    if price.verdict != "conditional":
        return name
    return wording.phrases.say("name.with-code", name=name, code=wording.verdict(price.verdict))


def _figures(price: TierPrice, wording: Wording) -> list[Cell]:
    total = price.total
    each = None if total is None else wording.phrases.amount(total.per_device_year)
    return [total_cell(price, wording), Cell(each)]


def total_cell(price: TierPrice, wording: Wording) -> Cell:
    """The total of a tier, or the reason why there is none."""
    if price.total is None:
        return Cell(wording.phrases.say(f"no-total.{price.reason}"), "open")
    return Cell(wording.phrases.amount(price.total.extended_price))


def _difference(more: Totals | None, wording: Wording) -> list[Cell]:
    if more is None:
        return [Cell(wording.phrases.say("step.no-difference"), "open"), Cell(None)]
    signed = wording.phrases.signed
    return [
        Cell(signed(more.extended_price), "strong"),
        Cell(signed(more.per_device_year), "strong"),
    ]


def _reasons(prices: StepUp, wording: Wording) -> Iterator[str]:
    """Why tiers have no figure: what keeps them from being sold, and what no book says of them."""
    for reason in ("not-eligible", "nothing-to-quote"):
        refused = {e.tier: None for term in prices.terms for e in term.tiers if e.reason == reason}
        if refused:
            yield wording.phrases.say(f"step.{reason}", tiers=wording.tiers([*refused]))
    for term in prices.terms:
        tiers = [each.tier for each in term.tiers if each.reason == "no-part-for-term"]
        if tiers:
            years = wording.phrases.count("count.term_years", term.term_years)
            yield wording.phrases.say("step.no-part", tiers=wording.tiers(tiers), years=years)
    yield from not_priced(prices.quotes, wording)


def step_records(prices: StepUp) -> Iterator[list[str | int | None]]:
    """For CSV two rows a term: the totals, and what they are for each device and year.

    First the key of the figure, then a value for each tier, then those under `STEP_COLUMNS`.
    """
    for term in prices.terms:
        lacking = [f"{each.tier}={each.reason}" for each in term.tiers if each.reason is not None]
        for key in _FIGURES:
            yield [
                key,
                *(_figure(each.total, key) for each in term.tiers),
                term.term_years,
                _figure(term.difference, key),
                *_of_book(prices),
                ";".join(lacking),
            ]


def _figure(totals: Totals | None, key: str) -> str | None:
    return None if totals is None else str(getattr(totals, key))


def _of_book(prices: StepUp) -> list[str | None]:
    if prices.book is None:
        return [None] * 5
    said = prices.book
    until = None if said.valid_until is None else said.valid_until.isoformat()
    return [said.currency, said.tax, said.id, "true" if said.fictional else "false", until]
