"""A file is what its content says, whatever it is called; what is none of ours is told so."""

import json
import os

import pytest

from books import HEADER
from checked import (
    change,
    checked,
    found,
    kinds,
    saved_quote,
    saved_verdicts,
    shipped_copy,
    write_json,
)

REQUEST = "countries: [FR]\nit_desk: own\n"


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", ["request.yaml", "r.yml", "R.YAML", "notes.txt", "request", "a b"])
@pytest.mark.parametrize(
    "content",
    [
        REQUEST,
        "customer: Example (fictional)\n",
        "installed_base: {pcs: 300}\n",
        '{"term_years": 3}',
        "tier: access\nterm_years: 3\nas_of: 2026-11-24\n",
    ],
)
def test_request_is_known_by_any_of_its_keys(here, name, content):
    if name.lower().endswith((".yaml", ".yml")) and content.startswith("{"):
        content = "term_years: 3\n"
    (here / name).write_text(content, "utf-8")
    assert kinds(name) == [(name, "request")]
    assert found(name) == []


def test_request_in_json_is_one(here):
    (here / "r.json").write_text('{"countries": ["FR"]}', "utf-8")
    assert kinds("r.json") == [("r.json", "request")]


@pytest.mark.parametrize(
    "key", ["contries: [FR]", "installed_bse: {}", "headquaters: FR", "pcs: 3"]
)
def test_slip_in_the_only_key_is_an_unknown_key_of_a_request(here, key):
    (here / "r.yaml").write_text(f"{key}\n", "utf-8")
    assert kinds("r.yaml") == [("r.yaml", "request")]
    assert found("r.yaml") == ["r.yaml:1:1 error unknown-key"]


def test_lines_of_requests_are_checked_one_by_one(here):
    lines = ['{"countries": ["FR"]}', "", '{"countries": ["Frnace"]}', "{", '{"pcs": 3}']
    (here / "many.jsonl").write_text("\n".join(lines), "utf-8")
    assert kinds("many.jsonl") == kinds(".") == [("many.jsonl", "batch")]
    assert found("many.jsonl") == [
        "many.jsonl:3:16 error place-near",
        "many.jsonl:4:2 error json-no-key",
        "many.jsonl:5:2 error unknown-key",
    ]


def test_lines_that_are_no_requests_are_passed_with_a_warning_in_a_folder(here):
    (here / "r.yaml").write_text(REQUEST, "utf-8")
    (here / "log.jsonl").write_text('{"event": 1}\n', "utf-8")
    write_json(here / "q.json", saved_quote())
    (here / "quotes.ndjson").write_text(json.dumps(saved_quote()), "utf-8")
    assert found(".") == [
        "log.jsonl:1:1 warning not-recognised",
        "quotes.ndjson:1:1 warning not-recognised",
    ]


def test_batch_with_mistakes_without_end_ends(here):
    (here / "many.jsonl").write_text('{"countries": ["Xyz"]}\n' * 3_000, "utf-8")
    assert len(found("many.jsonl")) == 1001


def test_spreadsheet_of_prices_is_checked_with_the_book_that_names_it(here):
    (here / "book.yaml").write_text(f"{HEADER}rows: prices.csv\n", "utf-8")
    (here / "prices.csv").write_text("sku,amount\nU80M6E,3\n", "utf-8")
    assert kinds("prices.csv", "book.yaml") == [("book.yaml", "price-book")]
    assert found("prices.csv", "book.yaml") == []


def test_saved_quote_and_saved_verdicts_are_known_by_their_schema(here):
    write_json(here / "a.json", saved_quote())
    write_json(here / "b.json", saved_verdicts())
    assert kinds("a.json", "b.json") == [("a.json", "quote"), ("b.json", "eligibility")]
    assert found("a.json", "b.json") == []


@pytest.mark.parametrize("name", ["tiers.yaml", "skus.yaml", "coverage.yaml", "source.yaml"])
def test_data_file_alone_is_checked_with_its_folder(here, name):
    shipped_copy(here / "data")
    change(here / "data/skus.yaml", "tier: access,", "tier: acess,")
    assert kinds(f"data/{name}") == [("data", "data")]
    assert found(f"data/{name}") == ["data/skus.yaml:13:25 error unknown-tier"]


def test_data_file_in_this_folder_is_checked_with_it(here, monkeypatch):
    shipped_copy(here / "data")
    monkeypatch.chdir("data")
    change(here / "data/skus.yaml", "tier: access,", "tier: acess,")
    assert kinds("tiers.yaml") == [(".", "data")]
    assert found("tiers.yaml") == ["skus.yaml:13:25 error unknown-tier"]


