"""A validator that is not ours, with our schemas, agrees with us on what it can see."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from check_jsonschema.parsers.yaml import (  # type: ignore[import-untyped]
    ParseError,
    construct_yaml_implementation,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from customer.test_any_request import JSON, YAML, changed
from hp_priority_cli.customer.read import read_request, request_from
from hp_priority_cli.errors import InvalidInput
from hp_priority_cli.readers.json import read_json
from hp_priority_cli.readers.yaml import read_yaml
from published import breaches
from running import hp

ROOT = Path(__file__).resolve().parents[1]
CHECKER = Path(sys.executable).with_name("check-jsonschema")
DATA = ["tiers", "skus", "coverage", "source"]
EXAMPLE = (ROOT / "examples/example-customer.yaml").read_text("utf-8")


def check(schema, *files):
    """The files that check-jsonschema refuses, and those that it could not even read."""
    ran = subprocess.run(
        [CHECKER, "-o", "json", "--schemafile", ROOT / f"schemas/v1/{schema}.json", *files],
        capture_output=True,
        text=True,
        check=False,
    )
    found = json.loads(ran.stdout)
    assert ran.returncode == (0 if found["status"] == "ok" else 1), ran.stderr
    unread = {Path(each["filename"]) for each in found.get("parse_errors", ())}
    return {Path(each["filename"]) for each in found.get("errors", ())}, unread


@pytest.mark.parametrize("name", DATA)
def test_shipped_data_are_accepted(name):
    assert check(name, ROOT / f"data/{name}.yaml") == (set(), set())


def test_every_example_request_is_accepted():
    files = [*(ROOT / "examples").glob("*customer*.yaml")]
    assert files
    assert check("request", *files) == (set(), set())


def test_saved_request_with_its_open_questions_is_accepted(tmp_path):
    saved = tmp_path / "request.yaml"
    stated = ["--pcs", "300", "--site", "FR:800:200", "--country", "NO,RO", "--support-language"]
    stated = [*stated[:2], *stated[4:], "no", "--answer", "country-not-listed:RO=yes"]
    assert hp("eligible", *stated, "--save-request", saved).returncode == 0
    assert check("request", saved) == (set(), set())


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("eligibility", ["eligible", "--pcs", "300", "--country", "FR"]),
        ("quote", ["quote", "--request", ROOT / "examples/example-customer.yaml"]),
        ("parts", ["sku", "--gaps"]),
        ("comparison", ["compare", "--country", "BR"]),
        ("explanation", ["explain"]),
        ("error", ["sku", "U8OMBE", "--json"]),
    ],
)
def test_saved_answer_is_accepted(name, arguments, tmp_path):
    saved = tmp_path / "answer.json"
    saved.write_bytes(hp(*arguments, "--json").stdout)
    assert check(name, saved) == (set(), set())


def test_bare_number_is_accepted_where_a_request_wants_text(tmp_path):
    files = [tmp_path / f"{number}.yaml" for number in (12, 12.5, 0)]
    for file in files:
        file.write_text(f"customer: {file.stem}\nreference: {file.stem}\n", "utf-8")
        assert read_request(str(file))[0].customer == file.stem
    assert check("request", *files) == (set(), set())


BROKEN = {
    "request": (
        "examples/example-customer.yaml",
        [
            ("pcs: 300", "pcs: many"),
            ("pcs: 300", 'pcs: "300"'),
            ("pcs: 300", "pcs: -1"),
            ("pcs: 300", "pcs: 1000000000"),
            ("pcs: 300", "pcs: 3.5"),
            ("pcs: 300", "pc: 300"),
            ("pcs: 300", "pcs: true"),
            ("displays: 260", "displays: null"),
            ("displays: 260", "other: {tablet: -1}"),
            ("displays: 260", "other: [tablet]"),
            ("countries: [FR, BE]", "countries: FR"),
            ("countries: [FR, BE]", "countries: {FR: 1}"),
            ("countries: [FR, BE]", "countries: [null]"),
            ("countries: [FR, BE]", "sites: []"),
            ("countries: [FR, BE]", "sites: [{pcs: 300}]"),
            ("countries: [FR, BE]", "sites: [{country: FR, pc: 300}]"),
            ("countries: [FR, BE]", "answers: [{point: it-desk}]"),
            ("countries: [FR, BE]", "answers: [{point: it-desk, answer: own, on: today}]"),
            ("headquarters: FR", "headquarters: true"),
            ("it_desk: own", "it_desk: owm"),
            ("it_desk: own", "it_desk: Own"),
            ("whole_base: true", 'whole_base: "true"'),
            ("whole_base: true", "whole_base: 1"),
            ("term_years: 3", "term_years: 0"),
            ("term_years: 3", "term_years: three"),
            ("term_years: 3", "order_unit: open"),
            ("purchase_date: 2026-12-01", "purchase_date: 01/12/2026"),
            ("purchase_date: 2026-12-01", "purchase_date: 2026-13-01"),
            ("purchase_date: 2026-12-01", "purchase_date: 2026-12-01T00:00:00"),
            ("purchase_date: 2026-12-01", 'purchase_date: "2026080000"'),
            ("\ncustomer: ", "\ncustommer: "),
        ],
    ),
    "tiers": (
        "data/tiers.yaml",
        [
            ("schema: hp-priority/tiers@1", "schema: hp-priority/tiers@2"),
            ("schema: hp-priority/tiers@1\n", ""),
            ("{devices: 250}", "{device: 250}"),
            ("{devices: 250}", "{devices: many}"),
            ("clauses: [highlights-access, table-1]", "clauses: []"),
            ("ways: [{devices: 250}]", "ways: []"),
            ("order_unit: device", "order_unit: devices"),
            ("id: access\n", "Id: access\n"),
        ],
    ),
    "skus": (
        "data/skus.yaml",
        [
            ("sku: U80LYE", "sku: u80lye"),
            ("sku: U80LYE", "sku: U80LYEE"),
            ("sku: U80LYE, ", ""),
            ("device_class: pc,", "device_class: pcs,"),
            ("term_years: 2", "term_years: two"),
            ("band: 250", 'band: "250"'),
            ("clauses: [parts, ordering]", "clauses: []"),
            ("parts:", "partz:"),
        ],
    ),
    "coverage": (
        "data/coverage.yaml",
        [
            ('code: "AI"', 'code: "ai"'),
            ('code: "AI"', 'code: "AIA"'),
            ("en: Anguilla, fr: Anguilla", "en: Anguilla"),
            ("latin_america: possible", "latin_america: maybe"),
            ("latin_america: possible", "latin_america: true"),
            ("also: [Antigua]", "also: Antigua"),
        ],
    ),
    "source": (
        "data/source.yaml",
        [
            ('edition: "2024-05"', 'edition: "2024-13"'),
            ('edition: "2024-05"', 'edition: "2024-5"'),
            ("  publisher: HP\n", ""),
            ("id: highlights-access\n", "id: [highlights-access]\n"),
            ("clauses:\n", "clause:\n"),
        ],
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_every_broken_file_is_refused_by_both(name, tmp_path):
    source, changes = BROKEN[name]
    text = (ROOT / source).read_text("utf-8")
    files = set()
    for number, (old, new) in enumerate(changes):
        assert old in text, old
        file = tmp_path / f"{number}.yaml"
        file.write_text(text.replace(old, new, 1), "utf-8")
        files.add(file)
    refused, unread = check(name, *files)
    assert unread == set()
    assert sorted(files - refused) == []
    if name == "request":
        for file in files:
            with pytest.raises(InvalidInput):
                read_request(str(file))


@pytest.mark.parametrize(
    ("read", "load", "text"),
    [
        (read_yaml, construct_yaml_implementation().load, YAML),
        (read_json, json.loads, JSON),
    ],
    ids=["YAML", "JSON"],
)
def test_what_we_accept_the_schema_accepts(read, load, text):
    @settings(max_examples=500)
    @given(st.data())
    def holds(data):
        content = data.draw(changed(text))
        try:
            request_from(read(content, "r"))
        except InvalidInput:
            return
        try:
            value = load(content)
        except ParseError:  # the other reader says itself what it cannot read
            return
        assert breaches("request", value) == []

    holds()
