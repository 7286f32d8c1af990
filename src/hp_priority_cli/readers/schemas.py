"""The JSON Schema of a record type, for editors and validators, by Pydantic."""

from typing import Any

from hp_priority_cli.readers.validate import adapter

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(record: Any) -> dict[str, Any]:
    """The schema of a file that holds one such record; unknown keys are refused at every depth."""
    schema: dict[str, Any] = adapter(record).json_schema()
    return {"$schema": _DIALECT, **schema}
