"""The tool in other people's CI: as a hook of pre-commit, and as the steps of the page's workflow.

Both install what a user gets from the sources of a release, in environments of their own.
"""

import json
import os
import shutil
import subprocess
import sys
import tarfile
import venv
from pathlib import Path
from xml.etree import ElementTree

import pytest

from snippets import pre_commit_config, workflow_runs

pytestmark = [
    pytest.mark.environment,
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed"),
]

ROOT = Path(__file__).resolve().parents[2]
PRE_COMMIT = Path(sys.executable).with_name("pre-commit")
FOREIGN = ("GIT_", "HP_PRIORITY_", "LANG", "LC_", "PRE_COMMIT", "PYTHON", "VIRTUAL_ENV")
HANG = 600
"""Seconds after which a run counts as hanging: it builds an environment."""


def run(*command, cwd, **more):
    """What a command printed, and its exit code."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(FOREIGN)}
    return subprocess.run(
        command,
        cwd=cwd,
        env=kept | {"PIP_DISABLE_PIP_VERSION_CHECK": "1"} | more,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=HANG,
        check=False,
    )


def committed(folder):
    """Make a folder a repository, with all that is in it committed; its revision."""
    identity = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.com")
    for command in (["init", "-q"], ["add", "--all"], [*identity, "commit", "-q", "-m", "All"]):
        ran = run("git", *command, cwd=folder)
        assert ran.returncode == 0, ran.stderr
    return run("git", "rev-parse", "HEAD", cwd=folder).stdout.strip()


def unpacked(sdist, folder):
    """The sources of a release, in a folder of that name."""
    with tarfile.open(sdist) as archive:
        archive.extractall(folder.parent, filter="data")
    (inner,) = folder.parent.glob("hp_priority_cli-*")
    inner.rename(folder)
    return folder


def stocked(folder):
    """A repository of a user: data, a request and what lies around."""
    shutil.copytree(ROOT / "data", folder / "data")
    for name in ("requests", "quotes"):
        (folder / name).mkdir()
    shutil.copy(ROOT / "examples/example-customer.yaml", folder / "requests/example.yaml")
    (folder / "package.json").write_text("{}\n", "utf-8")
    return folder


def change(file, old, new):
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_hook_is_tried_and_finds_what_is_wrong_in_the_data(sdist, tmp_path):
    tool = unpacked(sdist, tmp_path / "tool")
    committed(tool)
    user = stocked(tmp_path / "user")
    change(user / "data/skus.yaml", "U80LYE", "U80M5E")
    committed(user)
    ran = run(
        PRE_COMMIT, "try-repo", tool, "hp-priority-check", "--all-files", "--verbose", cwd=user
    )
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "data/skus.yaml:14:11: error: duplicate-sku: " in ran.stdout
    assert "1 error, 0 warnings." in ran.stdout
    assert "package.json" not in ran.stdout


def test_hook_of_the_page_passes_good_files_and_stops_the_others(sdist, tmp_path):
    tool = unpacked(sdist, tmp_path / "tool")
    revision = committed(tool)
    user = stocked(tmp_path / "user")
    config = pre_commit_config().replace("v0.1.0", revision)
    config = config.replace("https://git.example.com/your-organisation/hp-priority", str(tool))
    (user / ".pre-commit-config.yaml").write_text(config, "utf-8")
    committed(user)
    hook = (PRE_COMMIT, "run", "--all-files", "--verbose")
    home = {"PRE_COMMIT_HOME": str(tmp_path / "cache")}
    ran = run(*hook, cwd=user, **home)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "Checked 8 files of cases and 1 request against data" in ran.stdout
    change(user / "requests/example.yaml", "it_desk: own", "it_desk: owm")
    ran = run(*hook, cwd=user, **home)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "requests/example.yaml:13:10: error: " in ran.stdout


@pytest.fixture
def workspace(sdist, tmp_path):
    """A checkout as the workflow finds it: the user's, and the tool's in the folder it names."""
    user = stocked(tmp_path / "user")
    unpacked(sdist, user / ".hp-priority")
    return user


def test_steps_of_the_workflow_run_in_order_and_fail_where_they_should(workspace, tmp_path):
    install, annotate, log, report = workflow_runs()
    venv.create(tmp_path / "venv", with_pip=True)
    path = f"{tmp_path / 'venv/bin'}{os.pathsep}{os.environ['PATH']}"

    def step(command):
        """One step, as the runner runs it."""
        return run("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", command,
                   cwd=workspace, PATH=path)  # fmt: skip

    ran = step(install)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    saved = "hp-priority quote --request requests/example.yaml -o quotes/example.json"
    assert step(saved).returncode == 0
    ran = step(annotate)
    assert (ran.returncode, ran.stdout) == (0, ""), ran.stderr
    change(workspace / "data/coverage.yaml", '"NO"', "NO")
    ran = step(annotate)
    assert ran.returncode == 21
    assert ran.stdout.startswith("::error file=data/coverage.yaml,line=153,col=16,title=trap::NO ")
    assert step(log).returncode == 0
    [logged] = json.loads((workspace / "hp-priority.sarif").read_text("utf-8"))["runs"]
    assert [each["ruleId"] for each in logged["results"]] == ["trap"]
    assert step(report).returncode == 0
    suites = ElementTree.parse(workspace / "hp-priority.xml").getroot()
    assert [(each.get("name"), each.get("failures")) for each in suites] == [
        ("data", "1"),
        ("requests/example.yaml", "0"),
        ("quotes/example.json", "0"),
    ]
    assert [step(again).returncode for again in (log, report)] == [0, 0]
