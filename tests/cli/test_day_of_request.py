"""A day in a request file holds; that it is not today is said, lest a quote lie in the past."""

import pytest

from running import hp

REQUEST = "installed_base: {pcs: 300}\ncountries: [FR]\nas_of: 2026-10-01\n"
SAID = {
    "en": "Judged on 1 October 2026, the day that the request names; for today --as-of 20",
    "fr": "Jugé au 1er octobre 2026, la date que porte la demande ; pour aujourd’hui --as-of 20",
}


@pytest.fixture
def request_file(tmp_path):
    file = tmp_path / "request.yaml"
    file.write_text(REQUEST, "utf-8")
    return file


def shown(*arguments):
    """What is shown, as words; nothing stands on standard error."""
    ran = hp(*arguments)
    assert (ran.returncode, ran.stderr) == (0, b"")
    return " ".join(ran.stdout.decode().split())


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("command", ["eligible", "quote"])
def test_day_that_a_file_names_is_said(command, language, request_file):
    assert SAID[language] in shown(command, "--request", request_file, "--lang", language)


def test_day_is_said_beside_json_and_in_no_document(request_file):
    ran = hp("eligible", "--request", request_file, "--json")
    assert ran.stderr.decode().startswith("Judged on 1 October 2026, the day that the request")
    assert "Judged" not in shown("eligible", "--request", request_file, "-f", "markdown")


@pytest.mark.parametrize("option", [["--as-of", "2026-10-02"], ["--as-of", "2026-10-01"]])
def test_day_typed_at_the_prompt_needs_no_word(option, request_file):
    assert "Judged" not in shown("eligible", "--request", request_file, *option)


def test_request_without_a_day_needs_no_word(request_file):
    request_file.write_text(REQUEST.replace("as_of: 2026-10-01\n", ""), "utf-8")
    assert "Judged" not in shown("eligible", "--request", request_file)
