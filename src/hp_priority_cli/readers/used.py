"""A file that was read, as an answer names it: by its name and the hash of its content."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UsedFile:
    """A file that was read: its name without folders, and the hash of its content."""

    file: str
    """The name of the file, without folders."""
    sha256: str
    """The hash of its content, the same after a checkout that turned line ends into CRLF."""


def name_alone(path: str) -> str:
    """The name of a file without its folders, in whichever way these are parted."""
    return path.replace("\\", "/").rpartition("/")[2]
