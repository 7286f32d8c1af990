"""An expectation of a case in words: what it is about, what was stated and found, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from hp_priority_cli.eligibility.records import Condition

if TYPE_CHECKING:
    from hp_priority_cli.presentation.wording import Wording


def expectation_fields(values: Mapping[str, object], wording: "Wording") -> dict[str, object]:
    """The fields of a sentence on an expectation. Codes and ids stand as a case states them."""
    phrases = wording.phrases
    about = {"tier": values["tier"], "term": ""}
    if "term_years" in values:
        about["term"] = phrases.count("count.term_years", values["term_years"])  # type: ignore[arg-type]
    quoted = ".quote" if "term_years" in values else ""
    return {
        "case": values["case"],
        "topic": phrases.say(f"expected.{values['topic']}{quoted}", **about),
        "expected": _as_stated(values.get("expected"), wording, phrases.say("expected.anything")),
        "found": _as_stated(values["found"], wording, phrases.say("expected.nothing")),
    }


def reasons(values: Mapping[str, object], wording: "Wording") -> Iterator[str]:
    """The conditions that made the answer what it is, each as its sentence with its clauses."""
    because = values.get("because")
    for each in because if isinstance(because, tuple) else ():
        if isinstance(each, Condition):
            yield f"{wording.condition(each)} [{', '.join(each.clauses)}]"


def _as_stated(value: object, wording: "Wording", none: str) -> str:
    """A value as a file of cases would state it; `none` stands for what is not there."""
    if isinstance(value, bool):
        return str(value).lower()
    if is_dataclass(value):
        stated = ((each.name, getattr(value, each.name)) for each in fields(value))
        value = {name: item for name, item in stated if item is not None}
    if isinstance(value, Mapping):
        pairs = (f"{key}: {_as_stated(item, wording, 'null')}" for key, item in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, tuple):
        listed = [_as_stated(each, wording, none) for each in value]
        say = wording.phrases.say
        return say("list.comma").join(listed) or say("expected.nothing")
    return none if value is None else str(value)
