"""`eligible --what-if`: other facts read from the command line, and the customer judged by them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from hp_priority_cli.cli.customer import advise_on_answers, parse_options, resolved
from hp_priority_cli.cli.options import CustomerOptions
from hp_priority_cli.cli.session import Session
from hp_priority_cli.cli.values import one_of
from hp_priority_cli.customer.answers import answers_on_other_bases, is_point, on_its_base
from hp_priority_cli.customer.merge import merged
from hp_priority_cli.customer.records import Answer, Request
from hp_priority_cli.eligibility.assess import assess
from hp_priority_cli.eligibility.base import count_base
from hp_priority_cli.eligibility.what_if import WhatIf
from hp_priority_cli.errors import UsageProblem
from hp_priority_cli.readers.scalars import MAX_COUNT, parse_count

_NEXT_FACT = re.compile(r",(?=[A-Za-z_-]+(?::\w+)?=)")
"""The comma before another fact, as against one between two countries."""
_COUNTS = ("pcs", "printers")
_TEXTS = {"headquarters": "headquarters", "it-desk": "it_desk"}
_LISTS = {"country": "country", "countries": "country", "site": "site", "sites": "site"}
FACTS = (*_COUNTS, "country", "site", *_TEXTS, "whole-base")


def read_what_if(texts: list[str], session: Session, request: Request) -> tuple[WhatIf, ...]:
    """Each `FACT=VALUE[,FACT=VALUE]`: the request as it would be, and what is found for it."""
    return tuple(_judged(text, session, request) for text in texts)


def _judged(text: str, session: Session, request: Request) -> WhatIf:
    if not text.strip():
        raise UsageProblem("not-a-fact", option="--what-if", value=text, choices=FACTS)
    given: dict[str, Any] = {}
    for fact in _facts(text):
        _add(fact, given, session, request)
    options = parse_options(CustomerOptions(**given))
    stated = resolved(Request(tier=request.tier), options, None, session)
    said = tuple(replace(answer, base=None) for answer in stated.answers or ())
    stated = replace(stated, answers=said or None)
    changed = on_its_base(merged(request, stated))
    points = {answer.point for answer in said}
    in_doubt = [*answers_on_other_bases(changed), *_answers_to(points, changed)]
    advise_on_answers(replace(changed, answers=tuple(in_doubt)), session)
    return WhatIf(text, changed, assess(session.catalog, changed))


def _answers_to(points: set[str], request: Request) -> Iterator[Answer]:
    """The answers of a request to some points."""
    return (answer for answer in request.answers or () if answer.point in points)


def _facts(text: str) -> Iterator[str]:
    """The facts of a supposition; places apart by commas before a `=` belong to one fact."""
    fact = ""
    for piece in _NEXT_FACT.split(text):
        fact = f"{fact},{piece}" if fact else piece
        if "=" in piece:
            yield fact
            fact = ""
    if fact:
        yield fact


def _add(fact: str, given: dict[str, Any], session: Session, request: Request) -> None:
    """One more fact, known by the name of its option or as an open point, among the options."""
    key, equals, value = (part.strip() for part in fact.partition("="))
    name = key.replace("_", "-").casefold()
    if not equals or not value:
        raise UsageProblem("not-a-fact", option="--what-if", value=fact, choices=FACTS)
    field = "whole_base" if name == "whole-base" else _TEXTS.get(name, name)
    if field in given and name not in _LISTS:
        raise UsageProblem("fact-twice", word=name)
    if name in _COUNTS:
        given[name] = _count(name, value, request)
    elif name in _TEXTS:
        given[_TEXTS[name]] = value
    elif name in _LISTS:
        given.setdefault(_LISTS[name], []).append(value)
    elif name == "whole-base":
        given["whole_base"] = one_of("whole-base", value, ("yes", "no")) == "yes"
    elif is_point(session.catalog, key):
        given.setdefault("answer", []).append(fact)
    else:
        near = tuple(get_close_matches(name, FACTS, n=2))
        raise UsageProblem("fact-unknown", word=key, choices=FACTS, near=near or None)


def _count(name: str, value: str, request: Request) -> str:
    """A count as stated; `+300` and `-50` are added to what is there."""
    if request.sites is not None:
        raise UsageProblem("fact-by-site", word=name)
    number = parse_count(value[1:])
    if value[0] not in "+-" or number is None:
        return value
    held = count_base(request).of(name)
    total = held + number if value[0] == "+" else held - number
    if total < 0:
        raise UsageProblem("below-zero", option=f"--what-if {name}", value=value, held=held)
    if total > MAX_COUNT:
        raise UsageProblem("not-a-count", option=f"--what-if {name}", value=value)
    return str(total)
