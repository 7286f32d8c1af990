"""The words of the command line as specifications of the zsh script."""

from collections.abc import Iterable, Iterator

from hp_priority_cli.presentation.completion.command_line import (
    Command,
    CommandLine,
    Option,
    Values,
    texts,
)


def fill(line: CommandLine) -> dict[str, Iterable[str]]:
    """The lines for each gap of the template."""
    before, *commands = line.commands
    return {
        "LISTS": _lists(line),
        "ABOUT": [before.arguments[0].about],
        "GLOBALS": (f"        {spec}" for each in before.options for spec in _option(each)),
        "COMMANDS": (text for each in commands for text in _command(each)),
    }


def _lists(line: CommandLine) -> Iterator[str]:
    for name, each in line.lists.items():
        words = " ".join(f"'{w.text}:{w.about}'" if w.about else w.text for w in each.words)
        later = f" later=({texts(each.later)})" if each.later else ""
        yield f"        {name}) words=({words}){later} ;;"


def _command(command: Command) -> Iterator[str]:
    yield f"        {command.name})"
    yield "            _arguments -s -S \\"
    for option in command.options:
        yield from (f"                {spec} \\" for spec in _option(option))
    for number, argument in command.numbered():
        place = "*" if number == "*" else str(int(number) + 1)
        yield f"                '{place}:{argument.about}:{_value(argument.values)}' \\"
    yield "            ;;"


def _option(option: Option) -> Iterator[str]:
    """A specification for each name; one name given shuts out the others, unless it repeats."""
    for name in option.names:
        shut = "*" if option.repeats else f"({' '.join(option.names)})"
        tied, value = "", ""
        if option.values is not None:
            tied = "=" if name.startswith("--") else "+"
            value = f":{option.about}:{_value(option.values)}"
        yield f"'{shut}{name}{tied}[{option.about}]{value}'"


def _value(values: Values) -> str:
    """How a value is found: `_hp_priority_list tiers`. A bare colon would end the specification."""
    actions = {"files": "_files", "folders": "_files -/", "anything": " "}
    if values.kind != "words":
        return actions[values.kind]
    if values.end:
        return f"_hp_priority_tied {values.of} \\{values.end}"
    return f"_hp_priority_{'commas' if values.commas else 'list'} {values.of}"
