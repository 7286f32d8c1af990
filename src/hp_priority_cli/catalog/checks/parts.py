"""Each part is for a tier and a term that exist, and for a use of its own."""

from collections.abc import Iterator

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.checks.complaint import Complaint, unknown_id
from hp_priority_cli.errors import Path


def parts_fit(catalog: Catalog) -> Iterator[Complaint]:
    """A part of an unknown tier or term, and a second part for one use."""
    used: dict[tuple[str, str, int], str] = {}
    for n, part in enumerate(catalog.parts):
        path: Path = ("parts", n)
        if part.tier not in catalog.tier_ids:
            yield unknown_id("skus.yaml", (*path, "tier"), "tier", part.tier, catalog.tier_ids)
        if part.term_years not in catalog.terms:
            terms = tuple(str(years) for years in catalog.terms)
            yield unknown_id(
                "skus.yaml", (*path, "term_years"), "term", str(part.term_years), terms
            )
        use = (part.tier, part.device_class, part.term_years)
        if use in used:
            values = {"sku": part.sku, "other_sku": used[use]}
            yield Complaint("skus.yaml", path, "two-parts-for-one-use", values)
        used.setdefault(use, part.sku)
