"""The terms that are sold: for how many years a tier can be bought."""

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.errors import Refused


def refuse_term_not_offered(catalog: Catalog, term_years: int | None) -> None:
    """Raise Refused, `term-not-offered`, for a term that no tier has; None is no term yet."""
    if term_years is not None and term_years not in catalog.terms:
        raise Refused("term-not-offered", term_years=term_years, terms=catalog.terms)
