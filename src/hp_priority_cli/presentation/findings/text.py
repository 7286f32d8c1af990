"""A run of `check` in words: each finding on one line, and what was checked, of which edition."""

import re
from collections import Counter
from collections.abc import Iterator

from hp_priority_cli.checking.records import DATA, UNKNOWN, Checked, CheckedInput
from hp_priority_cli.errors import Finding, Severity
from hp_priority_cli.presentation.clean import clean
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.wording import Wording

_EDITION = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])", re.ASCII)
_COLOURS: dict[Severity, str] = {"error": "\x1b[31m", "warning": "\x1b[33m"}
_PLAIN = "\x1b[0m"


def to_text(checked: Checked, wording: Wording, *, colour: bool = False) -> str:
    """The findings, one a line, then how many there are and what was checked."""
    lines = [_line(each, wording, colour=colour) for each in checked.findings]
    return "".join(f"{line}\n" for line in (*lines, *summary(checked, wording)))


def _line(finding: Finding, wording: Wording, *, colour: bool) -> str:
    """`data/skus.yaml:3:12: error: malformed: message remedy`."""
    say, spot = wording.phrases.say, finding.spot
    where = ":".join(str(part) for part in (spot.file, spot.line, spot.column) if part is not None)
    severity = say("label.record", label=say(f"severity.{finding.severity}"))
    if colour:
        severity = f"{_COLOURS[finding.severity]}{severity}{_PLAIN}"
    code = say("label.record", label=finding.code)
    text = f"{wording.finding(finding)} {wording.finding_remedy(finding)}"
    return f"{clean(where)}: {severity} {code} {clean(text)}"


def summary(checked: Checked, wording: Wording) -> Iterator[str]:
    """How many findings there are, then what was not checked, the files, and each data folder."""
    phrases = wording.phrases
    yield phrases.say(
        "checked.totals",
        errors=phrases.count("count.errors", checked.count("error")),
        warnings=phrases.count("count.warnings", checked.count("warning")),
    )
    groups: dict[tuple[str, str | None], list[CheckedInput]] = {
        ("not", None): [],
        ("alone", None): [],
    }
    for each in checked.inputs:
        if each.kind != DATA:
            key = "not" if each.kind == UNKNOWN else "alone" if each.against is None else "against"
            groups.setdefault((key, each.against), []).append(each)
    yield from (clean(_files(key, files, phrases)) for (key, _), files in groups.items() if files)
    yield from (clean(_folder(each, phrases)) for each in checked.inputs if each.kind == DATA)
    if all(each.kind == UNKNOWN for each in checked.inputs):
        yield phrases.say("checked.nothing")


def _folder(folder: CheckedInput, phrases: Phrases) -> str:
    key = "checked.folder" if folder.document is not None else "checked.folder-unknown"
    return phrases.say(
        key, path=folder.path, **_stamp(folder, phrases), **_facts([folder], phrases)
    )


def _files(group: str, files: list[CheckedInput], phrases: Phrases) -> str:
    """The files by their kinds, and the data that they were held against, which are the same."""
    kinds = Counter(each.kind for each in files)
    counts = [phrases.count(f"count.file.{kind}", number) for kind, number in kinds.items()]
    first = files[0]
    key = "unheld" if group == "against" and first.sha256 is None else group
    fields = {"files": phrases.all_of(counts), "path": first.against, **_facts(files, phrases)}
    return phrases.say(f"checked.{key}", **_stamp(first, phrases), **fields)


def _facts(inputs: list[CheckedInput], phrases: Phrases) -> dict[str, str]:
    return {"facts": phrases.count("count.facts", sum(each.fact_count for each in inputs))}


def _stamp(checked: CheckedInput, phrases: Phrases) -> dict[str, str]:
    """The data sheet and its edition, as a month where it is one."""
    edition = checked.edition or ""
    if _EDITION.fullmatch(edition):
        year, month = edition.split("-")
        edition = phrases.say("date.edition", month=phrases.month(int(month)), year=year)
    return {"document": checked.document or "", "edition": edition}
