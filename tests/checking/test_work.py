"""What a hostile file costs, counted in calls of functions, so that no clock is asked.

A file twice as long may cost little more than twice as much, and a bomb next to nothing.
"""

import sys

import pytest

from hostile import BOMBS, HOSTILE
from hp_priority_cli.cli.main import run
from hp_priority_cli.errors import InvalidInput
from hp_priority_cli.readers.document import document_in

SIZE = 150
"""Above every bound on what is looked into closely: each further item must cost the same."""


def calls_of(function, *arguments):
    """How many calls a call leads to, those within libraries too."""
    made = 0

    def count(_frame, event, _argument):
        nonlocal made
        made += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        function(*arguments)
    finally:
        sys.setprofile(None)
    return made


@pytest.mark.parametrize("sort", HOSTILE)
def test_each_further_item_costs_the_same(sort, tmp_path, monkeypatch, capfd):
    monkeypatch.setenv("HP_PRIORITY_AS_OF", "2026-11-24")
    commands = []
    for size in (SIZE, 2 * SIZE, 3 * SIZE):
        (tmp_path / f"{size}").mkdir()
        commands.append(HOSTILE[sort](tmp_path / f"{size}", size))
    run(commands[0])  # what is loaded once is loaded now
    once, twice, thrice = (calls_of(run, words) for words in commands)
    assert "internal fault" not in capfd.readouterr().err
    # What grows with the square of the size would make this 5 : 3.
    assert thrice - twice <= 1.3 * max(twice - once, once / 4)


@pytest.mark.parametrize("bomb", [each for each in BOMBS if each != "aliases"])
def test_depth_is_refused_before_it_is_gone_into(bomb):
    name = "x.json" if "JSON" in bomb else "x.yaml"

    def refused():
        with pytest.raises(InvalidInput) as caught:
            document_in(BOMBS[bomb], name)
        assert {each.code for each in caught.value.findings} == {"too-deep"}

    assert calls_of(refused) < 2_000


def test_aliases_of_aliases_cost_no_more_than_the_text_that_they_stand_in():
    found = []
    assert calls_of(lambda: found.append(document_in(BOMBS["aliases"], "x.yaml"))) < 20_000
    assert {each.code for each in found[0].findings} == {"alias"}
