"""The commands put together, with their help in the language of the reader."""

from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from hp_priority_cli import __version__
from hp_priority_cli.cli.compare import compare
from hp_priority_cli.cli.diff import diff
from hp_priority_cli.cli.eligible import eligible
from hp_priority_cli.cli.explain import explain
from hp_priority_cli.cli.options import GlobalOptions, spliced
from hp_priority_cli.cli.quote import quote
from hp_priority_cli.cli.schema import schema
from hp_priority_cli.cli.sku import sku
from hp_priority_cli.presentation.phrases import Phrases

COMMANDS: dict[str, Callable[..., int]] = {
    "eligible": eligible,
    "quote": quote,
    "compare": compare,
    "sku": sku,
    "diff": diff,
    "explain": explain,
    "schema": schema,
}
_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def build_command(phrases: Phrases) -> TyperGroup:
    """The whole command line as Typer runs it."""
    app = typer.Typer(
        name="hp-priority",
        help="command",
        epilog="command",
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=_SETTINGS,
    )
    app.callback(invoke_without_command=True)(_before_the_command)
    for name, command in COMMANDS.items():
        app.command(name, help=name, epilog=name, context_settings=_SETTINGS)(command)
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    _translate(group, phrases, "command")
    for name, command_ in group.commands.items():
        assert isinstance(command_, TyperCommand)
        _translate(command_, phrases, name)
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


def _translate(command: TyperCommand | TyperGroup, phrases: Phrases, name: str) -> None:
    """Put sentences where the code has keys."""
    command.help = phrases.say(f"help.{name}")
    command.short_help = command.help.partition("\n")[0]
    command.epilog = f"\b\n{phrases.say(f'help.{name}.examples')}"
    for parameter in command.params:
        key = getattr(parameter, "help", None)
        if key is not None and phrases.has(key):
            parameter.help = phrases.say(key)  # type: ignore[attr-defined]
