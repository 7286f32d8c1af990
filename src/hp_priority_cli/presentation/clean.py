"""Text from outside made harmless for a screen: nothing in it can move, colour, hide or reorder."""

import unicodedata

_MARKS = "\u061c\u200e\u200f\u2028\u2029"
_REORDERING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_UNSEEN = "\u00ad\u200b\u2060\ufeff"
"""Characters of no width that join no letters: whoever reads `700` could not tell what is wrong."""
_SPELLED = frozenset(_MARKS + _REORDERING + _UNSEEN)


def clean(text: str) -> str:
    r"""The text with what moves, colours, hides or reorders spelled out (`\x1b`), no more."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_spelled(char) for char in text)


def _spelled(char: str) -> str:
    if char in _SPELLED or unicodedata.category(char) in ("Cc", "Cs", "Co", "Cn"):
        return char.encode("unicode_escape", "surrogatepass").decode("ascii")
    return char
