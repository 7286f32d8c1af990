"""Every fact cites a clause, whatever is cited exists, and whatever exists is cited."""

from collections.abc import Iterator

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.checks.citations import citations
from hp_priority_cli.catalog.checks.complaint import SOURCE, Complaint, unknown
from hp_priority_cli.errors import Path

_MINIMUM = "minimum-base"
"""The one condition that the data state with each tier, and not among the prerequisites."""


def cited(catalog: Catalog) -> Iterator[Complaint]:
    """A clause or reading that is cited and does not exist, and a fact that cites nothing."""
    clauses = tuple(each.id for each in catalog.source.clauses)
    readings = tuple(each.id for each in catalog.source.readings)
    known = {"clause": clauses, "reading": readings}
    ids = {kind: frozenset(each) for kind, each in known.items()}
    for file, path, kind, id_, _ in citations(catalog):
        if not id_ and path[0] == "readings":
            yield Complaint(file, path, "one-sided-reading")
        elif not id_ and kind == "clause" and not isinstance(path[-1], int):
            yield Complaint(file, path, "no-clause")
        elif id_ not in ids[kind] and (clauses or kind == "reading"):
            yield unknown(file, path, f"unknown-{kind}", id_, known[kind])


def uncited(catalog: Catalog) -> Iterator[Complaint]:
    """A clause that nothing stands on, and a reading that no fact hangs on."""
    used = {(each.kind, each.id) for each in citations(catalog)}
    for n, clause in enumerate(catalog.source.clauses):
        if ("clause", clause.id) not in used:
            yield Complaint(SOURCE, ("clauses", n, "id"), "clause-not-cited", {"id": clause.id})
    for n, reading in enumerate(catalog.source.readings):
        if ("reading", reading.id) not in used:
            path = ("readings", n, "id")
            yield Complaint(SOURCE, path, "reading-not-cited", {"id": reading.id})


def readings(catalog: Catalog) -> Iterator[Complaint]:
    """A reading that is none: both readings in the same words, or nothing that it touches."""
    for n, reading in enumerate(catalog.source.readings):
        path: Path = ("readings", n)
        for language in ("en", "fr"):
            if getattr(reading.adopted, language) == getattr(reading.other, language):
                place = (*path, "other", language)
                yield Complaint(SOURCE, place, "same-reading-twice", {"id": reading.id})
        if not reading.touches:
            values = {"id": reading.id}
            yield Complaint(SOURCE, (*path, "touches"), "reading-touches-nothing", values)


def touched(catalog: Catalog) -> Iterator[Complaint]:
    """What a reading touches and does not exist."""
    known = tuple(f"{kind}:{id_}" for kind, ids in _touchable(catalog).items() for id_ in ids)
    exact = frozenset(known)
    for n, reading in enumerate(catalog.source.readings):
        for m, touched in enumerate(reading.touches):
            if touched not in exact:
                path = ("readings", n, "touches", m)
                yield unknown(SOURCE, path, "unknown-touched", touched, known)


def _touchable(catalog: Catalog) -> dict[str, list[str]]:
    """Everything that an answer may hang on, by its kind."""
    tiers = catalog.tiers_file
    return {
        "condition": [_MINIMUM, *(each.id for each in tiers.prerequisites)],
        "notice": [each.id for each in tiers.notices],
        "tier": list(catalog.tier_ids),
        "feature": [each.id for each in tiers.features],
        "place": [each.code for each in catalog.places],
        "language": [each.tag for each in catalog.coverage.languages],
    }


def mutual(catalog: Catalog) -> Iterator[Complaint]:
    """A fact that hangs on a reading which does not touch it, or a feature or place that is touched
    by a reading and does not hang on it.
    """
    touches = {each.id: frozenset(each.touches) for each in catalog.source.readings}
    hanging = set()
    for file, path, kind, id_, by in citations(catalog):
        if kind == "reading" and by is not None:
            hanging.add((by, id_))
            if id_ in touches and by not in touches[id_]:
                yield Complaint(file, path, "reading-not-mutual", {"id": by, "reading": id_})
    known = {f"feature:{each.id}" for each in catalog.features}
    known |= {f"place:{each.code}" for each in catalog.places}
    for n, reading in enumerate(catalog.source.readings):
        for m, each in enumerate(reading.touches):
            if each in known and (each, reading.id) not in hanging:
                path = ("readings", n, "touches", m)
                values = {"id": each, "reading": reading.id}
                yield Complaint(SOURCE, path, "reading-not-mutual", values)
