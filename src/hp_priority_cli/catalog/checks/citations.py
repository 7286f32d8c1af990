"""Everything in the catalog that cites a clause or a reading, with its place."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.checks.complaint import COVERAGE, SKUS, SOURCE, TIERS
from hp_priority_cli.catalog.records import CoverageFile, DeviceType, OtherType, Statement
from hp_priority_cli.errors import Path


class Citation(NamedTuple):
    """A clause or reading that is cited; `id` is empty where a fact cites no clause at all.

    `by` is the fact that hangs on a reading, as `touches` would name it, where it is one such.
    """

    file: str
    path: Path
    kind: Literal["clause", "reading"]
    id: str
    by: str | None = None


def citations(catalog: Catalog) -> Iterator[Citation]:
    """Every clause and reading that is cited, in the order of the files."""
    yield from _by_tiers(catalog)
    yield from _by_statements(catalog)
    yield from _clauses(SKUS, (), catalog.skus_file.clauses)
    yield from _reading(SKUS, ("band_reading",), catalog.skus_file.band_reading)
    yield from _by_coverage(catalog.coverage)
    for n, reading in enumerate(catalog.source.readings):
        yield from _clauses(SOURCE, ("readings", n), reading.clauses)
        yield from _clauses(SOURCE, ("readings", n), reading.against, "against")
    for n, note in enumerate(catalog.source.notes):
        yield from _clauses(SOURCE, ("notes", n), note.clauses)


def _by_tiers(catalog: Catalog) -> Iterator[Citation]:
    for n, tier in enumerate(catalog.tiers):
        path: Path = ("tiers", n)
        by = f"tier:{tier.id}"
        yield from _clauses(TIERS, path, tier.clauses)
        yield from _clauses(TIERS, (*path, "minimum"), tier.minimum.clauses)
        for m, other in enumerate(tier.minimum.other_readings):
            place: Path = (*path, "minimum", "other_readings", m, "reading")
            yield from _reading(TIERS, place, other.reading, by)
        yield from _reading(TIERS, (*path, "order_unit_reading"), tier.order_unit_reading, by)
    for n, feature in enumerate(catalog.features):
        yield from _clauses(TIERS, ("features", n), feature.clauses)
        for m, reading in enumerate(feature.readings):
            place = ("features", n, "readings", m)
            yield from _reading(TIERS, place, reading, f"feature:{feature.id}")


def _by_statements(catalog: Catalog) -> Iterator[Citation]:
    tiers = catalog.tiers_file
    yield from _clauses(TIERS, ("terms",), tiers.terms.clauses)
    lists: dict[str, tuple[Statement | DeviceType | OtherType, ...]] = {
        "prerequisites": tiers.prerequisites,
        "assumptions": tiers.assumptions,
        "duties": tiers.duties,
        "exclusions": tiers.exclusions,
        "device_types": tiers.device_types,
        "other_types": tiers.other_types,
        "notices": tiers.notices,
    }
    for key, items in lists.items():
        for n, item in enumerate(items):
            yield from _clauses(TIERS, (key, n), item.clauses)


def _by_coverage(coverage: CoverageFile) -> Iterator[Citation]:
    yield from _clauses(COVERAGE, (), coverage.clauses)
    yield from _clauses(COVERAGE, (), coverage.language_clauses, "language_clauses")
    live, latin_america = coverage.around_the_clock, coverage.latin_america
    yield from _clauses(COVERAGE, ("around_the_clock",), live.clauses)
    yield from _reading(COVERAGE, ("around_the_clock", "reading"), live.reading)
    yield from _clauses(COVERAGE, ("latin_america",), latin_america.clauses)
    yield from _reading(COVERAGE, ("latin_america", "reading"), latin_america.reading)
    for r, region in enumerate(coverage.regions):
        for p, place in enumerate(region.places):
            path: Path = ("regions", r, "places", p, "reading")
            yield from _reading(COVERAGE, path, place.reading, f"place:{place.code}")
    for n, language in enumerate(coverage.languages):
        path = ("languages", n, "reading")
        yield from _reading(COVERAGE, path, language.reading, f"language:{language.tag}")


def _reading(
    file: str, path: Path, reading: str | None, by: str | None = None
) -> Iterator[Citation]:
    if reading is not None:
        yield Citation(file, path, "reading", reading, by)


def _clauses(
    file: str, path: Path, clauses: Iterable[str], key: str = "clauses"
) -> Iterator[Citation]:
    found = False
    for n, clause in enumerate(clauses):
        found = True
        yield Citation(file, (*path, key, n), "clause", clause)
    if not found:
        yield Citation(file, (*path, key), "clause", "")
