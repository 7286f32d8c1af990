"""Holds documents and files to the published schemas, as readers of either draft do."""

import json
from functools import cache
from typing import Any

from jsonschema import Draft7Validator, Draft202012Validator
from jsonschema.protocols import Validator

from hp_priority_cli.cli.schema import published_schemas

DRAFTS: dict[str, type[Any]] = {
    "draft-07": Draft7Validator,
    "2020-12": Draft202012Validator,
}


@cache
def validators(name: str) -> list[Validator]:
    """A validator of each draft for a published schema, dates and times checked too."""
    schema = published_schemas()[name]()
    return [draft(schema, format_checker=draft.FORMAT_CHECKER) for draft in DRAFTS.values()]


def breaches(name: str, value: Any) -> list[str]:
    """What a value breaks of a schema, in the words of whichever draft sees it."""
    return [
        f"{error.json_path}: {error.message}"
        for validator in validators(name)
        for error in validator.iter_errors(value)
    ]


def holds(document: dict[str, Any], name: str) -> None:
    """Fail where a document is not the one named, or not of its published schema."""
    written = json.loads(json.dumps(document))
    assert written["schema"] == f"hp-priority/{name}@1"
    assert breaches(name, written) == []
