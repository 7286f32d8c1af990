"""The tiers, their minimums and the terms on offer."""

from collections.abc import Iterator

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.checks.complaint import Complaint
from hp_priority_cli.catalog.records import Way
from hp_priority_cli.errors import Path

_DAYS_OF_A_YEAR = 366


def tiers_fit(catalog: Catalog) -> Iterator[Complaint]:
    """A tier without a minimum, and a way to a minimum that is not one count."""
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


def terms_fit(catalog: Catalog) -> Iterator[Complaint]:
    """Terms and days that cannot be meant."""
    terms = catalog.tiers_file.terms
    if not terms.years or min(terms.years) < 1:
        yield Complaint("tiers.yaml", ("terms", "years"), "malformed", {"value": list(terms.years)})
    if not 0 <= terms.activation_days <= _DAYS_OF_A_YEAR:
        values = {"value": terms.activation_days}
        yield Complaint("tiers.yaml", ("terms", "activation_days"), "malformed", values)


def _counts_given(way: Way) -> int:
    counts = (way.devices, way.pcs, way.printers)
    return sum(count is not None and count > 0 for count in counts)
