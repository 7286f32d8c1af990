"""What a check of the data files returns: a rule broken at a path of a file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from hp_priority_cli.errors import Path, Severity
from hp_priority_cli.rules import RULES


@dataclass(frozen=True, slots=True)
class Complaint:
    """A rule broken at a path of a file; the rule says how severe that is."""

    file: str
    path: Path
    code: str
    values: Mapping[str, object]

    @property
    def severity(self) -> Severity:
        """The severity that the registry gives the rule."""
        return RULES[self.code].severity


def unknown_id(file: str, path: Path, what: str, id_: str, known: Iterable[str]) -> Complaint:
    """An id that nothing bears, with the nearest that something does."""
    choices = tuple(sorted(known))
    near = get_close_matches(id_, choices, n=1)
    values = {"what": what, "id": id_, "known": choices, "near": near[0] if near else None}
    return Complaint(file, path, "unknown-id", values)
