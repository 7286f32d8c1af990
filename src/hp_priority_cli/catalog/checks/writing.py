"""The texts of a data file: whole, in both languages, in characters that are what they seem."""

import re
import unicodedata
from collections.abc import Callable, Iterator

from hp_priority_cli.catalog.checks.characters import (
    described,
    foreign_letters,
    hidden_characters,
)
from hp_priority_cli.catalog.checks.complaint import SKUS, Complaint
from hp_priority_cli.catalog.checks.slips import doubled_word, markup, unpaired_bracket
from hp_priority_cli.errors import Path
from hp_priority_cli.readers.tree import Plain, Tree

_WITH_A_FORM = frozenset(["id", "sku", "code", "tag", "edition"])
"""Keys whose values have a form of their own, which an empty text has not."""
_LANGUAGES = ("en", "fr")
_PROSE = frozenset(["says", "summary", "adopted", "other", "question", "description"])
_NATIVE = frozenset(["also", "ambiguous_names"])
"""Keys under which a name may stand in any script."""
_MOJIBAKE = re.compile(r"[ÃÂ][\x80-\xbf]|â€|ï»¿|ï¿½|\ufffd")
_UNFINISHED = re.compile(r"\b(?:TODO|TBD|TBC|FIXME|XXX)\b|\?\?\?|\blorem ipsum\b", re.IGNORECASE)
_CUT_OFF = frozenset(",;:(-–—&/")
_STRAY_SPACE = re.compile(r"^\s|\s$|[^\S\n]{2}")


def writing(file: str, tree: Tree) -> Iterator[Complaint]:
    """Everything that is wrong with single texts, wherever they stand in a file."""
    for path, text in texts(tree.value, ()):
        for check in _CHECKS:
            yield from check(file, path, text)


def texts(value: Plain, path: Path) -> Iterator[tuple[Path, str]]:
    """Every text in what a file holds, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from texts(item, (*path, key))
    elif isinstance(value, list):
        for n, item in enumerate(value):
            yield from texts(item, (*path, n))


def _empty(file: str, path: Path, text: str) -> Iterator[Complaint]:
    if not text.strip() and path[-1] not in _WITH_A_FORM:
        yield Complaint(file, path, "empty-text")


def _characters(file: str, path: Path, text: str) -> Iterator[Complaint]:
    if text.isascii() and text.isprintable():
        return
    hidden = hidden_characters(text)
    if hidden:
        yield Complaint(file, path, "hidden-character", {"characters": described(hidden)})
    foreign = foreign_letters(text, mixed_only=bool(_NATIVE & set(path)))
    if foreign:
        yield Complaint(file, path, "look-alike-letter", {"characters": described(foreign)})
    if _MOJIBAKE.search(text):
        yield Complaint(file, path, "mojibake", {"value": text})
    if not unicodedata.is_normalized("NFC", text):
        yield Complaint(file, path, "not-composed")


def _spaces(file: str, path: Path, text: str) -> Iterator[Complaint]:
    if not text.strip():
        return
    if "\n" in text.strip():
        yield Complaint(file, path, "line-break")
    elif _STRAY_SPACE.search(text):
        yield Complaint(file, path, "stray-space")


def _unfinished(file: str, path: Path, text: str) -> Iterator[Complaint]:
    found = _UNFINISHED.search(text)
    if found:
        yield Complaint(file, path, "unfinished-text", {"text": found.group()})


def _end(file: str, path: Path, text: str) -> Iterator[Complaint]:
    """A sentence that does not end, a question without its mark, a name that should go on."""
    key = path[-2] if path[-1] in _LANGUAGES else path[-1]
    last = text.strip()[-1:]
    if file != SKUS and key in _PROSE:  # the description of a part is no sentence
        ends = "?" if key == "question" else ".!?…"
        if last and last not in ends:
            yield Complaint(file, path, "sentence-without-end")
    elif last in _CUT_OFF and path[-1] in (*_LANGUAGES, "name"):
        yield Complaint(file, path, "cut-off")


_CHECKS: tuple[Callable[[str, Path, str], Iterator[Complaint]], ...] = (
    _empty,
    _characters,
    _spaces,
    _unfinished,
    _end,
    doubled_word,
    markup,
    unpaired_bracket,
)
