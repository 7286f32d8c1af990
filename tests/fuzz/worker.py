"""Runs what it is told, one number a line, each within its limits; says a line of JSON on each.

The processor time is bounded by the kernel, which ends the process: nothing in it can prevent that.
Memory beyond the limit cannot be had, or is told. A worker that dies leaves the rest to another.
"""

import gc
import json
import os
import re
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from fuzz.sorts import SORTS, Try, made_anew, sort_of
from hp_priority_cli.checking.records import UNKNOWN
from hp_priority_cli.cli.main import run
from hp_priority_cli.rules import RULES

SECONDS = 2
"""The most processor time of a file; the kernel counts whole seconds, and gives up to one more."""
_FILES_A_SECOND = 10
"""How many files of a run earn it a further second: a tenth is plenty for one of them."""
MEGABYTES = 200
_ADDRESSES = 1 << 30
_UNSEEN = "\x1b\u202e\0"
"""Characters that no screen may be given."""
_TOTALS = re.compile(r"([\d,\s]*\d) \w+, ([\d,\s]*\d) \w+\.")
"""`2 errors, 1 warning.`, in either language."""
_SHOWN = ("text", "table", "github", "markdown")
"""The forms that people read; the others keep a text as it was given."""


def limit(seconds: int) -> None:
    """Let the process run for that many seconds more, and hold no more than it may at all."""
    spent = int(time.process_time()) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (spent + seconds, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESSES, resource.RLIM_INFINITY))


def made(sort: str, chance: Random, folder: Path, out: Path) -> Try:
    """The files of a run, made in a process of their own: their making is no cost of the run."""
    child = os.fork()
    if child == 0:
        tried = SORTS[sort].make(chance, made_anew(folder))
        (out / "run").write_text(json.dumps(tried), "utf-8")
        os._exit(0)
    if os.waitpid(child, 0)[1] != 0:
        raise RuntimeError(f"no files of the sort: {sort}")
    return Try(*json.loads((out / "run").read_text("utf-8")))


def attempt(tried: Try, out: Path, tool: Callable[[list[str]], int] = run) -> str | None:
    """What is wrong with how a run ended; None where it ended in words."""
    before = os.dup(1), os.dup(2)
    files = [out / "stdout", out / "stderr"]
    for descriptor, file in zip((1, 2), files, strict=True):
        opened = os.open(file, os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        os.dup2(opened, descriptor)
        os.close(opened)
    try:
        code = tool(tried.arguments)
    finally:
        for descriptor, kept in zip((1, 2), before, strict=True):
            os.dup2(kept, descriptor)
            os.close(kept)
    said, complained = (file.read_text("utf-8", "strict") for file in files)
    return _fault(tried, code, said, complained)


def _fault(tried: Try, code: int, said: str, complained: str) -> str | None:
    if code not in tried.codes:
        last = complained.strip().splitlines()[-1:] or [""]
        return f"exit {code}, not one of {tried.codes}: {last[0][:300]}"
    if "Traceback" in complained or "internal fault" in complained:
        return f"a trace on standard error: {complained[-300:]}"
    if code and not (said or complained):
        return f"exit {code} without a word"
    shown = complained + (said if tried.form in _SHOWN else "")
    if set(shown) & set(_UNSEEN):
        return "a character that a screen obeys"
    if tried.form == "text" and said:
        return _fault_of_text(said)
    return _fault_of_json(tried, code, said) if tried.form in ("json", "lines") and said else None


def _fault_of_text(said: str) -> str | None:
    """`check` says each finding on a line of its own, and then how many there are."""
    for n, line in enumerate(said.splitlines()):
        if found := _TOTALS.fullmatch(line):
            told = sum(int(re.sub(r"\D", "", each)) for each in found.groups())
            return None if told == n else f"{n} lines of findings, {told} findings"
    return "no line with the number of findings"


def _fault_of_json(tried: Try, code: int, said: str) -> str | None:
    lines = said.splitlines() if tried.form == "lines" else [said]
    documents = [json.loads(line) for line in lines]
    found = [each for document in documents for each in document.get("findings", [])]
    strange = {each["code"] for each in found} - RULES.keys()
    if strange:
        return f"codes that are no rules: {strange}"
    return _fault_of_check(tried, code, documents[0]) if tried.arguments[0] == "check" else None


def _fault_of_check(tried: Try, code: int, document: dict[str, Any]) -> str | None:
    found = document["findings"]
    errors = any(each["severity"] == "error" for each in found)
    if errors and code == 0 and "never" not in tried.arguments:
        return "exit 0 with an error"
    if document["errors"] + document["warnings"] != len(found):
        return "findings that are not counted"
    if document["passed"] != (code == 0):
        return f"exit {code}, and the document says otherwise"
    places = [(each["file"], each["line"] or 0, each["column"] or 0) for each in found]
    if places != sorted(places):
        return "findings in no order"
    if not found and any(each["kind"] == UNKNOWN for each in document["inputs"]):
        return "a file of no kind, and not a word on it"
    return None


def most_memory() -> int:
    """The most memory that this process has had, in MB.

    Where the system tells it of the program alone: what a process counts for itself begins with the
    memory of the one that started it.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        found = re.search(r"^VmHWM:\s+(\d+) kB", status.read_text("utf-8"), re.MULTILINE)
        if found is not None:
            return int(found[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main(seed: str, folder: Path, tools: Callable[[int], Callable[[list[str]], int]]) -> None:
    """Run each number that comes with the tool for it, and tell how it went."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.environ["HP_PRIORITY_AS_OF"] = "2026-11-24"
    gc.collect()
    gc.freeze()  # what is there by now needs no second look, in this process or in a fork of it
    out = made_anew(folder.with_name(f"{folder.name}-said"))
    for line in sys.stdin:
        number = int(line)
        chance = Random(f"{seed}:{number}")
        sort = sort_of(chance)
        tried = made(sort, chance, folder, out)
        limit(SECONDS + SORTS[sort].inputs // _FILES_A_SECOND)
        start = time.process_time()
        try:
            fault = attempt(tried, out, tools(number))
        except Exception as error:  # noqa: BLE001 - whatever comes of a run is what is looked for
            fault = repr(error)[:300]
        seconds = time.process_time() - start
        memory = most_memory()
        if memory > MEGABYTES:
            fault = fault or f"{memory} MB of memory, more than {MEGABYTES}"
        told = {"fault": fault, "seconds": seconds, "memory": memory, "run": tried.arguments}
        sys.stdout.write(f"{json.dumps(told)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), lambda _number: run)
