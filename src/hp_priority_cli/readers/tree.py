"""A file as read: plain values, and where each of them stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from hp_priority_cli.errors import Finding, Path, Spot

MAX_DEPTH = 20
MAX_VALUES = 20_000
"""A document with more is refused while it is read; the largest data file holds a thousand."""

Mark = TypeVar("Mark")
Plain = None | bool | int | str | list["Plain"] | dict[str, "Plain"]
"""What a scalar, list or mapping becomes. Decimals and dates stay text: no float exists."""


@dataclass(slots=True)
class Tree:
    """The content of one file (or one line of JSON Lines).

    `values` and `keys` hold the line and column, from 1, of each value and of each key by its path.
    `traps` are unquoted texts that another YAML reader would take for something else. `grafts` are
    the trees of other files that stand in this one, each at its path. `numbers` are the paths of
    numbers that are not whole, and text therefore. `sha256` is the hash of the whole file, `most`
    how many values it may hold.
    """

    file: str
    value: Plain = None
    values: dict[Path, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)
    traps: dict[Path, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    grafts: "dict[Path, Tree]" = field(default_factory=dict)
    numbers: dict[Path, str] = field(default_factory=dict)
    sha256: str = ""
    most: int = MAX_VALUES

    def graft(self, key: str, other: "Tree") -> None:
        """Put the content of another file under a key of the top; its places stay in that file."""
        assert isinstance(self.value, dict)
        self.value[key] = other.value
        self.grafts[key,] = other
        self.findings += other.findings

    def spot(self, path: Path, *, of_key: bool = False) -> Spot:
        """The place of the value at `path` (or of its key), else of the nearest thing around it."""
        if path[:1] in self.grafts:
            return self.grafts[path[:1]].spot(path[1:], of_key=of_key)
        for marks in (self.keys, self.values) if of_key else (self.values,):
            if path in marks:
                return Spot(self.file, *marks[path])
        return self.spot(path[:-1]) if path else Spot(self.file)

    @property
    def is_full(self) -> bool:
        """Whether more was read than a file in good order holds."""
        return len(self.values) + len(self.findings) > self.most

    def report(self, code: str, path: Path, *, of_key: bool = False, **values: object) -> None:
        """Note an error at `path`."""
        self.findings.append(Finding(code, self.spot(path, of_key=of_key), values))

    def below(self, *path: str | int) -> "Tree":
        """The part of the tree at a path, every place in it still that of the file."""
        return Tree(
            self.file,
            self.at(path),
            _under(path, self.values),
            _under(path, self.keys),
            _under(path, self.traps),
            self.findings,
            numbers=_under(path, self.numbers),
            sha256=self.sha256,
        )

    def at(self, path: Sequence[str | int]) -> Plain:
        """The value at `path`, or None where the path leads nowhere."""
        value = self.value
        for step in path:
            if isinstance(value, Mapping) and isinstance(step, str):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                return None
        return value


def _under(top: Path, marks: Mapping[Path, Mark]) -> dict[Path, Mark]:
    depth = len(top)
    return {path[depth:]: mark for path, mark in marks.items() if path[:depth] == top}


def key_of(field: str) -> str:
    """The key that a field has in a file: its name, less the `_` behind a word of Python's own."""
    return field.removesuffix("_")


def dotted(path: Path) -> str:
    """A path as people write it: `sites[0].pcs`."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")
