"""French says everything that English says, with the same fields, in French typography."""

import re
from datetime import date
from string import Formatter

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from hp_priority_cli.presentation.phrases import DOMAIN, LOCALE, Phrases
from running import hp

FRENCH = Phrases("fr")

SAME_IN_BOTH = {
    # Names, marks and fields alone.
    "date.day", "date.edition", "list.comma", "name.with-code", "highest.eligible",
    "suggestion.part", "price.discount-of",
    "verdict.of", "error.usage.typer", "question.minimum-base",
    "confirmed.role.hp", "confirmed.alone.hp", "change.limited",
    "checked.totals", "diff.some-breaking", "usage.options",
    "document.tool", "inventory.at-place", "inventory.at-place-in-full", "inventory.file",
    "metavar.TYPE", "short-bucket.type-unknown",
    # Words that the two languages share.
    "column.verdict", "column.minimum", "column.clause", "column.description",
    "kind.condition", "kind.clause", "kind.note", "kind.exclusion", "kind.document",
    "manual.description", "manual.synopsis", "section.arguments", "section.options.own",
    "column.net", "column.total", "label.total", "document.sheet", "quote-diff.condition",
    "word.clause", "word.condition", "word.exclusion", "word.total", "word.verdict",
}  # fmt: skip
OTHER_FIELDS: dict[str, str] = {}
"""Sentences whose fields differ from the English ones, each with the reason. There are none."""
CODE_WITH_A_COLON = {
    "example.mapping": "{{pcs: 300}}",
    "finding-remedy.not-a-mapping": "customer: ",
}
"""Pieces of YAML inside a sentence: their colons follow YAML, not French."""
FOR_THE_SHELL = "'hp-priority-cli[{extra}]'"
"""What is pasted in a shell: its quotes are the shell's."""
ASKED = "-vous dire"
NOT_A_SENTENCE = {"number.group"}


def texts_by_key(language, suffix="po"):
    """The texts of a catalogue, a tuple for each key; a plural entry has the tuple of its keys."""
    with (LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.{suffix}").open("rb") as file:
        catalogue = read_po(file) if suffix == "po" else read_mo(file)
    return {as_tuple(message.id): as_tuple(message.string) for message in catalogue if message.id}


def as_tuple(text):
    return (text,) if isinstance(text, str) else tuple(text)


def fields(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


ENGLISH_TEXTS = texts_by_key("en")
FRENCH_TEXTS = texts_by_key("fr")
SENTENCES = [
    (key[0], text)
    for key, texts in FRENCH_TEXTS.items()
    for text in texts
    if key[0] not in NOT_A_SENTENCE
]


def test_both_languages_have_the_same_keys_and_plural_keys():
    assert set(FRENCH_TEXTS) == set(ENGLISH_TEXTS)


def test_every_french_text_is_written_each_plural_form_included():
    assert [key for key, texts in FRENCH_TEXTS.items() if not all(texts)] == []
    forms = {key: (len(key), len(texts)) for key, texts in FRENCH_TEXTS.items()}
    assert {key: pair for key, pair in forms.items() if pair[0] != pair[1]} == {}


def test_each_sentence_has_the_fields_of_the_english_one():
    differing = {
        key[0]
        for key, texts in FRENCH_TEXTS.items()
        if {frozenset(fields(text)) for text in texts}
        != {frozenset(fields(text)) for text in ENGLISH_TEXTS[key]}
    }
    assert differing == set(OTHER_FIELDS)


def test_no_sentence_was_left_in_english():
    same = {key[0] for key, texts in FRENCH_TEXTS.items() if texts == ENGLISH_TEXTS[key]}
    assert same == SAME_IN_BOTH


def test_what_is_compiled_is_what_is_written():
    assert texts_by_key("fr", "mo") == FRENCH_TEXTS


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (r"'", "an apostrophe of typewriters"),
        (r" [;:!?»]|« ", "a plain space where a no-break space belongs"),
        (r"(?<!\u202f)[;!?]", "no narrow no-break space before ; ! or ?"),
        (r"(?<!\u00a0):(?=\s|$)", "no no-break space before a colon"),
        (r"«(?!\u00a0)|(?<!\u00a0)»", "no no-break space in « »"),
    ],
)
def test_apostrophes_and_spaces_are_french(wrong, why):
    prose = [
        (key, text.replace(CODE_WITH_A_COLON.get(key, ""), "").replace(FOR_THE_SHELL, ""))
        for key, text in SENTENCES
    ]
    assert [(key, why) for key, text in prose if re.search(wrong, text)] == []


