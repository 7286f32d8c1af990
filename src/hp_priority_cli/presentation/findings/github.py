"""Findings as workflow commands of GitHub Actions: annotations beside the lines of a change.

GitHub shows the first ten errors and the first ten warnings of a step, so errors go first.
"""

from hp_priority_cli.checking.records import Checked
from hp_priority_cli.errors import Finding
from hp_priority_cli.presentation.clean import clean
from hp_priority_cli.presentation.findings.told import file_name, sentence
from hp_priority_cli.presentation.wording import Wording

_IN_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = {**_IN_DATA, ":": "%3A", ",": "%2C"}


def to_github(checked: Checked, wording: Wording) -> str:
    """`::error file=data/skus.yaml,line=3,col=12,title=malformed::…`, one command a line."""
    errors_first = sorted(checked.findings, key=lambda each: each.severity != "error")
    return "".join(f"{_command(each, wording)}\n" for each in errors_first)


def _command(finding: Finding, wording: Wording) -> str:
    spot = finding.spot
    stated = {
        "file": file_name(spot.file),
        "line": spot.line,
        "col": spot.column,
        "title": finding.code,
    }
    properties = ",".join(
        f"{name}={_escaped(str(value), _IN_PROPERTIES)}"
        for name, value in stated.items()
        if value is not None
    )
    message = _escaped(sentence(finding, wording), _IN_DATA)
    return f"::{finding.severity} {properties}::{message}"


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(char) or clean(char) for char in text)