def test_data_files_one_by_one_are_one_folder(here):
    shipped_copy(here / "data")
    names = [f"data/{each}.yaml" for each in ("tiers", "skus", "coverage", "source")]
    assert kinds(*names, "./data", "data/") == [("data", "data")]


def test_data_file_that_is_broken_is_still_one_by_its_name(here):
    shipped_copy(here / "data")
    (here / "data/skus.yaml").write_text("parts: [\n", "utf-8")
    assert kinds("data/skus.yaml") == [("data", "data")]
    assert found("data/skus.yaml") == ["data/skus.yaml:2:1 error yaml-syntax"]


def test_data_file_without_its_schema_is_still_one_by_its_name(here):
    shipped_copy(here / "data")
    change(here / "data/skus.yaml", "schema: hp-priority/skus@1\n", "")
    assert kinds("data/skus.yaml") == [("data", "data")]
    assert found("data/skus.yaml") == ["data/skus.yaml:5:1 error missing-key"]


def test_data_file_that_is_missing_leads_to_its_folder(here):
    shipped_copy(here / "data")
    (here / "data/skus.yaml").unlink()
    assert found("data/skus.yaml") == ["data/skus.yaml error unreadable"]


def test_request_under_the_name_of_a_data_file_is_a_request(here):
    (here / "tiers.yaml").write_text(REQUEST, "utf-8")
    assert kinds("tiers.yaml") == [("tiers.yaml", "request")]


def test_data_file_under_another_name_is_checked_by_itself_and_told_so(here):
    shipped_copy(here / "data")
    change(here / "data/skus.yaml", "term_years: 1,", "term_years: one,")
    (here / "data/skus.yaml").rename(here / "new-parts.yaml")
    assert kinds("new-parts.yaml") == [("new-parts.yaml", "data-file")]
    assert found("new-parts.yaml") == [
        "new-parts.yaml:4:9 warning data-file-name",
        "new-parts.yaml:13:63 error wrong-type",
    ]


