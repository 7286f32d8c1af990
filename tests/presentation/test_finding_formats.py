"""Findings in the formats of others, each held to the schema or the reader that its owner has."""

import json
import re
from pathlib import Path, PurePath
from urllib.parse import unquote_to_bytes, urlsplit
from xml.etree import ElementTree

import pytest
import xmlschema
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from hp_priority_cli.checking.records import Checked, CheckedInput
from hp_priority_cli.errors import Finding, InvalidInput, Spot
from hp_priority_cli.presentation.clean import clean
from hp_priority_cli.presentation.findings.github import to_github
from hp_priority_cli.presentation.findings.junit import to_junit
from hp_priority_cli.presentation.findings.sarif import to_sarif
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.readers.json import read_json

STANDARDS = Path(__file__).resolve().parents[1] / "standards"
SARIF = Draft202012Validator(json.loads((STANDARDS / "sarif-2.1.0.json").read_text("utf-8")))
JUNIT = xmlschema.XMLSchema10(STANDARDS / "junit-10.xsd")
ENGLISH, FRENCH = (Wording(None, Phrases(language)) for language in ("en", "fr"))
DATA = CheckedInput(
    "data", "data", ("data/tiers.yaml", "data/skus.yaml"), "4AA4-7521FRE", "2024-05", "0" * 64,
    facts={"parts": 32, "tiers": 4},
)  # fmt: skip

PIECES = [
    *["\n", "\r\n", "::", ":", ",", "=", "%", "%0A", "%25", "]]>", "<b>", "&", '"', "'", "\0"],
    *["\x1b[31m", "\x7f", "\x85", "\u2028", "\u202e", "\ud800", "\udce9", "\ufffe", "\uffff"],
    *["😀", "\U0010ffff", "العربية", "é", "e\u0301", "日本", " ", "{0}", "{key}", "::error::"],
]
hostile = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=6).map("".join)
wrongs = st.one_of(
    st.builds(lambda key: ("unknown-key", {"key": key, "near": None, "known": (key,)}), hostile),
    st.builds(lambda key: ("unknown-key", {"key": key, "near": key, "known": ()}), hostile),
    st.builds(lambda key: ("duplicate-key", {"key": key, "first_line": 3}), hostile),
    st.builds(lambda problem: ("yaml-syntax", {"problem": problem}), hostile),
    st.builds(lambda text: ("trap", {"text": text}), hostile),
    st.builds(
        lambda where, value: ("wrong-type", {"where": where, "value": value, "wanted": "list"}),
        hostile,
        hostile | st.integers() | st.none(),
    ),
    st.just(("empty", {})),
)  # fmt: skip
files = st.sampled_from(["data", *DATA.files, "./data/skus.yaml", "-", "/absolute/a b.yaml"]) | (
    st.builds("d/{}.yaml".format, hostile)
)
lines = st.none() | st.integers(1, 10_000)


@st.composite
def findings(draw):
    code, values = draw(wrongs)
    line = draw(lines)
    column = None if line is None else draw(lines)
    severity = draw(st.sampled_from(["error", "warning"]))
    return Finding(code, Spot(draw(files), line, column), values, severity)


inputs = st.sampled_from([(), (DATA,), (DATA, CheckedInput("d/x.yaml", "request", ("d/x.yaml",)))])
fail_on = st.sampled_from(["error", "warning", "never"])
runs = st.builds(Checked, inputs, st.lists(findings(), max_size=6).map(tuple), fail_on=fail_on)


def told(finding, wording=ENGLISH):
    return clean(f"{wording.finding(finding)} {wording.finding_remedy(finding)}")


# -- GitHub -----------------------------------------------------------------------------------


def read_command(line):
    """A workflow command as the runner of GitHub Actions takes it apart."""
    assert line.startswith("::")
    head, _, message = line[2:].partition("::")
    command, _, listed = head.partition(" ")
    properties = dict(pair.split("=", 1) for pair in listed.split(",") if pair)
    return command, {k: unescaped(v, "\r\n:,%") for k, v in properties.items()}, unescaped(
        message, "\r\n%"
    )  # fmt: skip


