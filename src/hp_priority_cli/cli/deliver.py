"""One answer to where it belongs, in the format asked for. A file's suffix chooses its format."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import PurePath

from hp_priority_cli import __version__
from hp_priority_cli.cli.options import FileOptions, OutputOptions
from hp_priority_cli.cli.session import Session, terminal_height
from hp_priority_cli.cli.values import one_of, variable
from hp_priority_cli.errors import UsageProblem
from hp_priority_cli.presentation.confirmations import SHARE
from hp_priority_cli.presentation.csv import to_csv
from hp_priority_cli.presentation.documents.plain import Document, to_json
from hp_priority_cli.presentation.paper.document import Imprint, as_document
from hp_priority_cli.presentation.report import Line, Report, with_commands, with_lines
from hp_priority_cli.writers.files import write_file
from hp_priority_cli.writers.streams import SHOWN_NAME, is_terminal, write_standard_output

FORMATS = ("table", "json", "csv", "markdown", "html", "xlsx", "pdf")
_SUFFIXES = {
    ".json": "json",
    ".md": "markdown",
    ".csv": "csv",
    ".txt": "table",
    ".html": "html",
    ".xlsx": "xlsx",
    ".pdf": "pdf",
}
_BINARY = ("xlsx", "pdf")
_FILE_WIDTH = 80
"""The columns of a table in a file, the same whatever terminal it was made in."""


def chosen_format(
    output: OutputOptions,
    formats: tuple[str, ...] = FORMATS,
    suffixes: Mapping[str, str] = _SUFFIXES,
) -> str:
    """The format asked for: by `--json`, `--format`, the suffix, the variable, or else the first
    of `formats`.
    """
    if output.json and output.format not in (None, "json"):
        raise UsageProblem("two-formats", format=output.format)
    stated = "json" if output.json else one_of("--format", output.format, formats)
    if stated is not None:
        return stated
    if output.output not in (None, "-"):
        return _format_of(str(output.output), suffixes)
    return one_of("HP_PRIORITY_FORMAT", variable("FORMAT"), formats) or formats[0]


def is_for_screen(output: OutputOptions) -> bool:
    """Whether the answer is a table on standard output: all else is a document."""
    return chosen_format(output) == "table" and output.output in (None, "-")


def _format_of(file: str, suffixes: Mapping[str, str]) -> str:
    suffix = PurePath(file).suffix.lower()
    if suffix not in suffixes:
        raise UsageProblem("suffix", file=file, choices=tuple(suffixes))
    return suffixes[suffix]


def deliver(
    session: Session,
    output: OutputOptions,
    document: Callable[[], Document],
    report: Callable[[], Report],
    imprint: Imprint,
    *,
    is_saved: bool = False,
) -> None:
    """Make the one answer that is asked for and write it whole.

    One that was saved is the document that it was on a screen too.
    """
    chosen = chosen_format(output)
    if chosen in _BINARY and output.output in (None, "-") and is_terminal(1):
        raise UsageProblem("binary-on-terminal", format=chosen)
    if chosen in ("json", "csv"):
        session.tell_remarks()
    report = _with_remarks(report, session)
    if chosen == "json":
        text = to_json(document())
    elif chosen == "csv":
        text = to_csv(report().records)
    elif chosen == "table" and output.output in (None, "-"):
        shown = as_document(report(), imprint, session.phrases) if is_saved else report()
        colour, whole = session.colour, is_saved or session.verbose
        text = _for_screen(shown, session, session.width, colour=colour, whole=whole)
    else:
        write(session, output, _on_paper(chosen, report(), session, output, imprint))
        return
    write(session, output, text.encode("utf-8", "replace"))


_OTHER_EXPORT = dict.fromkeys(("--pcs N", "--printers N", SHARE), "--inventory FILE")
"""What states devices that no export lists yet: a base that is counted takes no number beside it.
"""


def _with_remarks(report: Callable[[], Report], session: Session) -> Callable[[], Report]:
    """The report, with what is to be known of the base beside what was stated."""

    def told() -> Report:
        lines = tuple(
            Line(each.text, tone="open", command=each.command, is_hint=each.for_the_seller)
            for each in session.remarks
        )
        said = with_commands(report(), _OTHER_EXPORT) if session.fleets else report()
        shown = with_lines(said, session.phrases.say("label.stated"), lines)
        if shown == said:
            session.tell_remarks()
        session.remarks.clear()
        return shown

    return told


def imprint_of(session: Session, day: date | None) -> Imprint:
    """The imprint of an answer of this run, judged on `day` by the data of the session."""
    return Imprint(__version__, session.catalog.document.edition, day)


def _on_paper(
    chosen: str, report: Report, session: Session, output: OutputOptions, imprint: Imprint
) -> bytes:
    """The report as a document in the format chosen; what makes it is imported for it alone."""
    phrases, name = session.phrases, output.output or SHOWN_NAME
    paper = as_document(report, imprint, phrases)
    if chosen == "pdf":
        from hp_priority_cli.presentation.paper.pdf import to_pdf

        return to_pdf(paper, phrases, imprint.day, name)
    if chosen == "xlsx":
        from hp_priority_cli.presentation.paper.workbook import to_workbook

        return to_workbook(paper, phrases, imprint.day, name)
    if chosen == "html":
        from hp_priority_cli.presentation.paper.html import to_html

        return to_html(paper, phrases).encode("utf-8", "replace")
    if chosen == "markdown":
        from hp_priority_cli.presentation.markdown import to_markdown

        return to_markdown(paper, phrases).encode("utf-8", "replace")
    colour = colour_of(session, output)
    return _for_screen(paper, session, _FILE_WIDTH, colour=colour).encode("utf-8", "replace")


def colour_of(session: Session, output: OutputOptions) -> bool:
    """Whether an answer is coloured where it goes; a file only where it was asked for."""
    return session.colour if output.output in (None, "-") else session.color == "always"


def _for_screen(
    report: Report, session: Session, width: int, *, colour: bool, whole: bool = True
) -> str:
    from hp_priority_cli.presentation.screen import to_screen

    height = terminal_height()
    return to_screen(
        report, session.phrases, width=width, height=height, colour=colour, whole=whole
    )


def write(session: Session, output: OutputOptions | FileOptions, content: bytes) -> None:
    """The content to the file of `--output`, else to standard output."""
    if output.output is None or output.output == "-":
        write_standard_output(content)
    else:
        session.refuse_over_input(output.output)
        write_file(output.output, [content], force=output.force)
        session.note("note.written", file=output.output)
