"""Every command looks as it was last read and found good, in both languages at three widths."""

import os
import shlex
import shutil
from pathlib import Path

import pytest
import yaml

from editions import (
    another_edition,
    with_edition_of_2027,
    with_place,
    with_tier,
    without_language,
    without_part,
)
from hp_priority_cli.cli.main import run
from running import environment, hp

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
COMMANDS = yaml.safe_load((HERE / "commands.yaml").read_text("utf-8"))
LANGUAGES = ("en", "fr")
WIDTHS = (60, 80, 120)


def with_more_devices_for_access(files):
    files["tiers.yaml"]["tiers"][0]["minimum"]["ways"] = [{"devices": 300}]


NEXT = (
    with_edition_of_2027,
    with_more_devices_for_access,
    with_tier,
    with_place,
    without_part("U1PB2E"),
    without_language("sk"),
)
"""What a next edition could bring: beside the data of a command that names `next`."""


EXAMPLE = "--request examples/example-customer.yaml"
BOOK = "--price-book examples/example-price-book.yaml"
OTHER = '--customer "Example Logistics (fictional)" --reference EXAMPLE-001 --tier access --years 3'
SAVED = {
    "saved-quote.json": f"{EXAMPLE} {BOOK}",
    "saved-quotes.json": f"{EXAMPLE} {BOOK} --years 1,3",
    "saved-of-a-lost-book.json": f"{EXAMPLE} --price-book lost-book.yaml",
    "old-quote.json": (
        f"{OTHER} {BOOK} --pcs 300 --printers 40 --country BE,FR --it-desk own --whole-base"
    ),
    "new-quote.json": (
        f"{OTHER} {BOOK} --pcs 620 --printers 40 --country BE,FR,RO --it-desk partner --whole-base"
        " --order-country FR --discount 3"
    ),
}
"""The saved quotes that other commands are shown, and how each is made."""


@pytest.fixture(scope="module", autouse=True)
def saved_quotes(request, tmp_path_factory):
    """The content that each saved quote has on the data of today; written where that is asked."""
    here = tmp_path_factory.mktemp("saved")
    shutil.copytree(ROOT / "examples", here / "examples")
    shutil.copy(here / "examples/example-price-book.yaml", here / "lost-book.yaml")
    contents = {}
    for name, command in SAVED.items():
        ran = hp("quote", *shlex.split(command), "--json", cwd=here)
        assert ran.returncode == 0, ran.stderr
        contents[name] = ran.stdout.decode()
        if request.config.getoption("--rewrite"):
            (HERE / name).write_text(contents[name], "utf-8")
    return contents


@pytest.mark.parametrize("name", SAVED)
def test_saved_quote_is_what_is_quoted_today(name, saved_quotes):
    assert saved_quotes[name] == (HERE / name).read_text("utf-8")


@pytest.fixture
def shown(monkeypatch, capfd, tmp_path):
    """A command's output, its messages and its exit code, as one text."""
    another_edition(tmp_path / "next", *NEXT)
    another_edition(tmp_path / "data")

    def _shown(command, language, width):
        monkeypatch.chdir(tmp_path if "next" in command.split() else ROOT)
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
        if width == 80 and name.startswith(("eligible", "quote", "inventory"))
        if name not in ("eligible-every-condition", "eligible-verbose", "inventory-verbose")
    ]
    assert len(calls) > 20
    assert [(name, len(lines)) for name, lines in calls if len(lines) > 25] == []


def is_command(line):
    words = line.strip().removeprefix("Next").removeprefix("Suite").removeprefix("- ").strip()
    return words.startswith(("--", "quote --", "hp-priority "))


def test_no_line_of_words_runs_over_the_edge():
    """A command to be typed is never broken, and runs over the edge if it must; a finding of
    `check` is one line.
    """
    assert [
        line
        for name, width, lines in pages()
        if not name.startswith("check")
        for line in lines
        if len(line) > width and not is_command(line)
    ] == []
