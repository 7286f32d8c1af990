"""A quote that comes in the place of a saved one: the link to it, and what has changed since."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from hp_priority_cli.cli.saved import read_sound_quote
from hp_priority_cli.cli.session import Session
from hp_priority_cli.errors import UsageProblem
from hp_priority_cli.evidence.changes import compare_answers
from hp_priority_cli.evidence.records import Evidence, Revised, SavedAnswer
from hp_priority_cli.evidence.seal import seal_of
from hp_priority_cli.presentation.report import Heading, Report
from hp_priority_cli.presentation.wording import Wording


@dataclass(frozen=True, slots=True)
class Revision:
    """The saved quote, and what the new one says of it."""

    old: SavedAnswer
    link: Revised

    def linked(self, evidence: Evidence) -> Evidence:
        """A quote with the link to the one that it revises."""
        return replace(evidence, origin=replace(evidence.origin, revises=self.link))

    def told(
        self, report: Report, made: Sequence[Evidence], wording: Wording, *, on_screen: bool
    ) -> Report:
        """The report on the new quotes, and after it what has changed since the old ones.

        A document goes to the customer: it names what it replaces, as it does when it is rendered.
        """
        from hp_priority_cli.presentation.views.quote_diff import change_blocks, replaced

        if not on_screen:
            return replaced(report, self.link, wording)
        new = replace(self.old, quotes=tuple(made), request=made[0].request, origin=made[0].origin)
        changes = compare_answers(self.old, new)
        title = wording.phrases.say("quote-diff.title", file=self.link.file)
        blocks = change_blocks(self.old, new, changes, wording)
        return replace(report, blocks=(*report.blocks, Heading(title), *blocks))


def read_revision(session: Session, path: str | None, *, has_start: bool) -> Revision | None:
    """The saved quote of `--revises`. Raises InvalidInput for one that is broken, and UsageProblem
    where nothing says what the new quote starts from.
    """
    if path is None:
        return None
    if not has_start:
        raise UsageProblem("revises-alone", file=path)
    old, sha256 = read_sound_quote(session, path)
    link = Revised(
        file=PurePath(old.file).name,
        sha256=sha256,
        seal=seal_of(old.document)["sha256"],
        as_of=old.origin.as_of,
        customer=old.request.customer,
        reference=old.request.reference,
    )
    return Revision(old, link)
