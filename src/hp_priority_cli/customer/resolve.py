"""A request as typed, to one with ISO 3166-1 codes, BCP 47 tags and its answers put in."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple, TypeVar

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.names import Match, find_language, find_place, find_tier
from hp_priority_cli.catalog.parts import find_part
from hp_priority_cli.customer.records import Request, Site
from hp_priority_cli.errors import MOST_FINDINGS, Path

Item = TypeVar("Item")


class Unresolved(NamedTuple):
    """A word of a request that names no one thing: a `place`, `language`, `part` or `tier`."""

    kind: str
    word: str
    path: Path
    match: Match


def resolve(request: Request, catalog: Catalog) -> tuple[Request, list[Unresolved]]:
    """The request in codes and tags, each once and in a fixed order, and every word that failed."""
    places = _Resolver("place", find_place, catalog)
    languages = _Resolver("language", find_language, catalog)
    parts = _Resolver("part", find_part, catalog)
    sites = request.sites
    resolved = replace(
        request,
        countries=places.every(request.countries, "countries"),
        sites=sites and tuple(places.site(site, n) for n, site in enumerate(sites)),
        headquarters=places.maybe(request.headquarters, "headquarters"),
        languages=languages.every(request.languages, "languages"),
        order_country=places.maybe(request.order_country, "order_country"),
        discounts=parts.keys(request.discounts, "discounts"),
    )
    failed = [*places.failed, *languages.failed, *parts.failed]
    if request.tier is not None:
        match = find_tier(catalog, request.tier)
        if match.code is None:
            failed.append(Unresolved("tier", request.tier, ("tier",), match))
        else:
            resolved = replace(resolved, tier=match.code)
    return resolved, failed


class _Resolver:
    """Turns words of one kind into codes and keeps those that name no one thing."""

    def __init__(self, kind: str, find: Callable[[Catalog, str], Match], catalog: Catalog) -> None:
        self.kind = kind
        self.find = find
        self.catalog = catalog
        self.failed: list[Unresolved] = []

    def one(self, word: str, path: Path) -> str:
        if len(self.failed) > MOST_FINDINGS:  # what is near a word takes long to find
            return word
        match = self.find(self.catalog, word)
        if match.code is None:
            self.failed.append(Unresolved(self.kind, word, path, match))
        return match.code or word

    def maybe(self, word: str | None, key: str) -> str | None:
        return None if word is None else self.one(word, (key,))

    def keys(self, items: Mapping[str, Item] | None, key: str) -> Mapping[str, Item] | None:
        """The same values under what their keys stand for, in a fixed order."""
        if items is None:
            return None
        found = {self.one(word, (key, word)): value for word, value in items.items()}
        return dict(sorted(found.items()))

    def every(self, words: tuple[str, ...] | None, key: str) -> tuple[str, ...] | None:
        if words is None:
            return None
        return tuple(sorted({self.one(word, (key, n)) for n, word in enumerate(words)}))

    def site(self, site: Site, n: int) -> Site:
        return replace(site, country=self.one(site.country, ("sites", n, "country")))
