"""JSON Lines: one document a line, read line by line, in flat memory however long the file is."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import PurePath
from typing import BinaryIO

from hp_priority_cli.errors import Finding, InvalidInput, Spot
from hp_priority_cli.readers.json import read_json
from hp_priority_cli.readers.text import MAX_BYTES, decode, open_file, shown_name, unreadable
from hp_priority_cli.readers.tree import Tree

LINES_SUFFIXES = (".jsonl", ".ndjson")


def is_json_lines(path: str) -> bool:
    """Whether a file holds JSON Lines, by its suffix."""
    return PurePath(path).suffix.lower() in LINES_SUFFIXES


def lines_in(stream: BinaryIO, name: str) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, each with its number; one too long a byte over the limit."""
    try:
        number = 0
        while line := stream.readline(MAX_BYTES + 1):
            number += 1
            rest = line
            while not rest.endswith(b"\n") and len(rest) > MAX_BYTES:
                rest = stream.readline(MAX_BYTES + 1)
            if line.strip():
                yield number, line.rstrip(b"\r\n") if len(line) <= MAX_BYTES else line
    except OSError as error:
        raise InvalidInput([unreadable(name, error)]) from error


def line_document(line: bytes, name: str, number: int) -> Tree:
    """The document on a line. Raises InvalidInput with the place of what is wrong."""
    if len(line) > MAX_BYTES:
        raise InvalidInput([Finding("too-large", Spot(name, number), {"limit": MAX_BYTES})])
    return read_json(decode(line, name, number), name, number)


def documents_in(path: str) -> Iterator[Tree | InvalidInput]:
    """The document of each line of a file, or why there is none; a pipe is not waited for.

    Raises InvalidInput where the file cannot be read.
    """
    name = shown_name(path)
    try:
        stream = open_file(path, wait=False)
    except (OSError, ValueError) as error:
        raise InvalidInput([unreadable(name, error)]) from error
    with closing(stream):
        for number, line in lines_in(stream, name):
            try:
                yield line_document(line, name, number)
            except InvalidInput as error:
                yield error
