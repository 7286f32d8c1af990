"""Prices of the lines: exact, rounded once, withheld where one is missing, with every step told."""

from datetime import date
from decimal import Decimal

import pytest

from books import HEADER, book, header
from customers import CATALOG, customer
from hp_priority_cli import build_quote
from hp_priority_cli.errors import UsageProblem, UserError

D = Decimal
DAY = date(2026, 6, 1)


@pytest.fixture
def shelf(tmp_path):
    """A book with those rows, and other values for some keys of its header."""

    def with_rows(*rows, **changes):
        text = header(**changes) + "rows:\n" + "".join(f"- {row}\n" for row in rows)
        return book(tmp_path, text)

    return with_rows


PCS = "{sku: U80M6E, amount: 12.50}"
PRINTERS = "{sku: U1PB2E, amount: 8}"


def quote(*books, pcs=300, printers=40, tier="access", years=3, draft=False, **facts):
    facts = {"as_of": DAY, "order_unit": "device"} | facts
    request = customer(pcs, printers, tier=tier, term_years=years, **facts)
    return build_quote(CATALOG, request, draft=draft, books=books)


def amounts(found):
    """List price, discount, net and extended price of each line, as they are printed."""
    return [
        [str(a) for a in (n.list_price, n.discount_percent, n.net_price, n.extended_price)]
        for n in found.lines
    ]


def total(found):
    return None if found.totals is None else str(found.totals.extended_price)


def step(found, name, line=0):
    return next(each for each in found.lines[line].price_trail if each["step"] == name)


def test_lines_are_priced_and_added_up(shelf):
    found = quote(shelf(PCS, PRINTERS))
    assert amounts(found) == [
        ["12.50", "0", "12.50", "3750.00"],
        ["8.00", "0", "8.00", "320.00"],
    ]
    assert (total(found), found.status) == ("4070.00", "firm")
    assert found.totals is not None
    assert str(found.totals.per_device_year) == "3.99"


def test_deleting_a_row_changes_no_other_line_and_empties_the_total(shelf):
    whole, gap = quote(shelf(PCS, PRINTERS)), quote(shelf(PCS))
    assert gap.lines[0] == whole.lines[0]
    assert amounts(gap)[1] == ["None"] * 4
    assert (gap.lines[1].price_status, total(gap), gap.status) == ("not-in-book", None, "unpriced")
    assert [line.sku for line in gap.not_priced] == ["U1PB2E"]


@pytest.mark.parametrize(
    ("currency", "amount", "net", "due", "each"),
    [
        ("EUR", "12.50", "12.13", "3639.00", "4.04"),
        ("JPY", "1250", "1213", "363900", "404"),
        ("KWD", "12.345", "11.975", "3592.500", "3.992"),
    ],
)
def test_each_currency_rounds_by_its_own_smallest_unit(shelf, currency, amount, net, due, each):
    found = quote(
        shelf(f"{{sku: U80M6E, amount: {amount}}}", currency=currency),
        printers=0,
        discount_percent=D(3),
    )
    assert amounts(found) == [[amount, "3", net, due]]
    assert found.totals is not None
    assert (total(found), str(found.totals.per_device_year)) == (due, each)


@pytest.mark.parametrize(
    ("rounding", "net", "due"),
    [
        ("{}", "11.26", "3378.00"),
        ("{unit: 0.05}", "11.25", "3375.00"),
        ("{unit: 0.001}", "11.259", "3377.70"),
        ("{unit: 1}", "11.00", "3300.00"),
        ("{line: 10}", "11.26", "3380.00"),
        ("{unit: 0.001, line: 0.05}", "11.259", "3377.70"),
    ],
)
def test_net_price_and_line_are_rounded_by_the_steps_of_the_book(shelf, rounding, net, due):
    found = quote(
        shelf("{sku: U80M6E, amount: 12.51}", rounding=rounding),
        printers=0,
        discount_percent=D(10),
    )
    assert amounts(found) == [["12.51", "10", net, due]]


def test_line_is_the_rounded_net_price_times_the_quantity(shelf):
    """Not the exact one: 7 times 11.259 would be 78.81."""
    found = quote(
        shelf("{sku: U80M6E, amount: 12.51}"), pcs=7, printers=0, draft=True,
        discount_percent=D(10),
    )  # fmt: skip
    assert amounts(found) == [["12.51", "10", "11.26", "78.82"]]


