"""Whether what a saved quote says of conditions, notices and questions is what a sentence needs.

A code that this release does not know passes: a later one within the same schema may have more.
"""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from hp_priority_cli.customer.records import ItDesk
from hp_priority_cli.eligibility.records import Verdict
from hp_priority_cli.errors import Finding, Path
from hp_priority_cli.readers.tree import Plain, Tree, dotted

CONDITIONS = ("minimum-base", "it-desk", "whole-base", "listed-country")
"""The conditions of every decision, each of which a quote has."""
_WAYS = ("devices", "pcs", "printers")
_MEASURED: Mapping[str, Mapping[str, str]] = {
    "minimum-base": {"pcs": "count", "printers": "count"},
    "it-desk": {"it_desk": "desk"},
    "whole-base": {"whole_base": "truth"},
    "listed-country": {"listed": "texts", "by_succession": "texts", "not_listed": "texts"},
}
_NOTICES: Mapping[str, Mapping[str, str]] = {
    "country-not-listed": {"country": "text"},
    "country-by-succession": {"country": "text", "listed_as": "text"},
    "country-name-ambiguous": {"country": "text", "other": "text"},
    "language-not-listed": {"language": "text"},
    "language-ambiguous": {"language": "text"},
    "around-the-clock-english-only": {"language": "maybe"},
    "priority-parts-unavailable": {"country": "text"},
    "priority-parts-unconfirmed": {"country": "text"},
    "without-cover-not-counted": {"pcs": "count", "printers": "count"},
    "displays-not-counted": {"displays": "count"},
    "device-type-not-eligible": {"device_type": "text", "count": "count"},
    "consumer-pcs-not-counted": {"consumer_pcs": "count"},
    "base-under-band": {"sku": "text", "covered_devices": "count", "band": "count"},
    "minimum-by-adding-classes": {"pcs": "count", "printers": "count", "minimum": "count"},
    "agent-replaced-by-manager": {"feature": "text", "replaced_by": "text"},
    "headquarters-not-listed": {"country": "text"},
    "count-taken-as-zero": {"device_class": "class"},
}
_POINTS: Mapping[str, Mapping[str, str]] = {
    "country-not-listed": {"country": "text", "devices": "devices", "verdict_without": "verdict"},
    "country-by-succession": {"country": "text", "listed_as": "text"},
    "country-name-ambiguous": {"country": "text", "other": "text"},
    "share-of-base": {"country": "text"},
    "headquarters-not-listed": {"country": "text"},
    "count-taken-as-zero": {"device_class": "class"},
}
_WANTED = {"count": "whole-number", "truth": "truth-value", "texts": "list", "devices": "mapping"}
"""What a value of a sort is called in a finding; of any other sort it is a text."""


def wrong_statements(tree: Tree) -> Iterator[Finding]:
    """What is missing or of another kind in the decision, the notices and the points of a quote."""
    yield from _conditions(tree)
    for top in ((), ("verdict",)):
        for key, known in (("notices", _NOTICES), ("open_points", _POINTS)):
            for n, item in _items(tree, (*top, key)):
                wanted = known.get(str(item.get("code")), {})
                yield from _values(tree, (*top, key, n, "values"), wanted)


def _items(tree: Tree, path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The mappings of a list with their positions; nothing of what is no list."""
    items = tree.at(path)
    for n, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict):
            yield n, item


def _conditions(tree: Tree) -> Iterator[Finding]:
    """The four conditions, each once, with figures that can be reckoned with."""
    top: Path = ("verdict", "conditions")
    found = [(n, str(item.get("code"))) for n, item in _items(tree, top)]
    for code in CONDITIONS:
        if [each for _, each in found].count(code) != 1 and tree.at(top) is not None:
            yield Finding("missing-key", tree.spot(top), {"key": code})
    for n, code in found:
        yield from _values(tree, (*top, n, "measured"), _MEASURED.get(code, {}))
        if code == "minimum-base":
            yield from _ways(tree, (*top, n, "required"), least=0)
            yield from _ways(tree, (*top, n, "margin"), least=None)
        for m, _ in _items(tree, (*top, n, "settled_by")):
            yield from _counts(tree, (*top, n, "settled_by", m, "add"))


def _ways(tree: Tree, path: Path, *, least: int | None) -> Iterator[Finding]:
    """A list of ways, each one count of devices under its key."""
    ways = tree.at(path)
    if not isinstance(ways, list):
        yield _wrong(tree, path, "list")
        return
    for n, way in enumerate(ways):
        counts = list(way.items()) if isinstance(way, dict) else []
        if len(counts) != 1 or counts[0][0] not in _WAYS:
            yield _wrong(tree, (*path, n), "mapping")
        elif type(counts[0][1]) is not int or (least is not None and counts[0][1] < least):
            yield _wrong(tree, (*path, n, counts[0][0]), "whole-number")


def _counts(tree: Tree, path: Path) -> Iterator[Finding]:
    counts = tree.at(path)
    for key in counts if isinstance(counts, dict) else ():
        if key not in _WAYS:
            values = {"key": key, "near": None, "known": _WAYS}
            yield Finding("unknown-key", tree.spot((*path, key), of_key=True), values)


def _values(tree: Tree, path: Path, wanted: Mapping[str, str]) -> Iterator[Finding]:
    values = tree.at(path)
    for key, sort in wanted.items() if isinstance(values, dict) else ():
        assert isinstance(values, dict)
        if key not in values:
            yield Finding("missing-key", tree.spot((*path, key)), {"key": key})
        elif not _FITS[sort](values[key]):
            yield _wrong(tree, (*path, key), _WANTED.get(sort, "text"))


def _wrong(tree: Tree, path: Path, wanted: str) -> Finding:
    values = {"where": dotted(path), "value": tree.at(path), "wanted": wanted}
    return Finding("wrong-type", tree.spot(path), values)


def _is_devices(value: Plain) -> bool:
    """Devices by class, or null where nobody split the base."""
    if value is None:
        return True
    return isinstance(value, dict) and all(
        key in _WAYS and type(count) is int for key, count in value.items()
    )


_FITS: Mapping[str, Any] = {
    "count": lambda value: type(value) is int,
    "text": lambda value: isinstance(value, str),
    "maybe": lambda value: value is None or isinstance(value, str),
    "truth": lambda value: value is None or isinstance(value, bool),
    "desk": lambda value: value is None or value in get_args(ItDesk),
    "class": lambda value: value in ("pc", "printer"),
    "verdict": lambda value: value is None or value in get_args(Verdict),
    "devices": _is_devices,
    "texts": lambda value: isinstance(value, list) and all(isinstance(e, str) for e in value),
}
"""Whether a value is of a sort; of the mappings and lists that may be null, see `_is_devices`."""
