"""Every command in the README, and every program in the docs, is run and prints what they show."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from pages import ROOT, commands_of, shown_by
from running import environment

PROGRAM = re.compile(r"```python\n((?:.*\n)*?)```\n\n```text\n((?:.*\n)*?)```")


def on_the_path():
    """The environment of a reader who has installed the command."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return environment(PATH=path, HP_PRIORITY_LANG="en")


PAGES = sorted(
    str(path.relative_to(ROOT))
    for path in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md"))
    if commands_of(path.read_text("utf-8"))
)


def test_there_is_a_page_for_each_kind_of_user():
    assert {"README.md", "docs/on-the-phone.md", "docs/in-a-script.md"} <= set(PAGES)


@pytest.mark.parametrize("page", PAGES)
def test_page_shows_what_its_commands_print(page, tmp_path, request):
    text = (ROOT / page).read_text("utf-8")
    shown = shown_by(text, tmp_path)
    if request.config.getoption("--rewrite"):
        (ROOT / page).write_text(shown, "utf-8")
        return
    assert shown == text


def test_readme_has_an_example_for_each_command():
    commands = " ".join(commands_of((ROOT / "README.md").read_text("utf-8")))
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
            env=on_the_path(),
            check=False,
        )
        assert (command, ran.returncode, ran.stderr) == (command, 0, "")


def test_program_of_the_library_page_prints_what_the_page_shows():
    [(program, shown)] = PROGRAM.findall((ROOT / "docs/library.md").read_text("utf-8"))
    ran = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env=on_the_path(),
        check=False,
    )
    assert (ran.stdout, ran.stderr) == (shown, "")


def test_makefile_has_the_targets_that_the_readme_promises():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    promised = set(re.findall(r"`?make ([a-z]+)", (ROOT / "README.md").read_text("utf-8")))
    assert promised - targets - {"sure"} == set()
