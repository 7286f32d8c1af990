"""Recorded answers: which points can be answered and how, and an answer put into the request.

An answer about the customer states the fact itself; one by HP stays an answer, for the rules.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from difflib import get_close_matches
from typing import Any, NamedTuple

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.names import find_place
from hp_priority_cli.catalog.records import Minimum
from hp_priority_cli.customer.records import (
    ACCEPTED,
    NO,
    REFUSED,
    YES,
    Answer,
    InstalledBase,
    Request,
)
from hp_priority_cli.errors import Path
from hp_priority_cli.readers.scalars import parse_count

_YES_NO = (YES, NO)
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "it-desk": ("own", "partner", "none"),
    "whole-base": _YES_NO,
    "order-unit": ("device", "contract"),
}
FACTS: Mapping[str, str] = {
    "it-desk": "it_desk",
    "whole-base": "whole_base",
    "order-unit": "order_unit",
    "listed-country": "countries",
    "headquarters": "headquarters",
    "count-taken-as-zero:pcs": "pcs",
    "count-taken-as-zero:printers": "printers",
}
"""The points that ask for a fact, each with the field of the request (or of its base)."""
_COUNTS = ("pcs", "printers")
_OF_A_PLACE = ("country-not-listed", "country-by-succession", "country-name-ambiguous")
_OFFICE = "headquarters-not-listed"


class Unfit(NamedTuple):
    """What is wrong with an answer: a code of a finding, the path to it, and values."""

    code: str
    path: Path
    values: dict[str, Any]


def possible_answers(catalog: Catalog, point: str) -> tuple[str, ...]:
    """The values that an answer to a point may have; none where it is a number, place or words."""
    kind = point.partition(":")[0]
    if kind in _OF_A_PLACE:
        return _YES_NO
    if point in _CHOICES:
        return _CHOICES[point]
    for minimum in (tier.minimum for tier in catalog.tiers):
        for other in minimum.other_readings:
            if other.reading == point:
                return _YES_NO if other.ways else (YES, ACCEPTED, REFUSED)
    return ()


def is_point(catalog: Catalog, word: str) -> bool:
    """Whether a word has the form of an open point that can be answered."""
    return _is_about_a_place(word) or word in answerable(catalog)


def answerable(catalog: Catalog) -> tuple[str, ...]:
    """The ids of the points that can be answered, save those about a place, which name it."""
    return (*FACTS, *_readings(catalog), "minimum-base")


def apply_answers(
    request: Request, catalog: Catalog, tier: str | None
) -> tuple[Request, list[Unfit]]:
    """The request with the facts that its answers state, every point by its id, and what is wrong.

    An answer about several places, `country-not-listed:RO,UA`, becomes one for each of them.
    `tier` is the tier wanted, known or not: a bare `minimum-base` names the one reading of it.
    """
    problems: list[Unfit] = []
    answers: dict[str, Answer] = {}
    for n, answer in enumerate(request.answers or ()):
        try:
            for point in _points(catalog, answer.point, tier):
                value = _value(catalog, point, answer.answer)
                if point in answers and answers[point].answer != value:
                    raise _Wrong("answered-twice", "point", point=point)
                answers[point] = replace(answer, point=point, answer=value)
                request = _with_fact(request, point, value)
        except _Wrong as wrong:
            problems.append(Unfit(wrong.code, ("answers", n, wrong.key), wrong.values))
    if problems or request.answers is None:
        return request, problems
    return replace(request, answers=tuple(answers[point] for point in sorted(answers))), []


def idle_answers(request: Request) -> tuple[str, ...]:
    """The points about places that were answered although the request does not name the place."""
    named = {f"{kind}:{code}" for kind in _OF_A_PLACE for code in request.places}
    named.add(f"{_OFFICE}:{request.headquarters}")
    about_places = [each.point for each in request.answers or () if _is_about_a_place(each.point)]
    return tuple(point for point in about_places if point not in named)


def on_its_base(request: Request) -> Request:
    """The request with its base written to each answer of HP about a base, where none is yet.

    So the answer is known as that on this base once other devices are stated in its place; one
    given while no devices are stated is an answer on none.
    """
    if request.answers is None:
        return request
    answers = tuple(
        replace(each, base=request.devices)
        if each.answer in (ACCEPTED, REFUSED) and each.base is None
        else each
        for each in request.answers
    )
    return replace(request, answers=answers)


def answers_on_other_bases(request: Request) -> tuple[Answer, ...]:
    """The answers of HP on a base that the request does not have, or on none at all."""
    return tuple(
        each
        for each in request.answers or ()
        if each.base is not None and each not in request.answers_in_force
    )


def place_points(request: Request, catalog: Catalog) -> frozenset[str]:
    """The ids of the points about places that the answers of a request name, however spelt."""
    found: set[str] = set()
    for answer in request.answers or ():
        if _is_about_a_place(answer.point.strip()):
            with suppress(_Wrong):
                found.update(_points(catalog, answer.point, None))
    return frozenset(found)


def _is_about_a_place(point: str) -> bool:
    return point.partition(":")[0] in (*_OF_A_PLACE, _OFFICE)


class _Wrong(Exception):
    """An answer that cannot be taken: why, and which key of it is at fault."""

    def __init__(self, code: str, at: str, **values: object) -> None:
        super().__init__(code)
        self.code, self.key, self.values = code, at, dict(values)


def _points(catalog: Catalog, stated: str, tier: str | None) -> tuple[str, ...]:
    """The ids of the points that were named, more than one where several places were."""
    kind, colon, about = stated.strip().partition(":")
    if colon and kind in (*_OF_A_PLACE, _OFFICE):
        whole = find_place(catalog, about).code is not None  # some names have a comma in them
        places = [about] if whole else [word.strip() for word in about.split(",")]
        return tuple(_place_point(catalog, kind, place) for place in places)
    return (_point(catalog, stated, tier),)


def _point(catalog: Catalog, stated: str, tier: str | None) -> str:
    """The id of a point that is not about a place: that of a minimum is its reading."""
    if stated.strip() == "minimum-base":
        return _minimum_point(catalog, tier)
    known = (*FACTS, *_readings(catalog))
    if stated.strip() not in known:
        starts = (*known, "minimum-base", *(f"{each}:CC" for each in (*_OF_A_PLACE, _OFFICE)))
        word = stated.strip()
        within = [each for each in known if word and word.lower() in each]
        near = _doubts(catalog, stated) or within or get_close_matches(word, starts, n=1)
        raise _Wrong("point-unknown", "point", word=stated, choices=starts, near=near or None)
    return stated.strip()


def _readings(catalog: Catalog) -> tuple[str, ...]:
    """The readings that dispute a minimum, in the order of the tiers."""
    minimums = (tier.minimum for tier in catalog.tiers)
    return tuple(other.reading for minimum in minimums for other in minimum.other_readings)


def _minimum_point(catalog: Catalog, tier: str | None) -> str:
    """The reading of the tier wanted; without a tier the point could be that of any."""
    minimum = Minimum((), ()) if tier is None else catalog.tier(tier).minimum
    if tier is not None and not minimum.other_readings:
        raise _Wrong("minimum-undisputed", "point", tier=tier)
    if len(minimum.other_readings) != 1:
        raise _Wrong("point-of-several-tiers", "point", choices=_readings(catalog))
    return minimum.other_readings[0].reading


def _place_point(catalog: Catalog, kind: str, about: str) -> str:
    """The point about a place, held to the doubt that there really is about it."""
    code = find_place(catalog, about).code
    if code is None:
        raise _Wrong("place-unknown", "point", word=about)
    if kind == _OFFICE:
        return f"{kind}:{code}"
    right = _doubt(catalog, code)
    if kind != right:
        case = "point-settled" if not right else "point-of-another-kind"
        raise _Wrong(case, "point", country=code, point=f"{right}:{code}")
    return f"{kind}:{code}"


def _doubt(catalog: Catalog, code: str) -> str:
    """The kind of the open point about a place; empty where it is plainly listed."""
    printed = catalog.place(code)
    if printed is not None:
        return "country-name-ambiguous" if printed.confused_with else ""
    return "country-not-listed" if catalog.predecessor(code) is None else "country-by-succession"


def _doubts(catalog: Catalog, word: str) -> list[str]:
    """The point that is open about a place, where a mere place was named for a point."""
    code = find_place(catalog, word).code
    doubt = "" if code is None else _doubt(catalog, code)
    return [f"{doubt}:{code}"] if doubt else []


def _value(catalog: Catalog, point: str, stated: str) -> str:
    """The value of an answer in its own form."""
    value = stated.strip()
    choices = possible_answers(catalog, point)
    if choices:
        value = value.casefold()
    if (choices and value not in choices) or not value:
        raise _Wrong("not-an-answer", "answer", point=point, value=stated, choices=choices)
    if point in ("listed-country", "headquarters"):
        words = value.split(",") if point == "listed-country" else [value]
        return ",".join(sorted({_place(catalog, word.strip()) for word in words}))
    if point.startswith(f"{_OFFICE}:") and value.casefold() in _NO_PLACE:
        raise _Wrong("answer-no-place", "answer", point=point, value=stated)
    if FACTS.get(point) in _COUNTS and parse_count(value) is None:
        raise _Wrong("answer-no-count", "answer", point=point, value=stated)
    return value


_NO_PLACE = frozenset("yes no true false oui non accepted refused".split())
"""What answers many a question, and none on where somebody sits."""


def _place(catalog: Catalog, word: str) -> str:
    code = find_place(catalog, word).code
    if code is None:
        raise _Wrong("place-unknown", "answer", word=word)
    return code


_READ: Mapping[str, Callable[[str], Any]] = {
    "whole-base": lambda value: value == YES,
    "listed-country": lambda value: tuple(value.split(",")),
}


def _with_fact(request: Request, point: str, value: str) -> Request:
    """The request with the fact that an answer states; one that contradicts it is wrong."""
    field = FACTS.get(point)
    if field is None:
        return request
    if field in _COUNTS:
        return _with_count(request, point, field, int(value))
    fact = _READ.get(point, str)(value)
    if getattr(request, field) not in (None, fact):
        raise _Wrong("answer-contradicts", "answer", point=point, key=field, value=value)
    return replace(request, **{field: fact})


def _with_count(request: Request, point: str, field: str, number: int) -> Request:
    if request.sites is not None:
        raise _Wrong("answer-needs-site", "point", point=point)
    base = request.installed_base or InstalledBase()
    if getattr(base, field) not in (None, number):
        raise _Wrong("answer-contradicts", "answer", point=point, key=field, value=str(number))
    counts: dict[str, Any] = {field: number}
    return replace(request, installed_base=replace(base, **counts))
