"""What there is to check below a folder: data folders, documents, and what is passed over.

And above a file: the data folder to which it belongs by its place.
"""

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from hp_priority_cli.cases.read import FOLDER as CASES
from hp_priority_cli.catalog.load import FILES
from hp_priority_cli.errors import Finding
from hp_priority_cli.readers.document import JSON_SUFFIXES, YAML_SUFFIXES
from hp_priority_cli.readers.lines import LINES_SUFFIXES
from hp_priority_cli.readers.text import unreadable

_SUFFIXES = (*YAML_SUFFIXES, *JSON_SUFFIXES, *LINES_SUFFIXES)


@dataclass(slots=True)
class Walked:
    """The data folders, and the documents outside them, below a folder, in the order of names.

    `skipped` is what was not looked at: hidden, a link to a folder, no regular file, or neither
    YAML nor JSON.
    """

    data_folders: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def walk(folder: str) -> Walked:
    """Everything below a folder, however deep; its own name may be a link."""
    walked = Walked()
    waiting = [Path(folder)]
    while waiting:
        waiting += reversed(_look_into(waiting.pop(), walked))
    return walked


def data_folder_above(path: str) -> str | None:
    """The data folder in whose folder of cases a file lies, however deep; it may be in none.

    It is named from where the run is, unless the file is named from the root.
    """
    for above in Path(os.path.normpath(Path(path).absolute())).parents:
        folder = above.parent
        if above.name == CASES and any(os.path.lexists(folder / name) for name in FILES):
            return str(folder) if Path(path).is_absolute() else os.path.relpath(folder)
    return None


def _look_into(folder: Path, walked: Walked) -> list[Path]:
    """Sort what stands in one folder; the folders in it."""
    try:
        names = sorted(each.name for each in folder.iterdir())
    except OSError as error:
        walked.findings.append(unreadable(str(folder), error))
        return []
    if any(name in FILES for name in names):
        walked.data_folders.append(str(folder))
        names = [name for name in names if name not in (*FILES, CASES)]
    folders = []
    for path in (folder / name for name in names):
        if _is_own_folder(path):
            folders.append(path)
        elif _is_document(path):
            walked.files.append(str(path))
        else:
            walked.skipped.append(str(path))
    return folders


def _is_own_folder(path: Path) -> bool:
    """Whether to go in: links to folders could lead round in a circle."""
    return not path.name.startswith(".") and path.is_dir() and not path.is_symlink()


def _is_document(path: Path) -> bool:
    """Whether to read it, by its name; a link that leads nowhere is read, to say so."""
    if path.name.startswith(".") or path.suffix.lower() not in _SUFFIXES:
        return False
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return True
