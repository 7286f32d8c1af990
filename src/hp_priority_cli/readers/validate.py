"""Pydantic at the border: a tree to a frozen record, or every finding with its place.

Values are validated as JSON in strict mode: a number in quotes is no number, `yes` no truth value,
and an unknown key an error with the nearest known one. A field `from_` is the key `from`.
"""

import json
import types
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import fields, is_dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from hp_priority_cli.errors import MOST_FINDINGS, Finding, Path
from hp_priority_cli.readers.tree import Tree, dotted, key_of

Record = TypeVar("Record")

_WANTED = {
    "string_type": "text",
    "int_type": "whole-number",
    "int_from_float": "whole-number",
    "bool_type": "truth-value",
    "date_type": "date",
    "date_parsing": "date",
    "date_from_datetime_inexact": "date",
    "decimal_type": "decimal",
    "decimal_parsing": "decimal",
    "tuple_type": "list",
    "dict_type": "mapping",
    "dataclass_type": "mapping",
}
_UNKNOWN = ("unexpected_keyword_argument", "extra_forbidden")


def validate(
    record: type[Record], tree: Tree, most: int = MOST_FINDINGS
) -> tuple[Record | None, list[Finding]]:
    """The record in `tree`, and all that is wrong, the reader's own findings first.

    The record is there too where nothing is wrong but what can be passed over: an unknown key, or
    what the reader passed over. A bare number where text is wanted is taken as written. Traps (see
    `Tree`) that ended in a text are added as findings `trap`; the caller decides how severe they
    are. Of more than `most` errors one too many is given, so that the caller can say so.
    """
    built, errors = _attempt(record, tree)
    if errors and _take_numbers_as_text(tree, errors):
        built, errors = _attempt(record, tree)
    flagged = {finding.spot for finding in tree.findings}
    findings = list(tree.findings)
    for error in errors[: most + 1]:
        finding = _finding(record, tree, error)
        if finding.spot not in flagged:
            findings.append(finding)
    findings += _traps(record, tree)
    if errors and all(error["type"] in _UNKNOWN for error in errors):
        built = _sound_part(record, tree, errors)
    return built, findings


def sound_part(record: type[Record], tree: Tree) -> Record | None:
    """The record of what is right in `tree`: without unknown keys, and without the keys at the top
    beneath which something is wrong. None where it cannot do without one of them.
    """
    built, errors = _attempt(record, tree)
    sound: Record | None = _sound_part(record, tree, errors) if errors else built
    return sound


def _sound_part(record: Any, tree: Tree, errors: list[ErrorDetails]) -> Any:
    if not isinstance(tree.value, dict):
        return None
    rest = Tree(tree.file, deepcopy(tree.value))
    for error in errors:
        path: Path = error["loc"] if error["type"] in _UNKNOWN else error["loc"][:1]
        holder: Any = rest.at(path[:-1])
        if path and isinstance(holder, dict):
            holder.pop(path[-1], None)
    built, _ = _attempt(record, rest)
    return built


def _attempt(record: Any, tree: Tree) -> tuple[Any, list[ErrorDetails]]:
    try:
        built, errors = adapter(record).validate_json(json.dumps(tree.value), strict=True), []
    except ValidationError as error:
        built, errors = None, error.errors(include_url=False)
    errors += _timestamps(record, tree, errors)
    return (None if errors else built), errors


@cache
def adapter(record: Any) -> TypeAdapter[Any]:
    """The Pydantic validator of a record type.

    Unknown fields are refused at every depth, save in a record that says otherwise of itself.
    """
    settings = ConfigDict(extra="forbid", alias_generator=key_of)
    for part in _records_in(record, set()):
        if "__pydantic_config__" not in vars(part):
            part.__pydantic_config__ = settings  # type: ignore[attr-defined]
    return TypeAdapter(record)


def _records_in(hint: Any, seen: set[type]) -> set[type]:
    if isinstance(hint, type) and is_dataclass(hint):
        if hint not in seen:
            seen.add(hint)
            for inner in get_type_hints(hint).values():
                _records_in(inner, seen)
    else:
        for inner in get_args(hint):
            _records_in(inner, seen)
    return seen


