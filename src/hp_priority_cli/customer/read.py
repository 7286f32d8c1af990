"""Request files and lines of JSON Lines to requests, every finding with its place."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from hp_priority_cli.customer.records import Request
from hp_priority_cli.errors import MOST_FINDINGS, Finding, InvalidInput, Path
from hp_priority_cli.readers.days import days_out_of_range
from hp_priority_cli.readers.lenient import MERE_WARNINGS, as_warning, is_bare_number
from hp_priority_cli.readers.scalars import MAX_COUNT, parse_date, parse_percentage
from hp_priority_cli.readers.tree import Tree, dotted
from hp_priority_cli.readers.versions import known_before

_COUNTS = (
    "pcs",
    "printers",
    "pcs_without_cover",
    "printers_without_cover",
    "consumer_pcs",
    "displays",
)

_BOOK_DAYS = ("book_valid_from", "book_valid_until")
_ANSWERS = ("hp-priority/quote@1", "hp-priority/quotes@1", "hp-priority/eligibility@1")
_USES = {
    "hp-priority/price-book": "--price-book FILE",
    **dict.fromkeys(
        (f"hp-priority/{data}" for data in ("tiers", "skus", "coverage", "source")), "--data DIR"
    ),
    "hp-priority/cases": "hp-priority check FILE",
}
"""What files of other kinds are for, by the name of their schema."""
_TELL_A_BOOK = {"rows", "valid_from"}
"""The keys by which a price book is known that lacks its schema."""


def request_in(tree: Tree) -> tuple[Request, Tree, list[Finding]]:
    """The request in a file that was read, its tree for later findings, and warnings.

    A saved answer is taken for the request that it answers, to be judged anew: its day is dropped.

    Raises InvalidInput with every finding, or with one for a file of another kind. Places and
    languages are still as written.
    """
    is_answer = str(tree.at(("schema",))) in _ANSWERS
    other = None if is_answer else _another_kind(tree)
    if other is not None:
        raise InvalidInput([other])
    if is_answer:
        tree = tree.below("request")
    request, warnings = request_from(tree)
    if is_answer:
        request = replace(request, as_of=None)
    return request, tree, warnings


def hashes_in(tree: Tree) -> Iterator[str]:
    """The hashes of the files that a saved answer was made from; none of what is no answer."""
    for answer in _answers_in(tree):
        files = answer.get("files")
        for each in files if isinstance(files, list) else ():
            if isinstance(each, dict) and isinstance(each.get("sha256"), str):
                yield each["sha256"]


def terms_in(tree: Tree) -> tuple[int, ...]:
    """The terms of the quotes in a saved answer for several; none of anything else."""
    if tree.at(("schema",)) != "hp-priority/quotes@1":
        return ()
    years = (answer.get("term_years") for answer in _answers_in(tree))
    return tuple(each for each in years if type(each) is int)


def _answers_in(tree: Tree) -> Iterator[dict[str, Any]]:
    """A saved answer, or each of several in one file, as they were read."""
    if str(tree.at(("schema",))) not in _ANSWERS:
        return
    several = tree.at(("quotes",))
    for each in several if isinstance(several, list) else (tree.value,):
        if isinstance(each, dict):
            yield each


def _another_kind(tree: Tree) -> Finding | None:
    """Why a file is no request at all: it names a schema, or holds what only a price book does."""
    stated = tree.at(("schema",))
    if isinstance(stated, str):
        spot = tree.spot(("schema",))
        known = known_before(stated, _ANSWERS)
        if known is not None:
            return Finding("schema-newer", spot, {"value": stated, "known": known, "near": None})
        return Finding("not-a-request", spot, {"near": _USES.get(stated.partition("@")[0])})
    if isinstance(tree.value, dict) and tree.value.keys() >= _TELL_A_BOOK:
        values = {"near": _USES["hp-priority/price-book"]}
        return Finding("not-a-request", tree.spot(("rows",), of_key=True), values)
    return None


def request_from(tree: Tree) -> tuple[Request, list[Finding]]:
    """The request in a tree, and warnings; raises InvalidInput with every finding.

    A text that other readers of YAML would take for something else is only a warning here.
    """
    request, findings = _examined(tree, MOST_FINDINGS)
    if request is None or any(each.severity == "error" for each in findings):
        raise InvalidInput(sorted(findings, key=_in_order))
    return request, findings


class Examined(NamedTuple):
    """A request as far as it is right, whether that is the `whole`, and all that is wrong."""

    request: Request
    whole: bool
    findings: list[Finding]


def examine_request(tree: Tree, most: int) -> Examined:
    """The request in a tree without what is wrong in it, which is given as findings.

    Of what is wrong with types, at most `most` findings and one more are given.
    """
    from hp_priority_cli.readers.validate import sound_part

    request, findings = _examined(tree, most)
    if request is not None:
        return Examined(request, whole=True, findings=findings)
    return Examined(sound_part(Request, tree) or Request(), whole=False, findings=findings)


def _examined(tree: Tree, most: int) -> tuple[Request | None, list[Finding]]:
    """The request, where it can be made, and all findings; a warning gives way to an error."""
    from hp_priority_cli.readers.validate import validate  # Pydantic: slow, and only files need it

    take_own_words(tree)
    warnings = [as_warning(each) for each in tree.findings if each.code in MERE_WARNINGS]
    tree.findings = [each for each in tree.findings if each.code not in MERE_WARNINGS]
    tree.findings += _percentages(tree)
    request, findings = validate(Request, tree, most)
    found = [each for each in findings if each.code in MERE_WARNINGS]
    warnings += [as_warning(each) for each in found if not is_bare_number(each)]
    errors = [each for each in findings if each.code not in MERE_WARNINGS]
    errors += check_request(tree)
    wrong = {each.spot for each in errors}  # where a warning would only distract
    return request, [*errors, *(each for each in warnings if each.spot not in wrong)]


def take_own_words(tree: Tree) -> None:
    """Take `on:` and `answer: yes` as they are meant: no file with a request in it, at whatever
    depth, has another use for them.
    """
    tree.findings = [
        each for each in tree.findings if (each.code, each.values.get("text")) != ("trap-key", "on")
    ]
    for path in [path for path in tree.traps if path[-3::2] == ("answers", "answer")]:
        del tree.traps[path]


def _in_order(finding: Finding) -> tuple[int, int]:
    return finding.spot.line or 0, finding.spot.column or 0


def check_request(tree: Tree) -> list[Finding]:
    """What the types of a request cannot say: numbers in range, one way to state the base."""
    findings: list[Finding] = []
    for path in (("installed_base",), *_paths_of_items(tree, "sites")):
        for count_path in (*((*path, key) for key in _COUNTS), *_keys(tree, (*path, "other"))):
            findings += _range(tree, count_path, 0)
    findings += [*_range(tree, ("term_years",), 1), *_parts_named_twice(tree)]
    for key in ("purchase_date", "as_of", *_BOOK_DAYS):
        findings += days_out_of_range(tree, (key,))
    first, last = (parse_date(str(tree.at((key,)))) for key in _BOOK_DAYS)
    if first is not None and last is not None and last < first:
        values = {"first": first, "last": last}
        findings.append(Finding("valid-until-too-early", tree.spot((_BOOK_DAYS[1],)), values))
    as_of = parse_date(str(tree.at(("as_of",))))
    if as_of is not None:
        findings += answers_later_than(as_of, tree)
    sites = tree.at(("sites",))
    if sites is not None and tree.at(("installed_base",)) is not None:
        findings.append(Finding("two-bases", tree.spot(("sites",), of_key=True)))
    if sites == []:
        findings.append(Finding("empty-list", tree.spot(("sites",)), {"key": "sites"}))
    return findings


def _parts_named_twice(tree: Tree) -> Iterator[Finding]:
    """A part with two discounts: its number is the same in any case and with spaces around it."""
    first: dict[str, Path] = {}
    for path in _keys(tree, ("discounts",)):
        known = first.setdefault(str(path[-1]).strip().upper(), path)
        if known != path:
            values = {"key": path[-1], "first_line": tree.spot(known, of_key=True).line}
            yield Finding("duplicate-key", tree.spot(path, of_key=True), values)


def answers_later_than(day: date, tree: Tree) -> list[Finding]:
    """The answers of a request that were given after a day: nobody could know them on it."""
    days = [
        (path, parse_date(str(tree.at((*path, "on"))))) for path in _paths_of_items(tree, "answers")
    ]
    return [
        Finding("answered-later", tree.spot((*path, "on")), {"on": on, "as_of": day})
        for path, on in days
        if on is not None and on > day
    ]


def _percentages(tree: Tree) -> list[Finding]:
    """What is written as a number where a percentage is wanted, and is none from 0 to 100."""
    findings = []
    for path in (("discount_percent",), *_keys(tree, ("discounts",))):
        value = tree.at(path)
        text = str(value) if type(value) in (int, str) else None
        if text is not None and parse_percentage(text) is None:
            findings.append(Finding("not-a-percentage", tree.spot(path), {"value": text}))
    return findings


def _paths_of_items(tree: Tree, key: str) -> list[Path]:
    items = tree.at((key,))
    return [(key, n) for n in range(len(items))] if isinstance(items, list) else []


def _keys(tree: Tree, path: Path) -> list[Path]:
    items = tree.at(path)
    return [(*path, key) for key in items] if isinstance(items, dict) else []


def _range(tree: Tree, path: Path, low: int) -> list[Finding]:
    number = tree.at(path)
    if type(number) is not int or low <= number <= MAX_COUNT:
        return []
    values = {"where": dotted(path), "value": number, "low": low, "high": MAX_COUNT}
    return [Finding("out-of-range", tree.spot(path), values)]
