"""The commands put together; each shows its help as the pages have it."""

from collections.abc import Callable
from functools import cache
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from hp_priority_cli import __version__
from hp_priority_cli.cli.check import check
from hp_priority_cli.cli.compare import compare
from hp_priority_cli.cli.completion import completion
from hp_priority_cli.cli.diff import diff
from hp_priority_cli.cli.eligible import eligible
from hp_priority_cli.cli.explain import explain
from hp_priority_cli.cli.help import help_
from hp_priority_cli.cli.inventory import inventory
from hp_priority_cli.cli.options import GlobalOptions, spliced
from hp_priority_cli.cli.pages import page_of
from hp_priority_cli.cli.quote import quote
from hp_priority_cli.cli.render import render
from hp_priority_cli.cli.schema import schema
from hp_priority_cli.cli.session import terminal_width
from hp_priority_cli.cli.sku import sku
from hp_priority_cli.cli.verify import verify
from hp_priority_cli.presentation.help_text import help_text

COMMANDS: dict[str, Callable[..., int]] = {
    "eligible": eligible,
    "quote": quote,
    "compare": compare,
    "sku": sku,
    "check": check,
    "verify": verify,
    "inventory": inventory,
    "render": render,
    "diff": diff,
    "explain": explain,
    "schema": schema,
    "completion": completion,
    "help": help_,
}


class _Command(TyperCommand):
    """A command whose help is its page."""

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override]
        return help_text(page_of(self, ctx.obj.phrases), ctx.obj.phrases, terminal_width())


class _Group(TyperGroup):
    """All commands, whose help is the first page."""

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override]
        return help_text(page_of(self, ctx.obj.phrases), ctx.obj.phrases, terminal_width())


@cache
def build_command() -> TyperGroup:
    """The whole command line as Typer runs it; what it says are keys of the sentence catalogue.

    Built once, it serves every run of a process and every language.

    The option for help is one of ours (`GlobalOptions`), understood on either side of a command.
    """
    app = typer.Typer(
        name="hp-priority",
        cls=_Group,
        add_completion=False,
        add_help_option=False,
        suggest_commands=False,  # ours are worded in every language (`wrong_use`)
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback(invoke_without_command=True)(_before_the_command)
    for name, command in COMMANDS.items():
        app.command(name, cls=_Command, add_help_option=False)(command)
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    return group


@spliced(GlobalOptions)
def _before_the_command(context: typer.Context, **given: Any) -> int:
    context.obj.before = GlobalOptions(**given)
    if context.obj.before.version:
        typer.echo(f"hp-priority {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
    return 0
