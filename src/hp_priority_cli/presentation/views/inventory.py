"""`inventory` for a person: what counts, what does not and why, what is to be settled and how."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from hp_priority_cli.catalog.devices import standings
from hp_priority_cli.customer.fleet.records import (
    NOT_COUNTED,
    Device,
    Fleet,
    NotCounted,
)
from hp_priority_cli.presentation.report import (
    FOLDS_LAST,
    Block,
    Cell,
    Column,
    Line,
    Report,
    Section,
    Table,
    table,
)
from hp_priority_cli.presentation.settling import Settlement, bucket_clauses, settlements
from hp_priority_cli.presentation.views.fleet_rows import every_row_of, first_rows_of
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.readers.used import name_alone

_FEW_PLACES = 8
_FEW_TYPES = 2
_LONGEST_OPTION = 36
"""The longest option that has room beside what it settles, on a plain terminal."""
_MOST_TO_SETTLE = 8
"""How many lines of what is to be settled have room on a screen."""
CSV_COLUMNS = (
    Column("file"),
    Column("line", "count"),
    Column("serial"),
    Column("bucket", "code"),
    Column("type", "code"),
    Column("country", "code"),
    Column("about"),
)


def inventory_report(
    fleet: Fleet, wording: Wording, as_of: date, command: str, *, every_row: bool
) -> Report:
    """The report on a fleet; `command` asks next which tiers it opens."""
    say = wording.phrases.say
    open_ = [*settlements(fleet, wording.catalog)]
    blocks: list[Block] = [
        Section(say("label.fleet"), (_files(fleet, wording, as_of),)),
        Section(say("label.amounts"), (*_amounts(fleet, wording),)),
        *_places(fleet, wording),
        *_not_counted(fleet, wording),
        *_to_settle(fleet, open_, wording, every_row=every_row),
        *(_in_full(fleet, wording) if every_row else []),
    ]
    next_ = Line("", command=command, is_hint=True)
    blocks.append(Section(say("heading.next"), (next_,)))
    records = device_records(fleet)
    title = say("document.inventory")
    return Report(tuple(blocks), records, title, for_a_call=not every_row)


def _in_full(fleet: Fleet, wording: Wording) -> Iterator[Block]:
    """All rows of every bucket, and the types that `--type` takes where one of them is open."""
    yield every_row_of(fleet, wording)
    if "type-unknown" in fleet.buckets:
        types = Line(" ".join(standings(wording.catalog)), is_hint=True)
        yield Section(wording.phrases.say("metavar.TYPE"), (types,))


def possible_counts(fleet: Fleet, wording: Wording) -> str:
    """What would count if all that is open did: `37 PCs and 12 printers`."""
    counted, open_ = fleet.counted, fleet.open
    pcs, printers = counted.pcs + open_.pcs, counted.printers + open_.printers
    held = (("pcs", pcs), ("printers", printers), ("either", open_.either))
    counts = [wording.phrases.count(f"count.{key}", n) for key, n in held if n]
    return wording.phrases.all_of(counts or [wording.counts({"pcs": 0, "printers": 0})])


def _files(fleet: Fleet, wording: Wording, as_of: date) -> Line:
    held = Counter(device.place.file for device in fleet.devices)
    each = [
        wording.phrases.say(
            "inventory.file",
            file=name_alone(file.file),
            rows=wording.phrases.count("count.rows", held[n]),
        )
        for n, file in enumerate(fleet.files)
    ]
    files = wording.phrases.say("list.semicolon").join(each)
    return Line(wording.phrases.say("inventory.files", files=files, day=as_of))


def _amounts(fleet: Fleet, wording: Wording) -> Iterator[Line]:
    """What counts as it stands, and what might."""
    counted = fleet.counted
    counts = wording.counts({"pcs": counted.pcs, "printers": counted.printers})
    yield Line(counts, tone="good")
    if fleet.to_settle:
        possible = possible_counts(fleet, wording)
        yield Line(wording.phrases.say("amounts.open", possible=possible), tone="open")


def _places(fleet: Fleet, wording: Wording) -> list[Block]:
    """What counts in each place; of many places those with the most on a screen."""
    if not fleet.has_places or not fleet.by_place:
        return []
    say = wording.phrases.say
    short = [
        say("inventory.at-place", country=code, pcs=amount.pcs, printers=amount.printers)
        for code, amount in fleet.by_place.items()
    ]
    full = [
        say(
            "inventory.at-place-in-full",
            country=wording.place(code),
            counts=wording.counts({"pcs": amount.pcs, "printers": amount.printers}),
        )
        for code, amount in fleet.by_place.items()
    ]
    in_full = say("list.semicolon").join(full)
    shown = say("list.comma").join(short[:_FEW_PLACES])
    if len(short) > _FEW_PLACES:
        more = wording.phrases.count("count.more-places", len(short) - _FEW_PLACES)
        shown = say("list.and", start=shown, last=more)
    line = Line(shown, in_full=in_full, folds=FOLDS_LAST)
    return [Section(say("label.by-place"), (line,))]


def _not_counted(fleet: Fleet, wording: Wording) -> list[Block]:
    held = {bucket: fleet.buckets[bucket] for bucket in NOT_COUNTED if bucket in fleet.buckets}
    if not held:
        return []
    say = wording.phrases.say
    columns = (
        Column(say("column.rows"), "count"),
        Column(say("column.not-counted")),
        Column(say("column.clause"), "code"),
        Column(say("column.first-rows"), "code"),
    )
    rows = [
        (
            Cell(len(devices)),
            Cell(_name(bucket, devices, wording)),
            Cell(next(iter(bucket_clauses(bucket, wording.catalog)), None), "quiet"),
            Cell(first_rows_of(devices, fleet)),
        )
        for bucket, devices in held.items()
    ]
    return [table(columns, rows)]


def _name(bucket: NotCounted, devices: Sequence[Device], wording: Wording) -> str:
    """What a bucket holds; of other types which, those with the most first."""
    name = wording.phrases.say(f"bucket.{bucket}")
    if bucket != "other-type":
        return name
    held = Counter(device.type for device in devices if device.type is not None)
    names = [wording.device_type(type_) for type_, _ in held.most_common(_FEW_TYPES)]
    more = len(held) - _FEW_TYPES
    named = wording.phrases.say("list.comma").join([*names, *([f"+{more}"] if more > 0 else [])])
    return wording.phrases.say("name.with-code", name=name, code=named)


def _to_settle(
    fleet: Fleet, open_: Sequence[Settlement], wording: Wording, *, every_row: bool
) -> list[Block]:
    """What is to be settled and by which option, as much of it as has room on a screen."""
    if not open_:
        return []
    say = wording.phrases.say
    shown = open_ if every_row else _with_room(open_)
    left = sum(len(each.devices) for each in open_) - sum(len(each.devices) for each in shown)
    more = f"{say('column.to-settle-some', n=left)} -v" if left else say("column.to-settle")
    columns = (
        Column(say("column.rows"), "count"),
        Column(more),
        Column(say("column.settled-by"), "code"),
        Column(say("column.first-rows"), "code"),
    )
    rows = [
        (
            Cell(len(each.devices)),
            Cell(_what(each, wording), "open"),
            Cell(_settled_by(each, wording, in_full=every_row)),
            Cell(first_rows_of(each.devices, fleet)),
        )
        for each in shown
    ]
    return [table(columns, rows)]


def _settled_by(each: Settlement, wording: Wording, *, in_full: bool) -> str:
    """The option that settles rows; one with a long text in it by its form, save in full."""
    if each.option is None:
        return wording.phrases.say("inventory.in-the-file")
    return each.option if in_full or len(each.option) <= _LONGEST_OPTION else "--type TEXT=TYPE"


def _with_room(open_: Sequence[Settlement]) -> Sequence[Settlement]:
    """One of each bucket, and as many more of those with the most rows as have room."""
    if len(open_) <= _MOST_TO_SETTLE:
        return open_
    first = {each.bucket: each for each in reversed(open_)}
    others = [each for each in open_ if each is not first[each.bucket]]
    others.sort(key=lambda each: -len(each.devices))
    taken = [*first.values(), *others[: max(_MOST_TO_SETTLE - len(first), 0)]]
    return [each for each in open_ if any(each is one for one in taken)]


def _what(each: Settlement, wording: Wording) -> str:
    """What is open, with the text that stands in the way."""
    name = wording.phrases.say(f"short-bucket.{each.bucket}")
    about = each.about
    if each.bucket == "cell-unreadable":
        about = each.devices[0].about
    if about is None:
        return name
    fields = {"bucket": name, **wording.fields({"word": about})}
    return wording.phrases.say("inventory.text", **fields)


def device_records(fleet: Fleet) -> Table:
    """One row for each device, for CSV."""
    rows = [
        [
            Cell(value)
            for value in (
                name_alone(fleet.files[device.place.file].file),
                device.place.line,
                device.serial,
                device.bucket,
                device.type,
                device.country,
                device.about,
            )
        ]
        for device in fleet.devices
    ]
    return table(CSV_COLUMNS, rows)
