"""One answer to where it belongs, in the format asked for. A file's suffix chooses its format."""

from collections.abc import Callable, Mapping
from pathlib import PurePath

from hp_priority_cli.cli.options import FileOptions, OutputOptions
from hp_priority_cli.cli.session import Session
from hp_priority_cli.cli.values import one_of, variable
from hp_priority_cli.errors import UsageProblem
from hp_priority_cli.presentation.csv import to_csv
from hp_priority_cli.presentation.documents.plain import Document, to_json
from hp_priority_cli.presentation.report import Report
from hp_priority_cli.writers.files import write_file
from hp_priority_cli.writers.streams import write_standard_output

FORMATS = ("table", "json", "csv", "markdown")
_SUFFIXES = {".json": "json", ".md": "markdown", ".csv": "csv", ".txt": "table"}


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
) -> None:
    """Make the one text that is asked for and write it whole."""
    chosen = chosen_format(output)
    if chosen == "json":
        text = to_json(document())
    elif chosen == "csv":
        text = to_csv(report().records)
    elif chosen == "markdown":
        from hp_priority_cli.presentation.markdown import to_markdown

        text = to_markdown(report(), session.phrases)
    else:
        text = _for_screen(report(), session, output)
    write(session, output, text.encode("utf-8", "replace"))


def colour_of(session: Session, output: OutputOptions) -> bool:
    """Whether an answer is coloured where it goes; a file only where it was asked for."""
    return session.colour if output.output in (None, "-") else session.color == "always"


def _for_screen(report: Report, session: Session, output: OutputOptions) -> str:
    from hp_priority_cli.presentation.screen import to_screen

    whole = session.verbose or output.output not in (None, "-")
    colour = colour_of(session, output)
    return to_screen(report, session.phrases, width=session.width, colour=colour, whole=whole)


def write(session: Session, output: OutputOptions | FileOptions, content: bytes) -> None:
    """The content to the file of `--output`, else to standard output."""
    if output.output is None or output.output == "-":
        write_standard_output(content)
    else:
        write_file(output.output, [content], force=output.force)
        session.note("note.written", file=output.output)
