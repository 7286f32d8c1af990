"""Amounts as they are written in each part of the world: taken, or refused for the right reason."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hp_priority_cli.readers.scalars import parse_amount, parse_percentage


@pytest.mark.parametrize(
    ("text", "mark", "amount"),
    [
        ("12", ".", "12"),
        ("12.50", ".", "12.50"),
        ("12,50", ",", "12.50"),
        (" 12.50 ", ".", "12.50"),
        ("0.05", ".", "0.05"),
        ("1,234.50", ".", "1234.50"),
        ("1.234,50", ",", "1234.50"),
        ("1,234,567", ".", "1234567"),
        ("1 234.50", ".", "1234.50"),
        ("1\u202f234,50", ",", "1234.50"),
        ("1\u00a0234\u00a0567,5", ",", "1234567.5"),
        ("1'234.50", ".", "1234.50"),
        ("1.234", ".", "1.234"),
        ("1,234", ",", "1.234"),
        ("999999999999.999999", ".", "999999999999.999999"),
    ],
)
def test_amount_is_read_exactly(text, mark, amount):
    found = parse_amount(text, mark)
    assert isinstance(found, Decimal)
    assert str(found) == amount


@pytest.mark.parametrize(
    ("text", "mark", "fault"),
    [
        ("12,50", ".", "amount-other-mark"),
        ("12.50", ",", "amount-other-mark"),
        ("0,234", ".", "amount-other-mark"),
        ("1.234,50", ".", "amount-other-mark"),
        ("1 234,50", ".", "amount-other-mark"),
        ("1,234", ".", "amount-ambiguous"),
        ("1.234", ",", "amount-ambiguous"),
        ("0", ".", "amount-not-positive"),
        ("0.00", ".", "amount-not-positive"),
        ("-12.50", ".", "amount-not-positive"),
        ("\u221212", ".", "amount-not-positive"),
        ("(12.50)", ".", "amount-not-positive"),
        ("1000000000000", ".", "amount-too-long"),
        ("0.0000001", ".", "amount-too-long"),
        ("9" * 30, ".", "amount-too-long"),
        ("1E+1000000", ".", "amount-no-number"),
        ("1E5", ".", "amount-no-number"),
        ("NaN", ".", "amount-no-number"),
        ("Infinity", ".", "amount-no-number"),
        ("1_000", ".", "amount-no-number"),
        ("\u0661\u0662", ".", "amount-no-number"),
        ("€ 12.50", ".", "amount-no-number"),
        ("+12", ".", "amount-no-number"),
        (".5", ".", "amount-no-number"),
        ("5.", ".", "amount-no-number"),
        ("12 50", ".", "amount-no-number"),
        ("1 234\u00a0567", ".", "amount-no-number"),
        ("010", ".", "amount-no-number"),
        ("00", ".", "amount-no-number"),
        ("012.50", ".", "amount-no-number"),
        ("012,50", ".", "amount-no-number"),
        ("012,50", ",", "amount-no-number"),
        ("01 234.50", ".", "amount-no-number"),
        ("01,234.50", ".", "amount-no-number"),
        ("-010", ".", "amount-no-number"),
        ("", ".", "amount-no-number"),
        ("on request", ".", "amount-no-number"),
    ],
)
def test_anything_else_is_refused_for_its_reason(text, mark, fault):
    assert parse_amount(text, mark) == fault


@given(st.decimals("0.000001", "999999999999", places=6), st.sampled_from([(".", ","), (",", ".")]))
def test_grouped_digits_are_the_amount_they_spell(amount, marks):
    dot, comma = marks
    spelt = f"{amount:,.6f}".replace(",", "_").replace(".", dot).replace("_", comma)
    assert parse_amount(spelt, dot) == amount


@pytest.mark.parametrize(
    ("text", "percentage"),
    [("0", "0"), ("12.5", "12.5"), ("100", "100"), ("100.0", "100.0"), ("0.000001", "0.000001")],
)
def test_percentage_lies_between_0_and_100(text, percentage):
    assert str(parse_percentage(text)) == percentage


@pytest.mark.parametrize(
    "text", ["101", "100.000001", "-1", "12,5", "1E1", "NaN", "0.0000001", "", "%5", "1000"]
)
def test_no_other_text_is_a_percentage(text):
    assert parse_percentage(text) is None
