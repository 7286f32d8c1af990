"""Any word of an answer can be asked about, and the answer says where the sheet has it."""

import json
from typing import get_args

import pytest

from hp_priority_cli import load_catalog
from hp_priority_cli.catalog.records import OrderUnit
from hp_priority_cli.customer.records import ItDesk
from hp_priority_cli.eligibility.records import Outcome, Verdict
from hp_priority_cli.presentation.own_words import own_words
from hp_priority_cli.quoting.records import PriceStatus, QuoteStatus
from hp_priority_cli.rules import RULES
from running import hp

CATALOG = load_catalog()


def entries(*words):
    ran = hp("explain", *words, "--json")
    assert (ran.returncode, ran.stderr) == (0, b"")
    return json.loads(ran.stdout)["entries"]


@pytest.mark.parametrize(
    ("word", "standing"),
    [
        ("Romania", "not-listed"),
        ("Roumanie", "not-listed"),
        ("France", "listed"),
        ("CW", "by-succession"),
    ],
)
def test_whether_a_place_is_listed_is_one_word_typed(word, standing):
    [entry] = entries(word)
    assert (entry["kind"], entry["facts"]["standing"]) == ("place", standing)


def test_no_is_a_place_and_a_language():
    found = [(entry["kind"], entry["id"]) for entry in entries("no")]
    assert found == [("place", "NO"), ("language", "no")]


def test_ambiguous_name_gives_every_place_that_it_may_mean():
    assert [entry["id"] for entry in entries("Guyane")] == ["GY", "GF"]


@pytest.mark.parametrize(
    ("word", "kind", "id_"),
    [
        ("note-2", "clause", "note-2"),
        ("order-unit-is-device", "reading", "order-unit-is-device"),
        ("minimum-base", "condition", "minimum-base"),
        ("it-desk", "condition", "it-desk"),
        ("base-under-band", "notice", "base-under-band"),
        ("11", "exit-code", "11"),
        ("access-plus", "tier", "access-plus"),
        ("HP Priority Access Plus", "tier", "access-plus"),
        ("Priority repairs", "feature", "priority-repairs"),
        ("Réparations prioritaires", "feature", "priority-repairs"),
        ("u80mbe", "part", "U80MBE"),
        ("Greek", "language", "el"),
        ("ms", "language", "ms"),
        ("trap", "rule", "trap"),
        ("Nothing-To-Check", "rule", "nothing-to-check"),
    ],
)
def test_word_means_what_it_says(word, kind, id_):
    [entry] = [each for each in entries(word) if each["kind"] == kind]
    assert entry["id"] == id_
    assert entry["description"]


def test_disputed_place_names_both_readings_and_who_confirms():
    [entry] = entries("GY")
    [reading] = entry["readings"]
    assert (reading["id"], reading["confirms"]) == ("guyane-is-guyana", "hp")
    assert reading["adopted"]["description"] != reading["other"]["description"]


def test_every_word_of_the_list_can_be_explained():
    listed = entries()
    assert len(listed) > 150
    kinds = {entry["kind"] for entry in listed}
    assert kinds >= {"tier", "feature", "part", "condition", "notice", "reading", "clause"}
    assert all(entry["description"] for entry in listed)


def test_rules_of_the_checks_are_listed_with_their_severity():
    rules = {entry["id"]: entry["facts"] for entry in entries() if entry["kind"] == "rule"}
    assert rules.keys() == RULES.keys()
    assert rules["trap"] == {"subject": "yaml", "severity": "error", "in_input": "warning"}
    assert rules["text-twice"] == {"subject": "texts", "severity": "warning", "in_input": None}
    assert b"Did you mean text-twice" in hp("explain", "text-twise").stderr


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("unknown-tier", "An error: the check fails."),
        ("text-twice", "A warning: the check fails under --strict alone."),
        ("trap", "An error in a data file, a warning in a file of yours."),
    ],
)
def test_rule_says_how_severe_it_is(code, line):
    assert line in hp("explain", code).stdout.decode()


