"""`hp-priority compare`: what a tier holds that another does not, gains and losses."""

from typing import Annotated

import typer

from hp_priority_cli import __version__
from hp_priority_cli.cli.clock import today
from hp_priority_cli.cli.customer import is_stated, read_customer, tiers_named
from hp_priority_cli.cli.deliver import chosen_format, deliver, imprint_of
from hp_priority_cli.cli.options import CustomerOptions, OutputOptions, takes
from hp_priority_cli.cli.session import Session
from hp_priority_cli.errors import EXIT_OK, UsageProblem
from hp_priority_cli.presentation.documents.catalog import comparison_document
from hp_priority_cli.presentation.views.comparison import comparison_report
from hp_priority_cli.quoting.comparison import compare_tiers


@takes(CustomerOptions, OutputOptions)
def compare(
    session: Session,
    customer: CustomerOptions,
    output: OutputOptions,
    tiers: Annotated[
        list[str] | None, typer.Argument(metavar="[TIER]...", help="argument.tiers")
    ] = None,
) -> int:
    """Set tiers side by side; with a customer, by the places that the customer has."""
    chosen_format(output)
    wanted = _tiers(tiers or [], session)
    request = read_customer(customer, session, today(), force=output.force)
    asked = request if is_stated(request) else None
    found = compare_tiers(session.catalog, wanted, asked)
    day = request.as_of or today()
    deliver(
        session,
        output,
        lambda: comparison_document(found, asked, session.wording, __version__, day),
        lambda: comparison_report(found, asked, session.wording),
        imprint_of(session, day),
    )
    return EXIT_OK


def _tiers(words: list[str], session: Session) -> tuple[str, ...]:
    """The tiers named, each once; all where none is named."""
    named = tiers_named(words, session)
    for tier_id in named:
        if named.count(tier_id) > 1:
            raise UsageProblem("tier-twice", tier=tier_id)
    return named or session.catalog.tier_ids
