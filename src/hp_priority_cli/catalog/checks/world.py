"""Places and languages against the Unicode CLDR, through Babel: real codes, under their own names.

Babel takes a while to load; nothing but a whole check comes here.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.checks.complaint import COVERAGE, Complaint
from hp_priority_cli.catalog.checks.languages import is_language_tag, tags_named
from hp_priority_cli.catalog.checks.places import codes_named, is_country_code, listed_places
from hp_priority_cli.catalog.names import plain
from hp_priority_cli.catalog.records import Language, Place
from hp_priority_cli.errors import Path
from hp_priority_cli.readers.tree import Tree

_AMERICA = "America"
_NEARLY = 0.75
"""How alike a name and the right one are when one is taken for a slip."""
_AMERICAN_ISLANDS = frozenset(["BM", "FK", "GS"])
"""Places of the Americas whose time zones are named after the Atlantic."""

_NEVER_ASSIGNED = "UK"
"""The CLDR knows it beside the codes that were withdrawn, but it is only in common use."""


def countries(catalog: Catalog) -> Iterator[Complaint]:
    """A code that ISO 3166-1 does not assign, or has withdrawn while the entry does not say so."""
    for code, path, of_key in codes_named(catalog):
        is_right = code in _countries()
        if of_key and is_right:
            yield Complaint(COVERAGE, path, "wrong-code-is-right", {"id": code}, of_key=True)
        if of_key or is_right or not is_country_code(code) or _is_kept(catalog, code):
            continue
        newer = _successors(code)
        values = {"id": code, "near": newer[0] if len(newer) == 1 else None}
        yield Complaint(COVERAGE, path, "unknown-country", values)
    for place, path in listed_places(catalog):
        yield from _withdrawal(place, path)


def _is_kept(catalog: Catalog, code: str) -> bool:
    """Whether the list keeps a code that ISO 3166-1 has withdrawn."""
    was_one = code != _NEVER_ASSIGNED and bool(_successors(code))
    return was_one and catalog.place(code) is not None


def _withdrawal(place: Place, path: Path) -> Iterator[Complaint]:
    successors = _successors(place.code)
    if place.code in _countries():
        if place.withdrawn is not None:
            values = {"id": place.code}
            yield Complaint(COVERAGE, (*path, "withdrawn"), "withdrawn-in-force", values)
    elif successors and place.code != _NEVER_ASSIGNED:
        if place.withdrawn is None:
            yield Complaint(COVERAGE, (*path, "code"), "withdrawn-unsaid", {"id": place.code})
        missing = ", ".join(code for code in successors if code not in place.successors)
        if place.withdrawn is not None and missing:
            found = {"id": place.code, "missing": missing}
            yield Complaint(COVERAGE, (*path, "code"), "successor-missing", found)


def latin_america(catalog: Catalog) -> Iterator[Complaint]:
    """A place marked Latin American that lies outside the Americas."""
    for place, path in listed_places(catalog):
        around = _continents(place.code)
        if place.latin_america != "no" and around and _AMERICA not in around:
            where = (*path, "latin_america")
            yield Complaint(COVERAGE, where, "latin-america-elsewhere", {"id": place.code})


def unmarked(catalog: Catalog, tree: Tree) -> Iterator[Complaint]:
    """A place of the Americas that does not say whether it is Latin American, where others do."""
    if all(place.latin_america == "no" for place in catalog.places):
        return
    for place, path in listed_places(catalog):
        where = (*path, "latin_america")
        if _AMERICA in _continents(place.code) and where not in tree.keys:
            yield Complaint(COVERAGE, (*path, "code"), "latin-america-unsaid", {"id": place.code})


def regions(catalog: Catalog) -> Iterator[Complaint]:
    """A place that is alone with its continent in a region, while others share it elsewhere."""
    places = [[_continents(each.code) for each in r.places] for r in catalog.coverage.regions]
    often = [Counter(name for around in region for name in around) for region in places]
    shared = {name for each in often for name, times in each.items() if times > 1}
    for r, region in enumerate(places):
        for p, around in enumerate(region):
            alone = [often[r][name] == 1 and name in shared for name in around]
            if len(region) > 1 and alone and all(alone):
                path = ("regions", r, "places", p, "code")
                stated = catalog.coverage.regions[r]
                values = {"id": stated.places[p].code, "region": stated.id}
                yield Complaint(COVERAGE, path, "odd-region", values)


def languages(catalog: Catalog) -> Iterator[Complaint]:
    """A tag whose language or region is none, and an old one in whose stead none is accepted."""
    listed = catalog.coverage.languages
    taken = {tag for each in listed for tag in (each.tag, *each.accepts)}
    for tag, file, path in tags_named(catalog):
        base, *rest = tag.split("-")
        newer = None if base in _tongues() else _newer_tags().get(base)
        is_known = base in _tongues() or newer is not None
        if not is_language_tag(tag):
            continue
        if not is_known or not all(area in _countries() for area in rest if _is_area(area)):
            yield Complaint(file, path, "unknown-language", {"id": tag})
        elif newer is not None and newer not in taken:
            yield Complaint(file, path, "language-replaced", {"id": tag, "newer": newer})


def _is_area(subtag: str) -> bool:
    return len(subtag) == 2 and subtag.isupper()  # noqa: PLR2004 - a country, not an area by number


def names(catalog: Catalog) -> Iterator[Complaint]:
    """A place or language under the name of another."""
    for language in ("en", "fr"):
        places, tongues = _codes_by_name(language)
        for place, path in listed_places(catalog):
            bearer = places.get(plain(getattr(place.name, language)))
            if bearer not in (None, place.code) and place.code in _countries():
                values = {"id": place.code, "name": getattr(place.name, language), "bearer": bearer}
                where: Path = (*path, "name", language)
                yield Complaint(COVERAGE, where, "name-of-another-place", values)
        for n, each in enumerate(catalog.coverage.languages):
            bearer = tongues.get(plain(getattr(each.name, language)))
            if bearer not in (None, each.tag) and each.tag in _tongues():
                values = {"id": each.tag, "name": getattr(each.name, language), "bearer": bearer}
                where = ("languages", n, "name", language)
                yield Complaint(COVERAGE, where, "name-of-another-language", values)


def spelling(catalog: Catalog) -> Iterator[Complaint]:
    """A name that is nearly that of the CLDR, which is not among the other names either."""
    for language in ("en", "fr"):
        places, tongues = _world_names(language)
        known_places, known_tongues = _codes_by_name(language)
        for place, path in listed_places(catalog):
            if plain(getattr(place.name, language)) not in known_places:
                right = places.get(place.code)
                yield from _misspelt(place, right, (*path, "name", language))
        for n, each in enumerate(catalog.coverage.languages):
            if plain(getattr(each.name, language)) not in known_tongues:
                right = tongues.get(each.tag)
                yield from _misspelt(each, right, ("languages", n, "name", language))


def _misspelt(named: Place | Language, right: str | None, path: Path) -> Iterator[Complaint]:
    stated = str(getattr(named.name, str(path[-1])))
    if right is None or plain(right) in [plain(other) for other in named.also]:
        return
    if get_close_matches(plain(stated), [plain(right)], n=1, cutoff=_NEARLY):
        yield Complaint(COVERAGE, path, "name-misspelt", {"name": stated, "near": right})


@cache
def _world_names(language: str) -> tuple[dict[str, str], dict[str, str]]:
    """The names of the world's countries and languages by code, in `en` or `fr`."""
    from babel import Locale

    locale = Locale(language)
    places = {code: name for code, name in locale.territories.items() if code in _countries()}
    return places, {tag: name for tag, name in locale.languages.items() if "_" not in tag}


