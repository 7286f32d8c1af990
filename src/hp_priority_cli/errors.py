"""What can go wrong, as data: findings with their place, errors to mend, exit codes.

No sentence lives here. A finding or an error carries a code and values; `presentation` words them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

EXIT_OK = 0
EXIT_USAGE = 2
EXIT_NO = 10
EXIT_CONDITIONAL = 11
EXIT_PRICES_MISSING = 12
EXIT_DISCOUNT = 13
EXIT_CHANGED = 14
EXIT_BATCH_FAILED = 15
EXIT_INPUT = 20
EXIT_DATA = 21
EXIT_DEFECT = 70
EXIT_OUTPUT = 74
EXIT_INTERRUPTED = 130
EXIT_READER_GONE = 141
EXIT_TERMINATED = 143

Severity = Literal["error", "warning"]
MOST_FINDINGS = 100
"""How many findings one error holds; what is wrong so often is wrong for one reason."""

Path: TypeAlias = tuple[str | int, ...]
"""The way to a value inside a file: keys and list positions, from the outside in."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file. Lines and columns count from 1; `None` where the whole file is meant."""

    file: str
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong at a place. `code` chooses sentence and remedy, `values` fill them."""

    code: str
    spot: Spot
    values: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = "error"


class UserError(Exception):
    """An error that the user can mend: a stable code, its values, findings and the exit code.

    `further` are others like it, to be told with it.
    """

    def __init__(
        self,
        code: str,
        exit_code: int,
        values: Mapping[str, object] | None = None,
        findings: Sequence[Finding] = (),
    ) -> None:
        super().__init__(code, dict(values or {}))
        self.code = code
        self.exit_code = exit_code
        self.values: dict[str, object] = dict(values or {})
        self.findings = tuple(findings)
        self.further: tuple[UserError, ...] = ()


class UsageProblem(UserError):
    """The command was used wrongly; `kind` chooses the sentence. A finding's file is an option."""

    def __init__(self, kind: str, findings: Sequence[Finding] = (), **values: object) -> None:
        super().__init__("usage", EXIT_USAGE, {"kind": kind, **values}, first_findings(findings))
        self.kind = kind


class InvalidInput(UserError):
    """A file that the user gave is missing or wrong."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("invalid-input", EXIT_INPUT, findings=first_findings(findings))


class InvalidData(UserError):
    """A catalog file is missing or wrong."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("invalid-data", EXIT_DATA, findings=first_findings(findings))


def first_findings(findings: Sequence[Finding], most: int = MOST_FINDINGS) -> Sequence[Finding]:
    """At most `most`, then errors before warnings, and one more that says so."""
    if len(findings) <= most:
        return findings
    findings = sorted(findings, key=lambda each: each.severity == "warning")
    first = findings[0]
    more = Finding("more-findings", Spot(first.spot.file), {"limit": most}, first.severity)
    return [*findings[:most], more]


class Refused(UserError):
    """A plain no: not eligible, no part, no such term."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, EXIT_NO, values)


class OutputFailed(UserError):
    """The answer could not be written whole."""

    def __init__(self, target: str, reason: str) -> None:
        super().__init__("output-failed", EXIT_OUTPUT, {"target": target, "reason": reason})


class ReaderGone(BaseException):
    """Whoever read our output stopped reading, as `head` does: no error, so nothing catches it."""
