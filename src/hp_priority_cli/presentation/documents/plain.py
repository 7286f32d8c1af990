"""Records and values as JSON holds them, and the text of a document."""

import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from hp_priority_cli.catalog.catalog import Catalog

Document = dict[str, Any]
_ACTED_ON = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def to_json(document: Mapping[str, object], *, indent: int | None = 2) -> str:
    """The text of a document, one line where `indent` is None (JSON Lines).

    What a screen would act on is escaped: the same text to a reader of JSON, harmless to a person.
    """
    text = json.dumps(document, ensure_ascii=False, indent=indent)
    return _ACTED_ON.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def plain(value: object) -> Any:
    """A record, or anything in one, as JSON holds it."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def document_head(name: str, catalog: Catalog, version: str, as_of: date | None) -> Document:
    """The keys that every answer begins with: schema, version, edition of the data, day."""
    edition = {
        "document": catalog.document.id,
        "edition": catalog.document.edition,
        "sha256": catalog.sha256,
    }
    return {
        "schema": f"hp-priority/{name}@1",
        "tool_version": version,
        "catalog": edition,
        "as_of": plain(as_of),
    }
