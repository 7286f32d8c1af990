"""Every case in `data/`: an edit of the shipped data, and exactly what is found, and where."""

from collections import Counter

import pytest

from broken import broken_data, cases, expected, findings_in, sentences, shown
from checked import checked
from hp_priority_cli.catalog.load import shipped_folder
from hp_priority_cli.errors import EXIT_DATA, EXIT_OK
from hp_priority_cli.rules import RULES

CASES = dict(cases("data"))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_each_mistake_is_found_at_its_place_and_nothing_else_is(tmp_path, case):
    data = broken_data(case, tmp_path)
    found = findings_in(data)
    follows = set(case.get("follows", []))
    assert follows <= {each.code for each in found}
    assert shown([each for each in found if each.code not in follows]) == expected(case, data)
    assert all(sentence for each in found for sentence in sentences(each))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_error_fails_a_check_and_a_warning_a_strict_one(tmp_path, case):
    data = broken_data(case, tmp_path)
    severe = any("error" in find for find in case["finds"]) or any(
        RULES[code].severity == "error" for code in case.get("follows", [])
    )
    assert exit_code_of(checked(data)) == (21 if severe else 0)
    assert exit_code_of(checked(data, fail_on="warning")) == 21


def exit_code_of(run):
    """The exit code of a run of `check`."""
    return EXIT_DATA if run.failures else EXIT_OK


def test_shipped_data_break_no_rule():
    assert findings_in(shipped_folder()) == []


def test_no_two_cases_break_the_data_alike():
    edits = Counter(
        str([(edit["file"], edit["replace"], edit["by"]) for edit in case.get("edits", [case])])
        for case in CASES.values()
    )
    assert [edit for edit, times in edits.items() if times > 1] == []
