"""What came of judging a saved quote again, as frozen records. No sentence lives here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from hp_priority_cli.errors import UserError
from hp_priority_cli.evidence.records import Evidence, QuotedFile, SavedAnswer
from hp_priority_cli.quoting.records import LineItem, Quote

Outcome = Literal["unchanged", "changed", "not-judged"]
"""What became of a line, a quote, a file or a run. What could not be judged is never unchanged."""
Effect = Literal["changed", "not-judged", "told"]
"""What a difference makes of its quote; one that is only told makes nothing of it."""
FileState = Literal["same", "differs", "not-found"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as it was saved, or that could not be judged; its code chooses the
    sentence. `sku` is the part of the line that it is about.
    """

    code: str
    effect: Effect
    values: Mapping[str, object] = field(default_factory=dict)
    sku: str | None = None


@dataclass(frozen=True, slots=True)
class LineCheck:
    """A line as it was saved and as it would be today; None where there is no such line."""

    then: LineItem | None
    now: LineItem | None
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class FileCheck:
    """A file that the quote was made from, and whether it is still what it was."""

    used: QuotedFile
    state: FileState


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """A saved quote beside the one of today, which is None where there could be none."""

    saved: Evidence
    now: Quote | None
    lines: tuple[LineCheck, ...]
    differences: tuple[Difference, ...]
    files: tuple[FileCheck, ...]

    @property
    def outcome(self) -> Outcome:
        """Changed where anything is; else not judged where anything could not be."""
        return outcome_of(self.differences)


@dataclass(frozen=True, slots=True)
class AnswerCheck:
    """A file with one quote or several. `differences` are about the file: its seal, its sums."""

    answer: SavedAnswer
    quotes: tuple[QuoteCheck, ...]
    differences: tuple[Difference, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """That of its quotes and of the file itself together."""
        inside = (each for quote in self.quotes for each in quote.differences)
        return outcome_of((*self.differences, *inside))

    def outcome_of_quote(self, quote: QuoteCheck) -> Outcome:
        """That of one of its quotes, with what is wrong with the file that it stands in."""
        return outcome_of((*self.differences, *quote.differences))


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read as a quote, and why."""

    file: str
    error: UserError


def outcome_of(differences: "tuple[Difference, ...]") -> Outcome:
    """What some differences make of what they are about."""
    effects = {each.effect for each in differences}
    if "changed" in effects:
        return "changed"
    return "not-judged" if "not-judged" in effects else "unchanged"
