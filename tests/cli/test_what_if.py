"""A supposition changes what it names and nothing else."""

import json

import pytest

from running import hp, said

BY_SITE = ["--site", "FR:800:0", "--site", "DE:100:100", "--it-desk", "own", "--whole-base"]


def supposed(*arguments):
    ran = hp("eligible", *arguments, "--json")
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)["suppositions"]


def test_supposed_site_leaves_the_other_sites_as_they_are():
    [other] = supposed(*BY_SITE, "--what-if", "site=FR:5000:0")
    assert [(site["country"], site["pcs"]) for site in other["request"]["sites"]] == [
        ("DE", 100), ("FR", 5000),
    ]  # fmt: skip


def test_supposed_site_somewhere_else_joins_the_sites():
    [other] = supposed(*BY_SITE, "--what-if", "site=BE:10:0")
    assert {site["country"] for site in other["request"]["sites"]} == {"BE", "DE", "FR"}


def test_count_on_top_of_sites_is_refused_with_the_way_to_say_it():
    ran = hp("eligible", *BY_SITE, "--what-if", "pcs=5000")
    assert ran.returncode == 2
    assert "--what-if site=CC:PCS:PRINTERS" in ran.stderr.decode()


@pytest.mark.parametrize("fact", ["PCs=5000", "PCS=5000", "pcs=5000"])
def test_facts_are_known_in_any_case(fact):
    [other] = supposed("--pcs", "300", "--country", "FR", "--what-if", fact)
    assert other["request"]["installed_base"]["pcs"] == 5000


def test_supposed_answer_about_a_place_not_named_is_said_to_change_nothing():
    asked = ["eligible", "--pcs", "300", "--country", "FR"]
    ran = hp(*asked, "--what-if", "country-not-listed:RO=yes")
    assert "answer to country-not-listed:RO changes nothing" in ran.stderr.decode()


def test_idle_answer_of_a_line_is_told_with_its_line_and_one_of_options_is_not():
    line = {"installed_base": {"pcs": 300}, "countries": ["FR"]}
    idle = line | {"answers": [{"point": "country-not-listed:RO", "answer": "yes"}]}
    lines = "\n".join(json.dumps(each) for each in (line, idle)).encode()
    ran = hp("eligible", "--batch", "-", "--answer", "country-not-listed:UA=yes", stdin=lines)
    [said] = ran.stderr.decode().splitlines()
    assert said.startswith("<stdin>:2: warning: The answer to country-not-listed:RO")
    assert ran.returncode == 0


def test_wrong_use_on_a_line_of_a_batch_in_csv_says_error_and_what_to_do():
    line = b'{"sites": [{"country": "FR", "pcs": 5}]}\n'
    ran = hp("eligible", "--batch", "-", "-f", "csv", "--pcs", "3", stdin=line)
    message = ran.stderr.decode()
    assert ran.returncode == 15
    assert message.startswith("<stdin>:1: error: The base was stated twice")
    assert "give --site CC:PCS:PRINTERS for each place" in message


def test_question_that_a_supposition_settles_is_shown_though_no_verdict_changes():
    asked = ["--pcs", "700", "--printers", "400", "--country", "FR,RO", "--it-desk", "own"]
    [other] = supposed(*asked, "--what-if", "pcs=+300")
    assert (other["changes"], [each["reading"] for each in other["settles"]]) == (
        [],
        ["access-plus-minimum-counts-printers"],
    )
    shown = hp("eligible", *asked, "--what-if", "pcs=+300").stdout.decode()
    assert "Settles  pcs=+300: Do printers count for Access Plus?" in shown


def test_question_that_a_supposition_raises_is_shown():
    asked = ["--pcs", "1000", "--printers", "0", "--country", "FR", "--it-desk", "own"]
    [other] = supposed(*asked, "--whole-base", "--what-if", "country=RO,country=FR")
    assert [each["id"] for each in other["raises"]] == ["country-not-listed:RO"]


CLOSE = "--pcs 700 --country FR,BR --it-desk own --whole-base".split()


def test_limits_of_a_tier_that_comes_within_reach_are_told():
    shown = hp("eligible", *CLOSE, "--what-if", "pcs=5000").stdout.decode()
    assert "Priority parts and repairs: not in Brazil (BR)" in shown
    assert "Dedicated support manager instead of Dedicated remote support agent" in shown


def test_what_was_known_before_is_not_told_as_new():
    shown = hp("eligible", *CLOSE, "--what-if", "pcs=800").stdout.decode()
    assert "Priority parts" not in shown


def test_one_tier_of_a_file_is_said_to_be_all_that_was_looked_at(tmp_path):
    hp("eligible", *CLOSE, "--tier", "access-plus", "--save-request", "one.yaml", cwd=tmp_path)
    asked = ["eligible", "--request", "one.yaml", "--what-if", "pcs=5000"]
    shown = hp(*asked, cwd=tmp_path).stdout.decode()
    assert "asks about one tier alone; for all of them  --tier all" in shown
    assert "Management Plus" not in shown
    every = hp(*asked, "--tier", "all", cwd=tmp_path).stdout.decode()
    assert "Management Plus" in every
    assert "one tier alone" not in every


def test_no_fewer_than_none_can_remain():
    message = said(hp("eligible", "--pcs", "700", "--what-if", "pcs=-701"), 2)
    assert message == "error: --what-if pcs=-701 would leave fewer than 0: there are 700.\n"
    assert hp("eligible", "--pcs", "700", "--what-if", "pcs=-700").returncode == 0


def test_answers_are_null_where_nobody_answered_anything():
    [other] = supposed("--pcs", "700", "--what-if", "pcs=5000")
    assert other["request"]["answers"] is None


@pytest.mark.parametrize("columns", ["60", "80", "200"])
def test_several_suppositions_stand_each_on_a_row_as_they_were_given(columns):
    given = ["pcs=1000,country=FR", "printers=1000,whole-base=yes", "it-desk=own", "pcs=+9"]
    options = [word for each in given for word in ("--what-if", each)]
    shown = hp("eligible", "--pcs", "700", *options, COLUMNS=columns).stdout.decode()
    rows = [line.removeprefix("Facts: ").split("  ")[0] for line in shown.splitlines()]
    assert [row for row in rows if row in given] == given
