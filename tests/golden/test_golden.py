"""Every command looks as it was last read and found good, in both languages at three widths."""

import os
import shlex
import shutil
from pathlib import Path

import pytest
import yaml

from hp_priority_cli.cli.main import run
from running import environment, hp

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
COMMANDS = yaml.safe_load((HERE / "commands.yaml").read_text("utf-8"))
LANGUAGES = ("en", "fr")
WIDTHS = (60, 80, 120)


EXAMPLE = "--request examples/example-customer.yaml"
BOOK = "--price-book examples/example-price-book.yaml"
SAVED = {
    "saved-quote.json": f"quote {EXAMPLE} {BOOK}",
    "saved-quotes.json": f"quote {EXAMPLE} {BOOK} --years 1,3",
    "saved-of-a-lost-book.json": f"quote {EXAMPLE} --price-book tests/golden/lost-book.yaml",
}
"""The quotes that commands look at, and how each is made; they are saved anew with the pictures."""


@pytest.fixture(scope="session", autouse=True)
def saved_quotes(request):
    """The quotes on the data and prices of today, where the pictures are made anew."""
    if request.config.getoption("--rewrite"):
        lost = HERE / "lost-book.yaml"
        shutil.copy(ROOT / "examples/example-price-book.yaml", lost)
        for name, command in SAVED.items():
            made = hp(*shlex.split(command), "--json", cwd=ROOT, HP_PRIORITY_DATA="data")
            (HERE / name).write_bytes(made.stdout)
        lost.unlink()


@pytest.fixture
def shown(monkeypatch, capfd):
    """A command's output, its messages and its exit code, as one text."""

    def _shown(command, language, width):
        monkeypatch.chdir(ROOT)
        wanted = environment(HP_PRIORITY_LANG=language, COLUMNS=str(width))
        for name in set(os.environ) - set(wanted):
            monkeypatch.delenv(name)
        for name, value in wanted.items():
            monkeypatch.setenv(name, value)
        code = run(shlex.split(command))
        out, err = capfd.readouterr()
        messages = f"--- standard error\n{err.replace(str(ROOT), '<here>')}" if err else ""
        return f"{out}{messages}--- exit code {code}\n"

    return _shown


@pytest.mark.parametrize(("name", "command"), COMMANDS.items(), ids=COMMANDS)
def test_command_looks_as_it_was_found_good(name, command, shown, request):
    pages = [
        f"=== {language}, {width} columns: hp-priority {command}\n{shown(command, language, width)}"
        for language in LANGUAGES
        for width in WIDTHS
    ]
    file, text = HERE / f"{name}.txt", "\n".join(pages)
    if request.config.getoption("--rewrite"):
        file.write_text(text, "utf-8")
    assert text == file.read_text("utf-8")


def test_every_picture_belongs_to_a_command():
    assert {file.stem for file in HERE.glob("*.txt")} == set(COMMANDS)


def pages():
    """The name, the width and the lines on standard output of every picture of an answer."""
    for name in COMMANDS:
        for page in (HERE / f"{name}.txt").read_text("utf-8").split("=== ")[1:]:
            title, *lines = page.partition("--- ")[0].splitlines()
            yield name, int(title.split(" columns")[0].split()[-1]), lines


def test_call_fits_a_screen_of_25_lines():
    """But for one tier by itself and `-v`, which show every condition."""
    calls = [
        (name, lines)
        for name, width, lines in pages()
        if width == 80 and name.startswith(("eligible", "quote"))
        if name not in ("eligible-every-condition", "eligible-verbose")
    ]
    assert len(calls) > 20
    assert [(name, len(lines)) for name, lines in calls if len(lines) > 25] == []


def test_no_line_of_words_runs_over_the_edge():
    """A command to be typed is never broken, and runs over the edge if it must; a finding of
    `check` is one line.
    """
    assert [
        line
        for name, width, lines in pages()
        if not name.startswith("check")
        for line in lines
        if len(line) > width and not line.strip().startswith(("--", "quote --"))
    ] == []
