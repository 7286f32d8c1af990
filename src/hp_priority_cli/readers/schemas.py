"""The JSON Schema of a file or document, read off its type hints and the texts under its fields.

Pydantic would write one too, but for a single draft, in other bytes with each version, and on
Python 3.11 not for a typed dictionary. Here is one form that readers of draft-07 and of 2020-12
take alike: `definitions`, which the later draft still knows, and nothing beside a `$ref`.
"""

import types
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import (
    Annotated,
    Any,
    Literal,
    NotRequired,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from hp_priority_cli.readers.explained import Explained, explained, title_of
from hp_priority_cli.readers.scalars import DATE_FORM, Above, Between, Form
from hp_priority_cli.readers.tree import key_of

Schema = dict[str, Any]
_DIALECT = "http://json-schema.org/draft-07/schema#"
_DATE: Schema = {"type": "string", "format": "date", "pattern": f"^{DATE_FORM}$"}
_PLAIN: Mapping[Any, Schema] = {
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    date: _DATE,
    object: {},
    Any: {},
}
_DECIMAL: Schema = {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}
_DECIMAL_IN: Schema = {"type": ["number", "string"]}
"""A decimal as people write it, in quotes or not; how a text may spell it is said in words."""
_LIMITS = {
    "number": ("minimum", "maximum"),
    "integer": ("minimum", "maximum"),
    "array": ("minItems", "maxItems"),
    "string": ("minLength", "maxLength"),
}


@dataclass(frozen=True, slots=True)
class MoreKeys:
    """Marks, as `Annotated[Values, MoreKeys()]`, a mapping that holds other keys as well."""


def schema_of_input(record: Any, bare_number: str = "integer") -> Schema:
    """The schema of a file that people write; what has a default may be left out.

    Where text is wanted, the readers take a bare number as it was written; a reader that types what
    it reads sees a number of the kind `bare_number`, so that is accepted beside text.
    """
    return _Writer({"type": ["string", bare_number]}, _DECIMAL_IN, every_key=False).document(record)


def schema_of_output(record: Any) -> Schema:
    """The schema of a document that the tool writes; every key is there unless `NotRequired`."""
    return _Writer({"type": "string"}, _DECIMAL, every_key=True).document(record)


class _Writer:
    """One schema in the making, with the definitions that it refers to."""

    def __init__(self, text: Schema, decimal: Schema, *, every_key: bool) -> None:
        self.plain: Mapping[Any, Schema] = {**_PLAIN, str: text, Decimal: decimal}
        self.every_key = every_key
        self.definitions: dict[str, Schema] = {}

    def document(self, record: Any) -> Schema:
        schema = {"$schema": _DIALECT, **self.record(record)}
        definitions = dict(sorted(self.definitions.items()))
        return schema | ({"definitions": definitions} if definitions else {})

    def record(self, record: Any) -> Schema:
        hints = {
            key_of(name): hint for name, hint in get_type_hints(record, include_extras=True).items()
        }
        texts = {key_of(name): said for name, said in explained(record).items()}
        return {
            "title": title_of(record.__name__),
            "description": texts[""].text,
            "type": "object",
            "properties": {
                key: self.property(key, hint, texts.get(key), _defaults(record).get(key))
                for key, hint in hints.items()
            },
            "required": [key for key in hints if self.is_required(record, key)],
            "additionalProperties": False,
        }

    def is_required(self, record: Any, key: str) -> bool:
        if is_typeddict(record):
            return key in {key_of(name) for name in record.__required_keys__}
        return self.every_key or key not in _defaults(record)

    def property(self, key: str, hint: Any, said: Explained | None, default: object) -> Schema:
        texts: Schema = {"title": title_of(key)}
        said = said or _said_in(hint)
        if said is not None:
            texts["description"] = said.text
        schema = self.value(hint)
        if "$ref" in schema:  # draft-07 passes over whatever stands beside a reference
            schema = {"allOf": [schema]}
        if not self.every_key and default not in (None, MISSING):
            schema["default"] = default
        if said is not None and said.examples:
            schema["examples"] = list(said.examples)
        return texts | schema

    def value(self, hint: Any) -> Schema:
        """The schema of a value of one type."""
        write = {
            Annotated: self.limited,
            Literal: _choice,
            Mapping: self.mapping,
            NotRequired: lambda arguments: self.value(arguments[0]),
            Union: self.union,
            types.UnionType: self.union,
            list: self.items,
            tuple: self.items,
        }.get(get_origin(hint))
        return self.named(hint) if write is None else write(get_args(hint))

    def mapping(self, arguments: tuple[Any, ...]) -> Schema:
        return {"type": "object", "additionalProperties": self.value(arguments[1])}

    def items(self, arguments: tuple[Any, ...]) -> Schema:
        return {"type": "array", "items": self.value(arguments[0])}

    def union(self, hints: tuple[Any, ...]) -> Schema:
        """One of several types; beside a single plain one, null is one more type of it."""
        first, *others = [self.value(each) for each in hints]
        if others == [{"type": "null"}] and "type" in first:
            stated = first["type"]
            kinds = stated if isinstance(stated, list) else [stated]
            return first | {"type": [*kinds, "null"]}
        return {"anyOf": [first, *others]}

    def named(self, hint: Any) -> Schema:
        if hint is types.NoneType:
            return {"type": "null"}
        if is_dataclass(hint) or is_typeddict(hint):
            return self.reference(hint)
        return dict(self.plain[hint])

    def reference(self, record: Any) -> Schema:
        name = record.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # holds the place of a record that holds itself
            self.definitions[name] = self.record(record)
        return {"$ref": f"#/definitions/{name}"}

    def limited(self, arguments: tuple[Any, ...]) -> Schema:
        """A type with what is noted on it: bounds, the form of a text, keys that are left open."""
        hint, *notes = arguments
        schema = self.value(hint)
        for note in notes:
            if isinstance(note, Between):
                _put_limits(schema, note)
            elif isinstance(note, Above) and schema != _DECIMAL:
                schema["exclusiveMinimum"] = note.low
            elif isinstance(note, Form):
                schema["pattern"] = f"^(?:{note.pattern})$"
            elif isinstance(note, MoreKeys):
                self.definitions[hint.__name__]["additionalProperties"] = True
        return schema


def _put_limits(schema: Schema, note: Between) -> None:
    """Bounds of a number or a length; a decimal that is written as a text has none."""
    kind = schema["type"][0] if isinstance(schema["type"], list) else schema["type"]
    if schema == _DECIMAL:
        return
    low, high = _LIMITS[kind]
    schema |= {low: note.low} | ({} if note.high is None else {high: note.high})


@cache
def _defaults(record: Any) -> Mapping[str, object]:
    """What the fields of a record hold where a file leaves them out, in JSON's terms."""
    found: dict[str, object] = {}
    for field in fields(record) if is_dataclass(record) else ():
        if field.default is not MISSING:
            default = field.default
            found[key_of(field.name)] = list(default) if isinstance(default, tuple) else default
        elif field.default_factory is not MISSING:
            found[key_of(field.name)] = field.default_factory()
    return found


def _choice(values: tuple[Any, ...]) -> Schema:
    return {"const": values[0]} if len(values) == 1 else {"enum": list(values)}


def _said_in(hint: Any) -> Explained | None:
    """The text of a key that is no Python name, so that none can stand under it."""
    texts = [note for note in getattr(hint, "__metadata__", ()) if isinstance(note, str)]
    return Explained(texts[0]) if texts else None
