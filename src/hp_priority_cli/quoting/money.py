"""Exact arithmetic with amounts of money. Nothing is rounded but where a step says so, half up."""

from collections.abc import Iterable
from decimal import Context, Decimal, Inexact, InvalidOperation

_EXACT = Context(prec=100, traps=[Inexact, InvalidOperation])
"""Digits enough for any amount, quantity, term and percentage; what would not fit is a defect."""


def product(*factors: Decimal | int) -> Decimal:
    """All factors multiplied, exactly."""
    found = Decimal(1)
    for factor in factors:
        found = _EXACT.multiply(found, Decimal(factor))
    return found


def total(amounts: Iterable[Decimal]) -> Decimal:
    """All amounts added up, exactly."""
    found = Decimal(0)
    for amount in amounts:
        found = _EXACT.add(found, amount)
    return found


def difference(amount: Decimal, less: Decimal) -> Decimal:
    """What one amount is more than another, below zero where it is less, exactly."""
    return _EXACT.subtract(amount, less)


def less_percentage(amount: Decimal, percentage: Decimal) -> Decimal:
    """What is left of an amount after a discount in percent, exactly."""
    return product(amount, _EXACT.subtract(Decimal(100), percentage), Decimal("0.01"))


def round_half_up(amount: Decimal, step: Decimal, *, parts: int = 1) -> Decimal:
    """An amount, or one of equal `parts` of it, as a whole number of steps, halves up."""
    width = product(step, parts)
    whole, rest = _EXACT.divmod(amount, width)
    up = 1 if product(rest, 2) >= width else 0
    return product(step, _EXACT.add(whole, up))


def with_decimals(amount: Decimal, least: int) -> Decimal:
    """The same amount with at least so many decimals, and no zero beyond these."""
    plain = amount.normalize(_EXACT)
    exponent = plain.as_tuple().exponent
    assert isinstance(exponent, int)
    return _EXACT.quantize(plain, Decimal(1).scaleb(min(exponent, -least), _EXACT))
