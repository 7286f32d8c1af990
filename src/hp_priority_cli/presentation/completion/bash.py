"""The words of the command line as cases of the bash script."""

from collections.abc import Iterable, Iterator

from hp_priority_cli.presentation.completion.command_line import CommandLine, Values, texts


def fill(line: CommandLine) -> dict[str, Iterable[str]]:
    """The lines for each gap of the template."""
    return {
        "LISTS": _lists(line),
        "OPTIONS": _options(line),
        "VALUES": _values(line),
        "ARGUMENTS": (
            f"        {command.name}:{number}) {_value(argument.values)} ;;"
            for command in line.commands
            for number, argument in command.numbered()
        ),
    }


def _lists(line: CommandLine) -> Iterator[str]:
    for name, each in line.lists.items():
        later = f" later='{texts(each.later)}'" if each.later else ""
        yield f"        {name}) words='{texts(each.words)}'{later} ;;"


def _options(line: CommandLine) -> Iterator[str]:
    for command in line.commands:
        names = " ".join(name for option in command.options for name in option.names)
        yield f"        '{command.name}') words='{names}' ;;"


def _values(line: CommandLine) -> Iterator[str]:
    """A case for each kind of value, with the options that take it: of any command, or of one."""
    patterns: dict[str, list[str]] = {}
    for name, commands in line.by_option().items():
        everywhere = len(commands) == len(line.commands) and len(set(commands.values())) == 1
        for command, values in commands.items():
            pattern = f"*:{name}" if everywhere else f"{command}:{name}"
            patterns.setdefault(_value(values), []).append(pattern)
    for value, found in patterns.items():
        yield f"        {' | '.join(dict.fromkeys(found))}) {value} ;;"


def _value(values: Values) -> str:
    if values.kind != "words":
        return f"kind={values.kind}"
    commas = " commas=yes" if values.commas else ""
    end = f" end={values.end}" if values.end else ""
    return f"list={values.of}{commas}{end}"