def test_near_miss_is_offered_and_never_taken():
    ran = hp("explain", "romainia")
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert b"Romania (RO)" in ran.stderr
    assert b"lists every word" in hp("explain", "qqqqqqqq").stderr


def test_bare_chinese_says_which_languages_it_may_mean_and_which_it_is_taken_for():
    said = "Chinese (zh) alone may be Cantonese (yue) or Mandarin (cmn): it is taken as Mandarin"
    assert said in entries("zh")[0]["description"]
    assert "may be" not in entries("zh-HK")[0]["description"]


def test_order_unit_names_the_reading_that_it_stands_on():
    [entry] = entries("order-unit")
    assert [each["id"] for each in entry["readings"]] == ["order-unit-is-device"]


def test_point_about_the_share_of_a_place_is_explained_with_the_place():
    point, place = entries("share-of-base:RO")
    assert (point["id"], place["id"]) == ("share-of-base", "RO")
    assert "--site" in point["description"]


def test_screen_shows_section_readings_and_who_confirms():
    shown = " ".join(hp("explain", "GY").stdout.decode().split())
    section = CATALOG.clauses["coverage"].section.en
    for words in (section, "Adopted:", "Other:", "HP can confirm it."):
        assert words in shown


def test_known_word_of_a_question_is_offered():
    assert hp("explain", "what", "is", "a", "draft?").stderr == (
        b"error: Nothing here is called 'what is a draft?'. Did you mean draft?\n"
    )


@pytest.mark.parametrize(
    ("words", "kind", "id_"),
    [
        ("warranty", "clause", "eligibility-cover"),
        ("client léger", "clause", "eligibility-devices"),
        ("audit", "clause", "prerequisites-6"),
        ("support agent", "feature", "dedicated-remote-agent"),
        ("manager", "feature", "dedicated-support-manager"),
        ("tablette", "notice", "device-type-not-eligible"),
        ("visits", "feature", "on-site-visits"),
    ],
)
def test_things_of_the_sheet_are_found_by_what_people_call_them(words, kind, id_):
    assert [(each["kind"], each["id"]) for each in entries(words)] == [(kind, id_)]


def test_region_is_explained_place_by_place():
    ran = hp("explain", "Europe")
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert b"'Europe' is a region; places are listed one by one.\n" in ran.stderr


def test_place_in_a_question_is_what_was_meant():
    ran = hp("explain", "Is Romania listed?")
    assert ran.returncode == 2
    assert "Did you mean Romania (RO)?" in ran.stderr.decode()


def test_open_point_is_explained_by_what_it_asks():
    assert hp("explain", "country-not-listed:RO").stdout.startswith(b"Notice country-not-listed\n")


def test_phrase_finds_the_reading_that_asks_about_it():
    for words in ("Latin America", "Amérique latine"):
        assert hp("explain", words).stdout.startswith(b"Reading latin-america-extent\n")


def test_error_code_is_no_language():
    assert [(each["kind"], each["id"]) for each in entries("no-such-part")] == [
        ("word", "no-such-part")
    ]
    assert hp("eligible", "--support-language", "no-such-part").returncode == 2
    assert hp("eligible", "--support-language", "zh-Hant-HK", "--pcs", "300").returncode == 0


ERRORS = (
    "usage not-eligible term-not-offered no-part-for-term no-such-part prices-missing "
    "discount-needs-approval discount-refused invalid-input invalid-data book-ambiguous "
    "output-failed defect"
)
FIXED = (Verdict, Outcome, QuoteStatus, PriceStatus, OrderUnit, ItDesk)


