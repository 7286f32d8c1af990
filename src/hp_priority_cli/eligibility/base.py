"""The arithmetic of a minimum: what counts, what is met, by how much, and what would mend it."""

from collections.abc import Iterable
from dataclasses import dataclass

from hp_priority_cli.catalog.records import Way
from hp_priority_cli.customer.records import Request

CLASSES = ("pcs", "printers")


@dataclass(frozen=True, slots=True)
class Counted:
    """The devices that count, and the classes that were not stated throughout.

    What was not stated is taken as 0. `unstated` gives the classes, `sites` the places at which
    one was not stated while others stated it: pairs of class and country. `by_site` is whether the
    base is split, and so every count is to be stated with its place.
    """

    pcs: int
    printers: int
    unstated: tuple[str, ...] = ()
    sites: tuple[tuple[str, str], ...] = ()
    by_site: bool = False

    def unstated_at(self, device_class: str) -> tuple[str, ...]:
        """The countries of the sites that left a class out; none where nobody stated it."""
        return tuple(sorted({country for key, country in self.sites if key == device_class}))

    def unstated_values(self, device_class: str) -> dict[str, object]:
        """What to say of a class that was not stated: its name, and where, if only there."""
        countries = self.unstated_at(device_class)
        named: dict[str, object] = {"device_class": device_class.removesuffix("s")}
        return named | ({"countries": countries} if countries else {})

    def unstated_point(self, device_class: str) -> dict[str, object]:
        """What to ask of a class that was not stated: how it is to be stated too."""
        split: dict[str, object] = {"by_site": True} if self.by_site else {}
        return self.unstated_values(device_class) | split

    def of(self, device_class: str) -> int:
        """The count of one class, `pcs` or `printers`."""
        return self.pcs if device_class == "pcs" else self.printers


def count_base(request: Request) -> Counted:
    """The covered PCs and printers of all shares of the base; a share not stated adds nothing."""
    shares = request.bases
    unstated = tuple(key for key in CLASSES if any(getattr(each, key) is None for each in shares))
    in_part = [key for key in unstated if any(getattr(each, key) is not None for each in shares)]
    sites = tuple(
        (key, site.country)
        for key in in_part
        for site in request.served_sites
        if getattr(site, key) is None
    )
    devices = request.devices
    by_site = request.sites is not None
    return Counted(devices.pcs, devices.printers, unstated, sites, by_site)


def way_counts(way: Way) -> tuple[str, int]:
    """The one count of a way, as its key (`devices`, `pcs`, `printers`) and figure."""
    named = (("devices", way.devices), ("pcs", way.pcs), ("printers", way.printers))
    return next((key, figure) for key, figure in named if figure is not None)


def margin(way: Way, base: Counted) -> int:
    """How far a base is above a way's figure; negative where it falls short."""
    key, figure = way_counts(way)
    held = base.pcs + base.printers if key == "devices" else base.of(key)
    return held - figure


def meets(ways: Iterable[Way], base: Counted) -> bool:
    """Whether any of the ways is met: at least its figure (`>=`)."""
    return any(margin(way, base) >= 0 for way in ways)


def helps(way: Way, device_class: str) -> bool:
    """Whether devices of a class count toward a way."""
    return way_counts(way)[0] in ("devices", device_class)


def least_to_add(ways: tuple[Way, ...], base: Counted, device_class: str) -> int | None:
    """The fewest devices of one class that, added, meet any of the ways; None where none helps."""
    if meets(ways, base):
        return 0
    return min((-margin(way, base) for way in ways if helps(way, device_class)), default=None)


def most_to_lose(ways: tuple[Way, ...], base: Counted, device_class: str) -> int:
    """The most devices of one class that may go before no way is met. The base meets one now."""
    held = base.of(device_class)
    spare = [
        min(held, margin(way, base)) if helps(way, device_class) else held
        for way in ways
        if margin(way, base) >= 0
    ]
    return max(spare)
