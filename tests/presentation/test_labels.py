"""Whatever heads a line or a column of an answer can be typed after `explain`."""

import pytest
from babel.messages.pofile import read_po

from customers import CATALOG
from hp_priority_cli.catalog.explain import every_entry, explain_word
from hp_priority_cli.presentation.labels import meanings
from hp_priority_cli.presentation.own_words import own_words
from hp_priority_cli.presentation.phrases import DOMAIN, LANGUAGES, LOCALE

TITLES = (
    "column.", "label.", "heading.", "kind.", "outcome.", "status.", "support.", "verdict.",
    "what-if.raises", "what-if.settles",
)  # fmt: skip
PLAIN = set(
    """column.after column.before column.class column.description column.file
    column.facts column.row column.tier-and-clause column.what label.also label.for label.issued
    label.made-with label.means label.where kind.device-type kind.document kind.file
    kind.language kind.live-help kind.note kind.place kind.region kind.terms kind.word""".split()
)
"""Titles that mean what anybody would think."""
OWN = own_words(CATALOG)
MEANINGS = meanings()


def titles():
    """The titles of tables and lines without a gap, by key and language."""
    for language in LANGUAGES:
        with (LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
            for message in read_po(file):
                key, text = message.id, message.string
                if not (isinstance(key, str) and isinstance(text, str)):
                    continue
                if key.startswith(TITLES) and "{" not in text:
                    yield pytest.param(key, text, id=f"{language}:{key}")


@pytest.mark.parametrize(("key", "title"), [*titles()])
def test_title_can_be_explained(key, title):
    assert key in PLAIN or explain_word(CATALOG, title, OWN, MEANINGS)


@pytest.mark.parametrize(
    ("word", "id_"),
    [
        ("Given", "assumption"),
        ("Supposés", "assumption"),
        ("measured", "measured"),
        ("required", "required"),
        ("waits_for", "waits-for"),
        ("open_points", "open-point"),
        ("highest_eligible", "highest-eligible"),
        ("highest_possible", "highest-possible"),
        ("activation_by", "activation-by"),
        ("unclear", "not-stated"),
        ("headroom", "headroom"),
        ("ways_in", "ways-in"),
        ("pc", "eligibility-devices"),
        ("pcs", "covered-devices"),
        ("printers", "eligibility-devices"),
        ("M+", "management-plus"),
        ("Management+", "management-plus"),
        ("share-of-base", "share-of-base"),
    ],
)
def test_key_of_a_document_and_short_name_can_be_explained(word, id_):
    assert id_ in [entry.id for entry in explain_word(CATALOG, word, OWN, MEANINGS)]


def test_each_meaning_is_a_word_that_is_known():
    known = {entry.id for entry in (*every_entry(CATALOG), *OWN)}
    assert {id_ for ids in MEANINGS.values() for id_ in ids} <= known


def test_ids_are_known_once():
    ids = [entry.id for entry in (*every_entry(CATALOG), *OWN)]
    assert sorted({id_ for id_ in ids if ids.count(id_) > 1}) == []