def test_no_word_stands_between_apostrophes():
    """« » quotes a word, ASCII quotes quote an argument for a shell."""
    assert [key for key, text in SENTENCES if re.search(r"(?<!\w)’", text)] == []


def test_nobody_is_told_in_the_polite_imperative():
    """The infinitive tells what to do."""
    told = [(key, re.sub(f"[Vv]ouliez{ASKED}", "", text)) for key, text in SENTENCES]
    assert [key for key, text in told if re.search(r"\w+ez\b", text)] == []


def test_zero_and_one_are_singular_in_french():
    assert [FRENCH.count("count.printers", n) for n in (0, 1, 2, 1000)] == [
        "0 imprimante", "1 imprimante", "2 imprimantes", "1\u202f000 imprimantes",
    ]  # fmt: skip


def test_a_day_is_written_with_its_month_in_lower_case():
    assert FRENCH.date(date(2026, 11, 24)) == "24 novembre 2026"


def test_first_day_of_a_month_is_an_ordinal():
    assert FRENCH.date(date(2026, 12, 1)) == "1er décembre 2026"
    assert FRENCH.date(date(2026, 12, 2)) == "2 décembre 2026"
    assert FRENCH.date(date(2026, 12, 11)) == "11 décembre 2026"
    assert Phrases("en").date(date(2026, 12, 1)) == "1 December 2026"


def test_there_are_twelve_months():
    months = [FRENCH.month(n) for n in range(1, 13)]
    assert (months[0], months[7], months[11]) == ("janvier", "août", "décembre")


def test_a_refusal_agrees_for_one_device_and_for_many():
    for stated in ("1 PC", "1 imprimante", "240 PC"):
        assert FRENCH.say(
            "condition.minimum-base.not-met",
            stated=stated,
            required=FRENCH.count("minimum.devices", 250),
        ) == (
            f"{stated}\u00a0: le minimum de 250 appareils (PC et imprimantes réunis) "
            "n’est pas atteint."
        )


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--request", "nope.yaml"], "ce fichier ou dossier n’existe pas"),
        (["--request", "."], "c’est un dossier"),
        (["-o", "nope/answer.json"], "ce fichier ou dossier n’existe pas"),
    ],
)
def test_reasons_of_the_system_are_french_too(options, reason, tmp_path):
    ran = hp("--lang", "fr", "eligible", *options, cwd=tmp_path)
    assert reason in ran.stderr.decode()


def in_french(*arguments):
    return hp("--lang", "fr", *arguments).stdout.decode()


def test_question_for_a_class_elides_before_a_vowel():
    assert "Combien d’imprimantes sous garantie" in in_french("eligible", "--pcs", "700")
    assert "Combien de PC sous garantie" in in_french("eligible", "--printers", "700")


def test_one_word_for_conditional_everywhere():
    assert [key for key, texts in FRENCH_TEXTS.items() if "sous conditions" in texts[0]] == []


def test_answer_by_nobody_named_is_confirmed_by_the_customer_and_opens_with_a_capital():
    answered = ["eligible", "--pcs", "700", "--answer", "it-desk=own"]
    assert "Support informatique interne\u00a0: confirmé par le client." in in_french(*answered)
    assert "Own IT desk: confirmed by the customer." in hp(*answered).stdout.decode()
    named = hp(*answered, "--answered-by", "Ms Example").stdout.decode()
    assert "Own IT desk: confirmed by Ms Example (customer)." in named
