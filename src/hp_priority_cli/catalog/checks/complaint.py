"""What a check of the data files returns: a rule broken at a path of a file."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.errors import Path, Severity
from hp_priority_cli.readers.tree import dotted
from hp_priority_cli.rules import RULES

TIERS, SKUS, COVERAGE, SOURCE = "tiers.yaml", "skus.yaml", "coverage.yaml", "source.yaml"
"""The data files, as complaints name them."""
_MOST_NAMED = 30
"""More words than this are not worth reading one after another."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """A rule broken by the value at a path of a file, or by its key; the rule says how severely.

    `choices` are words of which the nearest to `id` may have been meant.
    """

    file: str
    path: Path
    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    of_key: bool = False
    choices: tuple[str, ...] = ()

    @property
    def severity(self) -> Severity:
        """The severity that the registry gives the rule."""
        return RULES[self.code].severity


class Check(NamedTuple):
    """A function that finds what is wrong in the catalog, and the files that it needs for it."""

    find: Callable[[Catalog], Iterator[Complaint]]
    files: tuple[str, ...]


def unknown(
    file: str, path: Path, code: str, id_: str, known: Iterable[str], *, of_key: bool = False
) -> Complaint:
    """A word that names nothing there is, with what it could name."""
    choices = tuple(known)
    values = {"id": id_, "known": choices[:_MOST_NAMED]}
    return Complaint(file, path, code, values, of_key, choices)


def repeated(items: Iterable[tuple[str, Path]], file: str, code: str) -> Iterator[Complaint]:
    """A complaint at each word that stood before, with the list that it stands in."""
    seen: set[str] = set()
    for word, path in items:
        if word in seen:
            yield Complaint(file, path, code, {"id": word})
        seen.add(word)


def out_of_range(file: str, path: Path, value: int, low: int, high: int) -> Complaint:
    """A number that cannot be meant where it stands."""
    values = {"where": dotted(path), "value": value, "low": low, "high": high}
    return Complaint(file, path, "out-of-range", values)
