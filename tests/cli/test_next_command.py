"""The next command can be pasted as it stands: all that was typed, or the file that holds it."""

import shlex
from dataclasses import fields

import pytest

from hp_priority_cli.cli.again import quote_again
from hp_priority_cli.cli.options import CustomerOptions, GlobalOptions, PriceOptions
from hp_priority_cli.cli.session import Session
from hp_priority_cli.presentation.phrases import Phrases
from running import hp

STATED = "--pcs 300 --country FR --it-desk own --whole-base".split()
WHOLE = "Next      hp-priority quote --request call.yaml --tier access\n"
REST = "Next      The same options, with  quote --tier access\n"


@pytest.fixture
def here(tmp_path):
    ran = hp("eligible", *STATED, "--save-request", "call.yaml", cwd=tmp_path)
    assert WHOLE in ran.stdout.decode()
    return tmp_path


def next_of(ran) -> list[str]:
    """The words of the next command, as a shell reads them."""
    _, _, command = ran.stdout.decode().rpartition("Next")
    return shlex.split(command.replace("\\\n", ""))


def test_all_that_was_typed_is_typed_again():
    ran = hp("eligible", *STATED)
    assert next_of(ran) == ["hp-priority", "quote", *STATED, "--tier", "access"]


@pytest.mark.parametrize(
    ("options", "added"),
    [
        (["--customer", "Example's [x] (fictional)"], '--customer "Example\'s [x] (fictional)" '),
        (["--as-of", "2026-11-20"], "--as-of 2026-11-20"),
    ],
)
def test_what_stands_on_top_of_a_file_is_typed_again(options, added, here):
    words = next_of(hp("eligible", "--request", "call.yaml", *options, cwd=here))
    assert words == [
        *("hp-priority", "quote", "--request", "call.yaml"),
        *shlex.split(added),
        *("--tier", "access"),
    ]


def test_file_alone_is_enough(here):
    assert hp("eligible", "--request", "call.yaml", cwd=here).stdout.decode().endswith(WHOLE)


def test_request_from_standard_input_cannot_be_typed(here):
    content = (here / "call.yaml").read_bytes()
    assert hp("eligible", "--request", "-", stdin=content).stdout.decode().endswith(REST)


def test_next_command_answers_and_leads_to_the_quote(tmp_path):
    stated = [*STATED, "--customer", "L'Exemple $(touch x) & [Co]", "--years", "3", "--lang", "en"]
    _, *words = next_of(hp("eligible", *stated, cwd=tmp_path))
    assert words[-4:] == ["--tier", "access", "--years", "3"]
    quoted = hp(*words, cwd=tmp_path)
    assert quoted.returncode == 0
    assert "L'Exemple $(touch x) & [Co]" in quoted.stdout.decode()
    assert list(tmp_path.iterdir()) == []


def test_choices_lead_to_their_terms_side_by_side():
    _, *words = next_of(hp("quote", *STATED, "--discount", "5", "--purchase-date", "2026-11-02"))
    assert words[-4:] == ["--tier", "access", "--years", "all"]
    assert words[-8:-4] == ["--discount", "5", "--purchase-date", "2026-11-02"]
    assert hp(*words).returncode == 0


@pytest.mark.parametrize("width", [60, 80, 120])
def test_long_command_is_broken_where_a_shell_goes_on(width):
    sites = [w for cc in "FR BE ES NO US BR ZA DE".split() for w in ("--site", f"{cc}:800:200")]
    stated = [*sites, "--it-desk", "own", "--whole-base"]
    ran = hp("eligible", *stated, COLUMNS=str(width))
    _, _, command = ran.stdout.decode().rpartition("Next")
    rows = command.strip().splitlines()
    assert len(rows) > 1
    assert all(row.endswith(" \\") for row in rows[:-1])
    assert all(len(row) <= width for row in rows)
    assert next_of(ran)[2:-2] == stated


@pytest.mark.parametrize("group", [CustomerOptions, PriceOptions])
def test_each_option_is_called_after_its_parameter(group):
    shown = hp("quote", "--help").stdout.decode().split()
    for field in fields(group):
        assert f"--{field.name.replace('_', '-')}" in shown


def test_switch_that_says_no_is_typed_again():
    session = Session.of(GlobalOptions(), GlobalOptions(lang="fr"), Phrases("fr"))
    part = CustomerOptions(country=["FR"], whole_base=False)
    assert quote_again(session, part) == "hp-priority --lang fr quote --country FR --part-base"


@pytest.mark.parametrize("prices", [{"price_book": ["-"]}, {"price_book": ["a.yaml", "-"]}])
def test_nothing_read_from_standard_input_is_typed_again(prices):
    session = Session.of(GlobalOptions(), GlobalOptions(), Phrases("en"))
    stated = CustomerOptions(country=["FR"])
    assert quote_again(session, stated, PriceOptions(**prices)) is None
