"""The words of the command line as cases and completions of the fish script."""

from collections.abc import Iterable, Iterator

from hp_priority_cli.presentation.completion.command_line import (
    Command,
    CommandLine,
    Option,
    Values,
    texts,
)

_NONE = "''"
"""The name of what stands before a command."""


def fill(line: CommandLine) -> dict[str, Iterable[str]]:
    """The lines for each gap of the template."""
    return {
        "VALUED": [" ".join(line.by_option())],
        "COMMANDS": [texts(line.lists["commands"].words)],
        "LISTS": _lists(line),
        "COMPLETIONS": [*_options(line), *(t for each in line.commands for t in _arguments(each))],
    }


def _lists(line: CommandLine) -> Iterator[str]:
    for name, each in line.lists.items():
        pairs = " ".join(f"{word.text} '{word.about}'" for word in each.words)
        yield f"        case {name}"
        yield f"            printf '%s\\t%s\\n' {pairs}"
        if each.later:
            yield f"            set later {texts(each.later)}"


def _options(line: CommandLine) -> Iterator[str]:
    """Each option once, with the commands that have it just so."""
    alike: dict[Option, list[str]] = {}
    for command in line.commands:
        for option in command.options:
            alike.setdefault(option, []).append(command.name or _NONE)
    for option, commands in alike.items():
        everywhere = len(commands) == len(line.commands)
        where = "" if everywhere else f" -n '__hp_priority_in {' '.join(commands)}'"
        yield f"complete -c hp-priority{where}{_option(option)}"


def _option(option: Option) -> str:
    names = "".join(
        f" -l {name[2:]}" if name.startswith("--") else f" -s {name[1:]}" for name in option.names
    )
    value = "" if option.values is None else f" -r{_value(option.values)}"
    return f"{names}{value} -d '{option.about}'"


def _arguments(command: Command) -> Iterator[str]:
    for number, argument in command.numbered():
        at = f"at {command.name} {number}"
        if number == "*" or not command.name:
            at = f"in {command.name or _NONE}"
        yield f'complete -c hp-priority -n "__hp_priority_{at}"{_value(argument.values)}'


def _value(values: Values) -> str:
    """What is offered, instead of files or with them."""
    if values.kind == "files":
        return " -F"
    if values.kind == "anything":
        return " -f"
    offer = "__fish_complete_directories"
    if values.kind == "words" and values.end:
        offer = f"__hp_priority_tied {values.of} {values.end}"
    elif values.kind == "words":
        offer = f"__hp_priority_{'commas' if values.commas else 'list'} {values.of}"
    return f" -f -a '({offer})'"
