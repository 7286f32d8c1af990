"""A request, as plain frozen records in the shape of the request file.

The field names *are* the keys of that file. `None` means not stated, which is neither 0 nor no.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

ItDesk = Literal["own", "partner", "none"]


@dataclass(frozen=True, slots=True)
class InstalledBase:
    """HP devices of a customer, or of one site. The first two are under valid cover and count."""

    pcs: int | None = None
    printers: int | None = None
    pcs_without_cover: int = 0
    printers_without_cover: int = 0
    consumer_pcs: int = 0
    displays: int = 0
    other: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Site:
    """One place of the customer with its share of the base: a country and the keys of a base."""

    country: str
    pcs: int | None = None
    printers: int | None = None
    pcs_without_cover: int = 0
    printers_without_cover: int = 0
    consumer_pcs: int = 0
    displays: int = 0
    other: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Request:
    """What is known of a customer and what is wanted.

    Places and languages are as typed until `resolve` has turned them into ISO 3166-1 codes and
    BCP 47 tags. `sites` replaces `installed_base`.
    """

    customer: str | None = None
    reference: str | None = None
    installed_base: InstalledBase | None = None
    sites: tuple[Site, ...] | None = None
    countries: tuple[str, ...] | None = None
    headquarters: str | None = None
    languages: tuple[str, ...] | None = None
    around_the_clock: bool | None = None
    it_desk: ItDesk | None = None
    whole_base: bool | None = None
    tier: str | None = None
    term_years: int | None = None
    purchase_date: date | None = None
    order_unit: Literal["device", "contract"] | None = None
    as_of: date | None = None

    @property
    def places(self) -> tuple[str, ...]:
        """Every country of the request once, in a fixed order: stated ones and those of sites."""
        stated = [*(self.countries or ()), *(site.country for site in self.sites or ())]
        return tuple(sorted(set(stated)))

    @property
    def bases(self) -> "tuple[InstalledBase | Site, ...]":
        """The shares that make up the installed base: one a site, or the one that was stated."""
        if self.sites is not None:
            return self.sites
        return (self.installed_base or InstalledBase(),)
