"""The HP Priority Services as a library: load the catalog, assess a customer, build a quote.

    from hp_priority_cli import InstalledBase, Request, assess, build_quote, load_catalog

Names are loaded when they are first used, so that the command starts quickly.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hp_priority_cli.catalog.load import load_catalog
    from hp_priority_cli.customer.records import InstalledBase, Request, Site
    from hp_priority_cli.eligibility.assess import assess
    from hp_priority_cli.prices.read import read_price_book
    from hp_priority_cli.quoting.comparison import compare_tiers
    from hp_priority_cli.quoting.quote import build_quote

__version__ = "0.1.0"
__all__ = [
    "InstalledBase",
    "Request",
    "Site",
    "__version__",
    "assess",
    "build_quote",
    "compare_tiers",
    "load_catalog",
    "read_price_book",
]

_HOMES = {
    "InstalledBase": "customer.records",
    "Request": "customer.records",
    "Site": "customer.records",
    "assess": "eligibility.assess",
    "build_quote": "quoting.quote",
    "compare_tiers": "quoting.comparison",
    "load_catalog": "catalog.load",
    "read_price_book": "prices.read",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
