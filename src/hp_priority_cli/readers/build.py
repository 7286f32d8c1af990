"""Plain values to frozen records by their type hints, without Pydantic: the quick road.

It takes what is right and says no more than `Mismatch` to the rest; `validate` then finds out what
is wrong and where. Both roads give equal records, and a test holds them to it.
"""

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from hp_priority_cli.readers.scalars import parse_date

Record = TypeVar("Record")


class Mismatch(Exception):
    """The values are not of the record's shape."""


def build(record: type[Record], value: object) -> Record:
    """The record that `value` (mappings, lists, scalars) spells out; else Mismatch."""
    built: Record = _record(record, value)
    return built


@cache
def _shape(record: Any) -> tuple[dict[str, Any], frozenset[str]]:
    """The fields of a record with their types, and those that must be given."""
    required = (f.name for f in fields(record) if f.default is MISSING is f.default_factory)
    return get_type_hints(record), frozenset(required)


def _record(record: Any, value: object) -> Any:
    if not isinstance(value, dict):
        raise Mismatch
    hints, required = _shape(record)
    if not required <= value.keys() <= hints.keys():
        raise Mismatch
    return record(**{key: _value(hints[key], item) for key, item in value.items()})


def _value(hint: Any, value: object) -> Any:
    if is_dataclass(hint):
        return _record(hint, value)
    if hint is date:
        return _date(value)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return None if value is None else _value(arguments[0], value)
    if origin in _COLLECTIONS:
        return _COLLECTIONS[origin](arguments, value)
    return _exactly(hint, value)


def _exactly(scalar: type, value: object) -> object:
    if type(value) is not scalar:
        raise Mismatch
    return value


def _one_of(choices: tuple[Any, ...], value: object) -> object:
    if value not in choices:
        raise Mismatch
    return value


def _date(value: object) -> date:
    day = parse_date(value) if isinstance(value, str) else None
    if day is None:
        raise Mismatch
    return day


def _items(arguments: tuple[Any, ...], value: object) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise Mismatch
    return tuple(_value(arguments[0], item) for item in value)


def _mapping(arguments: tuple[Any, ...], value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Mismatch
    return {key: _value(arguments[1], item) for key, item in value.items()}


_COLLECTIONS: dict[Any, Callable[[tuple[Any, ...], object], Any]] = {
    Literal: _one_of,
    tuple: _items,
    Mapping: _mapping,
}
