"""Another edition in `--data` is answered as the shipped one is, without a line of code changed."""

import json
import os
import shlex
from dataclasses import replace

import pytest

import editions
from editions import another_edition
from hp_priority_cli import load_catalog
from hp_priority_cli.cli.main import run
from hp_priority_cli.eligibility.notices import notice
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.wording import Wording
from running import environment

MORE = (
    editions.with_edition_of_2027,
    editions.with_tier,
    editions.with_feature,
    editions.with_part,
    editions.with_term,
    editions.with_place,
    editions.with_region,
    editions.with_language,
    editions.with_live_help_in_french_too,
)
LESS = (
    editions.without_tier("access-plus"),
    editions.without_feature("on-site-visits"),
    editions.without_part("U80M6E"),
    editions.without_place("FR"),
    editions.without_place("GY"),
    editions.without_place("AN"),
    editions.without_language("fr"),
    editions.without_language("en"),
    editions.without_language("id"),
)
EDITIONS = {
    "more": MORE,
    "less": LESS,
    "one tier": tuple(map(editions.without_tier, ("access-plus", "management", "management-plus"))),
    "neither lowest nor highest": tuple(map(editions.without_tier, ("access", "management-plus"))),
    "a tier without parts": (editions.with_tier_below_all,),
}


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """Every edition as a folder, by its name."""
    root = tmp_path_factory.mktemp("editions")
    return {name: another_edition(root / name, *changes) for name, changes in EDITIONS.items()}


@pytest.fixture
def hp(monkeypatch, capfd):
    """Run a command on an edition in this process: standard output, standard error, exit code."""
    wanted = environment(HP_PRIORITY_LANG="en")
    for name in set(os.environ) - set(wanted):
        monkeypatch.delenv(name)
    for name, value in wanted.items():
        monkeypatch.setenv(name, value)

    def _run(command, folder, *more):
        code = run([*shlex.split(command), "--data", str(folder), *more])
        return *capfd.readouterr(), code

    return _run


@pytest.fixture
def ask(hp):
    """The JSON that a command prints on an edition, and its exit code."""

    def _ask(command, folder):
        out, _, code = hp(command, folder, "--json")
        return json.loads(out), code

    return _ask


def tier(document, name):
    return next(each for each in document["tiers"] if each["tier"] == name)


def codes(notices, **values):
    return [n["code"] for n in notices if values.items() <= n["values"].items()]


# -- every command, on every edition, in both languages ----------------------------------------

EVERY_ANSWER = {0, 2, 10, 11}
"""Exit codes of a command that understood the data: an answer, a no, or a word it does not know."""
COMMANDS = (
    "eligible",
    "eligible -v --pcs 25000 --printers 1200 --country FR,BR,JM,GY,CW,GF,FJ,RO --it-desk own"
    " --whole-base --headquarters FJ --support-language fr,el,id --around-the-clock",
    "eligible --site BE:15:2 --site MQ:4999:0 --it-desk none --what-if it-desk=own,pcs=9000",
    "quote --pcs 300 --printers 40 --country BE --it-desk own",
    "quote --pcs 25000 --printers 3000 --country BE --it-desk own --whole-base",
    "quote --pcs 6000 --printers 40 --country BE --tier management --years 3",
    "quote --pcs 300 --printers 40 --country BE --tier access --years 2",
    "quote --pcs 25000 --country BE --tier premier --years 3",
    "quote --pcs 100 --country BE --tier start --years 3",
    "compare",
    "compare access management --country BR,JM",
    "sku",
    "sku --gaps",
    "sku printer 3 years",
    "explain",
    "explain Romania",
    "explain access-plus",
    "explain dedicated-remote-agent",
    "schema tiers",
)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", EDITIONS)
def test_every_command_answers_in_both_languages_and_in_json(name, command, data, hp):
    exit_codes = set()
    for language in ("en", "fr"):
        out, err, code = hp(command, data[name], "--lang", language)
        assert code in EVERY_ANSWER, err
        assert out or err
        exit_codes.add(code)
    assert len(exit_codes) == 1
    out, err, code = hp(command, data[name], "--json")
    assert code in EVERY_ANSWER, err
    assert json.loads(out)


