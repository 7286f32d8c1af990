"""The language that a run speaks: `--lang`, `HP_PRIORITY_LANG`, the locale, else English.

It is known before the options are parsed, since the help and the messages about wrong options are
in it too; so the arguments are looked through here, and Typer only checks the option again.
"""

from collections.abc import Mapping, Sequence

from hp_priority_cli.presentation.phrases import LANGUAGES

_OPTION = "--lang"
_LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """One of `LANGUAGES`. A value that names none is left for the option's own check."""
    for stated in (_last_option(arguments), environment.get("HP_PRIORITY_LANG")):
        if stated in LANGUAGES:
            return stated
    locale = next((value for name in _LOCALES if (value := environment.get(name))), "")
    spoken = locale.replace("-", "_").partition("_")[0]
    return spoken if spoken in LANGUAGES else "en"


def _last_option(arguments: Sequence[str]) -> str | None:
    found = None
    for n, word in enumerate(arguments):
        if word == "--":
            break
        if word.startswith(f"{_OPTION}="):
            found = word.removeprefix(f"{_OPTION}=")
        elif word == _OPTION:
            found = next(iter(arguments[n + 1 : n + 2]), None)
    return found
