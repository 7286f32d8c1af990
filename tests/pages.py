"""Documents as sessions at a prompt: their commands, run in order in one folder."""

import re
import shutil
import subprocess
from pathlib import Path

from running import HANG, environment, path_to_command

ROOT = Path(__file__).resolve().parents[1]
BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)\n", re.MULTILINE)
END = "\x1e"


def commands_of(text):
    """The commands of a document, in order."""
    return [found[1] for block in BLOCK.finditer(text) for found in COMMAND.finditer(block[1])]


def shown_by(text, folder):
    """The document as it would be if it showed what its commands print, run in `folder`.

    They run in one shell, so that `$ echo $?` shows the exit code of the command before it.
    """
    outputs = iter(_run(commands_of(text), folder))

    def replayed(block):
        lines = "".join(f"$ {found[1]}\n{next(outputs)}" for found in COMMAND.finditer(block[1]))
        return f"```console\n{lines}```"

    return BLOCK.sub(replayed, text)


def _run(commands, folder):
    """What each command prints, standard error included."""
    for name in ("examples", "data"):
        shutil.copytree(ROOT / name, folder / name)
    script = "".join(f"{command}\ns=$?; printf '{END}'; (exit $s)\n" for command in commands)
    ran = subprocess.run(
        ["bash", "-c", f"exec 2>&1\n{script}"],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        cwd=folder,
        env=environment(PATH=path_to_command(), HP_PRIORITY_LANG="en"),
        timeout=HANG * 2,
        check=False,
    )
    *outputs, rest = ran.stdout.split(END)
    assert (len(outputs), rest) == (len(commands), ""), ran.stdout
    return outputs
