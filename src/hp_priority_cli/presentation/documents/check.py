"""A run of `check` as JSON: `hp-priority/check@1`."""

from hp_priority_cli.checking.records import Checked, CheckedInput
from hp_priority_cli.presentation.documents.error import finding_document
from hp_priority_cli.presentation.documents.plain import Document, plain
from hp_priority_cli.presentation.wording import Wording


def check_document(checked: Checked, wording: Wording, version: str) -> Document:
    """`hp-priority/check@1`; `passed` is what the exit code says, under `fail_on`."""
    return {
        "schema": "hp-priority/check@1",
        "tool_version": version,
        "passed": not checked.failures,
        "fail_on": checked.fail_on,
        "errors": checked.count("error"),
        "warnings": checked.count("warning"),
        "fact_count": checked.fact_count,
        "inputs": [_input(each) for each in checked.inputs],
        "skipped": list(checked.skipped),
        "findings": [finding_document(each, wording) for each in checked.findings],
    }


def _input(checked: CheckedInput) -> Document:
    """What was checked; `catalog` is the edition that it is, or that it was held against."""
    stamp = {
        "document": checked.document,
        "edition": checked.edition,
        "sha256": checked.sha256,
    }
    return {
        "path": checked.path,
        "kind": checked.kind,
        "files": list(checked.files),
        "against": checked.against,
        "catalog": stamp if any(stamp.values()) else None,
        "fact_count": checked.fact_count,
        "facts": plain(checked.facts),
    }
