"""Whatever a request file has become, it is read or refused with sentences; nothing else."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hp_priority_cli.customer.read import request_from
from hp_priority_cli.customer.records import Request
from hp_priority_cli.errors import InvalidInput
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.presentation.yaml_text import yaml_text
from hp_priority_cli.readers.json import read_json
from hp_priority_cli.readers.yaml import read_yaml

EXAMPLE = Path(__file__).resolve().parents[2] / "examples/example-customer.yaml"
YAML = EXAMPLE.read_text("utf-8") + "order_unit: device\naround_the_clock: true\n"
JSON = (
    '{"customer": "x", "sites": [{"country": "FR", "pcs": 300, "other": {"tablet": 3}}],'
    ' "languages": ["fr"], "it_desk": "own", "whole_base": true, "term_years": 3,'
    ' "purchase_date": "2026-12-01"}'
)
PIECES = [
    *"null true [] {} -1 NO '' \"\" é &a *a !!str [pcs] 1e9 0x1 2026-02-30 Guyane".split(),
    *"{}[],:#|>'\"%@\\?-\n\t\0\x1b\u202e\u2028\u2029\x85",
    "{printers: some}",
    '{"pcs": "some"}',
    "9" * 30,
]
WORDINGS = [Wording(None, Phrases(language)) for language in ("en", "fr")]


def changed(text):
    """The text with a few of its words and signs taken out or made something else."""
    tokens = re.findall(r"\w+|\W", text)
    change = st.tuples(st.integers(0, len(tokens) - 1), st.sampled_from(["", *PIECES]))
    return st.lists(change, min_size=1, max_size=3).map(lambda changes: _apply(tokens, changes))


def _apply(tokens, changes):
    changed_tokens = dict(enumerate(tokens)) | dict(changes)
    return "".join(changed_tokens.values())


@pytest.mark.parametrize(("read", "text"), [(read_yaml, YAML), (read_json, JSON)])
def test_changed_file_is_read_or_refused_in_words(read, text):
    @settings(max_examples=1_000, deadline=None)
    @given(changed(text))
    def holds(content):
        try:
            request, findings = request_from(read(content, "r"))
        except InvalidInput as error:
            findings = list(error.findings)
            assert findings
        else:
            assert isinstance(request, Request)
        for finding in findings:
            for wording in WORDINGS:
                assert wording.finding(finding)
                assert wording.finding_remedy(finding)

    holds()


@settings(deadline=None)
@given(st.text(st.sampled_from("a b:'\"#{}-é\x85\u2028\u2029\ufeff\n\t\x1b\u202e"), min_size=1))
def test_text_that_is_written_to_a_file_is_read_back_without_a_word(text):
    tree = read_yaml(yaml_text({"customer": text}), "r")
    assert (tree.at(("customer",)), tree.findings) == (text, [])
