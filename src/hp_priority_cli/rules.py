"""Every rule that a file can break, with its subject and severity. No sentence lives here.

A finding carries the code of a rule; `presentation` words it, `docs/rules/` explains it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from hp_priority_cli.errors import Severity

Subject = Literal[
    "files",
    "yaml",
    "json",
    "shape",
    "request",
    "answers",
    "identities",
    "tiers",
    "features",
    "parts",
    "places",
    "statements",
    "references",
]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. `severity` holds in the data files and in a file that the user gives.

    `in_input` is the severity in a user's file where it is milder there.
    """

    code: str
    subject: Subject
    severity: Severity = "error"
    in_input: Severity | None = None


_ERRORS: Mapping[Subject, str] = {
    "files": "no-such-folder not-a-folder unreadable too-large not-utf8 empty more-findings",
    "yaml": """yaml-syntax many-documents alias tag duplicate-key odd-key broken-character too-deep
        too-many-values trap trap-key""",
    "json": """json-no-key json-no-colon json-no-value json-open-mapping json-open-list
        json-open-text json-control json-escape json-more""",
    "shape": """not-a-mapping unknown-key missing-key not-a-choice wrong-type""",
    "request": """out-of-range year-out-of-range two-bases empty-list place-unknown place-near
        place-ambiguous language-unknown language-near tier-unknown tier-near""",
    "answers": """answered-twice point-unknown point-of-several-tiers point-settled
        point-of-another-kind not-an-answer answer-no-count answer-contradicts answer-needs-site""",
    "identities": "duplicate-id malformed",
    "tiers": "nothing-listed one-count-per-way",
    "features": "unknown-id missing-id",
    "parts": "two-parts-for-one-use",
    "references": "no-clause",
}
_MILDER_IN_INPUT: Mapping[str, Severity] = {"trap": "warning", "trap-key": "warning"}

RULES: Mapping[str, Rule] = {
    code: Rule(code, subject, "error", _MILDER_IN_INPUT.get(code))
    for subject, codes in _ERRORS.items()
    for code in codes.split()
}
"""Every rule by its code, subject by subject."""
