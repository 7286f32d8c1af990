"""`hp-priority/inventory@1`, key by key."""

from collections.abc import Mapping
from typing import Literal, TypedDict

from hp_priority_cli.customer.fleet.records import Bucket, DateOrder, Key
from hp_priority_cli.customer.records import Request
from hp_priority_cli.presentation.shapes.common import Clauses, Devices, Head


class FleetFile(TypedDict):
    """An export that was read."""

    file: str
    """The name of the file, without folders."""
    sha256: str
    """The hash of its content, the same whatever line ends a text has."""
    columns: Mapping[Key, str]
    """The title of each column that was read, by what it gives."""
    unread: tuple[str, ...]
    """The titles of the columns that were not."""
    date_order: DateOrder | None
    """The order of day and month in its dates; null where it is open, or no date needs it."""
    date_order_by: Literal["stated", "column"] | None
    """Whether the user stated that order or the column proves it."""
    passed_over: tuple[int, ...]
    """The lines of totals, which are no devices."""
    hidden_rows: int
    """How many of its rows the workbook hides; they were read too."""


class OpenDevices(Devices):
    """Devices that would count if all that is open did; rows of one serial are one device."""

    either: int
    """Those of which nobody says whether they are PCs or printers."""


class FleetAmounts(TypedDict):
    """What the exports of a fleet amount to, in short."""

    rows: int
    """How many rows there are."""
    rows_open: int
    """How many of them are to be settled, and not counted."""
    counted: Devices
    """The devices that count."""
    open: OpenDevices
    """The devices that would count beside them if all that is open did."""


class PlaceOfFleet(Devices):
    """What counts in one country."""

    country: str
    """Its ISO 3166-1 code."""


class BucketOfFleet(TypedDict):
    """One of the buckets, of which every row is in exactly one."""

    bucket: Bucket
    """Which bucket it is."""
    standing: Literal["counted", "not-counted", "to-be-settled"]
    """Whether its rows count, do not, or wait for an answer."""
    rows: int
    """How many rows it holds."""
    settled_by: tuple[str, ...]
    """The options that settle its rows; none where the file has to be mended."""
    message: str
    """What it holds, in the language of the run."""
    clauses: Clauses
    """The clauses by which its rows do not count."""


class DeviceOfFleet(TypedDict):
    """One row of a file."""

    file: str
    """The name of the file, without folders."""
    line: int
    """Its line, or the number of its row in a workbook."""
    serial: str | None
    """The serial in capitals, without spaces; null where it has none."""
    bucket: Bucket
    """The bucket that it is in."""
    type: str | None
    """The id of its type, or `pc` where it is a PC of whichever type; null where it is not known.
    """
    country: str | None
    """Where it is, as an ISO 3166-1 code; null where that is not known."""
    about: str | None
    """The text that stands in the way, or the facts in which rows of its serial disagree."""


class InventoryDocument(Head):
    """What the exports of a fleet amount to: every row in exactly one bucket."""

    schema: Literal["hp-priority/inventory@1"]
    """The form of this document, with its major version."""
    files: tuple[FleetFile, ...]
    """The files, in the order in which they were named."""
    rows: int
    """How many rows there are: those of all buckets together."""
    rows_open: int
    """How many of them are to be settled, and not counted."""
    counted: Devices
    """The devices that count."""
    open: OpenDevices
    """The devices that would count beside them if all that is open did."""
    places: tuple[PlaceOfFleet, ...]
    """What counts in each country, the most first; none where no file says where devices are."""
    buckets: tuple[BucketOfFleet, ...]
    """Every bucket, the empty ones too."""
    devices: tuple[DeviceOfFleet, ...]
    """Every row, in the order of the files."""
    request: Request
    """The request that it amounts to; a class of which there is no row was not stated."""
