"""Workers in processes of their own, one a core, and what becomes of each number they are given."""

import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from math import inf
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

_TESTS = Path(__file__).resolve().parents[1]
HANG = 60.0
"""Seconds on the clock after which a worker that says nothing is ended."""
_RUNS_OF_A_WORKER = 500
"""How many runs a worker does: what libraries keep from one to the next is no cost of a run."""


@dataclass(frozen=True, slots=True)
class Result:
    """How a run ended: what is wrong, if anything, what it took, and what was run."""

    number: int
    fault: str | None
    seconds: float = 0.0
    memory: int = 0
    run: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """How runs are made: by which worker, in which folder, where the files of failures are kept."""

    folder: Path
    kept: Path
    module: str = "fuzz.worker"
    hang: float = HANG


def run_all(
    seed: str, numbers: Sequence[int], way: Way, workers: int, seconds: float = inf
) -> Iterator[Result]:
    """The result of each number, as they come; none is begun after so many seconds."""
    waiting: Queue[int] = Queue()
    results: Queue[Result | None] = Queue()
    end = time.monotonic() + seconds
    for number in numbers:
        waiting.put(number)
    crews = [_Crew(seed, way.folder / f"worker-{n}", way) for n in range(workers)]
    for crew in crews:
        Thread(target=crew.work, args=(waiting, results, end), daemon=True).start()
    at_work = workers
    while at_work:
        result = results.get()
        if result is None:
            at_work -= 1
        else:
            yield result
    for crew in crews:
        crew.end()


@dataclass
class _Crew:
    """One worker at a time, and another where it died."""

    seed: str
    folder: Path
    way: Way
    process: "subprocess.Popen[str] | None" = None
    runs: int = field(default=0)

    def work(self, waiting: "Queue[int]", results: "Queue[Result | None]", end: float) -> None:
        """Take numbers until none is left or it is time to end; then None is the last result."""
        with suppress(Empty):
            while time.monotonic() < end:
                result = self.result(waiting.get_nowait())
                if result.fault is not None:
                    self.keep(result.number)
                    self.end()
                results.put(result)
        results.put(None)

    def keep(self, number: int) -> None:
        files = self.way.kept / f"{self.seed}-{number}"
        shutil.rmtree(files, ignore_errors=True)
        shutil.copytree(self.folder, files)

    def result(self, number: int) -> Result:
        if self.runs >= _RUNS_OF_A_WORKER:
            self.end()
        self.runs += 1
        process = self.process or self.start()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{number}\n")
        process.stdin.flush()
        ready, _, _ = select.select([process.stdout], [], [], self.way.hang)
        line = process.stdout.readline() if ready else ""
        if line:
            return Result(number, **json.loads(line))
        return Result(number, self.how_it_died(process))

    def start(self) -> "subprocess.Popen[str]":
        self.process = subprocess.Popen(
            [sys.executable, "-m", self.way.module, self.seed, str(self.folder)],
            env={**os.environ, "PYTHONPATH": str(_TESTS)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self.process

    def how_it_died(self, process: "subprocess.Popen[str]") -> str:
        """Why there is no answer: the worker ended itself, was ended, or has to be."""
        try:
            code: int | None = process.wait(1)
        except subprocess.TimeoutExpired:
            code = None
        self.end()
        if code is None:
            return f"no answer within {self.way.hang} s"
        if code == -signal.SIGXCPU:
            return "ended by the kernel: too much processor time"
        return f"the process ended with {code}"

    def end(self) -> None:
        process, self.process, self.runs = self.process, None, 0
        if process is not None:
            process.kill()
            process.communicate()