BREAKS = "{sku: U80M6E, breaks: [{from: 500, amount: 11}, {from: 1, amount: 12.50}, {from: 1000, amount: 10}]}"  # noqa: E501


@pytest.mark.parametrize(
    ("pcs", "price", "used", "following"),
    [
        (300, "12.50", (1, "12.50"), (500, "11.00")),
        (499, "12.50", (1, "12.50"), (500, "11.00")),
        (500, "11.00", (500, "11.00"), (1000, "10.00")),
        (501, "11.00", (500, "11.00"), (1000, "10.00")),
        (999, "11.00", (500, "11.00"), (1000, "10.00")),
        (1000, "10.00", (1000, "10.00"), (None, None)),
        (1001, "10.00", (1000, "10.00"), (None, None)),
    ],
)
def test_break_is_the_last_that_the_quantity_reaches(shelf, pcs, price, used, following):
    found = quote(shelf(BREAKS), pcs=pcs, printers=0)
    assert amounts(found)[0][0] == price
    row = step(found, "row")
    assert (row["from"], str(row["amount"])) == used
    assert (row["next_from"], row["next_amount"] and str(row["next_amount"])) == following


@pytest.mark.parametrize(("pcs", "status"), [(299, "not-in-book"), (300, "priced")])
def test_quantity_below_the_first_break_has_no_price(shelf, pcs, status):
    rows = "{sku: U80M6E, breaks: [{from: 300, amount: 11}]}"
    found = quote(shelf(rows), pcs=pcs, printers=0)
    assert found.lines[0].price_status == status
    if status != "priced":
        outcome = {"step": "row", "outcome": "below-first-break", "next_from": 300}
        assert step(found, "row") == outcome


def test_contracts_are_counted_for_a_break_where_contracts_are_ordered(shelf):
    found = quote(shelf(BREAKS), pcs=5000, printers=0, order_unit="contract")
    assert amounts(found) == [["12.50", "0", "12.50", "12.50"]]


@pytest.mark.parametrize(
    ("period", "years", "sku", "due"),
    [
        ("term", 1, "U80M5E", "3750.00"),
        ("year", 1, "U80M5E", "3750.00"),
        ("term", 3, "U80M6E", "3750.00"),
        ("year", 3, "U80M6E", "11250.00"),
        ("year", 5, "U80M2E", "18750.00"),
    ],
)
def test_amount_of_a_year_is_multiplied_by_the_term(shelf, period, years, sku, due):
    found = quote(
        shelf(f"{{sku: {sku}, amount: 12.50}}", price_period=period), printers=0, years=years
    )
    assert total(found) == due
    assert (step(found, "period")["price_period"], step(found, "period")["term_years"]) == (
        period,
        years,
    )


# -- discounts ------------------------------------------------------------------------------------


def test_discount_of_a_part_goes_before_that_of_every_line(shelf):
    found = quote(
        shelf(PCS, PRINTERS), discount_percent=D(10), discounts={"U1PB2E": D("12.5")}
    )  # fmt: skip
    assert [each[1:3] for each in amounts(found)] == [["10", "11.25"], ["12.5", "7.00"]]
    assert [each[1] for each in amounts(quote(shelf(PCS, PRINTERS), discounts={"U1PB2E": D(0)}))] \
        == ["0", "0"]  # fmt: skip


def test_a_part_may_be_left_out_of_a_discount_on_all(shelf):
    found = quote(shelf(PCS, PRINTERS), discount_percent=D(10), discounts={"U1PB2E": D(0)})
    assert [each[1] for each in amounts(found)] == ["10", "0"]


@pytest.mark.parametrize(
    ("percent", "approved", "found"),
    [
        ("9.99", None, "quoted"),
        ("10", None, "quoted"),
        ("10.01", None, "discount-needs-approval"),
        ("10.01", " ", "discount-needs-approval"),
        ("10.01", "Ms Example", "quoted"),
        ("25", "Ms Example", "quoted"),
        ("25", None, "discount-needs-approval"),
        ("25.01", None, "discount-refused"),
        ("25.01", "Ms Example", "discount-refused"),
        ("100", "Ms Example", "discount-refused"),
    ],
)
def test_discount_is_held_to_the_authority_of_the_book(shelf, percent, approved, found):
    held = shelf(PCS, PRINTERS, authority="{discount_max: 10, approval_max: 25}")
    facts = {"discounts": {"U80M6E": D(percent)}, "approved_by": approved}
    if found == "quoted":
        assert quote(held, **facts).lines[0].discount_percent == D(percent)
        return
    with pytest.raises(UserError) as caught:
        quote(held, **facts)
    assert (caught.value.code, caught.value.exit_code) == (found, 13)
    assert caught.value.values["skus"] == ("U80M6E",)


