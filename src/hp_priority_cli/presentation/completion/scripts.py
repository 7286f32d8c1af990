"""The completion script of each shell: a template in its own language, filled with the words."""

from pathlib import Path

from hp_priority_cli.presentation.completion import bash, fish, zsh
from hp_priority_cli.presentation.completion.command_line import CommandLine

_FILL = {"bash": bash.fill, "zsh": zsh.fill, "fish": fish.fill}
SHELLS = tuple(_FILL)


def script(shell: str, line: CommandLine, version: str) -> str:
    """The script that completes a command line in one of `SHELLS`.

    All that is filled in is plain or harmless (see `command_line`), so quotes need no escapes.
    """
    template = Path(__file__).with_name(f"hp-priority.{shell}").read_text("utf-8")
    for name, lines in _FILL[shell](line).items():
        template = template.replace(f"@{name}@", "\n".join(lines))
    return template.replace("@VERSION@", version)
