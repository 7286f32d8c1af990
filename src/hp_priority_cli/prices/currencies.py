"""Currencies and their minor units as ISO 4217 has them, from the package `iso4217`."""

from difflib import get_close_matches
from functools import cache


def minor_units(code: str) -> int | None:
    """The decimals of a currency: 2 for EUR, 0 for JPY, 3 for KWD; None for what is no currency.

    Gold, testing codes and the like are in the list too and have no minor unit: not currencies.
    """
    return _minor_units().get(code)


def near_currencies(code: str) -> tuple[str, ...]:
    """The codes that come near a word that is none."""
    return tuple(get_close_matches(code.upper(), _minor_units(), n=3))


@cache
def _minor_units() -> dict[str, int]:
    from iso4217 import Currency

    return {each.code: each.exponent for each in Currency if each.exponent is not None}
