"""Slips of the pen in single texts: a word typed twice, markup nothing renders, a lone bracket.

Each may be meant, so each is a warning.
"""

import re
from collections.abc import Iterator

from hp_priority_cli.catalog.checks.complaint import Complaint
from hp_priority_cli.errors import Path

_DOUBLED = re.compile(r"(?<![\w'’-])([^\W\d_]+)\s+\1(?![\w'’-])", re.IGNORECASE)
_MEANT_TWICE = frozenset(["nous", "vous", "that", "had"])
"""Words that rightly stand twice in a row: "nous nous engageons", "the part that that tier has"."""
_MARKUP = re.compile(
    r"</?[A-Za-z][^<>]*>"  # a tag of HTML
    r"|&(?:[A-Za-z]\w*|#\d+|#[xX][0-9A-Fa-f]+);"  # an entity
    r"|(\*\*|__)(?=\S).{1,200}?(?<=\S)\1"  # bold; a bound, lest a hostile text take long
    r"|\[[^\[\]]+\]\([^()\s]+\)"  # a link
    r"|`[^`]+`"  # code
)
_PARTNERS = {")": "(", "]": "[", "}": "{", "»": "«"}
_OPENING = frozenset(_PARTNERS.values())
_OF_A_LIST = re.compile(r"(?:^|(?<=[\s;,:]))(?:\d{1,2}|[A-Za-z])\)(?=\s)")
"""The mark of an item, as in "1) a fleet; 2) a desk": its bracket was never opened."""


def doubled_word(file: str, path: Path, text: str) -> Iterator[Complaint]:
    """The first word that stands twice in a row, in whatever case, and is not meant to."""
    for found in _DOUBLED.finditer(text):
        if found[1].casefold() not in _MEANT_TWICE:
            yield Complaint(file, path, "doubled-word", {"text": found.group()})
            return


def markup(file: str, path: Path, text: str) -> Iterator[Complaint]:
    """The first sign of HTML or Markdown: texts are shown as they stand."""
    found = _MARKUP.search(text)
    if found:
        yield Complaint(file, path, "markup", {"text": found.group()})


def unpaired_bracket(file: str, path: Path, text: str) -> Iterator[Complaint]:
    """The first bracket, or French quotation mark, whose partner is missing."""
    alone = _alone(text)
    if alone is not None:
        yield Complaint(file, path, "unpaired-bracket", {"character": alone})


def _alone(text: str) -> str | None:
    """The first bracket without its partner; the mark of an item closes nothing."""
    waiting: list[str] = []
    marks = {found.end() - 1 for found in _OF_A_LIST.finditer(text)}
    for n, character in enumerate(text):
        if character in _OPENING:
            waiting.append(character)
        elif character in _PARTNERS and waiting[-1:] == [_PARTNERS[character]]:
            waiting.pop()
        elif character in _PARTNERS and n not in marks:
            return waiting[-1] if _PARTNERS[character] in waiting else character
    return waiting[0] if waiting else None
