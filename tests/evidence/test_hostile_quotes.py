"""Saved quotes in every bad state: refused with their place, or judged; never a crash."""
# ruff: noqa: E501 - a case a line, to be read as a table

import json
import os
import shutil
from copy import deepcopy
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from books import CATALOG, EXAMPLE_BOOK
from evidence.test_seal import QUOTE, at
from hp_priority_cli.errors import InvalidInput
from hp_priority_cli.evidence.judge import Books, Today, verify_quote
from hp_priority_cli.evidence.read import saved_answer
from hp_priority_cli.evidence.seal import sealed
from hp_priority_cli.evidence.verification import AnswerCheck, Difference
from hp_priority_cli.presentation.csv import to_csv
from hp_priority_cli.presentation.documents.plain import to_json
from hp_priority_cli.presentation.documents.verification import verification_document
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.screen import to_screen
from hp_priority_cli.presentation.views.verification import verification_report
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.prices.read import read_price_book
from hp_priority_cli.readers.json import read_json
from published import holds
from running import hp

DAY = date(2026, 11, 24)
BOOK = read_price_book(str(EXAMPLE_BOOK), CATALOG)[0]
WORDINGS = [Wording(CATALOG, Phrases(language)) for language in ("en", "fr")]
HOSTILE: st.SearchStrategy[Any] = st.sampled_from(
    [
        None,
        True,
        0,
        -1,
        3,
        999_999_999,
        10**17,
        "",
        "x",
        "NaN",
        "Infinity",
        "1E+1000000",
        "-1",
        "0.00",
        "12,50",
        "1" * 30,
        "0." + "0" * 20 + "1",
        "2026-02-30",
        "0001-01-01",
        "9999-12-31",
        "\u202e\x1b[31m{sku}",
        "access-plus",
        "access",
        "U80M6E",
        "FR",
        "RO",
        "country-not-listed:RO",
        "order-unit-open",
        "contract",
        "open",
        "priced",
        "not-in-book",
        "year",
        "JPY",
        "xx",
        [],
        {},
        [None],
        [[]],
        [{}],
        {"pcs": 1},
        {"x": {"y": []}},
    ]
)


def places(value, path=()):
    """The path of every value of a document but the whole and the seal."""
    found = [path] if path and path[0] != "seal" else []
    if isinstance(value, dict):
        return found + [each for key, item in value.items() for each in places(item, (*path, key))]
    if isinstance(value, list):
        return found + [each for n, item in enumerate(value) for each in places(item, (*path, n))]
    return found


PLACES = places(QUOTE)


def read(document):
    """What a document holds, or why it is refused."""
    try:
        return saved_answer(read_json(json.dumps(document), "q.json")), ()
    except InvalidInput as error:
        return None, error.findings


def judged(document):
    """Read a quote and show what became of it in every form; nothing where it is refused."""
    answer, findings = read(document)
    if answer is None:
        assert findings
        assert all(WORDINGS[0].finding(each) for each in findings)
        return None
    today = Today(CATALOG, DAY, Books((BOOK,)), {})
    checks = tuple(verify_quote(each, today) for each in answer.quotes)
    faults = tuple(Difference(each.code, "changed", each.values) for each in answer.faults)
    check = AnswerCheck(answer, checks, faults)
    for wording in WORDINGS:
        shown = verification_document([check], DAY, wording, "0")
        holds(json.loads(to_json(shown)), "verification")
        report = verification_report([check], DAY, wording, verbose=True)
        to_csv(report.records)
        for width in (40, 80):
            assert "\x1b" not in to_screen(report, wording.phrases, width=width, colour=False)
    return check


def test_quote_as_it_was_saved_is_judged():
    assert judged(QUOTE).outcome == "unchanged"


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PLACES), HOSTILE), min_size=1, max_size=3))
def test_whatever_was_put_in_and_sealed_again_is_refused_or_judged(changes):
    document = deepcopy(QUOTE)
    for path, value in changes:
        try:
            holder = at(document, path[:-1])
            holder[path[-1]] = value
        except (KeyError, IndexError, TypeError):
            continue
    judged(sealed(document))


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.sampled_from(PLACES), min_size=1, max_size=3))
def test_whatever_was_taken_out_and_sealed_again_is_refused_or_judged(paths):
    document = deepcopy(QUOTE)
    for path in paths:
        try:
            holder = at(document, path[:-1])
            del holder[path[-1]]
        except (KeyError, IndexError, TypeError):
            continue
    judged(sealed(document))


