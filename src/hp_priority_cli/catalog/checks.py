"""What a type cannot say about the data files: identities, references, order.

Each check is a function from the catalog to complaints; `check_catalog` gives every complaint its
place in the files.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.records import CoverageFile, DeviceType, Statement, Way
from hp_priority_cli.errors import Finding, Path
from hp_priority_cli.readers.tree import Tree

_SKU = re.compile(r"[A-Z0-9]{6}")
_CODE = re.compile(r"[A-Z]{2}")
_EDITION = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
_DAYS_OF_A_YEAR = 366
_STATED = {
    "prerequisites": ("it-desk", "whole-base", "listed-country"),
    "notices": (
        "country-not-listed",
        "country-by-succession",
        "country-name-ambiguous",
        "language-not-listed",
        "language-ambiguous",
        "around-the-clock-english-only",
        "priority-parts-unavailable",
        "priority-parts-unconfirmed",
        "varies-by-market",
        "without-cover-not-counted",
        "displays-not-counted",
        "device-type-not-eligible",
        "consumer-pcs-not-counted",
        "base-under-band",
        "minimum-by-adding-classes",
        "order-unit-assumed",
        "order-unit-open",
        "agent-replaced-by-manager",
        "headquarters-not-listed",
        "count-taken-as-zero",
    ),
}
"""The conditions and notices that the code may name, each of which the data must state."""


Citation = tuple[str, Path, str, str]
"""File, path, kind (clause or reading) and id of something cited; no id where nothing is."""


class Complaint(NamedTuple):
    """A rule broken at a path of a file."""

    file: str
    path: Path
    code: str
    values: Mapping[str, object]


def check_catalog(catalog: Catalog, trees: Mapping[str, Tree]) -> list[Finding]:
    """Every rule that the data break, each with file, line and column."""
    return [
        Finding(complaint.code, trees[complaint.file].spot(complaint.path), complaint.values)
        for check in _CHECKS
        for complaint in check(catalog)
    ]


def _repeated(file: str, items: Iterable[tuple[str, Path]], what: str) -> Iterator[Complaint]:
    seen: set[str] = set()
    for item, path in items:
        if item in seen:
            yield Complaint(file, path, "duplicate-id", {"what": what, "id": item})
        seen.add(item)


def _unique_ids(catalog: Catalog) -> Iterator[Complaint]:
    tiers, source = catalog.tiers_file, catalog.source
    lists = {
        ("tiers.yaml", "tiers"): [each.id for each in tiers.tiers],
        ("tiers.yaml", "features"): [each.id for each in tiers.features],
        ("source.yaml", "clauses"): [each.id for each in source.clauses],
        ("source.yaml", "readings"): [each.id for each in source.readings],
        ("skus.yaml", "parts"): [each.sku for each in catalog.parts],
        ("coverage.yaml", "languages"): [each.tag for each in catalog.coverage.languages],
    }
    for (file, key), ids in lists.items():
        yield from _repeated(file, ((id_, (key, n)) for n, id_ in enumerate(ids)), key)
    places = (
        (place.code, ("regions", r, "places", p))
        for r, region in enumerate(catalog.coverage.regions)
        for p, place in enumerate(region.places)
    )
    yield from _repeated("coverage.yaml", places, "places")


def _forms(catalog: Catalog) -> Iterator[Complaint]:
    for n, part in enumerate(catalog.parts):
        if not _SKU.fullmatch(part.sku):
            yield Complaint("skus.yaml", ("parts", n, "sku"), "malformed", {"value": part.sku})
    for r, region in enumerate(catalog.coverage.regions):
        for p, place in enumerate(region.places):
            path = ("regions", r, "places", p, "code")
            if not _CODE.fullmatch(place.code):
                yield Complaint("coverage.yaml", path, "malformed", {"value": place.code})
    edition = catalog.document.edition
    if not _EDITION.fullmatch(edition):
        yield Complaint("source.yaml", ("document", "edition"), "malformed", {"value": edition})


def _parts_fit(catalog: Catalog) -> Iterator[Complaint]:
    used: dict[tuple[str, str, int], str] = {}
    for n, part in enumerate(catalog.parts):
        path: Path = ("parts", n)
        if part.tier not in catalog.tier_ids:
            yield _unknown("skus.yaml", (*path, "tier"), "tier", part.tier, catalog.tier_ids)
        if part.term_years not in catalog.terms:
            terms = tuple(str(years) for years in catalog.terms)
            yield _unknown("skus.yaml", (*path, "term_years"), "term", str(part.term_years), terms)
        use = (part.tier, part.device_class, part.term_years)
        if use in used:
            values = {"sku": part.sku, "other_sku": used[use]}
            yield Complaint("skus.yaml", path, "two-parts-for-one-use", values)
        used.setdefault(use, part.sku)


def _unknown(file: str, path: Path, what: str, id_: str, known: Iterable[str]) -> Complaint:
    """An id that nothing bears, with the nearest that something does."""
    choices = tuple(sorted(known))
    near = get_close_matches(id_, choices, n=1)
    values = {"what": what, "id": id_, "known": choices, "near": near[0] if near else None}
    return Complaint(file, path, "unknown-id", values)


def _tiers_fit(catalog: Catalog) -> Iterator[Complaint]:
    if not catalog.tiers:
        yield Complaint("tiers.yaml", ("tiers",), "nothing-listed", {"what": "tiers"})
    for n, tier in enumerate(catalog.tiers):
        path: Path = ("tiers", n, "minimum")
        others = [way for other in tier.minimum.other_readings for way in other.ways]
        if not tier.minimum.ways:
            yield Complaint("tiers.yaml", path, "nothing-listed", {"what": "ways"})
        for way in (*tier.minimum.ways, *others):
            if _counts_given(way) != 1:
                yield Complaint("tiers.yaml", path, "one-count-per-way", {"tier": tier.id})


def _terms_fit(catalog: Catalog) -> Iterator[Complaint]:
    terms = catalog.tiers_file.terms
    if not terms.years or min(terms.years) < 1:
        yield Complaint("tiers.yaml", ("terms", "years"), "malformed", {"value": list(terms.years)})
    if not 0 <= terms.activation_days <= _DAYS_OF_A_YEAR:
        values = {"value": terms.activation_days}
        yield Complaint("tiers.yaml", ("terms", "activation_days"), "malformed", values)


def _all_stated(catalog: Catalog) -> Iterator[Complaint]:
    for key, wanted in _STATED.items():
        stated = {each.id for each in getattr(catalog.tiers_file, key)}
        for code in wanted:
            if code not in stated:
                yield Complaint("tiers.yaml", (key,), "missing-id", {"what": key, "id": code})


def _counts_given(way: Way) -> int:
    counts = (way.devices, way.pcs, way.printers)
    return sum(count is not None and count > 0 for count in counts)


def _features_fit(catalog: Catalog) -> Iterator[Complaint]:
    ids = {feature.id for feature in catalog.features}
    for n, feature in enumerate(catalog.features):
        path: Path = ("features", n)
        for tier_id in feature.tiers.keys() - set(catalog.tier_ids):
            yield _unknown(
                "tiers.yaml", (*path, "tiers", tier_id), "tier", tier_id, catalog.tier_ids
            )
        for tier_id in set(catalog.tier_ids) - feature.tiers.keys():
            values = {"what": "tier", "id": tier_id}
            yield Complaint("tiers.yaml", (*path, "tiers"), "missing-id", values)
        if feature.replaced_by is not None and feature.replaced_by not in ids:
            yield _unknown(
                "tiers.yaml", (*path, "replaced_by"), "feature", feature.replaced_by, ids
            )


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


def _references(catalog: Catalog) -> Iterator[Complaint]:
    known = {
        "clause": {each.id for each in catalog.source.clauses},
        "reading": {each.id for each in catalog.source.readings},
    }
    for file, path, kind, id_ in _citations(catalog):
        if not id_:
            yield Complaint(file, path, "no-clause", {})
        elif id_ not in known[kind]:
            yield _unknown(file, path, kind, id_, known[kind])


def _places_fit(catalog: Catalog) -> Iterator[Complaint]:
    for r, region in enumerate(catalog.coverage.regions):
        for p, place in enumerate(region.places):
            path: Path = ("regions", r, "places", p)
            if (place.successors or place.confused_with) and place.reading is None:
                values = {"what": "reading", "id": place.code}
                yield Complaint("coverage.yaml", path, "missing-id", values)


_CHECKS: tuple[Callable[[Catalog], Iterator[Complaint]], ...] = (
    _unique_ids,
    _forms,
    _parts_fit,
    _tiers_fit,
    _terms_fit,
    _all_stated,
    _features_fit,
    _references,
    _places_fit,
)
