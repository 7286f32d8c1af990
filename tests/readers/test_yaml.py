"""The strict reader: text stays text, every value knows its place, both parsers agree."""

import pytest
import yaml

from hp_priority_cli.catalog.load import FILES, shipped_folder
from hp_priority_cli.errors import InvalidInput
from hp_priority_cli.readers import yaml as reader
from hp_priority_cli.readers.json import read_json
from hp_priority_cli.readers.yaml import read_yaml


def value(text):
    return read_yaml(f"k: {text}\n", "f.yaml").at(("k",))


@pytest.mark.parametrize(
    "text",
    [
        "NO", "no", "yes", "on", "12.10", "1E5", "0123", "089", "0x1F", "1_000", "12:30",
        "2024-05-01", "2024-5-1", "2024-05-01T10:00:00Z", "2024-05-01 10:00",
    ],
)  # fmt: skip
def test_what_other_readers_misread_stays_text_and_is_marked(text):
    tree = read_yaml(f"k: {text}\n", "f.yaml")
    assert (tree.value, tree.traps) == ({"k": text}, {("k",): text})


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("0", 0), ("300", 300), ("-3", -3), ("true", True), ("false", False), ("null", None),
        ("~", None), ("", None), ('"300"', "300"), ("'true'", "true"), ("2026-11-24", "2026-11-24"),
        ("9999999999999999999", "9999999999999999999"), ("é", "é"),
    ],
)  # fmt: skip
def test_plain_values_are_what_they_look_like(text, meant):
    found = value(text)
    assert (found, type(found)) == (meant, type(meant))


def test_places_are_lines_and_columns_from_one():
    tree = read_yaml("a:\n  - b: 1\n    c: é\n", "f.yaml")
    assert tree.values["a", 0, "c"] == (3, 8)
    assert tree.keys["a", 0, "c"] == (3, 5)
    spot = tree.spot(("a", 0, "missing"))
    assert (spot.file, spot.line, spot.column) == ("f.yaml", 2, 5)


@pytest.mark.parametrize("text", ["2024-05", "12-10", "U80M5E", "1.2.3", "10 000", "80-90"])
def test_what_every_reader_takes_for_text_is_not_marked(text):
    assert read_yaml(f"k: {text}x\nl: {text}\n", "f.yaml").traps == {}


@pytest.mark.parametrize("char", ["\x85", "\u2028", "\u2029"])
def test_character_that_ends_a_line_for_some_readers_is_found_once(char):
    tree = read_yaml(f"k: 1\nl: 'a{char}b{char}'\n", "f.yaml")
    [finding] = tree.findings
    assert (finding.code, finding.spot.line, finding.spot.column) == ("odd-line-end", 2, 6)
    assert finding.values == {"character": f"U+{ord(char):04X}"}


def test_what_was_found_before_the_text_breaks_off_is_told_too():
    with pytest.raises(InvalidInput) as caught:
        read_yaml("k: 1\nk: 2\nl: [\n", "f.yaml")
    assert [(f.code, f.spot.line) for f in caught.value.findings] == [
        ("duplicate-key", 2),
        ("yaml-syntax", 4),
    ]


@pytest.mark.parametrize("name", FILES)
def test_both_parsers_of_the_library_read_the_shipped_data_alike(name, monkeypatch):
    text = (shipped_folder() / name).read_text("utf-8")
    quick = read_yaml(text, name)
    monkeypatch.setattr(reader, "_LOADER", yaml.SafeLoader)
    slow = read_yaml(text, name)
    assert slow == quick
    assert quick.findings == []
    assert quick.traps == {}


def test_json_and_yaml_give_the_same_tree_values():
    text = '{"a": [1, "x", null, true, {"b": -2}], "c": "1.5"}'
    assert read_json(text, "f").value == read_yaml(text, "f").value


@pytest.mark.parametrize("read", [read_yaml, read_json])
@pytest.mark.parametrize("depth", [20, 21])
def test_twenty_levels_are_read_and_one_more_is_refused(read, depth):
    text = "[" * depth + "]" * depth
    if depth == 20:
        assert read(text, "f").value is not None
    else:
        with pytest.raises(InvalidInput) as caught:
            read(text, "f")
        assert [finding.code for finding in caught.value.findings] == ["too-deep"]


@pytest.mark.parametrize("number", ["1.5", "1e3", "-0", "1E+1000000", "9" * 19])
def test_json_number_that_is_no_plain_whole_number_stays_text(number):
    assert read_json(f"[{number}]", "f").value == [number]
