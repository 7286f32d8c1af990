"""One run of `check`: every file that was named or found, judged; everything that is wrong."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path, PurePath
from typing import Any

from hp_priority_cli.cases.check import CasesChecked, check_cases
from hp_priority_cli.cases.read import FOLDER as CASES
from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.facts import facts_of
from hp_priority_cli.catalog.load import FILES, Inspected, inspect_catalog, shipped_folder
from hp_priority_cli.checking.kinds import DATA_KINDS, MOST_CHECKED, Kind
from hp_priority_cli.checking.read import read_input
from hp_priority_cli.checking.records import DATA, UNKNOWN, Checked, CheckedInput, FailOn
from hp_priority_cli.checking.walk import data_folder_above, walk
from hp_priority_cli.errors import Finding, Severity, Spot, first_findings
from hp_priority_cli.readers.tables import is_table
from hp_priority_cli.readers.text import STANDARD_INPUT, is_folder, shown_name
from hp_priority_cli.readers.tree import Tree

_NO_FOLDER = ("no-such-folder", "not-a-folder")
"""Findings that say that there was nothing to be looked at."""


def check_paths(
    paths: Sequence[str], data: str | None, fail_on: FailOn
) -> tuple[Checked, Catalog | None]:
    """Check files and folders; requests and answers are held against the data folder `data`.

    Without `data` they are held against the shipped data, cases against the data folder that they
    lie in, if any. With no path the data themselves are checked, with all that lies beside them.
    What is named twice is checked once. The catalog is that which names things, where anything was
    held against it: of several the first.
    """
    run = _Run(data)
    for path in sorted(paths, key=is_table):  # a book may be named beside its rows
        run.take(path)
    if not paths:
        run.take_data(run.reference)
        if is_folder(run.reference):
            run.take(run.reference)
    catalogs = [(folder, run.catalog(folder)) for folder in run.held_against]
    for folder, catalog in catalogs:
        if catalog is None:
            run.take_data(folder)
    named = next((catalog for _, catalog in catalogs if catalog is not None), None)
    skipped = {each for each in run.skipped if os.path.realpath(each) not in run.read}
    return Checked(
        tuple(run.inputs), _in_order(run.findings), tuple(sorted(skipped)), fail_on
    ), named


@dataclass(slots=True)
class _Run:
    """What was taken so far, each thing once, and what is known of the data folders."""

    data: str | None
    inputs: list[CheckedInput] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    held_against: dict[str, None] = field(default_factory=dict)
    """The data folders that files were held against, in the order of the files."""
    seen: set[str] = field(default_factory=set)
    walked: set[str] = field(default_factory=set)
    _inspected: dict[str, Inspected] = field(default_factory=dict)

    @property
    def reference(self) -> str:
        """The folder of the data that requests and answers are held against."""
        return str(shipped_folder()) if self.data is None else self.data

    @property
    def read(self) -> set[str]:
        """Every file that was read so far, by where it really is."""
        return {os.path.realpath(file) for each in self.inputs for file in each.files}

    def inspected(self, folder: str) -> Inspected:
        """A data folder with all that is wrong in it, read once for each way to spell it."""
        if folder not in self._inspected:
            self._inspected[folder] = inspect_catalog(folder, MOST_CHECKED, thorough=True)
        return self._inspected[folder]

    def catalog(self, folder: str) -> Catalog | None:
        """The data that files are held against, unless they are wrong themselves."""
        self.held_against[folder] = None
        inspected = self.inspected(folder)
        return None if inspected.has_errors else inspected.catalog

    def reference_of(self, path: str, kind: Kind) -> str:
        """The data folder that a file is held against: cases belong to the one they lie in."""
        if self.data is not None or kind.name != CASES or path == STANDARD_INPUT:
            return self.reference
        return data_folder_above(path) or self.reference

    def take(self, path: str) -> None:
        """Check what a path names."""
        if path != STANDARD_INPUT and is_folder(path):
            self._take_folder(path)
        else:
            self._take_file(path, "error")

    def _take_folder(self, folder: str) -> None:
        place = os.path.realpath(folder)
        if place in self.walked:
            return
        self.walked.add(place)
        walked = walk(folder)
        self.findings += walked.findings
        self.skipped += walked.skipped
        for each in walked.data_folders:
            self.take_data(each)
        ours = [self._take_file(each, "warning") for each in walked.files]
        if not walked.data_folders and not any(ours):
            self.findings.append(Finding("nothing-to-check", Spot(str(Path(folder)))))

    def take_data(self, folder: str) -> None:
        """Check a data folder."""
        if self._is_new(folder):
            inspected = self.inspected(folder)
            cases = _cases(folder, inspected)
            self.findings += [*inspected.findings, *cases.findings]
            if all(each.code not in _NO_FOLDER for each in inspected.findings):
                self.inputs.append(_data_input(folder, inspected, cases))

    def _is_new(self, path: str) -> bool:
        place = path if path == STANDARD_INPUT else os.path.realpath(path)
        if place in self.seen:
            return False
        self.seen.add(place)
        return True

    def _take_file(self, path: str, severity: Severity) -> bool:
        """Check one file, a data file with all of its folder; whether it is of a kind we know.

        `severity` is that of a file which has nothing to do with the tool.
        """
        if is_table(path) and os.path.realpath(path) in self.read:
            return True
        found = read_input(path, severity)
        is_ours = isinstance(found, tuple)
        if PurePath(path).name in FILES and (not is_ours or found[1] in DATA_KINDS.values()):
            self.take_data(str(Path(path).parent))
            return True
        if self._is_new(path):
            self._judge(path, found)
        return is_ours

    def _judge(self, path: str, found: "tuple[Tree, Kind] | list[Finding]") -> None:
        name = shown_name(path)
        if isinstance(found, list):
            self.findings += found
            self.inputs.append(CheckedInput(name, UNKNOWN, (name,)))
            return
        tree, kind = found
        reference = self.reference_of(path, kind)
        judged = kind.check(tree, lambda: self.catalog(reference))
        self.findings += judged.findings
        checked = CheckedInput(name, kind.name, (name, *judged.files), facts=judged.facts)
        if kind not in DATA_KINDS.values():
            stamp = _stamp(self.inspected(reference), self.catalog(reference))
            checked = replace(checked, against=reference, **stamp)
        self.inputs.append(checked)


def _cases(folder: str, inspected: Inspected) -> CasesChecked:
    """The cases beside the data, run where the data are in order."""
    if inspected.catalog is None or inspected.has_errors:
        return CasesChecked([], {})
    return check_cases(folder, inspected.catalog)


def _data_input(folder: str, inspected: Inspected, cases: CasesChecked) -> CheckedInput:
    facts: dict[str, int] = dict(cases.facts)
    for record in inspected.records.values():
        facts |= facts_of(record)
    files = (*(str(Path(folder) / name) for name in FILES), *cases.files)
    return CheckedInput(folder, DATA, files, facts=facts, **_stamp(inspected, inspected.catalog))


def _stamp(inspected: Inspected, catalog: Catalog | None) -> dict[str, Any]:
    """What tells one edition of the data from another, as far as it can be read."""
    source = inspected.records.get("source.yaml")
    return {
        "document": None if source is None else source.document.id,
        "edition": None if source is None else source.document.edition,
        "sha256": None if catalog is None else catalog.sha256,
    }


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By file, line and column, each once; of one file no more than anybody mends."""
    ordered = sorted(findings, key=_place)
    once = [next(same) for _, same in groupby(ordered, key=_place)]
    by_file = groupby(once, key=lambda each: each.spot.file)
    kept = [finding for _, each in by_file for finding in first_findings([*each], MOST_CHECKED)]
    return tuple(sorted(kept, key=_place))


def _place(finding: Finding) -> tuple[str, int, int, str, str]:
    spot = finding.spot
    told_apart = repr([*finding.values.items()])
    return spot.file, spot.line or 0, spot.column or 0, finding.code, told_apart
