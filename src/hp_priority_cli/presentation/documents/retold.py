"""A saved answer as JSON in another language: its sentences change and their hash, no more."""

from collections.abc import Mapping
from typing import Any

from hp_priority_cli.evidence.seal import SEAL, sealed
from hp_priority_cli.presentation.documents.plain import Document

SENTENCES = frozenset({"message", "question", "remedy", "name", "description", "label"})
"""The keys that hold sentences, and change with the language."""


def retold(saved: Mapping[str, Any], told: Mapping[str, Any]) -> Document:
    """The saved document with the sentences of `told`, the same answer told anew.

    All else stays as it is, keys of a later release among it; what had a seal is sealed again.
    """
    found: Document = _merged(saved, told)
    return found


def _merged(saved: Any, told: Any) -> Any:
    if isinstance(saved, list) and isinstance(told, list) and len(saved) == len(told):
        return [_merged(*pair) for pair in zip(saved, told, strict=True)]
    if not isinstance(saved, Mapping) or not isinstance(told, Mapping):
        return saved
    document = {
        key: told[key] if _is_sentence(key, value, told) else _merged(value, told.get(key))
        for key, value in saved.items()
    }
    if isinstance(document.get(SEAL), Mapping):  # its own; that of a revised quote is a text
        del document[SEAL]
        return sealed(document)
    return document


def _is_sentence(key: str, value: object, told: Mapping[str, Any]) -> bool:
    """Whether a value is a sentence that was told anew."""
    return key in SENTENCES and isinstance(value, str) and isinstance(told.get(key), str)
