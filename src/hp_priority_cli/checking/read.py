"""A file to its content and its kind, or to why it has none."""

from pathlib import PurePath

from hp_priority_cli.checking.kinds import BATCH, REQUEST, Kind
from hp_priority_cli.checking.recognise import not_recognised, recognise
from hp_priority_cli.customer.batch import is_csv_of_customers, requests_of
from hp_priority_cli.customer.columns import are_titles
from hp_priority_cli.errors import Finding, InvalidInput, Severity, Spot, UserError
from hp_priority_cli.prices.table import titles_in
from hp_priority_cli.readers.document import JSON_SUFFIXES, YAML_SUFFIXES, read_document
from hp_priority_cli.readers.lines import is_json_lines
from hp_priority_cli.readers.tables import is_table, read_sheet
from hp_priority_cli.readers.text import shown_name
from hp_priority_cli.readers.tree import Tree

_NOT_READ = ("unreadable", "too-large", "empty")
"""Findings that say it all about a file, whatever kind it was meant to be."""


def read_input(path: str, severity: Severity) -> "tuple[Tree, Kind] | list[Finding]":
    """The content of a file and its kind, or why it has none."""
    if is_json_lines(path):
        return _read_lines(path, severity)
    if is_table(path) and (found := _spreadsheet(path)):
        return found
    try:
        tree = read_document(path, wait=False)
    except InvalidInput as error:
        return _why_not(path, list(error.findings), severity)
    kind = recognise(tree, severity)
    return (tree, kind) if isinstance(kind, Kind) else [kind]


def _read_lines(path: str, severity: Severity) -> "tuple[Tree, Kind] | list[Finding]":
    """A file of JSON Lines is a batch where the first document in it is a request."""
    wrong: list[Finding] = []
    for each in requests_of(path):
        if isinstance(each, Tree):
            kind = recognise(each, severity)
            is_request = kind is REQUEST
            return (Tree(path), BATCH) if is_request else [_no_batch(each, kind, severity)]
        wrong = wrong or [*each.findings]
    return wrong or [Finding("empty", Spot(path))]


def _no_batch(tree: Tree, kind: Kind | Finding, severity: Severity) -> Finding:
    """Why lines are no batch: what each of them is stands in a file of its own."""
    return kind if isinstance(kind, Finding) else not_recognised(tree, severity)


def _spreadsheet(path: str) -> "tuple[Tree, Kind] | list[Finding] | None":
    """Whether a spreadsheet is one of prices, of which nothing says what they are in, or one of
    customers.
    """
    try:
        sheet = read_sheet(path, wait=False)
    except UserError:  # it may still be longer than a price list is
        return (Tree(path), BATCH) if is_csv_of_customers(path) else None
    titles = titles_in(sheet)
    if titles is not None:
        return [Finding("prices-without-terms", sheet.spot(titles))]
    return (Tree(path), BATCH) if are_titles(sheet.rows[0]) else None


def _why_not(path: str, findings: list[Finding], severity: Severity) -> list[Finding]:
    """Why a file could not be read; of one with a foreign suffix, that it is none of ours."""
    suffix = PurePath(path).suffix.lower()
    is_foreign = suffix not in ("", *YAML_SUFFIXES, *JSON_SUFFIXES)
    if is_foreign and all(each.code not in _NOT_READ for each in findings):
        kind = recognise(Tree(shown_name(path)), severity)
        assert isinstance(kind, Finding)
        return [kind]
    return findings
