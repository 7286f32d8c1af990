"""`hp-priority eligible`: which tiers may this customer buy, why, what is missing, what to ask."""

from typing import Annotated

import typer

from hp_priority_cli import __version__
from hp_priority_cli.cli.batch import run_batch
from hp_priority_cli.cli.clock import today
from hp_priority_cli.cli.customer import file_of_all, read_customer
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
from hp_priority_cli.cli.session import Session
from hp_priority_cli.cli.what_if import read_what_if
from hp_priority_cli.customer.records import Request
from hp_priority_cli.eligibility.assess import assess
from hp_priority_cli.eligibility.records import Eligibility, Verdict
from hp_priority_cli.errors import EXIT_CONDITIONAL, EXIT_NO, EXIT_OK, UsageProblem
from hp_priority_cli.presentation.documents.eligibility import (
    eligibility_document,
    what_if_document,
)
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
    what_if: Annotated[
        list[str] | None,
        typer.Option(metavar="FACT=VALUE[,...]", help="option.what-if", show_default=False),
    ] = None,
) -> int:
    """Judge a customer; with a tier named, the exit code is its verdict."""
    if batch.batch is not None:
        if what_if:
            raise UsageProblem("what-if-batch")
        refuse_batch(inventory, reading)
        return run_batch(session, batch.batch, customer, output, _document, _records, tier=tier)
    chosen_format(output)
    count = counting(inventory, reading, session)
    request = read_customer(customer, session, today(), force=output.force, count=count, tier=tier)
    found = assess(session.catalog, request)
    tiers = (request.tier,) if request.tier is not None else session.catalog.tier_ids
    if what_if:
        _suppose(what_if, session, output, request, found, tiers)
        return EXIT_OK

    def report() -> Report:
        shown = eligibility_report(
            found,
            request,
            session.wording,
            tiers=tiers,
            every_condition=session.verbose or request.tier is not None,
            saved=file_of_all(customer, is_alone=count is None),
        )
        by_request = request.tier is not None and tier is None
        return told_of_its_request(shown, session.wording) if by_request else shown

    deliver(
        session,
        output,
        lambda: _document(session, request, found),
        report,
        imprint_of(session, request.as_of),
    )
    return EXIT_OK if request.tier is None else _EXITS[found.decision(request.tier).verdict]


def _suppose(
    texts: list[str],
    session: Session,
    output: OutputOptions,
    request: Request,
    found: Eligibility,
    tiers: tuple[str, ...],
) -> None:
    """Deliver what other facts would change."""
    suppositions = read_what_if(texts, session, request)
    deliver(
        session,
        output,
        lambda: what_if_document(found, suppositions, request, session.wording, __version__),
        lambda: what_if_report(found, suppositions, request, session.wording, tiers),
        imprint_of(session, request.as_of),
    )


def _document(session: Session, request: Request, found: Eligibility | None = None) -> Document:
    found = found or assess(session.catalog, request)
    document = eligibility_document(found, request, session.wording, __version__)
    if request.tier is not None:
        document["tiers"] = [each for each in document["tiers"] if each["tier"] == request.tier]
    return document


def _records(session: Session, request: Request, line: int) -> Table:
    decisions = assess(session.catalog, request).tiers
    wanted = [each for each in decisions if request.tier in (None, each.tier)]
    return eligibility_records(wanted, request, line)
