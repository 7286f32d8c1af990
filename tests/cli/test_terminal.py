"""On a terminal an answer takes the rows that there are; piped it is that of a plain screen."""

import fcntl
import os
import pty
import struct
import termios

import pytest

from running import COMMAND, environment, hp

NINE = "--pcs 700 --printers 400 --country CW,DE,FR,GF,GY,JP,RO,RS,US --lang fr".split()


def on_a_terminal(rows, *arguments):
    """The lines that one run shows on a terminal of 80 columns."""
    process, terminal = pty.fork()
    if process == 0:
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", rows, 80, 0, 0))
        os.execve(COMMAND, ["hp-priority", *arguments], environment(NO_COLOR="1"))
    shown = b""
    try:
        while piece := os.read(terminal, 65536):
            shown += piece
    except OSError:
        pass  # how Linux says that nobody is at the other end any more
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0
    return shown.decode().splitlines()


@pytest.mark.parametrize("rows", [0, 10, 25])
def test_plain_terminal_shows_what_a_pipe_does(rows):
    assert on_a_terminal(rows, "eligible", *NINE) == (
        hp("eligible", *NINE).stdout.decode().splitlines()
    )


def test_taller_terminal_leaves_less_to_verbose():
    plain, tall = (on_a_terminal(rows, "eligible", *NINE) for rows in (25, 60))
    assert [any(line.endswith(":  -v") for line in shown) for shown in (plain, tall)] == [
        True, False,
    ]  # fmt: skip
    assert (len(plain), len(tall) > 24) == (24, True)
