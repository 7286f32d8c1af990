"""A tier in a request file is asked about alone, as with --tier; the answer says so."""

import pytest

from running import hp

REQUEST = "installed_base: {pcs: 7000}\ncountries: [FR]\nit_desk: own\ntier: management\n"
SAYS_SO = {
    "en": "The request asks about one tier alone; for all of them  --tier all",
    "fr": "La demande ne porte que sur un niveau\u202f; pour tous  --tier all",
}


@pytest.fixture
def request_file(tmp_path):
    file = tmp_path / "request.yaml"
    file.write_text(REQUEST, "utf-8")
    return file


@pytest.mark.parametrize("language", SAYS_SO)
def test_tier_of_the_request_is_said_with_the_option_that_shows_all(language, request_file):
    ran = hp("eligible", "--request", request_file, "--lang", language)
    assert ran.returncode == 11
    assert SAYS_SO[language] in ran.stdout.decode()


@pytest.mark.parametrize("option", ["management", "all"])
def test_tier_typed_at_the_prompt_needs_no_word(option, request_file):
    ran = hp("eligible", "--request", request_file, "--tier", option)
    assert SAYS_SO["en"] not in ran.stdout.decode()


def test_document_does_not_speak_of_the_prompt(request_file, tmp_path):
    file = tmp_path / "answer.md"
    assert hp("eligible", "--request", request_file, "-o", file).returncode == 11
    assert "--tier all" not in file.read_text("utf-8")


def test_every_tier_is_shown_where_all_are_asked_for(request_file):
    shown = hp("eligible", "--request", request_file, "--tier", "all")
    assert shown.returncode == 0
    assert b"Access Plus" in shown.stdout
