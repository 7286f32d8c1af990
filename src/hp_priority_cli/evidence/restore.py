"""A saved quote back to the records that it was made from: nothing is assessed or priced again."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeVar

from hp_priority_cli.catalog.records import Bilingual, Clause, Reading
from hp_priority_cli.customer.records import Answer, Request
from hp_priority_cli.eligibility.records import Condition, Decision, Notice, OpenPoint, WayIn
from hp_priority_cli.errors import Refused
from hp_priority_cli.evidence.figures import figure, step_of
from hp_priority_cli.evidence.records import Edition, Evidence, Origin, QuotedFile
from hp_priority_cli.evidence.shapes import (
    SavedCondition,
    SavedDecision,
    SavedLine,
    SavedNotice,
    SavedPoint,
    SavedQuote,
    SavedQuotes,
    SavedRefusal,
    SavedWayIn,
)
from hp_priority_cli.quoting.records import LineItem, Quote, QuotedBook, Totals, UnitSource
from hp_priority_cli.readers.used import UsedFile

Record = TypeVar("Record")


def restore_quote(saved: SavedQuote, request: Request) -> Evidence:
    """The quote, and what it was made from."""
    quote = Quote(
        status=saved.status,
        decision=_decision(saved.verdict),
        tier=saved.tier,
        term_years=saved.term_years,
        lines=tuple(_line(each, saved, request) for each in saved.lines),
        notices=tuple(_notice(each) for each in saved.notices),
        open_points=tuple(_point(each) for each in saved.open_points),
        activation_by=saved.activation_by,
        book=_book(saved),
        totals=_totals(saved),
    )
    origin = Origin(
        tool_version=saved.tool_version,
        edition=_only(Edition, saved.catalog),
        as_of=saved.as_of,
        files=tuple(_only(QuotedFile, each) for each in saved.files),
        clauses=tuple(_only(Clause, each) for each in saved.clauses),
        readings=tuple(_only(Reading, each) for each in saved.readings),
    )
    return Evidence(quote, request, origin)


def origin_of_several(saved: SavedQuotes) -> Origin:
    """What quotes for several terms were made from, as far as they share it."""
    return Origin(saved.tool_version, _only(Edition, saved.catalog), saved.as_of)


def restore_refusal(saved: SavedRefusal) -> Refused:
    """The refusal of a term."""
    return Refused(saved.code, **{key: _frozen(value) for key, value in saved.values.items()})


def _only(record: type[Record], saved: Any) -> Record:
    """A record as it is, out of the shape that lets further keys pass."""
    return record(**{field.name: getattr(saved, field.name) for field in fields(record)})  # type: ignore[arg-type]


def _frozen(value: object) -> Any:
    """Lists as the tuples that they were before they were saved."""
    if isinstance(value, Mapping):
        return {key: _frozen(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return tuple(_frozen(item) for item in value)
    return value


def _decision(saved: SavedDecision) -> Decision:
    return Decision(
        tier=saved.tier,
        verdict=saved.verdict,
        conditions=tuple(_condition(each) for each in saved.conditions),
        waits_for=saved.waits_for,
        open_points=tuple(_point(each) for each in saved.open_points),
        notices=tuple(_notice(each) for each in saved.notices),
        ways_in=tuple(_way_in(each) for each in saved.ways_in),
        headroom=saved.headroom,
        confirmed=tuple(_only(Answer, each) for each in saved.confirmed),
    )


def _condition(saved: SavedCondition) -> Condition:
    return Condition(
        code=saved.code,
        outcome=saved.outcome,
        measured=_frozen(saved.measured),
        required=_frozen(saved.required),
        margin=saved.margin,
        clauses=saved.clauses,
        readings=saved.readings,
        flips_under=saved.flips_under,
        settled_by=tuple(_way_in(each) for each in saved.settled_by),
        answers=saved.answers,
    )


def _way_in(saved: SavedWayIn) -> WayIn:
    return WayIn(saved.add, _frozen(saved.set))


def _point(saved: SavedPoint) -> OpenPoint:
    values = _frozen(saved.values)
    return OpenPoint(saved.id, saved.ask, saved.code, saved.decides, saved.reading, values)


def _notice(saved: SavedNotice) -> Notice:
    return Notice(saved.code, _frozen(saved.values), saved.clauses)


def _line(saved: SavedLine, quote: SavedQuote, request: Request) -> LineItem:
    return LineItem(
        sku=saved.sku,
        description=saved.descriptions or Bilingual(saved.description, saved.description),
        device_class=saved.device_class,
        term_years=saved.term_years,
        covered_devices=saved.covered_devices,
        order_unit=saved.order_unit,
        order_quantity=saved.order_quantity,
        list_price=figure(saved.list_price),
        discount_percent=figure(saved.discount_percent),
        net_price=figure(saved.net_price),
        extended_price=figure(saved.extended_price),
        price_status=saved.price_status,
        price_trail=tuple(step_of(each) for each in saved.price_trail),
        unit_source=saved.unit_source or _unit_source(quote, request),
    )


def _unit_source(quote: SavedQuote, request: Request) -> UnitSource:
    """Who said how a part is ordered, of a quote that does not say so itself."""
    if request.order_unit is not None:
        return "request"
    by_reading = {"order-unit-assumed", "order-unit-open"}
    assumed = any(notice.code in by_reading for notice in quote.notices)
    return "reading" if assumed or quote.price_book is None else "book"


def _book(saved: SavedQuote) -> QuotedBook | None:
    book = saved.price_book
    if book is None or saved.currency is None or saved.tax is None:
        return None
    return QuotedBook(
        id=book.id,
        fictional=book.fictional,
        currency=saved.currency,
        tax=saved.tax,
        valid_from=book.valid_from,
        valid_until=book.valid_until,
        price_period=book.price_period,
        files=tuple(_only(UsedFile, each) for each in book.files),
    )


def _totals(saved: SavedQuote) -> Totals | None:
    if saved.totals is None:
        return None
    due, each = figure(saved.totals.extended_price), figure(saved.totals.per_device_year)
    assert due is not None
    assert each is not None
    return Totals(due, each)
