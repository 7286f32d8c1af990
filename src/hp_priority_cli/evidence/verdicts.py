"""The verdict behind a saved quote beside that of today: conditions, questions, notices, days."""

from collections.abc import Iterator

from hp_priority_cli.eligibility.records import Condition, Decision
from hp_priority_cli.evidence.verification import Difference
from hp_priority_cli.quoting.records import Quote


def compare_decisions(
    then: Quote, now: Quote, *, prices_judged: bool, same_data: bool
) -> Iterator[Difference]:
    """What differs in all that a quote says beside its lines and its total.

    Without `prices_judged` the status is left out, and the order unit, which a book may state. On
    `same_data` a notice more or less is no news from HP: the quote does not say what it should.
    """
    old, new = then.decision, now.decision
    if old.verdict != new.verdict:
        yield Difference("verdict-changed", "changed", {"old": old.verdict, "new": new.verdict})
    yield from _conditions(old, new)
    if prices_judged and old.verdict == new.verdict and then.status != now.status:
        yield Difference("status-changed", "changed", {"old": then.status, "new": now.status})
    yield from _points(then, now, prices_judged=prices_judged)
    yield from _notices(then, now, prices_judged=prices_judged, same_data=same_data)
    if then.activation_by != now.activation_by:
        values = {"old": then.activation_by, "new": now.activation_by}
        yield Difference("activation-changed", "changed", values)


def _conditions(old: Decision, new: Decision) -> Iterator[Difference]:
    """The conditions with another outcome; one that asks for something else is told alone."""
    before = {each.code: each for each in old.conditions}
    for condition in new.conditions:
        was = before.get(condition.code)
        if was is None:
            continue
        if was.outcome != condition.outcome:
            yield Difference("condition-changed", "changed", _values(was, condition))
        elif was.required != condition.required:
            yield Difference("requirement-changed", "told", _values(was, condition))


def _values(was: Condition, condition: Condition) -> dict[str, object]:
    return {
        "condition": condition.code,
        "old": was.outcome,
        "new": condition.outcome,
        "old_required": was.required,
        "new_required": condition.required,
        "clauses": condition.clauses,
    }


def _points(then: Quote, now: Quote, *, prices_judged: bool) -> Iterator[Difference]:
    """The questions that were open and are not any more, and the other way round."""
    skip = set() if prices_judged else {"order-unit"}
    old = {point.id: point for point in then.open_points if point.id not in skip}
    new = {point.id: point for point in now.open_points if point.id not in skip}
    for point in (each for id_, each in new.items() if id_ not in old):
        yield Difference("point-opened", "changed", {"point": point.id, "ask": point.ask})
    for point in (each for id_, each in old.items() if id_ not in new):
        yield Difference("point-closed", "changed", {"point": point.id, "ask": point.ask})


_OF_A_BOOK = ("order-unit-assumed", "order-unit-open")
"""Notices that a price book can close by saying how a part is ordered."""


def _notices(
    then: Quote, now: Quote, *, prices_judged: bool, same_data: bool
) -> Iterator[Difference]:
    """Notices decide nothing, so that one more or less is told alone where the data are others."""
    old, new = (
        [each.code for each in quote.notices if prices_judged or each.code not in _OF_A_BOOK]
        for quote in (then, now)
    )
    for code, more, less in (("notice-added", new, old), ("notice-gone", old, new)):
        for notice in dict.fromkeys(each for each in more if each not in less):
            is_wrong = same_data and notice not in _OF_A_BOOK
            yield Difference(code, "changed" if is_wrong else "told", {"notice": notice})
