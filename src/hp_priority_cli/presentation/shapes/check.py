"""`hp-priority/check@1`, key by key."""

from collections.abc import Mapping
from typing import Literal, TypedDict

from hp_priority_cli.checking.records import FailOn
from hp_priority_cli.presentation.shapes.error import Finding


class Stamp(TypedDict):
    """The data that an input is, or that it was held against; null where they could not be read."""

    document: str | None
    """The number of the data sheet. Example: `4AA4-7521FRE`."""
    edition: str | None
    """The month of its edition. Example: `2024-05`."""
    sha256: str | None
    """The hash of the content of the data files."""


class Input(TypedDict):
    """A folder of data or a file that was checked."""

    path: str
    """Where it is, as it was named or found."""
    kind: str
    """What it was taken for: `data`, `request`, `quote`, …; `unknown` where it is none of those."""
    files: tuple[str, ...]
    """The files that were read."""
    against: str | None
    """The folder of the data that a file was held against."""
    catalog: Stamp | None
    """The edition of the data."""
    fact_count: int
    """How many facts were checked."""
    facts: Mapping[str, int]
    """How many of each sort."""


class CheckDocument(TypedDict):
    """What was checked and all that was found."""

    schema: Literal["hp-priority/check@1"]
    """The form of this document, with its major version."""
    tool_version: str
    """The version of hp-priority that checked."""
    passed: bool
    """Whether nothing was found that fails the run."""
    fail_on: FailOn
    """The least severity that fails the run."""
    errors: int
    """How many errors were found."""
    warnings: int
    """How many warnings were found."""
    fact_count: int
    """How many facts were checked in all."""
    inputs: tuple[Input, ...]
    """What was checked."""
    skipped: tuple[str, ...]
    """Files below a folder that hold nothing to check."""
    findings: tuple[Finding, ...]
    """Everything that was found, by file, line and column."""
