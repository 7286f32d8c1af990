"""Asks `nursery` for a run. As a program, with its address first, it stands for the command itself.

Tests of the start, of closed streams and of what Python reads when it starts want the real thing
(`COMMAND`).
"""

import json
import os
import socket
import sys


def ask(address, order, descriptors, hang):
    """The exit code of a run, negative for the signal that ended it, as `subprocess` has it.

    `order` holds the words, `arguments`, the folder, `cwd`, and the environment, `env`. The run
    gets the three descriptors as its streams, and is ended after `hang` seconds.
    """
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(address)
        socket.send_fds(line, [b"!"], descriptors)
        line.sendall(json.dumps({**order, "hang": hang}).encode())
        line.shutdown(socket.SHUT_WR)
        return int(line.recv(16))


if __name__ == "__main__":
    code = ask(
        sys.argv[1],
        {"arguments": sys.argv[3:], "cwd": os.getcwd(), "env": dict(os.environ)},  # noqa: PTH109
        (0, 1, 2),
        int(sys.argv[2]),
    )
    # As a shell has it.
    sys.exit(code if code >= 0 else 128 - code)