def unescaped(text, chars):
    """Each escape in the order of the runner, the one of the percent sign last."""
    for char in chars:
        text = text.replace(f"%{ord(char):02X}", char)
    return text


@settings(max_examples=300)
@given(runs, st.sampled_from([ENGLISH, FRENCH]))
def test_github_reads_each_finding_back_errors_first(checked, wording):
    text = to_github(checked, wording)
    assert text.count("\n") == len(checked.findings)
    in_order = [each for each in checked.findings if each.severity == "error"]
    in_order += [each for each in checked.findings if each.severity == "warning"]
    for line, finding in zip(text.split("\n"), in_order, strict=False):
        command, properties, message = read_command(line)
        spot = finding.spot
        name = PurePath(spot.file).as_posix()
        file = "".join(char if char in "\r\n" else clean(char) for char in name)
        expected = {"file": file, "title": finding.code}
        expected |= {} if spot.line is None else {"line": str(spot.line)}
        expected |= {} if spot.column is None else {"col": str(spot.column)}
        assert (command, properties) == (finding.severity, expected)
        assert message == told(finding, wording)


def test_github_command_is_written_as_github_documents_it():
    found = Finding("unknown-key", Spot("d/a,b:c%.yaml", 3, 7), {"key": "100%", "near": "pcs"})
    assert to_github(Checked((), (found,)), ENGLISH) == (
        "::error file=d/a%2Cb%3Ac%25.yaml,line=3,col=7,title=unknown-key::"
        "The key '100%25' is unknown. Did you mean 'pcs'?\n"
    )


def test_github_log_gets_no_control_character_of_a_file_name():
    found = Finding("empty", Spot("a\x1b[31m\u202eb.yaml", 1, 1), {})
    assert r"file=a\x1b[31m\u202eb.yaml,line=1" in to_github(Checked((), (found,)), ENGLISH)


def test_github_is_told_nothing_where_nothing_was_found():
    assert to_github(Checked((DATA,), ()), ENGLISH) == ""


# -- SARIF ------------------------------------------------------------------------------------


def results(checked, wording=ENGLISH):
    return json.loads(to_sarif(checked, wording))["runs"][0]["results"]


def fingerprints(*found, wording=ENGLISH):
    return [
        each["partialFingerprints"]["ruleFileValues/v1"]
        for each in results(Checked((DATA,), found), wording)
    ]


@settings(max_examples=200)
@given(runs, st.sampled_from([ENGLISH, FRENCH]))
def test_sarif_is_of_its_schema_and_holds_each_finding(checked, wording):
    text = to_sarif(checked, wording)
    log = json.loads(text.encode("utf-8", "replace"))
    assert [error.message for error in SARIF.iter_errors(log)] == []
    [run] = log["runs"]
    rules, artifacts = run["tool"]["driver"]["rules"], run["artifacts"]
    assert len(run["results"]) == len(checked.findings)
    for result, finding in zip(run["results"], checked.findings, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.code
        assert (result["level"], result["message"]["text"]) == (
            finding.severity,
            told(finding, wording),
        )
        place = result["locations"][0]["physicalLocation"]
        location = place["artifactLocation"]
        assert artifacts[location.pop("index")]["location"] == location
        region, spot = place["region"], finding.spot
        assert region["startLine"] == (spot.line or 1)
        assert region.get("startColumn") == spot.column
    every = [each["partialFingerprints"]["ruleFileValues/v1"] for each in run["results"]]
    assert len(set(every)) == len(every)


@settings(max_examples=200)
@given(st.binary(max_size=12).filter(lambda name: not {0} & {*name}), st.booleans())
def test_uri_is_relative_and_gives_back_the_very_bytes_of_the_name(name, absolute):
    file = f"{'/' if absolute else ''}d/{name.decode('utf-8', 'surrogateescape')}x"
    [result] = results(Checked((), (Finding("empty", Spot(file)),)))
    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    uri = location["uri"]
    assert re.fullmatch(r"[A-Za-z0-9._~/%:-]*", uri)
    parts = urlsplit(uri)
    assert (parts.query, parts.fragment, parts.netloc) == ("", "", "")
    expected = PurePath(file).as_posix().encode("utf-8", "surrogateescape")
    assert unquote_to_bytes(parts.path) == expected
    if absolute:
        assert (parts.scheme, location.get("uriBaseId")) == ("file", None)
    else:
        assert (parts.scheme, location["uriBaseId"]) == ("", "%SRCROOT%")


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("data/skus.yaml", "data/skus.yaml"),
        ("./data//skus.yaml", "data/skus.yaml"),
        ("../other data/é.yaml", "../other%20data/%C3%A9.yaml"),
        ("c:d.yaml", "c%3Ad.yaml"),
        ("a#b?c%.yaml", "a%23b%3Fc%25.yaml"),
        ("<stdin>", "%3Cstdin%3E"),
        ("/srv/data/skus.yaml", "file:///srv/data/skus.yaml"),
    ],
)
def test_uri_of_a_file(file, uri):
    [result] = results(Checked((), (Finding("empty", Spot(file)),)))
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def unknown(line, key="pc", known=("pcs", "printers"), file="data/skus.yaml"):
    values = {"key": key, "near": None, "known": known}
    return Finding("unknown-key", Spot(file, line, 3), values)


