"""A folder is checked with all below it; what is passed over is said."""

import os

import pytest

import editions
from checked import change, checked, found, kinds, saved_quote, shipped_copy, write_json
from editions import another_edition
from hp_priority_cli.catalog.load import shipped_folder
from hp_priority_cli.checking.run import check_paths
from hp_priority_cli.presentation.findings.text import to_text
from hp_priority_cli.presentation.findings.wording import FindingWording
from hp_priority_cli.presentation.phrases import Phrases

REQUEST = "countries: [FR]\n"


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(here, name, content=REQUEST):
    (here / name).parent.mkdir(parents=True, exist_ok=True)
    (here / name).write_text(content, "utf-8")


def test_every_yaml_and_json_file_below_a_folder_is_checked_however_deep(here):
    for name in ("d/b.yaml", "d/a.yml", "d/C.JSON", "d/x/y/z/r.yaml"):
        put(here, name, '{"countries": ["FR"]}' if name.endswith("JSON") else REQUEST)
    write_json(here / "d/x/q.json", saved_quote())
    assert kinds("d") == [
        ("d/C.JSON", "request"),
        ("d/a.yml", "request"),
        ("d/b.yaml", "request"),
        ("d/x/q.json", "quote"),
        ("d/x/y/z/r.yaml", "request"),
    ]
    assert checked("d").skipped == ()


@pytest.mark.parametrize("name", ["tiers.yaml", "skus.yaml", "coverage.yaml", "source.yaml"])
def test_folder_with_any_of_the_four_files_is_a_data_folder(here, name):
    shipped_copy(here / "all")
    (here / "d").mkdir()
    (here / "all" / name).rename(here / "d" / name)
    run = checked("d")
    assert [(each.path, each.kind) for each in run.inputs] == [("d", "data")]
    assert [each.code for each in run.findings] == ["unreadable"] * 3


def test_data_folder_below_a_folder_is_found_with_what_lies_beside_it(here):
    shipped_copy(here / "p/data")
    put(here, "p/data/customers/one.yaml")
    put(here, "p/requests/two.yaml")
    assert kinds("p") == [
        ("p/data", "data"),
        ("p/data/customers/one.yaml", "request"),
        ("p/requests/two.yaml", "request"),
    ]


def test_what_is_passed_over_is_told(here):
    shipped_copy(here / "d/data")
    for name in ("d/README.md", "d/fleet.csv", "d/.hidden.yaml", "d/.git/config.yaml", "d/plain"):
        put(here, name)
    (here / "d/again").symlink_to(here / "d/data")
    (here / "d/round").symlink_to(here / "d")
    run = checked("d")
    assert [each.path for each in run.inputs] == ["d/data"]
    assert run.findings == ()
    assert run.skipped == (
        "d/.git",
        "d/.hidden.yaml",
        "d/README.md",
        "d/again",
        "d/fleet.csv",
        "d/plain",
        "d/round",
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipe_among_the_files_is_passed_over(here):
    put(here, "d/r.yaml")
    os.mkfifo(here / "d/pipe.yaml")
    assert kinds("d") == [("d/r.yaml", "request")]
    assert checked("d").skipped == ("d/pipe.yaml",)


def test_link_to_a_file_among_the_files_is_read_and_one_that_leads_nowhere_is_told(here):
    put(here, "r.yaml", "tier: acces\n")
    (here / "d").mkdir()
    (here / "d/link.yaml").symlink_to(here / "r.yaml")
    (here / "d/gone.yaml").symlink_to("nowhere")
    assert found("d") == ["d/gone.yaml error unreadable", "d/link.yaml:1:7 error tier-near"]


def test_folder_that_is_named_by_a_link_is_looked_into(here):
    put(here, "d/r.yaml")
    (here / "link").symlink_to("d")
    assert kinds("link") == [("link/r.yaml", "request")]


@pytest.mark.parametrize(
    "files", [[], ["d/README.md"], ["d/.r.yaml"], ["d/x/notes.txt", "d/y/fleet.csv"]]
)
def test_folder_with_nothing_to_check_is_an_error(here, files):
    (here / "d").mkdir()
    for name in files:
        put(here, name)
    assert found("d") == ["d error nothing-to-check"]
    assert found("d/", "d", here / "d") == ["d error nothing-to-check"]


def test_folder_with_nothing_of_ours_is_an_error_beside_a_warning_for_each_file(here):
    put(here, "d/package.json", '{"name": "x"}')
    put(here, "d/compose.yaml", "services: {}\n")
    assert found("d") == [
        "d error nothing-to-check",
        "d/compose.yaml:1:1 warning not-recognised",
        "d/package.json:1:1 warning not-recognised",
    ]


def test_file_of_another_tool_among_ours_is_a_warning_and_by_name_an_error(here):
    put(here, "d/r.yaml")
    put(here, "d/other.yaml", "services: {}\n")
    put(here, "d/api.json", '{"schema": "openapi"}')
    warnings = ["d/api.json:1:12 warning schema-unknown", "d/other.yaml:1:1 warning not-recognised"]
    assert found("d") == warnings
    assert found("d/other.yaml") == ["d/other.yaml:1:1 error not-recognised"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ('{"schema": "hp-priority/quote@2"}', "schema-newer"),
        ('{"schema": "hp-priority/qoute@1"}', "schema-unknown"),
        ('{"schema": "hp-priority/parts@1"}', "schema-unknown"),
        ("{", "json-no-key"),
        ("", "empty"),
    ],
)
def test_file_that_is_meant_for_us_or_for_nobody_is_an_error_wherever_it_lies(here, content, code):
    put(here, "d/r.yaml")
    put(here, "d/x.json", content)
    [finding] = checked("d").findings
    assert (finding.code, finding.severity) == (code, "error")


