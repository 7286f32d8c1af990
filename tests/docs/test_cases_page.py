"""The example on the page about cases is a file of cases that the shipped data answer."""

import re
from dataclasses import fields
from pathlib import Path

from hp_priority_cli import load_catalog
from hp_priority_cli.cases.check import check_case_file
from hp_priority_cli.cases.records import ExpectedQuote, ExpectedTier
from hp_priority_cli.readers.yaml import read_yaml

PAGE = (Path(__file__).resolve().parents[2] / "docs/cases.md").read_text("utf-8")


def test_example_is_answered():
    [example] = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    checked = check_case_file(read_yaml(example, "docs/cases.md"), load_catalog())
    assert (checked.findings, checked.facts) == ([], {"cases": 2})


def test_every_key_of_an_expectation_is_on_the_page():
    keys = {field.name for record in (ExpectedTier, ExpectedQuote) for field in fields(record)}
    assert {key for key in keys if f"`{key}`" not in PAGE} <= {"no_open_points", "no_notices"}