def test_each_fixed_value_of_an_answer_is_explained():
    values = {value for kind in FIXED for value in get_args(kind)} | set(ERRORS.split())
    assert values - {entry.id for entry in own_words(CATALOG)} == set()


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("conditionnel", "conditional"),
        ("order unit", "order-unit"),
        ("exit 11", "11"),
        ("exit code 11", "11"),
        ("code de sortie 11", "11"),
        ("siège", "head-office"),
        ("partner", "partner"),
    ],
)
def test_words_of_the_tool_are_found_by_what_people_call_them(words, id_):
    assert [entry["id"] for entry in entries(*words.split())] == [id_]


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("basis", "basis"),
        ("24x7", "around-the-clock-english-only"),
        ("24/7", "around-the-clock-english-only"),
        ("24h/24", "around-the-clock-english-only"),
        ("8x5", "around-the-clock-english-only"),
        ("business day", "around-the-clock-english-only"),
        ("jour ouvré", "around-the-clock-english-only"),
        ("parc entier", "whole-base"),
        ("rests on", "rests-on"),
        ("Appui", "rests-on"),
        ("band", "band"),
        ("palier", "band"),
        ("durée", "term"),
        ("autorité", "authority"),
        ("approbation", "approval"),
        ("plancher", "floor"),
        ("sceau", "seal"),
        ("vérifié", "verified"),
        ("fictif", "fictional"),
        ("période de prix", "price-period"),
        ("help desk", "it-desk"),
        ("In reach", "in-reach"),
        ("minimum", "minimum-base"),
        ("24x5", "around-the-clock-english-only"),
        ("open question", "open-point"),
    ],
)
def test_words_are_found_that_a_screen_shows_or_people_say(words, id_):
    assert [entry["id"] for entry in entries(*words.split())] == [id_]


def test_word_is_traced_to_the_clause_that_it_stands_on():
    [term] = entries("term")
    assert [each["id"] for each in term["clauses"]] == ["coverage", "activation"]


def test_near_miss_of_what_people_say_is_offered():
    assert b"Did you mean fictional" in hp("explain", "ficsional").stderr
    assert "brouillon" in hp("explain", "brouilon", "--lang", "fr").stderr.decode()


def test_no_figure_of_a_price_book_is_told():
    for word in ("authority", "floor", "approval"):
        [entry] = entries(word)
        assert not any(char.isdigit() for char in entry["description"])


def test_number_near_a_part_is_told_the_parts_as_sku_does():
    ran = hp("explain", "U8OMBE")
    assert (ran.returncode, ran.stdout) == (10, b"")
    assert ran.stderr == hp("sku", "U8OMBE").stderr
    assert b"U80MBE" in ran.stderr


def test_words_known_each_by_itself_are_explained_one_after_the_other():
    found = [("place", "UA"), ("place", "RO")]
    assert [(each["kind"], each["id"]) for each in entries("Ukraine", "Romania")] == found
    assert [(each["kind"], each["id"]) for each in entries("Ukraine Romania")] == found
    assert hp("explain", "Ukraine", "qqqqqqqq").returncode == 2


@pytest.mark.parametrize("word", ["AN", "ex-AN", "Ex-an"])
def test_withdrawn_place_is_found_as_answers_call_it(word):
    assert ("place", "AN") in [(each["kind"], each["id"]) for each in entries(word)]


def test_place_that_was_never_withdrawn_is_no_former_one():
    assert hp("explain", "ex-FR").returncode == 2


def test_language_that_sounds_like_a_place_leads_to_the_place():
    text = hp("explain", "Romani").stdout.decode()
    assert "Romany (rom) is not a support language." in text
    assert "The place is Romania (RO):  hp-priority explain RO" in text
    [language] = entries("Romani")
    assert language["facts"] == {"standing": "not-listed", "near_places": ["RO"]}


def test_language_far_from_every_place_leads_to_none():
    assert [each["facts"] for each in entries("Klingon")] == [{"standing": "not-listed"}]


def test_place_within_a_slip_goes_before_words_that_come_near():
    ran = hp("explain", "Roumani")
    assert "Did you mean Romania (RO)?" in ran.stderr.decode()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "Curaçao (CW) is not printed on HP's list; Netherlands Antilles (AN), the territory "
            "that it comes from, is.",
        ),
        (
            "fr",
            "Lieu absent de la liste imprimée de HP, Curaçao (CW) est issu d’un territoire qui y "
            "figure, Antilles néerlandaises (AN).",
        ),
    ],
)
def test_place_that_followed_another_names_the_one_on_the_list(language, sentence):
    shown = hp("--lang", language, "explain", "Curaçao", "-f", "markdown").stdout.decode()
    assert sentence in shown


