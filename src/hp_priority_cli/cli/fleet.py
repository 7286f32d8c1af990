"""Fleet exports for the commands that take them: the options that say how they are read."""

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from hp_priority_cli.catalog.devices import find_type, near_type, standings, type_key
from hp_priority_cli.cli.again import command_again, options_again
from hp_priority_cli.cli.customer import Counting, refuse_unknown_words
from hp_priority_cli.cli.options import FleetOptions, InventoryOptions
from hp_priority_cli.cli.session import Remark, Session
from hp_priority_cli.cli.values import one_of
from hp_priority_cli.customer.fleet.base import base_of, told_at_no_site
from hp_priority_cli.customer.fleet.read import read_fleet
from hp_priority_cli.customer.fleet.records import (
    KEYS,
    Facts,
    Fleet,
    FleetFile,
    Instructions,
    Key,
)
from hp_priority_cli.customer.fleet.words import ANOTHER, HP, cover_of, line_of, maker_of
from hp_priority_cli.customer.records import Request
from hp_priority_cli.errors import UsageProblem
from hp_priority_cli.presentation.views.inventory import possible_counts
from hp_priority_cli.readers.used import UsedFile, name_alone

_ORDERS = ("dmy", "mdy")
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "maker": (HP, ANOTHER),
    "line": ("commercial", "consumer"),
    "cover": ("yes", "no"),
}
"""The facts that `--every` states in one of a few words."""
_OF_EVERY = tuple(key for key in KEYS if key != "serial")


def fleet_of(paths: Sequence[str], options: FleetOptions, session: Session, as_of: date) -> Fleet:
    """The fleet in files, read as the options say, with what was decided about them told."""
    given = _instructions(options, session, as_of)
    for n, path in enumerate(paths):
        if any(os.path.realpath(path) == os.path.realpath(each) for each in paths[:n]):
            raise UsageProblem("inventory-twice", file=path)
        session.announce_input(path)
    fleet = read_fleet(paths, session.catalog, given)
    for each in fleet.files:
        _tell(each, session)
    return fleet


def used_files(fleet: Fleet) -> Iterator[UsedFile]:
    """The files of a fleet as an answer names them."""
    for each in fleet.files:
        yield UsedFile(name_alone(each.file), each.sha256)


def command_for(
    session: Session, verb: str, paths: Sequence[str], options: FleetOptions, day: date | None
) -> str:
    """A command on the same files, read in the same way and judged on the same day where one was
    stated, to be pasted as it stands.
    """
    files = paths if verb == "inventory" else [w for path in paths for w in ("--inventory", path)]
    on = [] if day is None else ["--as-of", day.isoformat()]
    return command_again(session, verb, *files, *options_again(options), *on)


def counting(
    inventory: InventoryOptions, options: FleetOptions, session: Session
) -> Counting | None:
    """How the base is counted from the fleet that the options name; None where they name none.

    Raises UsageProblem where they say how to read one that is not there.
    """
    paths = inventory.inventory
    if not paths:
        _refuse_idle(options)
        return None

    def count(
        request: Request, given: Request, as_of: date
    ) -> tuple[Mapping[str, Any], Sequence[str]]:
        _refuse_stated(request, given)
        fleet = fleet_of(paths, options, session, as_of)
        if fleet.has_places and given.countries is not None:
            raise UsageProblem("inventory-and-countries")
        session.inventory_files.extend(used_files(fleet))
        session.fleets.append(fleet)
        shown = command_for(session, "inventory", paths, options, given.as_of or request.as_of)
        if fleet.to_settle:
            rows, say = _rows_open(fleet, session), session.phrases.say
            message = say("note.rows-open", **rows, command=shown)
            session.remarks.append(Remark(say("stated.rows-open", **rows), shown, message))
        if nowhere := told_at_no_site(fleet):
            told = session.phrases.count("count.rows-nowhere", nowhere)
            session.remarks.append(Remark(told, shown, f"{told} {shown}"))
        return base_of(fleet), remarks_on(fleet, shown, session)

    return count


def remarks_on(fleet: Fleet, command: str, session: Session) -> tuple[str, ...]:
    """What a saved request says of the fleet that its base was counted from."""
    say = session.phrases.say
    made = say("request-file.counted", command=command)
    if not fleet.to_settle:
        return (made,)
    return (made, say("request-file.rows-open", **_rows_open(fleet, session)))


def _rows_open(fleet: Fleet, session: Session) -> Mapping[str, str]:
    """How many rows are to be settled, and what would count if all of them did."""
    rows = session.phrases.count("count.rows-open", fleet.to_settle)
    return {"rows": rows, "possible": possible_counts(fleet, session.wording)}


