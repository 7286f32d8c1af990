"""Runs the command as a user would, each time in a process of its own."""

import atexit
import os
import signal
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import warm

COMMAND = Path(sys.executable).with_name("hp-priority")
FOREIGN = ("HP_PRIORITY_", "NO_COLOR", "FORCE_COLOR", "PYTHONUNBUFFERED", "LC_", "LANG")
AT_START = ("PYTHON", "LC_", "LANG")
"""Variables that Python itself reads, when it starts."""
HANG = 60
"""Seconds after which a run counts as hanging."""


def environment(**more):
    """The environment without what would change an answer, and with `more`."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(FOREIGN)}
    return kept | {"COLUMNS": "80", "HP_PRIORITY_AS_OF": "2026-11-24"} | more


def hp(*arguments, stdin=b"", cwd=None, **more):
    """What one run printed, as bytes, and its exit code."""
    if sys.platform != "linux" or any(name.startswith(AT_START) for name in more):
        return hp_anew(*arguments, stdin=stdin, cwd=cwd, **more)
    order = {
        "arguments": [os.fsdecode(each) for each in arguments],
        "cwd": os.fsdecode(cwd or Path.cwd()),
        "env": environment(**more),
    }
    with (
        tempfile.TemporaryFile() as given,
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as messages,
    ):
        given.write(stdin)
        given.seek(0)
        files = given, out, messages
        code = warm.ask(door(), order, [each.fileno() for each in files], HANG)
        out.seek(0)
        messages.seek(0)
        if code == -signal.SIGALRM:
            raise subprocess.TimeoutExpired(order["arguments"], HANG)
        return subprocess.CompletedProcess(order["arguments"], code, out.read(), messages.read())


@cache
def door():
    """The address of the nursery of this process, started when it is first wanted."""
    address = f"{tempfile.mkdtemp(prefix='hp-priority-')}/door"
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}
    server = subprocess.Popen(
        [sys.executable, Path(__file__).with_name("nursery.py"), address],
        env=kept,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )

    atexit.register(server.communicate)
    assert server.stdout is not None
    assert server.stdout.readline() == b"open\n"
    return address


@cache
def path_to_command():
    """A `PATH` for shells on which `hp-priority` is found, without its start where it can be."""
    folders = [str(COMMAND.parent), os.environ["PATH"]]
    if sys.platform == "linux":
        command = Path(door()).with_name("hp-priority")
        run = f"{sys.executable} -IS {warm.__file__} {door()} {HANG}"
        command.write_text(f'#!/bin/sh\nexec {run} "$@"\n', "utf-8")
        command.chmod(0o755)
        folders.insert(0, str(command.parent))
    return os.pathsep.join(folders)


def hp_anew(*arguments, stdin=b"", cwd=None, **more):
    """The same from the installed command, its start included."""
    return subprocess.run(
        [COMMAND, *arguments],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env=environment(**more),
        timeout=HANG,
        check=False,
    )


def said(ran, exit_code, *, stdout=b""):
    """The messages of a run that failed in a documented way."""
    text = ran.stderr.decode()
    assert (ran.returncode, ran.stdout) == (exit_code, stdout), text
    assert text
    assert "Traceback" not in text
    assert "internal fault" not in text
    return text
