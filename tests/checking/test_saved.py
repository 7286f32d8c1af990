"""A saved answer must have the shape of its schema and a request that can still be read."""

import json

import pytest
from hypothesis import given, settings

from checked import WORDING, checked, found, kinds, saved_quote, saved_verdicts, write_json
from customers import CATALOG, request_from, stated_customers
from hp_priority_cli import assess
from hp_priority_cli.checking.kinds import KINDS
from hp_priority_cli.evidence.seal import sealed
from hp_priority_cli.presentation.documents.eligibility import eligibility_document
from hp_priority_cli.readers.json import read_json


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_quote_of_today_is_right_and_so_is_one_with_keys_of_a_later_release(here):
    document = saved_quote()
    document["approved_by"] = "somebody"
    document["lines"][0]["rebate"] = None
    document["verdict"]["conditions"][0]["weight"] = 3
    write_json(here / "q.json", sealed(document))
    assert found("q.json") == []


@settings(max_examples=60)
@given(stated_customers)
def test_whatever_verdicts_the_tool_writes_it_accepts(stated):
    request = request_from(stated)
    document = eligibility_document(assess(CATALOG, request), request, WORDING, "0.1.0")
    document["as_of"] = "2026-11-24"
    tree = read_json(json.dumps(document), "f")
    assert KINDS["hp-priority/eligibility@1"].check(tree, lambda: CATALOG).findings == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"lines": ...}, ["missing-key"]),
        ({"lines": {}}, ["wrong-type"]),
        ({"lines": [{}]}, ["missing-key"] * 12),
        ({"request": ...}, ["missing-key"]),
        ({"request": []}, ["wrong-type"]),
        ({"request": None}, ["wrong-type"]),
        ({"status": "certain"}, ["not-a-choice"]),
        ({"as_of": "yesterday"}, ["wrong-type"]),
        ({"term_years": "3"}, ["wrong-type"]),
        ({"verdict": None}, ["wrong-type"]),
        ({"catalog": {"document": "4AA4-7521FRE", "edition": "2024-05"}}, ["missing-key"]),
        ({"tool_version": True}, ["wrong-type"]),
    ],
    ids=str,
)
def test_quote_of_another_shape_is_an_error(here, changes, expected):
    write_json(here / "q.json", saved_quote(**changes))
    run = checked("q.json")
    assert [(each.path, each.kind) for each in run.inputs] == [("q.json", "quote")]
    assert [each.code for each in run.findings] == expected


@pytest.mark.parametrize(
    ("request_", "codes"),
    [
        ({"countries": ["Atlantis"]}, ["place-unknown"]),
        ({"countries": ["FR"], "languages": ["fr"], "headquarters": "XX"}, ["place-unknown"]),
        ({"tier": "gold"}, ["tier-unknown"]),
        ({"tier": "acces-plus", "pcs": 3}, ["unknown-key", "tier-near"]),
        ({"term_years": 0}, ["out-of-range"]),
        ({"customer": 3, "countries": ["Franse"]}, ["place-near"]),
    ],
)
def test_request_of_a_quote_is_read_as_one_of_today(here, request_, codes):
    write_json(here / "q.json", saved_quote(request=request_))
    assert sorted(each.code for each in checked("q.json").findings) == sorted(codes)


def test_mistake_in_the_request_of_a_quote_stands_where_it_stands_in_the_file(here):
    request = ',\n "request": {\n  "tier": "acces"}}'
    document = saved_quote(request=..., seal=...)
    (here / "q.json").write_text(json.dumps(document)[:-1] + request, "utf-8")
    assert found("q.json") == ["q.json:1:1 error seal-missing", "q.json:3:11 error tier-near"]


def test_verdicts_of_another_shape_are_an_error(here):
    document = saved_verdicts()
    document["tiers"][0]["verdict"] = "perhaps"
    del document["tiers"][1]["conditions"][0]["outcome"]
    write_json(here / "v.json", document)
    assert [each.code for each in checked("v.json").findings] == ["not-a-choice", "missing-key"]


def test_duplicate_key_of_a_quote_is_found_once(here):
    text = json.dumps(saved_quote()).replace('"status": ', '"status": "unpriced", "status": ', 1)
    (here / "q.json").write_text(text, "utf-8")
    assert [each.code for each in checked("q.json").findings] == ["duplicate-key"]


def test_quote_in_yaml_is_one_as_well(here):
    (here / "q.yaml").write_text(json.dumps(saved_quote()), "utf-8")
    assert kinds("q.yaml") == [("q.yaml", "quote")]
    assert found("q.yaml") == []


def test_broken_seal_and_figures_that_contradict_are_found_at_their_places(here):
    write_json(here / "q.json", saved_quote() | {"term_years": 5})
    assert found("q.json") == [
        "q.json:51:16 error figure-contradicts",
        "q.json:169:18 error figure-contradicts",
        "q.json:189:18 error figure-contradicts",
        "q.json:351:10 error seal-broken",
    ]


def test_quote_without_a_seal_is_an_error(here):
    write_json(here / "q.json", saved_quote(seal=...))
    assert found("q.json") == ["q.json:1:1 error seal-missing"]
