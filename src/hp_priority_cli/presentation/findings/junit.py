"""Findings as JUnit XML, which nearly every CI service shows as tests.

What was checked is a suite, a finding in it a test; a file without any is a test that passed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

from hp_priority_cli.checking.records import Checked, CheckedInput
from hp_priority_cli.errors import Finding
from hp_priority_cli.presentation.clean import clean
from hp_priority_cli.presentation.findings.told import file_name, sentence
from hp_priority_cli.presentation.wording import Wording

_HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n'
Element = ElementTree.Element


def to_junit(checked: Checked, wording: Wording) -> str:
    """One document. A warning is a test that passed and says what it has to say, unless it fails
    the run; an error failed even where no finding decides the exit code.
    """
    suites = [_suite(each, _within(each, checked), checked, wording) for each in checked.inputs]
    suites += [
        _suite(CheckedInput(file, "", (file,)), findings, checked, wording)
        for file, findings in _elsewhere(checked).items()
    ]
    root = _element("testsuites", name="hp-priority check", **_counts(suites))
    root.extend(suites)
    ElementTree.indent(root)
    return f"{_HEADER}{ElementTree.tostring(root, encoding='unicode')}\n"


def _within(checked_input: CheckedInput, checked: Checked) -> list[Finding]:
    """The findings about an input: about it as a whole, or in one of its files."""
    files = {checked_input.path, *checked_input.files}
    return [each for each in checked.findings if each.spot.file in files]


def _elsewhere(checked: Checked) -> dict[str, list[Finding]]:
    """The findings about what was named and never became an input, by its name."""
    known = {file for each in checked.inputs for file in (each.path, *each.files)}
    found: dict[str, list[Finding]] = {}
    for finding in checked.findings:
        if finding.spot.file not in known:
            found.setdefault(finding.spot.file, []).append(finding)
    return found


def _suite(
    checked_input: CheckedInput, findings: list[Finding], checked: Checked, wording: Wording
) -> Element:
    clean_files = [
        file for file in checked_input.files if all(each.spot.file != file for each in findings)
    ]
    cases = [
        *(_element("testcase", classname=file_name(file), name="valid") for file in clean_files),
        *_cases(findings, checked, wording),
    ]
    failures = sum(case.find("failure") is not None for case in cases)
    suite = _element(
        "testsuite",
        name=file_name(checked_input.path),
        tests=len(cases),
        failures=failures,
        errors=0,
    )
    suite.extend([*_properties(checked_input), *cases])
    return suite


def _properties(checked_input: CheckedInput) -> Iterable[Element]:
    """What tells one edition of the data from another, where it is known."""
    stamp = {
        "kind": checked_input.kind or None,
        "document": checked_input.document,
        "edition": checked_input.edition,
        "sha256": checked_input.sha256,
        "facts": checked_input.fact_count or None,
    }
    stated = [_element("property", name=k, value=v) for k, v in stamp.items() if v is not None]
    if stated:
        properties = _element("properties")
        properties.extend(stated)
        yield properties


def _cases(findings: list[Finding], checked: Checked, wording: Wording) -> Iterator[Element]:
    """A test a finding, each of its own name: services take two of one name for one test."""
    seen: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        where = ":".join(str(n) for n in (finding.spot.line, finding.spot.column) if n is not None)
        name = f"{finding.code} {where}".rstrip()
        seen[finding.spot.file, name] += 1
        times = seen[finding.spot.file, name]
        numbered = name if times == 1 else f"{name} ({times})"
        case = _element("testcase", classname=file_name(finding.spot.file), name=numbered)
        case.append(_outcome(finding, where, checked, wording))
        yield case


def _outcome(finding: Finding, where: str, checked: Checked, wording: Wording) -> Element:
    """The failure of a test, or what a test that passed has to say."""
    text = sentence(finding, wording)
    place = ":".join(part for part in (finding.spot.file, where) if part)
    if finding.severity == "error" or checked.fails(finding):
        outcome = _element("failure", type=finding.code, message=text)
    else:
        outcome = _element("system-out")
    outcome.text = clean(f"{place}: {finding.severity}: {text}")
    return outcome


def _counts(suites: list[Element]) -> dict[str, int]:
    keys = ("tests", "failures", "errors")
    return {key: sum(int(suite.get(key, "0")) for suite in suites) for key in keys}


def _element(name: str, /, **attributes: object) -> Element:
    """An element whose texts hold nothing that XML has no way to say."""
    return Element(name, {key: clean(str(value)) for key, value in attributes.items()})
