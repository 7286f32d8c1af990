"""A customer reads names, not codes: a document has room for them, a narrow screen has not."""

import pytest

from running import hp

MANY = "--pcs 6000 --country BE,DE,RO,UA,JM,BR,CW,GY,TT --it-desk own --whole-base".split()
CODES = "BE DE RO UA JM BR CW GY TT".split()
QUOTE = ["quote", "--tier", "management", "--years", "3", *MANY]
COMPARE = ["compare", "access", "management", "--country", "BR,CL,JM,TT,PE"]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("suffix", ["md", "html", "txt"])
@pytest.mark.parametrize("command", [QUOTE, ["eligible", *MANY]], ids=["quote", "eligible"])
def test_document_calls_each_place_by_its_name(command, suffix, language, tmp_path):
    file = tmp_path / f"answer.{suffix}"
    assert hp(*command, "--lang", language, "-o", file).returncode == 0
    text = " ".join(file.read_text("utf-8").replace("\\", "").split())
    assert [code for code in CODES if f"({code})" not in text] == []
    assert [code for code in CODES if f" {code} " in text or f"{code}, " in text] == []


def test_document_of_a_comparison_names_the_places_of_a_limit(tmp_path):
    file = tmp_path / "answer.md"
    assert hp(*COMPARE, "-o", file).returncode == 0
    assert (
        "Priority repairs (not in Brazil (BR), Chile (CL) and Peru (PE); Jamaica (JM) and "
        "Trinidad and Tobago (TT) to confirm)"
    ) in file.read_text("utf-8")


def test_question_on_several_places_is_asked_by_name_in_a_document(tmp_path):
    file = tmp_path / "answer.md"
    assert hp(*QUOTE, "-o", file).returncode == 0
    text = file.read_text("utf-8")
    assert "- Does HP serve Romania (RO) and Ukraine (UA)?\n" in text
    assert "- Is Guyana (GY) meant, not French Guiana (GF)?\n" in text


def test_screen_has_room_for_codes_alone():
    shown = hp(*QUOTE).stdout.decode()
    assert "6,000 PCs, printers taken as 0; BE BR CW DE GY JM RO TT UA;" in shown
