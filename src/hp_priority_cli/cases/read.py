"""Files of cases to cases that are ready to be run, every mistake in them with its place."""

from collections.abc import Iterator, Mapping
from pathlib import Path as FilePath
from typing import NamedTuple

from hp_priority_cli.cases.records import Case, CasesFile, ReadyCase
from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.customer.answers import apply_answers
from hp_priority_cli.customer.read import check_request, take_own_words
from hp_priority_cli.customer.records import Request
from hp_priority_cli.customer.resolve import resolve
from hp_priority_cli.customer.words import check_words
from hp_priority_cli.errors import MOST_FINDINGS, Finding, InvalidInput, Path, Spot
from hp_priority_cli.readers.build import build
from hp_priority_cli.readers.document import JSON_SUFFIXES, YAML_SUFFIXES, read_document
from hp_priority_cli.readers.tree import Plain, Tree

FOLDER = "cases"
"""The folder beside the data files in which the cases of an edition lie."""
_SUFFIXES = (*YAML_SUFFIXES, *JSON_SUFFIXES)
_ONE_OF = {"sites": ("installed_base", "countries"), "installed_base": ("sites",)}
"""A key of a customer, and the shared keys that it takes the place of."""
_NAMING = (("expect",), ("features",), ("parts",))
"""Where a key is a word of the catalog, which a finding then points at."""
_OF_A_CASE = 3
"""How many steps lead to a fact of a customer: `cases`, the number of the case, `customer`."""


class CasesRead(NamedTuple):
    """The cases that could be read, and what is wrong with the others."""

    cases: list[ReadyCase]
    findings: list[Finding]


def files_of_cases(folder: str) -> list[str]:
    """The files of cases that belong to a folder of data, however deep, by their names."""
    below = FilePath(folder) / FOLDER
    found = (path for path in below.rglob("*") if path.suffix.lower() in _SUFFIXES)
    names = (path.relative_to(below) for path in found if path.is_symlink() or not path.is_dir())
    shown = sorted(name for name in names if not any(part.startswith(".") for part in name.parts))
    return [str(below / name) for name in shown]


def read_cases(files: list[str], catalog: Catalog) -> CasesRead:
    """The cases of several files, in the words of the catalog."""
    cases: list[ReadyCase] = []
    findings: list[Finding] = []
    for file in files:
        try:
            found = cases_in(read_document(file, wait=False), catalog)
        except InvalidInput as error:
            findings += error.findings
        else:
            cases += found.cases
            findings += found.findings
    return CasesRead(cases, findings)


def cases_in(tree: Tree, catalog: Catalog) -> CasesRead:
    """The cases of one file; none where the file has not the right shape."""
    from hp_priority_cli.readers.validate import validate  # Pydantic: slow

    take_own_words(tree)
    file, findings = validate(CasesFile, tree)
    if file is None or findings:
        return CasesRead([], findings)
    if not file.cases:
        return CasesRead([], [Finding("no-cases", tree.spot(("cases",)))])
    cases: list[ReadyCase] = []
    wrong: dict[tuple[str, Spot], Finding] = {}  # what the cases share is wrong but once
    customers = _Customers(tree)
    for n, case in enumerate(file.cases):
        if len(wrong) > MOST_FINDINGS:  # what is near a word takes long to find
            break
        request, found = _customer(customers.of(n), catalog)
        wrong |= {(each.code, each.spot): each for each in found}
        if not found:
            cases.append(_ready(case, n, request, tree))
    return CasesRead(cases, [*wrong.values()])


def _customer(tree: Tree, catalog: Catalog) -> tuple[Request, list[Finding]]:
    """The customer of a case in codes and tags, and what is wrong with it."""
    request = build(Request, tree.value)
    findings = [*check_request(tree), *check_words(request, catalog, tree, whole=True)]
    resolved, _ = resolve(request, catalog)
    if not findings:
        resolved, _ = apply_answers(resolved, catalog, resolved.tier)
    return resolved, findings


def _ready(case: Case, n: int, request: Request, tree: Tree) -> ReadyCase:
    def spot(path: Path) -> Spot:
        return tree.spot(("cases", n, *path), of_key=path[-2:-1] in _NAMING)

    return ReadyCase(case.name, request, case.expect, case.quotes, spot)


class _Customers:
    """The customers of a file, each a tree of its own over what all of them share."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.shared = _keys(tree.at(("customer",)))
        self.marks: dict[Path, dict[Path, tuple[int, int]]] = {}
        for path, mark in tree.values.items():
            whose = path[:_OF_A_CASE] if path[:1] == ("cases",) else path[:1]
            self.marks.setdefault(whose, {})[path[len(whose) :]] = mark

    def of(self, n: int) -> Tree:
        """The customer of the case of that number: its own keys, then those that are shared."""
        path = ("cases", n, "customer")
        own = _keys(self.tree.at(path))
        replaced = {key for each in own for key in _ONE_OF.get(each, ()) if own[each] is not None}
        shared = {k: v for k, v in self.shared.items() if k not in replaced | own.keys()}
        marks = dict(self._marks(("customer",), shared)) | dict(self._marks(path, own))
        marks[()] = self.tree.values.get(path, self.tree.values["cases", n])
        return Tree(self.tree.file, {**shared, **own}, marks, {})

    def _marks(
        self, whose: Path, keys: Mapping[str, Plain]
    ) -> Iterator[tuple[Path, tuple[int, int]]]:
        """The places of what is taken from the customer at a path."""
        for path, mark in self.marks.get(whose, {}).items():
            if path and path[0] in keys:
                yield path, mark


def _keys(customer: Plain) -> Mapping[str, Plain]:
    """What is stated of a customer; nothing where nothing is."""
    return customer if isinstance(customer, dict) else {}
