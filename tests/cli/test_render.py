"""`render`: a saved quote told again in any format and language, and never judged again."""

import json
import re
import shutil

import pytest

from hp_priority_cli.catalog.load import shipped_folder
from hp_priority_cli.evidence.seal import seal_of
from quoted import CUSTOMER, SURE, Quoted
from running import hp, said

SUFFIXES = ("json", "md", "txt", "csv", "html", "xlsx", "pdf")
LATER = {"HP_PRIORITY_AS_OF": "2031-05-05"}
SENTENCES = {"message", "question", "remedy", "name", "description", "label"}
BOOK = ("--price-book", "book.yaml")
CONDITIONAL = (
    *"--pcs 700 --printers 400 --country FR,RO --it-desk own --tier access-plus --years 3".split(),
    *("--answer", "country-not-listed:RO=yes", "--customer", "Société d'exemple (fictive)"),
)
DRAFT = (*"--pcs 20 --country FR --it-desk none --tier access --years 3 --draft".split(), *BOOK)
TERMS = (*CUSTOMER, "--tier", "access", "--years", "1,2,3", *BOOK)
TOP = (
    *"--pcs 6000 --printers 40 --country BE,FR --headquarters FR --it-desk own".split(),
    *"--whole-base --tier management-plus --years 3".split(),
)
DATA = ("coverage", "skus", "source", "tiers")


class Rendering:
    """A folder in which quotes are saved, and their files rendered where no price book lies."""

    def __init__(self, folder):
        self.quoted = Quoted(folder)
        self.folder = folder / "sent"
        self.folder.mkdir()

    def save(self, suffix, *arguments, lang="en"):
        """What `quote -o` writes, and the JSON of the same quote beside it."""
        for each in dict.fromkeys(("json", suffix)):
            file = str(self.folder / f"quote.{each}")
            code = 10 if "1,2,3" in arguments else 0  # of the terms named one has no part
            ran = self.quoted.run(*arguments, "--lang", lang, "-o", file, "--force", "--quiet")
            assert ran.returncode == code, ran.stderr.decode()
        return (self.folder / f"quote.{suffix}").read_bytes()

    def __call__(self, *arguments, **more):
        return hp("render", *arguments, cwd=self.folder, **more)

    def render(self, suffix, *arguments):
        """What `render -o` makes of the JSON, years later."""
        ran = self("quote.json", *arguments, "-o", f"again.{suffix}", "--force", **LATER)
        assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"", b""), ran.stderr.decode()
        return (self.folder / f"again.{suffix}").read_bytes()

    def data(self, *changes):
        """A copy of the data with texts replaced by others, or lines left out."""
        folder = self.folder / "data"
        shutil.copytree(shipped_folder(), folder, ignore=lambda *_: ["cases"])
        for old, new in changes:
            for name in DATA:
                path = folder / f"{name}.yaml"
                path.write_text(re.sub(old, new, path.read_text("utf-8"), flags=re.M), "utf-8")
        return str(folder)


@pytest.fixture
def rendering(tmp_path):
    return Rendering(tmp_path)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_priced_quote_has_the_bytes_that_it_had_on_its_day(rendering, suffix):
    then = rendering.save(suffix, *SURE, *BOOK, "--discount", "7.5")
    (rendering.quoted.folder / "book.yaml").unlink()
    assert rendering.render(suffix) == then


REVISED = [(*SURE, *BOOK), (*CUSTOMER, "--tier", "access", "--years", "1,3", *BOOK)]


@pytest.mark.parametrize("asked", REVISED, ids=["one quote", "several terms"])
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_revision_has_the_bytes_that_it_had_on_its_day(rendering, suffix, asked):
    """What changed is for who quotes: the document names what it replaces, and no more."""
    old = str(rendering.folder / "old.json")
    assert rendering.quoted.run(*SURE, *BOOK, "-o", old).returncode == 0
    then = rendering.save(suffix, *asked, "--pcs", "310", "--revises", old)
    assert rendering.render(suffix) == then
    if suffix in ("md", "txt", "html"):
        assert then.count(b"old.json") == 1
        assert b"4,070.00" not in then


