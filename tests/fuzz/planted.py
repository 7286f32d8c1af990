"""A worker whose tool has the fault that its number names, to see that each is caught."""

import os
import re
import signal
import sys
import time
from pathlib import Path

from fuzz import worker
from hp_priority_cli.errors import EXIT_OK


def _endless() -> int:
    while True:
        pass


def _backtracking() -> int:
    return int(re.match(r"(?:a+)+$", "a" * 60 + "b") is not None)


def _large() -> int:
    held = bytearray(os.urandom(1)) * (300 << 20)
    return len(held) * 0


def _huge() -> int:
    return len(bytearray(8 << 30)) * 0


def _waiting() -> int:
    time.sleep(3_600)
    return EXIT_OK


def _crash() -> int:
    os.kill(os.getpid(), signal.SIGSEGV)
    return EXIT_OK


def _obeyed() -> int:
    os.write(1, b"\x1b[2J")
    return EXIT_OK


def _raised() -> int:
    raise RuntimeError("planted")


def _nothing() -> int:
    return EXIT_OK


def _one() -> int:
    return 1


def _gone() -> int:
    os._exit(0)


FAULTS = (
    *(_nothing, _endless, _backtracking, _large, _huge, _waiting),
    *(_crash, _obeyed, _raised, _one, _gone),
)


if __name__ == "__main__":
    worker.main(sys.argv[1], Path(sys.argv[2]), lambda number: lambda _arguments: FAULTS[number]())
