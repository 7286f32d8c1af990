"""What becomes of the rows of a fleet that do not count: why not, or what would settle them."""

import shlex
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.devices import near_type
from hp_priority_cli.customer.fleet.records import OPEN, Bucket, Device, Fleet, Open
from hp_priority_cli.errors import MOST_FINDINGS

_BLANK: Mapping[Open, str] = {
    "type-unknown": "--every type=TYPE",
    "maker-unknown": "--every maker=HP|other",
    "line-unknown": "--every line=commercial|consumer",
    "cover-unknown": "--every cover=yes|no",
    "country-unknown": "--every country=XX",
}
"""The option for the rows of a bucket in which nothing is said."""
_BY_TEXT: tuple[Open, ...] = ("type-unknown", "country-unknown")
"""The buckets whose rows are settled text by text."""
_NOTICES: Mapping[Bucket, str] = {
    "pc-without-cover": "without-cover-not-counted",
    "printer-without-cover": "without-cover-not-counted",
    "consumer-pc": "consumer-pcs-not-counted",
    "consumer-printer": "consumer-pcs-not-counted",
    "display": "displays-not-counted",
    "other-type": "device-type-not-eligible",
    "other-maker": "device-type-not-eligible",
}
"""The notice whose clauses say why the devices of a bucket do not count."""


class Settlement(NamedTuple):
    """Rows that one answer settles: their bucket, the text in the way, and the option for it.

    No option does it where the cells themselves have to be mended.
    """

    bucket: Open
    about: str | None
    devices: Sequence[Device]
    option: str | None


def settlements(fleet: Fleet, catalog: Catalog) -> Iterator[Settlement]:
    """What is to be settled, bucket by bucket, in each of them the most rows first."""
    for bucket in OPEN:
        devices = fleet.buckets.get(bucket, ())
        groups: dict[str | None, list[Device]] = {}
        for device in devices:
            groups.setdefault(device.about if bucket in _BY_TEXT else None, []).append(device)
        ranked = sorted(groups.items(), key=lambda each: -len(each[1]))
        for n, (about, rows) in enumerate(ranked):
            option = _option(bucket, about, catalog, offers=n < MOST_FINDINGS)
            yield Settlement(bucket, about, rows, option)


def bucket_clauses(bucket: Bucket, catalog: Catalog) -> tuple[str, ...]:
    """The clauses by which devices of a bucket do not count; none of any other bucket."""
    notice = _NOTICES.get(bucket)
    return () if notice is None else catalog.notice(notice).clauses


def _option(bucket: Open, about: str | None, catalog: Catalog, *, offers: bool) -> str | None:
    """The option that settles rows; `offers` asks for the near type, which takes long to find."""
    if bucket == "date-ambiguous":
        return "--date-order dmy|mdy"
    if about is None:
        return _BLANK.get(bucket)
    if bucket != "type-unknown":
        return None
    meant = (near_type(catalog, about) if offers else None) or "TYPE"
    return shlex.join(["--type", f"{about}={meant}"])
