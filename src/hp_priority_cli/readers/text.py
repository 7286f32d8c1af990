"""Files and standard input to text: UTF-8, bounded, or a finding that says why not."""

import errno
import hashlib
import os
import sys
from io import BufferedReader
from itertools import islice
from pathlib import Path as FilePath
from typing import cast

from hp_priority_cli.errors import Finding, InvalidInput, Spot

STANDARD_INPUT = "-"
MAX_BYTES = 1 << 20
"""The largest document that is read whole; a request or a data file is a hundredth of it."""
_MOST_BESIDE = 1_000
"""How many files of a folder are looked at for one with a near name."""
_MOST_NEAR, _NEAR = 2, 0.6
"""How many of them are offered at most, and how like the name that was given they are, 0 to 1."""


def read_text(path: str, *, wait: bool = True) -> str:
    """The text of a file, or of standard input for `-`.

    Without `wait` a pipe that nobody writes to is empty, and not waited for. Raises InvalidInput
    with one finding: missing, unreadable, a folder, too large or not UTF-8.
    """
    return decode(read_bytes(path, wait=wait), shown_name(path))


def is_folder(path: str) -> bool:
    """Whether a path names a folder; one that the system will not look up names none."""
    return os.path.isdir(path)  # noqa: PTH112 - that of Path raises where a name is too long


def shown_name(path: str) -> str:
    """The name that messages give a file."""
    return "<stdin>" if path == STANDARD_INPUT else path


def read_bytes(path: str, limit: int = MAX_BYTES, *, wait: bool = True) -> bytes:
    """The bytes of a file or of standard input, which holds `limit` of them at most.

    Without `wait` a pipe that nobody writes to is empty.
    """
    name = shown_name(path)
    try:
        if path == STANDARD_INPUT:
            content = standard_input().read(limit + 1)
        else:
            with open_file(path, wait=wait) as stream:
                content = stream.read(limit + 1)
    except (OSError, ValueError) as error:
        raise InvalidInput([unreadable(name, error)]) from error
    if len(content) > limit:
        raise InvalidInput([Finding("too-large", Spot(name), {"limit": limit})])
    return content


def open_file(path: str, *, wait: bool = True) -> BufferedReader:
    """A file opened for its bytes; without `wait` a pipe that nobody writes to is at its end."""
    return open(FilePath(path), "rb", opener=None if wait else _unwaiting)


def _unwaiting(path: str, flags: int) -> int:
    """Open a file as `open` would; a pipe is opened even where nobody writes to it."""
    descriptor = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    if hasattr(os, "O_NONBLOCK"):
        os.set_blocking(descriptor, True)
    return descriptor


def text_hash(content: bytes) -> str:
    """The SHA-256 of a text, the same after a checkout that turned its line ends into CRLF."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def unreadable(name: str, error: Exception) -> Finding:
    """The finding for a file that the system would not give, with the system's own reason."""
    reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
    values: dict[str, object] = {"reason": reason}
    if isinstance(error, FileNotFoundError) and (near := _near_files(name)):
        values["near"] = near
    return Finding("unreadable", Spot(name), values)


def _near_files(path: str) -> tuple[str, ...]:
    """The files beside one that is not there whose names are near to its own."""
    from difflib import SequenceMatcher, get_close_matches

    file = FilePath(path)
    try:
        with os.scandir(file.parent) as folder:
            found = [*islice(folder, _MOST_BESIDE)]
        beside = sorted(e.name for e in found if not e.is_dir(follow_symlinks=False))
    except (OSError, ValueError):
        return ()
    near = (  # a suffix that they share makes no two names alike
        each
        for each in get_close_matches(file.name, beside, n=_MOST_NEAR)
        if SequenceMatcher(None, file.stem, FilePath(each).stem).ratio() >= _NEAR
    )
    return tuple(str(file.with_name(each)) for each in near)


_OTHER_FORMATS = {
    b"PK\x03\x04": "XLSX",
    b"%PDF": "PDF",
    b"\xd0\xcf\x11\xe0": "XLS",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
}
"""How files begin that are taken for the text that they were made from."""


def refuse_other_formats(content: bytes, name: str) -> None:
    """Raise InvalidInput for what begins like a file that holds no text."""
    for start, form in _OTHER_FORMATS.items():
        if content.startswith(start):
            raise InvalidInput([Finding("another-format", Spot(name, 1, 1), {"format": form})])


def decode(content: bytes, name: str, line: int = 1) -> str:
    """UTF-8 to text, a leading byte-order mark dropped; anything else is refused with its place."""
    refuse_other_formats(content, name)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        spot = Spot(name, line + before.count(b"\n"), error.start - before.rfind(b"\n"))
        byte = f"0x{content[error.start]:02X}"
        raise InvalidInput([Finding("not-utf8", spot, {"byte": byte})]) from error


def standard_input() -> BufferedReader:
    """The bytes of standard input; OSError where whoever started us closed it."""
    if sys.stdin is None:
        raise OSError(errno.EBADF, "")
    return cast(BufferedReader, sys.stdin.buffer)
