"""Sentences for a saved answer: made anew in any language, else those that it holds itself."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.eligibility.records import Condition, Notice, OpenPoint
from hp_priority_cli.evidence.archive import archived
from hp_priority_cli.evidence.records import Evidence, SavedAnswer
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.wording import Wording

_NO_NAME = (LookupError, StopIteration)
"""What is raised where the data have no name for something that a sentence is about."""


class SavedWording(Wording):
    """Wording that falls back on the sentences of an answer, in whatever language they are.

    `fell_back` tells whether it had to.
    """

    def __init__(self, answer: SavedAnswer, today: Catalog, phrases: Phrases) -> None:
        super().__init__(archived(answer, today), phrases)
        self._held = dict(_sentences(answer))
        self.fell_back = False

    def condition(self, condition: Condition) -> str:
        """What was found on a condition."""
        try:
            return super().condition(condition)
        except _NO_NAME:
            return self._kept("message", condition)

    def remedy(self, condition: Condition) -> str | None:
        """What would mend a condition."""
        try:
            return super().remedy(condition)
        except _NO_NAME:
            return self._kept("remedy", condition)

    def notice(self, notice: Notice, **several: Sequence[str]) -> str:
        """The sentence of a notice."""
        try:
            return super().notice(notice, **several)
        except _NO_NAME:
            return self._kept("message", notice)

    def question(
        self,
        point: OpenPoint,
        verdicts: Mapping[str, str] | None = None,
        countries: Sequence[str] = (),
        *,
        by_codes: bool = False,
    ) -> str:
        """The question of an open point."""
        try:
            return super().question(point, verdicts, countries, by_codes=by_codes)
        except _NO_NAME:
            return self._kept("question", point)

    def confirmation(self, point: str) -> str:
        """What was said of a point."""
        return self._kept("message", point)

    def _kept(self, key: str, about: object) -> str:
        self.fell_back = True
        return self._held[key, repr(about)]


def _sentences(answer: SavedAnswer) -> Iterator[tuple[tuple[str, str], str]]:
    """Each sentence of an answer under its key and the record that it is about."""
    documents: Any = answer.document.get("quotes", [answer.document])
    for evidence, document in zip(answer.quotes, documents, strict=True):
        for records, items in _pairs(evidence, document):
            for record, item in zip(records, items, strict=True):
                for key in ("message", "remedy", "question"):
                    if isinstance(item.get(key), str):
                        yield (key, repr(record)), item[key]


def _pairs(evidence: Evidence, document: Any) -> Iterator[tuple[Sequence[object], Any]]:
    """The records of a quote, each list beside that of its document."""
    quote, verdict = evidence.quote, document["verdict"]
    decision = quote.decision
    yield decision.conditions, verdict["conditions"]
    yield decision.open_points, verdict["open_points"]
    yield decision.notices, verdict["notices"]
    yield [answer.point for answer in decision.confirmed], verdict.get("confirmed", [])
    yield quote.notices, document["notices"]
    yield quote.open_points, document["open_points"]
