"""`hp-priority eligible`: which tiers may this customer buy, why, what is missing, what to ask."""

from collections.abc import Callable
from typing import Annotated, Any

import typer

from hp_priority_cli import __version__
from hp_priority_cli.catalog.terms import refuse_term_not_offered
from hp_priority_cli.cli.again import quote_again
from hp_priority_cli.cli.batch import run_batch
from hp_priority_cli.cli.clock import today
from hp_priority_cli.cli.customer import read_customer
from hp_priority_cli.cli.deliver import chosen_format, deliver, imprint_of
from hp_priority_cli.cli.fleet import counting, refuse_batch
from hp_priority_cli.cli.options import (
    BatchOptions,
    CustomerOptions,
    FleetOptions,
    InventoryOptions,
    OutputOptions,
    takes,
)
from hp_priority_cli.cli.session import Remark, Session
from hp_priority_cli.cli.values import years
from hp_priority_cli.cli.what_if import read_what_if
from hp_priority_cli.customer.fleet.base import if_all_counts
from hp_priority_cli.customer.records import Request
from hp_priority_cli.eligibility.assess import assess
from hp_priority_cli.eligibility.records import Eligibility, Verdict
from hp_priority_cli.errors import EXIT_CONDITIONAL, EXIT_NO, EXIT_OK, UsageProblem
from hp_priority_cli.presentation.documents.eligibility import (
    eligibility_document,
    what_if_document,
)
from hp_priority_cli.presentation.documents.inventory import amounts_document
from hp_priority_cli.presentation.documents.plain import Document
from hp_priority_cli.presentation.report import Report, Table
from hp_priority_cli.presentation.views.eligibility import (
    eligibility_records,
    eligibility_report,
    told_of_its_request,
)
from hp_priority_cli.presentation.views.what_if import what_if_report

_EXITS: dict[Verdict, int] = {
    "eligible": EXIT_OK,
    "conditional": EXIT_CONDITIONAL,
    "not-eligible": EXIT_NO,
}


@takes(CustomerOptions, InventoryOptions, FleetOptions, BatchOptions, OutputOptions)
def eligible(
    session: Session,
    customer: CustomerOptions,
    inventory: InventoryOptions,
    reading: FleetOptions,
    batch: BatchOptions,
    output: OutputOptions,
    tier: Annotated[
        str | None, typer.Option(metavar="TIER", help="option.asked-tier", show_default=False)
    ] = None,
    term: Annotated[
        str | None, typer.Option("--years", metavar="N", help="option.years", show_default=False)
    ] = None,
    what_if: Annotated[
        list[str] | None,
        typer.Option(metavar="FACT=VALUE[,...]", help="option.what-if", show_default=False),
    ] = None,
) -> int:
    """Judge a customer; with a tier named, the exit code is its verdict."""
    more: dict[str, Any] = {"tier": tier, "term_years": years(term)}
    if batch.batch is not None:
        if what_if:
            raise UsageProblem("what-if-batch")
        refuse_batch(inventory, reading)
        return run_batch(session, batch.batch, customer, output, _document, _records, **more)
    chosen_format(output)
    count = counting(inventory, reading, session)
    request = read_customer(customer, session, today(), force=output.force, count=count, **more)
    found = _judged(session, request)
    _tell_what_open_rows_would(session, request, found)
    by_request = request.tier is not None and tier is None

    def told(shown: Report) -> Report:
        return told_of_its_request(shown, session.wording) if by_request else shown

    if what_if:
        _suppose(what_if, session, output, request, found, told)
        return EXIT_OK

    def report() -> Report:
        shown = eligibility_report(
            found,
            request,
            session.wording,
            tiers=_tiers(session, request),
            every_condition=session.verbose or request.tier is not None,
            again=quote_again(session, customer, inventory, reading),
        )
        return told(shown)

    deliver(
        session,
        output,
        lambda: _document(session, request, found),
        report,
        imprint_of(session, request.as_of),
    )
    return EXIT_OK if request.tier is None else _EXITS[found.decision(request.tier).verdict]


def _tell_what_open_rows_would(session: Session, request: Request, found: Eligibility) -> None:
    """Say which higher tier would be within reach if all open rows of the inventory counted."""
    order = (None, *session.catalog.tier_ids)
    for fleet in (each for each in session.fleets if each.to_settle):
        supposed = if_all_counts(fleet, request)
        within = (assess(session.catalog, each).highest_possible for each in supposed)
        best = max(within, key=order.index)
        if order.index(best) > order.index(found.highest_possible):
            text = session.phrases.say("stated.rows-would", tier=session.wording.tier(str(best)))
            session.remarks.append(Remark(text, "", text))


def _suppose(
    texts: list[str],
    session: Session,
    output: OutputOptions,
    request: Request,
    found: Eligibility,
    told: Callable[[Report], Report],
) -> None:
    """Deliver what other facts would change."""
    tiers = _tiers(session, request)
    suppositions = read_what_if(texts, session, request)
    deliver(
        session,
        output,
        lambda: what_if_document(found, suppositions, request, session.wording, __version__),
        lambda: told(what_if_report(found, suppositions, request, session.wording, tiers)),
        imprint_of(session, request.as_of),
    )


def _tiers(session: Session, request: Request) -> tuple[str, ...]:
    """The tier that is asked about, else all of them."""
    return (request.tier,) if request.tier is not None else session.catalog.tier_ids


def _judged(session: Session, request: Request) -> Eligibility:
    """What the request is eligible for; refused where it wants a term that no tier has."""
    refuse_term_not_offered(session.catalog, request.term_years)
    return assess(session.catalog, request)


def _document(session: Session, request: Request, found: Eligibility | None = None) -> Document:
    found = found or _judged(session, request)
    document = eligibility_document(found, request, session.wording, __version__)
    if request.tier is not None:
        document["tiers"] = [each for each in document["tiers"] if each["tier"] == request.tier]
    for fleet in session.fleets:
        document["inventory"] = amounts_document(fleet)
    return document


def _records(session: Session, request: Request, line: int) -> Table:
    decisions = _judged(session, request).tiers
    wanted = [each for each in decisions if request.tier in (None, each.tier)]
    return eligibility_records(wanted, request, line)
