"""A request, as plain frozen records in the shape of the request file.

The field names *are* the keys of that file. `None` means not stated, which is neither 0 nor no.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

ItDesk = Literal["own", "partner", "none"]
YES, NO = "yes", "no"
"""What is answered to a question that can be: `yes` confirms what the tool adopted."""
ACCEPTED, REFUSED = "accepted", "refused"
"""What HP says of a base where a reading leaves the decision to HP."""


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
class Answer:
    """What HP or the customer said to one open point, by whom, on which day, under which reference.

    Once `resolve` has seen it, `point` is the id of the open point, or for the minimum of a tier
    the id of the reading in dispute, and `answer` one of the values that the point takes.
    """

    point: str
    answer: str
    by: str | None = None
    on: date | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """What is known of a customer and what is wanted.

    Places and languages are as typed until `resolve` has turned them into ISO 3166-1 codes and
    BCP 47 tags. `sites` replaces `installed_base`.

    `price_book` names files; of the books in them one serves the quote, by `order_country` or the
    places, or the one with `price_book_id` or in `currency`. Discounts are in percent: on every
    line, and in `discounts` by part number, which goes before.
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
    order_country: str | None = None
    """Where the order is placed, as a code or name: price books match on it alone. Left out every
    place of the customer must be in the book. Example: `FR`."""
    order_unit: Literal["device", "contract"] | None = None
    price_book: tuple[str, ...] | None = None
    """The files of the price books, of which the one that fits serves the quote. Left out nothing
    is priced. Example: `["prices.yaml"]`."""
    price_book_id: str | None = None
    """Of several price books the one with this id."""
    currency: str | None = None
    """Of several price books the one in this currency; that of a plain spreadsheet.
    Example: `EUR`."""
    discount_percent: Decimal | None = None
    """The discount on every line, in percent from 0 to 100. Example: `2.5`."""
    discounts: Mapping[str, Decimal] | None = None
    """Discounts in percent by part number; each goes before the one on every line."""
    approved_by: str | None = None
    """Who approved the discounts that need it."""
    answers: tuple[Answer, ...] | None = None
    as_of: date | None = None

    @property
    def places(self) -> tuple[str, ...]:
        """Every country of the request once, in a fixed order: stated ones and those of sites."""
        stated = [*(self.countries or ()), *(site.country for site in self.sites or ())]
        return tuple(sorted(set(stated)))

    @property
    def bases(self) -> "tuple[InstalledBase | Site, ...]":
        """The shares that make up the installed base: one a site, or the one that was stated.

        A site where HP said that it does not serve is left out.
        """
        if self.sites is not None:
            return self.served_sites
        return (self.installed_base or InstalledBase(),)

    @property
    def served_sites(self) -> tuple[Site, ...]:
        """The sites, without those of places that HP said it does not serve."""
        return tuple(site for site in self.sites or () if site.country not in self.refused_places)

    @property
    def refused_places(self) -> frozenset[str]:
        """The places that HP said it does not serve, by the answers about them."""
        return frozenset(code for code in self.places if self.place_answer(code) == NO)

    def place_answer(self, code: str) -> str | None:
        """What HP answered about a place, whatever the doubt about it was."""
        about = (answer for answer in self.answers or () if answer.point.startswith("country-"))
        return next((each.answer for each in about if each.point.endswith(f":{code}")), None)

    def answer_to(self, point: str) -> str | None:
        """What was answered to a point, by its id."""
        return next((each.answer for each in self.answers or () if each.point == point), None)
