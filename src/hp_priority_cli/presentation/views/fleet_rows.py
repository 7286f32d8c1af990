"""The rows of a fleet by their numbers, as runs: `2-14, 16`."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import PurePath

from hp_priority_cli.customer.fleet.records import OPEN, Device, Fleet
from hp_priority_cli.presentation.report import Block, Line, Section
from hp_priority_cli.presentation.wording import Wording


def every_row_of(fleet: Fleet, wording: Wording) -> Iterator[Block]:
    """All rows of every bucket, by their numbers."""
    for bucket, devices in fleet.buckets.items():
        name = wording.phrases.say(f"bucket.{bucket}")
        texts = Counter(d.about for d in devices if d.about and bucket in OPEN)
        lines = [Line(", ".join(rows_of(devices, fleet, None)))]
        for about in texts if len(texts) > 1 or bucket == "cell-unreadable" else ():
            rows = rows_of([d for d in devices if d.about == about], fleet, None)
            label = wording.phrases.say("label.record", label=f'"{about}"')
            lines.append(Line(", ".join(rows), label=label))
        yield Section(name, tuple(lines))


def rows_of(devices: Sequence[Device], fleet: Fleet, most: int | None) -> tuple[str, ...] | str:
    """The rows of devices as runs, `2-14`, under the name of their file where there are several."""
    runs = []
    for n, of_file in groupby(devices, key=lambda each: each.place.file):
        name = f"{PurePath(fleet.files[n].file).name}:" if len(fleet.files) > 1 else ""
        runs += [f"{name}{run}" for run in _runs([each.place.line for each in of_file])]
    if most is None:
        return tuple(runs)
    return ", ".join(runs[:most])


def _runs(lines: Sequence[int]) -> Iterator[str]:
    """Rising numbers, those that follow each other as one run."""
    for _, run in groupby(enumerate(lines), key=lambda each: each[1] - each[0]):
        numbers = [number for _, number in run]
        yield str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}"
