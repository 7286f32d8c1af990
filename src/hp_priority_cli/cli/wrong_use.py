"""Typer's own complaints about a command line, as ours: coded, and worded in every language."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from typer._click.exceptions import BadOptionUsage, ClickException, NoSuchOption

from hp_priority_cli.errors import UsageProblem

_EXTRA = re.compile(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", re.DOTALL)
_COMMAND = re.compile(r"No such command '(.*?)'\.", re.DOTALL)


def wrong_use(error: ClickException, commands: Iterable[str]) -> UsageProblem:
    """The problem that Typer found. What it says in a way not known here is passed on as it is."""
    if isinstance(error, NoSuchOption):
        near = tuple(sorted(error.possibilities or ()))
        kind = "option-near" if near else "option-unknown"
        return UsageProblem(kind, word=error.option_name, near=near)
    if isinstance(error, BadOptionUsage):
        kind = "no-value" if "requires" in error.message else "value-for-switch"
        return UsageProblem(kind, option=error.option_name)
    if found := _EXTRA.match(error.message):
        return UsageProblem("extra-arguments", word=found[1])
    if found := _COMMAND.match(error.message):
        near = tuple(get_close_matches(found[1], list(commands), n=2))
        return UsageProblem("command-near" if near else "command-unknown", word=found[1], near=near)
    return UsageProblem("typer", message=error.format_message())
