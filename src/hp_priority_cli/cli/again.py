"""What was typed, to be typed again behind another command: whole, so that it can be pasted."""

import shlex
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from hp_priority_cli.cli.options import (
    CustomerOptions,
    FleetOptions,
    InventoryOptions,
    PriceOptions,
)
from hp_priority_cli.cli.session import Session
from hp_priority_cli.cli.values import variable
from hp_priority_cli.presentation.clean import clean
from hp_priority_cli.readers.text import STANDARD_INPUT

_PROGRAM = "hp-priority"
_LONGEST_WORD = 60
_Group = CustomerOptions | InventoryOptions | FleetOptions | PriceOptions
_CALLED = {"word": "--type"}
"""The options that are not called after their parameter."""
_OFF = {"whole_base": ["--part-base"]}
"""The switches that say no, by the parameter."""


def quote_again(
    session: Session, customer: CustomerOptions, *others: _Group, purchase_date: str | None = None
) -> str | None:
    """The `quote` command with what was typed, or with the file alone to which that was saved.

    None where that would not be the same: where a file came in by standard input, or a text in
    it has what a terminal must not be shown; and where a word of it is too long to be broken.
    """
    if customer.save_request is not None:
        typed = ["--request", customer.save_request]
    else:
        if customer.as_of == variable("AS_OF"):
            customer = replace(customer, as_of=None)
        typed = [token for group in (customer, *others) for token in options_again(group)]
        typed += _option("purchase_date", purchase_date)
    return command_again(session, "quote", *typed) if all(map(_can_be_pasted, typed)) else None


def _can_be_pasted(word: str) -> bool:
    return word != STANDARD_INPUT and clean(word) == word and len(word) <= _LONGEST_WORD


def command_again(session: Session, *words: str) -> str:
    """A command in the language and on the data that were typed, as a shell reads it."""
    return " ".join([_PROGRAM, *session.typed, *map(shlex.quote, words)])


def options_again(group: _Group) -> Iterator[str]:
    """The options of a group that were given, with their values."""
    for field in fields(group):
        yield from _option(field.name, getattr(group, field.name))


def _option(parameter: str, value: Any) -> Iterator[str]:
    """The words that give a parameter its value."""
    option = _CALLED.get(parameter, f"--{parameter.replace('_', '-')}")
    if isinstance(value, bool):
        yield from [option] if value else _OFF.get(parameter, ())
    elif value is not None:
        for each in value if isinstance(value, list) else [value]:
            yield from (option, each)
