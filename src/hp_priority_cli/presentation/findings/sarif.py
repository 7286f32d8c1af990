"""Findings as SARIF 2.1.0, which code scanning keeps from one run to the next.

A finding is known again by its fingerprint: the rule, the file and what is wrong, but neither the
line nor the place in a list nor what else the file holds, so that moving it makes no new one.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import PurePath
from urllib.parse import quote

from hp_priority_cli import __version__
from hp_priority_cli.checking.records import Checked
from hp_priority_cli.errors import Finding, Spot
from hp_priority_cli.presentation.documents.plain import Document, plain, to_json
from hp_priority_cli.presentation.findings.told import file_name, sentence
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.rules import RULES

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "%SRCROOT%"
"""What services call the top of a checkout, to which a relative file belongs."""
_FINGERPRINT = "ruleFileValues/v1"
_POSITION = re.compile(r"\[\d+\]")
_HINTS = ("near", "first_line", "limit")
"""Values of a finding that other lines of the file decide."""


def to_sarif(checked: Checked, wording: Wording) -> str:
    """One log with one run; a rule is described where it is broken."""
    rules = sorted({each.code for each in checked.findings})
    places = _places(checked)
    run = {
        "tool": {"driver": _driver(rules, wording)},
        "language": wording.phrases.language,
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": "hp-priority-check/"},
        "artifacts": [{"location": each} for each in places],
        "results": _results(checked, rules, places, wording),
    }
    return to_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _places(checked: Checked) -> list[Document]:
    """Every file that was looked at or that a finding names, each once."""
    looked_at = [file for each in checked.inputs for file in each.files]
    named = [each.spot.file for each in checked.findings]
    by_uri = {place["uri"]: place for place in map(_location, (*looked_at, *named))}
    return [by_uri[uri] for uri in sorted(by_uri)]


def _driver(rules: list[str], wording: Wording) -> Document:
    return {
        "name": "hp-priority",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(code, wording) for code in rules],
    }


def _rule(code: str, wording: Wording) -> Document:
    """What a rule says whatever it found, and how to mend it."""
    what = wording.phrases.outline(f"finding.{code}")
    remedy = wording.phrases.outline(f"finding-remedy.{code}")
    more = f"hp-priority explain {code}"
    rule = RULES[code]
    return {
        "id": code,
        "shortDescription": {"text": what},
        "fullDescription": {"text": f"{what} {remedy}"},
        "defaultConfiguration": {"level": rule.severity},
        "help": {
            "text": f"{remedy} ({more}, docs/rules/{code}.md)",
            "markdown": f"{remedy}\n\n`{more}`, `docs/rules/{code}.md`",
        },
        "properties": {"tags": [rule.subject]},
    }


def _results(
    checked: Checked, rules: list[str], places: list[Document], wording: Wording
) -> list[Document]:
    seen: Counter[str] = Counter()
    results = []
    for finding in checked.findings:
        same = _same(finding)
        seen[same] += 1
        results.append(
            {
                "ruleId": finding.code,
                "ruleIndex": rules.index(finding.code),
                "level": finding.severity,
                "message": {"text": sentence(finding, wording)},
                "locations": [_physical(finding.spot, places)],
                "partialFingerprints": {_FINGERPRINT: _hash(f"{same}#{seen[same]}")},
            }
        )
    return results


def _physical(spot: Spot, places: list[Document]) -> Document:
    """Where a finding is; GitHub wants a line even where a whole file is meant."""
    place = _location(spot.file)
    column = {} if spot.column is None else {"startColumn": spot.column}
    return {
        "physicalLocation": {
            "artifactLocation": {**place, "index": places.index(place)},
            "region": {"startLine": spot.line or 1, **column},
        }
    }


def _location(file: str) -> Document:
    """A file as a URI: relative to the checkout as it was named, else absolute."""
    name = file_name(file)
    if PurePath(file).is_absolute():
        return {"uri": f"file:///{quote(_bytes(name.lstrip('/')), safe='/:')}"}
    # A colon is quoted, or what stands before it would be a scheme.
    return {"uri": quote(_bytes(name), safe="/"), "uriBaseId": _ROOT}


def _bytes(name: str) -> bytes:
    """A name as the file system has it: bytes that are no UTF-8 come to us as surrogates."""
    try:
        return name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return name.encode("utf-8", "replace")


def _same(finding: Finding) -> str:
    """What stays as it is where a finding moves within its file."""
    known = [finding.code, file_name(finding.spot.file), _stable(finding.values)]
    return json.dumps(known, sort_keys=True)


def _stable(values: Mapping[str, object]) -> Document:
    """The values that name what is wrong, a place in a list as any."""
    return {
        key: _POSITION.sub("[]", value) if isinstance(value, str) else plain(value)
        for key, value in values.items()
        if key not in _HINTS and not isinstance(value, (tuple, list, Mapping))
    }


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
