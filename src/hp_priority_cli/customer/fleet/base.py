"""What a fleet amounts to, as the base of a request: in all, or place by place."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from hp_priority_cli.customer.fleet.records import COUNTED, Bucket, Device, Fleet
from hp_priority_cli.customer.records import InstalledBase, Site

_CONSUMER_PRINTER = "consumer-printer"
_FIELDS: Mapping[str, str] = {
    "pc-without-cover": "pcs_without_cover",
    "printer-without-cover": "printers_without_cover",
    "consumer-pc": "consumer_pcs",
    "display": "displays",
}
"""The fields of a base that count what does not count, by bucket."""
_TOLD: frozenset[Bucket] = frozenset([*COUNTED, *_FIELDS, "consumer-printer", "other-type"])  # type: ignore[list-item]
"""The buckets that a base tells of."""


def base_of(fleet: Fleet) -> Mapping[str, Any]:
    """The fields of a request that a fleet states: `sites` where it says where its devices are,
    else `installed_base`.

    A class that no row is of was not stated: the export may just not list it; nor was one of which
    none counts yet and rows are open. A place where no device counts is a site all the same, for
    those there that do not.
    """
    if not (fleet.has_places and fleet.by_place):
        return {"installed_base": InstalledBase(**_counts(fleet.devices, fleet))}
    held: dict[str, list[Device]] = {}
    for device in fleet.devices:
        if device.country is not None and device.bucket in _TOLD:
            held.setdefault(device.country, []).append(device)
    return {"sites": tuple(Site(code, **_counts(held[code], fleet)) for code in sorted(held))}


def told_of_no_place(fleet: Fleet) -> int:
    """The rows that do not count and that no site holds, for they say no place and others do."""
    if not (fleet.has_places and fleet.by_place):
        return 0
    return sum(each.country is None and each.bucket in _TOLD for each in fleet.devices)


def _stated(fleet: Fleet) -> frozenset[str]:
    """The classes of which the fleet says how many count."""
    counted, open_ = fleet.counted, fleet.open
    counts = {"pc": (counted.pcs, open_.pcs), "printer": (counted.printers, open_.printers)}
    return frozenset(
        each
        for each, (n, to_settle) in counts.items()
        if each in fleet.classes and (n or not (to_settle + open_.either))
    )


def _counts(devices: Iterable[Device], fleet: Fleet) -> dict[str, Any]:
    listed = [*devices]
    held = Counter(device.bucket for device in listed)
    others = Counter(d.type for d in listed if d.bucket == "other-type" and d.type is not None)
    others += Counter({_CONSUMER_PRINTER: held["consumer-printer"]})
    return {
        **{f"{each}s": held[each] if each in _stated(fleet) else None for each in COUNTED},
        **{field: held[bucket] for bucket, field in _FIELDS.items()},  # type: ignore[index]
        "other": dict(sorted(others.items())),
    }
