"""What differs between two saved quotes: the request, the answer, the parts, the prices, the basis.

Nothing is judged anew: both are taken as they were saved. What the customer changed (`request`)
stands apart from what the data and the price books changed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from typing import Literal

from hp_priority_cli.customer.records import Request
from hp_priority_cli.eligibility.records import Decision, Notice, OpenPoint
from hp_priority_cli.evidence.facts import request_facts
from hp_priority_cli.evidence.records import Evidence, Origin, SavedAnswer
from hp_priority_cli.quoting.money import difference
from hp_priority_cli.quoting.records import LineItem, Quote, QuotedBook, Totals

ChangeArea = Literal["request", "answer", "parts", "prices", "basis"]
CHANGE_AREAS: tuple[ChangeArea, ...] = ("request", "answer", "parts", "prices", "basis")
"""What a change is about, in the order in which changes are told."""


@dataclass(frozen=True, slots=True)
class QuoteChange:
    """One thing that differs, with its value before and after; None is nothing, or not stated.

    `code` says what it is, `id` of what: a key of the request, a part, a condition, a file.
    `difference` is that of two numbers, or of two amounts in one currency. `term_years` tells the
    quotes of several terms apart. `subject` is the question or notice that came or went.
    """

    area: ChangeArea
    code: str
    id: str
    old: object
    new: object
    difference: Decimal | int | None = None
    term_years: int | None = None
    subject: OpenPoint | Notice | None = None


def compare_answers(old: SavedAnswer, new: SavedAnswer) -> tuple[QuoteChange, ...]:
    """Every change from one saved file to another, area by area; quotes are paired by their term.

    Two files with one quote each are compared whatever their terms.
    """
    found = [*_requests(old.request, new.request), *_basis(old, new)]
    if len(old.quotes) == len(new.quotes) == 1:
        found += _quotes(old.quotes[0].quote, new.quotes[0].quote)
    else:
        found += _by_term(_terms(old.quotes), _terms(new.quotes))
    return tuple(sorted(found, key=lambda each: CHANGE_AREAS.index(each.area)))


def _terms(quotes: Iterable[Evidence]) -> dict[int, Quote]:
    return {each.quote.term_years: each.quote for each in quotes}


def _by_term(old: Mapping[int, Quote], new: Mapping[int, Quote]) -> Iterator[QuoteChange]:
    for years in sorted({*old, *new}):
        before, after = old.get(years), new.get(years)
        if before is not None and after is not None:
            yield from (replace(each, term_years=years) for each in _quotes(before, after))
            continue
        had, has = (None if each is None else years for each in (before, after))
        yield QuoteChange("answer", "term", "term_years", had, has, term_years=years)


def _changed(
    area: ChangeArea, code: str, id_: str, old: object, new: object
) -> Iterator[QuoteChange]:
    """The change of one value, if it is one."""
    if old == new:
        return
    more: Decimal | int | None = None
    if isinstance(old, Decimal) and isinstance(new, Decimal):
        more = difference(new, old)
    elif type(old) is int and type(new) is int:
        more = new - old
    yield QuoteChange(area, code, id_, old, new, more)


# -- the request ------------------------------------------------------------------------------


def _requests(old: Request, new: Request) -> Iterator[QuoteChange]:
    before, after = request_facts(old), request_facts(new)
    for key in dict.fromkeys([*before, *after]):
        yield from _changed("request", "fact", key, before.get(key), after.get(key))


# -- the answer -------------------------------------------------------------------------------


def _quotes(old: Quote, new: Quote) -> Iterator[QuoteChange]:
    yield from _changed("answer", "tier", "tier", old.tier, new.tier)
    yield from _changed("answer", "term", "term_years", old.term_years, new.term_years)
    yield from _changed("answer", "status", "status", old.status, new.status)
    yield from _decisions(old.decision, new.decision)
    yield from _came_and_went("question", _by_id(old.open_points), _by_id(new.open_points))
    yield from _came_and_went("notice", _by_subject(old.notices), _by_subject(new.notices))
    yield from _changed(
        "answer", "activation-by", "activation_by", old.activation_by, new.activation_by
    )
    amounts = (*_lines(old.lines, new.lines), *_prices(old, new))
    yield from amounts if _in_one_currency(old, new) else map(_without_difference, amounts)


def _in_one_currency(old: Quote, new: Quote) -> bool:
    return old.book is None or new.book is None or old.book.currency == new.book.currency


def _without_difference(change: QuoteChange) -> QuoteChange:
    """A change of prices as it stands between two currencies, which are never mixed."""
    is_amount = change.area == "prices" and change.code != "discount"
    return replace(change, difference=None) if is_amount else change


def _decisions(old: Decision, new: Decision) -> Iterator[QuoteChange]:
    yield from _changed("answer", "verdict", "verdict", old.verdict, new.verdict)
    before = {each.code: each for each in old.conditions}
    for after in new.conditions:
        known = before.get(after.code)
        if known is not None:
            yield from _changed("answer", "condition", after.code, known.outcome, after.outcome)
            if known.required != after.required and after.code == "minimum-base":
                yield QuoteChange("answer", "required", after.code, known.required, after.required)


def _by_id(points: Iterable[OpenPoint]) -> dict[str, OpenPoint]:
    return {point.id: point for point in points}


def _by_subject(notices: Iterable[Notice]) -> dict[str, Notice]:
    """Notices by their code and what they are about, as open points are named."""
    about = ("country", "language", "device_type", "sku")
    return {
        ":".join([each.code, *(str(each.values[k]) for k in about if each.values.get(k))]): each
        for each in notices
    }


def _came_and_went(
    code: str,
    old: Mapping[str, OpenPoint] | Mapping[str, Notice],
    new: Mapping[str, OpenPoint] | Mapping[str, Notice],
) -> Iterator[QuoteChange]:
    for id_ in dict.fromkeys([*old, *new]):
        before, after = old.get(id_), new.get(id_)
        if before is None or after is None:
            had, has = before is not None, after is not None
            subject = before or after
            yield QuoteChange("answer", code, id_, had, has, subject=subject)


# -- parts and prices -------------------------------------------------------------------------


def _lines(old: Sequence[LineItem], new: Sequence[LineItem]) -> Iterator[QuoteChange]:
    before, after = ({line.sku: line for line in lines} for lines in (old, new))
    for sku in dict.fromkeys([*before, *after]):
        gone, come = before.get(sku), after.get(sku)
        if gone is None or come is None:
            had, has = (None if e is None else e.covered_devices for e in (gone, come))
            yield QuoteChange("parts", "part", sku, had, has)
            amounts = (None if e is None else e.extended_price for e in (gone, come))
            yield from _changed("prices", "extended-price", sku, *amounts)
        else:
            yield from _line(gone, come)


_ON_A_LINE: Mapping[str, tuple[ChangeArea, str]] = {
    "description": ("parts", "description"),
    "covered_devices": ("parts", "covered"),
    "order_unit": ("parts", "unit"),
    "order_quantity": ("parts", "quantity"),
    "price_status": ("prices", "price-status"),
    "list_price": ("prices", "list-price"),
    "discount_percent": ("prices", "discount"),
    "net_price": ("prices", "net-price"),
    "extended_price": ("prices", "extended-price"),
}


def _line(old: LineItem, new: LineItem) -> Iterator[QuoteChange]:
    for key, (area, code) in _ON_A_LINE.items():
        yield from _changed(area, code, new.sku, getattr(old, key), getattr(new, key))


def _prices(old: Quote, new: Quote) -> Iterator[QuoteChange]:
    yield from _books(old.book, new.book)
    for key, code in (("extended_price", "total"), ("per_device_year", "device-year")):
        amounts = [_amount(each.totals, key) for each in (old, new)]
        yield from _changed("prices", code, key, *amounts)


def _amount(totals: Totals | None, key: str) -> Decimal | None:
    return None if totals is None else getattr(totals, key)


_OF_A_BOOK: Mapping[str, str] = {
    "id": "book",
    "currency": "currency",
    "valid_from": "valid-from",
    "valid_until": "valid-until",
    "price_period": "price-period",
    "fictional": "fictional",
}


def _books(old: QuotedBook | None, new: QuotedBook | None) -> Iterator[QuoteChange]:
    for key, code in _OF_A_BOOK.items():
        before, after = (None if book is None else getattr(book, key) for book in (old, new))
        yield from _changed("prices", code, key, before, after)


# -- what is behind ---------------------------------------------------------------------------


def _basis(old: SavedAnswer, new: SavedAnswer) -> Iterator[QuoteChange]:
    """What is behind two files; the files that several quotes share are named with the first."""
    before, after = (_origin(each) for each in (old, new))
    yield from _origins(before, after)


def _origin(answer: SavedAnswer) -> Origin:
    files = tuple(dict.fromkeys(file for each in answer.quotes for file in each.origin.files))
    return replace(answer.origin, files=files)


def _origins(old: Origin, new: Origin) -> Iterator[QuoteChange]:
    yield from _changed("basis", "as-of", "as_of", old.as_of, new.as_of)
    yield from _changed("basis", "release", "tool_version", old.tool_version, new.tool_version)
    for field in fields(old.edition):
        code = {"sha256": "facts"}.get(field.name, field.name)
        before, after = (getattr(each.edition, field.name) for each in (old, new))
        yield from _changed("basis", code, field.name, before, after)
    named = [{(f.kind, f.file): f.sha256 for f in each.files} for each in (old, new)]
    for kind, file in dict.fromkeys([*named[0], *named[1]]):
        if kind not in ("request", "inventory"):  # what these state is compared fact by fact
            hashes = (each.get((kind, file)) for each in named)
            yield from _changed("basis", f"{kind}-file", file, *hashes)
