"""Every kind of file that can be checked, by the schema that its content names, and its check.

A new kind is a line in `KINDS`: its name, the keys of its top by which it is guessed where the
schema is missing, and a function from the tree to what is wrong.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any, NamedTuple, get_args, get_type_hints

from hp_priority_cli.cases.check import check_case_file
from hp_priority_cli.cases.records import CasesFile
from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.facts import facts_of
from hp_priority_cli.catalog.load import FILES
from hp_priority_cli.customer.batch import requests_of
from hp_priority_cli.customer.read import examine_request
from hp_priority_cli.customer.records import InstalledBase, Request
from hp_priority_cli.customer.words import check_words
from hp_priority_cli.errors import Finding, InvalidInput
from hp_priority_cli.evidence.read import shape_findings, wrong_sums
from hp_priority_cli.evidence.seal import check_seal
from hp_priority_cli.evidence.shapes import SavedEligibility, SavedQuote, SavedQuotes
from hp_priority_cli.prices.read import examine_price_book
from hp_priority_cli.prices.records import BookFile
from hp_priority_cli.readers.tree import Plain, Tree

MOST_CHECKED = 1000
"""How many findings are told of one file: what is wrong more often is wrong for one reason."""


class Judged(NamedTuple):
    """What is wrong with one file, and the facts in it by their sort.

    `files` are files that it names and that were read with it.
    """

    findings: list[Finding]
    facts: Mapping[str, int]
    files: tuple[str, ...] = ()


Check = Callable[[Tree, Callable[[], Catalog | None]], Judged]
"""From a file and the data that it is held against (asked for where needed; None where they are
wrong themselves) to what is found.
"""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: what it is called, the keys of its top, and how it is checked."""

    name: str
    keys: frozenset[str]
    check: Check


def _keys(*records: Any) -> frozenset[str]:
    return frozenset(field.name for record in records for field in fields(record))


def _schema(record: Any) -> str:
    """The schema that files of a record name."""
    return str(get_args(get_type_hints(record)["schema"])[0])


def check_request(tree: Tree, catalog: Callable[[], Catalog | None]) -> Judged:
    """What a request says that it cannot, and the words in it that the catalog does not know."""
    facts = {"values": _count(tree.value)}
    request, whole, findings = examine_request(tree, MOST_CHECKED)
    known = catalog()
    if known is not None:
        words = check_words(request, known, tree, whole=whole)
        wrong = {each.spot for each in words}  # where a warning would only distract
        findings = [e for e in findings if e.severity == "error" or e.spot not in wrong]
        findings += words
    return Judged(findings, facts)


def check_price_book(tree: Tree, catalog: Callable[[], Catalog | None]) -> Judged:
    """What is wrong with a price book and with the spreadsheet of its rows."""
    found = examine_price_book(tree, catalog(), MOST_CHECKED)
    return Judged(found.findings, {"values": _count(tree.value)}, found.spreadsheets)


def _answer(record: Any) -> Check:
    """The check of a saved answer: its shape, and its request as one of today."""

    def check(tree: Tree, catalog: Callable[[], Catalog | None]) -> Judged:
        from hp_priority_cli.readers.validate import validate

        facts = {"values": _count(tree.value)}
        _, findings = validate(record, tree, MOST_CHECKED)
        tree.findings = []
        if isinstance(tree.at(("request",)), dict):
            findings += check_request(tree.below("request"), catalog).findings
        return Judged(findings, facts)

    return check


def _quote(record: Any) -> Check:
    """The check of a saved quote: that of any answer, its figures, and its seal."""
    of_any_answer = _answer(record)

    def check(tree: Tree, catalog: Callable[[], Catalog | None]) -> Judged:
        seal = check_seal(tree)  # first: other checks may take a number in the tree for a text
        judged = of_any_answer(tree, catalog)
        findings = [*judged.findings, *shape_findings(tree)]
        if all(each.severity == "warning" for each in findings):
            findings += wrong_sums(tree)
        return Judged([*findings, *seal], judged.facts)

    return check


def _data_file(record: Any) -> Kind:
    """A data file by itself, under a name by which no data folder finds it."""
    file = next(name for name, each in FILES.items() if each is record)

    def check(tree: Tree, _catalog: Callable[[], Catalog | None]) -> Judged:
        from hp_priority_cli.readers.validate import validate

        found, findings = validate(record, tree, MOST_CHECKED)
        values = {"schema": _schema(record), "name": file}
        findings.append(Finding("data-file-name", tree.spot(("schema",)), values, "warning"))
        return Judged(findings, {} if found is None else facts_of(found))

    return Kind("data-file", _keys(record), check)


def _count(value: Plain) -> int:
    """How many values stand in a tree, nothing not counted."""
    if isinstance(value, dict):
        return sum(_count(item) for item in value.values())
    if isinstance(value, list):
        return sum(_count(item) for item in value)
    return value is not None


def _cases(tree: Tree, catalog: Callable[[], Catalog | None]) -> Judged:
    """The cases of one file, run on the data that it is held against."""
    known = catalog()
    return Judged([], {}) if known is None else Judged(*check_case_file(tree, known))


def _batch(tree: Tree, catalog: Callable[[], Catalog | None]) -> Judged:
    """The requests of a file of many, one by one."""
    findings: list[Finding] = []
    values = 0
    for each in requests_of(tree.file):
        if isinstance(each, InvalidInput):
            findings += each.findings
        else:
            judged = check_request(each, catalog)
            findings += judged.findings
            values += judged.facts["values"]
        if len(findings) > MOST_CHECKED:  # no more of one file is told
            break
    return Judged(findings, {"values": values})


REQUEST = Kind("request", _keys(Request, InstalledBase), check_request)
BATCH = Kind("batch", REQUEST.keys, _batch)
DATA_KINDS: Mapping[str, Kind] = {_schema(record): _data_file(record) for record in FILES.values()}
KINDS: Mapping[str, Kind] = {
    **DATA_KINDS,
    _schema(BookFile): Kind("price-book", _keys(BookFile), check_price_book),
    _schema(SavedQuote): Kind("quote", _keys(SavedQuote), _quote(SavedQuote)),
    _schema(SavedQuotes): Kind("quotes", _keys(SavedQuotes), _quote(SavedQuotes)),
    _schema(SavedEligibility): Kind(
        "eligibility", _keys(SavedEligibility), _answer(SavedEligibility)
    ),
    _schema(CasesFile): Kind("cases", _keys(CasesFile), _cases),
}
"""The kinds of file by their schema; a request names none and is known by its keys."""
