"""Every command in the README, and every program in the docs, is run and prints what they show."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONSOLE = re.compile(r"```console\n\$ (.*)\n((?:.*\n)*?)```")
PROGRAM = re.compile(r"```python\n((?:.*\n)*?)```\n\n```text\n((?:.*\n)*?)```")
DAY_OF_THE_README = "2026-11-24"
ENGLISH = {"HP_PRIORITY_LANG": "en"}


def shown_commands(name):
    return [
        pytest.param(*shown, id=shown[0])
        for shown in CONSOLE.findall((ROOT / name).read_text("utf-8"))
    ]


def environment():
    here = Path(sys.executable).parent
    path = f"{here}{os.pathsep}{os.environ['PATH']}"
    kept = {key: value for key, value in os.environ.items() if not key.startswith("HP_PRIORITY")}
    return kept | {"PATH": path, "HP_PRIORITY_AS_OF": DAY_OF_THE_README, "COLUMNS": "80"} | ENGLISH


@pytest.mark.parametrize(("command", "shown"), shown_commands("README.md"))
def test_readme_shows_what_the_command_prints(command, shown):
    ran = subprocess.run(
        command,
        shell=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment(),
        check=False,
    )
    assert ran.stdout + ran.stderr == shown


def test_readme_has_an_example_for_each_command():
    commands = " ".join(
        CONSOLE.findall((ROOT / "README.md").read_text("utf-8"))[n][0] for n in range(4)
    )
    assert [word for word in ("eligible", "quote", "compare", "sku") if word not in commands] == []


def test_every_short_command_of_the_readme_succeeds():
    text = (ROOT / "README.md").read_text("utf-8")
    inline = [found for found in re.findall(r"`(hp-priority [^`]*)`", text) if "FILE" not in found]
    assert len(inline) >= 2
    for command in inline:
        ran = subprocess.run(
            command,
            shell=True,
            capture_output=True,
            text=True,
            cwd=ROOT,
            env=environment(),
            check=False,
        )
        assert (command, ran.returncode, ran.stderr) == (command, 0, "")


def test_program_of_the_library_page_prints_what_the_page_shows():
    [(program, shown)] = PROGRAM.findall((ROOT / "docs/library.md").read_text("utf-8"))
    ran = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
    )
    assert (ran.stdout, ran.stderr) == (shown, "")


def test_makefile_has_the_targets_that_the_readme_promises():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    promised = set(re.findall(r"`?make ([a-z]+)", (ROOT / "README.md").read_text("utf-8")))
    assert promised - targets - {"sure"} == set()
