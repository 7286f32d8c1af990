"""The strict JSON reader: each mistake by its name and at its place, and no value bent."""

import pytest

from hp_priority_cli.errors import InvalidInput
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.readers.json import read_json

MISTAKES = {
    "nothing": ("", "empty", (1, 1)),
    "blanks alone": (" \n\t", "empty", (2, 2)),
    "a comment": ("// x\n{}", "json-no-value", (1, 1)),
    "a bracket that stays open": ("{", "json-no-key", (1, 2)),
    "a key without quotes": ("{a: 1}", "json-no-key", (1, 2)),
    "a key in single quotes": ("{'a': 1}", "json-no-key", (1, 2)),
    "a comma after the last key": ('{"a": 1,}', "json-no-key", (1, 9)),
    "a key that is a number": ("{1: 2}", "json-no-key", (1, 2)),
    "a key without a colon": ('{"a" 1}', "json-no-colon", (1, 6)),
    "a key without a value": ('{"a":}', "json-no-value", (1, 6)),
    "a comma after the last item": ("[1,]", "json-no-value", (1, 4)),
    "two commas": ("[1,,2]", "json-no-value", (1, 4)),
    "a word without quotes": ('{"tier": access}', "json-no-value", (1, 10)),
    "a constant of JavaScript": ("[NaN]", "json-no-value", (1, 2)),
    "another one": ("[-Infinity]", "json-no-value", (1, 2)),
    "a number with a plus": ("[+1]", "json-no-value", (1, 2)),
    "a number that begins with a point": ("[.5]", "json-no-value", (1, 2)),
    "a number that begins with zero": ("[01]", "json-open-list", (1, 3)),
    "a number that ends with a point": ("[1.]", "json-open-list", (1, 3)),
    "digits of another script": ("[١٢]", "json-no-value", (1, 2)),
    "a constant with a tail": ('{"a": nulll}', "json-open-mapping", (1, 11)),
    "values without a comma": ('{"a": 1\n "b": 2}', "json-open-mapping", (2, 2)),
    "a list that stays open": ('["a"', "json-open-list", (1, 5)),
    "a text that stays open": ('{"a": "b}', "json-open-text", (1, 7)),
    "a line end in a text": ('["a\nb"]', "json-control", (1, 4)),
    "a tab in a text": ('["a\tb"]', "json-control", (1, 4)),
    "a NUL in a text": ('["a\0b"]', "json-control", (1, 4)),
    "an unknown escape": ('["a\\x41"]', "json-escape", (1, 4)),
    "half an escape": ('["\\u12"]', "json-escape", (1, 4)),
    "half a character": ('["\\ud83d"]', "broken-character", (1, 2)),
    "two documents": ("{}\n{}", "json-more", (2, 1)),
    "a NUL at the end": ("{}\0", "json-more", (1, 3)),
    "a space of another kind": ("{\u00a0}", "json-no-key", (1, 2)),
}


@pytest.mark.parametrize(("text", "code", "place"), MISTAKES.values(), ids=MISTAKES)
def test_mistake_is_called_by_its_name_at_its_place(text, code, place):
    with pytest.raises(InvalidInput) as caught:
        read_json(text, "r.json")
    [finding] = caught.value.findings
    assert (finding.code, (finding.spot.line, finding.spot.column)) == (code, place)


def test_key_that_stands_twice_is_found_at_every_depth():
    tree = read_json('{"a": 1,\n "a": {"b": 1, "b": 2}}', "r.json")
    found = [(each.values["key"], each.spot.line, each.spot.column) for each in tree.findings]
    assert found == [("a", 2, 2), ("b", 2, 16)]
    assert tree.value == {"a": 1}


def test_pair_of_escapes_that_spells_one_character_is_taken():
    assert read_json('["\\ud83d\\ude00", "é"]', "r.json").value == ["😀", "é"]


def test_sentences_name_what_must_stand_there():
    wording = Wording(None, Phrases("en"))
    with pytest.raises(InvalidInput) as caught:
        read_json('{"a": 1 "b"}', "r.json")
    [finding] = caught.value.findings
    assert wording.finding(finding) == "This is not JSON: a comma or } must stand here."
    assert wording.finding_remedy(finding) == (
        "Write a comma before the next key, or close the mapping."
    )
