"""What every format says of a finding: its sentence and the name of its file."""

from pathlib import PurePath

from hp_priority_cli.errors import Finding
from hp_priority_cli.presentation.clean import clean
from hp_priority_cli.presentation.wording import Wording


def sentence(finding: Finding, wording: Wording) -> str:
    """What is wrong and what to do about it, on one line and harmless on any screen."""
    return clean(f"{wording.finding(finding)} {wording.finding_remedy(finding)}")


def file_name(path: str) -> str:
    """A file as services name it: with forward slashes, and no `./` in front."""
    return PurePath(path).as_posix()
