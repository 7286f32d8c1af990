"""`hp-priority quote`: which parts, how many, for which term, under which reserves."""

from typing import Annotated

import typer

from hp_priority_cli import __version__
from hp_priority_cli.cli.batch import run_batch
from hp_priority_cli.cli.clock import today
from hp_priority_cli.cli.customer import read_customer
from hp_priority_cli.cli.deliver import chosen_format, deliver
from hp_priority_cli.cli.options import BatchOptions, CustomerOptions, OutputOptions, takes
from hp_priority_cli.cli.session import Session
from hp_priority_cli.cli.values import day, one_of, years
from hp_priority_cli.customer.records import Request
from hp_priority_cli.eligibility.assess import assess
from hp_priority_cli.errors import EXIT_CONDITIONAL, EXIT_NO, EXIT_OK, UsageProblem
from hp_priority_cli.presentation.documents.plain import Document
from hp_priority_cli.presentation.documents.quote import quote_document
from hp_priority_cli.presentation.views.choices import choices_report
from hp_priority_cli.presentation.views.quote import quote_report
from hp_priority_cli.quoting.choices import quotable
from hp_priority_cli.quoting.quote import build_quote, not_eligible
from hp_priority_cli.quoting.records import Quote

_ORDER_UNITS = ("device", "contract")


@takes(CustomerOptions, BatchOptions, OutputOptions)
def quote(
    session: Session,
    customer: CustomerOptions,
    batch: BatchOptions,
    output: OutputOptions,
    tier: Annotated[
        str | None, typer.Option(metavar="TIER", help="option.tier", show_default=False)
    ] = None,
    term: Annotated[
        str | None,
        typer.Option("--years", metavar="N", help="option.years", show_default=False),
    ] = None,
    purchase_date: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="option.purchase-date", show_default=False),
    ] = None,
    order_unit: Annotated[
        str | None,
        typer.Option(metavar="device|contract", help="option.order-unit", show_default=False),
    ] = None,
    draft: Annotated[bool, typer.Option("--draft", help="option.draft")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="option.strict")] = False,
) -> int:
    """Quote one tier for one term, or refuse and say what would work."""
    more = {
        "tier": tier,
        "term_years": years(term),
        "purchase_date": day("--purchase-date", purchase_date),
        "order_unit": one_of("--order-unit", order_unit, _ORDER_UNITS),
    }

    def made(session: Session, request: Request) -> Quote:
        _require_tier_and_term(session, request)
        return build_quote(session.catalog, request, draft=draft)

    def document(session: Session, request: Request) -> Document:
        return quote_document(made(session, request), request, session.wording, __version__)

    if batch.batch is not None:
        return run_batch(session, batch.batch, customer, output, document, None, **more)
    as_table = chosen_format(output) == "table" and output.output in (None, "-")
    request = read_customer(customer, session, today(), force=output.force, **more)
    if as_table and not draft and None in (request.tier, request.term_years):
        return _offer_choices(session, output, request, customer.save_request, strict=strict)
    found = made(session, request)
    deliver(
        session,
        output,
        lambda: quote_document(found, request, session.wording, __version__),
        lambda: quote_report(found, request, session.wording),
    )
    return EXIT_CONDITIONAL if strict and found.status == "conditional" else EXIT_OK


def _offer_choices(
    session: Session,
    output: OutputOptions,
    request: Request,
    saved: str | None,
    *,
    strict: bool,
) -> int:
    """Show what could be quoted where the tier or the term is still to be chosen."""
    eligibility = assess(session.catalog, request)
    choices = quotable(session.catalog, request, eligibility)
    if not choices and request.tier is not None:
        raise not_eligible(eligibility, request.tier)
    report = choices_report(choices, eligibility, request, session.wording, saved)
    deliver(session, output, dict, lambda: report)
    if not choices:
        return EXIT_NO
    conditional = any(each.decision.verdict == "conditional" for each in choices)
    return EXIT_CONDITIONAL if strict and conditional else EXIT_OK


def _require_tier_and_term(session: Session, request: Request) -> None:
    if request.tier is None:
        raise UsageProblem("no-tier", choices=session.catalog.tier_ids)
    if request.term_years is None:
        raise UsageProblem("no-term", terms=session.catalog.terms)
