"""A day in a request file holds; that it is not today is said, lest a quote lie in the past."""

import pytest

from running import hp

REQUEST = "installed_base: {pcs: 300}\ncountries: [FR]\nas_of: 2026-10-01\n"
SAID = {
    "en": "Judged on 1 October 2026, the day that the request names; for today, add  --as-of 20",
    "fr": "Jugé au 1er octobre 2026, la date que porte la demande\u202f; "
    "pour aujourd’hui, ajouter  --as-of 20",
}


@pytest.fixture
def request_file(tmp_path):
    file = tmp_path / "request.yaml"
    file.write_text(REQUEST, "utf-8")
    return file


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("command", ["eligible", "quote"])
def test_day_that_a_file_names_is_said(command, language, request_file):
    ran = hp(command, "--request", request_file, "--lang", language)
    assert (ran.returncode, ran.stderr.decode().count("\n")) == (0, 1)
    assert ran.stderr.decode().startswith(SAID[language])


@pytest.mark.parametrize("option", [["--as-of", "2026-10-02"], ["-q"]])
def test_day_typed_at_the_prompt_needs_no_word(option, request_file):
    ran = hp("eligible", "--request", request_file, *option)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_request_without_a_day_needs_no_word(request_file):
    request_file.write_text(REQUEST.replace("as_of: 2026-10-01\n", ""), "utf-8")
    ran = hp("eligible", "--request", request_file)
    assert (ran.returncode, ran.stderr) == (0, b"")
