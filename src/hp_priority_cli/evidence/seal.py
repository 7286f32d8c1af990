"""The seal of a saved quote, so that nothing in it changes unseen: a hash of its facts, which is
the same in every language, and one of the whole with its sentences.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from hp_priority_cli.errors import Finding, InvalidInput
from hp_priority_cli.readers.tree import Tree

QUOTE, QUOTES = "hp-priority/quote@1", "hp-priority/quotes@1"
"""The schemas of the files that hold quotes."""
SEAL = "seal"
"""The key of the seal, the last one of a document."""
MOST_TERMS = 100
"""How many quotes one document can hold: a term more is no year that anybody sells."""
_SENTENCES = ("message", "question", "remedy", "name", "description", "label")
"""The keys that hold sentences, in the language of whoever saved the document."""
SEAL_CODES = ("seal-broken", "seal-missing")
"""What can be wrong with a seal."""


def sealed(document: Mapping[str, Any]) -> dict[str, Any]:
    """A document with its seal as the last key."""
    return {**document, SEAL: seal_of(document)}


def seal_of(document: Mapping[str, Any]) -> dict[str, str]:
    """The seal of a document: the SHA-256 of its facts, and as `label` that of all it says.

    Each is that of the document without its seal as JSON in UTF-8, keys in order and no space
    between, so how the file is laid out does not change it; the facts are without their sentences,
    so the language does not either. What UTF-8 cannot hold is taken as it is written.
    """
    rest = {key: value for key, value in document.items() if key != SEAL}
    return {"sha256": _hash(_facts(rest)), "label": _hash(rest)}


def _hash(content: object) -> str:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _facts(value: object) -> object:
    """A value at every depth without the sentences in it, which follow from the codes."""
    if isinstance(value, Mapping):
        return {key: _facts(item) for key, item in value.items() if not _is_said(key, item)}
    return [_facts(item) for item in value] if isinstance(value, (list, tuple)) else value


def _is_said(key: str, value: object) -> bool:
    return key in _SENTENCES and (value is None or isinstance(value, str))


def check_seal(tree: Tree) -> list[Finding]:
    """What is wrong with the seal of a document, or of the ones in it: broken, or not there.

    Where the seal of one within is broken, that of the whole is as well, and is not told again.
    """
    findings = [finding for each in quotes_in(tree) for finding in check_seal(each)]
    return findings or _of_this(tree)


def quotes_in(tree: Tree) -> list[Tree]:
    """The quotes in a document that holds several, as far as there can be so many terms."""
    quotes = tree.at(("quotes",))
    count = min(len(quotes), MOST_TERMS) if isinstance(quotes, list) else 0
    return [tree.below("quotes", n) for n in range(count)]


def refuse_without_seal(tree: Tree) -> None:
    """Raise InvalidInput for a saved quote whose seal is broken or gone; others are taken."""
    if tree.at(("schema",)) in (QUOTE, QUOTES) and (findings := check_seal(tree)):
        raise InvalidInput(findings)


def _of_this(tree: Tree) -> list[Finding]:
    stated = tree.at((SEAL,))
    if not isinstance(tree.value, dict) or SEAL not in tree.value:
        return [Finding("seal-missing", tree.spot(()))]
    # A number with decimals is never written: somebody took an amount out of its quotes.
    if tree.numbers or stated != seal_of(tree.value):
        return [Finding("seal-broken", tree.spot((SEAL,)))]
    return []