def test_second_data_file_of_a_kind_is_told_to_be_passed_over_by_the_tool(here):
    shipped_copy(here / "data")
    (here / "data/skus.yml").write_bytes((here / "data/skus.yaml").read_bytes())
    run = checked("data")
    assert [(each.path, each.kind) for each in run.inputs] == [
        ("data", "data"),
        ("data/skus.yml", "data-file"),
    ]
    assert [each.code for each in run.findings] == ["data-file-name"]
    assert run.inputs[1].facts == {"parts": 32}


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("x.yaml", "name: something\n", "x.yaml:1:1 error not-recognised"),
        ("x.yaml", "- a\n- b\n", "x.yaml:1:1 error not-recognised"),
        ("x.yaml", "just words\n", "x.yaml:1:1 error not-recognised"),
        ("x.yaml", "{}\n", "x.yaml:1:1 error not-recognised"),
        ("x.json", "[]", "x.json:1:1 error not-recognised"),
        ("x.json", "3", "x.json:1:1 error not-recognised"),
        ("x.yaml", "", "x.yaml error empty"),
        ("x.yaml", "# nothing\n", "x.yaml error empty"),
        ("x.json", " \n", "x.json:2:1 error empty"),
        ("x.yaml", "---\n", "x.yaml:2:1 error not-recognised"),
        ("x.yaml", "a: b: c\n", "x.yaml:1:5 error yaml-syntax"),
        ("x.json", "{", "x.json:1:2 error json-no-key"),
        ("x.yaml", b"a: \xe9\n", "x.yaml:1:4 error not-utf8"),
        ("x.yaml", "a: é\n".encode("utf-16"), "x.yaml:1:1 error not-utf8"),
        ("x.yaml", b"a: \0\n", "x.yaml:1:4 error yaml-syntax"),
        ("x.yaml", b"#" * 1_048_577, "x.yaml error too-large"),
        ("x.yaml", "a: &a [" + "*a, " * 30_000 + "]", "x.yaml:1:40004 error too-many-values"),
        ("x.yaml", "[" * 60_000, "x.yaml:1:21 error too-deep"),
        ("x.json", "[" * 60_000, "x.json:1:21 error too-deep"),
        ("fleet.csv", "type;number\npc;300\n", "fleet.csv:1:1 error not-recognised"),
        ("fleet.csv", 'a,"b: c\nd', "fleet.csv error not-recognised"),
        ("fleet.xlsx", b"PK\x03\x04\xff\xfe", "fleet.xlsx error not-recognised"),
        ("many.jsonl", "{}\n{}\n", "many.jsonl:1:1 error not-recognised"),
        ("many.jsonl", "\n \n", "many.jsonl error empty"),
        ("many.jsonl", "{\n", "many.jsonl:1:2 error json-no-key"),
        ("prices.csv", "sku;amount\nU80M6E;3\n", "prices.csv:1 error prices-without-terms"),
        ("prices.csv", "Tarif\n\nRéf;Prix\nU80M6E;3\n", "prices.csv:3 error prices-without-terms"),
        ("prices.csv", "U80M6E,33.33\n", "prices.csv:1 error prices-without-terms"),
        ("notes.md", "", "notes.md error empty"),
    ],
)  # fmt: skip
def test_what_cannot_be_checked_is_an_error_at_its_place(here, name, content, expected):
    (here / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    assert kinds(name) == [(name, "unknown")]
    assert found(name) == [expected]


@pytest.mark.parametrize(
    ("schema", "code", "values"),
    [
        ("hp-priority/quote@2", "schema-newer", {"known": "hp-priority/quote@1", "near": "3.1.0"}),
        ("hp-priority/tiers@12", "schema-newer", {"known": "hp-priority/tiers@1", "near": "3.1.0"}),
        ("hp-priority/quote@0", "schema-unknown", {"near": "hp-priority/quote@1"}),
        ("hp-priorty/quote@1", "schema-unknown", {"near": "hp-priority/quote@1"}),
        ("hp-priority/parts@1", "schema-unknown", {}),
        ("something else", "schema-unknown", {"near": None}),
    ],
)
def test_schema_that_is_not_known_is_told_with_what_is_near(here, schema, code, values):
    write_json(here / "x.json", {"schema": schema, "tool_version": "3.1.0"})
    [finding] = checked("x.json").findings
    assert (finding.code, finding.spot.line, finding.severity) == (code, 2, "error")
    assert finding.values["value"] == schema
    assert {key: finding.values[key] for key in values} == values


def test_newer_quote_that_does_not_say_who_wrote_it_needs_a_newer_release(here):
    write_json(here / "x.json", {"schema": "hp-priority/quote@2"})
    [finding] = checked("x.json").findings
    assert (finding.code, finding.values["near"]) == ("schema-newer", None)


@pytest.mark.parametrize("schema", [3, None, ["hp-priority/quote@1"], {}, "x" * 100_000])
def test_schema_of_another_type_is_unknown(here, schema):
    write_json(here / "x.json", {"schema": schema})
    assert found("x.json") == ["x.json:2:12 error schema-unknown"]


def test_file_that_lost_its_schema_is_told_which(here):
    write_json(here / "q.json", saved_quote(schema=...))
    [finding] = checked("q.json").findings
    assert (finding.code, finding.values) == ("schema-missing", {"schema": "hp-priority/quote@1"})


def test_file_that_cannot_be_opened_is_told_so(here):
    (here / "loop.yaml").symlink_to("loop.yaml")
    (here / "gone.yaml").symlink_to("nowhere")
    long = "x" * 5_000
    assert found("none.yaml", "loop.yaml", "gone.yaml", f"{long}/skus.yaml") == [
        "gone.yaml error unreadable",
        "loop.yaml error unreadable",
        "none.yaml error unreadable",
        f"{long} error no-such-folder",
    ]
    assert found(long) == [f"{long} error unreadable"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipe_that_nobody_writes_to_is_empty_and_not_waited_for(here):
    os.mkfifo(here / "x.yaml")
    assert found("x.yaml") == ["x.yaml error empty"]
    shipped_copy(here / "data")
    (here / "data/skus.yaml").unlink()
    os.mkfifo(here / "data/skus.yaml")
    assert found("data") == ["data/skus.yaml error empty"]


def test_link_to_a_file_is_read_and_the_same_file_is_checked_once(here):
    (here / "r.yaml").write_text("tier: acces\n", "utf-8")
    (here / "link.yaml").symlink_to("r.yaml")
    assert kinds("link.yaml") == [("link.yaml", "request")]
    run = checked("./r.yaml", "link.yaml", here / "r.yaml")
    assert [each.path for each in run.inputs] == ["./r.yaml"]
    assert len(run.findings) == 1
