"""Each rule has a page, and its examples are what the page says that they are."""

from contextlib import chdir

import pytest

from books import EXAMPLE_BOOK, findings_of_book
from broken import broken_data, edited, findings_in, findings_of_request, sentences
from fleets import findings_of_fleet
from hp_priority_cli.catalog.load import load_catalog
from hp_priority_cli.checking.run import check_paths
from hp_priority_cli.errors import Finding
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.rules import RULES
from rule_pages import FOLDER, INDEX, index, read_page, severity_line

ENGLISH = Wording(load_catalog(), Phrases("en"))
OF_A_BOOK = ("book.yaml", "prices.csv", "prices.xlsx", "list.csv")
BY_CHECK = ("cases.yaml", "customers.csv")
OF_A_FLEET = "fleet.csv"
WITH_COMMANDS = [
    "no-such-folder",
    "not-a-folder",
    "nothing-to-check",
    "not-recognised",
    "prices-without-terms",
    "schema-missing",
    "schema-unknown",
    "schema-newer",
    "data-file-name",
    "answer-idle",
    "not-a-quote",
    "not-a-request",
    "no-titles",
    "seal-broken",
    "seal-missing",
    "sum-wrong",
    "figure-contradicts",
]
"""Rules about folders, saved quotes, or what a file is at all: their examples are commands."""
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
        for example in examples:
            if (content := example.content) is not None:
                text = content.encode() if isinstance(content, str) else content
                (folder / example.file).write_bytes(text)
        return _findings_of_file(folder / examples[0].file)
    if examples[0].file == EXAMPLE_BOOK.name:
        [example], [mended] = examples, page.examples("Mended")
        path = folder / example.file
        edit = {"replace": mended.content, "by": example.content}
        path.write_text(edited(EXAMPLE_BOOK.read_text("utf-8"), edit), "utf-8")
        return findings_of_book(path)
    edits = [
        {"file": mended.file, "replace": mended.content, "by": example.content}
        for mended, example in zip(page.examples("Mended"), examples, strict=True)
    ]
    return findings_in(broken_data({"edits": edits}, folder))


def _findings_of_file(path) -> list[Finding]:
    """What is found in an example that is a whole file."""
    if path.name in OF_A_BOOK:
        return findings_of_book(path)
    if path.name == OF_A_FLEET:
        return [*findings_of_fleet(path)]
    if path.name in BY_CHECK:
        with chdir(path.parent):  # a finding that names the file shall name it as the page does
            return [*check_paths([path.name], None, "error")[0].findings]
    return findings_of_request(path)


@pytest.mark.parametrize("code", WITH_COMMANDS)
def test_commands_break_the_rule_and_mend_it(code):
    # That they print what the page shows is seen where the commands of every page are run.
    page = read_page(code)
    broken, mended = (page.sections[each].strip() for each in ("Broken", "Mended"))
    # `check` takes a file for what it is; `verify` wants a quote, `eligible` a request or many.
    by_check = code not in ("not-a-quote", "not-a-request", "no-titles")
    assert f": {RULES[code].severity}: {f'{code}: ' if by_check else ''}" in broken
    assert broken.endswith(f"$ echo $?\n{21 if by_check else 20}\n```")
    assert "error: " not in mended
    assert "warning: " not in mended
    assert mended.endswith("$ echo $?\n0\n```")