@cache
def _codes_by_name(language: str) -> tuple[dict[str, str], dict[str, str]]:
    """The codes of the world's places and languages by their names in `en` or `fr`."""
    places, tongues = _world_names(language)
    return (
        {plain(name): code for code, name in places.items()},
        {plain(name): tag for tag, name in tongues.items()},
    )


def _continents(code: str) -> set[str]:
    """Where a place lies, by the first word of its time zones; nothing where none is known."""
    codes = (code, *_successors(code))
    zones = [zone for each in codes for zone in _cldr("territory_zones").get(each, ())]
    around = {zone.partition("/")[0] for zone in zones}
    return {_AMERICA} if _AMERICA in around or code in _AMERICAN_ISLANDS else around


def _successors(code: str) -> tuple[str, ...]:
    """The codes that took the place of one that is in force no more."""
    is_old = is_country_code(code) and code not in _countries()
    return tuple(_cldr("territory_aliases").get(code, ())) if is_old else ()


@cache
def _countries() -> frozenset[str]:
    """The codes that ISO 3166-1 assigns today: the CLDR has time zones for each of them, and `ZZ`
    for nowhere. Bouvet Island, and Heard and McDonald Islands, where nobody lives, have none.
    """
    return frozenset({*_cldr("territory_zones"), "BV", "HM"} - {"ZZ"})


@cache
def _tongues() -> frozenset[str]:
    """The language subtags in use."""
    likely = {tag.partition("_")[0] for tag in _cldr("likely_subtags")}
    return frozenset(likely | _world_names("en")[1].keys())


def _newer_tags() -> Mapping[str, str]:
    """The language subtags that another one replaces, by the old one."""
    return _cldr("language_aliases")


def _cldr(name: str) -> Mapping[str, Any]:
    from babel.core import get_global

    return get_global(name)  # type: ignore[arg-type]
