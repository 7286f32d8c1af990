"""Every finding of a check has its sentences, and the text of one acts on no screen."""

import re
from pathlib import Path

import pytest

from hp_priority_cli.checking.kinds import KINDS, REQUEST
from hp_priority_cli.checking.records import UNKNOWN, Checked, CheckedInput
from hp_priority_cli.errors import Finding, Spot
from hp_priority_cli.presentation.findings.text import summary, to_text
from hp_priority_cli.presentation.findings.wording import FindingWording
from hp_priority_cli.presentation.phrases import LANGUAGES, Phrases

CHECKING = Path(__file__).resolve().parents[2] / "src/hp_priority_cli/checking"
NOTHING = Checked((), ())


def wording(checked, language="en"):
    return FindingWording(checked, None, Phrases(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_of_the_check_has_a_sentence_and_a_remedy(language):
    code = "\n".join(path.read_text("utf-8") for path in CHECKING.glob("*.py"))
    named = set(re.findall(r'\bFinding\(\s*"([a-z0-9-]+)"', code))
    assert named >= {"not-recognised", "schema-newer", "data-file-name", "nothing-to-check"}
    for each in named:
        assert Phrases(language).has(f"finding.{each}"), each
        assert Phrases(language).has(f"finding-remedy.{each}"), each


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "kind", [*sorted({each.name for each in KINDS.values()}), REQUEST.name, UNKNOWN]
)
def test_every_kind_of_file_can_be_counted_in_words(kind, language):
    for number in (1, 2):
        assert Phrases(language).count(f"count.file.{kind}", number).startswith(f"{number} ")


def test_finding_without_a_line_is_told_of_the_file_alone():
    finding = Finding("empty", Spot("a.yaml"))
    checked = Checked((), (finding,))
    assert to_text(checked, wording(checked)).splitlines()[0] == (
        "a.yaml: error: empty: There is nothing in it. Write the document, or name another file."
    )


def test_text_of_a_finding_stays_on_its_line_and_acts_on_no_screen():
    values = {"problem": "\x1b[31mred\nand\u202e more"}
    checked = Checked((), (Finding("yaml-syntax", Spot("a\nb", 1, 2), values),))
    [line, *_] = to_text(checked, wording(checked)).splitlines()
    assert line.startswith("a\\nb:1:2: error: yaml-syntax: This is not YAML: \\x1b[31mred\\nand")
    assert not set(line) & set("\x1b\u202e")


@pytest.mark.parametrize("edition", ["2024-13", "2024", "\x1b[31m", "", "12"])
def test_edition_that_is_no_month_is_told_as_it_stands(edition):
    folder = CheckedInput("data", "data", (), "X-1", edition, None)
    checked = Checked((folder,), ())
    [_, line] = summary(checked, wording(checked))
    shown = edition.replace("\x1b", "\\x1b")
    assert line == f"Checked data: data sheet X-1, edition of {shown}, 0 facts."


def test_run_over_nothing_says_so_in_its_last_line():
    assert [*summary(NOTHING, wording(NOTHING))] == ["0 errors, 0 warnings.", "Checked nothing."]


@pytest.mark.parametrize(
    ("fail_on", "failing"),
    [("error", ["error"]), ("warning", ["error", "warning"]), ("never", [])],
)
def test_severity_from_which_a_finding_fails_the_run(fail_on, failing):
    spot = Spot("a")
    findings = (Finding("empty", spot), Finding("trap", spot, {"text": "NO"}, "warning"))
    checked = Checked((), findings, fail_on=fail_on)
    assert [each.severity for each in checked.failures] == failing
    assert (checked.count("error"), checked.count("warning")) == (1, 1)