@pytest.mark.parametrize("asked", REVISED, ids=["one quote", "several terms"])
@pytest.mark.parametrize("format_", ["markdown", "html", "csv", "json"])
def test_revision_in_a_format_of_documents_is_the_document_on_standard_output_too(
    rendering, format_, asked
):
    old = str(rendering.folder / "old.json")
    rendering.quoted.run(*SURE, *BOOK, "-o", old)
    revised = [*asked, "--pcs", "310", "--revises", old]
    rendering.save("json", *revised)
    printed = rendering.quoted.run(*revised, "-f", format_)
    assert rendering("quote.json", "-f", format_).stdout == printed.stdout
    shown = rendering.quoted.run(*revised).stdout.decode()
    assert "Changed since old.json" in shown


@pytest.mark.parametrize("arguments", [CONDITIONAL, DRAFT, TERMS, TOP], ids=lambda a: a[-1])
@pytest.mark.parametrize("suffix", ["json", "html", "csv"])
def test_quote_of_any_status_has_the_bytes_that_it_had_on_its_day(rendering, arguments, suffix):
    then = rendering.save(suffix, *arguments, lang="fr")
    assert rendering.render(suffix, "--lang", "fr") == then


def test_screen_shows_the_document_with_its_day(rendering):
    then = rendering.save("txt", *CONDITIONAL)
    ran = rendering("quote.json", **LATER)
    assert (ran.returncode, ran.stdout) == (0, then)
    assert b"24 November 2026" in then
    assert b"--answer" not in then


def differing(one, other, path=()):
    """The paths at which two documents differ."""
    if isinstance(one, dict) and isinstance(other, dict):
        assert list(one) == list(other)
        return [p for key in one for p in differing(one[key], other[key], (*path, key))]
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        pairs = enumerate(zip(one, other, strict=True))
        return [p for n, pair in pairs for p in differing(*pair, (*path, n))]
    return [] if one == other else [path]


@pytest.mark.parametrize("arguments", [CONDITIONAL, TERMS], ids=["one quote", "several terms"])
def test_json_in_another_language_changes_sentences_and_their_hash_alone(rendering, arguments):
    then = rendering.save("json", *arguments)
    french = rendering.render("json", "--lang", "fr")
    paths = differing(json.loads(then), json.loads(french))
    assert {path[-1] for path in paths} <= SENTENCES
    assert {path[-1] for path in paths} > {"message", "description", "label"}
    document = json.loads(french)
    assert document["seal"] == seal_of(document)
    assert hp("check", "again.json", cwd=rendering.folder).returncode == 0
    shutil.copy(rendering.folder / "again.json", rendering.folder / "quote.json")
    assert rendering.render("json", "--lang", "en") == then


def test_quote_is_told_in_the_other_language(rendering):
    rendering.save("json", *SURE, *BOOK)
    text = rendering.render("md", "--lang", "fr").decode()
    assert text == rendering.save("md", *SURE, *BOOK, lang="fr").decode()
    assert "PRIX FICTIFS" in text


def test_quote_comes_in_by_standard_input(rendering):
    then = rendering.save("html", *SURE)
    content = (rendering.folder / "quote.json").read_bytes()
    ran = rendering("-", "-f", "html", stdin=content, **LATER)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, then, b"")


# -- what cannot be rendered ------------------------------------------------------------------


def test_quote_that_was_changed_is_refused_and_nothing_is_written(rendering):
    rendering.save("json", *SURE, *BOOK)
    path = rendering.folder / "quote.json"
    path.write_text(path.read_text("utf-8").replace('"12.50"', '"11.50"'), "utf-8")
    text = said(rendering("quote.json", "-o", "again.pdf"), 20)
    assert "The seal does not match" in text
    assert "quote again" in text
    assert not (rendering.folder / "again.pdf").exists()


