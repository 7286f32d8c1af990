"""Files written whole or not at all: beside the target first, then published in one step."""

import errno
import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from hp_priority_cli.errors import OutputFailed, ReaderGone, UsageProblem


def write_file(target: str, content: Iterable[bytes], *, force: bool) -> None:
    """The pieces of `content`, as they come, as the file `target`.

    An existing file is replaced only with `force` (UsageProblem `file-exists`), its mode kept and a
    link followed. A device or pipe is written as it stands; ReaderGone where nobody reads it.
    Anything else that fails raises OutputFailed and leaves neither a partial nor a temporary file.
    """
    if "\0" in target:
        raise OutputFailed(target, os.strerror(errno.EINVAL))
    path = Path(target)
    try:
        if path.is_dir():
            raise OutputFailed(target, os.strerror(errno.EISDIR))
        if path.exists() and not path.is_file():
            with path.open("wb") as stream:
                stream.writelines(content)
        elif path.exists() and not force:
            raise UsageProblem("file-exists", file=target)
        else:
            _publish(Path(os.path.realpath(path)), content, replace=force)
    except FileExistsError as error:
        raise UsageProblem("file-exists", file=target) from error
    except BrokenPipeError:
        raise ReaderGone from None
    except OSError as error:
        raise OutputFailed(target, os.strerror(error.errno or errno.EIO)) from error


def _publish(path: Path, content: Iterable[bytes], *, replace: bool) -> None:
    beside = path.with_name(f".{path.name[:40]}.{secrets.token_hex(6)}")
    try:
        with beside.open("xb") as stream:
            stream.writelines(content)
            stream.flush()
            os.fsync(stream.fileno())
        if replace:
            if path.exists():
                beside.chmod(path.stat().st_mode & 0o7777)
            beside.replace(path)
        else:
            _publish_new(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _publish_new(beside: Path, path: Path) -> None:
    """Give the finished file its name unless somebody took that name meanwhile."""
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        with path.open("xb"):
            beside.replace(path)
