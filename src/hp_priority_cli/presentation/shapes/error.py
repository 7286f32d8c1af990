"""`hp-priority/error@1` and the findings in it, key by key."""

from collections.abc import Mapping
from typing import Annotated, Literal, NotRequired, TypedDict

from hp_priority_cli.errors import Severity
from hp_priority_cli.presentation.shapes.catalog import Part
from hp_priority_cli.presentation.shapes.eligibility import Decision
from hp_priority_cli.readers.schemas import MoreKeys


class Finding(TypedDict):
    """Something wrong at a place of a file."""

    code: str
    """Which rule is broken. Example: `unknown-key`."""
    severity: Severity
    """How bad it is."""
    file: str
    """The file, as it was named."""
    line: int | None
    """The line, from 1; null where the whole file is meant."""
    column: int | None
    """The column, from 1, in characters."""
    values: Mapping[str, object]
    """The figures and words of the message, for programs."""
    message: str
    """What is wrong, in the language of the run."""
    remedy: str
    """What to do about it."""


class ErrorValues(TypedDict, total=False):
    """What the error is about; which keys are there follows from the code."""

    kind: str
    """Of wrong use: which."""
    verdict: Decision
    """Of a tier that is not eligible: the decision on it."""
    highest_eligible: str | None
    """Of a tier that is not eligible: the highest tier that is plainly eligible."""
    highest_possible: str | None
    """Of a tier that is not eligible: the highest tier that does not fail."""
    terms: tuple[int, ...]
    """Of a term that cannot be had: those that can, in years."""
    suggestions: tuple[Part, ...]
    """Of a part that does not exist: those that look like it."""
    findings: tuple[Finding, ...]
    """Of input or data that are wrong: everything that is."""


class ErrorBody(TypedDict):
    """What went wrong."""

    code: str
    """Which error it is. Example: `no-part-for-term`."""
    message: str
    """What went wrong, in the language of the run."""
    values: Annotated[ErrorValues, MoreKeys()]
    """What it is about."""
    remedy: str | None
    """What to do about it, where there is more to say than the message does."""


class ErrorDocument(TypedDict):
    """What is written in the stead of an answer where there is none."""

    schema: Literal["hp-priority/error@1"]
    """The form of this document, with its major version."""
    line: NotRequired[int]
    """Of a batch: the line that it answers."""
    error: ErrorBody
    """What went wrong."""
