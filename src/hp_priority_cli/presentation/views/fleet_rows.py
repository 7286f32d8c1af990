"""The rows of a fleet by their numbers, as runs: `2-14, 16`."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import PurePath

from hp_priority_cli.customer.fleet.records import OPEN, Device, Fleet
from hp_priority_cli.presentation.report import Block, Line, Section
from hp_priority_cli.presentation.wording import Wording

_FIRST_ROWS = 14
"""The columns that there are for some rows beside an option, on a plain terminal."""


def every_row_of(fleet: Fleet, wording: Wording) -> Iterator[Block]:
    """All rows of every bucket, by their numbers."""
    for bucket, devices in fleet.buckets.items():
        name = wording.phrases.say(f"bucket.{bucket}")
        texts = Counter(d.about for d in devices if d.about and bucket in OPEN)
        lines = [Line(", ".join(rows_of(devices, fleet)))]
        for about in texts if len(texts) > 1 or bucket == "cell-unreadable" else ():
            rows = rows_of([d for d in devices if d.about == about], fleet)
            label = wording.phrases.say("label.record", label=f'"{about}"')
            lines.append(Line(", ".join(rows), label=label))
        yield Section(name, tuple(lines))


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
        name = f"{PurePath(fleet.files[n].file).name}:" if len(fleet.files) > 1 else ""
        runs += [f"{name}{run}" for run in _runs([each.place.line for each in of_file])]
    return runs


def _runs(lines: Sequence[int]) -> Iterator[str]:
    """Rising numbers, those that follow each other as one run."""
    for _, run in groupby(enumerate(lines), key=lambda each: each[1] - each[0]):
        numbers = [number for _, number in run]
        yield str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}"
