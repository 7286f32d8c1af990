"""The conditions and notices that the tool knows are stated in the data."""

from collections.abc import Iterator

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.checks.complaint import Complaint

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


def all_stated(catalog: Catalog) -> Iterator[Complaint]:
    """A condition or notice that the data do not state."""
    for key, wanted in _STATED.items():
        stated = {each.id for each in getattr(catalog.tiers_file, key)}
        for code in wanted:
            if code not in stated:
                yield Complaint("tiers.yaml", (key,), "missing-id", {"what": key, "id": code})
