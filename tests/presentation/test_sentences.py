"""Every code that the tool can say has its sentence, and what is compiled is what is written."""

import re
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from hp_priority_cli import load_catalog
from hp_priority_cli.presentation.phrases import DOMAIN, LOCALE, Phrases
from hp_priority_cli.rules import RULES

SOURCE = Path(__file__).resolve().parents[2] / "src/hp_priority_cli"
ENGLISH = Phrases("en")


def code_of(*rooms):
    files = [path for room in rooms for path in (SOURCE / room).rglob("*.py")]
    return "\n".join(path.read_text("utf-8") for path in files)


def by_key(messages):
    """The sentences of a catalogue by their keys, plural forms as tuples in both formats."""
    return {
        tuple([each.id] if isinstance(each.id, str) else each.id): (
            tuple([each.string] if isinstance(each.string, str) else each.string)
        )
        for each in messages
        if each.id
    }


@pytest.mark.parametrize("language", ["en"])
def test_compiled_sentences_are_those_that_are_written(language):
    folder = LOCALE / language / "LC_MESSAGES"
    with (folder / f"{DOMAIN}.po").open("rb") as written:
        sources = by_key(read_po(written))
    with (folder / f"{DOMAIN}.mo").open("rb") as made:
        compiled = by_key(read_mo(made))
    assert compiled == sources


def test_every_notice_has_its_sentence():
    for notice in load_catalog().tiers_file.notices:
        assert ENGLISH.has(f"notice.{notice.id}"), notice.id


@pytest.mark.parametrize(
    "key",
    [
        f"{kind}.{code}.{outcome}"
        for code, outcomes in {
            "minimum-base": ["met", "not-met", "disputed", "left-to-hp"],
            "it-desk": ["met", "not-met", "unknown"],
            "whole-base": ["met", "not-met", "unknown"],
            "listed-country": ["met", "not-met", "unknown", "some-not-listed", "disputed"],
        }.items()
        for outcome in outcomes
        for kind in ("condition", "remedy")
        if (kind, outcome) != ("remedy", "met")
    ],
)
def test_every_outcome_of_every_condition_has_its_sentence(key):
    assert ENGLISH.has(key)


def test_every_rule_has_a_sentence_and_a_remedy():
    for code in RULES:
        assert ENGLISH.has(f"finding.{code}"), code
        assert ENGLISH.has(f"finding-remedy.{code}"), code


def test_every_wrong_use_has_its_sentence():
    kinds = set(
        re.findall(
            r'UsageProblem\(\s*"([a-z-]+)"',
            code_of("cli", "writers", "customer", "readers", "prices", "quoting"),
        )
    )
    assert len(kinds) > 10
    assert {kind for kind in kinds if not ENGLISH.has(f"error.usage.{kind}")} == set()


def test_a_sentence_that_is_missing_is_a_defect_and_never_a_key_on_the_screen():
    with pytest.raises(KeyError):
        ENGLISH.say("no.such.key")


def test_plural_forms_follow_the_number():
    assert [ENGLISH.count("count.pcs", n) for n in (0, 1, 2, 3800)] == [
        "0 PCs", "1 PC", "2 PCs", "3,800 PCs",
    ]  # fmt: skip
