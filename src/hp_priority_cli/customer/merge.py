"""One request on top of another: what was typed now over what a file says."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from typing import Any

from hp_priority_cli.customer.answers import FACTS
from hp_priority_cli.customer.records import Answer, InstalledBase, Request, Site
from hp_priority_cli.errors import UsageProblem

_COUNTS = ("pcs", "printers")
_NOT_COUNTED = ("pcs_without_cover", "printers_without_cover", "consumer_pcs", "displays")


def merged(below: Request, above: Request) -> Request:
    """The request `below` with everything that `above` states in its place.

    Counts join those of the base below, a site the sites below in other countries, answers those
    below on other points, discounts those below on other parts; a fact stated above takes the place
    of an answer below too. An approval below is for the discounts below, and so is a last
    day of a price book for its first. Raises UsageProblem where counts meet sites, and where sites
    would leave out devices of a base.
    """
    stated: dict[str, Any] = {
        field.name: value
        for field in fields(Request)
        if (value := getattr(above, field.name)) is not None
    }
    counts = stated.pop("installed_base", None)
    stated.pop("answers", None)
    if {"discounts", "discount_percent"} & stated.keys():
        stated.setdefault("approved_by", None)
    if "book_valid_from" in stated:
        stated.setdefault("book_valid_until", None)
    if "discounts" in stated:
        stated["discounts"] = dict(
            sorted({**(below.discounts or {}), **stated["discounts"]}.items())
        )
    if above.sites is not None:
        stated |= {"sites": _joined_sites(below, above, above.sites), "installed_base": None}
    request = replace(below, **stated, answers=_answers(below, above))
    return request if counts is None else _with_counts(request, counts)


def _joined_sites(below: Request, above: Request, sites: tuple[Site, ...]) -> tuple[Site, ...]:
    """The sites below that are in other countries, then those stated above, whose counts take the
    place of those below; what does not count in a country stays.

    Counts of the base below are split anew where there is a site for each place; else some would
    be lost, and so would be what else the base holds.
    """
    spoken_of = {site.country for site in sites}
    if below.installed_base is not None:
        rest = replace(below.installed_base, pcs=None, printers=None)
        places = set(above.countries or below.countries or ())
        if rest != InstalledBase() or not places or not places <= spoken_of:
            raise UsageProblem("sites-on-base")
    replaced = [site for site in below.sites or () if site.country in spoken_of]
    kept = [site for site in below.sites or () if site.country not in spoken_of]
    return (*kept, *_with_what_does_not_count(sites, replaced))


def _with_what_does_not_count(sites: Iterable[Site], replaced: Sequence[Site]) -> Iterator[Site]:
    """The sites, the first of each country with all that did not count there."""
    told: set[str] = set()
    for site in sites:
        is_first = site.country not in told
        before = [each for each in replaced if is_first and each.country == site.country]
        told.add(site.country)
        sums = {key: sum(getattr(each, key) for each in (site, *before)) for key in _NOT_COUNTED}
        other = sum((Counter(each.other) for each in (site, *before)), Counter[str]())
        yield replace(site, **sums, other=dict(other))


def _with_counts(request: Request, counts: InstalledBase) -> Request:
    if request.sites is not None:
        raise UsageProblem("base-and-sites")
    if request.installed_base is None:
        return replace(request, installed_base=counts)
    given = {key: getattr(counts, key) for key in _COUNTS if getattr(counts, key) is not None}
    return replace(request, installed_base=replace(request.installed_base, **given))


def _answers(below: Request, above: Request) -> tuple[Answer, ...] | None:
    """The answers of both, by point, without those below that something above replaces."""
    if below.answers is None and above.answers is None:
        return None
    kept = {a.point: a for a in below.answers or () if not _states(above, FACTS.get(a.point))}
    kept |= {answer.point: answer for answer in above.answers or ()}
    return tuple(kept[point] for point in sorted(kept))


def _states(request: Request, field: str | None) -> bool:
    """Whether a request states a fact, by its field; a base split by site states both counts."""
    if field is None:
        return False
    if field in _COUNTS:
        base = request.installed_base or InstalledBase()
        return request.sites is not None or getattr(base, field) is not None
    return getattr(request, field) is not None
