"""The cases that lie beside the data files, all of them read and run."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from hp_priority_cli.cases.read import FOLDER, CasesRead, cases_in, files_of_cases, read_cases
from hp_priority_cli.cases.records import ReadyCase
from hp_priority_cli.cases.run import run_cases
from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.errors import Finding, Spot
from hp_priority_cli.readers.tree import Tree


class CasesChecked(NamedTuple):
    """What is wrong, how many cases were run, under the name `cases`, and the files they are in."""

    findings: list[Finding]
    facts: Mapping[str, int]
    files: tuple[str, ...] = ()


def check_cases(folder: str, catalog: Catalog) -> CasesChecked:
    """Run the cases that belong to the data folder `catalog` was read from; there may be none."""
    files = files_of_cases(folder)
    checked = _run(read_cases(files, catalog), catalog)
    return checked._replace(facts=checked.facts if files else {}, files=tuple(files))


def check_case_file(tree: Tree, catalog: Catalog) -> CasesChecked:
    """Run the cases of one file against a catalog."""
    return _run(cases_in(tree, catalog), catalog)


def _run(read: CasesRead, catalog: Catalog) -> CasesChecked:
    findings = [*read.findings, *_named_twice(read.cases), *run_cases(catalog, read.cases)]
    return CasesChecked(findings, {FOLDER: len(read.cases)})


def _named_twice(cases: Iterable[ReadyCase]) -> Iterator[Finding]:
    """Each case whose name another bears before it: nobody could tell which of them fails."""
    seen: dict[str, Spot] = {}
    for case in cases:
        spot = case.spot(("name",))
        first = seen.setdefault(case.name, spot)
        if first is not spot:
            values = {"case": case.name, "first": f"{first.file}:{first.line}"}
            yield Finding("case-twice", spot, values)
