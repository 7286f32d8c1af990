"""`hp-priority/parts@1` and `hp-priority/explanation@1`, key by key."""

from collections.abc import Mapping
from typing import Annotated, Literal, TypedDict

from hp_priority_cli.catalog.explain import Kind
from hp_priority_cli.catalog.records import DeviceClass, LatinAmerica, OrderUnit, Support
from hp_priority_cli.presentation.shapes.common import Clauses, Head
from hp_priority_cli.readers.schemas import MoreKeys


class Part(TypedDict):
    """A part that can be ordered."""

    sku: str
    """The part number. Example: `U80MBE`."""
    tier: str
    """The id of the tier that it buys."""
    device_class: DeviceClass
    """The devices that it is for."""
    term_years: int
    """Its term, in years."""
    band: int | None
    """The number of seats in its label, where it has one."""
    order_unit: OrderUnit
    """What one ordered part stands for; `open` where the sheet gives no hint."""
    description: str
    """What the price list calls it, in the language of the run."""
    clauses: Clauses
    """The clauses that it and the minimum of its tier stand in."""


class Gap(TypedDict):
    """A tier, device class and term for which there is no part."""

    tier: str
    """The id of the tier."""
    device_class: DeviceClass
    """The devices that no part is for."""
    term_years: int
    """The term, in years."""


class PartsDocument(Head):
    """The parts that were found."""

    schema: Literal["hp-priority/parts@1"]
    """The form of this document, with its major version."""
    parts: tuple[Part, ...]
    """The parts, in the order of the list."""
    gaps: tuple[Gap, ...]
    """The combinations without a part, where they were asked for."""


class Facts(TypedDict, total=False):
    """Figures and ids; which are there follows from the kind."""

    row: int
    """Of a feature: its row in the matrix."""
    tiers: Mapping[str, Support]
    """Of a feature: for each tier whether it is included."""
    tier: str
    """Of a part: the tier that it buys."""
    device_class: DeviceClass
    """Of a part: the devices that it is for."""
    term_years: int
    """Of a part: its term, in years."""
    standing: Literal["listed", "by-succession", "not-listed"]
    """Of a place or language: how it stands to the list."""
    listed_as: str
    """Of a place or language: the entry that it is taken under."""
    region: str
    """Of a place: its region on the list."""
    latin_america: LatinAmerica
    """Of a place: whether the limits for Latin America reach it."""
    near_places: tuple[str, ...]
    """Of a language that is not listed: places whose names are but a slip away."""


class Clause(TypedDict):
    """A clause of the data sheet."""

    id: str
    """What it is cited by."""
    name: str
    """The section that it stands in, in the language of the run."""
    description: str
    """What it says, in our own words."""


class Side(TypedDict):
    """One side of a reading."""

    clauses: Clauses
    """The clauses that support it."""
    description: str
    """What it takes the sheet to say, in the language of the run."""


class Reading(TypedDict):
    """A point where the sheet can be read in two ways."""

    id: str
    """What answers name it by."""
    question: str
    """What the sheet leaves open, in the language of the run."""
    adopted: Side
    """What the tool holds to."""
    other: Side
    """The reading left aside."""
    touches: tuple[str, ...]
    """What would change under the other reading, each as `kind:id`."""
    confirms: Literal["hp"]
    """Who can settle it."""


class Entry(TypedDict):
    """One meaning of the word."""

    kind: Kind
    """What sort of thing it is."""
    id: str
    """What it is known by."""
    name: str
    """What it is called, in the language of the run."""
    description: str
    """What it means, in the language of the run."""
    facts: Annotated[Facts, MoreKeys()]
    """Figures and ids of its kind."""
    clauses: tuple[Clause, ...]
    """The clauses that it stands on."""
    readings: tuple[Reading, ...]
    """The readings that touch it."""


class ExplanationDocument(Head):
    """What a word means, or every word that can be explained."""

    schema: Literal["hp-priority/explanation@1"]
    """The form of this document, with its major version."""
    entries: tuple[Entry, ...]
    """Every meaning of the word."""
