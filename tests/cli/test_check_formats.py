"""`hp-priority check` in the formats of others, from outside: to a file, to a stream, in French."""

import json
from xml.etree import ElementTree

import pytest

from running import hp


@pytest.fixture
def here(tmp_path):
    (tmp_path / "odd.yaml").write_text("countries: [NO]\n", "utf-8")
    (tmp_path / "wrong.yaml").write_text("tier: acces\n", "utf-8")
    return tmp_path


def test_github_gets_its_commands_alone_and_the_log_the_summary(here):
    ran = hp("check", "odd.yaml", "wrong.yaml", "-f", "github", cwd=here)
    assert ran.returncode == 21
    assert [
        line.partition("::")[0] or line.split("::")[1] for line in ran.stdout.decode().splitlines()
    ] == [
        "error file=wrong.yaml,line=1,col=7,title=tier-near",
        "warning file=odd.yaml,line=1,col=13,title=trap",
    ]
    assert ran.stderr.decode().startswith("1 error, 1 warning.\n")
    assert hp("check", "odd.yaml", "-f", "github", "-q", cwd=here).stderr == b""


@pytest.mark.parametrize("how", [["-f", "sarif"], ["-o", "found.sarif"]])
def test_sarif_goes_where_it_is_sent(here, how):
    ran = hp("check", "wrong.yaml", *how, cwd=here)
    text = ran.stdout if "-f" in how else (here / "found.sarif").read_bytes()
    assert (ran.returncode, bool(ran.stdout)) == (21, "-f" in how)
    [run] = json.loads(text)["runs"]
    assert [each["ruleId"] for each in run["results"]] == ["tier-near"]


@pytest.mark.parametrize("how", [["-f", "junit"], ["-o", "found.xml"]])
def test_junit_goes_where_it_is_sent(here, how):
    ran = hp("check", "odd.yaml", "wrong.yaml", *how, cwd=here)
    text = ran.stdout if "-f" in how else (here / "found.xml").read_bytes()
    assert (ran.returncode, bool(ran.stdout)) == (21, "-f" in how)
    suites = ElementTree.fromstring(text)
    assert [(each.get("name"), each.get("failures")) for each in suites] == [
        ("odd.yaml", "0"),
        ("wrong.yaml", "1"),
    ]


@pytest.mark.parametrize("form", ["github", "sarif", "junit"])
def test_sentences_alone_are_in_french(here, form):
    english, french = (
        hp("check", "wrong.yaml", "-f", form, "-q", cwd=here, HP_PRIORITY_LANG=language).stdout
        for language in ("en", "fr")
    )
    assert b"Vouliez-vous dire" in french
    assert b"Vouliez-vous dire" not in english
    assert b"tier-near" in french


@pytest.mark.parametrize("form", ["github", "sarif", "junit"])
def test_exit_code_does_not_hang_on_the_format(here, form):
    for arguments, code in (
        (["odd.yaml"], 0),
        (["odd.yaml", "--strict"], 21),
        (["wrong.yaml", "--fail-on", "never"], 0),
    ):
        assert hp("check", *arguments, "-f", form, cwd=here).returncode == code
