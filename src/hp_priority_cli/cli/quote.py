"""`hp-priority quote`: which parts, how many, for which term, at what price, what is reserved."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

import typer

from hp_priority_cli.cli.again import quote_again
from hp_priority_cli.cli.batch import run_batch
from hp_priority_cli.cli.clock import today
from hp_priority_cli.cli.customer import read_customer
from hp_priority_cli.cli.deliver import deliver, imprint_of, is_for_screen
from hp_priority_cli.cli.fleet import counting, refuse_batch
from hp_priority_cli.cli.options import (
    BatchOptions,
    CustomerOptions,
    FleetOptions,
    InventoryOptions,
    OutputOptions,
    PriceOptions,
    takes,
)
from hp_priority_cli.cli.prices import price_facts
from hp_priority_cli.cli.quoting import Quoting
from hp_priority_cli.cli.revision import Revision, read_revision
from hp_priority_cli.cli.session import Session
from hp_priority_cli.cli.values import day, terms
from hp_priority_cli.customer.records import Request
from hp_priority_cli.eligibility.assess import assess
from hp_priority_cli.errors import EXIT_CONDITIONAL, EXIT_NO, EXIT_OK, UsageProblem
from hp_priority_cli.evidence.records import Evidence
from hp_priority_cli.presentation.documents.quote import quote_document
from hp_priority_cli.presentation.report import Report
from hp_priority_cli.presentation.views.choices import choices_report
from hp_priority_cli.presentation.views.quote import quote_report
from hp_priority_cli.presentation.views.terms import terms_report
from hp_priority_cli.quoting.choices import quotable
from hp_priority_cli.quoting.quote import not_eligible


@takes(CustomerOptions, InventoryOptions, FleetOptions, PriceOptions, BatchOptions, OutputOptions)
def quote(
    session: Session,
    customer: CustomerOptions,
    inventory: InventoryOptions,
    reading: FleetOptions,
    prices: PriceOptions,
    batch: BatchOptions,
    output: OutputOptions,
    tier: Annotated[
        str | None, typer.Option(metavar="TIER", help="option.asked-tier", show_default=False)
    ] = None,
    term: Annotated[
        str | None,
        typer.Option("--years", metavar="N[,N]|all", help="option.terms", show_default=False),
    ] = None,
    purchase_date: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="option.purchase-date", show_default=False),
    ] = None,
    draft: Annotated[bool, typer.Option("--draft", help="option.draft")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="option.strict")] = False,
    revises: Annotated[
        str | None, typer.Option(metavar="FILE", help="option.revises", show_default=False)
    ] = None,
) -> int:
    """Quote one tier for one term, or terms side by side; or refuse and say what would work."""
    wanted = terms(term)
    quoting = Quoting(session, prices, wanted, draft=draft, strict=strict)
    more = {
        "tier": tier,
        "term_years": None if wanted is None else wanted.only,
        "purchase_date": day("--purchase-date", purchase_date),
        **price_facts(prices),
    }
    if batch.batch is not None:
        _refuse_with_batch(prices, revises)
        refuse_batch(inventory, reading)
        answer = quoting.document
        code = run_batch(session, batch.batch, customer, output, answer, None, **more)
        return code or quoting.exit_code()
    on_screen = is_for_screen(output)
    again = None if wanted is None else wanted.again
    more |= {"again": again, "count": counting(inventory, reading, session)}
    request = read_customer(customer, session, today(), force=output.force, **more)
    revision = read_revision(session, revises, has_start=bool(customer.request or tier))
    if quoting.takes_several(request):
        return _side_by_side(output, quoting, request, revision)
    is_open = None in (request.tier, request.term_years) and not draft
    if on_screen and is_open and not quoting.is_about_prices and revision is None:
        stated = (customer, inventory, reading, prices)
        return _offer_choices(
            output, quoting, request, quote_again(session, *stated, purchase_date=purchase_date)
        )
    evidence = quoting.evidence(request)
    if revision is not None:
        evidence = revision.linked(evidence)
    found = evidence.quote
    quoting.note_idle_discounts([found], request)
    quoting.request_prices([found], request, force=output.force)
    deliver(
        session,
        output,
        lambda: quote_document(evidence, session.wording),
        lambda: _told(
            quote_report(found, request, session.wording, verbose=session.verbose),
            revision,
            [evidence],
            session,
            on_screen=on_screen,
        ),
        imprint_of(session, request.as_of),
    )
    return quoting.finish(output)


def _refuse_with_batch(prices: PriceOptions, revises: str | None) -> None:
    """Refuse what goes with one quote alone."""
    if prices.price_request is not None:
        raise UsageProblem("price-request-batch")
    if revises is not None:
        raise UsageProblem("revises-batch")


def _told(
    report: Report,
    revision: Revision | None,
    made: Sequence[Evidence],
    session: Session,
    *,
    on_screen: bool,
) -> Report:
    """The report, with what has changed where the quotes revise others."""
    if revision is None:
        return report
    return revision.told(report, made, session.wording, on_screen=on_screen)


def _side_by_side(
    output: OutputOptions, quoting: Quoting, request: Request, revision: Revision | None
) -> int:
    """Deliver the quotes for several terms in one answer."""
    session = quoting.session
    quoting.revises = None if revision is None else revision.link
    request = replace(request, term_years=None)
    made, refused = quoting.evidences(request)
    found = [each.quote for each in made]
    quoting.note_idle_discounts(found, request)
    quoting.request_prices(found, request, force=output.force)
    deliver(
        session,
        output,
        lambda: quoting.quotes_document(made, refused, request),
        lambda: _told(
            terms_report(found, refused, request, session.wording),
            revision,
            made,
            session,
            on_screen=is_for_screen(output),
        ),
        imprint_of(session, request.as_of),
    )
    return quoting.finish(output)


def _offer_choices(
    output: OutputOptions, quoting: Quoting, request: Request, again: str | None
) -> int:
    """Show what could be quoted where the tier or the term is still to be chosen."""
    session = quoting.session
    eligibility = assess(session.catalog, request)
    choices = quotable(session.catalog, request, eligibility)
    if not choices and request.tier is not None:
        raise not_eligible(eligibility, request.tier)
    tiers = tuple(choice.decision.tier for choice in choices)
    is_priced = bool(tiers) and bool(quoting.shelf.books(request))
    prices = quoting.step_up(tiers, request) if is_priced else None
    report = choices_report(choices, eligibility, request, session.wording, again, prices)
    deliver(session, output, dict, lambda: report, imprint_of(session, request.as_of))
    if not choices:
        return EXIT_NO
    conditional = any(each.decision.verdict == "conditional" for each in choices)
    return EXIT_CONDITIONAL if quoting.strict and conditional else EXIT_OK
