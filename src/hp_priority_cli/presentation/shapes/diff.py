"""`hp-priority/diff@1`, key by key."""

from typing import Annotated, Literal, TypedDict

from hp_priority_cli.catalog.editions.change import Area
from hp_priority_cli.readers.schemas import MoreKeys


class Edition(TypedDict):
    """A folder of data that was compared."""

    folder: str
    """Where it is, as it was named."""
    document: str
    """The number of the data sheet. Example: `4AA4-7521FRE`."""
    edition: str
    """The month of its edition. Example: `2024-05`."""
    sha256: str
    """The hash of the content of the data files."""


class Values(TypedDict):
    """The codes and figures of a change; `old_` before a key is what was so before."""


class EditionChange(TypedDict):
    """One thing that differs."""

    code: str
    """What happened. Examples: `part-removed`, `minimum-raised`."""
    area: Area
    """What it is about."""
    breaking: bool
    """Whether something that could be bought, or was true, no longer is."""
    id: str
    """The thing that changed. Examples: `U80M6E`, `access`, `FR`."""
    values: Annotated[Values, MoreKeys()]
    """The codes and figures of the change."""
    message: str
    """What changed, in a sentence."""


class DiffDocument(TypedDict):
    """What changed between two editions of the data."""

    schema: Literal["hp-priority/diff@1"]
    """The form of this document, with its major version."""
    tool_version: str
    """The version of hp-priority that compared."""
    compared: Literal["editions"]
    """What the two are that were compared."""
    old: Edition
    """The old edition."""
    new: Edition
    """The new edition."""
    change_count: int
    """How many changes there are."""
    breaking_count: int
    """How many of them are breaking."""
    changes: tuple[EditionChange, ...]
    """Every change, area by area."""
