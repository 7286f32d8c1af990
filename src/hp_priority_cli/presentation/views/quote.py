"""`quote` for a person: the parts, what is open, what to know; without prices, no offer."""

from collections.abc import Iterator

from hp_priority_cli.customer.records import Request
from hp_priority_cli.eligibility.records import Decision, WayIn
from hp_priority_cli.presentation.report import (
    Block,
    Cell,
    Column,
    Heading,
    Line,
    Report,
    Section,
    Table,
    Tone,
    Value,
    table,
)
from hp_priority_cli.presentation.views.notices import listed_languages, notices, unasked
from hp_priority_cli.presentation.views.prices import (
    PRICE_COLUMNS,
    approval,
    price_blocks,
    price_cells,
    price_columns,
    price_foot,
    price_record,
    price_title,
    stamps,
    status_key,
)
from hp_priority_cli.presentation.views.questions import confirmations, lapsed, questions
from hp_priority_cli.presentation.views.shared import basis, clauses, stated, who
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.quoting.records import LineItem, Quote, QuoteStatus

_TONES: dict[QuoteStatus, Tone] = {
    "firm": "good",
    "unpriced": "good",
    "conditional": "open",
    "draft": "bad",
}
_MONEY = ("list_price", "discount_percent", "net_price", "extended_price")


def quote_report(
    quote: Quote, request: Request, wording: Wording, *, verbose: bool = False
) -> Report:
    """The report on a quote."""
    say = wording.phrases.say
    years = wording.phrases.count("count.term_years", quote.term_years)
    title = say("quote.title", tier=wording.tier(quote.tier), years=years)
    status = Line(say(status_key(quote)), tone=_TONES[quote.status])
    blocks: list[Block] = [
        Heading(title, 1),
        *price_title(quote, wording),
        *who(request, wording),
        Section(say("label.stated"), (stated(request, wording),)),
        Section(say("label.status"), (status, *failed(quote.decision, wording))),
        _lines(quote, wording),
        *price_blocks(quote, request, wording, verbose=verbose),
        *approval([quote], request, wording),
        *_why(quote, wording),
    ]
    if quote.activation_by is not None:
        day = wording.phrases.date(quote.activation_by)
        term = Line(say("quote.activation", day=day, years=years))
        blocks.append(Section(say("label.term"), (term,)))
    blocks += confirmations([quote.decision], wording)
    blocks += lapsed(request, wording)
    blocks += questions(quote.open_points, request, wording)
    skip = needless(quote.decision)
    spoken = listed_languages(request, wording)
    known = unasked(quote.notices, quote.open_points)
    blocks += notices(known, wording, skip=skip, languages=spoken)
    blocks += basis(wording, request.as_of)
    records = quote_records(quote, request, wording)
    return Report(tuple(blocks), records, stamps=stamps([quote], wording), for_a_call=True)


def needless(decision: Decision) -> frozenset[str]:
    """The notices to leave out: where the minimum is missed, that a band is none is no comfort."""
    is_short = decision.condition("minimum-base").outcome == "not-met"
    return frozenset(["base-under-band"] if is_short else [])


def failed(decision: Decision, wording: Wording) -> Iterator[Line]:
    """What a draft fails on: it is stamped with each."""
    for condition in decision.failures:
        yield Line(f"{wording.condition(condition)} {clauses(condition)}", tone="bad")
    if decision.ways_in and decision.failures:
        label = wording.phrases.say("label.record", label=wording.phrases.say("label.missing"))
        yield Line(wording.ways_in([WayIn(each.add) for each in decision.ways_in]), label)


def _lines(quote: Quote, wording: Wording) -> Table:
    say = wording.phrases.say
    columns = [
        Column(say("column.part"), "code"),
        Column(say("column.description")),
        Column(say("column.covered"), "count"),
        Column(say("column.order"), "count"),
        *price_columns(quote, wording),
    ]
    rows = [
        [
            Cell(line.sku, "strong"),
            Cell(wording.text(line.description)),
            Cell(line.covered_devices),
            Cell(quantity_text(line, wording)),
            *price_cells(line, quote, wording),
        ]
        for line in quote.lines
    ]
    return table(columns, rows, price_foot(quote, wording, len(columns)))


def quantity_text(line: LineItem, wording: Wording) -> str:
    """How many to order: so many devices, so many contracts, or a figure still to be had."""
    if line.order_quantity is None:
        return wording.phrases.say("quantity.open")
    if line.order_unit == "contract":
        return wording.phrases.count("quantity.contract", line.order_quantity)
    return wording.phrases.number(line.order_quantity)


def _why(quote: Quote, wording: Wording) -> list[Block]:
    """The minimum that the customer meets, with its clause: what the whole quote stands on."""
    base = quote.decision.condition("minimum-base")
    if base.outcome == "not-met":
        return []
    text = f"{wording.condition(base)} {clauses(base)}"
    return [Section(wording.phrases.say("label.why"), (Line(text),))]


def quote_records(quote: Quote, request: Request, wording: Wording) -> Table:
    """One row for each line, for CSV."""
    columns = [
        Column("reference"),
        Column("customer"),
        Column("tier", "code"),
        Column("term_years", "count"),
        Column("status", "code"),
        Column("sku", "code"),
        Column("description"),
        Column("device_class", "code"),
        Column("covered_devices", "count"),
        Column("order_unit", "code"),
        Column("order_quantity", "count"),
        *(Column(name, "count") for name in _MONEY),
        *PRICE_COLUMNS,
        Column("price_status", "code"),
        Column("fails"),
        Column("open_points"),
        Column("notices"),
    ]
    reserves = [
        ";".join(condition.code for condition in quote.decision.failures),
        ";".join(point.id for point in quote.open_points),
        ";".join(dict.fromkeys(notice.code for notice in quote.notices)),
    ]
    head = [request.reference, request.customer, quote.tier, quote.term_years, quote.status]
    rows = [
        [Cell(v) for v in (*head, *_record(line, quote, wording), *reserves)]
        for line in quote.lines
    ]
    return table(columns, rows)


def _record(line: LineItem, quote: Quote, wording: Wording) -> list[Value]:
    return [
        line.sku,
        wording.text(line.description),
        line.device_class,
        line.covered_devices,
        line.order_unit,
        line.order_quantity,
        *(getattr(line, name) for name in _MONEY),
        *price_record(quote),
        line.price_status,
    ]
