"""`hp-priority render`: a saved quote in any format and language; it is told, not judged again."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from hp_priority_cli.cli.deliver import chosen_format, deliver
from hp_priority_cli.cli.options import OutputOptions, takes
from hp_priority_cli.cli.saved import read_sound_quote
from hp_priority_cli.cli.session import Session
from hp_priority_cli.errors import EXIT_OK, UsageProblem
from hp_priority_cli.presentation.documents.plain import Document
from hp_priority_cli.presentation.paper.document import Imprint
from hp_priority_cli.presentation.report import Report

if TYPE_CHECKING:
    from hp_priority_cli.evidence.records import SavedAnswer
    from hp_priority_cli.presentation.saved_wording import SavedWording


@takes(OutputOptions)
def render(
    session: Session,
    output: OutputOptions,
    quote: Annotated[str | None, typer.Argument(metavar="QUOTE", help="argument.render")] = None,
) -> int:
    """Write a saved quote as `quote` itself would have written it on its day."""
    from hp_priority_cli.evidence.archive import described, no_longer_known
    from hp_priority_cli.presentation.saved_wording import SavedWording

    chosen_format(output)
    if quote is None:
        raise UsageProblem("render-none")
    answer, _ = read_sound_quote(session, quote)
    today = session.catalog
    answer = replace(answer, quotes=tuple(described(each, today) for each in answer.quotes))
    wording = SavedWording(answer, today, session.phrases)
    _deliver(session, output, answer, wording)
    gone = no_longer_known(answer, today)
    if gone:
        session.advise("note.no-longer-known", names=session.phrases.all_of(gone))
    elif wording.fell_back:
        session.advise("note.as-it-was-told")
    return EXIT_OK


def _deliver(
    session: Session, output: OutputOptions, answer: "SavedAnswer", wording: "SavedWording"
) -> None:
    """The one quote, or those for several terms."""
    from hp_priority_cli.presentation.documents.quote import quote_document, quotes_document
    from hp_priority_cli.presentation.documents.retold import retold
    from hp_priority_cli.presentation.views.quote import quote_report
    from hp_priority_cli.presentation.views.quote_diff import replaced
    from hp_priority_cli.presentation.views.terms import terms_report

    origin, request = answer.origin, answer.request

    def told_again() -> Document:
        if answer.is_several:
            return quotes_document(answer.quotes, answer.refused, request, origin, wording)
        return quote_document(answer.quotes[0], wording)

    def report() -> Report:
        quotes = [each.quote for each in answer.quotes]
        if answer.is_several:
            told = terms_report(quotes, answer.refused, request, wording)
        else:
            told = quote_report(quotes[0], request, wording, verbose=session.verbose)
        return replaced(told, origin.revises, wording)

    deliver(
        session,
        output,
        lambda: retold(answer.document, told_again()),
        report,
        Imprint(origin.tool_version, origin.edition.edition, origin.as_of),
        is_saved=True,
    )
