"""Text from outside made harmless for a screen: nothing in it can move, colour, hide or reorder."""

import unicodedata

_REORDERING = frozenset(
    "\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def clean(text: str) -> str:
    r"""The text with control and reordering characters spelled out (`\x1b`), all else untouched."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_spelled(char) for char in text)


def _spelled(char: str) -> str:
    if char in _REORDERING or unicodedata.category(char) in ("Cc", "Cs", "Co", "Cn"):
        return char.encode("unicode_escape", "surrogatepass").decode("ascii")
    return char
