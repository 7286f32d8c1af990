"""JSON Lines: one document a line, read line by line, in flat memory however long the file is."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO

from hp_priority_cli.errors import Finding, InvalidInput, Spot
from hp_priority_cli.readers.json import read_json
from hp_priority_cli.readers.text import MAX_BYTES, decode, unreadable
from hp_priority_cli.readers.tree import Tree

LINES_SUFFIXES = (".jsonl", ".ndjson")


def is_json_lines(path: str) -> bool:
    """Whether a file holds JSON Lines, by its suffix."""
    return PurePath(path).suffix.lower() in LINES_SUFFIXES


def next_line(stream: BinaryIO) -> bytes:
    """The next line of a stream, one too long a byte over the limit; nothing at its end."""
    line = rest = stream.readline(MAX_BYTES + 1)
    while not rest.endswith(b"\n") and len(rest) > MAX_BYTES:
        rest = stream.readline(MAX_BYTES + 1)
    return line


def line_documents(stream: BinaryIO, name: str) -> Iterator[tuple[int, Tree | InvalidInput]]:
    """The document of each line that is not blank, by its number, or why it holds none.

    Raises InvalidInput where the stream cannot be read on.
    """
    number = 0
    try:
        while line := next_line(stream):
            number += 1
            if line.strip():
                yield number, _document(line, name, number)
    except OSError as error:
        raise InvalidInput([unreadable(name, error)]) from error


def _document(line: bytes, name: str, number: int) -> Tree | InvalidInput:
    if len(line) > MAX_BYTES:
        return InvalidInput([Finding("too-large", Spot(name, number), {"limit": MAX_BYTES})])
    try:
        return read_json(decode(line.rstrip(b"\r\n"), name, number), name, number)
    except InvalidInput as error:
        return error
