"""What looks like a slip of the pen and is none, and which slip of several is named."""

import pytest

from hp_priority_cli.catalog.checks.slips import doubled_word, markup, unpaired_bracket

PATH = ("notices", 0, "says", "en")


def named(check, text):
    """The values of each complaint about a text."""
    return [tuple(each.values.values()) for each in check("tiers.yaml", PATH, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Nous nous engageons, vous vous engagez.",
        "The part that that tier has had had no price.",
        "A face-à-face à face-à-face.",
        "Parts of 3 3-year services.",
        "The desk. The desk answers.",
        "Is it in? In time it is.",
        "Le client s’est est-il engagé.",
        "This is isolated.",
    ],
)
def test_words_that_rightly_double_are_left_alone(text):
    assert named(doubled_word, text) == []


def test_first_doubled_word_that_is_not_meant_is_named():
    assert named(doubled_word, "Nous nous engageons dans dans le le pays.") == [("dans dans",)]
    assert named(doubled_word, "The the part.") == [("The the",)]


@pytest.mark.parametrize(
    "text", ["R & D; sales & service", "fewer than < 250 and > 10", "2 * 3 ** 4", "[1] (see note)"]
)
def test_signs_that_are_no_markup_are_left_alone(text):
    assert named(markup, text) == []


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("a <br/> b", "<br/>"),
        ("a</p>", "</p>"),
        ("a&#160;b", "&#160;"),
        ("a __b__ c", "__b__"),
        ("run `hp` now", "`hp`"),
        ("see [the note](https://example.com)", "[the note](https://example.com)"),
    ],
)
def test_first_sign_of_markup_is_named(text, sign):
    assert named(markup, text) == [(sign,)]


@pytest.mark.parametrize(
    "text", ["1) a fleet; 2) a desk", "a) one, b) two", "(a [b] {c}) «d»", "none (see note 1)"]
)
def test_brackets_in_pairs_and_marks_of_items_are_left_alone(text):
    assert named(unpaired_bracket, text) == []


@pytest.mark.parametrize(
    ("text", "alone"),
    [("a ( b", "("), ("a ) b", ")"), ("(a [b) c", "["), ("(a] b)", "]"), ("a » b", "»")],
)
def test_bracket_without_its_partner_is_named(text, alone):
    assert named(unpaired_bracket, text) == [(alone,)]
