"""Money: exact, and rounded once, halves up, whatever the caller's own settings of decimals."""

from decimal import Context, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hp_priority_cli.quoting.money import (
    less_percentage,
    product,
    round_half_up,
    total,
    with_decimals,
)

D = Decimal


@pytest.mark.parametrize(
    ("amount", "step", "rounded"),
    [
        ("12.344", "0.01", "12.34"),
        ("12.345", "0.01", "12.35"),
        ("12.346", "0.01", "12.35"),
        ("12.3449999999999999999999999999", "0.01", "12.34"),
        ("12.335", "0.01", "12.34"),
        ("12.345", "0.05", "12.35"),
        ("12.32", "0.05", "12.30"),
        ("12.325", "0.05", "12.35"),
        ("12.5", "1", "13"),
        ("13.5", "1", "14"),
        ("12.49", "1", "12"),
        ("14.99", "10", "10"),
        ("15", "10", "20"),
        ("0.0005", "0.001", "0.001"),
        ("0.00049", "0.001", "0.000"),
        ("12.35", "0.01", "12.35"),
    ],
)
def test_halves_go_up_to_the_step(amount, step, rounded):
    assert round_half_up(D(amount), D(step)) == D(rounded)


@pytest.mark.parametrize(
    ("amount", "parts", "each"),
    [("10", 3, "3.33"), ("20", 3, "6.67"), ("0.01", 2, "0.01"), ("0.01", 3, "0"), ("9", 9, "1")],
)
def test_a_part_is_rounded_as_a_whole_is(amount, parts, each):
    assert round_half_up(D(amount), D("0.01"), parts=parts) == D(each)


@pytest.mark.parametrize(
    ("amount", "least", "shown"),
    [
        ("36", 2, "36.00"), ("12.5", 2, "12.50"), ("12.3400", 2, "12.34"),
        ("12.3456", 2, "12.3456"),
        ("1200", 0, "1200"), ("1200.0", 0, "1200"), ("1.5", 3, "1.500"), ("0", 2, "0.00"),
    ],
)  # fmt: skip
def test_amounts_have_the_decimals_of_their_currency_at_least(amount, least, shown):
    assert str(with_decimals(D(amount), least)) == shown


def test_largest_amounts_are_multiplied_exactly():
    amount = product(D("999999999999.999999"), 5, 999_999_999)
    assert str(less_percentage(amount, D("99.999999"))) == "49999999949999.99995000000005"
    assert total([amount, D("0.000001")]) == D("4999999994999999995000.000006")


@given(
    st.decimals("0.000001", "999999999999", places=6),
    st.sampled_from(["0.01", "0.05", "1", "0.001", "0.03", "10"]),
)
def test_rounding_moves_by_half_a_step_at_most_and_lands_on_a_step(amount, step):
    with localcontext(Context(prec=100)):
        rounded = round_half_up(amount, D(step))
        assert rounded % D(step) == 0
        assert -D(step) / 2 < rounded - amount <= D(step) / 2


@given(st.decimals("0.01", "99999999", places=4), st.integers(1, 9999))
def test_settings_of_the_caller_change_nothing(amount, count):
    usual = with_decimals(round_half_up(product(amount, count), D("0.01")), 2)
    with localcontext(Context(prec=3)):
        assert with_decimals(round_half_up(product(amount, count), D("0.01")), 2) == usual
