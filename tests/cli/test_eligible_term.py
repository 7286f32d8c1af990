"""A term told before the quote is kept: in the saved request and in the next command."""

import json

import pytest

from running import hp

STATED = "--pcs 300 --country FR --it-desk own --whole-base".split()


def test_term_is_kept_for_the_quote(tmp_path):
    ran = hp("eligible", *STATED, "--years", "3", "--save-request", "call.yaml", cwd=tmp_path)
    assert ran.returncode == 0
    assert "term_years: 3\n" in (tmp_path / "call.yaml").read_text("utf-8")
    assert "--tier access --years 3\n" in ran.stdout.decode()
    assert (
        json.loads(hp("eligible", *STATED, "--years", "3", "--json").stdout)["request"][
            "term_years"
        ]
        == 3
    )


@pytest.mark.parametrize(("years", "code"), [("0", 2), ("1", 0), ("5", 0), ("6", 10)])
def test_term_that_is_not_offered_is_a_no(years, code):
    ran = hp("eligible", *STATED, "--years", years)
    assert ran.returncode == code
    assert ("terms are 1, 2, 3, 4 or 5 years" in ran.stderr.decode()) == (code == 10)


def test_line_of_a_batch_with_such_a_term_is_refused_and_the_rest_go_on():
    lines = b'{"installed_base": {"pcs": 300}, "term_years": 7}\n{"installed_base": {"pcs": 300}}\n'
    ran = hp("eligible", "--batch", "-", stdin=lines)
    refused, answered = map(json.loads, ran.stdout.splitlines())
    assert refused["error"]["code"] == "term-not-offered"
    assert answered["schema"] == "hp-priority/eligibility@1"
    assert ran.returncode == 0


def test_term_without_a_part_for_every_device_is_said_and_the_next_command_works():
    stated = ["--pcs", "300", "--printers", "1", *STATED[2:]]
    shown = hp("eligible", *stated, "--years", "2").stdout.decode()
    assert "Term      Access: 1, 3, 4 or 5 years (whole base).\n" in shown
    assert "--tier access --years all\n" in shown
    assert hp("quote", *stated, "--tier", "access", "--years", "all").returncode == 0
    assert "Term " not in hp("eligible", *stated, "--years", "3").stdout.decode()
