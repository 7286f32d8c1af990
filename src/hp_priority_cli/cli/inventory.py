"""`hp-priority inventory`: what the exports of a fleet amount to, every row in one bucket."""

from typing import Annotated

import typer

from hp_priority_cli import __version__
from hp_priority_cli.cli.clock import today
from hp_priority_cli.cli.deliver import chosen_format, deliver, imprint_of
from hp_priority_cli.cli.fleet import command_for, fleet_of, remarks_on
from hp_priority_cli.cli.options import FleetOptions, OutputOptions, takes
from hp_priority_cli.cli.save import refuse_unsavable, save_request
from hp_priority_cli.cli.session import Session
from hp_priority_cli.cli.values import day
from hp_priority_cli.customer.fleet.base import base_of
from hp_priority_cli.customer.records import Request
from hp_priority_cli.errors import EXIT_OK, UsageProblem
from hp_priority_cli.presentation.documents.inventory import inventory_document
from hp_priority_cli.presentation.views.inventory import inventory_report


@takes(FleetOptions, OutputOptions)
def inventory(
    session: Session,
    options: FleetOptions,
    output: OutputOptions,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILE...", help="argument.inventory")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="option.as-of", show_default=False)
    ] = None,
    save: Annotated[
        str | None,
        typer.Option(
            "--save-request", metavar="FILE", help="option.save-request", show_default=False
        ),
    ] = None,
) -> int:
    """Sort the devices of a fleet into what counts, what does not, and what is to be settled."""
    chosen_format(output)
    paths = files or []
    if not paths or "" in paths:
        raise UsageProblem("no-inventory")
    if save is not None:
        refuse_unsavable(save, force=output.force)
    stated = day("--as-of", as_of)
    on = stated or today()
    fleet = fleet_of(paths, options, session, on)
    command = command_for(session, "eligible", paths, options, stated)
    deliver(
        session,
        output,
        lambda: inventory_document(fleet, session.wording, __version__, on),
        lambda: inventory_report(fleet, session.wording, on, command, every_row=session.verbose),
        imprint_of(session, on),
    )
    if save is not None:
        session.refuse_over_input(save)
        made = command_for(session, "inventory", paths, options, stated)
        remarks = remarks_on(fleet, made, session)
        request = Request(**base_of(fleet), as_of=stated)
        save_request(request, save, session, None, remarks, force=output.force)
    return EXIT_OK
