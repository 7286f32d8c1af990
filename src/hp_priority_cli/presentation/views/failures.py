"""What an error shows beneath its message: the conditions that fail, the parts that come near."""

from collections.abc import Iterator

from hp_priority_cli.catalog.records import Part
from hp_priority_cli.eligibility.records import Decision
from hp_priority_cli.errors import UserError
from hp_priority_cli.presentation.confirmations import answer_that_flips, answering_option
from hp_priority_cli.presentation.views.parts import gap_lines
from hp_priority_cli.presentation.views.shared import clauses
from hp_priority_cli.presentation.wording import Wording


def error_details(error: UserError, wording: Wording) -> Iterator[str]:
    """Lines that go between an error's message and its remedy."""
    decision = error.values.get("verdict")
    if isinstance(decision, Decision):
        yield from _failed_conditions(decision, wording)
        yield from _highest_possible(error, wording)
    suggestions = error.values.get("suggestions")
    if isinstance(suggestions, tuple):
        yield from (_suggestion(part, wording) for part in suggestions)
    gaps = error.values.get("gaps")
    if isinstance(gaps, tuple):
        yield from (f"  {line}" for line in gap_lines(gaps, wording))


def _failed_conditions(decision: Decision, wording: Wording) -> Iterator[str]:
    for condition in decision.failures:
        remedy = wording.remedy(condition)
        yield f"  - {wording.condition(condition)} {remedy} {clauses(condition)}"
        if condition.flips_under:
            answer = answer_that_flips(condition, wording.catalog)
            yield f"    {wording.phrases.say('flips-under', answer=answer)}"
    for point in decision.open_points:
        yield f"  - {wording.question(point)}  {answering_option(point, wording)}"


def _highest_possible(error: UserError, wording: Wording) -> Iterator[str]:
    possible = error.values.get("highest_possible")
    if isinstance(possible, str):
        sure = error.values.get("highest_eligible") == possible
        key = "highest.would-do" if sure else "highest.could-do"
        yield f"  {wording.phrases.say(key, tier=wording.tier(possible))}"


def _suggestion(part: Part, wording: Wording) -> str:
    """A near miss with what tells it from its neighbours."""
    return wording.phrases.say(
        "suggestion.part",
        sku=part.sku,
        tier=wording.tier(part.tier),
        device_class=wording.device_class(part.device_class),
        years=wording.phrases.count("count.term_years", part.term_years),
    )
