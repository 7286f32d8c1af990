"""No figure of a saved quote changes unseen: by its seal, or, sealed again, by the others."""

import json
from copy import deepcopy

import pytest

from books import EXAMPLE_BOOK
from checked import write_json
from hp_priority_cli.errors import InvalidInput
from hp_priority_cli.evidence.read import read_saved_quote, saved_answer
from hp_priority_cli.evidence.seal import sealed
from hp_priority_cli.readers.json import read_json
from pages import ROOT
from running import hp

QUOTE = json.loads(
    hp(
        *"quote --request examples/example-customer.yaml --order-country BE --discount 3".split(),
        *["--price-book", str(EXAMPLE_BOOK), "--as-of", "2026-11-24", "--json"],
        cwd=ROOT,
    ).stdout
)


def figures(value, path=()):
    """The path of each figure of a document: each number, and each text that has a digit in it."""
    if isinstance(value, dict):
        return [each for key, item in value.items() for each in figures(item, (*path, key))]
    if isinstance(value, list):
        return [each for n, item in enumerate(value) for each in figures(item, (*path, n))]
    is_figure = type(value) is int or (isinstance(value, str) and any(map(str.isdigit, value)))
    return [path] if is_figure else []


def at(document, path):
    for step in path:
        document = document[step]
    return document


def changed(path, value):
    """The quote with another value at a path, its seal left as it was."""
    document = deepcopy(QUOTE)
    at(document, path[:-1])[path[-1]] = value
    return document


def with_another_digit(value):
    """A figure with its last digit changed."""
    text = str(value)
    n = max(n for n, char in enumerate(text) if char.isdigit())
    text = f"{text[:n]}{(int(text[n]) - 1) % 10}{text[n + 1 :]}"
    return int(text) if type(value) is int else text


def faults(document):
    return {
        each.code: each.values.get("where")
        for each in saved_answer(read_json(json.dumps(document), "q.json")).faults
    }


def codes(document):
    """The faults of a document, or why it is no quote any more."""
    try:
        return set(faults(document))
    except InvalidInput as error:
        return {each.code for each in error.findings}


def name(path):
    return ".".join(map(str, path))


def test_quote_as_it_was_saved_has_nothing_against_it():
    assert faults(QUOTE) == {}
    assert QUOTE["totals"]["extended_price"] == "10561.00"


@pytest.mark.parametrize("path", figures(QUOTE), ids=name)
def test_one_digit_changed_anywhere_is_found(path):
    document = changed(path, with_another_digit(at(QUOTE, path)))
    refused = {"not-a-quote", "wrong-type"}  # another schema, or a day that there is not
    assert codes(document) & {"seal-broken", *refused}


SUMS = [
    ("lines", 0, "list_price"),
    ("lines", 0, "net_price"),
    ("lines", 0, "extended_price"),
    ("lines", 1, "price_trail", 1, "amount"),
    ("lines", 1, "price_trail", 2, "list_price"),
    ("lines", 1, "price_trail", 3, "exact"),
    ("lines", 1, "price_trail", 3, "net_price"),
    ("lines", 1, "price_trail", 4, "extended_price"),
    ("totals", "extended_price"),
    ("totals", "per_device_year"),
    ("verdict", "conditions", 0, "margin", 0, "devices"),
]
OTHERS = [
    ("lines", 0, "discount_percent"),
    ("lines", 0, "covered_devices"),
    ("lines", 0, "order_quantity"),
    ("lines", 0, "term_years"),
    ("lines", 0, "price_trail", 0, "price_book"),
    ("lines", 1, "price_trail", 2, "term_years"),
    ("lines", 1, "price_trail", 4, "order_quantity"),
    ("term_years",),
    ("request", "term_years"),
    ("request", "installed_base", "pcs"),
    ("verdict", "conditions", 0, "measured", "pcs"),
    ("valid_until",),
    ("price_book", "id"),
]


@pytest.mark.parametrize("path", [*SUMS, *OTHERS], ids=name)
def test_figure_that_was_changed_and_sealed_again_is_found_by_the_others(path):
    value = "2026-12-30" if path == ("valid_until",) else with_another_digit(at(QUOTE, path))
    found = codes(sealed(changed(path, value)))
    assert found & {"sum-wrong", "figure-contradicts"}
    assert "seal-broken" not in found


