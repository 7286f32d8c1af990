"""Runs the installed command as a user would, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

COMMAND = Path(sys.executable).with_name("hp-priority")
FOREIGN = ("HP_PRIORITY_", "NO_COLOR", "FORCE_COLOR", "PYTHONUNBUFFERED", "LC_", "LANG")
HANG = 60
"""Seconds after which a run counts as hanging."""


def environment(**more):
    """The environment without what would change an answer, and with `more`."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(FOREIGN)}
    return kept | {"COLUMNS": "80", "HP_PRIORITY_AS_OF": "2026-11-24"} | more


def hp(*arguments, stdin=b"", cwd=None, **more):
    """What one run printed, as bytes, and its exit code."""
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
