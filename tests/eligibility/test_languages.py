"""Support languages: which are listed, which the list does not settle, which answer at any hour."""

import pytest

from customers import CATALOG, customer
from hp_priority_cli import assess


def told(code, **facts):
    """The values of every notice of one code, for a customer large enough for any tier."""
    return [values for found, values in notices(**facts) if found == code]


def notices(**facts):
    decision = assess(CATALOG, customer(6000, 1200, **facts)).decision("access")
    return [(notice.code, dict(notice.values)) for notice in decision.notices]


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("id", "id"),
        ("ms", "ms"),
        ("ms-MY", "ms-MY"),
        ("zh", "zh"),
        ("zh-SG", "zh-SG"),
        ("Bahasa", "id"),
        ("bahasa indonesia", "id"),
        ("Chinese", "zh"),
        ("chinois", "zh"),
    ],
)
def test_a_language_that_the_list_does_not_settle(said, tag):
    assert told("language-ambiguous", languages=[said]) == [{"language": tag}]
    assert told("language-not-listed", languages=[said]) == []


@pytest.mark.parametrize("said", ["zh-HK", "zh-CN", "zh-TW", "yue", "Mandarin", "cmn", "nb", "nn"])
def test_a_language_that_is_taken_without_a_word(said):
    assert notices(languages=[said]) == []


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("Greek", "el"),
        ("grec", "el"),
        ("el", "el"),
        ("Hebrew", "he"),
        ("Arabic", "ar"),
        ("islandais", "is"),
        ("sl", "sl"),
    ],
)
def test_a_language_that_is_not_listed_even_where_its_country_is(said, tag):
    asked = {"countries": ["GR", "IL", "SA", "IS", "SI"], "languages": [said]}
    assert told("language-not-listed", **asked) == [{"language": tag}]
    assert told("language-ambiguous", **asked) == []


@pytest.mark.parametrize(
    ("languages", "without"),
    [
        (["fr"], ["fr"]),
        (["de", "en", "fr"], ["de", "fr"]),
        (["el"], ["el"]),
        (None, [None]),
        ([], [None]),
        (["en"], []),
        (["en-GB"], []),
        (["English"], []),
    ],
)
def test_live_help_round_the_clock_is_in_english_only(languages, without):
    asked = told("around-the-clock-english-only", languages=languages, around_the_clock=True)
    assert asked == [{"language": tag} for tag in without]


@pytest.mark.parametrize("wanted", [False, None])
def test_hours_are_no_matter_where_nobody_wants_them(wanted):
    assert notices(languages=["fr"], around_the_clock=wanted) == []


@pytest.mark.parametrize("tag", ["el", "id", "fr", "tlh"])
def test_a_language_decides_nothing(tag):
    asked = customer(250, languages=[tag], around_the_clock=True)
    assert assess(CATALOG, asked).decision("access").verdict == "eligible"
