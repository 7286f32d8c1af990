"""Saved quotes out of their files: read, held to their shape, their seal checked, restored."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date
from decimal import Decimal
from typing import Any

from hp_priority_cli.customer.read import request_from
from hp_priority_cli.errors import MOST_FINDINGS, Finding, InvalidInput
from hp_priority_cli.evidence.figures import wrong_figures
from hp_priority_cli.evidence.records import Evidence, SavedAnswer
from hp_priority_cli.evidence.repeats import repeats
from hp_priority_cli.evidence.restore import origin_of_several, restore_quote, restore_refusal
from hp_priority_cli.evidence.seal import (
    MOST_TERMS,
    QUOTE,
    QUOTES,
    SEAL_CODES,
    check_seal,
    quotes_in,
)
from hp_priority_cli.evidence.shapes import SavedQuote, SavedQuotes
from hp_priority_cli.evidence.statements import wrong_statements
from hp_priority_cli.evidence.sums import contradictions
from hp_priority_cli.prices.currencies import minor_units
from hp_priority_cli.readers.document import read_document
from hp_priority_cli.readers.tree import Tree, dotted
from hp_priority_cli.readers.versions import known_before


def read_saved_quote(path: str) -> SavedAnswer:
    """The quote in a file (`-` is standard input), or the quotes for several terms.

    It is given with what speaks against it as evidence, `faults`; whether it still holds is not
    judged. Raises InvalidInput with every finding for what is no quote, or one of a later schema.
    """
    return saved_answer(read_document(path))


def saved_answer(tree: Tree) -> SavedAnswer:
    """The quote or quotes in a tree, as `read_saved_quote` gives them."""
    if (other := not_a_quote(tree)) is not None:
        raise InvalidInput([*tree.findings, other])
    return _one(tree) if tree.at(("schema",)) == QUOTE else _several(tree)


def not_a_quote(tree: Tree) -> Finding | None:
    """Why a file is no saved quote that this release can read: another kind, or a later schema."""
    stated = tree.at(("schema",))
    if stated in (QUOTE, QUOTES):
        return None
    spot = tree.spot(("schema",))
    known = known_before(stated, (QUOTE, QUOTES)) if isinstance(stated, str) else None
    if known is None:
        values = {"known": (QUOTE, QUOTES), "value": stated}
        return Finding("not-a-quote", spot, values)
    version = tree.at(("tool_version",))
    by = version if isinstance(version, str) and len(version) <= len(QUOTE) else None
    return Finding("schema-newer", spot, {"value": stated, "known": known, "near": by})


def wrong_sums(tree: Tree) -> list[Finding]:
    """Every figure that others contradict, in a tree that has the shape of a quote or of quotes."""
    return [each for each in saved_answer(tree).faults if each.code not in SEAL_CODES]


def _one(tree: Tree) -> SavedAnswer:
    document, seal = _document(tree), check_seal(tree)
    saved: SavedQuote = _shaped(SavedQuote, tree)
    evidence = _evidence(tree, saved)
    return SavedAnswer(
        file=tree.file,
        document=document,
        quotes=(evidence,),
        request=evidence.request,
        origin=evidence.origin,
        faults=(*seal, *_contradictions(tree, saved, evidence)),
    )


def _several(tree: Tree) -> SavedAnswer:
    if found := _too_many(tree):
        raise InvalidInput(found)
    document, seal = _document(tree), check_seal(tree)
    shaped: SavedQuotes = _shaped(SavedQuotes, tree)
    trees = quotes_in(tree)
    quotes = [_evidence(each, saved) for each, saved in zip(trees, shaped.quotes, strict=True)]
    request, _ = request_from(tree.below("request"))
    parts = zip(trees, shaped.quotes, quotes, strict=True)
    wrong = [each for part in parts for each in _contradictions(*part)]
    return SavedAnswer(
        file=tree.file,
        document=document,
        quotes=tuple(quotes),
        request=request,
        origin=origin_of_several(shaped),
        is_several=True,
        refused=tuple(restore_refusal(each) for each in shaped.refused),
        faults=(*seal, *wrong),
    )


def _document(tree: Tree) -> dict[str, object]:
    """The content as it was read; the checks of its shape may take numbers in it for text."""
    assert isinstance(tree.value, dict)  # anything else has no schema
    return {**deepcopy(tree.value)}


def _shaped(record: type[Any], tree: Tree) -> Any:
    """The content in its shape; InvalidInput with all that is wrong with it."""
    from hp_priority_cli.readers.validate import validate

    found, findings = validate(record, tree)
    findings += shape_findings(tree)
    if found is None or any(each.severity == "error" for each in findings):
        raise InvalidInput(findings[: MOST_FINDINGS + 1])
    return found


def _too_many(tree: Tree) -> list[Finding]:
    """That a document holds more quotes than there can be terms, where it does."""
    quotes = tree.at(("quotes",))
    if not isinstance(quotes, list) or len(quotes) <= MOST_TERMS:
        return []
    return [Finding("too-many-values", tree.spot(("quotes",)), {"limit": MOST_TERMS})]


def shape_findings(tree: Tree) -> list[Finding]:
    """What the types of a saved quote cannot say: what is no amount, no step, no condition."""
    quotes = tree.at(("quotes",))
    if not isinstance(quotes, list):
        return [*wrong_figures(tree), *wrong_statements(tree)]
    if len(quotes) > MOST_TERMS:
        return _too_many(tree)
    return [finding for each in quotes_in(tree) for finding in shape_findings(each)]


def _evidence(tree: Tree, saved: SavedQuote) -> Evidence:
    request, _ = request_from(tree.below("request"))
    return restore_quote(saved, request)


def _contradictions(tree: Tree, saved: SavedQuote, evidence: Evidence) -> Iterator[Finding]:
    """Every figure that the others in a quote contradict, at its place in the file."""
    quote = evidence.quote
    decimals = None if quote.book is None else minor_units(quote.book.currency)
    smallest = None if decimals is None else Decimal(1).scaleb(-decimals)
    request = evidence.request
    for each in (*contradictions(quote, request, smallest), *repeats(saved, request)):
        stated, expected = _in_json(each.stated), _in_json(each.expected)
        shown = f'"{expected}"' if isinstance(expected, str) else _WORDS.get(expected, expected)
        values = {"where": dotted(each.path), "value": stated, "expected": shown}
        yield Finding(each.code, tree.spot(each.path), values)


_WORDS: Mapping[object, object] = {None: "null", True: "true", False: "false"}


def _in_json(value: object) -> int | str | None:
    """A value as the file holds it, several as one text."""
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, tuple):
        return ", ".join(str(each) for each in value)
    return value.isoformat() if isinstance(value, date) else str(value)