def test_fingerprint_survives_a_move_another_language_and_another_near_miss():
    [there] = fingerprints(unknown(3))
    assert fingerprints(unknown(40)) == [there]
    assert fingerprints(unknown(3), wording=FRENCH) == [there]
    assert fingerprints(unknown(3, known=("pcs",))) == [there]
    assert fingerprints(unknown(3, file="./data/skus.yaml")) == [there]


def test_fingerprint_survives_an_item_put_before_it_in_a_list():
    paths = ("parts[3].band", "parts[4].band", "parts[3].tier")
    values = [{"where": path, "value": "x", "wanted": "list"} for path in paths]
    [first], [moved], [other] = (
        fingerprints(Finding("wrong-type", Spot("d", 1, 1), each)) for each in values
    )
    assert first == moved != other


def test_fingerprint_tells_the_rule_the_file_the_word_and_each_of_two_alike_apart():
    others = [
        unknown(3, key="printer"),
        unknown(3, file="data/tiers.yaml"),
        Finding("missing-key", Spot("data/skus.yaml", 3, 3), {"key": "pc"}),
    ]
    found = fingerprints(unknown(3), unknown(9), *others)
    assert len(set(found)) == 5


def test_column_counts_characters_as_the_log_says():
    text = '{"customer": "😀é\u0301日", "pcs": 1}'
    with pytest.raises(InvalidInput) as refused:
        read_json(text + "}", "r.json")
    [finding] = refused.value.findings
    log = json.loads(to_sarif(Checked((), (finding,)), ENGLISH))["runs"][0]
    region = log["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert log["columnKind"] == "unicodeCodePoints"
    assert region["startColumn"] == len(text) + 1


def test_rule_says_what_it_asks_for_and_how_to_mend_it():
    log = json.loads(to_sarif(Checked((DATA,), (unknown(3),)), ENGLISH))
    [rule] = log["runs"][0]["tool"]["driver"]["rules"]
    assert rule == {
        "id": "unknown-key",
        "shortDescription": {"text": "The key '…' is unknown."},
        "fullDescription": {"text": "The key '…' is unknown. Known here: …."},
        "defaultConfiguration": {"level": "error"},
        "help": {
            "text": "Known here: …. (hp-priority explain unknown-key, docs/rules/unknown-key.md)",
            "markdown": (
                "Known here: ….\n\n`hp-priority explain unknown-key`, `docs/rules/unknown-key.md`"
            ),
        },
        "properties": {"tags": ["shape"]},
    }


def test_level_of_a_rule_is_its_severity_and_that_of_a_finding_may_be_milder():
    mild = Finding("trap", Spot("r.yaml", 1, 1), {"text": "NO"}, "warning")
    odd = Finding("text-twice", Spot("data/tiers.yaml", 1, 1), {}, "warning")
    log = json.loads(to_sarif(Checked((DATA,), (mild, odd)), ENGLISH))
    SARIF.validate(log)
    [run] = log["runs"]
    rules = {each["id"]: each["defaultConfiguration"] for each in run["tool"]["driver"]["rules"]}
    assert rules == {"trap": {"level": "error"}, "text-twice": {"level": "warning"}}
    assert [each["level"] for each in run["results"]] == ["warning", "warning"]


def test_log_of_a_clean_run_names_what_was_looked_at():
    [run] = json.loads(to_sarif(Checked((DATA,), ()), ENGLISH))["runs"]
    assert run["results"] == []
    assert [each["location"]["uri"] for each in run["artifacts"]] == [
        "data/skus.yaml",
        "data/tiers.yaml",
    ]


# -- JUnit ------------------------------------------------------------------------------------


@settings(max_examples=200)
@given(runs, st.sampled_from([ENGLISH, FRENCH]))
def test_junit_is_of_its_schema_and_fails_errors_and_what_fails_the_run(checked, wording):
    text = to_junit(checked, wording)
    JUNIT.validate(text)
    root = ElementTree.fromstring(text.encode())
    failed = [e for e in checked.findings if e.severity == "error" or checked.fails(e)]
    messages = sorted(each.get("message", "") for each in root.iter("failure"))
    assert messages == sorted(told(each, wording) for each in failed)
    cases = [*root.iter("testcase")]
    assert root.get("tests") == str(len(cases))
    assert root.get("failures") == str(len(failed))
    for suite in root.iter("testsuite"):
        assert suite.get("tests") == str(len(suite.findall("testcase")))
        assert suite.get("failures") == str(len(suite.findall("testcase/failure")))
    assert len([*root.iter("system-out")]) == len(checked.findings) - len(failed)


def test_junit_names_each_file_and_each_finding():
    twice = unknown(3, key="a"), unknown(3, key="b")
    missing = Finding("unreadable", Spot("q.json"), {"reason": "No such file"})
    mild = Finding("trap", Spot("data/skus.yaml", 9, 1), {"text": "NO"}, "warning")
    checked = Checked((DATA,), (*twice, mild, missing))
    assert to_junit(checked, ENGLISH) == (
        """<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="hp-priority check" tests="5" failures="3" errors="0">
  <testsuite name="data" tests="4" failures="2" errors="0">
    <properties>
      <property name="kind" value="data" />
      <property name="document" value="4AA4-7521FRE" />
      <property name="edition" value="2024-05" />
      <property name="sha256" value="0000000000000000000000000000000000000000000000000000000000000000" />
      <property name="facts" value="36" />
    </properties>
    <testcase classname="data/tiers.yaml" name="valid" />
    <testcase classname="data/skus.yaml" name="unknown-key 3:3">
      <failure type="unknown-key" message="The key 'a' is unknown. Known here: pcs or printers.">data/skus.yaml:3:3: error: The key 'a' is unknown. Known here: pcs or printers.</failure>
    </testcase>
    <testcase classname="data/skus.yaml" name="unknown-key 3:3 (2)">
      <failure type="unknown-key" message="The key 'b' is unknown. Known here: pcs or printers.">data/skus.yaml:3:3: error: The key 'b' is unknown. Known here: pcs or printers.</failure>
    </testcase>
    <testcase classname="data/skus.yaml" name="trap 9:1">
      <system-out>data/skus.yaml:9:1: warning: NO stands without quotes; other YAML readers take it for a number, a date or a truth value. Write "NO".</system-out>
    </testcase>
  </testsuite>
  <testsuite name="q.json" tests="1" failures="1" errors="0">
    <testcase classname="q.json" name="unreadable">
      <failure type="unreadable" message="The file cannot be read: No such file. Check the name and the permissions.">q.json: error: The file cannot be read: No such file. Check the name and the permissions.</failure>
    </testcase>
  </testsuite>
</testsuites>
"""  # noqa: E501
    )
