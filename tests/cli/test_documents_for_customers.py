"""What a customer is handed holds nothing that was meant for who sells: no notes, no bare codes."""

import pytest

from running import hp

PLACES = "FR,CW,BR,NO,ZA,CL,MX,JM".split(",")
NBSP, NARROW = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"


@pytest.fixture
def saved(tmp_path):
    """The Markdown that `quote` saves."""

    def save(*arguments):
        ran = hp("quote", *arguments, "-o", "quote.md", cwd=tmp_path)
        assert ran.returncode == 0, ran.stderr
        return (tmp_path / "quote.md").read_text("utf-8")

    return save


def quoted(tier, pcs, *more, places=PLACES):
    return ["--tier", tier, "--years", "3", "--pcs", pcs, "--country", ",".join(places), *more]


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("en", ["## To be confirmed by the customer", "## To be confirmed by HP"]),
        ("fr", ["## À confirmer par le client", "## À confirmer par HP"]),
    ],
)
def test_open_points_stand_under_who_confirms_them(saved, language, titles):
    text = saved(*quoted("management-plus", "7000", "--printers", "0", "--lang", language))
    assert [line for line in text.splitlines() if line in titles] == titles
    for note in ("HP?", f"HP{NARROW}?", "Customer?", f"Client{NARROW}?", "Also:", "Aussi", "(yes)"):
        assert note not in text


def test_question_on_a_reading_is_asked_whole(saved):
    text = saved(*quoted("management-plus", "7000", "--printers", "0"))
    assert "- What is the minimum base of Management Plus?" in text


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "Priority parts and repairs: not in Brazil (BR), Chile (CL) and Mexico (MX); to be "
            "confirmed by HP for Curaçao (CW) and Jamaica (JM); elsewhere by market.",
        ),
        (
            "fr",
            f"Pièces et réparations prioritaires indisponibles{NBSP}: Brésil (BR), Chili (CL) "
            f"et Mexique (MX){NARROW}; à confirmer par HP{NBSP}: Curaçao (CW) et Jamaïque (JM)"
            f"{NARROW}; ailleurs selon le marché.",
        ),
    ],
)
def test_limits_are_neutral_and_name_every_place(saved, language, said):
    assert said in saved(*quoted("management", "7000", "--lang", language))


def test_limits_on_a_screen_call_places_by_name_or_by_code_but_not_by_both():
    shown = hp("quote", *quoted("management", "7000"), "-v").stdout.decode()
    assert "not in BR, CL and MX; to be confirmed by HP for CW and JM;" in " ".join(shown.split())


def test_places_stand_in_the_order_of_their_names(saved):
    text = saved(*quoted("access", "300", "--lang", "fr", places=["ZA", "NO", "AE", "FR"]))
    assert "Afrique du Sud (ZA), Émirats arabes unis (AE), France (FR) et Norvège (NO)" in text


@pytest.mark.parametrize(
    ("language", "quantity"), [("en", "| to be stated |"), ("fr", "| à préciser |")]
)
def test_quantity_that_is_open_is_to_be_stated(saved, language, quantity):
    assert quantity in saved(*quoted("management-plus", "7000", "--lang", language))


@pytest.mark.parametrize(
    ("language", "missing"),
    [
        ("en", "- **Missing:** 30 more PCs or 30 more printers"),
        ("fr", f"- **Il manque{NBSP}:** 30 PC de plus ou 30 imprimantes de plus"),
    ],
)
def test_draft_says_that_devices_are_missing(saved, language, missing):
    more = ["--printers", "0", "--draft", "--lang", language]
    assert missing in saved(*quoted("access-plus", "970", *more))


@pytest.mark.parametrize(
    ("language", "who", "said"),
    [
        ("en", ["--answered-by", "E. Example"], "by E. Example (HP), on a day not recorded."),
        ("en", ["--answered-on", "2026-11-20"], "by HP, on 20 November 2026, name not recorded."),
        ("en", [], "by HP, name and day not recorded."),
        ("fr", ["--answered-by", "E. Example"], "par E. Example (HP), à une date non notée."),
        ("fr", ["--answered-on", "2026-11-20"], "par HP, le 20 novembre 2026, nom non noté."),
        ("fr", [], "par HP, nom et date non notés."),
    ],
)
def test_what_is_not_on_record_of_an_answer_is_said_in_words(saved, language, who, said):
    answer = ["--answer", "country-by-succession:CW=yes", *who, "--as-of", "2026-11-29"]
    text = saved(*quoted("access", "300", *answer, "--lang", language, places=["FR", "CW"]))
    assert said in text
