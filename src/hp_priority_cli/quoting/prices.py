"""The price of each line, with every step on the way to it, and what discounts may be given.

A net price is the list price less the discount; it and the line are rounded once each, half up, by
the steps of the book, and the total is the sum of the lines as they are printed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from hp_priority_cli.catalog.records import OrderUnit
from hp_priority_cli.customer.records import Request
from hp_priority_cli.errors import EXIT_DISCOUNT, UsageProblem, UserError
from hp_priority_cli.prices.records import Break, PriceBook, PriceRow
from hp_priority_cli.quoting.books import BookChoice, missing_countries
from hp_priority_cli.quoting.money import (
    less_percentage,
    product,
    round_half_up,
    total,
    with_decimals,
)
from hp_priority_cli.quoting.records import LineItem, PriceStatus, Step, Totals, UnitSource


def unit_of(
    sku: str, of_tier: OrderUnit, book: PriceBook | None, request: Request
) -> tuple[OrderUnit, UnitSource]:
    """How a part is ordered, and who says so: the request, its row, the book, or a reading.

    Raises UsageProblem `order-unit-contradicts` where the request says otherwise than the book: the
    amounts of a book are for its own unit.
    """
    stated, row = request.order_unit, book.row(sku) if book is not None else None
    of_row = row.order_unit if row is not None else None
    of_book = of_row or (book.content.order_unit if book is not None and row is not None else None)
    if stated is not None and of_book not in (None, stated):
        raise UsageProblem("order-unit-contradicts", sku=sku, unit=stated, book_unit=of_book)
    if stated is not None:
        return stated, "request"
    if of_book is not None:
        return of_book, "row" if of_row is not None else "book"
    return of_tier, "reading"


def price_line(line: LineItem, choice: BookChoice, request: Request) -> LineItem:
    """The line with its price from the book that was chosen, or with the reason why it has none."""
    book = choice.book
    if book is None:
        trail = tuple(_unfit_step(each, choice.status, request) for each in choice.looked_at)
        return replace(line, price_status=choice.status, price_trail=trail)
    row = book.row(line.sku)
    steps = row.steps if row is not None else ()
    used = _break_used(steps, line.order_quantity)
    if row is None or used is None:
        trail = (_book_step(book, "priced"), *_no_amount(steps))
        return replace(line, price_status="not-in-book", price_trail=trail)
    return _Pricing(line, book, row, used, request).line()


def _break_used(steps: Sequence[Break], quantity: int | None) -> Break | None:
    """The last break that the quantity reaches; an open quantity is at least one unit."""
    reached = [each for each in steps if each.from_ <= (1 if quantity is None else quantity)]
    return reached[-1] if reached else None


def _no_amount(steps: Sequence[Break]) -> Iterator[Step]:
    """Why a book has no amount for a line: no row, or none for so small a quantity."""
    if steps:
        yield {"step": "row", "outcome": "below-first-break", "next_from": steps[0].from_}
    else:
        yield {"step": "row", "outcome": "missing"}


def _book_step(book: PriceBook, outcome: str) -> Step:
    said = book.content
    return {
        "step": "book",
        "outcome": outcome,
        "price_book": book.id,
        "file": book.files[0].file,
        "valid_from": said.valid_from,
        "valid_until": said.valid_until,
    }


def _unfit_step(book: PriceBook, reason: PriceStatus, request: Request) -> Step:
    """A book that does not serve; one that is for other countries tells which of them it lacks."""
    step = _book_step(book, reason)
    if reason != "country-not-in-book":
        return step
    return {**step, "missing_countries": missing_countries(book, request)}


class _Pricing:
    """One line on its way from an amount of a book to the price to pay."""

    def __init__(
        self, line: LineItem, book: PriceBook, row: PriceRow, used: Break, request: Request
    ) -> None:
        self.unpriced = line
        self.book = book
        self.row = row
        self.used = used
        self.percent = discount_of(line.sku, request)
        self.approved_by = request.approved_by
        years = line.term_years if book.content.price_period == "year" else 1
        self.list_price = product(used.amount, years)
        self.exact = less_percentage(self.list_price, self.percent)
        self.net = round_half_up(self.exact, book.unit_step)
        self.quantity = line.order_quantity

    def line(self) -> LineItem:
        due = self.extended()
        return replace(
            self.unpriced,
            list_price=self.shown(self.list_price),
            discount_percent=self.percent,
            net_price=self.shown(self.net),
            extended_price=None if due is None else self.shown(due),
            price_status="priced",
            price_trail=tuple(self.trail(due)),
        )

    def extended(self) -> Decimal | None:
        """What the line costs; nothing is known of that while its quantity is open."""
        if self.quantity is None:
            return None
        return round_half_up(product(self.net, self.quantity), self.book.line_step)

    def shown(self, amount: Decimal) -> Decimal:
        return with_decimals(amount, self.book.minor_units)

    def trail(self, due: Decimal | None) -> Iterator[Step]:
        said, line = self.book.content, self.unpriced
        yield _book_step(self.book, "priced")
        yield self.row_step()
        yield {
            "step": "period",
            "price_period": said.price_period,
            "term_years": line.term_years,
            "list_price": self.shown(self.list_price),
        }
        yield {
            "step": "discount",
            "discount_percent": self.percent,
            "exact": self.shown(self.exact),
            "rounded_to": self.book.unit_step,
            "net_price": self.shown(self.net),
        }
        yield {
            "step": "quantity",
            "order_unit": line.order_unit,
            "unit_source": line.unit_source,
            "order_quantity": self.quantity,
            "rounded_to": self.book.line_step,
            "extended_price": None if due is None else self.shown(due),
        }

    def row_step(self) -> Step:
        """The row with its amount: the break that was used, and the next one."""
        spot = self.book.spots[self.row.sku, self.used.from_]
        later = [each for each in self.row.steps if each.from_ > self.used.from_]
        following = later[0] if later else None
        return {
            "step": "row",
            "outcome": "found",
            "file": spot.file.replace("\\", "/").rpartition("/")[2],
            "line": spot.line,
            "from": self.used.from_,
            "amount": self.shown(self.used.amount),
            "next_from": following and following.from_,
            "next_amount": following and self.shown(following.amount),
        }


def discount_of(sku: str, request: Request) -> Decimal:
    """The discount on a part in percent: its own, else that on every line, else none."""
    own = (request.discounts or {}).get(sku)
    return own if own is not None else request.discount_percent or Decimal(0)


def not_discounted(lines: Iterable[LineItem], request: Request) -> Iterator[str]:
    """The parts whose discount has no amount to lower."""
    for line in lines:
        if line.list_price is None and discount_of(line.sku, request):
            yield line.sku


def add_up(lines: Sequence[LineItem], book: PriceBook | None) -> Totals | None:
    """The sum of the lines; withheld where there is none, or one has no price to pay."""
    amounts = [line.extended_price for line in lines if line.extended_price is not None]
    if book is None or not lines or len(amounts) < len(lines):
        return None
    devices = sum(line.covered_devices for line in lines)
    due = total(amounts)
    years = lines[0].term_years
    each = round_half_up(due, book.smallest_amount, parts=devices * years)
    decimals = book.minor_units
    return Totals(with_decimals(due, decimals), with_decimals(each, decimals))


def check_discounts(lines: Iterable[LineItem], book: PriceBook | None, request: Request) -> None:
    """Hold every discount to what the book allows; nothing of that is told but yes or no.

    Raises UserError `discount-refused` for one beyond approval or under a floor, else
    `discount-needs-approval` for one that nobody has approved. A line with nothing to pay always
    needs it, by a discount or by rounding.
    """
    if book is None:
        return
    priced = [line for line in lines if line.price_status == "priced"]
    refused = tuple(line.sku for line in priced if line.discount_percent and _is_beyond(line, book))
    if refused:
        raise UserError("discount-refused", EXIT_DISCOUNT, {"skus": refused})
    if (request.approved_by or "").strip():
        return
    beyond = tuple(line.sku for line in priced if _is_beyond_alone(line, book))
    nothing = tuple(line.sku for line in priced if _is_nothing(line))
    unapproved = tuple(line.sku for line in priced if line.sku in (*beyond, *nothing))
    if unapproved:
        values = {"skus": unapproved, "beyond": beyond, "nothing_to_pay": nothing}
        raise UserError("discount-needs-approval", EXIT_DISCOUNT, values)


def _is_beyond(line: LineItem, book: PriceBook) -> bool:
    """Whether a discount is over what may be approved, or its net price under the floor."""
    authority, row = book.content.authority, book.row(line.sku)
    assert line.discount_percent is not None
    assert line.net_price is not None
    if authority is not None and line.discount_percent > authority.approval_max:
        return True
    if row is None or row.floor is None:
        return False
    years = line.term_years if book.content.price_period == "year" else 1
    return line.net_price < product(row.floor, years)


def _is_beyond_alone(line: LineItem, book: PriceBook) -> bool:
    """Whether a discount is beyond what may be given alone."""
    authority = book.content.authority
    assert line.discount_percent is not None
    return authority is not None and line.discount_percent > authority.discount_max


def _is_nothing(line: LineItem) -> bool:
    """Whether nothing is left to pay: no book can state an amount of zero, so none allows it."""
    return not line.net_price or line.extended_price == 0
