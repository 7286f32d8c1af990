"""A request as typed to one in codes and tags; what names no one thing is told with its place."""

import pytest

from customers import CATALOG
from hp_priority_cli import Request, Site
from hp_priority_cli.customer.resolve import resolve


def failures(request):
    return [(each.kind, each.word, each.path) for each in resolve(request, CATALOG)[1]]


def test_every_word_of_a_request_becomes_a_code_or_a_tag():
    typed = Request(
        sites=(Site("Norvège", pcs=1), Site("uk", printers=2), Site("norway")),
        countries=("Roumanie", "Brésil", "br"),
        headquarters="États-Unis",
        languages=("norvégien", "zh_hk", "EN"),
        tier="Access Plus",
    )
    assert resolve(typed, CATALOG) == (
        Request(
            sites=(Site("NO", pcs=1), Site("GB", printers=2), Site("NO")),
            countries=("BR", "RO"),
            headquarters="US",
            languages=("en", "no", "zh-HK"),
            tier="access-plus",
        ),
        [],
    )


def test_what_was_not_stated_stays_so():
    assert resolve(Request(), CATALOG) == (Request(), [])
    nothing = Request(countries=(), sites=(), languages=())
    assert resolve(nothing, CATALOG) == (nothing, [])


def test_every_word_that_fails_is_told_with_its_place():
    request = Request(
        sites=(Site("FR"), Site("Guyane")),
        countries=("FR", "Frnace"),
        headquarters="Korea",
        languages=("fr", "Klingonese"),
        tier="acess",
    )
    assert failures(request) == [
        ("place", "Frnace", ("countries", 1)),
        ("place", "Guyane", ("sites", 1, "country")),
        ("place", "Korea", ("headquarters",)),
        ("language", "Klingonese", ("languages", 1)),
        ("tier", "acess", ("tier",)),
    ]


def test_an_empty_head_office_is_no_place_and_is_told():
    assert failures(Request(headquarters="")) == [("place", "", ("headquarters",))]
    assert failures(Request(countries=("FR", ""))) == [("place", "", ("countries", 1))]


def test_a_word_that_fails_is_kept_as_it_was_typed():
    resolved, failed = resolve(Request(countries=("Guyane",), tier="acess"), CATALOG)
    assert (resolved.countries, resolved.tier) == (("Guyane",), "acess")
    assert failed[0].match.candidates == ("GY", "GF")
    assert failed[1].match.near[0] == ("access", "HP Priority Access")


@pytest.mark.parametrize(
    ("word", "tier"),
    [
        ("access", "access"),
        ("ACCESS", "access"),
        ("HP Priority Access", "access"),
        ("access plus", "access-plus"),
        ("access_plus", "access-plus"),
        ("Access+", "access-plus"),
        ("management", "management"),
        ("HP Priority Management Plus", "management-plus"),
    ],
)
def test_a_tier_by_its_id_or_its_name(word, tier):
    assert resolve(Request(tier=word), CATALOG)[0].tier == tier


@pytest.mark.parametrize("word", ["plus", "", "HP Priority", "managment", "access-plus-plus"])
def test_a_tier_that_is_merely_near_is_never_taken(word):
    assert failures(Request(tier=word)) == [("tier", word, ("tier",))]


def test_the_search_for_near_names_ends_where_nobody_would_read_on():
    many = Request(countries=tuple(f"Nowhere {n}" for n in range(300)))
    assert len(failures(many)) == 101
