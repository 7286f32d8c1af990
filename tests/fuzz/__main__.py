"""Tries tens of thousands of changed files on every command that reads one (`make fuzz`).

Each run has a number, and all of it follows from that and the seed: one that failed is made again
by `make fuzz SEED=… ONLY=…`, and its files are kept. Ends with 1 where any run failed.
"""

import argparse
import os
import sys
import tempfile
from math import inf
from pathlib import Path
from random import Random

from fuzz.crew import Result, Way, run_all
from fuzz.sorts import SORTS, sort_of
from fuzz.worker import MEGABYTES, SECONDS

KEPT = Path(".fuzz")
_ENOUGH = 20
"""After so many failures the rest would be no news."""


def plan(seed: str, inputs: int) -> list[int]:
    """The numbers of the runs that try at least so many files and lines."""
    numbers: list[int] = []
    held = 0
    while held < inputs:
        held += SORTS[sort_of(Random(f"{seed}:{len(numbers)}"))].inputs
        numbers.append(len(numbers))
    return numbers


def main() -> int:
    """Run what is asked for; print every failure, then one line on all of it."""
    parser = argparse.ArgumentParser(prog="make fuzz")
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--only", type=int, action="append", help="the number of a run")
    parser.add_argument("--seconds", type=float, default=inf, help="begin no run after so long")
    stated = parser.parse_args()
    numbers = stated.only or plan(stated.seed, stated.inputs)
    results: list[Result] = []
    with tempfile.TemporaryDirectory() as folder:
        way = Way(Path(folder), KEPT)
        for result in run_all(stated.seed, numbers, way, os.cpu_count() or 1, stated.seconds):
            results.append(result)
            if result.fault is not None:
                _tell(stated.seed, result)
            if sum(each.fault is not None for each in results) == _ENOUGH:
                break
    failed = sum(each.fault is not None for each in results)
    held = sum(SORTS[sort_of(Random(f"{stated.seed}:{each.number}"))].inputs for each in results)
    slowest = max(each.seconds for each in results)
    memory = max(each.memory for each in results)
    left = len(numbers) - len(results)
    rest = f" {left:,} more runs were planned." if left else ""
    sys.stdout.write(
        f"{held:,} changed files and lines in {len(results):,} runs, seed {stated.seed}: "
        f"{failed} failed; the slowest run took {slowest:.2f} s, the largest {memory} MB; "
        f"a file may take {SECONDS} s, {MEGABYTES} MB."
        f"{rest}\n"
    )
    return int(failed > 0)


def _tell(seed: str, result: Result) -> None:
    """A failure, how to see it again, and where its files are."""
    kept = KEPT / f"{seed}-{result.number}"
    sys.stdout.write(
        f"run {result.number}: {result.fault}\n  hp-priority {' '.join(result.run)}\n"
        f"  again: make fuzz SEED={seed} ONLY={result.number}; its files: {kept}\n"
    )
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
