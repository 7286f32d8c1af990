"""A file of another kind given as a request is told as such, in one finding."""

import pytest

from hp_priority_cli.customer.read import request_in
from hp_priority_cli.errors import InvalidInput
from hp_priority_cli.readers.document import read_document
from running import hp


def found(path, text):
    path.write_text(text)
    with pytest.raises(InvalidInput) as refused:
        request_in(read_document(str(path)))
    return [(each.code, each.spot.line, each.values.get("near")) for each in refused.value.findings]


@pytest.mark.parametrize(
    ("schema", "use"),
    [
        ("hp-priority/price-book@1", "--price-book FILE"),
        ("hp-priority/tiers@1", "--data DIR"),
        ("hp-priority/coverage@1", "--data DIR"),
        ("hp-priority/cases@1", "hp-priority check FILE"),
        ("hp-priority/comparison@1", None),
        ("weather", None),
    ],
)
def test_file_that_names_another_schema_is_no_request(tmp_path, schema, use):
    text = f"customer: Example\nschema: {schema}\nrows: 3\nid: x\n"
    assert found(tmp_path / "x.yaml", text) == [("not-a-request", 2, use)]


@pytest.mark.parametrize("name", ["c.csv", "c.xlsx"])
def test_spreadsheet_is_many_requests_and_not_one(tmp_path, name):
    (tmp_path / name).write_bytes(b"pcs\n3\n")
    ran = hp("eligible", "--request", name, cwd=tmp_path)
    shown = f"{name}: error: This is no request. It is for  --batch FILE\n"
    assert (ran.returncode, ran.stderr.decode()) == (20, shown)
    missing = hp("eligible", "--request", f"x-{name}", cwd=tmp_path)
    assert b"The file cannot be read" in missing.stderr


def test_price_book_without_its_schema_is_known_by_its_keys(tmp_path):
    text = "id: x\nvalid_from: 2026-01-01\nrows: []\n"
    assert found(tmp_path / "x.yaml", text) == [("not-a-request", 3, "--price-book FILE")]


def test_quote_of_a_later_release_is_told_as_newer(tmp_path):
    text = "schema: hp-priority/quote@2\n"
    assert found(tmp_path / "x.yaml", text) == [("schema-newer", 1, None)]


def test_known_keys_are_listed_once_a_file(tmp_path):
    (tmp_path / "r.yaml").write_text("weather: 1\nmoon: 2\ntire: access\nsun: 3\n")
    ran = hp("eligible", "--request", "r.yaml", cwd=tmp_path)
    lines = ran.stderr.decode().splitlines()
    assert [line.partition(": ")[0] for line in lines] == [f"r.yaml:{n}:1" for n in (1, 2, 3, 4)]
    assert [n for n, line in enumerate(lines, 1) if "Known here: customer," in line] == [1]
    assert lines[2].endswith("Did you mean 'tier'?")
