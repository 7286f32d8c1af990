"""What a type cannot say about the data files: identities, references, order.

Each check is a function from the catalog to complaints, one file a subject; `check_catalog` gives
every complaint its place in the files.
"""

from collections.abc import Callable, Iterator, Mapping

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.checks.complaint import Complaint
from hp_priority_cli.catalog.checks.features import features_fit
from hp_priority_cli.catalog.checks.identities import forms, unique_ids
from hp_priority_cli.catalog.checks.parts import parts_fit
from hp_priority_cli.catalog.checks.places import places_fit
from hp_priority_cli.catalog.checks.references import references
from hp_priority_cli.catalog.checks.statements import all_stated
from hp_priority_cli.catalog.checks.tiers import terms_fit, tiers_fit
from hp_priority_cli.errors import Finding
from hp_priority_cli.readers.tree import Tree


def check_catalog(catalog: Catalog, trees: Mapping[str, Tree]) -> list[Finding]:
    """Every rule that the data break, each with file, line and column."""
    return [
        Finding(each.code, trees[each.file].spot(each.path), each.values, each.severity)
        for check in _CHECKS
        for each in check(catalog)
    ]


_CHECKS: tuple[Callable[[Catalog], Iterator[Complaint]], ...] = (
    unique_ids,
    forms,
    parts_fit,
    tiers_fit,
    terms_fit,
    all_stated,
    features_fit,
    references,
    places_fit,
)
