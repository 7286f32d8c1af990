"""Files whose very bytes are wrong, in the place of a data file: what is found, and where."""

import shutil
from itertools import combinations
from pathlib import Path

import pytest

from broken import broken_data, findings_in, shown
from hp_priority_cli.catalog.load import FILES, load_catalog, shipped_folder
from hp_priority_cli.errors import InvalidData

SKUS = (shipped_folder() / "skus.yaml").read_bytes()
HEAD = b"schema: hp-priority/skus@1\n"

# name of the case: the content of skus.yaml, and what is found as line, column and code
CONTENTS = {
    "nothing": (b"", [(0, 0, "empty")]),
    "a line end": (b"\n", [(0, 0, "empty")]),
    "comments alone": (b"# parts\n# to come\n", [(0, 0, "empty")]),
    "a byte-order mark alone": (b"\xef\xbb\xbf", [(0, 0, "empty")]),
    "Latin-1": (HEAD + "band_reading: Libellé\n".encode("latin-1"), [(2, 21, "not-utf8")]),
    "Windows-1252": (HEAD + "a: l’appareil\n".encode("cp1252"), [(2, 5, "not-utf8")]),
    "UTF-16": (HEAD.decode().encode("utf-16"), [(1, 1, "not-utf8")]),
    "half a character": (HEAD + b"a: \xc3\n", [(2, 4, "not-utf8")]),
    "an overlong slash": (HEAD + b"a: \xc0\xaf\n", [(2, 4, "not-utf8")]),
    "half of a surrogate pair": (HEAD + b"a: \xed\xa0\x80\n", [(2, 4, "not-utf8")]),
    "a NUL": (HEAD + b"a: b\x00c\n", [(2, 5, "yaml-syntax")]),
    "an escape sequence": (HEAD + b"a: \x1b[31mred\n", [(2, 4, "yaml-syntax")]),
    "a spreadsheet": (b"PK\x03\x04\x14\x00\x06\x00", [(1, 1, "another-format")]),
    "a document of PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", [(1, 1, "another-format")]),
    "a list": (b"- sku: U80M5E\n", [(1, 1, "not-a-mapping")]),
    "a word": (b"parts\n", [(1, 1, "not-a-mapping")]),
    "null": (b"null\n", [(1, 1, "not-a-mapping")]),
    "a document begun and left": (b"---\n", [(2, 1, "not-a-mapping")]),
    "two documents": (SKUS + b"---\n" + SKUS, [(SKUS.count(b"\n") + 1, 1, "many-documents")]),
    "another YAML": (b"%YAML 9.9\n---\n" + SKUS, [(1, 1, "yaml-syntax")]),
    "a conflict of git": (SKUS + b"<<<<<<< HEAD\n", [(SKUS.count(b"\n") + 1, 1, "yaml-syntax")]),
    "21 levels": (b"[" * 21 + b"]" * 21, [(1, 21, "too-deep")]),
    "60,000 brackets": (b"[" * 60_000, [(1, 21, "too-deep")]),
    "20,001 values": (b"a: [" + b"1, " * 20_000 + b"]", [(1, 60_002, "too-many-values")]),
    "more than a mebibyte": (b"#" * 1_048_577, [(0, 0, "too-large")]),
    "an alias bomb": (
        b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        [
            (line, column, "alias")
            for line, column in ((1, 4), (2, 4), (2, 8), (2, 12), (3, 5), (3, 9))
        ],
    ),
    "JSON with a comma too many": (b'{"schema": "hp-priority/skus@1",}x', [(1, 34, "yaml-syntax")]),
}


@pytest.mark.parametrize(("content", "finds"), CONTENTS.values(), ids=CONTENTS)
def test_content_that_is_no_data_is_told_with_its_place(tmp_path, content, finds):
    shutil.copytree(shipped_folder(), tmp_path / "data")
    (tmp_path / "data/skus.yaml").write_bytes(content)
    codes = {code for _, _, code in finds}
    found = [each for each in findings_in(tmp_path / "data") if each.code in codes]
    assert shown(found) == [
        ("skus.yaml", line, column, "error", code) for line, column, code in finds
    ]
    with pytest.raises(InvalidData):
        load_catalog(tmp_path / "data")


def test_file_that_is_missing_is_told(tmp_path):
    shutil.copytree(shipped_folder(), tmp_path / "data")
    (tmp_path / "data/skus.yaml").rename(tmp_path / "data/SKU.yaml")
    assert shown(findings_in(tmp_path / "data")) == [("skus.yaml", 0, 0, "error", "unreadable")]


@pytest.mark.parametrize(
    "missing",
    [each for count in (1, 2, 3, 4) for each in combinations(sorted(FILES), count)],
    ids=" ".join,
)
def test_files_that_are_missing_are_all_that_is_wrong_with_the_others(tmp_path, missing):
    shutil.copytree(shipped_folder(), tmp_path / "data")
    for name in missing:
        (tmp_path / "data" / name).unlink()
    found = shown(findings_in(tmp_path / "data"))
    assert found == [(name, 0, 0, "error", "unreadable") for name in missing]


@pytest.mark.parametrize("content", [None, b"", b"parts: [", b"parts: []\n"])
def test_file_that_is_wrong_hides_no_mistake_between_the_others(tmp_path, content):
    # No feature is limited in Latin America any more, and the places are still marked for it.
    limits = {"replace": "limited_in_latin_america: true", "by": "limited_in_latin_america: false"}
    data = broken_data({"file": "tiers.yaml", **limits, "times": 2}, tmp_path)
    if content is None:
        (data / "skus.yaml").unlink()
    else:
        (data / "skus.yaml").write_bytes(content)
    of_tiers = [each for each in shown(findings_in(data)) if each[0] == "tiers.yaml"]
    assert [each[4] for each in of_tiers] == ["limit-without-feature"]


def test_folder_in_the_place_of_a_file_is_told(tmp_path):
    shutil.copytree(shipped_folder(), tmp_path / "data")
    (tmp_path / "data/skus.yaml").unlink()
    (tmp_path / "data/skus.yaml").mkdir()
    assert shown(findings_in(tmp_path / "data")) == [("skus.yaml", 0, 0, "error", "unreadable")]


@pytest.mark.parametrize(
    ("name", "code"), [("nowhere", "no-such-folder"), ("file", "not-a-folder")]
)
def test_folder_that_is_none_is_told(tmp_path, name, code):
    Path(tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(InvalidData) as caught:
        load_catalog(tmp_path / name)
    assert [each.code for each in caught.value.findings] == [code]


@pytest.mark.parametrize(
    "content",
    [
        SKUS.replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + SKUS,
        SKUS.rstrip(b"\n"),
        b"---\n" + SKUS + b"...\n",
    ],
    ids=["CRLF", "a byte-order mark in front", "no line end at the end", "document marks"],
)
def test_other_ways_to_write_the_same_file_are_taken(tmp_path, content):
    shutil.copytree(shipped_folder(), tmp_path / "data")
    (tmp_path / "data/skus.yaml").write_bytes(content)
    assert findings_in(tmp_path / "data") == []
    assert load_catalog(tmp_path / "data").sha256 == load_catalog().sha256
