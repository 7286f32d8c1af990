"""The keys that documents share: their head, notices, open points."""

from datetime import date
from typing import Annotated, Literal, TypedDict

from hp_priority_cli.readers.schemas import MoreKeys

Clauses = tuple[str, ...]
Readings = tuple[str, ...]


class Edition(TypedDict):
    """The edition of the data that the answer stands on."""

    document: str
    """The number of the data sheet. Example: `4AA4-7521FRE`."""
    edition: str
    """The month of its edition. Example: `2024-05`."""
    sha256: str
    """The hash of the content of the data files: equal hashes, equal facts."""


class Head(TypedDict):
    """The keys that every answer begins with."""

    tool_version: str
    """The version of hp-priority that answered."""
    catalog: Edition
    """The edition of the data."""
    as_of: date | None
    """The day on which everything was judged."""


class Devices(TypedDict):
    """Devices by class."""

    pcs: int
    """PCs."""
    printers: int
    """Printers."""


class Values(TypedDict, total=False):
    """The figures and codes of a sentence, for programs; which are there follows from the code."""

    country: str
    """The place that it is about, as an ISO 3166-1 code."""
    language: str | None
    """The language that it is about, as a BCP 47 tag."""
    device_type: str
    """The type of device that it is about, as it was stated."""
    devices: Devices | None
    """The devices at that place; null where nobody split the base by site."""
    verdict_without: Literal["eligible", "conditional", "not-eligible"] | None
    """The verdict without those devices."""


class Notice(TypedDict):
    """Something to know that decides nothing."""

    code: str
    """Which notice it is. Example: `country-not-listed`."""
    values: Annotated[Values, MoreKeys()]
    """What it is about."""
    message: str
    """The notice as a sentence, in the language of the run."""
    clauses: Clauses
    """The clauses that it stands on."""


class OpenPoint(TypedDict):
    """A question whose answer can change a verdict or is worth having."""

    id: str
    """What `--answer` names it by; with the place or language that it is about.
    Example: `country-not-listed:RO`."""
    ask: Literal["customer", "hp"]
    """Who can answer."""
    code: str
    """Which question it is. Example: `country-not-listed`."""
    decides: bool
    """Whether the verdict waits for the answer."""
    reading: str | None
    """The reading in dispute, where one is."""
    values: Annotated[Values, MoreKeys()]
    """What it is about."""
    question: str
    """The question as a sentence, in the language of the run."""
