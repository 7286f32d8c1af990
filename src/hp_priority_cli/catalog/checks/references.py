"""Every fact cites a clause, and whatever is cited exists."""

from collections.abc import Iterable, Iterator

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.checks.complaint import Complaint, unknown_id
from hp_priority_cli.catalog.records import CoverageFile, DeviceType, Statement
from hp_priority_cli.errors import Path

Citation = tuple[str, Path, str, str]
"""File, path, kind (clause or reading) and id of something cited; no id where nothing is."""


def references(catalog: Catalog) -> Iterator[Complaint]:
    """A clause or reading that is cited and does not exist, and a fact that cites nothing."""
    known = {
        "clause": {each.id for each in catalog.source.clauses},
        "reading": {each.id for each in catalog.source.readings},
    }
    for file, path, kind, id_ in _citations(catalog):
        if not id_:
            yield Complaint(file, path, "no-clause", {})
        elif id_ not in known[kind]:
            yield unknown_id(file, path, kind, id_, known[kind])


def _citations(catalog: Catalog) -> Iterator[Citation]:
    """Every clause and reading that is cited, as file, path, kind and id."""
    yield from _cited_by_tiers(catalog)
    yield from _cited_by_statements(catalog)
    yield from _clauses("skus.yaml", (), catalog.skus_file.clauses)
    yield "skus.yaml", ("band_reading",), "reading", catalog.skus_file.band_reading
    yield from _cited_by_coverage(catalog.coverage)
    for n, reading in enumerate(catalog.source.readings):
        yield from _clauses("source.yaml", ("readings", n), reading.clauses)
        yield from _clauses("source.yaml", ("readings", n), reading.against, "against")
    for n, note in enumerate(catalog.source.notes):
        yield from _clauses("source.yaml", ("notes", n), note.clauses)


def _cited_by_tiers(catalog: Catalog) -> Iterator[Citation]:
    file = "tiers.yaml"
    for n, tier in enumerate(catalog.tiers):
        path: Path = ("tiers", n)
        yield from _clauses(file, path, tier.clauses)
        yield from _clauses(file, (*path, "minimum"), tier.minimum.clauses)
        for m, other in enumerate(tier.minimum.other_readings):
            place: Path = (*path, "minimum", "other_readings", m, "reading")
            yield file, place, "reading", other.reading
        yield from _reading(file, (*path, "order_unit_reading"), tier.order_unit_reading)
    for n, feature in enumerate(catalog.features):
        yield from _clauses(file, ("features", n), feature.clauses)
        for m, reading in enumerate(feature.readings):
            yield file, ("features", n, "readings", m), "reading", reading


def _cited_by_statements(catalog: Catalog) -> Iterator[Citation]:
    tiers = catalog.tiers_file
    yield from _clauses("tiers.yaml", ("terms",), tiers.terms.clauses)
    lists: dict[str, tuple[Statement | DeviceType, ...]] = {
        "prerequisites": tiers.prerequisites,
        "assumptions": tiers.assumptions,
        "duties": tiers.duties,
        "exclusions": tiers.exclusions,
        "device_types": tiers.device_types,
        "notices": tiers.notices,
    }
    for key, items in lists.items():
        for n, item in enumerate(items):
            yield from _clauses("tiers.yaml", (key, n), item.clauses)


def _cited_by_coverage(coverage: CoverageFile) -> Iterator[Citation]:
    file = "coverage.yaml"
    yield from _clauses(file, (), coverage.clauses)
    yield from _clauses(file, (), coverage.language_clauses, "language_clauses")
    live, latin_america = coverage.around_the_clock, coverage.latin_america
    yield from _clauses(file, ("around_the_clock",), live.clauses)
    yield from _reading(file, ("around_the_clock", "reading"), live.reading)
    yield from _clauses(file, ("latin_america",), latin_america.clauses)
    yield from _reading(file, ("latin_america", "reading"), latin_america.reading)
    for r, region in enumerate(coverage.regions):
        for p, place in enumerate(region.places):
            yield from _reading(file, ("regions", r, "places", p, "reading"), place.reading)
    for n, language in enumerate(coverage.languages):
        yield from _reading(file, ("languages", n, "reading"), language.reading)


def _reading(file: str, path: Path, reading: str | None) -> Iterator[Citation]:
    if reading is not None:
        yield file, path, "reading", reading


def _clauses(
    file: str, path: Path, clauses: Iterable[str], key: str = "clauses"
) -> Iterator[Citation]:
    found = False
    for n, clause in enumerate(clauses):
        found = True
        yield file, (*path, key, n), "clause", clause
    if not found:
        yield file, (*path, key), "clause", ""
