"""Where a price book or a request lies that a saved file names: files bear names, not folders."""

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from hp_priority_cli.errors import InvalidInput
from hp_priority_cli.readers.tables import content_hash
from hp_priority_cli.readers.text import read_bytes
from hp_priority_cli.readers.used import name_alone

_MOST_BYTES = 64 << 20
"""The largest file that is looked at for what it hashes to."""


def likeliest(name: str, folder: Path, wanted: Collection[str] = ()) -> str | None:
    """The file of that name beside another, in `folder`, or in the current folder, under its path
    or alone; else the only one in a folder just below either.

    Of several, the one whose hash is `wanted`: it is still what it was.
    """
    found = [path for path in dict.fromkeys(_candidates(name, folder)) if is_file(path)]
    same = next((path for path in found if file_hash(path) in wanted), None)
    if same is not None or found:
        return same or found[0]
    below = [path for path in dict.fromkeys(_below(name_alone(name), folder)) if is_file(path)]
    same = next((path for path in below if file_hash(path) in wanted), None)
    return same or (below[0] if len({os.path.realpath(path) for path in below}) == 1 else None)


def _candidates(name: str, folder: Path) -> Iterator[str]:
    for each in (name, name_alone(name)):
        yield str(folder / each)
        yield each


def _below(name: str, folder: Path) -> Iterator[str]:
    for above in (folder, Path()):
        try:
            with os.scandir(above) as entries:
                inside = sorted(each.name for each in entries if each.is_dir())
        except OSError:
            continue
        yield from (str(above / each / name) for each in inside if not each.startswith("."))


def is_file(path: str) -> bool:
    """Whether a path leads to a file; one that the system will not look up leads to none."""
    try:
        return os.path.isfile(path)  # noqa: PTH113 - that of Path raises where a name is too long
    except ValueError:
        return False


def file_hash(path: str) -> str:
    """The hash of the content of a file; one that no file has where it cannot be read."""
    try:
        return content_hash(path, read_bytes(path, _MOST_BYTES))
    except InvalidInput:
        return ""
