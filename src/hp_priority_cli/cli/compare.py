"""`hp-priority compare`: what a tier holds that another does not, and what each costs."""

from typing import Annotated

import typer

from hp_priority_cli import __version__
from hp_priority_cli.cli.clock import today
from hp_priority_cli.cli.customer import is_stated, read_customer, tiers_named
from hp_priority_cli.cli.deliver import chosen_format, deliver, imprint_of
from hp_priority_cli.cli.fleet import counting
from hp_priority_cli.cli.options import (
    CustomerOptions,
    FleetOptions,
    InventoryOptions,
    OutputOptions,
    PriceOptions,
    takes,
)
from hp_priority_cli.cli.prices import price_facts
from hp_priority_cli.cli.quoting import Quoting
from hp_priority_cli.cli.session import Session
from hp_priority_cli.cli.values import terms
from hp_priority_cli.errors import UsageProblem
from hp_priority_cli.presentation.documents.comparison import comparison_document
from hp_priority_cli.presentation.views.comparison import comparison_report
from hp_priority_cli.quoting.comparison import compare_tiers


@takes(CustomerOptions, InventoryOptions, FleetOptions, PriceOptions, OutputOptions)
def compare(
    session: Session,
    customer: CustomerOptions,
    inventory: InventoryOptions,
    reading: FleetOptions,
    prices: PriceOptions,
    output: OutputOptions,
    tiers: Annotated[
        list[str] | None, typer.Argument(metavar="[TIER]...", help="argument.tiers")
    ] = None,
    term: Annotated[
        str | None,
        typer.Option("--years", metavar="N[,N]|all", help="option.compare-terms"),
    ] = None,
) -> int:
    """Set tiers side by side; with a customer, by the places and the prices that it has."""
    chosen_format(output)
    wanted, named = terms(term), _tiers(tiers or [], session)
    more = {"term_years": None if wanted is None else wanted.only, **price_facts(prices)}
    more |= {
        "again": None if wanted is None else wanted.again,
        "count": counting(inventory, reading, session),
    }
    request = read_customer(customer, session, today(), force=output.force, **more)
    asked = request if is_stated(request) else None
    found = compare_tiers(session.catalog, named, asked)
    quoting = Quoting(session, prices, wanted, draft=False, strict=False)
    step = quoting.step_up(named, request) if quoting.is_priced(request) else None
    if step is not None:
        asked = request
        quoting.request_prices(step.quotes, request, force=output.force)
    day = request.as_of or today()
    deliver(
        session,
        output,
        lambda: comparison_document(found, asked, session.wording, __version__, day, step),
        lambda: comparison_report(found, asked, session.wording, step, every_row=session.verbose),
        imprint_of(session, day),
    )
    return quoting.finish(output)


def _tiers(words: list[str], session: Session) -> tuple[str, ...]:
    """The tiers named, each once; all where none is named."""
    named = tiers_named(words, session)
    for tier_id in named:
        if named.count(tier_id) > 1:
            raise UsageProblem("tier-twice", tier=tier_id)
    return named or session.catalog.tier_ids
