"""A page of help as data: what the terminal shows, the manual prints and completion goes by."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Row:
    """An option, argument, command or other thing with what it is.

    `opposites` switch off what `names` switch on. `metavar` stands for the value as people read
    it, `takes` for the same as the code calls it (`FICHIER` and `FILE`); empty where there is none.
    """

    names: tuple[str, ...] = ()
    text: str = ""
    opposites: tuple[str, ...] = ()
    metavar: str = ""
    takes: str = ""
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Rows of one kind under a title."""

    kind: Literal["arguments", "options", "commands", "facts"]
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The help of a command, of the whole command line (whose `name` is empty) or of a topic.

    `usage` are the pieces after `hp-priority` and the name. `examples` are lines of a shell,
    comments between them.
    """

    name: str
    usage: tuple[str, ...]
    about: tuple[str, ...]
    sections: tuple[Section, ...]
    examples: tuple[str, ...] = ()

    @property
    def command(self) -> str:
        """What is typed: `hp-priority quote`."""
        return f"hp-priority {self.name}".rstrip()

    def rows(self, kind: str) -> tuple[Row, ...]:
        """All rows of a kind, in their order."""
        return tuple(row for each in self.sections if each.kind == kind for row in each.rows)
