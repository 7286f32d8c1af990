"""A change between two saved quotes in words: what it is about, its value before and after."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from hp_priority_cli.eligibility.records import Notice, OpenPoint
from hp_priority_cli.evidence.changes import QuoteChange
from hp_priority_cli.presentation.wording import Wording

_SHOWN_OF_A_HASH = 12
_BASE, _SITES = "installed_base.", "sites."


def change_label(change: QuoteChange, wording: Wording) -> str:
    """What a change is about: `PCs`, `U80M6E, net price`, `Minimum base`."""
    say = wording.phrases.say
    label = _label(change, wording)
    if change.term_years is None or change.code == "term":
        return label
    years = wording.phrases.count("count.term_years", change.term_years)
    return say("quote-diff.of-term", years=years, what=label)


def _label(change: QuoteChange, wording: Wording) -> str:
    if change.code == "fact":
        return _fact(change.id, wording)
    if change.code == "question" and isinstance(change.subject, OpenPoint):
        return _sentence("question", change.subject, wording.question, wording)
    if change.code == "notice" and isinstance(change.subject, Notice):
        return _sentence("notice", change.subject, wording.notice, wording)
    if change.code in ("condition", "required"):
        key = f"condition-name.{change.id}"
        name = wording.phrases.say(key) if wording.phrases.has(key) else change.id
        return wording.phrases.say(f"quote-diff.{change.code}", name=name)
    return wording.phrases.say(f"quote-diff.{change.code}", id=change.id)


def _sentence(kind: str, subject: Any, worded: Callable[[Any], str], wording: Wording) -> str:
    """The sentence of a question or notice; its code alone where a later release coined it."""
    known = wording.phrases.has(f"{kind}.{subject.code}")
    try:
        return worded(subject) if known else str(subject.code)
    except LookupError:  # of data that this edition does not hold
        return str(subject.code)


def _fact(key: str, wording: Wording) -> str:
    """What a key of a request is called."""
    say = wording.phrases.say
    if key.startswith(_SITES):
        place, _, rest = key.removeprefix(_SITES).partition(".")
        code, _, number = place.partition("#")
        name = _place(code, wording) + (f" #{number}" if number else "")
        return say("quote-diff.of-site", place=name, what=_fact(rest, wording))
    name, _, rest = key.removeprefix(_BASE).partition(".")
    return say(f"fact.{name}", id=rest)


def change_values(change: QuoteChange, wording: Wording) -> tuple[str, str]:
    """The values before and after, as they are read."""
    return _value(change, change.old, wording), _value(change, change.new, wording)


def change_difference(change: QuoteChange, wording: Wording) -> str | None:
    """By how much a number or an amount is more or less."""
    more = change.difference
    return None if more is None else wording.phrases.signed(Decimal(more))


def change_message(change: QuoteChange, wording: Wording) -> str:
    """The change as one sentence."""
    old, new = change_values(change, wording)
    what = change_label(change, wording).rstrip(".?")
    return wording.phrases.say("quote-diff.message", what=what, old=old, new=new)


def _value(change: QuoteChange, value: Any, wording: Wording) -> str:
    phrases = wording.phrases
    if value is None:
        stated = change.code == "fact"
        return phrases.say("quote-diff.not-stated" if stated else "quote-diff.nothing")
    if isinstance(value, bool):
        kind = change.code if change.code in ("question", "notice") else "fact"
        return phrases.say(f"quote-diff.{kind}.{'yes' if value else 'no'}")
    worded = _WORDED.get(change.id if change.code == "fact" else change.code)
    if worded is not None:
        return worded(value, wording)
    if isinstance(value, (tuple, list)):
        return phrases.all_of([str(each) for each in value])
    return phrases.shown(value) if isinstance(value, (int, Decimal, date)) else str(value)


def _place(code: str, wording: Wording) -> str:
    return wording.place(code) if len(code) == 2 else code  # noqa: PLR2004 - a country code


def _places(codes: Any, wording: Wording) -> str:
    return wording.phrases.all_of([_place(code, wording) for code in codes])


def _tier(tier_id: str, wording: Wording) -> str:
    return wording.tier(tier_id) if tier_id in wording.catalog.tier_ids else tier_id


def _ways(ways: Any, wording: Wording) -> str:
    return wording.ways(ways) if ways else wording.phrases.say("diff.as-hp-decides")


def _hash(sha256: str, _wording: Wording) -> str:
    return sha256[:_SHOWN_OF_A_HASH]


def _percent(number: Decimal, wording: Wording) -> str:
    return wording.phrases.percent(number)


_WORDED: Mapping[str, Callable[[Any, Wording], str]] = {
    "tier": _tier,
    "term": lambda value, named: named.phrases.count("count.term_years", value),
    "verdict": lambda value, named: named.verdict(value),
    "status": lambda value, named: named.phrases.say(f"status.{value}"),
    "condition": lambda value, named: named.phrases.say(f"outcome.{value}"),
    "required": _ways,
    "unit": lambda value, named: named.unit(value),
    "order_unit": lambda value, named: named.unit(value),
    "description": lambda value, named: named.text(value),
    "price-status": lambda value, named: named.phrases.say(f"price-status.{value}"),
    "price-period": lambda value, named: named.phrases.say(f"price-period.{value}"),
    "discount": _percent,
    "discount_percent": _percent,
    "countries": _places,
    "headquarters": _place,
    "order_country": _place,
    "languages": lambda value, named: named.phrases.all_of([named.language(v) for v in value]),
    "it_desk": lambda value, named: named.phrases.say(f"stated.it-desk.{value}"),
    "facts": _hash,
    "data-file": _hash,
    "price-book-file": _hash,
}
"""The words for a value by the code of its change, or for a fact by its key."""
