"""`hp-priority check`: are these data files, requests and saved answers right, and where not."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from hp_priority_cli import __version__
from hp_priority_cli.cli.deliver import chosen_format, colour_of, write
from hp_priority_cli.cli.options import OutputOptions, takes
from hp_priority_cli.cli.session import Session
from hp_priority_cli.cli.values import one_of
from hp_priority_cli.errors import EXIT_DATA, EXIT_OK, UsageProblem
from hp_priority_cli.presentation.documents.check import check_document
from hp_priority_cli.presentation.documents.plain import to_json
from hp_priority_cli.presentation.findings.text import summary, to_text
from hp_priority_cli.presentation.findings.wording import FindingWording

if TYPE_CHECKING:
    from hp_priority_cli.checking.records import Checked, FailOn
    from hp_priority_cli.presentation.wording import Wording

_SEVERITIES: "tuple[FailOn, ...]" = ("error", "warning", "never")
_FOR_PEOPLE = ("text", "table")
"""Names of the one format that people read; the second is what a variable calls it for others."""
_FORMATS = ("text", "json", "github", "sarif", "junit", "table")
_SUFFIXES = {".txt": "text", ".json": "json", ".sarif": "sarif", ".xml": "junit"}
_WITH_SUMMARY = (*_FOR_PEOPLE, "json")
"""The formats that say themselves what was checked; beside others it goes to standard error."""
_FEW = 5
"""How much of what was passed over is named unless all of it is asked for."""


@dataclass(frozen=True, slots=True)
class FindingOptions(OutputOptions):
    """Where the findings go, and in which of their own formats."""

    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="text|json|github|sarif|junit",
            show_default=False,
            help="option.format-check",
        ),
    ] = None


@takes(FindingOptions)
def check(
    session: Session,
    output: FindingOptions,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE|DIR]...", help="argument.check")
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(metavar="error|warning|never", help="option.fail-on", show_default=False),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="option.strict-check")] = False,
) -> int:
    """Check files by their content; the exit code says whether any finding fails the run."""
    from hp_priority_cli.checking.run import check_paths

    chosen = chosen_format(output, _FORMATS, _SUFFIXES)
    least = _fail_on(fail_on, strict=strict)
    paths = files or []
    for path in paths:
        session.announce_input(path)
    checked, catalog = check_paths(paths, _data(session, paths), least)
    wording = FindingWording(checked, catalog, session.phrases)
    session.inputs.extend(file for each in checked.inputs for file in each.files)
    _tell_what_was_read(checked, session)
    text = _rendered(chosen, checked, wording, colour=colour_of(session, output))
    write(session, output, text.encode("utf-8", "replace"))
    if chosen not in _WITH_SUMMARY and not session.quiet:
        for line in summary(checked, wording):
            session.say(line)
    return EXIT_DATA if checked.failures else EXIT_OK


def _rendered(chosen: str, checked: "Checked", wording: "Wording", *, colour: bool) -> str:
    """The text in the format that was chosen."""
    if chosen in _FOR_PEOPLE:
        return to_text(checked, wording, colour=colour)
    return _for_programs()[chosen](checked, wording)


def _for_programs() -> "Mapping[str, Callable[[Checked, Wording], str]]":
    """The formats that programs read; XML and the rest are imported for them alone."""
    from hp_priority_cli.presentation.findings.github import to_github
    from hp_priority_cli.presentation.findings.junit import to_junit
    from hp_priority_cli.presentation.findings.sarif import to_sarif

    return {
        "json": lambda checked, wording: to_json(check_document(checked, wording, __version__)),
        "github": to_github,
        "sarif": to_sarif,
        "junit": to_junit,
    }


def _fail_on(stated: str | None, *, strict: bool) -> "FailOn":
    """The severity that fails the run."""
    found: FailOn | None = one_of("--fail-on", stated, _SEVERITIES)  # type: ignore[assignment]
    if strict and found not in (None, "warning"):
        raise UsageProblem("strict-and-fail-on", value=found)
    return "warning" if strict else found or "error"


def _data(session: Session, paths: list[str]) -> str | None:
    """The data folder of this run; with nothing named it is the one that lies here, if any."""
    if session.data is None and not paths and os.path.lexists("data"):
        return "data"
    return session.data


def _tell_what_was_read(checked: "Checked", session: Session) -> None:
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
