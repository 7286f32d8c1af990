"""What a user, a script and a CI job may count on, asked of the wheel in a fresh environment."""

import json
import os
import subprocess

import pytest

pytestmark = pytest.mark.environment

FRANCE = ["--country", "FR", "--it-desk", "own", "--whole-base"]


@pytest.fixture(scope="session")
def hp(installed, tmp_path_factory):
    """Run the installed command outside the checkout; what it printed and its exit code."""
    folder = tmp_path_factory.mktemp("elsewhere")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "HP_PRIORITY"))}
    fixed = kept | {
        "HP_PRIORITY_AS_OF": "2026-11-24",
        "HP_PRIORITY_LANG": "en",
        "COLUMNS": "80",
    }

    def run(*arguments, stdin=""):
        return subprocess.run(
            [str(installed), *arguments],
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=folder,
            env=fixed,
            timeout=60,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def ask(hp):
    """The JSON that a command prints and its exit code."""

    def run(*arguments, stdin=""):
        ran = hp(*arguments, "--json", stdin=stdin)
        return json.loads(ran.stdout), ran.returncode

    return run


def tier(document, name):
    return next(each for each in document["tiers"] if each["tier"] == name)


def codes(notices, place=None):
    return {n["code"] for n in notices if place is None or n["values"].get("country") == place}


def test_300_pcs_in_france_may_buy_access(ask):
    document, exit_code = ask("eligible", "--pcs", "300", *FRANCE)
    assert exit_code == 0
    assert tier(document, "access")["verdict"] == "eligible"
    assert (document["highest_eligible"], document["highest_possible"]) == ("access", "access")


def test_300_pcs_for_three_years_take_300_of_one_part_with_the_unit_flagged(ask):
    document, exit_code = ask("quote", "--pcs", "300", *FRANCE, "--tier", "access", "--years", "3")
    assert (exit_code, document["status"]) == (0, "unpriced")
    [line] = document["lines"]
    assert (line["sku"], line["order_unit"], line["order_quantity"]) == ("U80M6E", "device", 300)
    assert "order-unit-assumed" in codes(document["notices"])
    blank = ["list_price", "discount_percent", "net_price", "extended_price"]
    assert [line[key] for key in blank] == [None] * 4
    assert line["price_status"] == "no-price-book"
    assert [document[key] for key in ("currency", "tax", "price_book", "totals")] == [None] * 4


def test_249_pcs_are_one_device_short(ask):
    document, exit_code = ask("eligible", "--pcs", "249", *FRANCE, "--tier", "access")
    assert exit_code == 10
    [access] = document["tiers"]
    assert access["verdict"] == "not-eligible"
    assert access["conditions"][0]["margin"] == [{"devices": -1}]


def test_classes_are_never_added_up_for_management(ask):
    document, _ = ask("eligible", "--pcs", "4999", "--printers", "999", *FRANCE)
    management = tier(document, "management")
    assert management["verdict"] == "not-eligible"
    assert management["ways_in"] == [{"add": {"pcs": 1}}, {"add": {"printers": 1}}]


def test_1000_printers_alone_reach_management(ask):
    document, _ = ask("eligible", "--pcs", "0", "--printers", "1000", *FRANCE)
    assert tier(document, "management")["verdict"] == "eligible"


def test_700_and_400_wait_for_hp_in_access_plus(ask):
    document, exit_code = ask(
        "eligible", "--pcs", "700", "--printers", "400", *FRANCE, "--tier", "access-plus"
    )
    assert exit_code == 11
    [plus] = document["tiers"]
    base = plus["conditions"][0]
    assert (plus["verdict"], plus["waits_for"]) == ("conditional", ["hp"])
    assert base["readings"] == ["access-plus-minimum-counts-printers"]
    assert base["settled_by"] == [{"add": {"pcs": 300}}]
    assert plus["headroom"] == {"pcs": 100, "printers": 100}


def test_management_plus_is_conditional_and_its_quantity_open(ask):
    document, _ = ask(
        "quote", "--pcs", "5000", *FRANCE, "--tier", "management-plus", "--years", "1"
    )
    assert document["status"] == "conditional"
    [line] = document["lines"]
    assert (line["sku"], line["order_unit"], line["order_quantity"]) == ("U62G2E", "open", None)


def test_two_years_with_printers_are_refused_as_a_whole(ask):
    document, exit_code = ask(
        "quote", "--pcs", "400", "--printers", "60", *FRANCE, "--tier", "access", "--years", "2"
    )
    assert (exit_code, document["schema"]) == (10, "hp-priority/error@1")
    assert document["error"]["code"] == "no-part-for-term"
    assert document["error"]["values"]["terms"] == [1, 3, 4, 5]


def test_two_years_of_management_plus_have_a_part(ask):
    document, _ = ask(
        "quote", "--pcs", "8000", "--printers", "300", *FRANCE,
        "--tier", "management-plus", "--years", "2",
    )  # fmt: skip
    assert [line["sku"] for line in document["lines"]] == ["U62G3E"]


def test_six_years_are_not_offered(ask):
    document, exit_code = ask("quote", "--pcs", "300", *FRANCE, "--tier", "access", "--years", "6")
    assert (exit_code, document["error"]["code"]) == (10, "term-not-offered")
    assert document["error"]["values"]["terms"] == [1, 2, 3, 4, 5]


def test_not_eligible_gives_no_quote_but_the_verdict(ask):
    asked = ("quote", "--pcs", "300", *FRANCE, "--tier", "management", "--years", "3")
    document, exit_code = ask(*asked)
    values = document["error"]["values"]
    assert (exit_code, document["error"]["code"]) == (10, "not-eligible")
    assert (values["verdict"]["tier"], values["highest_eligible"]) == ("management", "access")
    draft, exit_code = ask(*asked, "--draft")
    assert (exit_code, draft["status"]) == (0, "draft")


def test_latin_america_matters_in_management_alone(ask):
    document, _ = ask(
        "eligible", "--pcs", "6000", "--country", "BR,JM", "--it-desk", "own", "--whole-base"
    )
    management = tier(document, "management")["notices"]
    assert codes(management, "BR") == {"priority-parts-unavailable"}
    assert codes(management, "JM") == {"priority-parts-unconfirmed"}
    assert codes(tier(document, "access")["notices"], "BR") == set()


def test_place_that_is_not_listed_is_a_point_for_hp(ask):
    document, _ = ask(
        "eligible", "--site", "FR:300:0", "--site", "RO:50:0", "--it-desk", "own", "--whole-base"
    )
    access = tier(document, "access")
    [point] = access["open_points"]
    assert (point["id"], point["ask"], point["decides"]) == ("country-not-listed:RO", "hp", True)
    assert point["values"]["devices"] == {"pcs": 50, "printers": 0}
    assert point["values"]["verdict_without"] == "eligible"


@pytest.mark.parametrize(
    ("options", "notice"),
    [
        (["--country", "FR,CW"], "country-by-succession"),
        (["--country", "FR,GY"], "country-name-ambiguous"),
        (["--country", "FR,GF"], "country-name-ambiguous"),
        (["--country", "FR", "--support-language", "Bahasa"], "language-ambiguous"),
        (["--country", "FR", "--support-language", "Greek"], "language-not-listed"),
        (
            ["--country", "FR", "--support-language", "fr", "--around-the-clock"],
            "around-the-clock-english-only",
        ),
    ],
)
def test_each_doubt_has_its_notice(ask, options, notice):
    document, _ = ask("eligible", "--pcs", "300", *options, "--it-desk", "own", "--whole-base")
    assert notice in codes(tier(document, "access")["notices"])


def test_norway_and_norwegian_survive_every_road(ask, hp, tmp_path):
    options = ["--pcs", "300", "--it-desk", "own", "--whole-base", "--tier", "access"]
    quote = ["quote", *options, "--years", "3", "--country", "NO", "--support-language", "no"]
    by_options, _ = ask(*quote)
    request = "installed_base: {pcs: 300}\ncountries: [NO]\nlanguages: [no]\nit_desk: own\n"
    request += "whole_base: true\ntier: access\nterm_years: 3\n"
    from_yaml, exit_code = ask("quote", "--request", "-", stdin=request)
    as_json = json.dumps({k: v for k, v in by_options["request"].items() if v is not None})
    from_json, _ = ask("quote", "--request", "-", stdin=as_json)
    batch = hp("quote", "--batch", "-", stdin=as_json + "\n")
    assert exit_code == 0
    for document in (by_options, from_yaml, from_json, json.loads(batch.stdout)):
        assert document["request"]["countries"] == ["NO"]
        assert document["request"]["languages"] == ["no"]
        apart = {"files": None, "seal": None}  # the request is a file among the evidence
        assert {**document, **apart} == {**by_options, **apart}
    saved = tmp_path / "q.json"
    assert hp(*quote, "-o", str(saved)).stdout == ""
    assert json.loads(saved.read_text("utf-8")) == by_options
    assert "Norway (NO)" in hp(*quote).stdout


def test_same_question_gives_the_same_bytes(hp):
    asked = ["quote", "--pcs", "300", *FRANCE, "--tier", "access", "--years", "3", "--json"]
    assert hp(*asked).stdout == hp(*asked).stdout


def test_comparison_names_what_is_gained_lost_and_unclear(ask):
    document, _ = ask("compare", "access-plus", "management", "--country", "BR")
    assert document["losses"] == ["dedicated-remote-agent"]
    assert document["unclear"] == ["monthly-performance-reports", "executive-reports"]
    [repairs] = [row for row in document["features"] if row["feature"] == "priority-repairs"]
    assert repairs["by_place"] == {"BR": {"management": "unavailable"}}


def test_part_number_is_explained_and_a_near_miss_never_taken(ask):
    document, _ = ask("sku", "u80mbe")
    [part] = document["parts"]
    assert (part["tier"], part["device_class"], part["term_years"]) == ("access-plus", "pc", 3)
    missed, exit_code = ask("sku", "U8OMBE")
    assert (exit_code, missed["error"]["code"]) == (10, "no-such-part")
    first = missed["error"]["values"]["suggestions"][0]
    assert (first["sku"], first["tier"], first["term_years"]) == ("U80MBE", "access-plus", 3)


def test_gaps_are_the_printers_for_two_years(ask):
    document, _ = ask("sku", "--gaps")
    assert [(gap["tier"], gap["device_class"], gap["term_years"]) for gap in document["gaps"]] == [
        ("access", "printer", 2),
        ("access-plus", "printer", 2),
        ("management", "printer", 2),
    ]


def test_batch_answers_every_line_in_order(hp):
    lines = ['{"installed_base": {"pcs": 300}}', "", "{broken", '{"countries": ["Guyane"]}']
    ran = hp("eligible", "--batch", "-", stdin="\n".join([*lines, '{"reference": "last"}']))
    first, second, third, last = (json.loads(line) for line in ran.stdout.splitlines())
    assert ran.returncode == 15
    assert first["schema"] == last["schema"] == "hp-priority/eligibility@1"
    assert [(each["line"], each["error"]["code"]) for each in (second, third)] == [
        (3, "invalid-input"),
        (4, "invalid-input"),
    ]
    assert last["request"]["reference"] == "last"


def test_not_eligible_is_an_answer_in_a_batch(hp):
    line = json.dumps(
        {"installed_base": {"pcs": 9}, "it_desk": "own", "whole_base": True, "countries": ["FR"]}
    )
    ran = hp("quote", "--batch", "-", "--tier", "access", "--years", "1", stdin=line)
    assert (ran.returncode, json.loads(ran.stdout)["error"]["code"]) == (0, "not-eligible")


def test_batch_as_csv_has_a_row_for_each_customer_and_tier(hp):
    line = '{"reference": "A-1", "installed_base": {"pcs": 4999, "printers": 999}}\n'
    ran = hp("eligible", "--batch", "-", "-f", "csv", stdin=line + line)
    rows = ran.stdout.splitlines()
    assert rows[0] == (
        "line,reference,customer,tier,verdict,waits_for,short_pcs,short_printers,short_devices,"
        "open_points"
    )
    assert rows[3] == "1,A-1,,management,not-eligible,,1,1,,"
    assert len(rows) == 9


def test_options_and_globals_stand_on_either_side_of_the_command(hp):
    version = hp("--version").stdout
    assert version == hp("eligible", "-V").stdout == "hp-priority 0.1.0\n"
    before = hp("-q", "--color", "never", "sku", "U80M6E")
    after = hp("sku", "U80M6E", "-q", "--color", "never")
    assert (before.returncode, before.stdout) == (0, after.stdout)
