"""Which kind of file a tree is, by its content alone; what it could be, where it is none."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import TypeGuard

from hp_priority_cli.checking.kinds import KINDS, REQUEST, Kind
from hp_priority_cli.errors import Finding, Severity
from hp_priority_cli.readers.tree import Plain, Tree
from hp_priority_cli.readers.versions import known_before

_MOST_KEYS = 50
"""How many keys of a file are looked at for one that comes near a key of a request."""


def recognise(tree: Tree, severity: Severity = "error") -> Kind | Finding:
    """The kind of the file, or the finding that says why it is none.

    `severity` is that of a file which has nothing to do with the tool.
    """
    if any(each.code == "empty" for each in tree.findings):
        return Finding("empty", tree.spot(()))
    if not isinstance(tree.value, dict):
        return _not_recognised(tree, severity)
    if "schema" in tree.value:
        return _by_schema(tree, severity)
    return _by_keys(tree, tree.value, severity)


def _not_recognised(tree: Tree, severity: Severity) -> Finding:
    return Finding("not-recognised", tree.spot(()), {"known": tuple(KINDS)}, severity)


def _by_schema(tree: Tree, severity: Severity) -> Kind | Finding:
    """The kind by the schema that the file names; one that is meant for us is always an error."""
    stated = tree.at(("schema",))
    if isinstance(stated, str) and stated in KINDS:
        return KINDS[stated]
    spot = tree.spot(("schema",))
    if isinstance(stated, str) and (known := known_before(stated, KINDS)) is not None:
        version = tree.at(("tool_version",))
        by = version if _is_short(version) else None
        return Finding("schema-newer", spot, {"value": stated, "known": known, "near": by})
    near = get_close_matches(stated, KINDS, n=1) if _is_short(stated) else []
    values = {"value": stated, "known": tuple(KINDS), "near": near[0] if near else None}
    is_ours = isinstance(stated, str) and (near or stated.startswith("hp-priority/"))
    return Finding("schema-unknown", spot, values, "error" if is_ours else severity)


def _is_short(value: Plain) -> TypeGuard[str]:
    """Whether a value is a text that may be a slip for the name of a schema, or a version."""
    return isinstance(value, str) and len(value) <= max(len(schema) for schema in KINDS) * 2


def _by_keys(tree: Tree, value: Mapping[str, Plain], severity: Severity) -> Kind | Finding:
    """A request by any key of its own; another kind, if it has more of the keys, lacks a schema."""
    shared = {schema: len(kind.keys & value.keys()) for schema, kind in KINDS.items()}
    likeliest = max(shared, key=lambda schema: shared[schema])
    if shared[likeliest] > max(len(REQUEST.keys & value.keys()), 1):
        values = {"schema": likeliest}
        return Finding("schema-missing", tree.spot(()), values, severity)
    if REQUEST.keys & value.keys() or _is_near_a_request(value):
        return REQUEST
    return _not_recognised(tree, severity)


def _is_near_a_request(value: Mapping[str, Plain]) -> bool:
    """Whether a key comes near one of a request, as a slip of the hand would."""
    longest = 2 * max(len(key) for key in REQUEST.keys)
    first = [key for key in list(value)[:_MOST_KEYS] if len(key) <= longest]
    return any(get_close_matches(key, REQUEST.keys, n=1, cutoff=0.8) for key in first)
