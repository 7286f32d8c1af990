"""Every finding that the code can make is a rule, and every rule is one that it makes."""

import re
from typing import get_args, get_type_hints

from finding_codes import codes_of_findings
from hp_priority_cli.evidence.sums import Contradiction
from hp_priority_cli.presentation.phrases import DOMAIN, LOCALE
from hp_priority_cli.rules import RULES

NO_RULES = {
    "book-fits": "names one of several price books that an order fits: none of the files is wrong",
}
"""Findings that tell of no mistake in a file, and why."""
PUT_TOGETHER = {
    "f'unknown-{kind}'": {"unknown-clause", "unknown-reading"},
    "f'{each.kind}-{case}'": {
        *("place-unknown", "place-near", "place-ambiguous"),
        "place-region",
        *("language-unknown", "language-near", "tier-unknown", "tier-near"),
    },
}
"""Expressions that make a code of several words, and what they make."""
CARRIED_OVER = {"each.code", "cell.fault", "code"}
"""Codes of complaints, unfit answers, cells and differences, found where those are made."""


def test_findings_in_the_code_are_the_rules():
    codes = codes_of_findings()
    assert codes.open == {*PUT_TOGETHER, *CARRIED_OVER}
    contradictions = get_args(get_type_hints(Contradiction)["code"])
    made = codes.known.union(contradictions, *PUT_TOGETHER.values())
    assert made == {*RULES, *NO_RULES}


def test_sentences_on_findings_are_those_of_the_rules():
    text = (LOCALE / "en" / "LC_MESSAGES" / f"{DOMAIN}.po").read_text("utf-8")
    for kind in ("finding", "finding-remedy"):
        worded = set(re.findall(rf'^msgid "{kind}\.([a-z0-9-]+)', text, re.MULTILINE))
        assert worded == {*RULES, *NO_RULES}


def test_what_is_no_rule_says_why():
    assert all(reason.strip() for reason in NO_RULES.values())
