"""Writes the pages of the manual from the help: `python -m hp_priority_cli.cli.manual FOLDER`."""

import sys
from pathlib import Path

from hp_priority_cli import __version__
from hp_priority_cli.cli.app import build_command
from hp_priority_cli.cli.pages import every_page, exit_codes, variables
from hp_priority_cli.presentation.manual import file_name, manual
from hp_priority_cli.presentation.pages import Section
from hp_priority_cli.presentation.phrases import LANGUAGES, Phrases


def manual_pages() -> dict[str, str]:
    """Each page by its path beneath a folder `man`: `man1/hp-priority.1`, `fr/man1/…`."""
    pages: dict[str, str] = {}
    group = build_command()
    for language in LANGUAGES:
        phrases = Phrases(language)
        folder = "man1" if language == "en" else f"{language}/man1"
        for page in every_page(group, phrases):
            further = () if page.name else _common(phrases)
            pages[f"{folder}/{file_name(page)}"] = manual(page, phrases, __version__, further)
    return pages


def _common(phrases: Phrases) -> tuple[Section, ...]:
    """What holds for every command, told on the first page."""
    codes, environment = exit_codes(phrases), variables(build_command(), phrases)
    return (
        Section("facts", phrases.say("section.exit-codes"), codes),
        Section("facts", phrases.say("section.environment"), environment),
    )


def write_pages(folder: Path) -> None:
    """Write the pages into a folder, and remove those of commands that are gone."""
    for old in folder.rglob("hp-priority*.1"):
        old.unlink()
    for name, text in manual_pages().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "ascii", newline="\n")


if __name__ == "__main__":
    write_pages(Path(sys.argv[1]))