def refuse_batch(inventory: InventoryOptions, options: FleetOptions) -> None:
    """Refuse a fleet beside many requests, which state a base each."""
    if inventory.inventory:
        raise UsageProblem("inventory-batch")
    _refuse_idle(options)


def _refuse_idle(options: FleetOptions) -> None:
    option = next(options_again(options), None)
    if option is not None:
        raise UsageProblem("without-inventory", option=option)


def _refuse_stated(request: Request, given: Request) -> None:
    """Refuse a base that is stated beside the one that is counted."""
    if given.states_base:
        raise UsageProblem("inventory-and-base")
    if request.states_base:
        raise UsageProblem("inventory-and-request")


def _tell(file: FleetFile, session: Session) -> None:
    """Say what was deduced, what was passed over, and which column gave what."""
    say = session.phrases.say
    if file.order_source == "column":
        session.advise("note.date-order", file=file.file, order=say(f"date-order.{file.order}"))
    if "serial" not in file.columns:
        session.advise("note.no-serials", file=file.file)
    if file.hidden:
        session.advise("note.hidden-rows", file=file.file, n=file.hidden)
    if file.passed_over:
        lines = ", ".join(str(line) for line in file.passed_over)
        session.note("note.totals-passed-over", file=file.file, lines=lines)
    told = [f"{key} ({title})" for key, title in file.columns.items()]
    session.note("note.columns", file=file.file, columns=session.phrases.all_of(told))
    if file.unread:
        unread = session.phrases.all_of(file.unread)
        session.note("note.columns-unread", file=file.file, columns=unread)


def _instructions(options: FleetOptions, session: Session, as_of: date) -> Instructions:
    order: Any = one_of("--date-order", options.date_order, _ORDERS)
    return Instructions(
        as_of=as_of,
        columns=_columns(options.column or ()),
        types=_types(options.word or (), session),
        every=_every(options.every or (), session, as_of),
        date_order=order,
    )


def _pair(option: str, text: str, parts: tuple[str, str, str], form: str) -> tuple[str, str]:
    """The two texts of a pair, neither of them blank."""
    key, _, value = (part.strip() for part in parts)
    if not key or not value:
        raise UsageProblem("not-a-pair", option=option, value=text, form=form)
    return key, value


def _columns(texts: Sequence[str]) -> Mapping[Key, str]:
    found: dict[Key, str] = {}
    for text in texts:
        key, title = _pair("--column", text, text.partition("="), "KEY=TITLE")
        known: Any = one_of("--column", key, KEYS)
        found[known] = title
    return found


def _types(texts: Sequence[str], session: Session) -> Mapping[str, str]:
    """The types that words mean, by the spelling of each word."""
    pairs = [_pair("--type", text, text.rpartition("="), "TEXT=TYPE") for text in texts]
    return {type_key(word): _type("--type", name, session) for word, name in pairs}


def _type(option: str, name: str, session: Session) -> str:
    known = standings(session.catalog)
    found = name if name in known else find_type(session.catalog, name)
    if found is None:
        near = near_type(session.catalog, name)
        raise UsageProblem("type-unknown", option=option, value=name, choices=(*known,), near=near)
    return found


def _every(texts: Sequence[str], session: Session, as_of: date) -> Facts:
    stated: dict[str, str] = {}
    for text in texts:
        key, value = _pair("--every", text, text.partition("="), "KEY=VALUE")
        one_of("--every", key, _OF_EVERY)
        stated[key] = value
    found: dict[str, Any] = {key: _fact(key, value, session) for key, value in stated.items()}
    if "cover_until" in found:
        text = stated["cover_until"]
        found["cover"] = cover_of(text, stated.get("cover", ""), as_of, None)
        if not isinstance(found["cover"], str):
            raise UsageProblem("not-a-date", option="--every cover_until", value=text)
    return Facts(**{field: found.get(field) for field in Facts._fields})


def _fact(key: str, value: str, session: Session) -> object:
    """What holds for every device, as a code."""
    if key == "type":
        return _type("--every type", value, session)
    if key == "country":
        [code] = refuse_unknown_words(Request(countries=(value,)), session).countries or ()
        return code
    if key == "cover_until":
        return None
    readers = {"maker": maker_of, "line": line_of, "cover": _cover}
    fact = readers[key](value)
    if not isinstance(fact, str):
        choices = _CHOICES[key]
        raise UsageProblem("not-a-choice", option=f"--every {key}", value=value, choices=choices)
    return fact


def _cover(text: str) -> object:
    return cover_of("", text, date.min, None)
