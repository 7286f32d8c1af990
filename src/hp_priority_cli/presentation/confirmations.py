"""Recorded answers in words: what was said, and who said it, when, under which reference."""

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.customer.answers import FACTS, possible_answers
from hp_priority_cli.customer.records import ACCEPTED, NO, Answer
from hp_priority_cli.eligibility.base import way_counts
from hp_priority_cli.eligibility.records import Condition, OpenPoint, Whom
from hp_priority_cli.presentation.wording import Wording

SHARE = "--site CC:PCS:PRINTERS"
"""The option that states the counts of one place."""
_OPTIONS = {
    "it-desk": "--it-desk own|partner|none",
    "whole-base": "--whole-base|--part-base",
    "listed-country": "--country XX,XX",
    "headquarters": "--headquarters XX",
    "count-taken-as-zero:pcs": "--pcs N",
    "count-taken-as-zero:printers": "--printers N",
    "order-unit": "--order-unit device|contract",
}
"""The option of its own that answers a question; the others are answered by `--answer`.

Pasted as it stands it is refused, never taken: CC would be the Cocos Islands, XX is nobody's code.
"""

_LACKS = {(True, True): "both", (True, False): "name", (False, True): "day"}
"""What is not on record of HP's word, by whether its name and its day are missing."""


def answering_option(point: OpenPoint, wording: Wording) -> str:
    """The option that answers an open point, with the values that it takes.

    It ends in its `=` where any text answers: a word to stand for it would be taken for HP's.
    """
    if point.code == "share-of-base" or point.values.get("by_site"):
        return SHARE
    if point.id in _OPTIONS:
        return _OPTIONS[point.id]
    name = answer_id(point)
    values = "|".join(possible_answers(wording.catalog, name))
    return f"--answer {name}={values}"


def answer_id(point: OpenPoint) -> str:
    """What an answer calls a point: its id, but the minimum of a tier by the reading in doubt."""
    return str(point.reading) if point.id == "minimum-base" else point.id


def answer_that_flips(base: Condition, catalog: Catalog) -> str:
    """The answer under which a minimum that is missed would be met, as `POINT=VALUE`."""
    reading = base.flips_under[0]
    takes = possible_answers(catalog, reading)
    return f"{reading}={ACCEPTED if ACCEPTED in takes else NO}"


def asked_of(answer: Answer) -> Whom:
    """Who can give that answer."""
    return "customer" if answer.point in FACTS and answer.point != "order-unit" else "hp"


def what_was_said(answer: Answer, wording: Wording) -> str:
    """The answer as a statement: `HP serves Romania (RO)`."""
    say = wording.phrases.say
    kind, _, about = answer.point.partition(":")
    if kind.startswith("country-"):
        what = "name" if kind == "country-name-ambiguous" else "country"
        return say(f"confirmed.{what}.{answer.answer}", country=wording.place(about))
    if kind == "headquarters-not-listed":
        return say("confirmed.headquarters-not-listed", answer=answer.answer)
    if kind == "order-unit":
        return say("confirmed.order-unit", unit=say(f"unit.{answer.answer}"))
    if answer.point in FACTS:
        return _fact(answer, wording)
    return _minimum(answer, wording)


def _fact(answer: Answer, wording: Wording) -> str:
    """A fact of the customer, in the words of what was stated."""
    say, value = wording.phrases.say, answer.answer
    if answer.point.startswith("count-"):
        return wording.phrases.count(f"count.{FACTS[answer.point]}", int(value))
    if answer.point == "listed-country":
        return wording.places(value.split(","))
    if answer.point == "headquarters":
        return say("confirmed.headquarters", country=wording.place(value))
    if answer.point == "whole-base":
        return say("stated.part-base" if value == NO else "stated.whole-base")
    return say(f"stated.{answer.point}.{value}")


def _minimum(answer: Answer, wording: Wording) -> str:
    """What was said of a reading of the minimum of a tier."""
    minimums = (
        (tier, other)
        for tier in wording.catalog.tiers
        for other in tier.minimum.other_readings
        if other.reading == answer.point
    )
    found = next(minimums, None)
    if found is None:
        return wording.confirmation(answer.point)
    tier, other = found
    ways = wording.ways([dict([way_counts(way)]) for way in other.ways])
    return wording.phrases.say(
        f"confirmed.minimum.{answer.answer}", tier=wording.tier(tier.id), ways=ways
    )


def confirmed_by(answer: Answer, wording: Wording) -> str:
    """Who said it, as `confirmed by Ms Example (HP), on 20 November 2026, reference X-1.`"""
    phrases = wording.phrases
    whom = asked_of(answer)
    details = [phrases.say(f"confirmed.alone.{whom}")]
    if answer.by:
        role = phrases.say(f"confirmed.role.{whom}")
        details = [phrases.say("name.with-code", name=answer.by, code=role)]
    if answer.on is not None:
        details.append(phrases.say("confirmed.on", day=answer.on))
    if whom == "hp" and (lacks := _LACKS.get((answer.by is None, answer.on is None))):
        details.append(phrases.say(f"confirmed.lacks.{lacks}"))
    if answer.reference:
        details.append(phrases.say("confirmed.reference", reference=answer.reference))
    return phrases.say("confirmed.by", details=phrases.say("list.comma").join(details))
