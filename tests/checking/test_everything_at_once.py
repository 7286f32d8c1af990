"""One run finds all that is wrong in all files, in the order of file, line and column."""

import subprocess
import sys
from collections import Counter

import pytest

from checked import change, checked, found, shipped_copy
from hp_priority_cli import load_catalog
from hp_priority_cli.errors import InvalidData


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def data(here):
    return shipped_copy(here / "data")


@pytest.mark.usefixtures("data")
def test_shipped_data_are_right():
    assert found("data") == []


def test_mistakes_of_every_sort_in_every_data_file_are_found_in_one_run(data):
    change(data / "coverage.yaml", '"NO"', "NO")
    change(data / "skus.yaml", "term_years: 1,", "term_years: one,")
    change(data / "skus.yaml", "band: 250,", "bnad: 250,")
    change(data / "source.yaml", '"2024-05"', "2024-05")
    change(data / "tiers.yaml", "name: HP Priority Access\n", "name: [HP, Access]\n")
    change(data / "tiers.yaml", "clauses: [note-1", "clauses: [&x note-1")
    assert found("data") == [
        "data/coverage.yaml:153:16 error trap",
        "data/skus.yaml:13:63 error wrong-type",
        "data/skus.yaml:13:68 error unknown-key",
        "data/tiers.yaml:8:11 error wrong-type",
        "data/tiers.yaml:19:17 error alias",
    ]


def test_wrong_answer_is_found_beside_whatever_else_is_wrong_in_a_request(here):
    (here / "r.yaml").write_text(
        "installed_base: {pcs: many}\nlanguages: [xx]\nanswers:\n- {point: nope, answer: yes}\n"
        "- {point: it-desk, answer: maybe}\n- {point: minimum-base, answer: yes}\n",
        "utf-8",
    )
    assert found("r.yaml") == [
        "r.yaml:1:23 error wrong-type",
        "r.yaml:2:13 error language-unknown",
        "r.yaml:4:11 error point-unknown",
        "r.yaml:5:28 error not-an-answer",
    ]


def test_file_that_cannot_be_read_hides_nothing_in_the_others(data):
    (data / "skus.yaml").unlink()
    (data / "source.yaml").write_text("document: [\n", "utf-8")
    change(data / "coverage.yaml", "- id: americas", "- idd: americas")
    change(data / "tiers.yaml", "{devices: 250}", "{devices: many}")
    assert found("data") == [
        "data/coverage.yaml:12:5 error missing-key",
        "data/coverage.yaml:12:5 error unknown-key",
        "data/skus.yaml error unreadable",
        "data/source.yaml:2:1 error yaml-syntax",
        "data/tiers.yaml:18:24 error wrong-type",
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("skus.yaml", "band: 250,", "band: 250, bnd: 1,", "unknown-key"),
        ("tiers.yaml", "order_unit: device\n", "order_unit: device\n    order_unit: device\n",
         "duplicate-key"),
        ("coverage.yaml", '"NO"', "NO", "trap"),
        ("tiers.yaml", "name: HP Priority Access\n", "name: !!str HP Priority Access\n", "tag"),
    ],
)  # fmt: skip
def test_what_leaves_no_doubt_about_a_value_hides_no_mistake_across_files(
    data, file, old, new, code
):
    change(data / file, old, new)
    change(data / "skus.yaml", "tier: access-plus,", "tier: acces-plus,")
    codes = {each.code for each in checked("data").findings}
    assert codes == {code, "unknown-tier"}


def test_loading_says_all_of_it_too(data):
    (data / "skus.yaml").unlink()
    change(data / "tiers.yaml", "{devices: 250}", "{devices: many}")
    with pytest.raises(InvalidData) as caught:
        load_catalog("data")
    assert [each.code for each in caught.value.findings] == ["unreadable", "wrong-type"]


def test_every_mistake_of_a_request_is_found_in_one_run(here):
    (here / "r.yaml").write_text(
        "contries: [FR]\ncountries: [Franse, Guyane, NO]\nheadquarters: Atlantis\n"
        "languages: [Qqqqqq]\ntier: acces\nterm_years: three\ninstalled_base: {pcs: -1}\n"
        "customer: 12.10\nanswers: [{point: whole-base, answer: maybe}]\n",
        "utf-8",
    )
    assert found("r.yaml") == [
        "r.yaml:1:1 error unknown-key",
        "r.yaml:2:13 error place-near",
        "r.yaml:2:21 error place-ambiguous",
        "r.yaml:2:29 warning trap",
        "r.yaml:3:15 error place-unknown",
        "r.yaml:4:13 error language-unknown",
        "r.yaml:5:7 error tier-near",
        "r.yaml:6:13 error wrong-type",
        "r.yaml:7:23 error out-of-range",
        "r.yaml:8:11 warning trap",
        "r.yaml:9:39 error not-an-answer",
    ]


