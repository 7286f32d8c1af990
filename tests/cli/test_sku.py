"""`sku` beside a number that is none: the right ones are shown, and the wrong one is still a no."""

import json

import pytest

from running import hp


def test_right_numbers_are_shown_beside_a_wrong_one():
    ran = hp("sku", "U62G4", "U1PB2E", "u80m6e")
    assert ran.returncode == 10
    shown = ran.stdout.decode().splitlines()
    assert [row[:6] for row in shown if row.startswith("U")] == ["U80M6E", "U1PB2E"]
    assert "There is no part U62G4." in ran.stderr.decode()
    assert "U62G4E  HP Priority Management Plus" in ran.stderr.decode()


def test_words_are_no_answer_to_a_wrong_number():
    ran = hp("sku", "U62G4", "printer")
    assert (ran.returncode, ran.stdout) == (10, b"")


def test_document_is_whole_or_an_error(tmp_path):
    ran = hp("sku", "U62G4", "U1PB2E", "--json")
    assert ran.returncode == 10
    assert json.loads(ran.stdout)["error"]["code"] == "no-such-part"
    kept = hp("sku", "U62G4", "U1PB2E", "-o", "parts.csv", cwd=tmp_path)
    assert kept.returncode == 10
    assert list(tmp_path.iterdir()) == []


def test_number_read_out_in_groups_is_one():
    ran = hp("sku", "U80", "M6E")
    assert ran.returncode == 0
    assert "U80M6E" in ran.stdout.decode()


@pytest.mark.parametrize(
    "words",
    [
        ["U80MBE,", "U9DB7E,", "U80", "M6E"],
        ["U80MBE, U9DB7E", "u80 m6e"],
        ["U80MBE,U9DB7E,U80 M6E"],
        ["U80MBE", "U9D", "B7E", "U8", "0M", "6E"],
    ],
)
def test_list_of_numbers_is_read_however_it_was_read_out(words):
    ran = hp("sku", *words, "-f", "csv")
    assert ran.returncode == 0
    assert [row[:6] for row in ran.stdout.decode().splitlines()[1:]] == [
        "U80M6E",
        "U80MBE",
        "U9DB7E",
    ]


@pytest.mark.parametrize("word", ["", " ", ","])
def test_empty_word_is_wrong_use(word):
    assert hp("sku", "U80M6E", word).returncode == 2


@pytest.mark.parametrize("word", ["???", "-", "'", "and"])
def test_word_that_says_nothing_finds_nothing(word):
    ran = hp("sku", word)
    assert (ran.returncode, ran.stdout) == (10, b"")
    assert f"No part is described by {word}." in ran.stderr.decode()


@pytest.mark.parametrize(
    "asked", [["printer", "2", "years"], ["printers", "--years", "2"], ["--device", "printer", "2"]]
)
def test_use_without_a_part_is_said_beside_the_parts_that_there_are(asked):
    shown = hp("sku", *asked).stdout.decode()
    assert "U62G3E" in shown
    assert "No part  printers over 2 years: Access, Access Plus and Management\n" in shown
    gaps = json.loads(hp("sku", *asked, "--json").stdout)["gaps"]
    assert [each["tier"] for each in gaps] == ["access", "access-plus", "management"]


def test_number_and_the_whole_list_say_nothing_of_gaps():
    for asked in ([], ["U1PB2E"]):
        assert json.loads(hp("sku", *asked, "--json").stdout)["gaps"] == []


def test_use_without_any_part_is_a_no_that_says_so():
    ran = hp("sku", "--tier", "access", "--device", "printer", "--years", "2")
    assert ran.returncode == 10
    assert ran.stderr.decode().splitlines()[:2] == [
        "error: The list has no part for that.",
        "  printers over 2 years: Access",
    ]