def test_four_hundred_levels_of_folders_are_looked_into(here):
    deepest = here / "d"
    deepest.mkdir()
    for _ in range(400):
        deepest = deepest / "x"
        deepest.mkdir()
    put(deepest, "r.yaml")
    [(path, kind)] = kinds("d")
    assert path.count("/") == 401
    assert kind == "request"


def test_folder_that_may_not_be_looked_into_is_told(here):
    put(here, "d/x/r.yaml")
    (here / "d/x").chmod(0)
    if os.access(here / "d/x", os.R_OK):
        (here / "d/x").chmod(0o755)
        pytest.skip("this user may read everything")
    codes = [each.code for each in checked("d").findings]
    (here / "d/x").chmod(0o755)
    assert "unreadable" in codes


def test_nothing_named_is_the_data_folder_with_what_lies_beside(here):
    shipped_copy(here / "data")
    put(here, "data/customers/one.yaml", "tier: acces\n")
    (here / "data/tiers.yml").write_bytes((here / "data/tiers.yaml").read_bytes())
    assert kinds(data="data") == [
        ("data", "data"),
        ("data/tiers.yml", "data-file"),
        ("data/customers/one.yaml", "request"),
    ]
    assert found(data="data") == [
        "data/customers/one.yaml:1:7 error tier-near",
        "data/tiers.yml:4:9 warning data-file-name",
    ]


@pytest.mark.parametrize("name", ["a.yaml", "a.YML", "deep/down/a.yaml", "a.json"])
def test_cases_beside_the_data_are_run_however_deep_and_in_whatever_form(here, name):
    shipped_copy(here / "data")
    case = '{"name": "a", "expect": {"access": {"verdict": "eligible"}}}'
    put(here, f"data/cases/{name}", f'{{"schema": "hp-priority/cases@1", "cases": [{case}]}}')
    put(here, "data/cases/.hidden/b.yaml", "a: b: c\n")
    [finding] = checked("data").findings
    assert (finding.spot.file, finding.code) == (f"data/cases/{name}", "case-differs")


NAMED_ALONE = """schema: hp-priority/cases@1
cases:
  - name: 300 PCs
    customer: {installed_base: {pcs: 300}, countries: [FR], it_desk: own, whole_base: true}
    expect: {access: {verdict: not-eligible}}
"""
"""A case that holds under an edition in which Access needs 301 devices, and not under ours."""


def raised_minimum(folder):
    """A data folder in which Access needs 301 devices, under either reading."""
    another_edition(folder, with_minimum_of_301)
    return folder


def with_minimum_of_301(files):
    minimum = editions.tiers(files)[0]["minimum"]
    minimum["ways"] = [{"devices": 301}]
    minimum["other_readings"][0]["ways"] = [{"pcs": 301}, {"printers": 301}]


@pytest.mark.parametrize("path", ["o/cases/z.yaml", "o/cases/deep/z.yaml", "./o/cases/z.yaml"])
def test_cases_named_alone_are_judged_by_the_data_folder_that_they_lie_in(here, path):
    raised_minimum(here / "o")
    put(here, path, NAMED_ALONE)
    run = checked(path)
    assert run.findings == ()
    assert [(each.kind, each.against, each.edition) for each in run.inputs] == [
        ("cases", "o", "2024-05")
    ]
    assert found(path, data=str(shipped_folder())) != []


def test_cases_named_from_their_own_folder_are_judged_by_the_one_above(here, monkeypatch):
    raised_minimum(here / "o")
    put(here, "o/cases/z.yaml", NAMED_ALONE)
    monkeypatch.chdir(here / "o/cases")
    assert found("z.yaml") == []
    assert found(here / "o/cases/z.yaml") == []
    assert found(".") == []


def test_cases_in_no_data_folder_are_judged_by_the_shipped_data(here):
    put(here, "elsewhere/cases/z.yaml", NAMED_ALONE)
    assert [each.rsplit(" ", 1)[1] for each in found("elsewhere/cases/z.yaml")] == ["case-differs"]


def test_wrong_data_above_cases_named_alone_are_told(here):
    change(raised_minimum(here / "o") / "skus.yaml", "schema: hp", "schema: hq")
    put(here, "o/cases/z.yaml", NAMED_ALONE)
    run = checked("o/cases/z.yaml")
    files = {each.spot.file for each in run.findings}
    assert "o/skus.yaml" in files
    assert "o/cases/z.yaml" not in files
    assert [(each.path, each.kind) for each in run.inputs] == [
        ("o/cases/z.yaml", "cases"),
        ("o", "data"),
    ]


def test_files_held_against_several_editions_are_told_apart(here):
    raised_minimum(here / "o")
    put(here, "o/cases/z.yaml", NAMED_ALONE)
    put(here, "r.yaml", "countries: [FR]\ntier: gold\n")
    run, named = check_paths(["o/cases/z.yaml", "r.yaml"], None, "error")
    text = to_text(run, FindingWording(run, named, Phrases("en")))
    assert "Checked 1 file of cases against o (data sheet 4AA4-7521FRE" in text
    assert f"Checked 1 request against {shipped_folder()} (data sheet" in text


def test_data_folder_that_is_none_is_an_error(here):
    assert found(data="nowhere") == ["nowhere error no-such-folder"]
    assert checked(data="nowhere").inputs == ()
    put(here, "nowhere-else/tiers.yaml")
    [finding] = checked(data="nowhere").findings
    assert finding.values["near"] == "nowhere-else"
    put(here, "file")
    assert found(data="file") == ["file error not-a-folder"]
