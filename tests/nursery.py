"""A process that has read the tool's code once and makes every run by forking itself (Linux).

A run is a process of its own, with the arguments, folder, environment and streams that it is given,
and nothing in it but imported modules and the command line that they make up; it saves the start,
which costs more than most answers.
"""

import gc
import importlib
import json
import os
import pkgutil
import selectors
import shutil
import signal
import socket
import sys
from pathlib import Path

# What commands import where they need it. Not `typer.rich_utils`: it reads the environment.
_LIBRARIES = """
babel babel.core babel.dates babel.lists babel.numbers babel.plural decimal iso4217 json openpyxl
openpyxl.writer.excel pydantic pydantic.json_schema rich.box rich.cells rich.console rich.table
rich.text typst yaml
""".split()


def _serve(address):
    """Start what is ordered, tell each end. Returns the order in the process of a run, else None.

    It serves until its standard input ends, which it does with the process that started it.
    """
    with socket.socket(socket.AF_UNIX) as entrance, selectors.DefaultSelector() as events:
        entrance.bind(address)
        entrance.listen(64)
        events.register(entrance, selectors.EVENT_READ)
        events.register(0, selectors.EVENT_READ)
        os.write(1, b"open\n")
        while True:
            for key, _ in events.select():
                if key.fileobj == 0:
                    shutil.rmtree(Path(address).parent)
                    return None
                if key.data is not None:
                    events.unregister(key.fileobj)
                    _tell(key.fileobj, *key.data)
                    continue
                line, _ = entrance.accept()
                order, descriptors = _ordered(line)
                pid = os.fork()
                if pid == 0:
                    order["descriptors"] = descriptors
                    return order
                for each in descriptors:
                    os.close(each)
                events.register(os.pidfd_open(pid), selectors.EVENT_READ, (pid, line))


def _ordered(line):
    _, descriptors, _, _ = socket.recv_fds(line, 1, 3)
    words = b"".join(iter(lambda: line.recv(1 << 16), b""))
    return json.loads(words), descriptors


def _tell(watched, pid, line):
    os.close(watched)
    _, status = os.waitpid(pid, 0)
    with line:
        line.sendall(str(os.waitstatus_to_exitcode(status)).encode())


def _become(order):
    """Make this process what the order says; a run that hangs is ended by the alarm."""
    for standard, given in enumerate(order["descriptors"]):
        os.dup2(given, standard)
    os.closerange(3, max(order["descriptors"]) + 1)
    os.chdir(order["cwd"])
    os.environ.clear()
    os.environ.update(order["env"])
    sys.argv[:] = ["hp-priority", *order["arguments"]]
    signal.alarm(order["hang"])


def _read_all_code():
    import hp_priority_cli

    for found in pkgutil.walk_packages(hp_priority_cli.__path__, "hp_priority_cli."):
        importlib.import_module(found.name)
    for name in _LIBRARIES:
        importlib.import_module(name)
    importlib.import_module("hp_priority_cli.cli.app").build_command()


def _run():
    """The tool, and an end without taking apart all that was read."""
    from hp_priority_cli.__main__ import main

    try:
        main()
    except SystemExit as end:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(int(str(end.code)))


if __name__ == "__main__":
    _read_all_code()
    gc.collect()
    gc.freeze()
    if (ordered := _serve(sys.argv[1])) is not None:
        _become(ordered)
        _run()