@pytest.mark.parametrize("form", ["csv", "markdown"])
def test_rows_and_pages_hold_the_words_of_the_edition(form, data, hp):
    for command in ("compare", "sku", "eligible --pcs 25000 --country RO"):
        out, _, code = hp(command, data["more"], "-f", form)
        assert code == 0
        assert "premier" in out.lower()


def test_batch_is_answered_by_the_edition(data, hp, tmp_path):
    requests = tmp_path / "requests.jsonl"
    requests.write_text('{"installed_base": {"pcs": 20000}, "countries": ["RO"]}\n' * 2, "utf-8")
    out, _, code = hp(f"eligible --batch {requests}", data["more"])
    lines = [json.loads(line) for line in out.splitlines()]
    assert (code, len(lines)) == (0, 2)
    assert {line["highest_possible"] for line in lines} == {"premier"}
    assert {line["catalog"]["document"] for line in lines} == {"9ZZ9-0000EXA"}


# -- a tier more, a tier less ------------------------------------------------------------------

IN_ORDER = "--country BE --it-desk own --whole-base --headquarters BE"


@pytest.mark.parametrize(
    ("pcs", "verdict", "code"), [(19999, "not-eligible", 10), (20000, "conditional", 11)]
)
def test_tier_that_was_added_has_its_minimum(pcs, verdict, code, data, ask):
    asked = f"eligible --pcs {pcs} --printers 0 {IN_ORDER} --tier premier"
    document, exit_code = ask(asked, data["more"])
    premier = tier(document, "premier")
    assert (premier["verdict"], premier["name"], exit_code) == (
        verdict,
        "HP Priority Premier",
        code,
    )
    assert premier["conditions"][0]["required"] == [{"pcs": 20000}]


def test_reading_that_was_added_is_asked_in_its_own_words_and_answered(data, ask, hp):
    asked = f"eligible --pcs 20000 --printers 0 {IN_ORDER} --tier premier"
    [point] = tier(ask(asked, data["more"])[0], "premier")["open_points"]
    assert (point["reading"], point["question"]) == (
        "premier-minimum",
        "Do all devices count for Premier?",
    )
    out, _, _ = hp(asked, data["more"], "--lang", "fr")
    assert "Do all devices count for Premier? (fr)" in out
    document, code = ask(f"{asked} --answer premier-minimum=yes", data["more"])
    assert (tier(document, "premier")["verdict"], code) == ("eligible", 0)


def test_question_follows_the_data_and_not_the_name_of_the_reading(tmp_path, hp):
    def renamed(files):
        files["tiers.yaml"]["tiers"][1]["name"] = "HP Priority Silver"
        reading = editions.readings(files)[1]
        reading["asks"] = editions.both("Do printers count for Silver?")

    folder = another_edition(tmp_path / "data", renamed)
    out, _, _ = hp("eligible --pcs 700 --printers 400 --country FR --tier silver", folder)
    assert "Do printers count for Silver?" in out
    assert "Access Plus" not in out


def test_tier_that_was_added_is_quoted_with_its_parts_and_terms(data, ask):
    asked = f"quote --pcs 20000 --printers 10 {IN_ORDER} --tier premier"
    document, code = ask(f"{asked} --years 2", data["more"])
    [line] = document["lines"]
    assert (line["sku"], line["order_unit"], line["order_quantity"], code) == (
        "ZZ92PE", "contract", 1, 0,
    )  # fmt: skip
    document, code = ask(f"{asked} --years 5", data["more"])
    assert (document["error"]["code"], code) == ("no-part-for-term", 10)
    assert document["error"]["values"]["terms"] == [1, 2, 3]


def test_tier_that_was_removed_is_unknown_and_the_others_are_offered(data, ask):
    document, code = ask(f"eligible --pcs 2000 {IN_ORDER} --tier access-plus", data["less"])
    assert (document["error"]["code"], code) == ("usage", 2)
    assert document["error"]["values"]["choices"] == ["access", "management", "management-plus"]
    document, code = ask(f"eligible --pcs 2000 --printers 0 {IN_ORDER}", data["less"])
    assert [each["tier"] for each in document["tiers"]] == [
        "access", "management", "management-plus",
    ]  # fmt: skip
    assert (document["highest_eligible"], document["highest_possible"]) == ("access", "access")