WHOLE = json.dumps(QUOTE)
FILES = {
    "nothing in it": ("", ["q.json:1:1: error: There is nothing in it."]),
    "cut short": (WHOLE[: WHOLE.index("}")], [f"q.json:1:{WHOLE.index('}') + 1}: error: "]),
    "another kind": ('{"schema": "hp-priority/eligibility@1"}', ["q.json:1:12: error: This is no saved quote."]),
    "a newer schema": ('{"schema": "hp-priority/quotes@12", "tool_version": "9.0.0"}', ["Use hp-priority 9.0.0, which wrote it, or newer."]),
    "a newer schema of nobody": ('{"schema": "hp-priority/quote@2", "tool_version": ["x"]}', ["Use a newer release of hp-priority."]),
    "lines without part numbers": (WHOLE.replace('"sku"', '"sku_"'), ["q.json:1:", "The key 'sku' is missing"]),
    "an amount that is no number": (WHOLE.replace('"10561.00"', '"NaN"'), ["'totals.extended_price' holds \"NaN\", not a decimal number"]),
    "NaN": (WHOLE.replace('"10561.00"', "NaN"), ["This is not JSON"]),
    "an amount of a million zeros": (WHOLE.replace('"10561.00"', '"1E+1000000"'), ["not a decimal number"]),
    "an amount of 300 digits": (WHOLE.replace('"10561.00"', f'"{"9" * 300}"'), ["not a decimal number"]),
    "a negative amount": (WHOLE.replace('"10561.00"', '"-1.00"'), ["not a decimal number"]),
    "a step of no price": (WHOLE.replace('"period"', '"rebate"', 1), ["is not one of book, row, period, discount or quantity"]),
    "a status of no quote": (WHOLE.replace('"firm"', '"certain"'), ["is not one of firm, unpriced, conditional or draft"]),
    "60,000 brackets": ("[" * 60_000, ["q.json:1:21: error: Lists and mappings are nested more than 20 deep"]),
    "10 megabytes": (WHOLE[:-1] + " " * 10_000_000 + "}", ["larger than 8,388,608 bytes"]),
    "a thousand terms": (json.dumps({**QUOTE, "schema": "hp-priority/quotes@1", "refused": [], "quotes": [{}] * 1000}), ["The document holds more than 100 values"]),
    "Latin-1": (WHOLE.encode().replace(b"Example", b"Exempl\xe9"), ["is not UTF-8"]),
    "a key twice": ('{"schema": "hp-priority/quote@1", ' + WHOLE[1:], ["The key 'schema' stands twice"]),
}  # fmt: skip
"""What stands in a file, and what its messages must hold."""


@pytest.mark.parametrize(("content", "wanted"), FILES.values(), ids=FILES)
def test_file_in_a_bad_state_is_refused_with_its_place(tmp_path, content, wanted):
    path = tmp_path / "q.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    ran = hp("verify", "q.json", "--json", cwd=tmp_path)
    text = ran.stderr.decode()
    assert ran.returncode == 20
    assert [each for each in wanted if each not in text] == []
    assert "Traceback" not in text
    document = json.loads(ran.stdout)
    assert document["unread_count"] == 1
    assert len(text) < 20_000


@pytest.mark.parametrize(
    "name", ["-rf.json", "a b.json", "\x1b[31m.json", "é\u202e.json", "$(true).json"]
)
def test_hostile_name_of_a_file_is_only_a_name(tmp_path, name):
    (tmp_path / name).write_text(WHOLE, "utf-8")
    shutil.copy(EXAMPLE_BOOK, tmp_path)
    ran = hp("verify", "--", name, cwd=tmp_path)
    assert ran.returncode == 0
    assert b"\x1b" not in ran.stdout + ran.stderr
    assert "\u202e" not in (ran.stdout + ran.stderr).decode()


def test_hostile_words_in_a_quote_do_not_reach_the_terminal(tmp_path):
    document = deepcopy(QUOTE)
    document["request"]["customer"] = "\x1b]0;pwned\x07 [red]Evil[/red] \u202e"
    document["request"]["price_book"] = ["\x1b[2J/../../nowhere.yaml"]
    document["price_book"]["id"] = document["lines"][0]["price_trail"][0]["price_book"] = "\x1b[1m"
    (tmp_path / "q.json").write_text(json.dumps(sealed(document)), "utf-8")
    ran = hp("verify", "q.json", "-v", cwd=tmp_path)
    shown = ran.stdout + ran.stderr
    assert ran.returncode == 14
    assert b"[red]Evil[/red]" in shown
    assert not any(char in shown for char in (b"\x1b", b"\x07", "\u202e".encode()))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have names on POSIX alone")
def test_book_that_is_a_pipe_or_a_folder_is_no_book(tmp_path):
    document = deepcopy(QUOTE)
    document["request"]["price_book"] = ["book.yaml", "folder.yaml"]
    (tmp_path / "q.json").write_text(json.dumps(sealed(document)), "utf-8")
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "book.yaml")
    ran = hp("verify", "q.json", "--json", cwd=tmp_path)
    [quote] = json.loads(ran.stdout)["files"][0]["quotes"]
    missing = [each for each in quote["differences"] if each["code"] == "book-missing"]
    assert [each["values"]["file"] for each in missing] == ["book.yaml", "folder.yaml"]
    assert ran.returncode == 14


def test_folder_in_the_stead_of_a_quote_is_told(tmp_path):
    (tmp_path / "q.json").mkdir()
    ran = hp("verify", "q.json", cwd=tmp_path)
    assert ran.returncode == 20
    assert "q.json: error: The file cannot be read" in ran.stderr.decode()


@pytest.mark.parametrize("countries", ["FR", [1], {"FR": 1}, None])
def test_countries_of_a_book_that_are_no_list_of_texts_are_told_with_their_place(
    tmp_path, countries
):
    document = deepcopy(QUOTE)
    document["lines"][0]["price_trail"][0]["missing_countries"] = countries
    (tmp_path / "q.json").write_text(json.dumps(sealed(document), indent=2), "utf-8")
    ran = hp("render", "q.json", cwd=tmp_path)
    assert ran.returncode == 20
    assert "lines[0].price_trail[0].missing_countries" in ran.stderr.decode()