@pytest.mark.parametrize(
    ("percent", "is_refused"), [("19.92", False), ("20", False), ("20.08", True), ("100", True)]
)
@pytest.mark.parametrize(("period", "years", "sku"), [("term", 3, "U80M6E"), ("year", 1, "U80M5E")])
def test_net_price_may_reach_the_floor_and_not_go_under_it(
    shelf, percent, is_refused, period, years, sku
):
    held = shelf(f"{{sku: {sku}, amount: 12.50, floor: 10}}", price_period=period)
    facts = {"printers": 0, "years": years, "discount_percent": D(percent), "approved_by": "X"}
    if not is_refused:
        assert quote(held, **facts).lines[0].discount_percent == D(percent)
        return
    with pytest.raises(UserError, match="discount-refused"):
        quote(held, **facts)


def test_floor_is_for_the_period_of_the_amounts(shelf):
    held = shelf("{sku: U80M6E, amount: 12.50, floor: 10}", price_period="year")
    assert amounts(quote(held, printers=0, discount_percent=D(20)))[0][2] == "30.00"
    with pytest.raises(UserError, match="discount-refused"):
        quote(held, printers=0, discount_percent=D("20.1"))


def test_every_line_that_goes_too_far_is_named(shelf):
    held = shelf(PCS, PRINTERS, authority="{discount_max: 10, approval_max: 25}")
    with pytest.raises(UserError) as caught:
        quote(held, discount_percent=D(26))
    assert caught.value.values == {"skus": ("U80M6E", "U1PB2E")}


def test_book_without_authority_limits_no_discount(shelf):
    assert amounts(quote(shelf(PCS), printers=0, discount_percent=D("99.9"))) == [
        ["12.50", "99.9", "0.01", "3.00"]
    ]


def test_amount_that_is_rounded_to_nothing_is_no_price_until_somebody_approves(shelf):
    held = shelf("{sku: U80M6E, amount: 0.02}", rounding="{unit: 0.05}")
    with pytest.raises(UserError) as caught:
        quote(held, printers=0)
    assert caught.value.code == "discount-needs-approval"
    assert amounts(quote(held, printers=0, approved_by="X")) == [["0.02", "0", "0.00", "0.00"]]
    held = shelf("{sku: U80M6E, amount: 0.03}", rounding="{unit: 0.05}")
    assert amounts(quote(held, printers=0)) == [["0.03", "0", "0.05", "15.00"]]


@pytest.mark.parametrize(
    ("discounts", "beyond", "nothing"),
    [
        ({"U80M6E": "10.01"}, ("U80M6E",), ()),
        ({"U80M6E": "10.01", "U1PB2E": "11"}, ("U80M6E", "U1PB2E"), ()),
        ({"U80M6E": "10", "U1PB2E": "100"}, ("U1PB2E",), ("U1PB2E",)),
        ({"U80M6E": "10.01", "U1PB2E": "100"}, ("U80M6E", "U1PB2E"), ("U1PB2E",)),
    ],
)
def test_why_a_price_needs_approval_is_told_by_part(shelf, discounts, beyond, nothing):
    held = shelf(PCS, PRINTERS, authority="{discount_max: 10, approval_max: 100}")
    with pytest.raises(UserError) as caught:
        quote(held, discounts={sku: D(percent) for sku, percent in discounts.items()})
    assert caught.value.values == {"skus": beyond, "beyond": beyond, "nothing_to_pay": nothing}


def test_price_of_nothing_needs_approval_where_no_discount_is_beyond_what_is_allowed(shelf):
    with pytest.raises(UserError) as caught:
        quote(shelf(PCS, PRINTERS), discounts={"U1PB2E": D(100)})
    assert caught.value.values == {
        "skus": ("U1PB2E",),
        "beyond": (),
        "nothing_to_pay": ("U1PB2E",),
    }


def test_line_without_a_price_has_no_discount_to_judge(shelf):
    held = shelf(PCS, authority="{discount_max: 0, approval_max: 0}")
    assert amounts(quote(held, discounts={"U1PB2E": D(50)}))[1] == ["None"] * 4


