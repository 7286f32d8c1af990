"""What a hostile file may cost: values, findings and quotations are bounded."""

import pytest

from hp_priority_cli.customer.read import request_from
from hp_priority_cli.errors import Finding, InvalidInput, Spot, first_findings
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.readers.json import read_json
from hp_priority_cli.readers.yaml import read_yaml


def codes(findings):
    return [finding.code for finding in findings]


@pytest.mark.parametrize("read", [read_yaml, read_json])
@pytest.mark.parametrize("count", [19_999, 20_000])
def test_twenty_thousand_values_are_read_and_one_more_is_refused(read, count):
    text = f"[{', '.join(['1'] * count)}]"  # the list is a value too
    if count == 19_999:
        assert len(read(text, "f").value) == count
    else:
        with pytest.raises(InvalidInput) as caught:
            read(text, "f")
        assert codes(caught.value.findings) == ["too-many-values"]


@pytest.mark.parametrize(
    "text",
    ["a: [" + "*a, " * 30_000 + "]", "a: 1\n" * 30_000, "? [a]\n: 1\n" * 30_000],
    ids=["aliases", "one key over and over", "keys that are lists"],
)
def test_what_is_passed_over_counts_too(text):
    with pytest.raises(InvalidInput) as caught:
        read_yaml(text, "f")
    assert codes(caught.value.findings) == ["too-many-values"]


def found(count, severity="error"):
    return [Finding("trap", Spot("f", n), {"text": "NO"}, severity) for n in range(1, count + 1)]


def test_hundred_findings_are_shown_and_the_rest_is_told():
    assert first_findings(found(100)) == found(100)
    assert first_findings(found(101)) == [
        *found(100),
        Finding("more-findings", Spot("f"), {"limit": 100}),
    ]


def test_errors_are_not_lost_behind_warnings():
    shown = first_findings([*found(150, "warning"), *found(2)])
    assert [each.severity for each in shown[:3]] == ["error", "error", "warning"]
    assert len(shown) == 101


def test_hundred_warnings_are_shown_as_warnings():
    assert first_findings(found(101, "warning"))[-1].severity == "warning"


def test_thousands_of_unknown_keys_give_a_hundred_findings():
    tree = read_yaml("".join(f"key{n}: 1\n" for n in range(9_000)), "f")
    with pytest.raises(InvalidInput) as caught:
        request_from(tree)
    assert codes(caught.value.findings) == ["unknown-key"] * 100 + ["more-findings"]


@pytest.mark.parametrize(("length", "shown"), [(100, "x" * 100), (101, "x" * 100 + "…")])
def test_sentence_quotes_no_more_than_hundred_characters(length, shown):
    wording = Wording(None, Phrases("en"))
    values = {"where": "whole_base", "value": "x" * length, "wanted": "truth-value"}
    sentence = wording.finding(Finding("wrong-type", Spot("f"), values))
    assert sentence == f"'whole_base' holds \"{shown}\", not a truth value."
    key = Finding("duplicate-key", Spot("f"), {"key": "x" * length, "first_line": 1})
    assert wording.finding(key) == f"The key '{shown}' stands twice; the first is on line 1."
