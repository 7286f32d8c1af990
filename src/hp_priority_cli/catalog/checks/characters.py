"""Characters that are not what they look like: unseen ones, and letters of another script."""

import re
import unicodedata

_BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\ufe0e\ufe0f\uffa0")
"""Characters that Unicode counts as visible and that show nothing."""
_MOST = 5
"""Whoever sees so many of them looks at the text itself."""
_WORD = re.compile(r"\w+")


def hidden_characters(text: str) -> tuple[str, ...]:
    """The characters of a text that nobody sees, line ends and spaces aside, each once."""
    if text.isascii() and text.isprintable():
        return ()
    return tuple(char for char in dict.fromkeys(text) if _is_hidden(char))


def _is_hidden(char: str) -> bool:
    if char in _BLANK_LETTERS:
        return True
    ends_a_line = char in "\n\x85\u2028\u2029"  # the reader tells of the odd ones
    return not char.isprintable() and not ends_a_line and unicodedata.category(char) != "Zs"


def foreign_letters(text: str, *, mixed_only: bool = False) -> tuple[str, ...]:
    """The letters and digits of a text that are not Latin, each once.

    `mixed_only` passes over words that are wholly of another script, such as `中国`.
    """
    if text.isascii() or not any(map(_is_foreign, set(text))):
        return ()
    found: list[str] = []
    for word in _WORD.findall(text):
        letters = [char for char in word if _is_foreign(char)]
        if letters and not (mixed_only and len(letters) == len(word)):
            found += letters
    return tuple(dict.fromkeys(found))


def _is_foreign(char: str) -> bool:
    if char.isascii() or char in _BLANK_LETTERS or not (char.isalpha() or char.isdecimal()):
        return False
    return not unicodedata.name(char, "").startswith("LATIN ")


def described(chars: tuple[str, ...]) -> str:
    """The characters by their code points and names: `U+200B ZERO WIDTH SPACE`."""
    named = [f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip() for char in chars[:_MOST]]
    return ", ".join([*named, "…"] if len(chars) > _MOST else named)
