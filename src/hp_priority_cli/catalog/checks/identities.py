"""No two things of one kind share an id, and an id has its form."""

import re
from collections.abc import Iterator

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.checks.complaint import SOURCE, Complaint, repeated

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_EDITION = re.compile(r"20[0-9]{2}-(?:0[1-9]|1[0-2])")
LISTS = {
    "tiers.yaml": (
        "tiers",
        "features",
        "device_types",
        "other_types",
        "prerequisites",
        "assumptions",
        "duties",
        "exclusions",
        "notices",
    ),
    "coverage.yaml": ("regions",),
    "source.yaml": ("clauses", "readings", "notes"),
}
"""The lists of each file whose items bear an id of our own."""


def ids(catalog: Catalog) -> Iterator[Complaint]:
    """An id that stands twice in its list, or that is not words of small letters and hyphens."""
    for file, keys in LISTS.items():
        for key in keys:
            items = [(each, (key, n, "id")) for n, each in enumerate(_ids(catalog, file, key))]
            yield from repeated(items, file, "duplicate-id")
            for id_, path in items:
                if not _ID.fullmatch(id_):
                    yield Complaint(file, path, "malformed-id", {"value": id_})


def _ids(catalog: Catalog, file: str, key: str) -> list[str]:
    content = {
        "tiers.yaml": catalog.tiers_file,
        "coverage.yaml": catalog.coverage,
        "source.yaml": catalog.source,
    }[file]
    return [item.id for item in getattr(content, key)]


def document(catalog: Catalog) -> Iterator[Complaint]:
    """An edition that is no month of this century."""
    edition = catalog.document.edition
    if not _EDITION.fullmatch(edition):
        yield Complaint(SOURCE, ("document", "edition"), "malformed-edition", {"value": edition})
