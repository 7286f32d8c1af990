"""What others say went wrong, an operating system, a reader of YAML or CSV, in our sentences."""

import re

from hp_priority_cli.presentation.phrases import Phrases

_KNOWN = (
    "no-such-file-or-directory",
    "permission-denied",
    "is-a-directory",
    "not-a-directory",
    "no-space-left-on-device",
    "read-only-file-system",
    "file-name-too-long",
    "too-many-levels-of-symbolic-links",
    "invalid-argument",
    "field-larger-than-field-limit",
    "unexpected-end-of-data",
    "expected-after",
    "mapping-values-are-not-allowed-in-this-context",
    "block-sequence-entries-are-not-allowed-in-this-context",
    "mapping-keys-are-not-allowed-in-this-context",
    "did-not-find-expected-or",
    "did-not-find-expected-key",
    "did-not-find-expected-indicator",
    "did-not-find-expected-node-content",
    "did-not-find-expected-document-start",
    "could-not-find-expected",
    "found-unexpected-end-of-stream",
    "found-unexpected-document-indicator",
    "found-unknown-escape-character",
    "found-character-that-cannot-start-any-token",
    "found-a-tab-character-where-an-indentation-space-is-expected",
    "found-a-tab-character-that-violates-indentation",
)
_NO_WORD = re.compile(r"[^a-z]+")


def reason(text: str, phrases: Phrases) -> str:
    """A reason in the language of the sentences; one that is not known, as it was given."""
    slug = _NO_WORD.sub("-", text.casefold()).strip("-")
    return phrases.say(f"reason.{slug}") if slug in _KNOWN else text