def test_step_over_a_tier_that_was_removed_loses_nothing(data, ask):
    document, _ = ask("compare access management", data["less"])
    assert document["losses"] == []
    assert "incident-management" in document["gains"]


def test_only_tier_there_is_stands_by_itself(data, hp):
    out, _, code = hp(f"eligible --pcs 250 --printers 0 {IN_ORDER}", data["one tier"])
    assert code == 0
    assert "HP Priority Access" in out
    out, _, code = hp("compare", data["one tier"])
    assert code == 0
    assert out.startswith("HP Priority Access\n")


# -- parts and terms ---------------------------------------------------------------------------


def test_part_that_was_added_closes_the_gap(data, ask):
    asked = f"quote --pcs 300 --printers 40 {IN_ORDER} --tier access --years 2"
    document, code = ask(asked, data["more"])
    assert [line["sku"] for line in document["lines"]] == ["U80LYE", "ZZ92AE"]
    assert code == 0
    gaps = ask("sku --gaps --tier access --years 2", data["more"])[0]["gaps"]
    assert gaps == []


def test_term_that_was_added_is_offered(data, ask):
    asked = f"quote --pcs 300 --printers 0 {IN_ORDER} --tier access"
    assert [line["sku"] for line in ask(f"{asked} --years 7", data["more"])[0]["lines"]] == [
        "ZZ97AE"
    ]
    document, code = ask(f"{asked} --years 6", data["more"])
    assert (document["error"]["values"]["terms"], code) == ([1, 2, 3, 4, 5, 7], 10)


def test_part_that_was_removed_is_unknown_and_its_term_is_refused(data, ask):
    document, code = ask("sku U80M6E", data["less"])
    assert (document["error"]["code"], code) == ("no-such-part", 10)
    asked = f"quote --pcs 300 --printers 0 {IN_ORDER} --tier access --years 3"
    document, code = ask(asked, data["less"])
    assert (document["error"]["code"], code) == ("no-part-for-term", 10)
    assert document["error"]["values"]["terms"] == [1, 2, 4, 5]


def test_tier_without_any_part_is_never_quoted_empty(data, ask, hp):
    folder = data["a tier without parts"]
    asked = f"quote --pcs 100 --printers 5 {IN_ORDER} --tier start --years 3"
    document, code = ask(asked, folder)
    assert (document["error"]["code"], code) == ("no-part-for-term", 10)
    assert document["error"]["values"]["device_classes"] == ["pc", "printer"]
    assert document["error"]["values"]["terms"] == []
    assert document["error"]["remedy"].startswith("No term has a part for every device.")
    out, _, code = hp(f"quote --pcs 300 --printers 0 {IN_ORDER}", folder)
    assert code == 0
    assert "Start: no term has a part for every device" in out
    assert out.rstrip().endswith("--tier access --years all")
    gaps = ask("sku --gaps --tier start", folder)[0]["gaps"]
    assert len(gaps) == 10


def test_printers_are_not_left_out_where_a_tier_has_parts_for_pcs_alone(tmp_path, ask):
    def without_printer_parts(files):
        kept = [each for each in editions.parts(files) if each["device_class"] != "printer"]
        files["skus.yaml"]["parts"] = kept

    folder = another_edition(tmp_path / "data", without_printer_parts)
    asked = f"quote --pcs 300 --printers 40 {IN_ORDER} --tier access --years 1"
    document, code = ask(asked, folder)
    assert (document["error"]["code"], code) == ("no-part-for-term", 10)
    assert document["error"]["values"]["device_classes"] == ["printer"]


# -- places and languages ----------------------------------------------------------------------


def test_place_that_was_added_is_listed(data, ask):
    asked = "eligible --pcs 300 --printers 0 --country RO,FJ --it-desk own --whole-base"
    document, _ = ask(asked, data["more"])
    assert tier(document, "access")["verdict"] == "eligible"
    [entry] = ask("explain Romania", data["more"])[0]["entries"]
    assert (entry["facts"]["standing"], entry["facts"]["region"]) == ("listed", "emea")


