"""`hp-priority diff`: what changed between two editions of the data, in the words of the trade."""

from pathlib import Path
from typing import Annotated

import typer

from hp_priority_cli import __version__
from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.load import load_catalog
from hp_priority_cli.cli.deliver import chosen_format, deliver
from hp_priority_cli.cli.options import OutputOptions, takes
from hp_priority_cli.cli.session import Session
from hp_priority_cli.errors import EXIT_CHANGED, EXIT_OK, Finding, InvalidData, UsageProblem
from hp_priority_cli.presentation.paper.document import Imprint
from hp_priority_cli.readers.text import STANDARD_INPUT, shown_name


@takes(OutputOptions)
def diff(
    session: Session,
    output: OutputOptions,
    old: Annotated[str | None, typer.Argument(metavar="OLD", help="argument.diff-old")] = None,
    new: Annotated[str | None, typer.Argument(metavar="NEW", help="argument.diff-new")] = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="option.exit-code")] = False,
) -> int:
    """Compare what two paths hold; which comparison it is, the two of them tell."""
    chosen_format(output)
    if old is None or new is None:
        raise UsageProblem("diff-two")
    for path in (old, new):
        if _is_file(path):
            raise UsageProblem("diff-file", file=shown_name(path))
    changed = _compare_editions(session, output, old, new)
    return EXIT_CHANGED if changed and exit_code else EXIT_OK


def _is_file(path: str) -> bool:
    """Whether a path is there and is no folder; one that leads nowhere is taken for a folder."""
    try:
        return path == STANDARD_INPUT or (Path(path).exists() and not Path(path).is_dir())
    except (OSError, ValueError):
        return False


def _compare_editions(session: Session, output: OutputOptions, old: str, new: str) -> bool:
    """Deliver what changed between two folders of data; whether anything did."""
    from hp_priority_cli.catalog.editions.compare import compare_editions
    from hp_priority_cli.presentation.changes import ChangeWording
    from hp_priority_cli.presentation.documents.diff import diff_document
    from hp_priority_cli.presentation.views.diff import diff_report

    before, after = _load(old, new)
    for catalog in (before, after):
        edition = catalog.document.edition
        session.note("note.catalog", folder=catalog.folder, edition=edition)
    changes = compare_editions(before, after)
    wording = ChangeWording(before, after, session.phrases)
    deliver(
        session,
        output,
        lambda: diff_document(changes, wording, __version__),
        lambda: diff_report(changes, wording),
        Imprint(__version__),
    )
    return bool(changes)


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
