"""`hp-priority diff`: what changed between two saved quotes, or two editions of the data."""

from pathlib import Path, PurePath
from typing import Annotated

import typer

from hp_priority_cli import __version__
from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.load import load_catalog
from hp_priority_cli.cli.clock import today
from hp_priority_cli.cli.deliver import chosen_format, deliver, imprint_of
from hp_priority_cli.cli.options import OutputOptions, takes
from hp_priority_cli.cli.session import Session
from hp_priority_cli.errors import (
    EXIT_CHANGED,
    EXIT_INPUT,
    EXIT_OK,
    Finding,
    InvalidData,
    UsageProblem,
)
from hp_priority_cli.presentation.paper.document import Imprint
from hp_priority_cli.readers.text import STANDARD_INPUT, is_folder, shown_name


@takes(OutputOptions)
def diff(
    session: Session,
    output: OutputOptions,
    old: Annotated[str | None, typer.Argument(metavar="OLD", help="argument.diff-old")] = None,
    new: Annotated[str | None, typer.Argument(metavar="NEW", help="argument.diff-new")] = None,
    against: Annotated[
        list[str] | None, typer.Option(metavar="DIR", help="option.against", show_default=False)
    ] = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="option.exit-code")] = False,
) -> int:
    """Compare what two paths hold; which comparison it is, the two of them tell."""
    chosen_format(output)
    if old is None or new is None:
        raise UsageProblem("diff-two")
    files = [path for path in (old, new) if _is_file(path)]
    if files and any(is_folder(path) for path in (old, new)):
        raise UsageProblem("diff-file", file=shown_name(files[0]))
    if files and against:
        raise UsageProblem("against-quotes", option="--against")
    if against and len(against) > 1:
        raise UsageProblem("against-twice", option="--against", file=shown_name(against[1]))
    if files:
        changed, is_whole = _compare_quotes(session, output, old, new), True
    else:
        changed, is_whole = _compare_editions(
            session, output, old, new, against[0] if against else None
        )
    if not is_whole:
        return EXIT_INPUT
    return EXIT_CHANGED if changed and exit_code else EXIT_OK


def _is_file(path: str) -> bool:
    """Whether a path is no folder; one that leads nowhere is, unless it is named like a quote."""
    if path == STANDARD_INPUT:
        return True
    try:
        there = Path(path).exists()
        return not Path(path).is_dir() if there else PurePath(path).suffix.lower() == ".json"
    except (OSError, ValueError):
        return False


def _compare_quotes(session: Session, output: OutputOptions, old: str, new: str) -> bool:
    """Deliver what changed between two saved quotes; whether anything did."""
    from hp_priority_cli.cli.saved import read_sound_quote
    from hp_priority_cli.evidence.changes import compare_answers
    from hp_priority_cli.presentation.documents.quote_diff import quote_diff_document
    from hp_priority_cli.presentation.views.quote_diff import quote_diff_report

    if old == new == STANDARD_INPUT:
        raise UsageProblem("diff-two")
    (before, _), (after, _) = (read_sound_quote(session, path) for path in (old, new))
    changes = compare_answers(before, after)
    deliver(
        session,
        output,
        lambda: quote_diff_document(before, after, changes, session.wording, __version__),
        lambda: quote_diff_report(before, after, changes, session.wording),
        imprint_of(session, None),
    )
    return bool(changes)


def _compare_editions(
    session: Session, output: OutputOptions, old: str, new: str, folder: str | None
) -> tuple[bool, bool]:
    """Deliver what changed between two folders of data, and what that does to saved files.

    Whether anything changed, and whether every file that was to be judged could be.
    """
    from hp_priority_cli.catalog.editions.compare import compare_editions
    from hp_priority_cli.presentation.changes import ChangeWording
    from hp_priority_cli.presentation.documents.diff import diff_document
    from hp_priority_cli.presentation.views.diff import diff_report

    before, after = _load(old, new)
    for catalog in (before, after):
        edition = catalog.document.edition
        session.note("note.catalog", folder=catalog.folder, edition=edition)
    changes = compare_editions(before, after)
    against = None
    if folder is not None:
        from hp_priority_cli.cli.against import Judging

        against = Judging(session, before, after, today()).folder(folder)
    wording = ChangeWording(before, after, session.phrases)
    deliver(
        session,
        output,
        lambda: diff_document(changes, wording, __version__, against),
        lambda: diff_report(changes, wording, against),
        Imprint(__version__),
    )
    return bool(changes), against is None or not against.unread


def _load(*folders: str) -> list[Catalog]:
    """The catalog of each folder; raises InvalidData with what is wrong in all of them."""
    catalogs: list[Catalog] = []
    findings: list[Finding] = []
    for folder in folders:
        try:
            catalogs.append(load_catalog(folder))
        except InvalidData as error:
            findings += [each for each in error.findings if each not in findings]
    if findings:
        raise InvalidData(findings)
    return catalogs