def test_place_that_was_removed_is_not_listed(data, ask):
    asked = "eligible --pcs 300 --printers 0 --country BE,FR --it-desk own --whole-base"
    access = tier(ask(asked, data["less"])[0], "access")
    assert (access["verdict"], access["waits_for"]) == ("conditional", ["hp"])
    assert codes(access["notices"], country="FR") == ["country-not-listed"]
    [entry] = ask("explain France", data["less"])[0]["entries"]
    assert entry["facts"]["standing"] == "not-listed"


def test_doubt_about_a_place_goes_with_the_place(data, ask):
    asked = "eligible --pcs 300 --printers 0 --country BE,GF,CW --it-desk own --whole-base"
    access = tier(ask(asked, data["less"])[0], "access")
    assert codes(access["notices"]) == ["country-not-listed", "country-not-listed"]


def test_language_that_was_added_is_a_support_language(data, ask):
    asked = "eligible --pcs 300 --printers 0 --country BE --support-language Greek"
    document, _ = ask(asked, data["more"])
    assert document["request"]["languages"] == ["el"]
    assert codes(tier(document, "access")["notices"], language="el") == []


def test_language_that_was_removed_is_none(data, ask):
    asked = "eligible --pcs 300 --printers 0 --country BE --support-language fr"
    document, _ = ask(asked, data["less"])
    assert codes(tier(document, "access")["notices"], language="fr") == ["language-not-listed"]


ROUND_THE_CLOCK = "eligible --pcs 300 --printers 0 --country BE --around-the-clock"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Live help at any hour is in English and French only, not in German (de);"),
        (
            "fr",
            "À toute heure, l’aide d’un agent n’existe qu’en anglais et français, pas en allemand",
        ),
    ],
)
def test_live_help_is_said_in_the_languages_of_the_edition(language, sentence, data, hp):
    asked = f"{ROUND_THE_CLOCK} --support-language fr,de"
    out, _, _ = hp(asked, data["more"], "--lang", language, "-f", "markdown")
    assert sentence in out


def test_live_help_in_another_language_is_not_said_to_be_in_english(data, hp):
    for more in ("", "--support-language it", "--support-language it,es"):
        out, _, _ = hp(f"{ROUND_THE_CLOCK} {more}", data["less"], "-f", "markdown")
        assert "Live help at any hour is in German only" in out
        assert "English" not in out


def test_live_help_in_no_language_is_not_promised():
    shipped = load_catalog()
    live = replace(shipped.coverage.around_the_clock, languages=())
    catalog = replace(shipped, coverage=replace(shipped.coverage, around_the_clock=live))
    found = notice(catalog, "around-the-clock-english-only", language="de")
    for language, sentence in (
        ("en", "Live help at any hour is not stated for any language."),
        ("fr", "Aucune langue n’est indiquée pour l’aide d’un agent à toute heure."),
    ):
        assert Wording(catalog, Phrases(language)).notice(found) == sentence


# -- features ----------------------------------------------------------------------------------


def test_feature_that_was_added_is_compared_and_explained(data, ask, hp):
    document, _ = ask("compare management premier", data["more"])
    [row] = [each for each in document["features"] if each["feature"] == "spare-pool"]
    assert row["cells"] == {"management": "included", "premier": "not-stated"}
    assert "spare-pool" in document["unclear"]
    out, _, _ = hp("explain Réserve de rechange", data["more"], "--lang", "fr")
    assert "Réserve de rechange" in out


def test_feature_that_was_removed_is_compared_no_more(data, ask):
    document, _ = ask("compare", data["less"])
    rows = {each["feature"] for each in document["features"]}
    assert not rows & {"on-site-visits", "dedicated-remote-agent"}
    assert len(rows) == 20


# -- on the shipped data -----------------------------------------------------------------------


def test_base_of_nothing_that_hp_accepted_has_no_part_to_choose(hp):
    answer = "--answer management-plus-inherits-minimum=accepted"
    out, _, code = hp(f"quote --pcs 0 --printers 0 {IN_ORDER} {answer}", "data")
    assert code == 10
    assert "U62G2E" not in out
    assert "quote --tier" not in out
