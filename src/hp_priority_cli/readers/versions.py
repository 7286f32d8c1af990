"""Names of schemas with their major version: whether a file is of a later one than is known."""

import re
from collections.abc import Iterable

_SCHEMA = re.compile(r"(hp-priority/[a-z-]+)@([0-9]{1,4})", re.ASCII)


def known_before(stated: str, known: Iterable[str]) -> str | None:
    """The newest of the schemas `known` of the same name, where the one stated is newer still."""
    found = _SCHEMA.fullmatch(stated)
    if found is None:
        return None
    versions = {
        int(parts[2]): schema
        for schema in known
        if (parts := _SCHEMA.fullmatch(schema)) and parts[1] == found[1]
    }
    newest = max(versions, default=None)
    return versions[newest] if newest is not None and newest < int(found[2]) else None
