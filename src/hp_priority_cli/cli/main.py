"""One run of the command line: the only place that catches, and the only one that knows exit codes.

Whatever happens, the user gets one message and a documented code, never a traceback and never the
interpreter's own 1 or 120.
"""

import io
import os
import re
import signal
import traceback
from collections.abc import Iterator
from contextlib import redirect_stdout
from itertools import pairwise
from textwrap import fill
from types import FrameType

# Of the Click that Typer carries: the class of every complaint about a command line.
from typer._click.exceptions import ClickException

from hp_priority_cli import errors
from hp_priority_cli.cli.app import build_command
from hp_priority_cli.cli.language import language_of
from hp_priority_cli.cli.session import Run, finding_line
from hp_priority_cli.cli.wrong_use import refuse_second_output, refuse_second_source, wrong_use
from hp_priority_cli.errors import ReaderGone, UserError
from hp_priority_cli.presentation.clean import clean
from hp_priority_cli.presentation.documents.error import error_document
from hp_priority_cli.presentation.documents.plain import to_json
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.views.failures import error_details
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.writers.streams import (
    SHOWN_NAME,
    is_terminal,
    write_standard_error,
    write_standard_output,
)

_FORMAT = re.compile(r"(?:--format(?:=|$)|-[hqvV]*f)(.*)")
"""The option of the format with what is attached to it, after other short options or alone."""


class Terminated(BaseException):
    """Somebody asked the process to end."""


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code."""
    signal.signal(signal.SIGTERM, _terminate)
    try:
        return _reported(arguments)
    except ReaderGone:
        return errors.EXIT_READER_GONE
    except KeyboardInterrupt:
        return errors.EXIT_INTERRUPTED
    except Terminated:
        return errors.EXIT_TERMINATED
    except Exception as error:  # noqa: BLE001 - even the wording of an error failed
        trace = traceback.format_exc() if "--debug" in arguments else ""
        write_standard_error(f"{trace}hp-priority: internal fault: {error!r}\n")
        return errors.EXIT_DEFECT


def _terminate(_number: int, _frame: FrameType | None) -> None:
    raise Terminated


def _reported(arguments: list[str]) -> int:
    """The exit code of a run, every error worded on the way."""
    current = Run(Phrases(language_of(arguments, os.environ)))
    try:
        return _invoke(arguments, current)
    except UserError as error:
        return _report(error, arguments, current)
    except ClickException as error:
        return _report(wrong_use(error, arguments), arguments, current)
    except Exception as error:  # noqa: BLE001 - the last net: a defect of ours, worded as one
        return _defect(error, arguments, current)


def _invoke(arguments: list[str], current: Run) -> int:
    """Run Typer, its own output (help, version) held back and written by us like any other."""
    refuse_second_output(arguments)
    refuse_second_source(arguments)
    held = _Held()
    with redirect_stdout(held):
        command = build_command()
        code = command.main(arguments, prog_name="hp-priority", standalone_mode=False, obj=current)
    text = held.getvalue()
    if text:
        write_standard_output(text.encode("utf-8", "replace"))
    return code if isinstance(code, int) else errors.EXIT_OK


class _Held(io.StringIO):
    """Standard output held back. No terminal, so that Typer puts neither colour nor pager in it."""

    def fileno(self) -> int:
        raise OSError

    def isatty(self) -> bool:
        return False


def _report(error: UserError, arguments: list[str], current: Run) -> int:
    """Say what is wrong on standard error, and as JSON on standard output where asked for."""
    wording = Wording(current.catalog, current.phrases)
    write_standard_error("".join(f"{_fitted(line)}\n" for line in _lines(error, wording)))
    if _asks_for_json(arguments) and error.values.get("target") != SHOWN_NAME:
        text = to_json(error_document(error, wording))
        try:
            write_standard_output(text.encode("utf-8", "replace"))
        except UserError as failed:
            return _report(failed, [], current)
    return error.exit_code


def _fitted(line: str) -> str:
    """A message for standard error: wrapped at words on a terminal, one line anywhere else."""
    shown = clean(line)
    if not is_terminal(2):
        return shown
    width = os.get_terminal_size(2).columns or len(shown)
    indent = max(len(shown) - len(shown.lstrip(" -")), 2)
    return fill(
        shown,
        width,
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _lines(error: UserError, wording: Wording) -> Iterator[str]:
    """What is wrong, each problem with its remedy; a remedy that several share after the last."""
    problems = (error, *error.further)
    remedies = [wording.error_remedy(each) for each in problems]
    for n, (problem, remedy) in enumerate(zip(problems, remedies, strict=True), 1):
        yield from _messages(problem, wording)
        yield from error_details(problem, wording)
        if remedy is not None and remedy not in remedies[n:]:
            yield remedy


def _messages(error: UserError, wording: Wording) -> Iterator[str]:
    told: set[tuple[str, object]] = set()
    for finding in error.findings:
        choices = finding.spot.file, finding.values.get("known")
        again = finding.code == "unknown-key" and choices in told and not finding.values.get("near")
        told.add(choices)
        yield finding_line(finding, wording, with_remedy=not again)
    if not error.findings:
        say = wording.phrases.say
        yield f"{say('label.record', label=say('severity.error'))} {wording.error(error)}"


def _defect(error: Exception, arguments: list[str], current: Run) -> int:
    """One line that asks to report a fault of ours; the trace only for `--debug`."""
    if "--debug" in arguments:
        write_standard_error(traceback.format_exc())
    what = f"{type(error).__name__}: {error}".partition("\n")[0]
    failure = UserError("defect", errors.EXIT_DEFECT, {"what": what})
    return _report(failure, arguments, current)


def _asks_for_json(arguments: list[str]) -> bool:
    """Whether the arguments or the environment ask for JSON, told even where they are malformed."""
    wanted = os.environ.get("HP_PRIORITY_FORMAT")
    for word, following in pairwise([*arguments, ""]):
        if word == "--json":
            return True
        if found := _FORMAT.fullmatch(word):
            wanted = found[1] or following
    return wanted == "json"