# -- order units ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("of_row", "of_book", "stated", "found"),
    [
        ("", "", None, ("device", "reading", "unpriced")),
        ("", "", "device", ("device", "request", "firm")),
        ("", "device", None, ("device", "book", "firm")),
        ("", "contract", None, ("contract", "book", "firm")),
        (", order_unit: contract", "device", None, ("contract", "row", "firm")),
        (", order_unit: contract", "device", "contract", ("contract", "request", "firm")),
    ],
)
def test_unit_is_that_of_the_row_then_the_book_else_of_the_reading(
    shelf, of_row, of_book, stated, found
):
    held = shelf(f"{{sku: U80M6E, amount: 12.50{of_row}}}", order_unit=of_book)
    made = quote(held, printers=0, order_unit=stated)
    unit, source = made.lines[0].order_unit, step(made, "quantity")["unit_source"]
    assert (unit, source, made.status) == found
    assumed = "order-unit-assumed" in {each.code for each in made.notices}
    assert assumed is (source == "reading")
    assert total(made) == ("12.50" if unit == "contract" else "3750.00")


@pytest.mark.parametrize(("of_row", "of_book"), [("contract", ""), ("", "contract")])
def test_unit_other_than_that_of_the_amounts_is_wrong_use(shelf, of_row, of_book):
    row = f", order_unit: {of_row}" if of_row else ""
    held = shelf(f"{{sku: U80M6E, amount: 12.50{row}}}", order_unit=of_book)
    with pytest.raises(UsageProblem) as caught:
        quote(held, printers=0, order_unit="device")
    assert caught.value.kind == "order-unit-contradicts"


OPEN = {"tier": "management-plus", "pcs": 8000, "printers": 0, "headquarters": "FR"}


def test_management_plus_has_no_extended_price_until_somebody_states_its_unit(shelf):
    held = shelf("{sku: U62G4E, amount: 1234.50}")
    found = quote(held, order_unit=None, **OPEN)
    [line] = found.lines
    assert amounts(found) == [["1234.50", "0", "1234.50", "None"]]
    assert (line.order_unit, line.price_status, found.totals) == ("open", "priced", None)
    assert [each.sku for each in found.not_priced] == ["U62G4E"]
    assert total(quote(held, **OPEN | {"order_unit": "contract"})) == "1234.50"
    assert total(quote(held, **OPEN)) == "9876000.00"
    stated = shelf("{sku: U62G4E, amount: 1234.50, order_unit: contract}")
    assert total(quote(stated, order_unit=None, **OPEN)) == "1234.50"


# -- what else a quote says -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("desk", "draft", "status"),
    [("own", False, "firm"), (None, False, "conditional"), ("none", True, "draft")],
)
def test_price_never_makes_a_quote_firm_while_a_point_decides(shelf, desk, draft, status):
    found = quote(shelf(PCS, PRINTERS), it_desk=desk, draft=draft)
    assert (found.status, total(found)) == (status, "4070.00")


def test_reason_stands_on_each_line_and_in_its_trail(shelf):
    found = quote(shelf(PCS, PRINTERS), as_of=date(2027, 1, 1))
    assert {line.price_status for line in found.lines} == {"book-expired"}
    assert (found.book, found.totals) == (None, None)
    [told] = found.lines[0].price_trail
    assert (told["outcome"], told["price_book"], told["valid_until"]) == (
        "book-expired", "invented", date(2026, 12, 31),
    )  # fmt: skip


def test_trail_leads_from_the_row_to_the_price(shelf):
    held = shelf(
        PCS, PRINTERS, price_period="year", authority="{discount_max: 10, approval_max: 10}"
    )
    found = quote(held, discount_percent=D("3.3"))
    trail = [{k: str(v) for k, v in each.items()} for each in found.lines[1].price_trail]
    assert trail == [
        {
            "step": "book", "outcome": "priced", "price_book": "invented", "file": "book.yaml",
            "valid_from": "2026-01-01", "valid_until": "2026-12-31",
        },
        {
            "step": "row", "outcome": "found", "file": "book.yaml",
            "line": str(HEADER.count("\n") + 4), "from": "1", "amount": "8.00",
            "next_from": "None", "next_amount": "None",
        },
        {"step": "period", "price_period": "year", "term_years": "3", "list_price": "24.00"},
        {
            "step": "discount", "discount_percent": "3.3", "exact": "23.208", "rounded_to": "0.01",
            "net_price": "23.21",
        },
        {
            "step": "quantity", "order_unit": "device", "unit_source": "request",
            "order_quantity": "40", "rounded_to": "0.01", "extended_price": "928.40",
        },
    ]  # fmt: skip
