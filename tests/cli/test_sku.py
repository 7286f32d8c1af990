"""`sku` beside a number that is none: the right ones are shown, and the wrong one is still a no."""

import json

from running import hp


def test_right_numbers_are_shown_beside_a_wrong_one():
    ran = hp("sku", "U62G4", "U1PB2E", "u80m6e")
    assert ran.returncode == 10
    shown = ran.stdout.decode().splitlines()
    assert [row[:6] for row in shown if row.startswith("U")] == ["U80M6E", "U1PB2E"]
    assert "There is no part U62G4." in ran.stderr.decode()
    assert "U62G4E  HP Priority Management Plus" in ran.stderr.decode()


def test_words_are_no_answer_to_a_wrong_number():
    ran = hp("sku", "U62G4", "printer")
    assert (ran.returncode, ran.stdout) == (10, b"")


def test_document_is_whole_or_an_error(tmp_path):
    ran = hp("sku", "U62G4", "U1PB2E", "--json")
    assert ran.returncode == 10
    assert json.loads(ran.stdout)["error"]["code"] == "no-such-part"
    kept = hp("sku", "U62G4", "U1PB2E", "-o", "parts.csv", cwd=tmp_path)
    assert kept.returncode == 10
    assert list(tmp_path.iterdir()) == []


def test_number_read_out_in_groups_is_one():
    ran = hp("sku", "U80", "M6E")
    assert ran.returncode == 0
    assert "U80M6E" in ran.stdout.decode()
