"""What holds for any price book: printed lines add up to the printed total, and secrets stay in.

The books are made as records, in three currencies, with any steps, breaks, floors and discounts.
"""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from checked import evidence_of
from customers import CATALOG, customer
from hp_priority_cli import build_quote
from hp_priority_cli.errors import Spot, UserError
from hp_priority_cli.presentation.csv import to_csv
from hp_priority_cli.presentation.documents.error import error_document
from hp_priority_cli.presentation.documents.quote import quote_document
from hp_priority_cli.presentation.markdown import to_markdown
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.screen import to_screen
from hp_priority_cli.presentation.views.quote import quote_report
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.prices.records import (
    Authority,
    BookContent,
    Break,
    PriceBook,
    PriceRow,
    Rounding,
)
from hp_priority_cli.readers.used import UsedFile

DAY = date(2026, 6, 1)
WORDING = Wording(CATALOG, Phrases("en"))
MINOR_UNITS = {"EUR": 2, "JPY": 0, "KWD": 3}
LINES = {"U80M6E": 300, "U1PB2E": 40}
"""The parts of the quotes made here, each with the devices that it covers."""

percentages = st.decimals(0, 100, places=2)


def amounts(currency: str) -> st.SearchStrategy[Decimal]:
    return st.decimals(1, 99_999, places=MINOR_UNITS[currency])


@st.composite
def rows(draw: Any, currency: str, sku: str) -> PriceRow:
    unit = draw(st.sampled_from([None, "device", "contract"]))
    if draw(st.booleans()):
        return PriceRow(sku, draw(amounts(currency)), order_unit=unit)
    firsts = draw(st.lists(st.integers(1, 400), min_size=1, max_size=4, unique=True))
    breaks = tuple(Break(first, draw(amounts(currency))) for first in firsts)
    return PriceRow(sku, breaks=breaks, order_unit=unit)


@st.composite
def books(draw: Any) -> PriceBook:
    currency = draw(st.sampled_from(sorted(MINOR_UNITS)))
    finest = Decimal(1).scaleb(-MINOR_UNITS[currency])
    steps = st.sampled_from([None, finest, 5 * finest, 25 * finest, 100 * finest])
    skus = draw(st.sets(st.sampled_from(sorted(LINES)), min_size=1).map(sorted))
    content = BookContent(
        schema="hp-priority/price-book@1",
        id="invented",
        currency=currency,
        tax="excluded",
        valid_from=date(2026, 1, 1),
        valid_until=None,
        price_period=draw(st.sampled_from(["term", "year"])),
        rounding=Rounding(draw(steps), draw(steps)),
        fictional=True,
        rows=tuple(draw(rows(currency, sku)) for sku in skus),
    )
    spots = {
        (row.sku, each.from_): Spot("b.yaml", n)
        for n, row in enumerate(content.rows, 10)
        for each in row.steps
    }
    files = (UsedFile("b.yaml", "0" * 64),)
    return PriceBook(content, Spot("b.yaml", 5), spots, files, MINOR_UNITS[currency])


discounts = st.fixed_dictionaries(
    {},
    optional={
        "discount_percent": percentages,
        "discounts": st.dictionaries(st.sampled_from(sorted(LINES)), percentages),
    },
)


def quote(book: PriceBook, **facts: Any) -> Any:
    given = {"tier": "access", "term_years": 3, "as_of": DAY, "approved_by": "Ms Example", **facts}
    asked = customer(LINES["U80M6E"], LINES["U1PB2E"], **given)
    return build_quote(CATALOG, asked, books=[book]), asked


@settings(max_examples=2000)
@given(books(), discounts)
def test_printed_lines_add_up_to_the_printed_total(book, facts):
    found, asked = quote(book, **facts)
    document = json.loads(json.dumps(quote_document(evidence_of(found, asked), WORDING)))
    due = [line["extended_price"] for line in document["lines"]]
    if None in due:
        assert document["totals"] is None
        assert document["status"] == "unpriced"
        return
    assert sum(map(Decimal, due)) == Decimal(document["totals"]["extended_price"])
    for line in document["lines"]:
        net, step = Decimal(line["net_price"]), book.line_step
        exact = net * line["order_quantity"]
        assert Decimal(line["extended_price"]) % step == 0
        assert -step / 2 < Decimal(line["extended_price"]) - exact <= step / 2
        wanted = Decimal(line["list_price"]) * (100 - Decimal(line["discount_percent"])) / 100
        assert -book.unit_step / 2 < net - wanted <= book.unit_step / 2


@settings(max_examples=100)
@given(books(), discounts)
def test_every_format_prints_the_same_total(book, facts):
    found, asked = quote(book, **facts)
    if found.totals is None:
        return
    total, shown = str(found.totals.extended_price), WORDING.phrases.amount
    report = quote_report(found, asked, WORDING)
    rows = to_csv(report.records).splitlines()
    assert all(f",{total}," in row for row in rows[1:])
    for text in (
        to_screen(report, WORDING.phrases, width=80, colour=False),
        to_markdown(report, WORDING.phrases),
    ):
        for amount in (found.totals.extended_price, *(n.extended_price for n in found.lines)):
            assert shown(amount) in text


@settings(max_examples=200)
@given(books(), discounts, st.booleans(), st.booleans())
def test_floors_and_authority_never_reach_what_a_customer_sees(book, facts, approved, verbose):
    """With floors and authority the quote is the same, or an error, and neither tells of them."""
    secret = guarded(book)
    given = {**facts, "approved_by": "Ms Example" if approved else None}
    try:
        found, asked = quote(secret, **given)
    except UserError as error:
        document = error_document(error, WORDING)
        parts = {"skus", "beyond", "nothing_to_pay"}
        assert set(document["error"]["values"]) <= parts
        assert not any(sign in json.dumps(document) for sign in SECRETS)
        return
    open_, _ = quote(book, **given)
    told, plainly = (quote_document(evidence_of(q, asked), WORDING) for q in (found, open_))
    assert told == plainly
    report, plain = (quote_report(q, asked, WORDING, verbose=verbose) for q in (found, open_))
    assert report == plain


SECRETS = ("77.7777", "88.8888", "0.123457")


def guarded(book: PriceBook) -> PriceBook:
    """The same book with limits of discounts and floors that would be known again anywhere."""
    limits = Authority(Decimal("77.7777"), Decimal("88.8888"))
    floored = tuple(replace(row, floor=Decimal("0.123457")) for row in book.content.rows)
    return replace(book, content=replace(book.content, authority=limits, rows=floored))
