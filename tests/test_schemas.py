"""The committed schemas are those that the command prints, and say all that an editor shows."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from hp_priority_cli.cli.schema import published_schemas
from published import DRAFTS

ROOT = Path(__file__).resolve().parents[1]
SCHEMAS = published_schemas()
DATA = ["tiers", "skus", "coverage", "source"]
INPUTS = [*DATA, "request", "price-book", "cases"]
OUTPUTS = [
    "eligibility", "what-if", "quote", "quotes", "verification", "inventory", "parts",
    "comparison", "explanation", "check", "diff", "quote-diff", "error",
]  # fmt: skip


def objects(schema, path=""):
    """Every schema of a mapping in a schema, with its place."""
    if "properties" in schema:
        yield path, schema
    for name, definition in schema.get("definitions", {}).items():
        yield from objects(definition, f"{path}/{name}")


def keys(name):
    for path, schema in objects(SCHEMAS[name]()):
        for key, found in schema["properties"].items():
            yield f"{name}{path}.{key}", found


@pytest.mark.parametrize("name", SCHEMAS)
def test_committed_schema_is_the_printed_one(name):
    committed = json.loads((ROOT / f"schemas/v1/{name}.json").read_text("utf-8"))
    assert committed == SCHEMAS[name]()


def test_nothing_else_is_committed_as_a_schema():
    assert {path.stem for path in (ROOT / "schemas/v1").iterdir()} == set(SCHEMAS)


@pytest.mark.parametrize("name", SCHEMAS)
@pytest.mark.parametrize("draft", DRAFTS)
def test_schema_is_one_to_readers_of_either_draft(name, draft):
    schema = SCHEMAS[name]()
    DRAFTS[draft].check_schema(schema)
    text = json.dumps(schema)
    assert not re.search(r'"(\$defs|prefixItems|unevaluated\w+|dependent\w+|\$anchor)"', text)


@pytest.mark.parametrize("name", SCHEMAS)
def test_nothing_stands_beside_a_reference(name):
    found = re.findall(r"\{[^{}]*\"\$ref\"[^{}]*\}", json.dumps(SCHEMAS[name]()))
    assert [each for each in found if len(json.loads(each)) > 1] == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_is_explained_in_a_sentence(name):
    unexplained = [
        place
        for place, schema in keys(name)
        if not schema["title"] or not re.fullmatch(r"[A-Z`].*\.", schema.get("description", ""))
    ]
    assert unexplained == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_mapping_is_explained_and_refuses_other_keys_unless_it_says_so(name):
    left_open = {"Values", "Facts", "ErrorValues"}
    for path, schema in objects(SCHEMAS[name]()):
        assert schema["description"].endswith("."), path
        assert schema["additionalProperties"] is (path.rpartition("/")[2] in left_open), path


@pytest.mark.parametrize("name", SCHEMAS)
@pytest.mark.parametrize("draft", DRAFTS)
def test_every_example_is_one(name, draft):
    definitions = {"definitions": SCHEMAS[name]().get("definitions", {})}
    for place, schema in keys(name):
        for example in schema.get("examples", ()):
            assert DRAFTS[draft](schema | definitions).is_valid(example), (place, example)


def test_key_of_a_request_is_completed_with_its_choices_its_meaning_and_examples():
    keys = SCHEMAS["request"]()["properties"]
    assert keys["it_desk"]["anyOf"][0] == {"enum": ["own", "partner", "none"]}
    assert (keys["it_desk"]["title"], keys["tier"]["title"]) == ("IT desk", "Tier")
    assert "`partner`" in keys["it_desk"]["description"]
    assert keys["tier"]["examples"] == ["access", "access-plus", "management", "management-plus"]
    base = SCHEMAS["request"]()["definitions"]["InstalledBase"]["properties"]
    assert base["pcs"] == {
        "title": "PCs",
        "description": (
            "Commercial HP PCs under valid cover: desktops, notebooks, workstations, retail points"
            " of sale, thin clients. Left out it counts as 0, and the answer says so."
        ),
        "type": ["integer", "null"],
        "minimum": 0,
        "maximum": 999_999_999,
        "examples": [300],
    }


@pytest.mark.parametrize(
    ("file", "name"),
    [
        *((f"data/{name}.yaml", name) for name in DATA),
        ("examples/example-customer.yaml", "request"),
        ("examples/example-price-book.yaml", "price-book"),
    ],
)
def test_file_names_its_schema_in_its_first_line(file, name):
    first = (ROOT / file).read_text("utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema=../schemas/v1/{name}.json"
    assert ((ROOT / file).parent / first.partition("=")[2]).resolve().is_file()


def test_every_document_that_the_code_can_write_has_a_schema():
    code = "\n".join(
        path.read_text("utf-8") for path in (ROOT / "src/hp_priority_cli").rglob("documents/*.py")
    )
    written = set(re.findall(r'document_head\("([a-z-]+)"', code))
    written |= set(re.findall(r'"hp-priority/([a-z-]+)@1"', code))
    assert written == set(OUTPUTS)


def test_command_lists_the_names():
    ran = subprocess.run(
        [sys.executable, "-m", "hp_priority_cli", "schema"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.split() == [*INPUTS, *OUTPUTS]