@pytest.mark.parametrize(
    ("path", "value", "code", "where"),
    [
        (("totals", "extended_price"), "10561.01", "sum-wrong", "totals.extended_price"),
        (("totals",), None, "sum-wrong", "totals"),
        (("lines", 0, "order_unit"), "contract", "figure-contradicts", None),
        (("lines", 0, "price_status"), "not-in-book", "figure-contradicts", None),
        (("status",), "conditional", "figure-contradicts", "verdict.verdict"),
        (("tier",), "access-plus", "figure-contradicts", "verdict.tier"),
        (("currency",), "CHF", "figure-contradicts", "totals.currency"),
        (("not_priced",), ["U80M6E"], "figure-contradicts", "not_priced"),
        (("lines", 0, "price_trail"), [], "figure-contradicts", "lines[0].price_trail"),
        (("as_of",), "2026-11-25", "figure-contradicts", "as_of"),
    ],
    ids=str,
)
def test_what_contradicts_the_rest_is_named_with_its_place(path, value, code, where):
    found = faults(sealed(changed(path, value)))
    assert code in found
    assert where is None or found[code] == where


def test_amount_out_of_its_quotes_breaks_the_seal():
    text = json.dumps(QUOTE).replace('"net_price": "32.33"', '"net_price": 32.33')
    assert text != json.dumps(QUOTE)
    [fault] = saved_answer(read_json(text, "q.json")).faults
    assert fault.code == "seal-broken"


def test_layout_and_order_of_keys_do_not_break_the_seal(tmp_path):
    backwards = dict(reversed(QUOTE.items()))
    write_json(tmp_path / "q.json", backwards)
    assert read_saved_quote(str(tmp_path / "q.json")).faults == ()


def test_seal_of_a_quote_within_others_is_told_once_and_at_its_place():
    document = sealed({**head("quotes"), "quotes": [QUOTE, deepcopy(QUOTE)], "refused": []})
    assert faults(document) == {}
    document["quotes"][1]["lines"][0]["sku"] = "U80M5E"
    tree = read_json(json.dumps(document, indent=1), "q.json")
    [fault] = saved_answer(tree).faults
    line = json.dumps(document, indent=1)[: json.dumps(document, indent=1).rindex('"sha256"')]
    assert fault.code == "seal-broken"
    assert fault.spot.line is not None
    assert 1 < fault.spot.line < line.count("\n")


def test_what_stands_beside_the_quotes_is_sealed_as_well():
    document = sealed({**head("quotes"), "quotes": [QUOTE], "refused": []})
    document["request"] = {**document["request"], "customer": "Another (fictional)"}
    assert set(faults(document)) == {"seal-broken"}


def head(kind):
    keys = ("tool_version", "catalog", "as_of", "request")
    return {"schema": f"hp-priority/{kind}@1", **{key: QUOTE[key] for key in keys}}


def test_request_of_a_quote_with_a_broken_seal_is_refused_with_what_to_do(tmp_path):
    document = changed(("request", "installed_base", "pcs"), 5000)
    write_json(tmp_path / "q.json", document)
    ran = hp("eligible", "--request", "q.json", cwd=tmp_path)
    assert ran.returncode == 20
    line = json.dumps(document, indent=1).count("\n") - 3
    assert ran.stderr.decode().splitlines()[0].startswith(f"q.json:{line}:10: error: ")
    assert "as it was saved" in ran.stderr.decode()


def test_request_of_a_quote_is_taken_up_with_options_on_top(tmp_path):
    write_json(tmp_path / "q.json", QUOTE)
    ran = hp("quote", "--request", str(tmp_path / "q.json"), *"--years 1 --json".split(), cwd=ROOT)
    document = json.loads(ran.stdout)
    assert (document["term_years"], document["request"]["customer"]) == (
        1,
        "Example Logistics (fictional)",
    )
    assert ("request", "q.json") in [(each["kind"], each["file"]) for each in document["files"]]


def test_request_of_a_quote_without_a_seal_is_refused_with_what_to_do(tmp_path):
    write_json(tmp_path / "q.json", {k: v for k, v in QUOTE.items() if k != "seal"})
    ran = hp("eligible", "--request", "q.json", "--json", cwd=tmp_path)
    assert ran.returncode == 20
    assert ran.stderr.decode() == (
        "q.json:1:1: error: The quote has no seal: it was taken out, or something else wrote the "
        "file. Take the file as it was saved, or quote again.\n"
    )
