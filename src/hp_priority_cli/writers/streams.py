"""Standard output and standard error. All that the tool says leaves through here."""

import errno
import os
import select
import sys

from hp_priority_cli.errors import OutputFailed, ReaderGone

SHOWN_NAME = "<stdout>"
"""What messages call standard output, in every language."""
_OUT, _ERR = 1, 2
_CHUNK = 1 << 16


def write_standard_output(content: bytes) -> None:
    """Every byte to standard output. Raises ReaderGone on a closed pipe, else OutputFailed.

    Python's own stream is left alone: unbuffered it drops what a full disk or a slow pipe did not
    take and still exits 0.
    """
    if sys.stdout is None:  # closed before we started: descriptor 1 may be anybody's by now
        raise OutputFailed(SHOWN_NAME, os.strerror(errno.EBADF))
    try:
        _write_all(_OUT, content)
    except BrokenPipeError:
        raise ReaderGone from None
    except OSError as error:
        raise OutputFailed(SHOWN_NAME, os.strerror(error.errno or 0)) from error


def write_standard_error(text: str) -> None:
    """A message to standard error; where even that fails there is no one left to tell."""
    if sys.stderr is None:
        return
    try:
        _write_all(_ERR, text.encode("utf-8", "replace"))
    except OSError:
        return


def _write_all(descriptor: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        try:
            rest = rest[os.write(descriptor, rest[:_CHUNK]) :]
        except BlockingIOError:  # a pipe that somebody made non-blocking
            select.select([], [descriptor], [])


def is_terminal(descriptor: int) -> bool:
    """Whether a standard stream, 0, 1 or 2, is a terminal."""
    stream = (sys.stdin, sys.stdout, sys.stderr)[descriptor]
    if stream is None:
        return False
    try:
        return os.isatty(descriptor)
    except OSError:
        return False
