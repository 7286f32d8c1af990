"""The help of each command, as Typer knows it and as the sentence catalogue words it."""

import re
from collections.abc import Iterator

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from hp_priority_cli.cli.options import SECTIONS
from hp_priority_cli.presentation.own_words import EXIT_CODES
from hp_priority_cli.presentation.pages import Page, Row, Section
from hp_priority_cli.presentation.phrases import Phrases

TOPICS = ("exit-codes", "environment")
"""What `hp-priority help` tells of beside the commands."""
_VARIABLE = re.compile(r"\[(HP_PRIORITY_[A-Z_]+)\]")
_FOREIGN_VARIABLES = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LC_ALL")
_IN_ORDER = ("own", "customer", "prices", "output", "global")


def page_of(command: TyperCommand | TyperGroup, phrases: Phrases) -> Page:
    """The help of a command; of the whole command line where it is the group of all."""
    whole = isinstance(command, TyperGroup)
    name = "" if whole else str(command.name)
    key = name or "command"
    arguments = [each for each in command.params if isinstance(each, TyperArgument)]
    rows = tuple(_argument(each, phrases) for each in arguments)
    sections = (
        Section("commands", phrases.say("section.commands"), tuple(_commands(command, phrases))),
        Section("arguments", phrases.say("section.arguments"), rows),
        *_options(command, phrases),
    )
    last = phrases.say("usage.command").split() if whole else [each.metavar for each in rows]
    return Page(
        name,
        (phrases.say("usage.options"), *last),
        tuple(phrases.say(f"help.{key}").split("\n\n")),
        tuple(section for section in sections if section.rows),
        tuple(phrases.say(f"help.{key}.examples").splitlines()),
    )


def every_page(group: TyperGroup, phrases: Phrases) -> tuple[Page, ...]:
    """The page of the whole command line and after it one for each command."""
    commands = [each for each in group.commands.values() if isinstance(each, TyperCommand)]
    return (page_of(group, phrases), *(page_of(each, phrases) for each in commands))


def topic_page(topic: str, group: TyperGroup, phrases: Phrases) -> Page:
    """The help on one of `TOPICS`."""
    rows = exit_codes(phrases) if topic == "exit-codes" else variables(group, phrases)
    title = phrases.say(f"section.{topic}")
    about = phrases.say(f"help.{topic}").split("\n\n")
    return Page(topic, (), tuple(about), (Section("facts", title, rows),))


def exit_codes(phrases: Phrases) -> tuple[Row, ...]:
    """Every exit code with what it says."""
    return tuple(Row((str(code),), phrases.say(f"explain.exit-code.{code}")) for code in EXIT_CODES)


def variables(group: TyperGroup, phrases: Phrases) -> tuple[Row, ...]:
    """Every variable of the environment that the tool looks at."""
    found: dict[str, str] = {}
    for page in every_page(group, phrases):
        for row in page.rows("options"):
            found |= dict.fromkeys(_VARIABLE.findall(row.text), max(row.names, key=len))
    ours = [Row((n,), phrases.say("variable.option", option=o)) for n, o in found.items()]
    return (*ours, *(Row((n,), phrases.say(f"variable.{n}")) for n in _FOREIGN_VARIABLES))


def _commands(command: TyperCommand | TyperGroup, phrases: Phrases) -> Iterator[Row]:
    for name in command.commands if isinstance(command, TyperGroup) else ():
        yield Row((name,), phrases.say(f"help.{name}").partition("\n")[0])


def _argument(argument: TyperArgument, phrases: Phrases) -> Row:
    takes = argument.metavar or str(argument.name).upper()
    text = phrases.say(str(argument.help))
    return Row((), text, (), _shown(takes, phrases), takes, argument.nargs != 1)


def _options(command: TyperCommand | TyperGroup, phrases: Phrases) -> Iterator[Section]:
    options = [each for each in command.params if isinstance(each, TyperOption)]
    for section in _IN_ORDER:
        rows = [_option(o, phrases) for o in options if SECTIONS.get(str(o.name), "own") == section]
        yield Section("options", phrases.say(f"section.options.{section}"), tuple(rows))


def _option(option: TyperOption, phrases: Phrases) -> Row:
    names = tuple(sorted(option.opts, key=lambda name: name.startswith("--")))
    takes = "" if option.is_flag else option.metavar or "TEXT"
    text = phrases.say(str(option.help))
    opposites = tuple(option.secondary_opts)
    return Row(names, text, opposites, _shown(takes, phrases), takes, option.multiple)


def _shown(metavar: str, phrases: Phrases) -> str:
    """What stands for a value, in the words of the reader: `FILE`, `FICHIER`."""

    def said(word: re.Match[str]) -> str:
        key = f"metavar.{word[0]}"
        return phrases.say(key) if phrases.has(key) else word[0]

    return re.sub(r"[A-Z]+", said, metavar)
