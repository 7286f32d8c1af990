"""What holds for one run of the command: its language, its catalog, how much it says and where."""

import os
import shlex
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.load import load_catalog
from hp_priority_cli.cli.values import one_of, variable
from hp_priority_cli.errors import Finding, UsageProblem, UserError, first_findings
from hp_priority_cli.presentation.clean import clean
from hp_priority_cli.presentation.phrases import LANGUAGES, Phrases
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.writers.streams import is_terminal, write_standard_error

if TYPE_CHECKING:
    from hp_priority_cli.cli.options import GlobalOptions
    from hp_priority_cli.customer.fleet.records import Fleet
    from hp_priority_cli.readers.used import UsedFile

_COLOURS = ("auto", "always", "never")
_DEFAULT_WIDTH = 80


@dataclass
class Run:
    """One run from its first moment: what is known even where the options were wrong."""

    phrases: Phrases
    before: "GlobalOptions | None" = None
    session: "Session | None" = None

    @property
    def catalog(self) -> Catalog | None:
        """The catalog, where this run came far enough to load it."""
        return None if self.session is None else self.session.__dict__.get("catalog")

    def start(self, after: "GlobalOptions") -> "Session":
        """The session of a command, with the options given on either side of it."""
        self.session = Session.of(self.before or after, after, self.phrases)
        return self.session


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be known of what was stated: in an answer a text and a command, else one message.

    One `for_the_seller` is in no document.
    """

    text: str
    command: str
    message: str
    for_the_seller: bool = False


@dataclass(frozen=True)
class Session:
    """The global options in force and what follows from them."""

    phrases: Phrases
    data: str | None
    color: str | None
    quiet: bool
    verbose: bool
    debug: bool
    typed: tuple[str, ...] = ()
    """The global options that bear on each answer, as typed; variables hold without."""
    afterwards: list[Callable[[], None]] = field(default_factory=list)
    """What is done once the command has answered, were it with a plain no."""
    request_files: "list[UsedFile]" = field(default_factory=list)
    """The files that the request of this run was read from."""
    inventory_files: "list[UsedFile]" = field(default_factory=list)
    """The exports of a fleet that the base of this run was counted from."""
    fleets: "list[Fleet]" = field(default_factory=list)
    """The fleet that the base of this run was counted from, where it was."""
    inputs: list[str] = field(default_factory=list)
    """The paths of the files that this run was given to read."""
    remarks: "list[Remark]" = field(default_factory=list)
    """What the answer says beside what was stated: not yet told."""
    request_terms: "list[int]" = field(default_factory=list)
    """The terms of the quotes that the request was taken from, where it was from several."""

    @classmethod
    def of(cls, before: "GlobalOptions", after: "GlobalOptions", phrases: Phrases) -> "Session":
        """The options given on either side of the command; those after it win."""
        _choice("--lang", _first(after.lang, before.lang), LANGUAGES)
        color = _choice("--color", _first(after.color, before.color), _COLOURS)
        return cls(
            phrases=phrases,
            data=_first(after.data, before.data, variable("DATA")),
            color=color,
            quiet=before.quiet or after.quiet,
            verbose=before.verbose or after.verbose,
            debug=before.debug or after.debug,
            typed=_typed(
                ("--data", _first(after.data, before.data)),
                ("--lang", _first(after.lang, before.lang)),
            ),
        )

    @cached_property
    def catalog(self) -> Catalog:
        """The data of this run, `--data` or the shipped ones."""
        catalog = load_catalog(self.data)
        self.note("note.catalog", folder=catalog.folder, edition=catalog.document.edition)
        return catalog

    @cached_property
    def wording(self) -> Wording:
        """Sentences with the names of this run's catalog."""
        return Wording(self.catalog, self.phrases)

    def tell_remarks(self) -> None:
        """Say on standard error what no answer said."""
        while self.remarks:
            remark = self.remarks.pop()
            if not self.quiet:
                self.say(remark.message)

    def finish(self) -> None:
        """Do what was left for after the answer."""
        for each in self.afterwards:
            each()

    def note(self, key: str, **values: object) -> None:
        """Say on standard error what was read or chosen, where `--verbose` asks for it."""
        if self.verbose:
            self.say(self.phrases.say(key, **values))

    def advise(self, key: str, **values: object) -> None:
        """Say something that the user did not ask for and should know, unless `--quiet`."""
        if not self.quiet:
            self.say(self.phrases.say(key, **values))

    def say(self, text: str) -> None:
        """A line on standard error."""
        write_standard_error(f"{clean(text)}\n")

    def complain(self, error: UserError, *, at: str = "") -> None:
        """Say an error that does not end the run, with where it is and what to do about it."""
        label = self.phrases.say("label.record", label=self.phrases.say("severity.error"))
        self.say(f"{at}{label} {self.wording.error(error)}")
        remedy = self.wording.error_remedy(error)
        if remedy is not None:
            self.say(remedy)

    def warn(self, findings: list[Finding]) -> None:
        """Findings that do not stop the run, on standard error unless `--quiet`."""
        for finding in () if self.quiet else first_findings(findings):
            self.say(finding_line(finding, Wording(None, self.phrases)))

    def announce_input(self, path: str | None) -> None:
        """Note that a file is read; of a terminal say so, so that nobody thinks it hangs."""
        if path == "-" and is_terminal(0):
            self.say(self.phrases.say("note.waiting"))
        elif path not in (None, "-"):
            self.inputs.append(str(path))

    def refuse_over_input(self, target: str) -> None:
        """Raise UsageProblem for an answer that would replace what it was made from."""
        place, known = os.path.realpath(target), self.__dict__.get("catalog")
        data = [] if known is None else [str(Path(known.folder, e.file)) for e in known.files]
        for path in (*self.inputs, *data):
            if os.path.realpath(path) == place and os.path.isfile(place):  # noqa: PTH113
                raise UsageProblem("output-is-input", file=target)

    @property
    def width(self) -> int:
        """The columns that an answer has."""
        return terminal_width()

    @property
    def colour(self) -> bool:
        """Colour or not: `--color`, `NO_COLOR`, `FORCE_COLOR`, then whether it is a terminal."""
        if self.color in ("always", "never"):
            return self.color == "always"
        if os.environ.get("NO_COLOR"):
            return False
        if os.environ.get("FORCE_COLOR"):
            return True
        return is_terminal(1) and os.environ.get("TERM") != "dumb" and sys.stdout is not None


