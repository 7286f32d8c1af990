"""What differs in a saved quote, as sentences: amounts, units and verdicts in the words of the
reader, conditions and questions in those of today.
"""

from collections.abc import Mapping
from typing import Any

from hp_priority_cli.errors import Finding, Spot, UsageProblem, UserError
from hp_priority_cli.evidence.verification import Difference, QuoteCheck
from hp_priority_cli.presentation.changes import edition_named
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.rules import RULES


def difference_message(difference: Difference, check: QuoteCheck | None, wording: Wording) -> str:
    """What differs, in one sentence; `check` is the quote that it is about."""
    code, values = difference.code, difference.values
    if code in RULES:
        return wording.finding(Finding(code, Spot(""), values))
    if "error" in values:
        return wording.error(_error(values))
    now = None if check is None else check.now
    if code == "condition-changed" and now is not None:
        condition = now.decision.condition(str(values["condition"]))
        return f"{wording.condition(condition)} [{', '.join(condition.clauses)}]"
    if code == "point-opened" and now is not None:
        point = next(each for each in now.open_points if each.id == values["point"])
        return wording.phrases.say("verify.point-opened", question=wording.question(point))
    if code == "notice-added" and now is not None:
        notice = next(each for each in now.notices if each.code == values["notice"])
        return wording.phrases.say("verify.notice-added", notice=wording.notice(notice))
    fields = _fields(difference, wording)
    return wording.phrases.say(f"verify.{_case(difference)}", **fields)


def _error(values: Mapping[str, object]) -> UserError:
    """The error that stands behind a difference."""
    rest = {key: value for key, value in values.items() if key != "error"}
    if values["error"] == "usage":
        kind = str(rest.pop("kind"))
        return UsageProblem(kind, **rest)  # type: ignore[arg-type]
    return UserError(str(values["error"]), 0, rest)


def _case(difference: Difference) -> str:
    """The key of the sentence, told apart where one code has two."""
    values = difference.values
    if difference.code == "part-gone" and values["new"] is None:
        return "part-gone.none"
    if difference.code == "data-differ" and values["old"] == values["new"]:
        return "data-differ.same-edition"
    if difference.code == "requirement-changed" and values["condition"] != "minimum-base":
        return "requirement-changed.other"
    if difference.code == "price-changed":
        return _case_of_price(values)
    if difference.code == "fictional-changed" and values["old"]:
        return "fictional-changed.real"
    return difference.code


def _case_of_price(values: Mapping[str, object]) -> str:
    if not values["comparable"]:
        return "price-changed.currency"
    return "price-changed.same" if values["old"] == values["new"] else "price-changed"


def _fields(difference: Difference, wording: Wording) -> dict[str, object]:
    """The values of a sentence, each as it is read; `sku` is the part of the line."""
    code, values = difference.code, difference.values
    fields: dict[str, Any] = {"sku": difference.sku, **values}
    word = _WORDS.get(code)
    for key in ("old", "new", "old_net", "new_net"):
        if key in fields and word is not None:
            fields[key] = word(fields[key], wording)
        elif key in fields and fields[key] is None:
            fields[key] = wording.phrases.say("verify.none")
    if code == "total-changed":
        fields |= {key: _money(values, key, wording) for key in ("old", "new")}
    if code == "requirement-changed" and values["condition"] == "minimum-base":
        fields["new"] = wording.ways(values["new_required"])  # type: ignore[arg-type]
    if "status" in fields:
        fields["status"] = _price_status(fields["status"], wording)
    if "kind" in fields:
        fields["kind"] = wording.phrases.say(f"verify.file.{fields['kind']}")
    return fields


def _money(values: Mapping[str, Any], side: str, wording: Wording) -> str:
    """An amount of one side with its currency."""
    amount, currency = values[side], values[f"{side}_currency"]
    if amount is None or currency is None:
        return wording.phrases.say("verify.none")
    return wording.phrases.money(amount, currency)


def _verdict(value: Any, wording: Wording) -> str:
    return wording.verdict(value)


def _status(value: Any, wording: Wording) -> str:
    return wording.phrases.say(f"verify.status.{value}")


def _unit(value: Any, wording: Wording) -> str:
    return wording.phrases.say(f"diff.unit.{value}")


def _price_status(value: Any, wording: Wording) -> str:
    return wording.phrases.say(f"price-status.{value}")


def _quantity(value: Any, wording: Wording) -> object:
    return wording.phrases.say("quantity.open") if value is None else value


def _edition(value: Any, wording: Wording) -> str:
    try:
        return edition_named(value, wording.phrases)
    except (ValueError, IndexError):  # what a saved quote says of its edition can be any text
        return str(value)


_WORDS = {
    "verdict-changed": _verdict,
    "status-changed": _status,
    "unit-changed": _unit,
    "quantity-changed": _quantity,
    "price-status-changed": _price_status,
    "data-differ": _edition,
}
