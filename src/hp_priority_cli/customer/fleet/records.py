"""A fleet as plain frozen records: its files, its devices with their buckets, what it amounts to.

Nothing here knows a tier or a minimum. A bucket says how a row counts, or what would settle it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias, get_args

Key = Literal["serial", "type", "maker", "line", "country", "cover_until", "cover"]
"""The columns that are read."""
KEYS: tuple[Key, ...] = get_args(Key)
DateOrder = Literal["dmy", "mdy"]
DeviceClass = Literal["pc", "printer"]
Counted = Literal["pc", "printer"]
NotCounted = Literal[
    "pc-without-cover",
    "printer-without-cover",
    "consumer-pc",
    "consumer-printer",
    "display",
    "other-type",
    "other-maker",
    "duplicate",
]
Open = Literal[
    "type-unknown",
    "maker-unknown",
    "line-unknown",
    "cover-unknown",
    "date-ambiguous",
    "country-unknown",
    "cell-unreadable",
    "serial-in-dispute",
]
Bucket: TypeAlias = Counted | NotCounted | Open
COUNTED: tuple[Counted, ...] = get_args(Counted)
NOT_COUNTED: tuple[NotCounted, ...] = get_args(NotCounted)
OPEN: tuple[Open, ...] = get_args(Open)
BUCKETS: tuple[Bucket, ...] = (*COUNTED, *NOT_COUNTED, *OPEN)
"""Every bucket, in the order in which they are shown."""


class Unclear(NamedTuple):
    """What a cell says where it settles nothing: its text, and the bucket that this leads to."""

    text: str
    bucket: Open


Fact: TypeAlias = "str | Unclear | None"
"""What is known of a device: a code; what is written where that is no code; None if nothing is."""


class Facts(NamedTuple):
    """What the rows of one device say. `type` is an id of the catalog."""

    type: Fact = None
    maker: Fact = None
    line: Fact = None
    cover: Fact = None
    country: Fact = None


NO_FACTS = Facts()


@dataclass(frozen=True, slots=True)
class Instructions:
    """What the user says about the files beside what stands in them.

    `columns` gives the title of a column by its key, `types` the type that a word means by the
    word's spelling, `every` what holds where a cell is blank or there is no such column.
    """

    as_of: date
    columns: Mapping[Key, str] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)
    every: Facts = NO_FACTS
    date_order: DateOrder | None = None


class Place(NamedTuple):
    """Where a row stands: the number of its file, from 0, and the line or row in it."""

    file: int
    line: int


class Device(NamedTuple):
    """One row of a fleet with its bucket.

    `device_class` is that of its type, where that is known and of a class. `about` is the text that
    stands in the way of settling it, or the columns in which rows of one serial disagree.
    """

    place: Place
    serial: str | None
    type: str | None
    device_class: DeviceClass | None
    country: str | None
    bucket: Bucket
    about: str | None = None


@dataclass(frozen=True, slots=True)
class FleetFile:
    """A file of a fleet: its hash, which column gives what, and what was left unread.

    `order` is that of day and month in its dates, and `order_source` what says so. `passed_over`
    are the lines of totals, `hidden` counts the rows that the workbook hides.
    """

    file: str
    sha256: str
    columns: Mapping[Key, str]
    unread: tuple[str, ...] = ()
    order: DateOrder | None = None
    order_source: Literal["stated", "column"] | None = None
    passed_over: tuple[int, ...] = ()
    hidden: int = 0


class Amount(NamedTuple):
    """Devices by class; `either` are those of which nobody says what they are."""

    pcs: int = 0
    printers: int = 0
    either: int = 0


@dataclass(frozen=True)
class Fleet:
    """The rows of one or more files as one fleet, each with its bucket, in their order."""

    files: tuple[FleetFile, ...]
    devices: tuple[Device, ...]
    every: Facts = NO_FACTS

    @cached_property
    def buckets(self) -> Mapping[Bucket, tuple[Device, ...]]:
        """The devices of each bucket that has any, in the order of the buckets."""
        held: dict[Bucket, list[Device]] = {each: [] for each in BUCKETS}
        for device in self.devices:
            held[device.bucket].append(device)
        return {bucket: tuple(devices) for bucket, devices in held.items() if devices}

    @property
    def has_places(self) -> bool:
        """Whether it says where devices are: by a column of any of its files, or for all alike."""
        stated = any("country" in each.columns for each in self.files)
        return stated or self.every.country is not None

    @cached_property
    def counted(self) -> Amount:
        """The devices that count."""
        return Amount(len(self.buckets.get("pc", ())), len(self.buckets.get("printer", ())))

    @cached_property
    def open(self) -> Amount:
        """The devices that would count beside those if all that is open turned out so.

        Rows of one serial are one device, whatever they disagree on.
        """
        return amount(each for each in _each_once(self.devices) if each.bucket in OPEN)

    @cached_property
    def classes(self) -> frozenset[DeviceClass | None]:
        """The classes that any of its rows is of, counted or not."""
        return frozenset(device.device_class for device in self.devices)

    @property
    def to_settle(self) -> int:
        """The rows that are to be settled."""
        return sum(device.bucket in OPEN for device in self.devices)

    @cached_property
    def by_place(self) -> Mapping[str, Amount]:
        """The devices that count in each country that has any, those with the most first."""
        counts = Counter((d.country, d.bucket) for d in self.devices if d.bucket in COUNTED)
        codes = {code for code, _ in counts if code is not None}
        amounts = {code: Amount(counts[code, "pc"], counts[code, "printer"]) for code in codes}
        return dict(sorted(amounts.items(), key=lambda each: (-sum(each[1]), each[0])))


def amount(devices: Iterable[Device]) -> Amount:
    """How many devices of each class there are."""
    held = Counter(device.device_class for device in devices)
    return Amount(held["pc"], held["printer"], held[None])


def _each_once(devices: Iterable[Device]) -> Iterable[Device]:
    """The devices, those in dispute once: of their class, where all their rows are of one."""
    disputed: dict[str | None, Device] = {}
    for device in devices:
        if device.bucket != "serial-in-dispute":
            yield device
            continue
        first = disputed.setdefault(device.serial, device)
        if first.device_class != device.device_class:
            disputed[device.serial] = first._replace(device_class=None)
    yield from disputed.values()
