"""The rows of a fleet by their numbers, as runs: `2-14, 16`."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from hp_priority_cli.customer.fleet.records import Bucket, Device, Fleet
from hp_priority_cli.presentation.report import Cell, Column, Table, table
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.readers.used import name_alone

_FIRST_ROWS = 14
"""The columns that there are for some rows beside an option, on a plain terminal."""


def every_row_of(fleet: Fleet, wording: Wording) -> Table:
    """All rows of every bucket by their numbers; those to be settled by the text in the way."""
    say = wording.phrases.say
    columns = (
        Column(say("column.rows"), "count"),
        Column(say("column.bucket")),
        Column(say("column.all-rows")),
    )
    rows = [
        (
            Cell(len(devices)),
            Cell(_name(bucket, about, wording)),
            Cell(", ".join(rows_of(devices, fleet))),
        )
        for bucket, about, devices in _groups(fleet)
    ]
    return table(columns, rows)


def _groups(fleet: Fleet) -> Iterator[tuple[Bucket, str | None, Sequence[Device]]]:
    """The devices of each bucket, those to be settled by what they are about."""
    for bucket, devices in fleet.buckets.items():
        groups: dict[str | None, list[Device]] = {}
        for device in devices:
            groups.setdefault(device.about, []).append(device)
        for about, held in groups.items():
            yield bucket, about, held


def _name(bucket: Bucket, about: str | None, wording: Wording) -> str:
    name = wording.phrases.say(f"bucket.{bucket}")
    if about is None:
        return name
    return wording.phrases.say("inventory.text", bucket=name, **wording.fields({"word": about}))


def first_rows_of(devices: Sequence[Device], fleet: Fleet) -> str:
    """The first rows of devices, as many runs as a narrow column holds and at least one."""
    first, *others = rows_of(devices, fleet)
    for run in others:
        if len(first) + len(run) + 2 > _FIRST_ROWS:
            break
        first = f"{first}, {run}"
    return first


def rows_of(devices: Sequence[Device], fleet: Fleet) -> list[str]:
    """The rows of devices as runs, `2-14`, with the name of their file where there are several."""
    runs = []
    for n, of_file in groupby(devices, key=lambda each: each.place.file):
        name = f"{name_alone(fleet.files[n].file)}:" if len(fleet.files) > 1 else ""
        runs += [f"{name}{run}" for run in _runs([each.place.line for each in of_file])]
    return runs


def _runs(lines: Sequence[int]) -> Iterator[str]:
    """Rising numbers, those that follow each other as one run."""
    for _, run in groupby(enumerate(lines), key=lambda each: each[1] - each[0]):
        numbers = [number for _, number in run]
        yield str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}"
