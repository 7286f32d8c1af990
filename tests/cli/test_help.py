"""Help in both languages, at any width, for each command and topic; and how people ask for it."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from hp_priority_cli.catalog.load import shipped_folder
from hp_priority_cli.cli.app import COMMANDS, build_command
from hp_priority_cli.cli.pages import TOPICS, every_page, topic_page
from hp_priority_cli.presentation.help_text import help_text, term
from hp_priority_cli.presentation.phrases import LANGUAGES, Phrases
from running import environment, hp, path_to_command, said

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SAVED = Path(__file__).resolve().parents[1] / "golden"
GROUP = build_command()
PAGES = {
    (language, page.name): page
    for language in LANGUAGES
    for page in (
        *every_page(GROUP, Phrases(language)),
        *(topic_page(topic, GROUP, Phrases(language)) for topic in TOPICS),
    )
}
EACH = pytest.mark.parametrize(("language", "name"), PAGES)
WIDTHS = (40, 60, 71, 72, 80, 100, 120, 200)


def text_of(language, name, width=80):
    return help_text(PAGES[language, name], Phrases(language), width)


@EACH
def test_no_line_is_longer_than_the_terminal_unless_one_word_is(language, name):
    page = PAGES[language, name]
    whole = {term(row) for section in page.sections for row in section.rows}
    for width in WIDTHS:
        for line in text_of(language, name, width).splitlines():
            assert len(line) <= min(width, 100) or line.strip() in whole or uncut(line), line


def uncut(line):
    """Whether a line is a word, or a piece of an example that goes up to its next option."""
    return " -" not in line.strip().removesuffix(" \\") or line.startswith(("Usage", "Utilisation"))


@EACH
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_cut_within_a_word(language, name, width):
    page = PAGES[language, name]
    shown = text_of(language, name, width)
    words = {word for row in rows(page) for word in row.text.split()}
    words |= {word for row in rows(page) for word in term(row).split()}
    assert words <= set(shown.split())


def rows(page):
    return [row for section in page.sections for row in section.rows]


@pytest.mark.parametrize("name", ["", *COMMANDS, *TOPICS])
def test_french_help_shares_no_sentence_with_the_english_one(name):
    english, french = PAGES["en", name], PAGES["fr", name]
    assert set(english.about) & set(french.about) == set()
    assert [row.names for row in rows(english)] == [row.names for row in rows(french)]
    assert [row.text for row in rows(english) if row.text in {r.text for r in rows(french)}] == []
    for word in ("Usage", "Commands", "Examples", "Global", "Show", "default", "FILE", "TEXT"):
        assert not re.search(rf"\b{word}\b", text_of("fr", name)), word


def test_page_of_a_command_at_eighty_columns():
    assert text_of("en", "schema") == (
        "Usage: hp-priority schema [OPTIONS] [NAME]\n"
        "\n"
        "  Print the JSON Schema of a file that you write (a request, a price book, a\n"
        "  data file), or of an answer in JSON.\n"
        "\n"
        "Arguments:\n"
        "  [NAME]  Name of a schema; without one, the names are listed.\n"
        "\n"
        "Output:\n"
        "  -f, --format table|json|csv|markdown|html|xlsx|pdf\n"
        "                             How the answer is written; as a table by default\n"
        "                             [HP_PRIORITY_FORMAT].\n"
        "  --json                     The same as --format json.\n"
        "  -o, --output FILE          Write to FILE; its suffix chooses the format.\n"
        "  --force                    Replace an existing file.\n"
        "\n"
        "Global options:\n"
        "  --data DIR                 Another catalog folder instead of the shipped one\n"
        "                             [HP_PRIORITY_DATA].\n"
        "  --lang en|fr               Language of what people read; by default that of\n"
        "                             the locale [HP_PRIORITY_LANG].\n"
        "  --color auto|always|never  Whether tables have colour; by default on a\n"
        "                             terminal alone [HP_PRIORITY_COLOR].\n"
        "  -q, --quiet                Leave warnings out.\n"
        "  -v, --verbose              Show every condition, the files read and the\n"
        "                             choices made.\n"
        "  --debug                    Show the trace of a fault.\n"
        "  -V, --version              Show the version and stop.\n"
        "  -h, --help                 Show this help and stop.\n"
        "\n"
        "Examples:\n"
        "  # What may a request hold?\n"
        "  hp-priority schema request\n"
        "  # And what does a quote hold?\n"
        "  hp-priority schema quote"
    )


def test_narrow_page_has_each_text_beneath_its_option():
    assert (
        "Global options:\n"
        "  --data DIR\n"
        "      Another catalog folder instead of the shipped one\n"
        "      [HP_PRIORITY_DATA].\n"
    ) in text_of("en", "", 60)


def test_long_example_goes_on_after_a_backslash():
    assert text_of("en", "quote", 60).split("Examples:\n")[1] == (
        "  # One tier for three years, saved\n"
        "  hp-priority quote --pcs 300 --country FR --it-desk own \\\n"
        "    --whole-base --tier access --years 3 -o q.json\n"
        "  # The parts of every tier within reach, by term\n"
        "  hp-priority quote --pcs 300 --country FR --it-desk own \\\n"
        "    --whole-base\n"
        "  # With prices, every term side by side\n"
        "  hp-priority quote --request customer.yaml \\\n"
        "    --price-book prices.yaml --years all"
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_examples_that_use_it(name):
    commands = [line for line in PAGES["en", name].examples if not line.startswith("#")]
    assert commands
    for line in commands:
        assert line.startswith(f"hp-priority {name}")


@pytest.fixture(scope="module")
def saved_quote(tmp_path_factory):
    """A quote as the examples save it, from the request and the price book that they name."""
    folder = tmp_path_factory.mktemp("quote")
    _copy_examples(folder)
    made = "quote --request customer.yaml --price-book prices.yaml --json"
    return hp(*made.split(), cwd=folder).stdout


def _copy_examples(folder):
    files = (("customer", "customer"), ("prices", "price-book"), ("other", "price-book"))
    for name, file in files:
        shutil.copy(EXAMPLES / f"example-{file}.yaml", folder / f"{name}.yaml")
    shutil.copy(EXAMPLES / "example-fleet.csv", folder / "fleet.csv")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        pytest.param(language, line, id=f"{language}-{line}")
        for (language, _), page in PAGES.items()
        for line in page.examples
        if not line.startswith("#")
    ],
)
def test_every_example_works(tmp_path, language, line, saved_quote):
    (tmp_path / ".config/fish/completions").mkdir(parents=True)
    _copy_examples(tmp_path)
    (tmp_path / "quotes").mkdir()
    for name in ("quote.json", "quotes/one.json", "quotes/two.json"):
        if name not in line.partition("-o ")[2]:
            (tmp_path / name).write_bytes(saved_quote)
    for edition in ("old", "new"):
        shutil.copytree(shipped_folder(), tmp_path / edition)
        shutil.copy(SAVED / f"{edition}-quote.json", tmp_path / f"{edition}.json")
    shutil.copy(SAVED / "old-quote.json", tmp_path / "quotes")
    shutil.copy(EXAMPLES / "example-price-book.yaml", tmp_path / "quotes")
    ran = subprocess.run(
        line,
        shell=True,
        cwd=tmp_path,
        env=environment(PATH=path_to_command(), HOME=str(tmp_path), HP_PRIORITY_LANG=language),
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        ((), "hp-priority [OPTIONS] COMMAND [ARGUMENTS]..."),
        (("help",), "hp-priority [OPTIONS] COMMAND [ARGUMENTS]..."),
        (("-h",), "hp-priority [OPTIONS] COMMAND [ARGUMENTS]..."),
        (("help", "quote"), "hp-priority quote [OPTIONS]"),
        (("quote", "--help"), "hp-priority quote [OPTIONS]"),
        (("-h", "quote"), "hp-priority quote [OPTIONS]"),
        (("quote", "--pcs", "many", "-h"), "hp-priority quote [OPTIONS]"),
        (("compare", "access", "-h", "-q"), "hp-priority compare [OPTIONS] [TIER]..."),
        (("help", "help"), "hp-priority help [OPTIONS] [COMMAND]"),
    ],
)
def test_ways_to_ask_for_help(arguments, first):
    ran = hp(*arguments)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.decode().splitlines()[0] == f"Usage: {first}"


@pytest.mark.parametrize(
    ("arguments", "more"),
    [
        (("--lang", "fr", "quote", "-h"), {}),
        (("quote", "-h", "--lang=fr"), {}),
        (("help", "quote"), {"HP_PRIORITY_LANG": "fr"}),
        (("quote", "-h"), {"LANG": "fr_FR.UTF-8"}),
    ],
)
def test_help_is_french_by_option_variable_and_locale(arguments, more):
    ran = hp(*arguments, **more)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.decode() == f"{text_of('fr', 'quote')}\n"


def test_topics_list_exit_codes_and_variables():
    codes = [int(row.names[0]) for row in rows(PAGES["en", "exit-codes"])]
    assert codes == sorted(codes)
    assert {0, 2, 10, 11, 20, 21, 70, 74, 130, 141, 143} <= set(codes)
    variables = [row.names[0] for row in rows(PAGES["en", "environment"])]
    assert {"HP_PRIORITY_LANG", "HP_PRIORITY_AS_OF", "NO_COLOR", "COLUMNS"} <= set(variables)


def test_help_goes_to_a_file_that_is_not_replaced_unasked(tmp_path):
    assert hp("help", "sku", "-o", "sku.txt", cwd=tmp_path).stdout == b""
    assert (tmp_path / "sku.txt").read_text("utf-8") == f"{text_of('en', 'sku')}\n"
    assert "--force" in said(hp("help", "sku", "-o", "sku.txt", cwd=tmp_path), 2)


def test_help_on_what_there_is_not_names_what_comes_near():
    assert "Did you mean exit-codes?" in said(hp("help", "exit-code"), 2)