def _take_numbers_as_text(tree: Tree, errors: list[ErrorDetails]) -> bool:
    """Turn whole numbers that stand where text is wanted into the text they were written as."""
    changed = False
    for error in errors:
        path: Path = error["loc"]
        value = tree.at(path)
        if error["type"] == "string_type" and type(value) is int and path:
            holder: Any = tree.at(path[:-1])
            holder[path[-1]] = tree.traps[path] = str(value)
            changed = True
    return changed


def _timestamps(record: Any, tree: Tree, errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Numbers in quotes where a day belongs: Pydantic takes them for seconds since 1970."""
    known = {error["loc"] for error in errors}
    return [
        ErrorDetails(type="date_parsing", loc=path, msg="", input=text)
        for path in tree.values
        if isinstance(text := tree.at(path), str)
        and text.lstrip("+-").isdigit()
        and path not in known
        and _hint_at(record, path) is date
    ]


def _finding(record: type, tree: Tree, error: ErrorDetails) -> Finding:
    path: Path = error["loc"]
    kind = error["type"]
    values: dict[str, object]
    if kind in _UNKNOWN:
        known = _keys_at(record, path[:-1])
        key = str(path[-1])
        near = _deeper(_hint_at(record, path[:-1]), key) or _near(key, known)
        values = {"key": key, "near": near, "known": known}
        return Finding("unknown-key", tree.spot(path, of_key=True), values)
    if kind == "missing":
        return Finding("missing-key", tree.spot(path), {"key": str(path[-1])})
    if kind == "literal_error":
        choices = tuple(str(choice) for choice in get_args(_hint_at(record, path)))
        value = tree.at(path)
        near = _near(value, choices, cutoff=0.75) if isinstance(value, str) else None
        values = {"value": value, "choices": choices, "near": near}
        return Finding("not-a-choice", tree.spot(path), values)
    if not path:
        return Finding("not-a-mapping", tree.spot(path))
    values = {"where": dotted(path), "value": tree.at(path), "wanted": _WANTED.get(kind, kind)}
    return Finding("wrong-type", tree.spot(path), values)


def _near(word: str, known: tuple[str, ...], cutoff: float = 0.6) -> str | None:
    found = get_close_matches(word.casefold(), known, n=1, cutoff=cutoff)
    return found[0] if found else None


def _deeper(record: Any, key: str) -> str | None:
    """Where one level further in a key belongs: `pcs` is known as `installed_base.pcs`."""
    for name, hint in get_type_hints(record).items() if is_dataclass(record) else ():
        inner = _hint_at(hint, ())
        if is_dataclass(inner) and key in {key_of(field.name) for field in fields(inner)}:
            return f"{key_of(name)}.{key}"
    return None


def _keys_at(record: type, path: Path) -> tuple[str, ...]:
    hint = _hint_at(record, path)
    return tuple(key_of(f.name) for f in fields(hint)) if is_dataclass(hint) else ()


def _hint_at(hint: Any, path: Path) -> Any:
    """The type that stands at `path` below a record type, `X | None` read as `X`."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _hint_at(arguments[0], path)
    if not path:
        return hint
    if is_dataclass(hint):
        record: Any = hint
        return _hint_at(_hints(record).get(str(path[0])), path[1:])
    if origin is tuple:
        return _hint_at(arguments[0], path[1:])
    if origin is Mapping:
        return _hint_at(arguments[1], path[1:])
    return None


@cache
def _hints(record: Any) -> dict[str, Any]:
    """The types of the fields of a record, by the key of each."""
    return {key_of(name): hint for name, hint in get_type_hints(record).items()}


def _traps(record: type, tree: Tree) -> list[Finding]:
    return [
        Finding("trap", tree.spot(path), {"text": text})
        for path, text in tree.traps.items()
        if (hint := _hint_at(record, path)) is str or get_origin(hint) is Literal
    ]
