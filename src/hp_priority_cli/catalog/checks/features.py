"""Each feature has a value for every tier, and what stands in for it exists."""

from collections.abc import Iterator

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.checks.complaint import Complaint, unknown_id
from hp_priority_cli.errors import Path


def features_fit(catalog: Catalog) -> Iterator[Complaint]:
    """A feature with too many or too few tiers, or replaced by nothing that there is."""
    ids = {feature.id for feature in catalog.features}
    for n, feature in enumerate(catalog.features):
        path: Path = ("features", n)
        for tier_id in feature.tiers.keys() - set(catalog.tier_ids):
            yield unknown_id(
                "tiers.yaml", (*path, "tiers", tier_id), "tier", tier_id, catalog.tier_ids
            )
        for tier_id in set(catalog.tier_ids) - feature.tiers.keys():
            values = {"what": "tier", "id": tier_id}
            yield Complaint("tiers.yaml", (*path, "tiers"), "missing-id", values)
        if feature.replaced_by is not None and feature.replaced_by not in ids:
            yield unknown_id(
                "tiers.yaml", (*path, "replaced_by"), "feature", feature.replaced_by, ids
            )
