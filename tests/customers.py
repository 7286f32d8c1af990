"""Customers for the tests of the rules: one in good order, and all that Hypothesis can think of.

`stated` is what a request file would hold, in codes and tags; the second opinion reads the same.
"""

from typing import Any

from hypothesis import strategies as st

from hp_priority_cli import InstalledBase, Request, Site, load_catalog
from hp_priority_cli.customer.resolve import resolve

CATALOG = load_catalog()

THRESHOLDS = [0, 1, 249, 250, 251, 999, 1000, 1001, 4999, 5000, 5001]
LISTED = [place.code for place in CATALOG.places]
# Taken on the strength of a reading, or not listed: French Guiana, Romania, Ukraine, Martinique.
OTHER_PLACES = ["BQ", "CW", "SX", "GF", "RO", "UA", "MQ"]
LANGUAGES = (
    "id ms zh zh-CN zh-TW zh-HK zh-SG zh-Hant-HK yue cmn no nb nn fr fr-CA en en-GB pt-BR el he ar "
    "is sl fil id-ID ms-MY de"
).split()


def request_from(stated: dict[str, Any]) -> Request:
    """The request that a request file of this content gives, resolved."""
    fields = dict(stated)
    if "installed_base" in fields:
        fields["installed_base"] = InstalledBase(**fields["installed_base"])
    if "sites" in fields:
        fields["sites"] = tuple(Site(**site) for site in fields["sites"])
    for key in ("countries", "languages"):
        if key in fields:
            fields[key] = tuple(fields[key])
    request, failed = resolve(Request(**fields), CATALOG)
    assert failed == []
    return request


def customer(pcs: int | None = None, printers: int | None = None, **facts: Any) -> Request:
    """A customer in France with a desk of its own who wants all covered, unless a fact differs."""
    order = {"countries": ["FR"], "it_desk": "own", "whole_base": True}
    base = {"pcs": pcs, "printers": printers}
    stated = {"installed_base": base, **order, **facts}
    if "sites" in facts:
        del stated["installed_base"], stated["countries"]
    return request_from({key: value for key, value in stated.items() if value is not None})


counts = st.sampled_from(THRESHOLDS) | st.integers(0, 12_000)
places = st.sampled_from(OTHER_PLACES) | st.sampled_from(LISTED)
bases = st.fixed_dictionaries({}, optional={"pcs": counts, "printers": counts})
sites = st.builds(lambda base, country: {**base, "country": country}, bases, places)
facts = {
    "it_desk": st.sampled_from(["own", "partner", "none"]),
    "whole_base": st.booleans(),
    "headquarters": places,
    "around_the_clock": st.booleans(),
    "languages": st.lists(st.sampled_from(LANGUAGES), max_size=4, unique=True),
}
one_base = st.fixed_dictionaries(
    {}, optional={"installed_base": bases, "countries": st.lists(places, max_size=5), **facts}
)
by_site = st.fixed_dictionaries(
    {"sites": st.lists(sites, min_size=1, max_size=4)},
    optional={"countries": st.lists(places, max_size=3), **facts},
)
stated_customers = one_base | by_site
