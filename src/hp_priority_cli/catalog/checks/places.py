"""Places that hang on a reading name it."""

from collections.abc import Iterator

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.checks.complaint import Complaint
from hp_priority_cli.errors import Path


def places_fit(catalog: Catalog) -> Iterator[Complaint]:
    """A place taken by succession or for another, without the reading that it hangs on."""
    for r, region in enumerate(catalog.coverage.regions):
        for p, place in enumerate(region.places):
            path: Path = ("regions", r, "places", p)
            if (place.successors or place.confused_with) and place.reading is None:
                values = {"what": "reading", "id": place.code}
                yield Complaint("coverage.yaml", path, "missing-id", values)
