"""What a saved quote holds beside the quote itself: the release, data, day and files behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from hp_priority_cli.catalog.records import Clause, Reading
from hp_priority_cli.customer.records import Request
from hp_priority_cli.errors import Finding, Refused
from hp_priority_cli.quoting.records import Quote

FileKind = Literal["data", "request", "inventory", "price-book"]
"""What a file was to the quote that was made from it."""


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition of the data: the data sheet, its month, and the hash of all facts together."""

    document: str
    edition: str
    sha256: str


@dataclass(frozen=True, slots=True)
class QuotedFile:
    """A file that a quote was made from."""

    kind: FileKind
    """What it was: a data file, the request, an export of a fleet, or a file of a price book."""
    file: str
    """The name of the file, without folders."""
    sha256: str
    """The hash of its content, the same after a checkout that turned line ends into CRLF."""


@dataclass(frozen=True, slots=True)
class Revised:
    """The saved quote that another one revises."""

    file: str
    """The name of its file, without folders."""
    sha256: str
    """The hash of the content of that file."""
    seal: str
    """The hash of its facts that it is sealed with."""
    as_of: date | None
    """The day on which everything in it was judged."""
    customer: str | None
    """The name of its customer."""
    reference: str | None
    """The number of its deal."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a quote was made from: the release, the data, the day, the files.

    `clauses` and `readings` are those that anything in the quote stands on, as the data had them.
    `revises` is the quote in whose place it comes, where it was made so.
    """

    tool_version: str
    edition: Edition
    as_of: date | None
    files: tuple[QuotedFile, ...] = ()
    clauses: tuple[Clause, ...] = ()
    readings: tuple[Reading, ...] = ()
    revises: Revised | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One quote as it was saved: the answer, the question, and what it was made from."""

    quote: Quote
    request: Request
    origin: Origin


@dataclass(frozen=True, slots=True)
class SavedAnswer:
    """A file that holds one quote, or one for each of several terms.

    `file` is its name as messages give it, `document` what it holds, as it was read. `request` and
    `origin` are those of the whole answer; `refused` are the terms without a quote. `is_several`
    tells `hp-priority/quotes@1` from `hp-priority/quote@1`, were there one term in it.

    `faults` are what is wrong with it as evidence: a seal that is broken or missing, and figures
    that contradict each other. With one of them, what it says is not what was saved.
    """

    file: str
    document: Mapping[str, object]
    quotes: tuple[Evidence, ...]
    request: Request
    origin: Origin
    is_several: bool = False
    refused: tuple[Refused, ...] = ()
    faults: tuple[Finding, ...] = ()
