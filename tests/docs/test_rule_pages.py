"""Each rule has a page, and its examples are what the page says that they are."""

import shutil

import pytest

from broken import broken_data, findings_in, findings_of_request, sentences
from hp_priority_cli.catalog.load import load_catalog, shipped_folder
from hp_priority_cli.errors import Finding
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.rules import RULES
from rule_pages import FOLDER, INDEX, index, read_page, severity_line
from running import hp

ENGLISH = Wording(load_catalog(), Phrases("en"))
WITH_COMMANDS = ["no-such-folder", "not-a-folder"]
"""Rules about a folder: their examples are commands."""
WITH_FILES = [code for code in RULES if code not in WITH_COMMANDS]


def test_every_rule_has_its_page_and_every_page_its_rule():
    assert {path.stem for path in FOLDER.glob("*.md")} - {"README"} == set(RULES)


@pytest.mark.parametrize("code", RULES)
def test_page_says_what_why_and_how_severe(code):
    page = read_page(code)
    assert page.title == f"# {code}"
    assert page.intro.startswith(severity_line(RULES[code]))
    assert page.intro != severity_line(RULES[code]).strip()
    assert list(page.sections) == ["Why it matters", "Broken", "Mended"]
    assert all(text.strip() for text in page.sections.values())


def test_index_lists_every_page_with_its_first_sentence():
    assert INDEX.read_text("utf-8") == index(), "make rules writes it anew"


@pytest.mark.parametrize("code", WITH_FILES)
def test_broken_example_breaks_the_rule_and_the_tool_says_what_the_page_shows(tmp_path, code):
    page = read_page(code)
    found = _findings(page, "Broken", tmp_path)
    assert {each.code for each in found} == {code, *page.found_with_it}
    first = next(each for each in found if each.code == code)
    assert page.said == f"{ENGLISH.finding(first)} {ENGLISH.finding_remedy(first)}"
    assert all(sentences(each) for each in found)


@pytest.mark.parametrize("code", WITH_FILES)
def test_mended_example_breaks_nothing(tmp_path, code):
    assert _findings(read_page(code), "Mended", tmp_path) == []


def _findings(page, heading, folder) -> list[Finding]:
    """What is found in the examples of a section."""
    examples = page.examples(heading)
    assert examples
    if not examples[0].is_piece:
        [example] = examples
        path = folder / example.file
        content = example.content
        if content is not None:
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return findings_of_request(path)
    edits = [
        {"file": mended.file, "replace": mended.content, "by": example.content}
        for mended, example in zip(page.examples("Mended"), examples, strict=True)
    ]
    return findings_in(broken_data({"edits": edits}, folder))


@pytest.mark.parametrize("code", WITH_COMMANDS)
def test_commands_do_what_the_page_shows(tmp_path, code):
    shutil.copytree(shipped_folder(), tmp_path / "data")
    page = read_page(code)
    [(broken, said)], [(mended, shown)] = page.commands("Broken"), page.commands("Mended")
    failed, done = hp(*broken, cwd=tmp_path), hp(*mended, cwd=tmp_path)
    assert (failed.returncode, failed.stderr.decode()) == (21, said)
    assert (done.returncode, done.stdout.decode()) == (0, shown)
