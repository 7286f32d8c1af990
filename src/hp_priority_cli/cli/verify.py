"""`hp-priority verify`: does a saved quote still hold on the data and the prices of today."""

import os
from typing import Annotated

import typer

from hp_priority_cli import __version__
from hp_priority_cli.cli.clock import today
from hp_priority_cli.cli.deliver import chosen_format, deliver, imprint_of
from hp_priority_cli.cli.options import BookOptions, OutputOptions, takes
from hp_priority_cli.cli.session import Session
from hp_priority_cli.cli.values import day
from hp_priority_cli.errors import EXIT_CHANGED, EXIT_INPUT, EXIT_OK, UsageProblem
from hp_priority_cli.evidence.verification import Unread
from hp_priority_cli.readers.text import STANDARD_INPUT


@takes(BookOptions, OutputOptions)
def verify(
    session: Session,
    books: BookOptions,
    output: OutputOptions,
    quotes: Annotated[
        list[str] | None, typer.Argument(metavar="QUOTE...", help="argument.verify")
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="option.verify-as-of", show_default=False),
    ] = None,
) -> int:
    """Judge each saved quote again and say what differs; the files are only read.

    A file that cannot be read as a quote makes the exit code 20, whatever the others come to: what
    was not judged is not to pass for a change that somebody has looked at.
    """
    from hp_priority_cli.cli.verifying import Verifying
    from hp_priority_cli.presentation.documents.verification import verification_document
    from hp_priority_cli.presentation.views.verification import verification_report

    chosen_format(output)
    if not quotes:
        raise UsageProblem("verify-none")
    judged_on = day("--as-of", on) or today()
    verifying = Verifying(session, books, judged_on)
    checks = [verifying.check(path) for path in _once(quotes)]
    deliver(
        session,
        output,
        lambda: verification_document(checks, judged_on, session.wording, __version__),
        lambda: verification_report(checks, judged_on, session.wording, verbose=session.verbose),
        imprint_of(session, judged_on),
    )
    if any(isinstance(each, Unread) for each in checks):
        return EXIT_INPUT
    unchanged = all(each.outcome == "unchanged" for each in checks if not isinstance(each, Unread))
    return EXIT_OK if unchanged else EXIT_CHANGED


def _once(paths: list[str]) -> list[str]:
    """Every file once, as it was first named."""
    places = {p if p == STANDARD_INPUT else os.path.realpath(p): p for p in reversed(paths)}
    return [path for path in dict.fromkeys(paths) if path in places.values()]
