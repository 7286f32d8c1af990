"""No two things of one kind share an id, and an id has its form."""

import re
from collections.abc import Iterable, Iterator

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.checks.complaint import Complaint
from hp_priority_cli.errors import Path

_SKU = re.compile(r"[A-Z0-9]{6}")
_CODE = re.compile(r"[A-Z]{2}")
_EDITION = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")


def _repeated(file: str, items: Iterable[tuple[str, Path]], what: str) -> Iterator[Complaint]:
    seen: set[str] = set()
    for item, path in items:
        if item in seen:
            yield Complaint(file, path, "duplicate-id", {"what": what, "id": item})
        seen.add(item)


def unique_ids(catalog: Catalog) -> Iterator[Complaint]:
    """An id, part number, place code or language tag that stands twice."""
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


def forms(catalog: Catalog) -> Iterator[Complaint]:
    """A part number, place code or edition that has not its form."""
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
