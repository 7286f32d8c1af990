"""The lines of a saved quote, each thing that differs as it was saved beside what it is today."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from hp_priority_cli.evidence.verification import LineCheck, QuoteCheck
from hp_priority_cli.presentation.report import Cell, Column, Table, Tone, table
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.quoting.records import LineItem, QuotedBook

IN_THE_TABLE = (
    "part-gone",
    "part-changed",
    "covered-changed",
    "unit-changed",
    "quantity-changed",
    "price-changed",
    "line-gone",
    "line-added",
    "total-changed",
)
"""What the table of lines says itself."""


def has_table(check: QuoteCheck) -> bool:
    """Whether anything differs that the table of lines tells."""
    return any(each.code in IN_THE_TABLE for each in check.differences)


class _Row(NamedTuple):
    """What differs in a line, as it was and as it is."""

    what: str
    then: str | None
    now: str | None
    tone: Tone = "open"


def lines_table(check: QuoteCheck, wording: Wording) -> Table:
    """Every line with what differs in it, old beside new, and the total."""
    say = wording.phrases.say
    columns = [
        Column(say("column.part"), "code"),
        Column(say("verify.column.what")),
        Column(say("verify.column.then"), "count"),
        Column(say("verify.column.now"), "count"),
    ]
    rows: list[list[Cell]] = []
    for line in check.lines:
        known = line.then or line.now
        assert known is not None  # there is a line for each check
        for n, row in enumerate(_rows(line, check, wording)):
            first = Cell(known.sku, "strong") if n == 0 else Cell(None)
            rows.append([first, Cell(row.what), Cell(row.then), Cell(row.now, row.tone)])
    total = _total(check, wording)
    if total is not None:
        rows.append([Cell(None), Cell(total.what, "strong"), Cell(total.then), Cell(total.now)])
    return table(columns, rows)


def _rows(line: LineCheck, check: QuoteCheck, wording: Wording) -> list[_Row]:
    """What differs in a line; one row where nothing does, or nothing could be told."""
    say, then, now = wording.phrases.say, line.then, line.now
    if then is None or now is None:
        gone = next((e for e in check.differences if then and e.sku == then.sku), None)
        if gone is not None and gone.code == "part-gone":
            by = gone.values["new"]
            none = say("verify.none")
            return [_Row(say("verify.what.part"), gone.values["old"], none if by is None else by)]  # type: ignore[arg-type]
        if line.outcome == "not-judged":
            return [_Row(say("verify.outcome-of-line.not-judged"), None, None)]
        key = "verify.what.line-gone" if now is None else "verify.what.line-added"
        return [_Row(say(key), None, None)]
    rows = [each for each in _compared(then, now, check, wording) if each.then != each.now]
    if rows:
        return rows
    due = _amount(then.extended_price, check, wording, "then")
    word = say(f"verify.outcome-of-line.{line.outcome}")
    return [_Row(word, due, due if line.outcome == "unchanged" else None, "plain")]


def _compared(then: LineItem, now: LineItem, check: QuoteCheck, wording: Wording) -> Iterator[_Row]:
    say = wording.phrases.say
    yield _Row(say("verify.what.part"), then.sku, now.sku)
    counts = [wording.phrases.number(each.covered_devices) for each in (then, now)]
    yield _Row(say("verify.what.covered"), counts[0], counts[1])
    codes = {each.code for each in check.differences if each.sku == then.sku}
    if codes & {"unit-changed", "quantity-changed"}:
        yield _Row(say("verify.what.order"), _ordered(then, wording), _ordered(now, wording))
    if codes & {"price-changed", "price-gone", "price-added"}:
        is_discounted = any(each.list_price != each.net_price for each in (then, now))
        keys = ("net_price", "extended_price")
        for key in ("list_price", *keys) if is_discounted else keys:
            was = _amount(getattr(then, key), check, wording, "then")
            is_ = _amount(getattr(now, key), check, wording, "now")
            yield _Row(say(f"verify.what.{key}"), was, is_)


def _ordered(line: LineItem, wording: Wording) -> str:
    """How many are ordered, of what."""
    if line.order_quantity is None:
        return wording.phrases.say("quantity.open")
    if line.order_unit == "contract":
        return wording.phrases.count("quantity.contract", line.order_quantity)
    return wording.phrases.number(line.order_quantity)


def _amount(amount: Decimal | None, check: QuoteCheck, wording: Wording, side: str) -> str:
    """An amount; with its currency where the two sides are not in one."""
    if amount is None:
        return wording.phrases.say("verify.none")
    quote = check.saved.quote if side == "then" else check.now
    several = len({book.currency for book in _books(check)}) > 1
    if several and quote is not None and quote.book is not None:
        return wording.phrases.money(amount, quote.book.currency)
    return wording.phrases.amount(amount)


def _total(check: QuoteCheck, wording: Wording) -> _Row | None:
    """The total of both sides with the currency and the stance on tax of every amount."""
    then = check.saved.quote.totals
    now = None if check.now is None else check.now.totals
    books = _books(check)
    if not books:
        return None
    was = _amount(None if then is None else then.extended_price, check, wording, "then")
    is_ = _amount(None if now is None else now.extended_price, check, wording, "now")
    several = len({book.currency for book in books}) > 1
    key = "verify.what.total.currencies" if several else "verify.what.total"
    return _Row(wording.phrases.say(key, currency=books[0].currency), was, is_)


def _books(check: QuoteCheck) -> list[QuotedBook]:
    """The price books behind the amounts of both sides."""
    quotes = (check.saved.quote, check.now)
    return [each.book for each in quotes if each is not None and each.book is not None]


def is_fictional(check: QuoteCheck) -> bool:
    """Whether amounts on either side are invented."""
    return any(book.fictional for book in _books(check))