def test_place_off_the_list_is_told_that_priority_parts_need_a_word_of_hp():
    shown = " ".join(hp("explain", "GF").stdout.decode().split())
    assert "Priority parts and repairs there have to be confirmed by HP as well." in shown


def test_no_plain_yes_stands_for_priority_parts_off_the_list():
    options = ["compare", "access-plus", "management", "--country", "GF"]
    rows = hp(*options, "-f", "markdown").stdout.decode().splitlines()
    [parts] = [row for row in rows if row.startswith("| 13 |")]
    assert parts.startswith("| 13 | Priority parts | no | yes, GF to confirm |")


@pytest.mark.parametrize(
    ("word", "kind", "ids"),
    [
        ("prestataire", "word", ["partner"]),
        ("provider", "word", ["partner"]),
        ("pièces prioritaires", "feature", ["priority-parts"]),
        ("Pièces et réparations prioritaires", "feature", ["priority-parts", "priority-repairs"]),
        ("priority parts", "feature", ["priority-parts"]),
        ("250", "tier", ["access"]),
        ("1,000", "tier", ["access-plus", "management", "management-plus"]),
        ("1 000", "tier", ["access-plus", "management", "management-plus"]),
        ("5000", "tier", ["management", "management-plus"]),
        ("20", "exit-code", ["20"]),
        ("autre lecture", "word", ["reading"]),
        ("it-desk", "condition", ["it-desk"]),
    ],
)
def test_word_means_this_and_nothing_beside(word, kind, ids):
    assert [(entry["kind"], entry["id"]) for entry in entries(word)] == [(kind, i) for i in ids]


@pytest.mark.parametrize("number", ["249", "251", "999", "1001"])
def test_number_that_is_nothing_is_not_taken_for_an_exit_code(number):
    ran = hp("explain", number)
    assert ran.returncode == 2
    assert b"Did you mean" not in ran.stderr


def test_figure_of_a_tier_is_said_with_the_tier():
    shown = hp("explain", "5000").stdout.decode()
    assert "Minimum: 5,000 PCs or 1,000 printers." in shown


def test_clause_gives_the_readings_that_it_stands_in():
    [clause] = entries("note-1")
    assert [each["id"] for each in clause["readings"]] == ["access-minimum-pools-classes"]
    shown = hp("explain", "note-1").stdout.decode().splitlines()
    assert [line for line in shown if line.strip() == "Note 1"] == []


@pytest.mark.parametrize(
    ("point", "named"),
    [
        ("country-by-succession:CW", ("place", "CW")),
        ("country-not-listed:NO", ("place", "NO")),
        ("language-not-listed:el", ("language", "el")),
    ],
)
def test_point_about_a_place_or_language_explains_it_too(point, named):
    notice, about = entries(point)
    assert notice["kind"] == "notice"
    assert (about["kind"], about["id"]) == named


def test_reading_says_what_each_answer_to_it_means():
    name = "management-plus-inherits-minimum"
    shown = hp("explain", name).stdout.decode().splitlines()
    given = [line.split("=")[1] for line in shown if f"--answer {name}=" in line]
    assert given == ["yes", "accepted", "refused"]
    assert "HP decides case by case, and takes this base." in " ".join(" ".join(shown).split())


@pytest.mark.parametrize(
    ("language", "meaning"),
    [
        ("en", "partner (a provider that the customer approves)"),
        ("fr", "partner (un prestataire agréé par le client)"),
    ],
)
def test_refused_desk_says_what_each_choice_means(language, meaning):
    ran = hp("--lang", language, "eligible", "--it-desk", "prestataire")
    assert ran.returncode == 2
    assert meaning in ran.stderr.decode()


@pytest.mark.parametrize("words", [[""], [" "], ["Romania", ""]])
def test_empty_word_is_wrong_use_and_not_the_whole_list(words):
    ran = hp("explain", *words)
    assert (ran.returncode, ran.stdout) == (2, b"")
