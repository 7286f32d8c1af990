"""Text that runs from right to left, set apart so that it moves nothing that stands beside it."""

import re

_LETTERS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_BESIDE = "A-Za-z\u00c0-\u024f;,()"
_RUN = re.compile(f"[{_LETTERS}](?:[^{_BESIDE}]*[{_LETTERS}])?", re.DOTALL)
"""Such letters and what stands between them, as far as the next letter or sign of a sentence."""


def set_apart(text: str, before: str, after: str) -> str:
    """The text with a mark before and after each run from right to left."""
    return _RUN.sub(lambda run: f"{before}{run[0]}{after}", text)
