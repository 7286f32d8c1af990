"""The conditions and notices of the tool are stated in the data, and no others."""

from collections.abc import Iterator

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.checks.complaint import (
    COVERAGE,
    SKUS,
    SOURCE,
    TIERS,
    Complaint,
    unknown,
)
from hp_priority_cli.errors import Path

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


def known_ones(catalog: Catalog) -> Iterator[Complaint]:
    """A condition or notice that the data do not state, and one that the tool does not know."""
    for key, wanted in _STATED.items():
        stated = [each.id for each in getattr(catalog.tiers_file, key)]
        for code in wanted:
            if code not in stated:
                values = {"what": key, "id": code}
                yield Complaint(TIERS, (key,), "missing-statement", values, of_key=True)
        for n, id_ in enumerate(stated):
            if id_ not in wanted:
                yield unknown(TIERS, (key, n, "id"), "unknown-statement", id_, wanted)


def lists(catalog: Catalog) -> Iterator[Complaint]:
    """A list that is empty and must not be."""
    tiers, coverage = catalog.tiers_file, catalog.coverage
    wanted: list[tuple[str, Path, tuple[object, ...]]] = [
        (TIERS, ("tiers",), tiers.tiers),
        *(
            (TIERS, ("tiers", n, "minimum", "ways"), tier.minimum.ways)
            for n, tier in enumerate(tiers.tiers)
        ),
        (TIERS, ("features",), tiers.features),
        (TIERS, ("device_types",), tiers.device_types),
        (TIERS, ("terms", "years"), tiers.terms.years),
        (SKUS, ("parts",), catalog.parts),
        (COVERAGE, ("regions",), coverage.regions),
        *(
            (COVERAGE, ("regions", n, "places"), region.places)
            for n, region in enumerate(coverage.regions)
        ),
        (COVERAGE, ("languages",), coverage.languages),
        (COVERAGE, ("around_the_clock", "languages"), coverage.around_the_clock.languages),
        (SOURCE, ("clauses",), catalog.source.clauses),
    ]
    for file, path, items in wanted:
        if not items:
            yield Complaint(file, path, "nothing-listed", {"key": str(path[-1])}, of_key=True)
