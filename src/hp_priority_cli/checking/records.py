"""What `check` looked at and what it found, as plain frozen records; every format is made of them.

No sentence and no exit code lives here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from hp_priority_cli.errors import Finding, Severity

FailOn = Literal["error", "warning", "never"]
DATA = "data"
"""The kind of a folder of data files; every other kind is a single file."""
UNKNOWN = "unknown"
"""The kind of a file that is none of those that can be checked."""


@dataclass(frozen=True, slots=True)
class CheckedInput:
    """A data folder or a file that was read and judged.

    `path` is written as the user wrote it, or as found below a folder that the user named; `files`
    are the files behind it in the same spelling. `kind` is `data`, `request`, `quote`, …; of a
    file that is none of those, `unknown`. `document`, `edition` and `sha256` tell the data that
    were checked, or those that a file was held against; None where they could not be read.
    `against` is the folder of the latter. `facts` counts what was checked, by its sort (`parts`,
    `places`, …).
    """

    path: str
    kind: str
    files: tuple[str, ...]
    document: str | None = None
    edition: str | None = None
    sha256: str | None = None
    against: str | None = None
    facts: Mapping[str, int] = field(default_factory=dict)

    @property
    def fact_count(self) -> int:
        """How many facts were checked in all."""
        return sum(self.facts.values())


@dataclass(frozen=True, slots=True)
class Checked:
    """One run of `check`: what was judged, and every finding by file, line and column.

    `skipped` are files below a folder that hold nothing to check. `fail_on` is the severity from
    which a finding fails the run.
    """

    inputs: tuple[CheckedInput, ...]
    findings: tuple[Finding, ...]
    skipped: tuple[str, ...] = ()
    fail_on: FailOn = "error"

    @property
    def fact_count(self) -> int:
        """How many facts were checked in all."""
        return sum(each.fact_count for each in self.inputs)

    @property
    def failures(self) -> tuple[Finding, ...]:
        """The findings that fail the run."""
        return tuple(each for each in self.findings if self.fails(each))

    def fails(self, finding: Finding) -> bool:
        """Whether a finding is severe enough to fail the run."""
        return finding.severity == self.fail_on or (
            self.fail_on == "warning" and finding.severity == "error"
        )

    def count(self, severity: Severity) -> int:
        """How many findings there are of a severity."""
        return sum(each.severity == severity for each in self.findings)
