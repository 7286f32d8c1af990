"""What was typed over what a file says: sites join sites, and a base is never stated twice."""

import pytest

from hp_priority_cli import InstalledBase, Request, Site
from hp_priority_cli.customer.merge import merged
from hp_priority_cli.errors import UsageProblem

BY_SITE = Request(sites=(Site("FR", 800, 0), Site("DE", 100, 100)))


def test_site_typed_takes_the_place_of_the_site_in_that_country_and_the_others_stay():
    typed = Request(sites=(Site("FR", 5000, 0), Site("RO", 50, 20)))
    assert merged(BY_SITE, typed).sites == (
        Site("DE", 100, 100), Site("FR", 5000, 0), Site("RO", 50, 20),
    )  # fmt: skip


def test_what_does_not_count_at_a_site_stays_where_its_counts_are_typed_anew():
    below = Request(
        sites=(
            Site("FR", 240, 5, pcs_without_cover=50, other={"tablet": 2}),
            Site("DE", 100, 100, displays=3),
            Site("FR", 1, 1, consumer_pcs=7, other={"tablet": 1, "server": 4}),
        )
    )
    typed = Request(sites=(Site("FR", 300, 5), Site("FR", 20, 0)))
    assert merged(below, typed).sites == (
        Site("DE", 100, 100, displays=3),
        Site("FR", 300, 5, 50, consumer_pcs=7, other={"tablet": 3, "server": 4}),
        Site("FR", 20, 0),
    )


def test_site_typed_on_a_request_without_a_base_is_its_base():
    typed = Request(sites=(Site("FR", 50, 20),))
    assert merged(Request(it_desk="own"), typed) == Request(
        sites=(Site("FR", 50, 20),), it_desk="own"
    )


def test_counts_below_are_split_anew_by_sites_above():
    below = Request(installed_base=InstalledBase(700, 400), countries=("FR",))
    assert merged(below, BY_SITE) == Request(sites=BY_SITE.sites, countries=("FR",))


@pytest.mark.parametrize(
    ("below", "above", "kind"),
    [
        (
            Request(installed_base=InstalledBase(700, displays=4), countries=("FR",)),
            BY_SITE,
            "sites-on-base",
        ),
        (
            Request(installed_base=InstalledBase(700), countries=("FR", "DK")),
            BY_SITE,
            "sites-on-base",
        ),
        (Request(installed_base=InstalledBase(700)), BY_SITE, "sites-on-base"),
        (BY_SITE, Request(installed_base=InstalledBase(pcs=700)), "base-and-sites"),
    ],
)
def test_base_is_not_stated_twice_from_either_side(below, above, kind):
    with pytest.raises(UsageProblem) as refused:
        merged(below, above)
    assert refused.value.kind == kind
