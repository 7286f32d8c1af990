"""The committed schemas are those that the command prints, and editors find them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from hp_priority_cli.cli.schema import published_schemas
from hp_priority_cli.readers.schemas import schema_of

ROOT = Path(__file__).resolve().parents[1]
SCHEMAS = published_schemas()


@pytest.mark.parametrize("name", SCHEMAS)
def test_committed_schema_is_the_printed_one(name):
    committed = json.loads((ROOT / f"schemas/v1/{name}.json").read_text("utf-8"))
    assert committed == schema_of(SCHEMAS[name])


@pytest.mark.parametrize("name", ["tiers", "skus", "coverage", "source"])
def test_data_file_names_its_schema_in_its_first_line(name):
    first = (ROOT / f"data/{name}.yaml").read_text("utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema=../schemas/v1/{name}.json"
    assert (ROOT / "data" / first.partition("=")[2]).resolve().is_file()


def test_every_file_of_cases_names_its_schema_in_its_first_line():
    files = [*(ROOT / "data/cases").iterdir()]
    assert len(files) >= 5
    for file in files:
        first = file.read_text("utf-8").splitlines()[0]
        assert first == "# yaml-language-server: $schema=../../schemas/v1/cases.json"
        assert (file.parent / first.partition("=")[2]).resolve().is_file()


def test_command_lists_the_names():
    ran = subprocess.run(
        [sys.executable, "-m", "hp_priority_cli", "schema"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.split() == ["tiers", "skus", "coverage", "source", "request", "cases"]
