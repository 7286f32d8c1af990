"""Every case in `requests/`: a request file, and exactly what is found in it, and where."""

import pytest

from broken import cases, expected_in, findings_of_request, sentences, shown

CASES = dict(cases("requests"))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_each_mistake_is_found_at_its_place_and_nothing_else_is(tmp_path, case):
    name = case.get("name", "request.yaml")
    (tmp_path / name).write_text(case["request"], "utf-8")
    found = findings_of_request(tmp_path / name)
    assert shown(found) == expected_in(case["request"], name, case["finds"])
    assert all(sentence for each in found for sentence in sentences(each))