def test_sum_that_is_wrong_under_a_seal_that_is_right_is_refused(rendering):
    rendering.save("json", *SURE, *BOOK)
    path = rendering.folder / "quote.json"
    document = json.loads(path.read_text("utf-8").replace('"4070.00"', '"4071.00"'))
    document["seal"] = seal_of(document)
    path.write_text(json.dumps(document), "utf-8")
    assert "4070.00" in said(rendering("quote.json", "-o", "again.pdf"), 20)


def test_quote_without_its_seal_is_refused(rendering):
    rendering.save("json", *SURE, *BOOK)
    path = rendering.folder / "quote.json"
    document = json.loads(path.read_text("utf-8"))
    del document["seal"]
    path.write_text(json.dumps(document), "utf-8")
    ran = rendering("quote.json", "--json", "--lang", "fr")
    assert ran.returncode == 20
    assert json.loads(ran.stdout)["error"]["values"]["findings"][0]["code"] == "seal-missing"


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        ((), "No saved quote was named."),
        (("quote.json", "other.json"), "Nothing more was expected here: other.json."),
        (("quote.json", "-o", "again.docx"), "names no format"),
        (("quote.json", "--as-of", "2026-01-01"), "--as-of"),
    ],
)
def test_wrong_use_ends_with_2(rendering, arguments, text):
    assert text in said(rendering(*arguments), 2)


@pytest.mark.parametrize("content", ["{}", "pcs: 300\n", '{"schema": "hp-priority/quote@2"}', "{"])
def test_what_is_no_quote_ends_with_20(rendering, content):
    (rendering.folder / "quote.json").write_text(content, "utf-8")
    said(rendering("quote.json"), 20)


def test_quote_that_is_not_there_ends_with_20(rendering):
    said(rendering("nowhere.json"), 20)


# -- data that have moved on ------------------------------------------------------------------


def test_tier_and_place_that_the_data_no_longer_have_are_told_as_the_quote_holds_them(rendering):
    then = rendering.save("html", *TOP, "--lang", "en").decode()
    data = rendering.data(
        ("management-plus", "top"), ("HP Priority Management Plus", "HP Top"), (r'^.*"BE".*\n', "")
    )
    ran = rendering("quote.json", "-f", "html", "--data", data)
    assert ran.returncode == 0, ran.stderr.decode()
    assert "No longer in the data" in ran.stderr.decode()
    assert "management-plus and BE" in ran.stderr.decode()
    assert ran.stdout.decode() == then


def test_part_that_the_data_no_longer_have_needs_no_word(rendering):
    then = rendering.save("html", *SURE)
    data = rendering.data(("U80M6E", "U80M6Z"))
    ran = rendering("quote.json", "-f", "html", "--data", data)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, then, b"")


def test_edition_named_is_that_of_the_quote(rendering):
    then = rendering.save("md", *SURE)
    data = rendering.data((r"^  edition: .*$", '  edition: "2029-01"'))
    ran = rendering("quote.json", "-f", "markdown", "--data", data)
    assert ran.stdout == then
    assert "edition 2024-05 of the data" in then.decode()


def test_sentence_that_the_data_have_no_words_for_is_the_one_that_was_saved(rendering):
    answer = ("--answer", "management-plus-inherits-minimum=accepted")
    rendering.save("json", *TOP, *answer)
    data = rendering.data(("management-plus", "top"), ("HP Priority Management Plus", "HP Top"))
    ran = rendering("quote.json", "-f", "markdown", "--data", data, "--lang", "fr")
    assert ran.returncode == 0, ran.stderr.decode()
    saved = json.loads((rendering.folder / "quote.json").read_text("utf-8"))
    said_then = saved["verdict"]["confirmed"][0]["message"]
    assert said_then in ran.stdout.decode()
    assert "données" in ran.stderr.decode()
