"""`hp-priority check` from outside: what it says, where, and the exit code that a CI job reads."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from checked import change, saved_quote, shipped_copy, write_json
from hp_priority_cli.catalog.load import shipped_folder
from running import COMMAND, environment, hp, said

WRONG = "tier: acces\n"
ODD = "countries: [NO]\n"
EDITION = "data sheet 4AA4-7521FRE, edition of May 2024"


@pytest.fixture
def here(tmp_path):
    (tmp_path / "good.yaml").write_text("countries: [FR]\nit_desk: own\n", "utf-8")
    (tmp_path / "odd.yaml").write_text(ODD, "utf-8")
    (tmp_path / "wrong.yaml").write_text(WRONG, "utf-8")
    return tmp_path


def run(here, *arguments, code, **more):
    """What a run says on standard output, by lines; nothing goes to standard error."""
    ran = hp("check", *arguments, cwd=here, **more)
    assert (ran.returncode, ran.stderr) == (code, b""), ran.stdout.decode()
    return ran.stdout.decode().splitlines()


def document(here, *arguments, code, **more):
    """The JSON document of a run."""
    ran = hp("check", *arguments, "--json", cwd=here, **more)
    assert (ran.returncode, ran.stderr) == (code, b"")
    return json.loads(ran.stdout)


# -- The right files --------------------------------------------------------------------------


def test_nothing_named_is_the_shipped_data_where_no_data_lie_here(here):
    assert run(here, code=0) == [
        "0 errors, 0 warnings.",
        f"Checked {shipped_folder()}: {EDITION}, 517 facts.",
    ]


def test_nothing_named_is_the_data_folder_that_lies_here(here):
    shipped_copy(here / "data")
    change(here / "data/source.yaml", '"2024-05"', '"2025-11"')
    assert run(here, code=0)[-1] == (
        "Checked data: data sheet 4AA4-7521FRE, edition of November 2025, 397 facts."
    )


def test_nothing_named_is_the_folder_of_the_option_before_the_one_that_lies_here(here):
    shipped_copy(here / "data")
    shipped_copy(here / "next")
    change(here / "next/skus.yaml", "tier: access,", "tier: acess,")
    told = [
        "next/skus.yaml:13:25: error: unknown-tier: No tier has the id 'acess'. "
        "Did you mean 'access'?",
        "1 error, 0 warnings.",
        f"Checked next: {EDITION}, 397 facts.",
    ]
    assert run(here, "--data", "next", code=21) == told
    assert run(here, code=21, HP_PRIORITY_DATA="next") == told


def test_data_folder_here_that_holds_no_data_is_no_reason_to_check_others(here):
    (here / "data").mkdir()
    lines = run(here, code=21)
    assert "data/tiers.yaml: error: unreadable: " in " ".join(lines)
    assert lines[-1] == "Checked data: edition not known, 0 facts."


def test_last_line_names_the_data_that_requests_and_answers_were_held_against(here):
    write_json(here / "q.json", saved_quote())
    lines = run(here, "good.yaml", "odd.yaml", "q.json", code=0)
    assert lines[-1].startswith(
        f"Checked 2 requests and 1 saved quote against {shipped_folder()} ({EDITION}): "
    )


def test_every_folder_has_a_line_and_the_files_have_one(here):
    shipped_copy(here / "data")
    shipped_copy(here / "more/data")
    lines = run(here, "more", "data", "good.yaml", "nowhere.yaml", code=21)
    assert lines[1:] == [
        "1 error, 0 warnings.",
        "Not checked: 1 file.",
        f"Checked 1 request against {shipped_folder()} ({EDITION}): 2 facts.",
        f"Checked more/data: {EDITION}, 397 facts.",
        f"Checked data: {EDITION}, 397 facts.",
    ]


def test_request_that_could_not_be_held_against_its_data_is_told_so(here):
    shipped_copy(here / "data")
    change(here / "data/skus.yaml", "tier: access,", "tier: acess,")
    assert run(here, "good.yaml", "--data", "data", code=21)[1:] == [
        "1 error, 0 warnings.",
        "Checked 1 request, but not against data, which has errors: 2 facts.",
        f"Checked data: {EDITION}, 397 facts.",
    ]


def test_data_file_by_itself_is_held_against_nothing(here):
    shipped_copy(here / "data")
    (here / "data/skus.yaml").rename(here / "parts.yaml")
    assert run(here, "parts.yaml", code=0)[-1] == ("Checked 1 data file by itself: 32 facts.")


def test_standard_input_is_known_by_its_content(here):
    ran = hp("check", "-", stdin=WRONG.encode(), cwd=here)
    assert ran.returncode == 21
    assert ran.stdout.startswith(b"<stdin>:1:7: error: tier-near: No tier is called 'acces'.")
    ran = hp("check", "-", "-", stdin=json.dumps(saved_quote()).encode(), cwd=here)
    assert ran.returncode == 0
    assert b"Checked 1 saved quote against" in ran.stdout


def test_pipe_of_the_shell_is_read(here):
    ran = subprocess.run(
        ["bash", "-c", f'"{COMMAND}" check <(cat wrong.yaml)'],
        capture_output=True,
        cwd=here,
        env=environment(),
        check=False,
    )
    assert ran.returncode == 21
    assert b":1:7: error: tier-near:" in ran.stdout


# -- Exit codes -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "options", "code"),
    [
        ("good.yaml", [], 0),
        ("odd.yaml", [], 0),
        ("wrong.yaml", [], 21),
        ("good.yaml", ["--strict"], 0),
        ("odd.yaml", ["--strict"], 21),
        ("wrong.yaml", ["--strict"], 21),
        ("odd.yaml", ["--fail-on", "warning"], 21),
        ("odd.yaml", ["--fail-on", "error"], 0),
        ("wrong.yaml", ["--fail-on", "error"], 21),
        ("odd.yaml", ["--fail-on", "never"], 0),
        ("wrong.yaml", ["--fail-on", "never"], 0),
        ("odd.yaml", ["--strict", "--fail-on", "warning"], 21),
        ("missing.yaml", [], 21),
        ("missing.yaml", ["--fail-on", "never"], 0),
    ],
)
def test_exit_code_is_what_was_asked_to_fail(here, file, options, code):
    ran = hp("check", file, *options, cwd=here)
    assert (ran.returncode, ran.stderr) == (code, b"")


@pytest.mark.parametrize("kind", ["data", "request", "quote"])
def test_error_of_any_kind_of_file_is_21(here, kind):
    shipped_copy(here / "data")
    change(here / "data/skus.yaml", "tier: access,", "tier: acess,")
    write_json(here / "q.json", saved_quote(lines=...))
    path = {"data": "data", "request": "wrong.yaml", "quote": "q.json"}[kind]
    assert hp("check", path, cwd=here).returncode == 21


def test_run_that_checked_nothing_is_21(here):
    (here / "empty").mkdir()
    assert run(here, "empty", code=21) == [
        "empty: error: nothing-to-check: Nothing in this folder can be checked. "
        "Name a data folder, or requests and saved quotes in YAML or JSON.",
        "1 error, 0 warnings.",
        "Checked nothing.",
    ]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--strict", "--fail-on", "error"], "--strict and --fail-on error contradict each other."),
        (["--strict", "--fail-on", "never"], "--strict and --fail-on never contradict each other."),
        (["--fail-on", "notice"], "--fail-on is error, warning or never, not 'notice'."),
        (["-f", "csv"], "--format is text, json, github, sarif, junit or table, not 'csv'."),
        (["-f", "table", "--color", "pink"], "--color is auto, always or never, not 'pink'."),
        ([""], "FILE|DIR is empty: no file or folder is named."),
        (
            ["-o", "x.csv"],
            "The suffix of 'x.csv' names no format; known are .txt, .json, .sarif or .xml.",
        ),
        (["-o", "good.yaml", "-f", "text"], "'good.yaml' is a file that this answer is made from."),
    ],
)
def test_wrong_use_is_2(here, options, message):
    assert message in said(hp("check", "good.yaml", *options, cwd=here), 2)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_findings_that_cannot_be_written_are_74_and_not_21(here):
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [COMMAND, "check", "wrong.yaml"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=here,
            env=environment(),
            check=False,
        )
    assert ran.returncode == 74


# -- What it says -----------------------------------------------------------------------------


def test_finding_is_one_line_with_its_place_severity_code_message_and_remedy(here):
    assert run(here, "wrong.yaml", "odd.yaml", code=21)[:3] == [
        "odd.yaml:1:13: warning: trap: NO stands without quotes; other YAML readers take it for a "
        'number, a date or a truth value. Write "NO".',
        "wrong.yaml:1:7: error: tier-near: No tier is called 'acces'. "
        "Did you mean HP Priority Access (access) or HP Priority Access Plus (access-plus)?",
        "1 error, 1 warning.",
    ]


def test_french_says_all_of_it_in_french_save_the_codes(here):
    (here / "empty").mkdir()
    lines = run(here, "odd.yaml", "empty", "--lang", "fr", code=21)
    assert lines[0].startswith("empty: erreur\u00a0: nothing-to-check\u00a0: Rien dans ce dossier")
    assert lines[1].startswith("odd.yaml:1:13: avertissement\u00a0: trap\u00a0: NO ")
    assert lines[2] == "1 erreur, 1 avertissement."
    assert lines[3] == (
        f"Contrôlé 1 demande au regard de {shipped_folder()} "
        "(fiche produit 4AA4-7521FRE, mai 2024)\u00a0: 1 fait."
    )


def test_data_are_called_as_they_are_written_whatever_data_name_the_words_of_a_request(here):
    shipped_copy(here / "data")
    change(here / "data/tiers.yaml", "{devices: 250}", "{devices: 0}")
    alone = run(here, "data", code=21)[0]
    assert "A way of the minimum of 'access' must state exactly one count" in alone
    assert alone in run(here, "data", "wrong.yaml", code=21)


def test_absolute_path_stays_absolute_and_relative_relative(here):
    assert run(here, "./wrong.yaml", code=21)[0].startswith("./wrong.yaml:1:7: ")
    assert run(here, here / "wrong.yaml", code=21)[0].startswith(f"{here}/wrong.yaml:1:7: ")


def test_name_that_would_act_on_a_screen_is_spelled_out(here):
    name = "x\x1b[31m\n\u202e.yaml"
    (here / name).write_text(WRONG, "utf-8")
    line = run(here, name, code=21)[0]
    assert line.startswith("x\\x1b[31m\\n\\u202e.yaml:1:7: error: ")


def test_name_that_is_no_text_is_checked_too(here):
    name = os.fsdecode(b"x\xff.yaml")
    try:
        (here / name).write_text(WRONG, "utf-8")
    except OSError:
        pytest.skip("this file system takes only text")
    assert "error: tier-near" in run(here, name, code=21)[0]
    assert document(here, name, code=21)["errors"] == 1


@pytest.mark.parametrize(
    ("options", "coloured"),
    [(["--color", "always"], True), (["--color", "never"], False), ([], False)],
)
def test_severity_is_coloured_where_colour_is_asked_for(here, options, coloured):
    line = run(here, "wrong.yaml", *options, code=21)[0]
    assert ("wrong.yaml:1:7: \x1b[31merror:\x1b[0m tier-near: " in line) is coloured
    assert ("\x1b" in line) is coloured


def test_what_is_passed_over_is_said_on_standard_error_unless_quiet(here):
    folder = here / "d"
    folder.mkdir()
    (here / "good.yaml").rename(folder / "good.yaml")
    for n in range(7):
        (folder / f"n{n}.txt").touch()
    ran = hp("check", "d", cwd=here)
    assert ran.stderr.decode() == (
        "Passed over, as hidden or neither YAML nor JSON: "
        "d/n0.txt, d/n1.txt, d/n2.txt, d/n3.txt, d/n4.txt and 2 more.\n"
    )
    assert hp("check", "d", "-q", cwd=here).stderr == b""
    shown = hp("check", "d", "-v", cwd=here).stderr.decode()
    assert "Read: d/good.yaml (request)." in shown
    assert "d/n6.txt" in shown


def test_table_means_text_here(here):
    expected = run(here, "wrong.yaml", code=21)
    assert run(here, "wrong.yaml", "-f", "table", code=21) == expected
    assert run(here, "wrong.yaml", code=21, HP_PRIORITY_FORMAT="table") == expected


def test_file_gets_what_the_screen_would_and_the_screen_nothing(here):
    expected = run(here, "wrong.yaml", code=21)
    assert run(here, "wrong.yaml", "-o", "found.txt", code=21) == []
    assert (here / "found.txt").read_text("utf-8").splitlines() == expected
    said(hp("check", "good.yaml", "-o", "found.txt", cwd=here), 2)
    assert run(here, "good.yaml", "-o", "found.txt", "--force", code=0) == []
    assert run(here, "good.yaml", "-o", "found.json", code=0) == []
    assert json.loads((here / "found.json").read_text("utf-8"))["passed"] is True


def test_json_holds_the_summary_and_every_finding(here):
    shipped_copy(here / "data")
    found = document(here, "wrong.yaml", "data", "none", code=21)
    assert list(found) == [
        "schema", "tool_version", "passed", "fail_on", "errors", "warnings", "fact_count",
        "inputs", "skipped", "findings",
    ]  # fmt: skip
    assert found["schema"] == "hp-priority/check@1"
    assert (found["passed"], found["fail_on"]) == (False, "error")
    assert (found["errors"], found["warnings"], found["fact_count"]) == (2, 0, 398)
    assert [each["kind"] for each in found["inputs"]] == ["request", "data", "unknown"]
    request, data, _ = found["inputs"]
    assert request["against"] == str(shipped_folder())
    assert request["catalog"] == data["catalog"]
    assert data["catalog"]["edition"] == "2024-05"
    assert data["files"] == [
        "data/tiers.yaml", "data/skus.yaml", "data/coverage.yaml", "data/source.yaml",
    ]  # fmt: skip
    assert (data["fact_count"], data["facts"]["parts"]) == (397, 32)
    unreadable, near = found["findings"]
    assert (unreadable["file"], unreadable["line"], unreadable["code"]) == (
        "none",
        None,
        "unreadable",
    )
    assert near == {
        "code": "tier-near",
        "severity": "error",
        "file": "wrong.yaml",
        "line": 1,
        "column": 7,
        "values": near["values"],
        "message": "No tier is called 'acces'.",
        "remedy": "Did you mean HP Priority Access (access) or "
        "HP Priority Access Plus (access-plus)?",
    }


def test_json_is_the_same_in_both_languages_save_its_sentences(here):
    english, french = (
        document(here, "wrong.yaml", "odd.yaml", "--lang", lang, code=21) for lang in ("en", "fr")
    )
    assert english != french
    for found in (english, french):
        for finding in found["findings"]:
            del finding["message"], finding["remedy"]
    assert english == french


def test_json_of_passing_warnings_says_so(here):
    found = document(here, "odd.yaml", code=0)
    assert (found["passed"], found["warnings"], found["fail_on"]) == (True, 1, "error")
    found = document(here, "odd.yaml", "--strict", code=21)
    assert (found["passed"], found["warnings"], found["fail_on"]) == (False, 1, "warning")


def test_code_of_a_finding_can_be_explained():
    ran = hp("explain", "two-parts-for-one-use", "--json")
    [entry] = json.loads(ran.stdout)["entries"]
    assert (entry["kind"], entry["id"]) == ("rule", "two-parts-for-one-use")
    assert entry["description"] == (
        "… serves the same tier, device class and term as …. Keep one of them."
    )
    french = hp("explain", "Trap", "--lang", "fr").stdout.decode()
    assert french.startswith("Règle de contrôle")


def test_shipped_data_and_the_examples_pass_the_strictest_check():
    examples = shipped_folder().parent / "examples"
    assert hp("check", shipped_folder(), examples, "--strict").returncode == 0
