"""Whatever a file has become, it is checked or refused in words; nothing else comes of it.

`FUZZ_RUNS` is the number of changed files of each sort; more of them find more.
"""

import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checked import saved_quote, saved_verdicts, shipped_copy
from hp_priority_cli import __version__, load_catalog
from hp_priority_cli.catalog.load import FILES
from hp_priority_cli.checking.run import check_paths
from hp_priority_cli.cli.main import run
from hp_priority_cli.presentation.documents.check import check_document
from hp_priority_cli.presentation.documents.plain import to_json
from hp_priority_cli.presentation.findings.text import summary, to_text
from hp_priority_cli.presentation.findings.wording import FindingWording
from hp_priority_cli.presentation.phrases import Phrases

RUNS = int(os.environ.get("FUZZ_RUNS", "40"))
MANY = settings(
    max_examples=RUNS, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
DATA = Path(load_catalog().folder)
EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.yaml"))
PIECES = [
    *"null true yes NO [] {} -1 0 0123 12.10 1E5 1_000 '' \"\" é &a *a !!str <<:".split(),
    *"2026-02-30 Guyane access hp-priority/quote@1 hp-priority/quote@9 schema".split(),
    *"{}[],:#|>'\"%@\\?-\n\t\0\x1b\u202e\u200b\u2028\ufeff",
    "\n---\n",
    "{en: a, fr: b}",
    "9" * 30,
    "A" * 300,
]
LANGUAGES = [Phrases("en"), Phrases("fr")]


def changed(text):
    """The text with a few of its words and signs taken out, doubled or made something else."""
    tokens = re.findall(r"\w+|\W", text)
    piece = st.sampled_from(["", *PIECES]) | st.integers(0, len(tokens) - 1).map(tokens.__getitem__)
    change = st.tuples(st.integers(0, len(tokens) - 1), piece)
    cut = st.none() | st.integers(0, len(tokens))
    changes = st.lists(change, min_size=1, max_size=4)
    return st.tuples(changes, cut).map(lambda how: _apply(tokens, *how))


def _apply(tokens, changes, cut):
    new = dict(enumerate(tokens)) | dict(changes)
    return "".join([*new.values()][:cut])


def judged(*paths):
    """A run that ended in words, in both languages and every format; its findings."""
    checked, catalog = check_paths([str(path) for path in paths], None, "error")
    for phrases in LANGUAGES:
        wording = FindingWording(checked, catalog, phrases)
        text = to_text(checked, wording)
        summed_up = len([*summary(checked, wording)])
        assert text.count("\n") == len(checked.findings) + summed_up
        assert not set(text) & set("\x1b\u202e\0")
        document = json.loads(to_json(check_document(checked, wording, __version__)))
        assert len(document["findings"]) == len(checked.findings)
    places = [
        (each.spot.file, each.spot.line or 0, each.spot.column or 0) for each in checked.findings
    ]
    assert places == sorted(places)
    return checked


@pytest.mark.parametrize("name", FILES)
def test_changed_data_file_is_checked_or_refused_in_words(tmp_path, name):
    folder = shipped_copy(tmp_path / "data")

    @MANY
    @given(changed((DATA / name).read_text("utf-8")))
    def holds(content):
        (folder / name).write_text(content, "utf-8", newline="")
        checked = judged(folder)
        assert checked.inputs[0].kind == "data"
        assert checked.findings or checked.inputs[0].fact_count > 300

    holds()


ANSWERS = "answers: [{point: whole-base, answer: yes, by: x}]\n"
STEPS = "rounding: {unit: 0.001, line: '0.05'}\n"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_changed_example_is_checked_or_refused_in_words(tmp_path, example):
    kind, more = ("price-book", STEPS) if "price" in example.name else ("request", ANSWERS)
    text = example.read_text("utf-8") + more

    @MANY
    @given(changed(text))
    def holds(content):
        (tmp_path / "r.yaml").write_text(content, "utf-8", newline="")
        checked = judged(tmp_path / "r.yaml")
        assert checked.findings or checked.inputs[0].kind == kind

    holds()


@pytest.mark.parametrize("document", [saved_quote(), saved_verdicts()], ids=["quote", "verdicts"])
def test_changed_answer_is_checked_or_refused_in_words(tmp_path, document):
    @MANY
    @given(changed(json.dumps(document, indent=1)))
    def holds(content):
        (tmp_path / "a.json").write_text(content, "utf-8", newline="")
        checked = judged(tmp_path / "a.json")
        kind = checked.inputs[0].kind
        assert checked.findings or kind == document["schema"].split("/")[1].split("@")[0]

    holds()


@MANY
@given(content=st.binary(max_size=400), name=st.sampled_from(["x.yaml", "x.json", "x", "x.csv"]))
def test_any_bytes_are_checked_or_refused_in_words(tmp_path, content, name):
    (tmp_path / name).write_bytes(content)
    assert judged(tmp_path / name).findings or b":" in content


KEYS = st.sampled_from(["schema", "tier", "countries", "sites", "lines", "request", "x"])
SCALARS = st.none() | st.booleans() | st.integers() | st.text(max_size=8)


def holding(inner):
    """Lists and mappings of what is given, and what is given itself."""
    mappings = st.dictionaries(KEYS | st.text(max_size=4), inner, max_size=4)
    return inner | st.lists(inner, max_size=3) | mappings


NESTED = holding(holding(holding(SCALARS)))


@MANY
@given(
    value=NESTED, schema=st.none() | st.sampled_from(["hp-priority/quote@1", "hp-priority/tiers@1"])
)
def test_any_document_is_checked_or_refused_in_words(tmp_path, value, schema):
    if schema is not None and isinstance(value, dict):
        value = {**value, "schema": schema}
    (tmp_path / "x.json").write_text(json.dumps(value), "utf-8")
    judged(tmp_path / "x.json")


@pytest.mark.parametrize("form", ["text", "json"])
def test_command_ends_with_0_or_21_whatever_the_files_hold(tmp_path, form):
    folder = shipped_copy(tmp_path / "data")
    shipped = {name: (folder / name).read_text("utf-8") for name in FILES}
    broken = st.sampled_from([*FILES]).flatmap(
        lambda name: st.tuples(st.just(name), changed(shipped[name]))
    )

    @MANY
    @given(broken, changed(EXAMPLES[0].read_text("utf-8")))
    def holds(data, request):
        name, content = data
        (folder / name).write_text(content, "utf-8", newline="")
        (tmp_path / "r.yaml").write_text(request, "utf-8", newline="")
        paths = [str(tmp_path / "r.yaml"), str(folder), "--data", str(folder)]
        assert run(["check", *paths, "-q", "-f", form, "-o", os.devnull]) in (0, 21)
        (folder / name).write_text(shipped[name], "utf-8")

    holds()


BOMB = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 30))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (BOMB, "alias"),
        (BOMB.replace("[x]", "[" * 30_000), "too-deep"),
        ("a: " + "{b: " * 50_000, "too-deep"),
        ("a:\n" + "- " * 50_000, "too-deep"),
        ("".join(f"{' ' * n}a:\n" for n in range(900)), "too-deep"),
        ("a: " + "*b\n" * 60_000, "yaml-syntax"),
        ("a: [" + "*b, " * 60_000 + "]", "too-many-values"),
        ("a: " + "!" * 60_000, "tag"),
        ("a: " + "&b " * 60_000, "yaml-syntax"),
    ],
    ids=[
        "aliases of aliases", "depth behind an anchor", "mappings", "lists", "blocks",
        "aliases in a row", "a list of aliases", "exclamation marks", "anchors",
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["r.yaml", "data/tiers.yaml"])
def test_bomb_is_refused(tmp_path, name, content, code):
    shipped_copy(tmp_path / "data")
    start = "tier: access\n" if name == "r.yaml" else "schema: hp-priority/tiers@1\n"
    (tmp_path / name).write_text(start + content, "utf-8")
    assert code in {each.code for each in judged(tmp_path / name).findings}
