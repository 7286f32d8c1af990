"""`hp-priority help`: the page of a command or of a topic; without a name that of the whole."""

from typing import Annotated

import typer
from typer._click.globals import get_current_context
from typer.core import TyperCommand, TyperGroup

from hp_priority_cli.cli.deliver import write
from hp_priority_cli.cli.options import FileOptions, takes
from hp_priority_cli.cli.pages import TOPICS, page_of, topic_page
from hp_priority_cli.cli.session import Session
from hp_priority_cli.cli.wrong_use import no_such_command
from hp_priority_cli.errors import EXIT_OK
from hp_priority_cli.presentation.help_text import help_text
from hp_priority_cli.presentation.pages import Page


@takes(FileOptions)
def help_(
    session: Session,
    output: FileOptions,
    name: Annotated[str | None, typer.Argument(metavar="[COMMAND]", help="argument.help")] = None,
) -> int:
    """Show one page of help."""
    group = get_current_context().find_root().command
    assert isinstance(group, TyperGroup)
    text = help_text(_page(name, group, session), session.phrases, session.width)
    write(session, output, f"{text}\n".encode())
    return EXIT_OK


def _page(name: str | None, group: TyperGroup, session: Session) -> Page:
    if name is None:
        return page_of(group, session.phrases)
    if name in TOPICS:
        return topic_page(name, group, session.phrases)
    command = group.commands.get(name)
    if command is None:
        raise no_such_command(name, (*group.commands, *TOPICS))
    assert isinstance(command, TyperCommand)
    return page_of(command, session.phrases)
