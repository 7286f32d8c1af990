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
    "requests",
    "answers",
    "prices",
    "fleets",
    "quotes",
    "cases",
    "identities",
    "tiers",
    "features",
    "parts",
    "places",
    "languages",
    "statements",
    "references",
    "texts",
]
"""What a rule is about."""


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
    "files": """no-such-folder not-a-folder unreadable too-large not-utf8 another-format empty
        nothing-to-check not-recognised prices-without-terms schema-missing schema-unknown
        schema-newer more-findings""",
    "yaml": """yaml-syntax many-documents alias tag duplicate-key odd-key broken-character too-deep
        too-many-values trap trap-key comma-in-number odd-line-end""",
    "json": """json-no-key json-no-colon json-no-value json-open-mapping json-open-list
        json-open-text json-control json-escape json-more""",
    "shape": """not-a-mapping unknown-key missing-key not-a-choice wrong-type out-of-range""",
    "requests": """not-a-request year-out-of-range two-bases empty-list place-unknown place-near
        place-ambiguous place-region language-unknown language-near tier-unknown tier-near
        no-titles column-of-records""",
    "answers": """answered-twice answered-later point-unknown point-of-several-tiers
        minimum-undisputed point-settled point-of-another-kind not-an-answer answer-no-count
        answer-no-place answer-contradicts answer-needs-site""",
    "prices": """currency-unknown valid-until-too-early approval-below-discount not-a-percentage
        step-too-fine part-unknown row-without-part duplicate-row row-without-amount two-currencies
        amount-no-number amount-with-tax amount-other-mark amount-ambiguous amount-not-positive
        amount-too-long amount-too-fine amount-and-breaks break-from-nothing breaks-overlap
        breaks-without-unit floor-above-amount rows-not-a-table not-a-text csv-syntax
        not-a-workbook workbook-too-large several-sheets no-columns unknown-column column-twice
        too-many-cells row-parted-otherwise row-contradicts merged-cell formula-without-value
        cell-error cell-is-date hidden-row hidden-column""",
    "fleets": "fleet-without-type fleet-column-twice",
    "quotes": "not-a-quote seal-broken seal-missing sum-wrong figure-contradicts",
    "cases": """case-differs case-unwanted case-word-unknown case-expects-nothing case-twice
        no-cases""",
    "identities": "duplicate-id malformed-id malformed-edition nothing-listed duplicate-item",
    "tiers": """one-count-per-way minimum-falls minimum-out-of-reach reading-of-one-minimum
        terms-not-rising""",
    "features": """unknown-tier missing-cell feature-in-no-tier row-out-of-order unknown-feature
        replacement-not-included circular-replacement""",
    "parts": """duplicate-sku malformed-sku unknown-term two-parts-for-one-use overlapping-parts
        unknown-sku description-of-another-tier description-of-another-term
        description-of-another-band description-of-another-class""",
    "places": """duplicate-country malformed-country unknown-country withdrawn-unsaid
        withdrawn-in-force doubt-without-reading doubt-about-listed doubt-claimed-twice
        successors-of-no-withdrawn ambiguous-name-of-one wrong-code-is-right
        latin-america-elsewhere name-of-another-place name-taken""",
    "languages": """duplicate-language malformed-language unknown-language language-replaced
        tag-taken-twice unknown-ambiguous-tag unlisted-language name-of-another-language""",
    "statements": "missing-statement unknown-statement",
    "references": """unknown-clause unknown-reading no-clause one-sided-reading same-reading-twice
        reading-touches-nothing unknown-touched""",
    "texts": """empty-text hidden-character look-alike-letter mojibake unfinished-text
        not-translated""",
}
_WARNINGS: Mapping[Subject, str] = {
    "files": "data-file-name",
    "answers": "answer-idle",
    "prices": "parts-of-others",
    "tiers": """idle-way open-unit-with-reading figure-not-in-clause tier-adds-nothing
        tier-without-part class-without-part term-without-part""",
    "features": """feature-lost feature-unclear idle-replacement
        limit-without-feature""",
    "parts": """odd-band band-is-no-minimum look-alike-skus letter-like-digit
        description-without-tier description-without-term description-without-class""",
    "places": """successor-missing odd-region places-out-of-order latin-america-unsaid
        reading-without-doubt name-misspelt""",
    "references": "clause-not-cited reading-not-cited reading-not-mutual",
    "texts": """not-composed line-break stray-space sentence-without-end cut-off wrong-language
        figures-differ text-twice doubled-word markup unpaired-bracket""",
}
_MILDER_IN_INPUT: Mapping[str, Severity] = dict.fromkeys(
    ("trap", "trap-key", "odd-line-end"), "warning"
)


def _rules(codes: Mapping[Subject, str], severity: Severity) -> dict[str, Rule]:
    return {
        code: Rule(code, subject, severity, _MILDER_IN_INPUT.get(code))
        for subject, listed in codes.items()
        for code in listed.split()
    }


RULES: Mapping[str, Rule] = {**_rules(_ERRORS, "error"), **_rules(_WARNINGS, "warning")}
"""Every rule by its code: errors, then warnings."""
