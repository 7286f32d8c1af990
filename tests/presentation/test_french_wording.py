"""French as it is spoken: elided, negated once for all, one colon a sentence, no maker's words."""

import pytest

from hp_priority_cli.presentation.phrases import Phrases
from running import hp

NBSP, NARROW = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"


def in_french(*arguments, **more):
    ran = hp("--lang", "fr", *arguments, **more)
    return " ".join((ran.stdout + ran.stderr).decode().replace("\n", " ").split(" ")).strip()


def squeezed(text):
    return " ".join(part for part in text.split(" ") if part)


@pytest.mark.parametrize(
    ("languages", "english", "french"),
    [
        (["es"], "not in Spanish (es);", "pas en espagnol (es)"),
        (
            ["es", "ja"],
            "not in Spanish (es) or Japanese (ja);",
            "ni en espagnol (es) ni en japonais (ja)",
        ),
        (
            ["es", "ja", "de"],
            "not in German (de), Spanish (es) or Japanese (ja);",
            "ni en allemand (de) ni en espagnol (es) ni en japonais (ja)",
        ),
    ],
)
def test_languages_without_help_at_any_hour_are_all_negated(languages, english, french):
    wanted = [word for tag in languages for word in ("--support-language", tag)]
    options = ["eligible", "--pcs", "7000", "--country", "FR", "--around-the-clock", *wanted, "-v"]
    assert english in squeezed(hp(*options).stdout.decode().replace("\n", " "))
    assert french in squeezed(in_french(*options))


def test_names_of_tiers_need_no_elision():
    said = squeezed(in_french("compare", "access", "access-plus", "management"))
    assert said.startswith("Passer à HP Priority Management depuis HP Priority Access ")
    assert "Management après Access Plus, en moins" in said
    assert "de Access" not in said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Not stated  none between Access and Management"),
        ("fr", "Non indiqué rien entre Access et Management"),
    ],
)
def test_nothing_between_the_ends_does_not_deny_what_the_table_shows(language, said):
    ran = hp("--lang", language, "compare", "access", "access-plus", "management")
    assert squeezed(said) in squeezed(ran.stdout.decode().replace("\n", " "))


def test_what_each_tier_wants_comes_on_top_of_what_all_want():
    missing = ["eligible", "--pcs", "100", "--country", "FR", "--it-desk", "none", "--whole-base"]
    english = squeezed(hp(*missing).stdout.decode().replace("\n", " "))
    assert "Access: and also 150 more PCs or 150 more printers" in english
    assert f"Access{NBSP}: et aussi 150 PC de plus" in squeezed(in_french(*missing))
    alone = ["eligible", "--pcs", "100", "--country", "FR", "--it-desk", "own", "--whole-base"]
    assert "Access: 150 more PCs" in squeezed(hp(*alone).stdout.decode().replace("\n", " "))


def test_file_with_the_wrong_kind_of_value_is_answered_in_words_of_people(tmp_path):
    text = "whole_base: 3\ninstalled_base: 4\nit_desk: prestataire\n"
    (tmp_path / "r.yaml").write_text(text, "utf-8")
    said = in_french("eligible", "--request", "r.yaml", cwd=tmp_path)
    assert "contient 3, pas true ou false." in said
    assert "contient 4, pas des clés et leurs valeurs." in said
    assert f"«{NBSP}prestataire{NBSP}» ne fait pas partie de" in said


def test_values_of_a_cell_are_parted_as_the_language_does_where_the_table_is_too_wide():
    shown = hp("--lang", "fr", "eligible", "--pcs", "100", COLUMNS="40").stdout.decode()
    assert f"5{NARROW}000 PC{NARROW}; ou" in shown


def test_places_are_asked_about_with_one_colon():
    question = Phrases("fr").say("question.country-not-listed", country="Roumanie (RO)")
    assert question == f"Desservi par HP{NBSP}: Roumanie (RO){NARROW}?"


def test_remedy_of_two_wrong_options_is_said_once():
    said = hp("eligible", "--foo", "--bar").stderr.decode().splitlines()
    assert [line.startswith("error: ") for line in said] == [True, True, False]


@pytest.mark.parametrize(
    ("day", "english", "french"),
    [
        ("2024-05-20", "May 2024, issued this month.", "mai 2024, parue ce mois-ci."),
        ("2024-06-01", "May 2024, 1 month old.", "mai 2024, parue il y a 1 mois."),
        ("2024-04-30", "is 1 month before it.", f"mai 2024{NBSP}: le jour demandé la précède"),
    ],
)
def test_age_of_the_sheet_in_its_own_month_is_no_number(day, english, french):
    asked = ["eligible", "--pcs", "700", "--as-of", day]
    assert english in squeezed(hp(*asked).stdout.decode().replace("\n", " "))
    assert french in squeezed(in_french(*asked))


def test_question_about_a_former_territory_has_no_article_to_miss():
    asked = in_french("eligible", "--pcs", "700", "--country", "FR,CW")
    assert f"L’entrée Antilles néerlandaises (AN) comprend-elle Curaçao (CW){NARROW}?" in asked


def test_saved_request_asks_hp_with_one_colon_a_sentence(tmp_path):
    asked = ["eligible", "--pcs", "700", "--country", "FR,RO", "--save-request", "r.yaml"]
    in_french(*asked, cwd=tmp_path)
    saved = (tmp_path / "r.yaml").read_text()
    assert f"À demander à HP. Desservi par HP{NBSP}: Roumanie (RO){NARROW}?" in saved
