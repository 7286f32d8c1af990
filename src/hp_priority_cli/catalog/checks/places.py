"""Places: one entry each, the doubts about them, and the names and codes taken for them."""

import re
import unicodedata
from collections.abc import Iterator

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.checks.complaint import COVERAGE, Complaint, repeated
from hp_priority_cli.catalog.records import Place
from hp_priority_cli.errors import Path

_CODE = re.compile(r"[A-Z]{2}")


def is_country_code(code: str) -> bool:
    """Whether a code has the form of ISO 3166-1 alpha-2."""
    return _CODE.fullmatch(code) is not None


def listed_places(catalog: Catalog) -> Iterator[tuple[Place, Path]]:
    """Every place with its path in the file."""
    for r, region in enumerate(catalog.coverage.regions):
        for p, place in enumerate(region.places):
            yield place, ("regions", r, "places", p)


def codes_named(catalog: Catalog) -> Iterator[tuple[str, Path, bool]]:
    """Every code of a place wherever it stands, with its path and whether it is a key there."""
    for place, path in listed_places(catalog):
        yield place.code, (*path, "code"), False
        for key in ("successors", "confused_with"):
            for n, code in enumerate(getattr(place, key)):
                yield code, (*path, key, n), False
    for a, ambiguous in enumerate(catalog.coverage.ambiguous_names):
        for n, code in enumerate(ambiguous.codes):
            yield code, ("ambiguous_names", a, "codes", n), False
    for wrong, right in catalog.coverage.wrong_codes.items():
        yield wrong, ("wrong_codes", wrong), True
        yield right, ("wrong_codes", wrong), False


def codes(catalog: Catalog) -> Iterator[Complaint]:
    """A code that is not two capital letters, and a place that stands twice in the list."""
    for code, path, of_key in codes_named(catalog):
        if not is_country_code(code):
            yield Complaint(COVERAGE, path, "malformed-country", {"value": code}, of_key)
    listed = ((place.code, (*path, "code")) for place, path in listed_places(catalog))
    yield from repeated(listed, COVERAGE, "duplicate-country")


def doubts(catalog: Catalog) -> Iterator[Complaint]:
    """A place taken for another without the reading behind it, or where there is no doubt."""
    claimed: set[str] = set()
    for place, path in listed_places(catalog):
        if (place.successors or place.confused_with) and place.reading is None:
            yield Complaint(COVERAGE, path, "doubt-without-reading", {"id": place.code})
        if place.successors and place.withdrawn is None:
            values = {"id": place.code}
            yield Complaint(COVERAGE, (*path, "successors"), "successors-of-no-withdrawn", values)
        for key in ("successors", "confused_with"):
            for n, code in enumerate(getattr(place, key)):
                values = {"id": code, "by": place.code}
                if catalog.place(code) is not None:
                    yield Complaint(COVERAGE, (*path, key, n), "doubt-about-listed", values)
                elif code in claimed:
                    yield Complaint(COVERAGE, (*path, key, n), "doubt-claimed-twice", values)
                claimed.add(code)


def idle_readings(catalog: Catalog) -> Iterator[Complaint]:
    """A place that names a reading, and neither successors nor another place that it could be."""
    for place, path in listed_places(catalog):
        if place.reading is not None and not place.successors and not place.confused_with:
            values = {"id": place.code}
            yield Complaint(COVERAGE, (*path, "reading"), "reading-without-doubt", values)


def ambiguous_names(catalog: Catalog) -> Iterator[Complaint]:
    """An ambiguous name that fewer than two places answer to."""
    for n, each in enumerate(catalog.coverage.ambiguous_names):
        if len(set(each.codes)) < 2:  # noqa: PLR2004 - two make it ambiguous
            path = ("ambiguous_names", n, "codes")
            yield Complaint(COVERAGE, path, "ambiguous-name-of-one", {"id": each.name})


def order(catalog: Catalog) -> Iterator[Complaint]:
    """The first place of a region that leaves the alphabet of the data sheet's language."""
    language = catalog.document.language.partition("-")[0]
    for r, region in enumerate(catalog.coverage.regions):
        names = [_sortable(getattr(place.name, language, "")) for place in region.places]
        for p in range(1, len(names)):
            if names[p] < names[p - 1]:
                path = ("regions", r, "places", p, "name")
                values = {"id": region.places[p].code, "before": region.places[p - 1].code}
                yield Complaint(COVERAGE, path, "places-out-of-order", values)
                break


def _sortable(name: str) -> str:
    """A name by its letters alone, as an index sorts it."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(char for char in letters if char.isalnum())
