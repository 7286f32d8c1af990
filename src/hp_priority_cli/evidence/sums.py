"""Whether the figures of a quote agree with each other, whatever its seal says.

Every amount is reckoned anew from the amount of the book, by the steps that the quote gives; what
was changed and sealed again is found so. Nothing is judged by the data of today.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from hp_priority_cli.customer.records import Request
from hp_priority_cli.eligibility.base import count_base
from hp_priority_cli.errors import Path
from hp_priority_cli.quoting.money import less_percentage, product, round_half_up, total
from hp_priority_cli.quoting.records import LineItem, Quote, Step

_WAY = ("book", "row", "period", "discount", "quantity")
"""The steps of a price, in their order."""


class Contradiction(NamedTuple):
    """A value of a quote that others in it contradict: where it stands, and what they come to."""

    path: Path
    code: Literal["sum-wrong", "figure-contradicts"]
    stated: object
    expected: object


def contradictions(
    quote: Quote, request: Request, smallest: Decimal | None
) -> Iterator[Contradiction]:
    """Every value that the others contradict; `smallest` is the smallest amount of the currency."""
    yield from _against_request(quote, request)
    yield from _base(quote, request)
    for n, line in enumerate(quote.lines):
        yield from _line(line, quote, request, ("lines", n))
    yield from _totals(quote, smallest)


def _differs(
    path: Path, stated: object, expected: object, code: Literal["sum-wrong", "figure-contradicts"]
) -> Iterator[Contradiction]:
    if stated != expected:
        yield Contradiction(path, code, stated, expected)


def same(path: Path, stated: object, expected: object) -> Iterator[Contradiction]:
    """What a quote says in one place, where another says otherwise."""
    yield from _differs(path, stated, expected, "figure-contradicts")


def _comes_to(path: Path, stated: object, expected: object) -> Iterator[Contradiction]:
    yield from _differs(path, stated, expected, "sum-wrong")


def _against_request(quote: Quote, request: Request) -> Iterator[Contradiction]:
    """The tier and the term are those that were asked for and decided on."""
    yield from same(("tier",), quote.tier, request.tier)
    yield from same(("term_years",), quote.term_years, request.term_years)
    yield from same(("verdict", "tier"), quote.decision.tier, quote.tier)
    verdicts = {"conditional": "conditional", "draft": "not-eligible"}
    expected = verdicts.get(quote.status, "eligible")
    yield from same(("verdict", "verdict"), quote.decision.verdict, expected)


def _base(quote: Quote, request: Request) -> Iterator[Contradiction]:
    """The devices that were measured are those of the request; the margin is what is over."""
    base = count_base(request)
    for n, condition in enumerate(quote.decision.conditions):
        if condition.code != "minimum-base":
            continue
        path: Path = ("verdict", "conditions", n)
        counts = {"pcs": base.pcs, "printers": base.printers}
        for key, count in counts.items():
            yield from same((*path, "measured", key), condition.measured.get(key), count)
        counts["devices"] = base.pcs + base.printers
        required: Any = condition.required
        for m, (way, margin) in enumerate(zip(required, condition.margin or (), strict=False)):
            for key, figure in way.items():
                over = counts.get(key, 0) - figure
                yield from _comes_to((*path, "margin", m, key), margin.get(key), over)


def _line(line: LineItem, quote: Quote, request: Request, path: Path) -> Iterator[Contradiction]:
    base = count_base(request)
    covered = {"pc": base.pcs, "printer": base.printers, "any": base.pcs + base.printers}
    yield from same((*path, "covered_devices"), line.covered_devices, covered[line.device_class])
    yield from same((*path, "term_years"), line.term_years, quote.term_years)
    ordered = {"device": line.covered_devices, "contract": 1, "open": None}[line.order_unit]
    yield from same((*path, "order_quantity"), line.order_quantity, ordered)
    if line.price_status != "priced":
        for key in ("list_price", "discount_percent", "net_price", "extended_price"):
            yield from same((*path, key), getattr(line, key), None)
        return
    names = tuple(str(step["step"]) for step in line.price_trail)
    if names != _WAY or line.price_trail[1]["outcome"] != "found":
        yield Contradiction((*path, "price_trail"), "figure-contradicts", names, _WAY)
        return
    yield from _book(quote, line.price_trail[0], (*path, "price_trail", 0))
    yield from _trail(line, quote, path)


def _book(quote: Quote, step: Step, path: Path) -> Iterator[Contradiction]:
    """The book of a price is the book of the quote."""
    book = quote.book
    if book is None:
        yield Contradiction(path, "figure-contradicts", step["price_book"], None)
        return
    yield from same((*path, "price_book"), step["price_book"], book.id)
    yield from same((*path, "valid_from"), step["valid_from"], book.valid_from)
    yield from same((*path, "valid_until"), step["valid_until"], book.valid_until)


def _trail(line: LineItem, quote: Quote, path: Path) -> Iterator[Contradiction]:
    """From the amount of the book to the price of the line, each step reckoned anew."""
    steps: dict[str, Any] = {str(step["step"]): step for step in line.price_trail}
    where = {name: (*path, "price_trail", n) for n, name in enumerate(_WAY)}
    row, period, discount, quantity = (steps[name] for name in _WAY[1:])
    years = line.term_years if period["price_period"] == "year" else 1
    if quote.book is not None:
        stated = (*where["period"], "price_period")
        yield from same(stated, period["price_period"], quote.book.price_period)
    yield from same((*where["period"], "term_years"), period["term_years"], line.term_years)
    price = product(row["amount"], years)
    yield from _comes_to((*where["period"], "list_price"), period["list_price"], price)
    exact = less_percentage(price, discount["discount_percent"])
    yield from _comes_to((*where["discount"], "exact"), discount["exact"], exact)
    net = _rounded(exact, discount["rounded_to"])
    yield from _comes_to((*where["discount"], "net_price"), discount["net_price"], net)
    yield from _quantity(line, quantity, net, where["quantity"])
    yield from _comes_to((*path, "list_price"), line.list_price, price)
    percent = discount["discount_percent"]
    yield from same((*path, "discount_percent"), line.discount_percent, percent)
    yield from _comes_to((*path, "net_price"), line.net_price, net)
    due = _due(net, line.order_quantity, quantity["rounded_to"])
    yield from _comes_to((*path, "extended_price"), line.extended_price, due)


def _quantity(
    line: LineItem, step: dict[str, Any], net: Decimal | None, path: Path
) -> Iterator[Contradiction]:
    for key in ("order_unit", "order_quantity"):
        yield from same((*path, key), step[key], getattr(line, key))
    due = _due(net, step["order_quantity"], step["rounded_to"])
    yield from _comes_to((*path, "extended_price"), step["extended_price"], due)


def _due(net: Decimal | None, quantity: int | None, step: Decimal) -> Decimal | None:
    if net is None or quantity is None:
        return None
    return _rounded(product(net, quantity), step)


def _rounded(amount: Decimal, step: Decimal, parts: int = 1) -> Decimal | None:
    """An amount rounded as it was; nothing where the step is none."""
    return round_half_up(amount, step, parts=parts) if step > 0 and parts > 0 else None


def _totals(quote: Quote, smallest: Decimal | None) -> Iterator[Contradiction]:
    """The total is that of the lines as they are printed; it is there where each has a price."""
    amounts = [line.extended_price for line in quote.lines]
    known = [amount for amount in amounts if amount is not None]
    if not amounts or len(known) < len(amounts) or quote.book is None:
        yield from same(("totals",), quote.totals and quote.totals.extended_price, None)
        return
    due = total(known)
    if quote.totals is None:
        yield Contradiction(("totals",), "sum-wrong", None, due)
        return
    yield from _comes_to(("totals", "extended_price"), quote.totals.extended_price, due)
    parts = sum(line.covered_devices for line in quote.lines) * quote.term_years
    each = None if smallest is None else _rounded(due, smallest, parts)
    yield from _comes_to(("totals", "per_device_year"), quote.totals.per_device_year, each)
