"""Texts in both languages say the same, each in its own."""

import re
from collections.abc import Iterator

from hp_priority_cli.catalog.checks.complaint import SKUS, Complaint
from hp_priority_cli.catalog.checks.figures import figures
from hp_priority_cli.errors import Path
from hp_priority_cli.readers.tree import Plain, Tree

_LANGUAGES = ("en", "fr")
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_WORDS = 3
"""Shorter texts may well be the same in both languages: a name, `Exclusions`, `Note 1`."""
_SMALL_WORDS = {
    "en": frozenset("the of and is are to with for not its by from which has have be".split()),
    "fr": frozenset("le la les des du et est sont une dans pour avec ne pas qui que au".split()),
}


def bilingual(file: str, tree: Tree) -> Iterator[Complaint]:
    """Two texts that are one, a text in the wrong language, and figures that differ."""
    for path, en, fr in pairs(tree.value, ()):
        if en == fr and len(_WORD.findall(en)) >= _LEAST_WORDS:
            yield Complaint(file, (*path, "fr"), "not-translated")
            continue
        for language, text, other in (("en", en, "fr"), ("fr", fr, "en")):
            if _is_in(other, text) and not _small_words(language, text):
                values = {"key": language}
                yield Complaint(file, (*path, language), "wrong-language", values)
        if figures(en) != figures(fr):
            different = sorted(figures(en) ^ figures(fr), key=int)
            yield Complaint(file, path, "figures-differ", {"figures": ", ".join(different)})


def pairs(value: Plain, path: Path) -> Iterator[tuple[Path, str, str]]:
    """Every text in both languages, with the path of the pair."""
    if isinstance(value, dict):
        en, fr = (value.get(language) for language in _LANGUAGES)
        if value.keys() == set(_LANGUAGES) and isinstance(en, str) and isinstance(fr, str):
            yield path, en, fr
            return
        for key, item in value.items():
            yield from pairs(item, (*path, key))
    elif isinstance(value, list):
        for n, item in enumerate(value):
            yield from pairs(item, (*path, n))


def _small_words(language: str, text: str) -> list[str]:
    return [word for word in _WORD.findall(text.casefold()) if word in _SMALL_WORDS[language]]


def _is_in(language: str, text: str) -> bool:
    return len(_small_words(language, text)) >= _LEAST_WORDS


def repeated_texts(file: str, tree: Tree) -> Iterator[Complaint]:
    """A sentence that stands twice in a file: copied, and not yet changed."""
    seen: set[str] = set()
    for path, en, _ in pairs(tree.value, ()) if file != SKUS else ():  # no sentences there
        if len(_WORD.findall(en)) > _LEAST_WORDS and path[-1] != "section":
            if en in seen:
                yield Complaint(file, (*path, "en"), "text-twice")
            seen.add(en)


def repeated_items(file: str, tree: Tree) -> Iterator[Complaint]:
    """A word that stands twice in a list of words."""
    yield from _repeated_items(file, tree.value, ())


def _repeated_items(file: str, value: Plain, path: Path) -> Iterator[Complaint]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _repeated_items(file, item, (*path, key))
    elif isinstance(value, list):
        seen: set[str] = set()
        for n, item in enumerate(value):
            if isinstance(item, str):
                if item in seen:
                    yield Complaint(file, (*path, n), "duplicate-item", {"id": item})
                seen.add(item)
            else:
                yield from _repeated_items(file, item, (*path, n))
