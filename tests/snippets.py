"""The YAML files that docs/in-ci.md shows, taken out of it."""

import re
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
_BLOCK = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)


def _block(key: str) -> str:
    """The one block of YAML that has a key at its top."""
    blocks = _BLOCK.findall((ROOT / "docs/in-ci.md").read_text("utf-8"))
    [found] = [block for block in blocks if key in yaml.safe_load(block)]
    return str(found)


def workflow() -> str:
    """The workflow for GitHub Actions."""
    return _block("jobs")


def workflow_runs() -> list[str]:
    """The commands of the workflow, in order."""
    jobs: dict[str, Any] = yaml.safe_load(workflow())["jobs"]
    return [str(step["run"]) for job in jobs.values() for step in job["steps"] if "run" in step]


def pre_commit_config() -> str:
    """The configuration of pre-commit."""
    return _block("repos")
