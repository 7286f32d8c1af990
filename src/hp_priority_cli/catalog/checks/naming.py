"""No two things answer to one name, however it is written."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.checks.complaint import COVERAGE, TIERS, Complaint
from hp_priority_cli.catalog.checks.places import listed_places
from hp_priority_cli.catalog.devices import type_key
from hp_priority_cli.catalog.names import plain
from hp_priority_cli.catalog.records import Bilingual, DeviceType, OtherType
from hp_priority_cli.errors import Path


class Named(NamedTuple):
    """A name, what bears it, and the path that it stands at."""

    name: str
    bearer: str
    path: Path


def names_of_tiers(catalog: Catalog) -> Iterator[Complaint]:
    """A name that two tiers or two features share."""
    tiers = ((tier.id, tier.name, ("tiers", n, "name")) for n, tier in enumerate(catalog.tiers))
    yield from _shared((Named(name, id_, path) for id_, name, path in tiers), TIERS)
    rows = [_both(each.id, each.name, ("features", n)) for n, each in enumerate(catalog.features)]
    yield from _shared((each for both in rows for each in both), TIERS)


def words_of_devices(catalog: Catalog) -> Iterator[Complaint]:
    """A word that two types of device share: an inventory would take one for the other."""
    yield from _shared(_words_of_devices(catalog), TIERS, spelt=type_key)


def _words_of_devices(catalog: Catalog) -> Iterator[Named]:
    lists: dict[str, tuple[DeviceType | OtherType, ...]] = {
        "device_types": catalog.tiers_file.device_types,
        "other_types": catalog.tiers_file.other_types,
    }
    for key, items in lists.items():
        for n, each in enumerate(items):
            path: Path = (key, n)
            yield Named(each.id, each.id, (*path, "id"))
            yield from _both(each.id, each.name, path)
            for m, word in enumerate(each.words):
                yield Named(word, each.id, (*path, "words", m))


def names_of_places(catalog: Catalog) -> Iterator[Complaint]:
    """A name that two places or two regions share, or that is also among the ambiguous ones."""
    regions = enumerate(catalog.coverage.regions)
    of_regions = [_both(each.id, each.name, ("regions", n)) for n, each in regions]
    yield from _shared((each for both in of_regions for each in both), COVERAGE)
    yield from _shared(_names_of_places(catalog), COVERAGE)


def _names_of_places(catalog: Catalog) -> Iterator[Named]:
    for place, path in listed_places(catalog):
        yield from _both(place.code, place.name, path)
        for m, name in enumerate(place.also):
            yield Named(name, place.code, (*path, "also", m))
    for n, each in enumerate(catalog.coverage.ambiguous_names):
        yield Named(each.name, ", ".join(each.codes), ("ambiguous_names", n, "name"))


def names_of_languages(catalog: Catalog) -> Iterator[Complaint]:
    """A name that two languages share."""
    yield from _shared(_names_of_languages(catalog), COVERAGE)


def _names_of_languages(catalog: Catalog) -> Iterator[Named]:
    for n, language in enumerate(catalog.coverage.languages):
        path: Path = ("languages", n)
        yield from _both(language.tag, language.name, path)
        for m, name in enumerate(language.also):
            yield Named(name, language.tag, (*path, "also", m))


def _both(bearer: str, name: Bilingual, path: Path) -> tuple[Named, Named]:
    return (
        Named(name.en, bearer, (*path, "name", "en")),
        Named(name.fr, bearer, (*path, "name", "fr")),
    )


def _shared(
    names: Iterable[Named], file: str, spelt: Callable[[str], str] = plain
) -> Iterator[Complaint]:
    bearers: dict[str, str] = {}
    for name, bearer, path in names:
        first = bearers.setdefault(spelt(name), bearer)
        if first != bearer and spelt(name):
            values = {"name": name, "id": bearer, "bearer": first}
            yield Complaint(file, path, "name-taken", values)
