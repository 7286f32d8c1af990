"""Files broken on purpose: an edit of a shipped file, and where what is found must point."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from hp_priority_cli.catalog.load import inspect_catalog, load_catalog, shipped_folder
from hp_priority_cli.cli.customer import resolved
from hp_priority_cli.cli.session import Session
from hp_priority_cli.customer.read import request_in
from hp_priority_cli.customer.records import Request
from hp_priority_cli.errors import Finding, InvalidInput
from hp_priority_cli.presentation.phrases import LANGUAGES, Phrases
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.readers.document import read_document

BAD = Path(__file__).with_name("bad")
_WORDINGS = [
    Wording(catalog, Phrases(language))
    for language in LANGUAGES
    for catalog in (None, load_catalog())
]
MARK = "^"
"""Stands in an `at` before the character that a finding points at; without it, the first one."""


def cases(folder: str) -> list[tuple[str, dict[str, Any]]]:
    """Every case in the files of a folder of `tests/bad`, with a name to find it by."""
    found = [
        (f"{file.stem}: {case['case']}", case)
        for file in sorted((BAD / folder).glob("*.yaml"))
        for case in yaml.safe_load(file.read_text("utf-8"))
    ]
    names = [name for name, _ in found]
    assert len(set(names)) == len(names), "a name stands twice"
    return found


def edits_of(case: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The edits of a case, each of a `file`: `replace` one piece of text `by` another."""
    edits: list[Mapping[str, Any]] = case.get("edits", [case])
    return edits


def edited(text: str, edit: Mapping[str, Any]) -> str:
    """The text with the piece that an edit names replaced; it stands there `times`, else once."""
    found = text.count(edit["replace"])
    assert found == edit.get("times", 1), f"stands {found} times: {edit['replace']!r}"
    return text.replace(edit["replace"], edit["by"])


def broken_data(case: Mapping[str, Any], folder: Path) -> Path:
    """A copy of the shipped data with the edits of a case, without the customers judged by them."""
    data = folder / "data"
    shutil.copytree(shipped_folder(), data, ignore=shutil.ignore_patterns("cases"))
    for edit in edits_of(case):
        path = data / edit["file"]
        path.write_text(edited(path.read_text("utf-8"), edit), "utf-8")
    return data


def place_of(at: str, text: str) -> tuple[int, int]:
    """The line and column, from 1, of a piece that stands once in a text."""
    before, mark, after = at.partition(MARK)
    piece = before + after if mark else at
    assert text.count(piece) == 1, f"stands {text.count(piece)} times: {piece!r}"
    start = text.index(piece) + (len(before) if mark else 0)
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)


def expected_in(text: str, file: str, finds: Sequence[Mapping[str, Any]]) -> list[tuple[Any, ...]]:
    """What a case about one text expects, as `shown` shows what was found."""
    return sorted(_expected(find, text, file) for find in finds)


def expected(case: Mapping[str, Any], folder: Path) -> list[tuple[Any, ...]]:
    """What a case expects of a folder of data, as `shown` shows what was found."""
    first = edits_of(case)[0]["file"]
    files = [(find.get("in", first), find) for find in case["finds"]]
    texts = {file: (folder / file).read_text("utf-8") for file, _ in files}
    return sorted(_expected(find, texts[file], file) for file, find in files)


def _expected(find: Mapping[str, Any], text: str, file: str) -> tuple[Any, ...]:
    severity = "error" if "error" in find else "warning"
    line, column = place_of(find["at"], text) if "at" in find else (0, 0)
    return file, line, column, severity, find[severity]


def shown(findings: Sequence[Finding]) -> list[tuple[Any, ...]]:
    """Findings as file, line, column, severity and code; 0 where the whole file is meant."""
    return sorted(
        (Path(f.spot.file).name, f.spot.line or 0, f.spot.column or 0, f.severity, f.code)
        for f in findings
    )


def sentences(finding: Finding) -> list[str]:
    """What is wrong and what to do, in both languages, with the names of a catalog and without."""
    return [
        sentence
        for wording in _WORDINGS
        for sentence in (wording.finding(finding), wording.finding_remedy(finding))
    ]


def findings_in(folder: Path) -> list[Finding]:
    """Everything that is wrong with a folder of data."""
    return list(inspect_catalog(folder, thorough=True).findings)


def findings_of_request(path: Path) -> list[Finding]:
    """Everything that is wrong with a request file, or is a warning."""
    session = Session(Phrases("en"), None, None, quiet=True, verbose=False, debug=False)
    try:
        request, tree, warnings = request_in(read_document(str(path)))
        resolved(request, Request(), tree, session)
    except InvalidInput as error:
        return list(error.findings)
    return warnings
