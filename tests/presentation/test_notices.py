"""A notice that somebody could settle says who; what differs is never told as one."""

import pytest

from customers import CATALOG, customer
from hp_priority_cli import assess
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.report import Section
from hp_priority_cli.presentation.views.notices import notices
from hp_priority_cli.presentation.wording import Wording

WORDINGS = {language: Wording(CATALOG, Phrases(language)) for language in ("en", "fr")}


def told(language="en", tier="management", **facts):
    decision = assess(CATALOG, customer(7000, **facts)).decision(tier)
    [section] = notices(decision.notices, WORDINGS[language])
    assert isinstance(section, Section)
    return [line.text for line in section.lines]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "Indonesian (id): the sheet's word may mean another language; have HP confirm it "
            "[bahasa-is-indonesian].",
        ),
        (
            "fr",
            "indonésien (id)\N{NO-BREAK SPACE}: le mot de la fiche peut viser une autre langue"
            "\N{NARROW NO-BREAK SPACE}; à faire confirmer par HP [bahasa-is-indonesian].",
        ),
    ],
)
def test_ambiguous_language_names_its_reading_and_whom_to_ask(language, sentence):
    assert sentence in told(language, languages=["id"])


def test_bare_tag_names_the_languages_that_it_may_be():
    said = told(languages=["id", "ms", "zh"])
    assert "Chinese (zh) may be Cantonese (yue) or Mandarin (cmn): name the one wanted." in said
    assert [each for each in said if each.startswith("Indonesian (id) and Malay (ms): ")] != []


@pytest.mark.parametrize(
    ("places", "sentence"),
    [
        (["FR"], "Priority parts and repairs vary by market; HP has to confirm them."),
        (
            ["FR", "JM"],
            "Priority parts and repairs: to be confirmed by HP for Jamaica (JM); "
            "elsewhere by market.",
        ),
        (
            ["BR", "JM"],
            "Priority parts and repairs: not in Brazil (BR); to be confirmed by HP for "
            "Jamaica (JM); elsewhere by market.",
        ),
    ],
)
def test_limit_of_a_place_says_what_to_do(places, sentence):
    assert sentence in told(countries=places)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", 'Not eligible and not counted: 3 of type "server" and 1,060 of type "tablet".'),
        (
            "fr",
            "Types non éligibles, hors décompte\N{NO-BREAK SPACE}: "
            "3 de type «\N{NO-BREAK SPACE}server\N{NO-BREAK SPACE}» et "
            "1\N{NARROW NO-BREAK SPACE}060 de type «\N{NO-BREAK SPACE}tablet\N{NO-BREAK SPACE}».",
        ),
    ],
)
def test_types_that_are_not_eligible_are_told_in_one_sentence(language, sentence):
    base = {"pcs": 7000, "printers": 0, "other": {"tablet": 1060, "server": 3}}
    assert sentence in told(language, installed_base=base)
