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
from hp_priority_cli.catalog.load import load_catalog
from hp_priority_cli.customer.read import request_from, request_in
from hp_priority_cli.errors import InvalidInput
from hp_priority_cli.prices.read import examine_price_book, read_price_book
from hp_priority_cli.readers.document import read_document
from hp_priority_cli.readers.json import read_json
from hp_priority_cli.readers.yaml import read_yaml
from published import breaches
from running import hp

ROOT = Path(__file__).resolve().parents[1]
CHECKER = Path(sys.executable).with_name("check-jsonschema")
DATA = ["tiers", "skus", "coverage", "source"]
CATALOG = load_catalog()
BOOK = ROOT / "examples/example-price-book.yaml"


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


def test_every_example_price_book_is_accepted():
    assert check("price-book", BOOK) == (set(), set())


def test_price_request_is_accepted_once_it_is_filled_in(tmp_path):
    asked = tmp_path / "asked.yaml"
    stated = ["--request", ROOT / "examples/example-customer.yaml", "--order-unit", "device"]
    assert hp("quote", *stated, "--price-request", asked).returncode == 0
    text = asked.read_text("utf-8")
    for blank, filled in (
        ("currency: CODE", "currency: EUR"),
        ("valid_from: YYYY-MM-DD", "valid_from: 2026-01-01"),
        ("valid_until: YYYY-MM-DD | null", "valid_until: null"),
        ("price_period: term | year", "price_period: term"),
        ("amount:", "amount: 12.50"),
    ):
        assert blank in text, text
        text = text.replace(blank, filled)
    asked.write_text(text, "utf-8")
    assert read_price_book(str(asked), CATALOG)[1] == []
    assert check("price-book", asked) == (set(), set())


def test_saved_request_with_its_open_questions_is_accepted(tmp_path):
    saved = tmp_path / "request.yaml"
    stated = ["--pcs", "300", "--site", "FR:800:200", "--country", "NO,RO", "--support-language"]
    stated = [*stated[:2], *stated[4:], "no", "--answer", "country-not-listed:RO=yes"]
    assert hp("eligible", *stated, "--save-request", saved).returncode == 0
    assert check("request", saved) == (set(), set())


PRICED = ["quote", "--request", ROOT / "examples/example-customer.yaml", "--price-book", BOOK]


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("eligibility", ["eligible", "--pcs", "300", "--country", "FR"]),
        ("quote", ["quote", "--request", ROOT / "examples/example-customer.yaml"]),
        ("quote", [*PRICED]),
        ("quotes", [*PRICED, "--years", "all"]),
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
        assert request_in(read_document(str(file)))[0].customer == file.stem
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
    "price-book": (
        "examples/example-price-book.yaml",
        [
            ("price-book@1", "price-book@2"),
            ("id: example-2026\n", ""),
            ("currency: EUR\n", ""),
            ("tax: excluded", "tax: included"),
            ("valid_from: 2026-01-01", "valid_from: 01/01/2026"),
            ("valid_until: 2026-12-31\n", ""),
            ("price_period: term", "price_period: month"),
            ("order_unit: device", "order_unit: open"),
            ("fictional: true", 'fictional: "true"'),
            ("countries: [BE, FR]", "countries: []"),
            ("countries: [BE, FR]", "countries: BE"),
            ("countries: [BE, FR]", "country: [BE, FR]"),
            ("discount_max: 5", "discount_max: 101"),
            ("discount_max: 5", "discount_max: true"),
            ("discount_max: 5, ", ""),
            ("{from: 1, amount: 11.11}", "{from: 0, amount: 11.11}"),
            ("{from: 1, amount: 11.11}", "{from: one, amount: 11.11}"),
            ("{from: 1, amount: 11.11}", "{from: 1}"),
            ("{sku: U80LYE, amount: 22.22}", "{amount: 22.22}"),
            ("{sku: U80LYE, amount: 22.22}", "{sku: U80LYE, amount: 0}"),
            ("{sku: U80LYE, amount: 22.22}", "{sku: U80LYE, amount: -22.22}"),
            ("{sku: U80LYE, amount: 22.22}", "{sku: U80LYE, amount: [22.22]}"),
            ("{sku: U80LYE, amount: 22.22}", "{sku: U80LYE, amount: 22.22, price: 3}"),
            ("floor: 27.77", "floor: false"),
            ("\nrows:", "\nrow:"),
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


READ = {
    "request": lambda file: request_in(read_document(file)),
    "price-book": lambda file: read_price_book(file, CATALOG),
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
    for file in files if name in READ else ():
        with pytest.raises(InvalidInput):
            READ[name](str(file))


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


def test_price_book_that_we_accept_the_schema_accepts():
    text = BOOK.read_text("utf-8") + "rounding: {unit: 0.01, line: '0.05'}\n"

    @settings(max_examples=300)
    @given(changed(text))
    def holds(content):
        try:
            tree = read_yaml(content, "book.yaml")
        except InvalidInput:
            return
        found = examine_price_book(tree, CATALOG, 100).findings
        if any(each.severity == "error" for each in found):
            return
        try:
            value = construct_yaml_implementation().load(content)
        except ParseError:
            return
        assert breaches("price-book", value) == []

    holds()
