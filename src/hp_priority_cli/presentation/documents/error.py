"""An error as JSON: `hp-priority/error@1`."""

from hp_priority_cli.catalog.records import Part
from hp_priority_cli.eligibility.records import Decision
from hp_priority_cli.errors import Finding, UserError
from hp_priority_cli.presentation.documents.catalog import part_document
from hp_priority_cli.presentation.documents.eligibility import decision_document
from hp_priority_cli.presentation.documents.plain import Document, plain
from hp_priority_cli.presentation.wording import Wording


def error_document(error: UserError, wording: Wording, line: int | None = None) -> Document:
    """`hp-priority/error@1`; `line` is the line of a batch that it answers."""
    values: Document = {}
    for key, value in error.values.items():
        if isinstance(value, Decision):
            values[key] = decision_document(value, wording)
        elif isinstance(value, tuple) and value and isinstance(value[0], Part):
            values[key] = [part_document(part, wording) for part in value]
        else:
            values[key] = plain(value)
    if error.findings:
        values["findings"] = [finding_document(each, wording) for each in error.findings]
    if error.further:
        values["further"] = [error_document(each, wording)["error"] for each in error.further]
    body: Document = {
        "code": error.code,
        "message": wording.error(error),
        "values": values,
        "remedy": wording.error_remedy(error),
    }
    head: Document = {"schema": "hp-priority/error@1"}
    return {**head, **({} if line is None else {"line": line}), "error": body}


def finding_document(finding: Finding, wording: Wording) -> Document:
    """A finding with its place, sentence and remedy."""
    return {
        "code": finding.code,
        "severity": finding.severity,
        "file": finding.spot.file,
        "line": finding.spot.line,
        "column": finding.spot.column,
        "values": plain(finding.values),
        "message": wording.finding(finding),
        "remedy": wording.finding_remedy(finding),
    }
