"""Part numbers that are easily taken for another: each must have been compared with the sheet."""

from collections import defaultdict
from collections.abc import Iterator

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.checks.complaint import SKUS, Complaint
from hp_priority_cli.catalog.parts import LOOK_ALIKES

_LIKE_DIGITS = frozenset("OIQ")


def look_alikes(catalog: Catalog) -> Iterator[Complaint]:
    """A number that reads like another or has a letter like a digit, and was not compared."""
    compared = frozenset(catalog.skus_file.look_alikes)
    alike: dict[str, list[str]] = defaultdict(list)
    for n, part in enumerate(catalog.parts):
        path = ("parts", n, "sku")
        others = alike[part.sku.translate(LOOK_ALIKES)]
        first = next((other for other in others if other != part.sku), None)
        others.append(part.sku)
        if first is not None and not {part.sku, first} <= compared:
            values = {"sku": part.sku, "other_sku": first}
            yield Complaint(SKUS, path, "look-alike-skus", values)
        elif part.sku not in compared and _LIKE_DIGITS & set(part.sku):
            values = {"sku": part.sku, "letter": min(_LIKE_DIGITS & set(part.sku))}
            yield Complaint(SKUS, path, "letter-like-digit", values)


def compared_ones(catalog: Catalog) -> Iterator[Complaint]:
    """A number among those compared that no part has."""
    for n, sku in enumerate(catalog.skus_file.look_alikes):
        if catalog.part(sku) is None:
            yield Complaint(SKUS, ("look_alikes", n), "unknown-sku", {"id": sku})
