"""Times of functions and of commands: the best of several runs, taken in turns.

All are seconds of processor time, which others that use the same machine lengthen far less than
they do the time on the clock.
"""

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

_SAID_NO = (0, 20, 21)
"""Exit codes of a command that took its files, or said what is wrong with them."""
LEAST = 0.05
"""Seconds that a function is called for in each round, again and again where it is quick."""


@dataclass(frozen=True, slots=True)
class Ran:
    """One run of a command: its seconds, and the most memory that it held, in bytes."""

    seconds: float
    memory: int


def best_of(rounds: int, measured: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """The seconds of each function in its best round. They take turns."""
    best = dict.fromkeys(measured, float("inf"))
    for _ in range(rounds):
        for name, function in measured.items():
            best[name] = min(best[name], _seconds(function))
    return best


def _seconds(function: Callable[[], object]) -> float:
    calls, start = 0, time.process_time()
    while calls == 0 or time.process_time() - start < LEAST:
        function()
        calls += 1
    return (time.process_time() - start) / calls


def best_runs(
    rounds: int,
    commands: Mapping[str, Sequence[str]],
    environment: Mapping[str, str],
    *,
    fails: bool = False,
) -> dict[str, Ran]:
    """Each command in its quickest run. They take turns.

    Without `fails`, where a command may say that a file is wrong, RuntimeError where one fails.
    """
    best: dict[str, Ran] = {}
    for _ in range(rounds):
        for name, command in commands.items():
            ran = _run(command, environment, _SAID_NO if fails else (0,))
            best[name] = min(best.get(name, ran), ran, key=lambda each: each.seconds)
    return best


def _run(command: Sequence[str], environment: Mapping[str, str], codes: Sequence[int]) -> Ran:
    """Run a command whose output nobody reads, to one of the exit codes."""
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=None if codes == (0,) else subprocess.DEVNULL,
        env=environment,
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in codes:
        raise RuntimeError(f"exit {process.returncode}: {' '.join(command)}")
    return Ran(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)
