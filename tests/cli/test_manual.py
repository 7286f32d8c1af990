"""The manual is the help: remade it is the same, and `man` shows it whole."""

import shutil
import subprocess
from pathlib import Path

import pytest

from hp_priority_cli.cli.app import COMMANDS, build_command
from hp_priority_cli.cli.manual import manual_pages, write_pages
from hp_priority_cli.cli.pages import every_page
from hp_priority_cli.presentation.help_text import term
from hp_priority_cli.presentation.manual import manual
from hp_priority_cli.presentation.pages import Page, Row, Section
from hp_priority_cli.presentation.phrases import LANGUAGES, Phrases

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "man"
PAGES = manual_pages()
REQUESTS = {".TH", ".SH", ".TP", ".PP", ".nh", ".ad", ".in", ".nf", ".fi"}
NASTY = ".so /etc/passwd \\fB 'tis `x` ^ ~ - é \u202f œ"
shows = pytest.mark.skipif(shutil.which("groff") is None, reason="there is no groff here")


def test_manual_in_the_repository_is_what_the_help_says():
    stored = {p.relative_to(FOLDER).as_posix(): p.read_text("ascii") for p in FOLDER.rglob("*.1")}
    assert stored == PAGES, "remake it with: make man"


def test_each_command_has_a_page_in_each_language():
    names = ["hp-priority.1", *(f"hp-priority-{name}.1" for name in COMMANDS)]
    assert set(PAGES) == {f"{folder}/{name}" for folder in ("man1", "fr/man1") for name in names}


def test_page_of_a_command_that_is_gone_is_removed_and_nothing_else(tmp_path):
    (tmp_path / "man1").mkdir()
    for name in ("hp-priority-gone.1", "ls.1"):
        (tmp_path / "man1" / name).touch()
    write_pages(tmp_path)
    left = {path.name for path in (tmp_path / "man1").iterdir()}
    assert "hp-priority-quote.1" in left
    assert "ls.1" in left
    assert "hp-priority-gone.1" not in left


@pytest.mark.parametrize("name", PAGES)
def test_source_has_plain_characters_and_known_requests_alone(name):
    text = PAGES[name]
    assert text.isascii()
    for line in text.splitlines():
        assert not line.startswith(("'", " ")), line
        assert line[:1] != "." or line.split()[0] in REQUESTS, line


@pytest.mark.parametrize("name", ["man1/hp-priority.1", "fr/man1/hp-priority.1"])
def test_first_page_has_exit_codes_variables_and_examples(name):
    text = PAGES[name]
    language = "fr" if name.startswith("fr") else "en"
    phrases = Phrases(language)
    for code in ("0", "10", "11", "20", "74"):
        assert f".TP\n\\fB{code}\\fR\n" in text
    for variable in ("HP_PRIORITY_LANG", "HP_PRIORITY_DATA", "NO_COLOR"):
        assert f".TP\n\\fB{variable}\\fR\n" in text
    for section in ("manual.name", "manual.see-also", "section.examples"):
        assert f".SH {phrases.say(section).upper()}\n" in text
    assert "\\fBhp\\-priority\\-quote\\fR(1)" in text


def shown(path):
    """A page as `man` sets it, every run of blanks as one."""
    ran = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-P-cbou", path],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert ran.stderr == ""
    return " ".join(ran.stdout.split())


@shows
@pytest.mark.parametrize("language", LANGUAGES)
def test_man_shows_every_option_as_the_help_does(language):
    folder = FOLDER / ("man1" if language == "en" else f"{language}/man1")
    for page in every_page(build_command(), Phrases(language)):
        text = shown(folder / f"{page.command.replace(' ', '-')}.1")
        for row in page.rows("options"):
            assert f"{term(row)} {' '.join(row.text.split())}" in text


@shows
def test_man_shows_what_looks_like_roff_as_it_is(tmp_path):
    page = Page("x", (), (NASTY,), (Section("facts", NASTY, (Row((NASTY,), NASTY),)),), (NASTY,))
    path = tmp_path / "x.1"
    path.write_text(manual(page, Phrases("en"), "0"), "ascii")
    assert shown(path).count(" ".join(NASTY.split())) == 5
