"""Whatever a file of cases has become, it is run or refused with sentences; nothing else."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from hp_priority_cli import load_catalog
from hp_priority_cli.cases.check import check_case_file
from hp_priority_cli.errors import InvalidInput
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.readers.yaml import read_yaml

CATALOG = load_catalog()
TEXT = """\
schema: hp-priority/cases@1
customer: {countries: [FR], it_desk: own}
cases:
  - name: one
    customer:
      installed_base: {pcs: 249, printers: 1, other: {tablet: 3}}
      answers: [{point: access-minimum-pools-classes, answer: yes, on: 2026-11-20}]
      languages: [el]
    expect:
      access:
        verdict: eligible
        waits_for: [hp]
        ways_in: [{pcs: 1}]
        readings: [band-is-a-label]
        open_points: [it-desk, "share-of-base:FR"]
        no_notices: ["language-not-listed:el", displays-not-counted]
        features: {direct-access: included}
  - name: two
    customer: {sites: [{country: BE, pcs: 300}], purchase_date: 2026-12-01}
    quotes:
      - {tier: access, term_years: 3, parts: {U80M6E: 300}, activation_by: 2026-12-31}
      - {tier: access, term_years: 6, refused: term-not-offered, terms: [1, 2]}
"""
TOKENS = re.findall(r"\w+|\W", TEXT)
PIECES = [
    *"null true [] {} -1 NO '' é &a *a !!str [pcs] 1e9 2026-02-30 Guyane RO two any".split(),
    *"{}[],:#|>'\"%@\\?-\n\t\0\x1b\u202e",
    "9" * 30,
]
WORDINGS = [Wording(None, Phrases("fr")), Wording(CATALOG, Phrases("en"))]
changes = st.tuples(st.integers(0, len(TOKENS) - 1), st.sampled_from(["", *PIECES]))


@settings(max_examples=300, deadline=None)
@given(st.lists(changes, min_size=1, max_size=3))
def test_changed_file_is_run_or_refused_in_words(changed):
    tokens = dict(enumerate(TOKENS)) | dict(changed)
    try:
        findings = check_case_file(read_yaml("".join(tokens.values()), "c"), CATALOG).findings
    except InvalidInput as error:
        findings = list(error.findings)
        assert findings
    for finding in findings:
        for wording in WORDINGS:
            assert wording.finding(finding)
            assert wording.finding_remedy(finding)
