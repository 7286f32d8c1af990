"""The files that the page for CI shows are what GitHub and pre-commit take."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from snippets import ROOT, pre_commit_config, workflow, workflow_runs

HERE = Path(sys.executable).parent


def validated(*command):
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_workflow_is_one_to_the_schema_of_github_actions(tmp_path):
    file = tmp_path / "check.yaml"
    file.write_text(workflow(), "utf-8")
    validated(HERE / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", file)


def test_workflow_runs_the_tool_and_installs_it_from_the_folder_that_it_fetched():
    install, *checks = workflow_runs()
    steps = yaml.safe_load(workflow())["jobs"]["check"]["steps"]
    [path] = [each["with"]["path"] for each in steps if "repository" in each.get("with", {})]
    assert install == f"pip install ./{path}"
    assert [each.partition(" -f ")[2].split()[0] for each in checks] == ["github", "sarif", "junit"]


def test_files_that_the_workflow_uploads_are_those_that_it_writes():
    written = {
        word for run in workflow_runs() for word in run.split() if word.startswith("hp-priority.")
    }
    steps = yaml.safe_load(workflow())["jobs"]["check"]["steps"]
    uploaded = {
        each["with"].get("sarif_file", each["with"].get("path"))
        for each in steps
        if "upload" in each.get("uses", "")
    }
    assert written == uploaded == {"hp-priority.sarif", "hp-priority.xml"}


def test_steps_that_write_a_report_can_be_run_again_and_never_fail_for_a_finding():
    for written in [run for run in workflow_runs() if " -o " in run]:
        assert written.endswith(" --force --fail-on never")


@pytest.mark.parametrize(
    ("file", "is_checked"),
    [
        ("data/tiers.yaml", True),
        ("requests/one.yml", True),
        ("requests/night.jsonl", True),
        ("quotes/one.json", True),
        ("docs/one.yaml", False),
    ],
)
def test_hook_of_the_page_looks_at_every_form_of_its_folders(file, is_checked):
    [repository] = yaml.safe_load(pre_commit_config())["repos"]
    [hook] = repository["hooks"]
    assert bool(re.search(hook["files"], file)) is is_checked


def test_hooks_and_their_use_are_valid_to_pre_commit(tmp_path):
    config = tmp_path / ".pre-commit-config.yaml"
    config.write_text(pre_commit_config(), "utf-8")
    validated(HERE / "pre-commit", "validate-config", config)
    validated(HERE / "pre-commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml")


def test_page_uses_a_hook_that_there_is():
    [repository] = yaml.safe_load(pre_commit_config())["repos"]
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert {each["id"] for each in repository["hooks"]} <= {each["id"] for each in hooks}


@pytest.mark.parametrize(
    ("file", "is_checked"),
    [
        ("data/tiers.yaml", True),
        ("skus.yaml", True),
        ("deep/in/a/folder/source.yaml", True),
        ("data/coverage.yml", True),
        ("my-tiers.yaml", False),
        ("docs/tiers.yaml.txt", False),
        (".github/workflows/check.yaml", False),
        ("package.json", False),
    ],
)
def test_hook_looks_at_data_files_alone_unless_it_is_told_more(file, is_checked):
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert bool(re.search(hook["files"], file)) is is_checked
