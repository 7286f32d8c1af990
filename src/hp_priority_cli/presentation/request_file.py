"""A request as the YAML file that `--request` reads, its open questions as comments to fill in."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from hp_priority_cli.customer.answers import possible_answers
from hp_priority_cli.customer.records import Request
from hp_priority_cli.eligibility.records import OpenPoint
from hp_priority_cli.presentation.clean import clean
from hp_priority_cli.presentation.confirmations import SHARE, answer_id, answering_option
from hp_priority_cli.presentation.documents.eligibility import request_document
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.presentation.yaml_text import yaml_text

_KEYS = {
    "it-desk": "it_desk: own | partner | none",
    "whole-base": "whole_base: true | false",
    "listed-country": "countries: [XX, XX]",
    "headquarters": "headquarters: XX",
    "order-unit": "order_unit: device | contract",
}
"""The line of the file that answers a question. Left as it stands it is refused, never taken: CC
would be the Cocos Islands, XX is nobody's code.
"""


def request_text(
    request: Request,
    points: Iterable[OpenPoint],
    wording: Wording,
    again: str | None = None,
    remarks: Iterable[str] = (),
) -> str:
    """The file: what is known, then a comment for each question with the values that it takes.

    `again` are options that no key of a request stands for, to be given with it again; `remarks`
    are said above what is known.
    """
    unique = {answer_id(point): point for point in points}
    stated = request_document(replace(request, answers=None))
    stated["price_book"] = list(request.price_book or ())  # as they are found from here
    facts = yaml_text(_stated(stated))
    answers = _stated({"answers": request_document(request)["answers"]})
    of_run = [] if again is None else [again]
    blocks = [
        f"# {wording.phrases.say('request-file.title')}\n",
        *(f"# {wording.phrases.say('request-file.again', options=each)}\n" for each in of_run),
        *(f"# {clean(each)}\n" for each in remarks),
        facts,
        *(_question(each, [_KEYS[id_]], wording) for id_, each in unique.items() if id_ in _KEYS),
        yaml_text(answers),
    ]
    asked = [
        (point, list(_answer(id_, point, wording)))
        for id_, point in unique.items()
        if id_ not in _KEYS
    ]
    if not answers and any(lines for _, lines in asked):
        blocks.append("answers:\n")  # each item below fits under it by itself
    return "".join([*blocks, *(_question(point, lines, wording) for point, lines in asked)])


def _stated(value: Any) -> Any:
    """What was stated, at every depth: no null, and no zero or nothing that is the default."""
    if isinstance(value, dict):
        kept = {key: _stated(item) for key, item in value.items() if item is not None}
        return {key: item for key, item in kept.items() if _is_told(key, item)}
    return [_stated(item) for item in value] if isinstance(value, list) else value


def _is_told(key: str, value: Any) -> bool:
    if key in ("pcs", "printers"):
        return True
    return value not in ({}, []) and not (value == 0 and value is not False)


def _question(point: OpenPoint, lines: list[str], wording: Wording) -> str:
    """A question with the lines that would answer it, all commented out."""
    asked = wording.phrases.say(f"request-file.ask-{point.ask}", question=wording.question(point))
    return "".join(f"# {line}\n" for line in (asked, *lines))


def _answer(id_: str, point: OpenPoint, wording: Wording) -> Iterator[str]:
    """An item of `answers`; where only a base split by site would answer, what to write above."""
    if answering_option(point, wording) == SHARE:
        case = "split" if point.code == "share-of-base" else f"{point.values['device_class']}s"
        yield wording.phrases.say(f"request-file.sites.{case}")
        return
    values = " | ".join(possible_answers(wording.catalog, id_))
    yield f"- point: {id_}"
    yield f"  answer: {values}".rstrip()
    yield from ("  by:", "  on:", "  reference:")
