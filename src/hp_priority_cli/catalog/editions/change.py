"""A change between two editions, and what all comparisons share."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, Literal, TypeVar

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.records import Bilingual

Area = Literal[
    "document",
    "tiers",
    "features",
    "parts",
    "terms",
    "places",
    "languages",
    "devices",
    "rules",
    "source",
]
AREAS: tuple[Area, ...] = (
    "document",
    "tiers",
    "features",
    "parts",
    "terms",
    "places",
    "languages",
    "devices",
    "rules",
    "source",
)
"""What a change is about, in the order in which changes are told."""
Side = Literal["old", "new"]
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs. `code` chooses the sentence, `values` fill it.

    A change is breaking where something that could be bought, or was true, no longer is. `side` is
    the edition that knows the things named: the old one for what is gone.
    """

    code: str
    area: Area
    id: str
    values: Mapping[str, Any] = field(default_factory=dict)
    breaking: bool = False
    side: Side = "new"


@dataclass(frozen=True, slots=True)
class Paired:
    """Items of two editions by their ids: those gone, those new, and those that both have."""

    removed: tuple[Any, ...]
    added: tuple[Any, ...]
    common: tuple[tuple[Any, Any], ...]


def paired(
    old: Iterable[Item], new: Iterable[Item], key: Callable[[Item], object] = lambda each: each
) -> Paired:
    """The items of two editions, each with its fellow, in the order of the edition they are in."""
    before, after = {key(each): each for each in old}, {key(each): each for each in new}
    return Paired(
        tuple(each for id_, each in before.items() if id_ not in after),
        tuple(each for id_, each in after.items() if id_ not in before),
        tuple((before[id_], each) for id_, each in after.items() if id_ in before),
    )


def former_ids(old: Catalog, new: Catalog) -> Mapping[str, str]:
    """The former id of each tier that kept its name and bears another id now."""
    both = paired(old.tiers, new.tiers, lambda tier: tier.id)
    before = {tier.name: tier.id for tier in both.removed}
    return {tier.id: before[tier.name] for tier in both.added if tier.name in before}


def is_reordered(both: Paired, old: Iterable[Item], key: Callable[[Item], object]) -> bool:
    """Whether the items that both editions have stand in another order among themselves."""
    common = {key(each) for _, each in both.common}
    before = [key(each) for each in old if key(each) in common]
    return before != [key(each) for _, each in both.common]


def details(
    area: Area, kind: str, id_: str, old: object, new: object, told: Iterable[str] = ()
) -> Iterator[Change]:
    """What else differs between two records: other words in their texts, then anything else.

    `told` are the fields whose changes are told in terms of their own. `kind` is the noun for the
    record, as `explain` has it.
    """
    assert is_dataclass(old)
    told = frozenset(told)
    pairs = [
        (each.name, getattr(old, each.name), getattr(new, each.name))
        for each in fields(old)
        if each.name not in told
    ]
    differing = [pair for pair in pairs if pair[1] != pair[2]]
    texts = tuple(name for name, a, b in differing if _is_text(a) and _is_text(b))
    others = tuple(name for name, _, _ in differing if name not in texts)
    for code, names in (("reworded", texts), ("details-changed", others)):
        if names:
            yield Change(code, area, id_, {"kind": kind, "id": id_, "fields": names})


def _is_text(value: object) -> bool:
    return isinstance(value, str | Bilingual)
