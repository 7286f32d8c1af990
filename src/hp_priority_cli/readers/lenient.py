"""What is milder in a file of the user's own than in the data, which other programs read too."""

import re
from dataclasses import replace

from hp_priority_cli.errors import Finding
from hp_priority_cli.rules import RULES

MERE_WARNINGS = tuple(each.code for each in RULES.values() if each.in_input == "warning")
_BARE_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)", re.ASCII)


def is_bare_number(finding: Finding) -> bool:
    """Whether a text is a plain number, as a deal number may be: it reads the same either way."""
    return _BARE_NUMBER.fullmatch(str(finding.values.get("text"))) is not None


def as_warning(finding: Finding) -> Finding:
    """The same finding, not an error."""
    return replace(finding, severity="warning")
