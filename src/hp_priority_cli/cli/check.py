"""`hp-priority check`: are these data files, requests and saved answers right, and where not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hp_priority_cli import __version__
from hp_priority_cli.cli.deliver import chosen_format, write
from hp_priority_cli.cli.options import OutputOptions, takes
from hp_priority_cli.cli.session import Session
from hp_priority_cli.cli.values import one_of
from hp_priority_cli.errors import EXIT_DATA, EXIT_OK, UsageProblem
from hp_priority_cli.presentation.documents.check import check_document
from hp_priority_cli.presentation.documents.plain import to_json
from hp_priority_cli.presentation.findings import FindingWording, summary, to_text

if TYPE_CHECKING:
    from hp_priority_cli.checking.records import Checked, FailOn
    from hp_priority_cli.presentation.wording import Wording

_SEVERITIES: "tuple[FailOn, ...]" = ("error", "warning", "never")
FORMATS: "Mapping[str, Callable[[Checked, Wording], str]]" = {
    "text": to_text,
    "json": lambda checked, wording: to_json(check_document(checked, wording, __version__)),
}
"""The formats by name; the first is that of a person, whose variable may call it a table."""
_SUFFIXES = {".txt": "text", ".json": "json"}
_SAY_WHAT_WAS_CHECKED = ("text", "json")
"""The formats that hold the summary; for the others it goes to standard error."""
_FEW = 5


@dataclass(frozen=True, slots=True)
class FindingOptions(OutputOptions):
    """Where the findings go, and in which of their own formats."""

    format: Annotated[
        str | None,
        typer.Option(
            "--format", "-f", metavar="FORMAT", show_default=False, help="option.format-check"
        ),
    ] = None


@takes(FindingOptions)
def check(
    session: Session,
    output: FindingOptions,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE or DIR]...", help="argument.check")
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(metavar="error|warning|never", help="option.fail-on", show_default=False),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="option.strict-check")] = False,
) -> int:
    """Check files by their content; the exit code says whether any finding fails the run."""
    from hp_priority_cli.checking.run import check_paths

    chosen = chosen_format(output, (*FORMATS, "table"), _SUFFIXES)
    least = _fail_on(fail_on, strict=strict)
    paths = files or []
    session.announce_input("-" if "-" in paths else None)
    checked, catalog = check_paths(paths, _data(session, paths), least)
    wording = FindingWording(checked, catalog, session.phrases)
    _tell(checked, session)
    if chosen in ("text", "table"):
        to_file = output.output not in (None, "-")
        colour = session.color == "always" if to_file else session.colour
        text = to_text(checked, wording, colour=colour)
    else:
        text = FORMATS[chosen](checked, wording)
    write(session, output, text.encode("utf-8", "replace"))
    if chosen not in (*_SAY_WHAT_WAS_CHECKED, "table") and not session.quiet:
        for line in summary(checked, wording):
            session.say(line)
    return EXIT_DATA if checked.failures else EXIT_OK


def _fail_on(stated: str | None, *, strict: bool) -> "FailOn":
    """The severity that fails the run."""
    found: FailOn | None = one_of("--fail-on", stated, _SEVERITIES)  # type: ignore[assignment]
    if strict and found not in (None, "warning"):
        raise UsageProblem("strict-and-fail-on", value=found)
    return "warning" if strict else found or "error"


def _data(session: Session, paths: list[str]) -> str | None:
    """The data folder of this run; with nothing named it is the one that lies here, if any."""
    if session.data is None and not paths and Path("data").exists():
        return "data"
    return session.data


def _tell(checked: "Checked", session: Session) -> None:
    """Say what was read and what was passed over."""
    for each in checked.inputs:
        for file in each.files:
            session.note("note.read", file=file, kind=each.kind)
    skipped = list(checked.skipped)
    if skipped and not session.verbose and len(skipped) > _FEW:
        more = session.phrases.count("count.passed-over", len(skipped) - _FEW)
        skipped = [*skipped[:_FEW], more]
    if skipped:
        session.advise("note.passed-over", files=session.phrases.all_of(skipped))
