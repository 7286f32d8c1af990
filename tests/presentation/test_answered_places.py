"""What HP answered about places is worded, whatever it was and whichever places are named."""

from itertools import product

import pytest

from customers import CATALOG, customer
from hp_priority_cli import assess
from hp_priority_cli.customer.records import Answer
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.views.shared import stated
from hp_priority_cli.presentation.wording import Wording

WORDINGS = [Wording(CATALOG, Phrases(language)) for language in ("en", "fr")]
PLACES = ("FR", "RO", "CW", "GF", "GY")


def listed_country(countries, answers):
    request = customer(300, countries=list(countries), answers=answers)
    return assess(CATALOG, request).decision("access").condition("listed-country")


def answer(country, said):
    return Answer(f"country-not-listed:{country}", said)


@pytest.mark.parametrize(
    ("wording", "found", "remedy"),
    [
        (
            WORDINGS[0],
            "HP serves none of the places.",
            "At least one place must be on the list or served by HP's word.",
        ),
        (
            WORDINGS[1],
            "HP ne dessert aucun des lieux.",
            "Au moins un lieu doit être dans la liste, ou HP doit avoir dit qu’il le dessert.",
        ),
    ],
)
def test_only_place_being_refused_is_worded_with_what_would_mend_it(wording, found, remedy):
    condition = listed_country(["RO"], (answer("RO", "no"),))
    assert condition.outcome == "not-met"
    assert (wording.condition(condition), wording.remedy(condition)) == (found, remedy)


@pytest.mark.parametrize("said", ["yes", "no"])
def test_answer_about_a_place_that_is_not_named_changes_nothing(said):
    assert listed_country(["UA"], (answer("RO", said),)) == listed_country(["UA"], None)


def test_every_answer_about_every_two_places_has_its_sentences():
    for countries in product(PLACES, repeat=2):
        for said in product([None, "yes", "no"], repeat=2):
            pairs = zip(countries, said, strict=True)
            answers = tuple(answer(country, one) for country, one in pairs if one is not None)
            condition = listed_country(countries, answers or None)
            for wording in WORDINGS:
                assert wording.condition(condition)
                assert (wording.remedy(condition) is None) is (condition.outcome == "met")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "300 PCs, 0 printers; France (FR); not served by HP and left out: Romania (RO) and "
            "Ukraine (UA), 101 PCs and 50 printers; own IT desk; whole base",
        ),
        (
            "fr",
            "300 PC, 0 imprimante\N{NARROW NO-BREAK SPACE}; France (FR)\N{NARROW NO-BREAK SPACE}; "
            "lieux non desservis par HP, laissés de côté\N{NO-BREAK SPACE}: Roumanie (RO) et "
            "Ukraine (UA), 101 PC et 50 imprimantes\N{NARROW NO-BREAK SPACE}; "
            "support informatique interne\N{NARROW NO-BREAK SPACE}; parc entier",
        ),
    ],
)
def test_devices_that_are_left_out_by_hps_word_are_stated_all_the_same(language, said):
    request = customer(
        sites=[
            {"country": "FR", "pcs": 300, "printers": 0},
            {"country": "RO", "pcs": 100, "printers": 50},
            {"country": "UA", "pcs": 1, "printers": 0},
        ],
        answers=[answer("RO", "no"), answer("UA", "no")],
    )
    wording = Wording(CATALOG, Phrases(language))
    assert stated(request, wording).text == said
    assert "Tous les lieux que HP dessert" in WORDINGS[1].condition(
        assess(CATALOG, request).decision("access").condition("listed-country")
    )
