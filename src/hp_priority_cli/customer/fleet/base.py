"""What a fleet amounts to, as the base of a request: in all, or place by place."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from hp_priority_cli.customer.fleet.records import COUNTED, Bucket, Device, Fleet
from hp_priority_cli.customer.records import InstalledBase, Request, Site

_CONSUMER_PRINTER = "consumer-printer"
_FIELDS: Mapping[str, str] = {
    "pc-without-cover": "pcs_without_cover",
    "printer-without-cover": "printers_without_cover",
    "consumer-pc": "consumer_pcs",
    "display": "displays",
}
"""The fields of a base that count what does not count, by bucket."""
_TOLD: frozenset[Bucket] = frozenset([*_FIELDS, "consumer-printer", "other-type"])  # type: ignore[list-item]
"""The buckets of what does not count and is told."""


def base_of(fleet: Fleet) -> Mapping[str, Any]:
    """The fields of a request that a fleet states: `sites` where it says where its devices are,
    else `installed_base`.

    A class that no row is of was not stated: the export may just not list it; nor was one of which
    none counts yet and rows are open. A place where no device counts is none to be served.
    """
    if not _by_place(fleet):
        return {"installed_base": InstalledBase(**_counts(fleet.devices, fleet))}
    return {
        "sites": tuple(
            Site(code, **_counts((d for d in fleet.devices if d.country == code), fleet))
            for code in sorted(fleet.by_place)
        )
    }


def told_at_no_site(fleet: Fleet) -> int:
    """The rows that do not count and stand at none of the sites: at a place where none does, or at
    no place that is known.
    """
    if not _by_place(fleet):
        return 0
    return sum(d.bucket in _TOLD and d.country not in fleet.by_place for d in fleet.devices)


def _by_place(fleet: Fleet) -> bool:
    return fleet.has_places and bool(fleet.by_place)


def if_all_counts(fleet: Fleet, request: Request) -> tuple[Request, Request]:
    """The request if every open row counted, those of no known class once as PCs, once as printers.

    Where each of them would be is left open: the places are those of the request.
    """
    counted, open_ = fleet.counted, fleet.open
    pcs, printers = counted.pcs + open_.pcs, counted.printers + open_.printers
    bases = (pcs + open_.either, printers), (pcs, printers + open_.either)
    as_pcs, as_printers = (
        replace(
            request,
            sites=None,
            countries=request.places or None,
            installed_base=InstalledBase(*each),
        )
        for each in bases
    )
    return as_pcs, as_printers


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