def test_answers_are_judged_once_the_words_are_right(here):
    (here / "r.yaml").write_text(
        "countries: [FR, RO]\nanswers:\n"
        "  - {point: whole-base, answer: maybe}\n"
        "  - {point: country-not-listed:UA, answer: yes}\n"
        "  - {point: country-not-listed:FR, answer: yes}\n",
        "utf-8",
    )
    assert found("r.yaml") == [
        "r.yaml:3:33 error not-an-answer",
        "r.yaml:4:13 warning answer-idle",
        "r.yaml:5:13 error point-settled",
    ]


def test_answer_is_not_called_wrong_for_a_tier_that_could_not_be_read(here):
    (here / "r.yaml").write_text(
        "tier: [access]\nanswers: [{point: minimum-base, answer: yes}]\n", "utf-8"
    )
    assert found("r.yaml") == ["r.yaml:1:7 error wrong-type"]


def test_several_files_and_folders_are_sorted_by_file_line_and_column(here, data):
    change(data / "tiers.yaml", "{devices: 250}", "{devices: 0}")
    (here / "b.yaml").write_text("tier: acces\nterm_years: 0\n", "utf-8")
    (here / "a.yaml").write_text("it_desk: mine\ncountries: [X, Y]\n", "utf-8")
    expected = [
        "a.yaml:1:10 error not-a-choice",
        "a.yaml:2:13 error place-unknown",
        "a.yaml:2:16 error place-unknown",
        "b.yaml:1:7 error tier-near",
        "b.yaml:2:13 error out-of-range",
        "data/tiers.yaml:18:14 error one-count-per-way",
    ]
    assert found("b.yaml", "data", "a.yaml") == expected
    assert found("a.yaml", "b.yaml", "data") == expected
    assert found("data", "a.yaml", "b.yaml", "a.yaml") == expected


def test_request_is_held_against_the_data_that_are_asked_for(here, data):
    change(data / "tiers.yaml", "id: access\n", "id: basic\n")
    for file in ("tiers.yaml", "skus.yaml", "source.yaml"):
        text = (data / file).read_text("utf-8")
        for old, new in (
            ("tier: access,", "tier: basic,"),
            (" access: ", " basic: "),
            ("{access: ", "{basic: "),
            ("tier:access,", "tier:basic,"),
        ):
            text = text.replace(old, new)
        (data / file).write_text(text, "utf-8")
    (here / "r.yaml").write_text("tier: basic\n", "utf-8")
    assert found("r.yaml") == ["r.yaml:1:7 error tier-unknown"]
    assert found("r.yaml", data="data") == []


def test_data_that_are_wrong_are_told_where_a_request_should_be_held_against_them(here, data):
    change(data / "skus.yaml", "tier: access,", "tier: acess,")
    (here / "r.yaml").write_text("countries: [Nowhere]\nterm_years: 0\n", "utf-8")
    run = checked("r.yaml", data="data")
    assert [each.code for each in run.findings] == ["unknown-tier", "out-of-range"]
    assert [(each.path, each.against, each.sha256) for each in run.inputs] == [
        ("r.yaml", "data", None),
        ("data", None, run.inputs[1].sha256),
    ]


def test_data_that_nothing_is_held_against_are_not_looked_at(here, data):
    (data / "skus.yaml").unlink()
    (here / "x.yaml").write_text("nothing: of ours\n", "utf-8")
    assert found("x.yaml", data="data") == ["x.yaml:1:1 error not-recognised"]


@pytest.mark.parametrize(("count", "told"), [(1000, 1000), (1001, 1001), (9000, 1001)])
def test_thousand_findings_of_one_file_are_told_and_that_there_are_more(here, count, told):
    content = "it_desk: own\n" + "".join(f"key{n}: 1\n" for n in range(count))
    (here / "r.yaml").write_text(content, "utf-8")
    codes = [each.code for each in checked("r.yaml").findings]
    assert len(codes) == told
    assert codes.count("unknown-key") == 1000
    assert codes[0] == ("more-findings" if count > 1000 else "unknown-key")


def test_thousand_mistakes_across_the_data_are_told_one_by_one(data):
    text = (data / "skus.yaml").read_text("utf-8")
    part = next(line for line in text.splitlines() if "U80M5E" in line)
    more = "".join(f"{part.replace('U80M5E', f'X{n:05}')}\n" for n in range(500))
    (data / "skus.yaml").write_text(text.rstrip("\n") + "\n" + more, "utf-8")
    codes = Counter(each.code for each in checked("data").findings)
    assert codes == {"two-parts-for-one-use": 500}


def test_two_runs_say_the_same_whatever_order_python_gives_its_sets(data):
    for feature in ("global-support-agents", "global-experience"):
        text = (data / "tiers.yaml").read_text("utf-8")
        at = text.index(f"- id: {feature}\n")
        old = text[text.index("tiers:", at) : text.index("\n", text.index("tiers:", at))]
        (data / "tiers.yaml").write_text(
            text[:at] + text[at:].replace(old, "tiers: {}", 1), "utf-8"
        )
    runs = {
        subprocess.run(
            [sys.executable, "-m", "hp_priority_cli", "check", "data", "--json"],
            capture_output=True,
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            check=False,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(runs) == 1
    assert runs.pop().count(b'"missing-cell"') == 8
