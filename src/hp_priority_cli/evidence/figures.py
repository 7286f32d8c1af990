"""The amounts and steps of a saved quote: told from what is none, then made numbers and days."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Literal, NamedTuple, get_args

from hp_priority_cli.errors import Finding, Path
from hp_priority_cli.quoting.records import PriceStatus, Step
from hp_priority_cli.readers.scalars import parse_date
from hp_priority_cli.readers.tree import Tree, dotted

_FIGURE = re.compile(r"(?:0|[1-9][0-9]{0,23})(?:\.[0-9]{1,14})?", re.ASCII)
"""Digits enough for every amount that is ever written, and few enough to reckon with exactly."""
_ON_A_LINE = ("list_price", "discount_percent", "net_price", "extended_price")
_IN_ALL = ("extended_price", "per_device_year")

Sort = Literal["text", "whole-number", "decimal", "date"]


class _Key(NamedTuple):
    """What a key of a step holds, and whether that may be null."""

    sort: Sort
    nullable: bool = False


_FOUND = {
    "file": _Key("text"),
    "line": _Key("whole-number", nullable=True),
    "from": _Key("whole-number"),
    "amount": _Key("decimal"),
    "next_from": _Key("whole-number", nullable=True),
    "next_amount": _Key("decimal", nullable=True),
}
_ROWS: Mapping[str, Mapping[str, _Key]] = {
    "found": _FOUND,
    "missing": {},
    "below-first-break": {"next_from": _Key("whole-number")},
}
_STEPS: Mapping[str, Mapping[str, _Key]] = {
    "book": {
        "outcome": _Key("text"),
        "price_book": _Key("text"),
        "file": _Key("text"),
        "valid_from": _Key("date"),
        "valid_until": _Key("date", nullable=True),
    },
    "row": {"outcome": _Key("text")},
    "period": {
        "price_period": _Key("text"),
        "term_years": _Key("whole-number"),
        "list_price": _Key("decimal"),
    },
    "discount": {
        "discount_percent": _Key("decimal"),
        "exact": _Key("decimal"),
        "rounded_to": _Key("decimal"),
        "net_price": _Key("decimal"),
    },
    "quantity": {
        "order_unit": _Key("text"),
        "unit_source": _Key("text"),
        "order_quantity": _Key("whole-number", nullable=True),
        "rounded_to": _Key("decimal"),
        "extended_price": _Key("decimal", nullable=True),
    },
}
"""Every step of a trail with the keys that it cannot be without."""
_COUNTRIES = "missing_countries"
"""The key of a step that only some books have: the countries that they are not for."""
_SORTS = {name: key.sort for keys in (*_STEPS.values(), _FOUND) for name, key in keys.items()}


def wrong_figures(tree: Tree) -> Iterator[Finding]:
    """What is no amount where one stands in a quote, and what is no step where one does."""
    for path in _amounts(tree):
        value = tree.at(path)
        if isinstance(value, str) and _FIGURE.fullmatch(value) is None:
            yield _wrong(tree, path, "decimal")
    for n, line in enumerate(_items(tree.at(("lines",)))):
        for m, step in enumerate(_items(line.get("price_trail"))):
            yield from _wrong_step(tree, ("lines", n, "price_trail", m), step)


def _amounts(tree: Tree) -> Iterator[Path]:
    for n, _ in enumerate(_items(tree.at(("lines",)))):
        yield from (("lines", n, key) for key in _ON_A_LINE)
    yield from (("totals", key) for key in _IN_ALL)


def _items(value: object) -> list[dict[str, Any]]:
    """The mappings in a list; nothing of what is no list, or holds something else."""
    items = value if isinstance(value, list) else []
    return items if all(isinstance(each, dict) for each in items) else []


def _wrong_step(tree: Tree, path: Path, step: Mapping[str, object]) -> Iterator[Finding]:
    name = step.get("step")
    if not isinstance(name, str) or name not in _STEPS:
        yield _no_choice(tree, (*path, "step"), tuple(_STEPS))
        return
    keys = dict(_STEPS[name])
    outcomes = {"book": get_args(PriceStatus), "row": tuple(_ROWS)}.get(name)
    if outcomes is not None and step.get("outcome") not in outcomes:
        yield _no_choice(tree, (*path, "outcome"), outcomes)
        return
    if name == "row":
        keys |= _ROWS[str(step["outcome"])]
    for key, wanted in keys.items():
        if key not in step:
            yield Finding("missing-key", tree.spot((*path, key)), {"key": key})
        elif not _fits(step[key], wanted):
            yield _wrong(tree, (*path, key), wanted.sort)
    if not _is_list_of_texts(step.get(_COUNTRIES, [])):
        yield _wrong(tree, (*path, _COUNTRIES), "list")


def _is_list_of_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _fits(value: object, wanted: _Key) -> bool:
    if value is None:
        return wanted.nullable
    if wanted.sort == "whole-number":
        return type(value) is int
    if not isinstance(value, str):
        return False
    if wanted.sort == "date":
        return parse_date(value) is not None
    return wanted.sort == "text" or _FIGURE.fullmatch(value) is not None


def _wrong(tree: Tree, path: Path, wanted: Sort | Literal["list"]) -> Finding:
    values = {"where": dotted(path), "value": tree.at(path), "wanted": wanted}
    return Finding("wrong-type", tree.spot(path), values)


def _no_choice(tree: Tree, path: Path, choices: tuple[str, ...]) -> Finding:
    values = {"value": tree.at(path), "choices": choices, "near": None}
    return Finding("not-a-choice", tree.spot(path), values)


def figure(text: str | None) -> Decimal | None:
    """The number in an amount that `wrong_figures` has let pass."""
    return None if text is None else Decimal(text)


def step_of(saved: Mapping[str, object]) -> Step:
    """A step of a trail as it was before it was saved: its amounts as numbers, its days as days."""
    return {key: _restored(key, value) for key, value in saved.items()}


def _restored(key: str, value: object) -> object:
    sort = _SORTS.get(key)
    if isinstance(value, list):
        return tuple(value)
    if not isinstance(value, str) or sort not in ("decimal", "date"):
        return value
    return Decimal(value) if sort == "decimal" else date.fromisoformat(value)