def terminal_width() -> int:
    """`COLUMNS`, else the columns of the terminal, else 80."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns) > 0:
        return int(columns)
    try:
        return os.get_terminal_size(1).columns or _DEFAULT_WIDTH
    except (OSError, ValueError):
        return _DEFAULT_WIDTH


def terminal_height() -> int:
    """The rows of the terminal; 0 where the answer goes to none."""
    try:
        return os.get_terminal_size(1).lines
    except (OSError, ValueError):
        return 0


def _choice(option: str, stated: str | None, choices: tuple[str, ...]) -> str | None:
    """The value of an option, else that of its variable, each named where it is wrong."""
    if stated is not None:
        return one_of(option, stated, choices)
    name = option.removeprefix("--").upper()
    return one_of(f"HP_PRIORITY_{name}", variable(name), choices)


def _first(*given: str | None) -> str | None:
    """The first value that was given, were it empty."""
    return next((value for value in given if value is not None), None)


def _typed(*options: tuple[str, str | None]) -> tuple[str, ...]:
    """Options that were given a value, as a shell reads them."""
    given = ((name, shlex.quote(value)) for name, value in options if value is not None)
    return tuple(word for option in given for word in option)


def finding_line(finding: Finding, wording: Wording, *, with_remedy: bool = True) -> str:
    """`request.yaml:3:12: warning: message remedy`, the remedy left out where it was just said."""
    spot = finding.spot
    where = ":".join(str(part) for part in (spot.file, spot.line, spot.column) if part is not None)
    say = wording.phrases.say
    severity = say("label.record", label=say(f"severity.{finding.severity}"))
    said = f"{where}: {severity} {wording.finding(finding)}"
    return f"{said} {wording.finding_remedy(finding)}" if with_remedy else said
