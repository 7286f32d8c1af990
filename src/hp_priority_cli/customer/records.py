"""A request, as plain frozen records in the shape of the request file.

The field names *are* the keys of that file. `None` means not stated, which is neither 0 nor no.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from hp_priority_cli.readers.scalars import MAX_COUNT, Between, Count, Percentage

ItDesk = Literal["own", "partner", "none"]
YES, NO = "yes", "no"
"""What is answered to a question that can be: `yes` confirms what the tool adopted."""
ACCEPTED, REFUSED = "accepted", "refused"
"""What HP says of a base where a reading leaves the decision to HP."""


@dataclass(frozen=True, slots=True)
class InstalledBase:
    """HP devices of a customer, or of one site. The first two are under valid cover and count."""

    pcs: Count | None = None
    """Commercial HP PCs under valid cover: desktops, notebooks, workstations, retail points of
    sale, thin clients. Left out it counts as 0, and the answer says so. Example: `300`."""
    printers: Count | None = None
    """Professional HP printers under valid cover. Left out it counts as 0, and the answer says so.
    Example: `40`."""
    pcs_without_cover: Count = 0
    """PCs whose warranty, Care Pack or contract has run out: never counted, and said so."""
    printers_without_cover: Count = 0
    """Printers whose warranty, Care Pack or contract has run out: never counted, and said so."""
    consumer_pcs: Count = 0
    """PCs of consumer lines: never counted, and said so."""
    displays: Count = 0
    """Displays: covered with their PC, never counted."""
    other: Mapping[str, Count] = field(default_factory=dict)
    """Devices of any other type, each by its own word: never counted, and said so.
    Example: `{"tablet": 60}`."""


@dataclass(frozen=True, slots=True)
class Site:
    """One place of the customer with its share of the base: a country and the keys of a base."""

    country: str
    """The country of the site: its ISO 3166-1 code, or its name in English or French. Norway is
    written "NO", in quotes. Examples: `FR`, `Belgium`."""
    pcs: Count | None = None
    """Commercial HP PCs under valid cover at this site. Left out it counts as 0, and the answer
    says so. Example: `300`."""
    printers: Count | None = None
    """Professional HP printers under valid cover at this site. Left out it counts as 0, and the
    answer says so. Example: `40`."""
    pcs_without_cover: Count = 0
    """PCs at this site whose warranty, Care Pack or contract has run out: never counted."""
    printers_without_cover: Count = 0
    """Printers at this site whose warranty, Care Pack or contract has run out: never counted."""
    consumer_pcs: Count = 0
    """PCs of consumer lines at this site: never counted."""
    displays: Count = 0
    """Displays at this site: covered with their PC, never counted."""
    other: Mapping[str, Count] = field(default_factory=dict)
    """Devices of any other type at this site, each by its own word: never counted.
    Example: `{"tablet": 60}`."""


@dataclass(frozen=True, slots=True)
class Devices:
    """The covered devices of a customer in all; a class that was not stated counts as none."""

    pcs: Count
    """Commercial HP PCs under valid cover."""
    printers: Count
    """Professional HP printers under valid cover."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What HP or the customer said to one open point, by whom, on which day, under which reference.

    Once `resolve` has seen it, `point` is the id of the open point, or for the minimum of a tier
    the id of the reading in dispute, and `answer` one of the values that the point takes.
    """

    point: str
    """The id of the open point, as answers and saved requests print it.
    Examples: `minimum-base`, `country-not-listed:RO`, `management-plus-inherits-minimum`."""
    answer: str
    """What was said, in a value that the point takes: yes or no to a reading or a place, a fact
    for a question about the customer. Examples: `yes`, `no`, `accepted`, `refused`, `own`."""
    by: str | None = None
    """Who said it; printed as "confirmed by"."""
    on: date | None = None
    """The day on which it was said. Example: `2026-11-24`."""
    reference: str | None = None
    """A ticket, letter or mail in which it can be found again."""
    base: Devices | None = None
    """The base that HP accepted or refused: its word is on that one and on no other. Left out it is
    the base of the request. Example: `{"pcs": 6000, "printers": 100}`."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is known of a customer and what is wanted; what is left out was not stated.

    Places and languages are as typed until `resolve` has turned them into ISO 3166-1 codes and
    BCP 47 tags. `sites` replaces `installed_base`.

    `price_book` names files; of the books in them one serves the quote, by `order_country` or the
    places, or the one with `price_book_id` or in `currency`. Discounts are in percent: on every
    line, and in `discounts` by part number, which goes before.
    """

    customer: str | None = None
    """The customer's name, as the quote shall print it."""
    reference: str | None = None
    """The number of the deal, as the quote shall print it."""
    installed_base: InstalledBase | None = None
    """The devices of the customer in all. Not beside `sites`."""
    sites: Annotated[tuple[Site, ...], Between(1)] | None = None
    """The devices of the customer place by place, in the stead of `installed_base`."""
    countries: tuple[str, ...] | None = None
    """The places to be served: ISO 3166-1 codes, or names in English or French. Norway is written
    "NO", in quotes. Left out it is asked of the customer. Example: `["FR", "BE"]`."""
    headquarters: str | None = None
    """The country of the customer's head office, where the manager of the higher tiers sits. Left
    out it is asked where a tier has a manager. Example: `FR`."""
    languages: tuple[str, ...] | None = None
    """The support languages that are wanted: BCP 47 tags, or names in English or French. Norwegian
    is written "no", in quotes. Example: `["fr", "nl"]`."""
    around_the_clock: bool | None = None
    """Whether help is needed at all hours of every day. Left out it is not."""
    it_desk: ItDesk | None = None
    """Who diagnoses hardware before HP is called: the customer's own IT desk (`own`), a provider's
    that the customer approves (`partner`), or nobody (`none`). Left out it is asked."""
    whole_base: bool | None = None
    """Whether the devices stated are the whole base under valid cover and all are to be covered.
    Left out it is asked."""
    tier: str | None = None
    """The tier that is wanted, by its id. Left out all of them are judged.
    Examples: `access`, `access-plus`, `management`, `management-plus`."""
    term_years: Annotated[int, Between(1, MAX_COUNT)] | None = None
    """The term that is wanted, in years. A quote needs one. Examples: `1`, `3`, `5`."""
    purchase_date: date | None = None
    """The day of purchase, from which the latest day of activation follows. Example: `2026-12-01`.
    """
    order_country: str | None = None
    """The country in which the order is placed, by which a price book is chosen: ISO 3166-1 code or
    name. Left out a book must hold for every place that is served. Example: `FR`."""
    order_unit: Literal["device", "contract"] | None = None
    """How the parts of the tier are ordered, where that is known: one for each covered device, or
    one in all."""
    price_book: tuple[str, ...] | None = None
    """The files of the price books that may serve the quote, as seen from the folder in which the
    command is run, else from that of this file. An answer has their names alone, without folders.
    Example: `["prices.yaml"]`."""
    price_book_id: str | None = None
    """The id of the book that is meant, where several of them fit."""
    currency: str | None = None
    """The currency of the book that is meant, where several of them fit; that of the amounts in a
    plain spreadsheet. Examples: `EUR`, `CHF`."""
    book_valid_from: date | None = None
    """The first day of a price book that is a plain spreadsheet, which says none itself; not for
    any other book. Example: `2026-01-01`."""
    book_valid_until: date | None = None
    """The last day of such a spreadsheet. Left out it has no end. Example: `2026-12-31`."""
    book_period: Literal["term", "year"] | None = None
    """Whether an amount of such a spreadsheet is for the whole term or for each year of it. Left
    out it is for the whole term."""
    book_decimal: Literal[".", ","] | None = None
    """The decimal mark in such a spreadsheet. Left out it is the point."""
    discount_percent: Percentage | None = None
    """The discount on every line, in percent. Examples: `"3"`, `"4.5"`."""
    discounts: Mapping[str, Percentage] | None = None
    """The discounts on single parts, in percent, by part number; each goes before
    `discount_percent`. Example: `{"U80M6E": "4.5"}`."""
    approved_by: str | None = None
    """Who has approved the discounts that need it."""
    answers: tuple[Answer, ...] | None = None
    """What HP or the customer has answered to open points; each closes the point that it names."""
    as_of: date | None = None
    """The day on which everything is judged. Left out it is today. Example: `2026-11-24`."""

    @property
    def places(self) -> tuple[str, ...]:
        """Every country of the request once, in a fixed order: stated ones and those of sites."""
        stated = [*(self.countries or ()), *(site.country for site in self.sites or ())]
        return tuple(sorted(set(stated)))

    @property
    def states_base(self) -> bool:
        """Whether anything of the installed base was stated, in all or by site."""
        return self.installed_base is not None or self.sites is not None

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
        refused = self.refused_places
        return tuple(site for site in self.sites or () if site.country not in refused)

    @property
    def refused_places(self) -> frozenset[str]:
        """The places that HP said it does not serve, by the answers about them."""
        said = self.place_answers
        return frozenset(code for code in self.places if said.get(code) == NO)

    @property
    def place_answers(self) -> Mapping[str, str]:
        """What HP answered about places, by their codes, whatever the doubt about each was."""
        said: dict[str, str] = {}
        for each in self.answers or ():
            if each.point.startswith("country-"):
                said.setdefault(each.point.rpartition(":")[2], each.answer)
        return said

    @property
    def devices(self) -> Devices:
        """The covered devices of all shares of the base."""
        pcs = sum(each.pcs or 0 for each in self.bases)
        return Devices(pcs, sum(each.printers or 0 for each in self.bases))

    @property
    def answers_in_force(self) -> tuple[Answer, ...]:
        """The answers that bear on this request.

        Not those on a base that it no longer has, nor those about a place that it does not name:
        nor does HP accept what has no device.
        """
        return tuple(each for each in self.answers or () if self._bears(each))

    def _bears(self, answer: Answer) -> bool:
        kind, _, about = answer.point.partition(":")
        if kind.startswith("country-"):
            return about in self.places
        if kind == "headquarters-not-listed":
            return about == self.headquarters
        if answer.answer == ACCEPTED and self.devices == Devices(0, 0):
            return False
        return answer.base in (None, self.devices)

    def answer_to(self, point: str) -> str | None:
        """What was answered to a point, by its id, as far as it is in force."""
        return next((each.answer for each in self.answers_in_force if each.point == point), None)
