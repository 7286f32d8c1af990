"""Figures in words and figures in data: what is counted is what the clause behind it says."""

import re
from collections.abc import Iterable, Iterator

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.checks.complaint import TIERS, Complaint
from hp_priority_cli.catalog.checks.tiers import ACTIVATION_DAYS, is_sound
from hp_priority_cli.catalog.parts import THOUSANDS
from hp_priority_cli.catalog.records import Way
from hp_priority_cli.errors import Path

_NUMBER = re.compile(r"[0-9]+")


def figures(text: str) -> set[str]:
    """The whole numbers of a text, `1,000` and `1 000` alike."""
    return set(_NUMBER.findall(THOUSANDS.sub("", text)))


def without_clause(catalog: Catalog) -> Iterator[Complaint]:
    """A figure of a minimum, or of the terms, that no clause behind it says."""
    readings = {each.id: each for each in catalog.source.readings}
    for n, tier in enumerate(catalog.tiers):
        path: Path = ("tiers", n, "minimum")
        clauses = tier.minimum.clauses
        yield from _ways(catalog, tier.minimum.ways, path, clauses)
        for m, other in enumerate(tier.minimum.other_readings):
            reading = readings.get(other.reading)
            cited = () if reading is None else (*clauses, *reading.clauses, *reading.against)
            yield from _ways(catalog, other.ways, (*path, "other_readings", m), cited)
    terms = catalog.tiers_file.terms
    said = _said(catalog, terms.clauses)
    if said and terms.activation_days in ACTIVATION_DAYS and str(terms.activation_days) not in said:
        path = ("terms", "activation_days")
        yield Complaint(TIERS, path, "figure-not-in-clause", {"value": terms.activation_days})


def _ways(
    catalog: Catalog, ways: Iterable[Way], path: Path, clauses: Iterable[str]
) -> Iterator[Complaint]:
    said = _said(catalog, clauses)
    for w, way in enumerate(ways if said else ()):
        for key in ("devices", "pcs", "printers"):
            count = getattr(way, key)
            if count is not None and is_sound(way) and str(count) not in said:
                place = (*path, "ways", w, key)
                yield Complaint(TIERS, place, "figure-not-in-clause", {"value": count})


def _said(catalog: Catalog, clauses: Iterable[str]) -> set[str]:
    """Every figure of some clauses; those that do not exist say nothing."""
    texts = [catalog.clauses[each].says for each in clauses if each in catalog.clauses]
    return {figure for text in texts for figure in figures(text.en) | figures(text.fr)}
