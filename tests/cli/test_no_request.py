"""Files that hold no request: nothing at all, or something that no text is in."""

import pytest

from running import hp, said

EMPTY = "holds no request: there is nothing to answer.\n"


@pytest.mark.parametrize("command", ["eligible", "quote"])
@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.yaml", ""), ("blank.jsonl", "\n\n"), ("titles.csv", "customer;pcs\n")],
)
def test_batch_of_nothing_says_so(command, name, content, tmp_path):
    (tmp_path / name).write_text(content)
    ran = hp(command, "--batch", name, cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (0, b"")
    assert ran.stderr.decode() == f"{name} {EMPTY}"
    assert hp(command, "-q", "--batch", name, cwd=tmp_path).stderr == b""


def test_standard_input_with_nothing_in_it_says_so():
    assert hp("eligible", "--batch", "-").stderr.decode() == f"<stdin> {EMPTY}"


def test_batch_with_a_request_says_nothing_of_the_kind():
    assert hp("eligible", "--batch", "-", stdin=b"{}").stderr == b""


@pytest.mark.parametrize(
    ("start", "form"),
    [
        (b"%PDF-1.4\n%\xe2\xe3\n1 0 obj\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0", "PNG"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "XLS"),
    ],
)
@pytest.mark.parametrize(
    "arguments", [["eligible", "--batch"], ["eligible", "--inventory"], ["inventory"]]
)
@pytest.mark.parametrize("name", ["fleet", "fleet.csv", "fleet.pdf"])
def test_file_of_another_kind_is_told_by_its_kind(arguments, name, start, form, tmp_path):
    (tmp_path / name).write_bytes(start)
    message = said(hp(*arguments, name, cwd=tmp_path), 20)
    assert message.startswith(f"{name}:1:1: error: This is a file in {form}, not the text")


@pytest.mark.parametrize("form", ["csv", "table", "xlsx"])
def test_quotes_of_a_batch_are_said_to_be_json_lines_alone(form):
    message = said(hp("quote", "--batch", "-", "-f", form, stdin=b"{}"), 2)
    assert message.startswith("error: The quotes of a batch are JSON Lines alone")


def test_remedy_for_the_term_of_a_line_names_the_key_of_the_line():
    line = b'{"tier": "access", "term_years": 9, "installed_base": {"pcs": 700}}'
    ran = hp("quote", "--batch", "-", stdin=line)
    assert b"term_years in a file" in ran.stdout
