"""The trial by changed files catches what it is there to catch, and makes the same files again."""

import json
import os
import sys
from random import Random

import pytest

from fuzz.__main__ import plan
from fuzz.crew import Way, run_all
from fuzz.sorts import SORTS, Try, sort_of
from fuzz.worker import attempt

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits are those of Linux")


def test_each_planted_fault_is_caught_and_what_comes_after_it_is_run(tmp_path):
    numbers = [1, 0, 2, 0, 3, 0, 4, 6, 0, 7, 8, 9, 10, 0]
    way = Way(tmp_path / "work", tmp_path / "kept", "fuzz.planted", hang=25)
    results = list(run_all("s", numbers, way, workers=1))
    faults = [(each.number, each.fault) for each in results]
    assert [number for number, fault in faults if fault is None] == [0] * 5
    caught = {number: str(fault) for number, fault in faults if number}
    assert caught[1] == caught[2] == "ended by the kernel: too much processor time"
    assert "MB of memory, more than 200" in caught[3]
    assert "MemoryError" in caught[4]
    assert caught[6] == "the process ended with -11"
    assert caught[7] == "a character that a screen obeys"
    assert "planted" in caught[8]
    assert caught[9].startswith("exit 1, not one of")
    assert caught[10] == "the process ended with 0"
    assert {path.name for path in (tmp_path / "kept").iterdir()} == {f"s-{n}" for n in caught}


def test_worker_that_waits_for_ever_is_ended(tmp_path):
    way = Way(tmp_path / "work", tmp_path / "kept", "fuzz.planted", hang=2)
    [result] = run_all("s", [5], way, workers=1)
    assert (result.number, result.fault) == (5, "no answer within 2 s")


FOUND = {"code": "alias", "severity": "warning", "file": "x", "line": 2, "column": 1}
IN_ORDER = {
    "findings": [FOUND],
    "errors": 0,
    "warnings": 1,
    "passed": True,
    "inputs": [{"kind": "request"}],
}


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("x:2:1: alias\n0 errors, 1 warning.\nChecked x.\n", None),
        ("x:2:1: alias\n0 erreur, 1 avertissement.\n", None),
        ("x:2:1: alias\nbut:\n0 errors, 1 warning.\n", "2 lines of findings, 1 findings"),
        ("x:2:1: alias\n", "no line with the number of findings"),
        (IN_ORDER, None),
        (IN_ORDER | {"warnings": 2}, "findings that are not counted"),
        (IN_ORDER | {"passed": False}, "exit 0, and the document says otherwise"),
        (
            IN_ORDER | {"findings": [FOUND, FOUND | {"line": None}], "warnings": 2},
            "findings in no order",
        ),
        (IN_ORDER | {"findings": [FOUND | {"severity": "error"}]}, "exit 0 with an error"),
        (
            IN_ORDER | {"findings": [], "warnings": 0, "inputs": [{"kind": "unknown"}]},
            "a file of no kind, and not a word on it",
        ),
        (IN_ORDER | {"findings": [FOUND | {"code": "x"}]}, "codes that are no rules: {'x'}"),
    ],
)
def test_answer_that_contradicts_itself_is_caught(tmp_path, said, fault):
    form = "text" if isinstance(said, str) else "json"
    text = said if isinstance(said, str) else json.dumps(said)
    tried = Try(["check", "x"], (0, 21), form)
    assert attempt(tried, tmp_path, lambda _: os.write(1, text.encode()) * 0) == fault


def test_number_and_seed_make_the_same_files_again(tmp_path):
    for n in range(12):
        made = []
        for folder in (tmp_path / "a", tmp_path / "a"):
            for path in [*folder.rglob("*")][::-1] if folder.exists() else []:
                path.unlink() if path.is_file() else path.rmdir()
            folder.mkdir(exist_ok=True)
            chance = Random(f"1:{n}")
            tried = SORTS[sort_of(chance)].make(chance, folder)
            files = {p.name: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
            made.append((tried, files))
        texts = [{k: v for k, v in files.items() if not k.endswith(".xlsx")} for _, files in made]
        assert texts[0] == texts[1]
        assert made[0][0] == made[1][0]


def test_plan_holds_every_sort_and_as_many_inputs_as_are_asked_for():
    numbers = plan("1", 20_000)
    sorts = [sort_of(Random(f"1:{n}")) for n in numbers]
    assert set(sorts) == set(SORTS)
    assert 20_000 <= sum(SORTS[each].inputs for each in sorts) < 20_000 + 40


def test_a_few_hundred_changed_files_end_in_words(tmp_path):
    numbers = plan("2", 300)
    results = run_all("2", numbers, Way(tmp_path / "work", tmp_path / "kept"), workers=1)
    assert [(each.number, each.fault) for each in results if each.fault is not None] == []
