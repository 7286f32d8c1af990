"""What a slip of the fingers gets: the word that was meant, where it belongs, all slips at once."""

import json

import pytest
from typer._click.exceptions import ClickException

from hp_priority_cli.cli.app import COMMANDS, build_command
from hp_priority_cli.cli.session import Run
from hp_priority_cli.cli.wrong_use import near_names, wrong_use
from hp_priority_cli.errors import UsageProblem
from hp_priority_cli.presentation.phrases import Phrases
from running import hp, said


def problem(*arguments):
    """The problem with a command line, without a process."""
    run = Run(Phrases("en"))
    try:
        build_command().main(
            list(arguments), prog_name="hp-priority", standalone_mode=False, obj=run
        )
    except ClickException as error:
        return wrong_use(error, arguments)
    except UsageProblem as error:
        return error
    pytest.fail("nothing was wrong")


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("--pc", ("--pcs",)),
        ("--PCS", ("--pcs",)),
        ("--contry", ("--country",)),
        ("--countries", ("--country",)),
        ("--count", ("--country",)),
        ("--teir", ("--tier",)),
        ("--printer", ("--printers",)),
        ("--it-dsk", ("--it-desk",)),
        ("--desk", ("--it-desk",)),
        ("--language", ("--support-language",)),
        ("--base", ("--whole-base", "--part-base")),
        ("--no-whole-base", ("--whole-base",)),
        ("--headquarter", ("--headquarters",)),
        ("--hq", ("--headquarters",)),
        ("--term", ("--years",)),
        ("--client", ("--customer",)),
        ("--versoin", ("--version",)),
        ("--helo", ("--help",)),
        ("--outptu", ("--output",)),
        ("--quantity", ()),
        ("--x", ()),
        ("-x", ()),
    ],
)
def test_option_that_comes_near_is_offered(word, near):
    found = problem("quote", word, "1")
    assert (found.kind, found.values["near"]) == (
        "option-near" if near else "option-unknown",
        near,
    )


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("elligible", ("eligible",)),
        ("quotes", ("quote",)),
        ("qoute", ("quote",)),
        ("comp", ("compare", "completion")),
        ("skus", ("sku",)),
        ("exp", ("explain",)),
        ("prices", ("quote",)),
        ("tiers", ("eligible",)),
        ("devis", ("quote",)),
        ("aide", ("help",)),
        ("zzz", ()),
        ("", ()),
    ],
)
def test_command_that_comes_near_is_offered(word, near):
    for found in (problem(word), problem("help", word) if word else problem(word)):
        kind = "command-near" if near else "command-unknown"
        assert (found.kind, found.values["near"]) == (kind, near)


@pytest.mark.parametrize("word", ["it's", "'", '"', "'.", "a\nb", "\\", "No such command 'x'."])
def test_command_is_told_as_it_was_typed(word):
    found = problem(word)
    assert (found.kind, found.values["word"]) == ("command-unknown", word)


@pytest.mark.parametrize("name", COMMANDS)
def test_name_without_a_letter_is_near_itself(name):
    for n in range(len(name)):
        assert near_names(name[:n] + name[n + 1 :], COMMANDS)[0] == name


@pytest.mark.parametrize(
    ("arguments", "kind", "values"),
    [
        (("--pcs", "3", "eligible"), "option-after", ("eligible", "quote", "compare")),
        (("-f", "json", "sku", "U80M6E"), "option-after", None),
        (("sku", "--draft"), "option-elsewhere", ("quote",)),
        (("eligible", "--discount", "3"), "option-elsewhere", ("quote", "compare")),
    ],
)
def test_option_out_of_place_is_told_where_it_belongs(arguments, kind, values):
    found = problem(*arguments)
    assert found.kind == kind
    assert values is None or found.values["commands"] == values


@pytest.mark.parametrize(
    ("arguments", "near"),
    [
        (("--contry", "FR", "eligible"), ("--country",)),
        (("--colour", "never", "sku"), ("--color",)),
        (("eligible", "-pcs", "300"), ("--pcs",)),
        (("eligible", "-country", "FR"), ("--country",)),
    ],
)
def test_option_before_the_command_or_with_one_dash_is_known_again(arguments, near):
    assert problem(*arguments).values["near"] == near


@pytest.mark.parametrize(
    ("arguments", "option"),
    [
        (("eligible", "--pcs", "--printers", "3"), "--pcs"),
        (("eligible", "--customer", "--json"), "--customer"),
        (("eligible", "--country", "FR", "--country", "--json"), "--country"),
        (("quote", "-o", "--force"), "--output"),
        (("--data", "--lang", "fr", "sku"), "--data"),
        (("eligible", "--pcs"), "--pcs"),
    ],
)
def test_option_that_took_another_for_its_value_needs_one(arguments, option):
    found = problem(*arguments)
    assert (found.kind, found.values["option"]) == ("no-value", option)


def test_list_with_a_space_is_told_how_to_be_written():
    found = problem("eligible", "--country", "FR,", "BR", "--pcs", "3")
    assert found.kind == "space-in-list"
    assert (found.values["option"], found.values["value"]) == ("--country", "FR,BR")


@pytest.mark.parametrize("text", ["FR,BR", "FR, BR", " FR ,BR", "fr,brazil", "FR,Brésil"])
def test_list_of_places_is_taken_with_spaces_in_quotes_and_by_names(text):
    ran = hp("eligible", "--country", text, "--json")
    assert json.loads(ran.stdout)["request"]["countries"] == ["BR", "FR"]


def test_repeated_option_adds_to_the_list():
    ran = hp("eligible", "--country", "FR", "--country", "BR,DE", "--country=FR", "--json")
    assert json.loads(ran.stdout)["request"]["countries"] == ["BR", "DE", "FR"]


def test_every_wrong_word_is_reported_at_once_with_its_option():
    text = said(
        hp(
            "eligible", "--country", "Frence,Germny,IT", "--headquarters", "Xx",
            "--support-language", "Frensh", "--tier", "acess",
        ),
        2,
    )  # fmt: skip
    assert text.splitlines() == [
        "--country: error: No place is called 'Frence'. Did you mean France (FR)?",
        "--country: error: No place is called 'Germny'. Did you mean Germany (DE)?",
        "--headquarters: error: No place is called 'Xx'. Use an ISO 3166-1 code such as FR, "
        "or the name in English or French.",
        "--support-language: error: No language is called 'Frensh'. Did you mean French (fr)?",
        "--tier: error: No tier is called 'acess'. Did you mean HP Priority Access (access) or "
        "HP Priority Access Plus (access-plus)?",
    ]


def test_wrong_words_are_findings_of_one_error_in_json():
    ran = hp("eligible", "--site", "Frence:1:1", "--site", "Germny:1:1", "--json")
    error = json.loads(ran.stdout)["error"]
    assert (ran.returncode, error["code"], error["message"]) == (
        2,
        "usage",
        "Several words are not known.",
    )
    assert [(each["file"], each["code"]) for each in error["values"]["findings"]] == [
        ("--site", "place-near"),
        ("--site", "place-near"),
    ]


def test_every_wrong_tier_of_a_comparison_is_reported():
    lines = said(hp("compare", "acces-plus", "access", "managment"), 2).splitlines()
    assert [line.partition(". ")[0] for line in lines] == [
        "TIER: error: No tier is called 'acces-plus'",
        "TIER: error: No tier is called 'managment'",
    ]


def test_wrong_tiers_are_told_under_the_word_that_french_help_has_for_them():
    ran = hp("compare", "a", "b", "--lang", "fr")
    assert ran.stderr.startswith(b"NIVEAU: erreur")


def test_wrong_language_of_an_option_is_told_in_that_of_the_environment():
    ran = hp("eligible", "--lang", "xx", HP_PRIORITY_LANG="fr")
    assert ran.stderr.decode().startswith("erreur")


@pytest.mark.parametrize(
    ("word", "near"),
    [("--laptops", "--pcs"), ("--pays", "--country"), ("--24x7", "--around-the-clock")],
)
def test_option_by_another_word_for_it_is_offered(word, near):
    assert f"Did you mean {near}?" in said(hp("eligible", word, "3"), 2)


def test_part_typed_for_a_command_is_sent_to_its_command():
    assert said(hp("U80MBE"), 2) == "error: There is no command 'U80MBE'. Did you mean sku?\n"


def test_place_typed_for_a_command_is_told_where_words_are_looked_up():
    assert "'hp-priority explain WORD' looks a word up." in said(hp("Romania"), 2)


@pytest.mark.parametrize("word", ["AccessPlus", "accessplus", "access+", "Access Plus"])
def test_tier_is_known_in_one_word(word):
    assert hp("eligible", "--pcs", "1200", "--tier", word).returncode == 11


def test_one_wrong_word_is_one_sentence():
    assert said(hp("eligible", "--country", "Frence,IT"), 2) == (
        "error: No place is called 'Frence'. Did you mean France (FR)?\n"
    )


def test_slips_are_told_in_french():
    text = said(hp("--lang", "fr", "eligible", "--contry", "FR"), 2)
    assert text == (
        "erreur\u00a0: Il n’y a pas d’option --contry ici. Vouliez-vous dire --country\u202f?\n"
    )


@pytest.mark.parametrize("options", [["--color", "never"], ["-q"], ["--lang", "fr"], ["-v"]])
def test_global_options_mean_the_same_on_either_side_of_the_command(options):
    before, after = hp(*options, "sku", "U80M6E"), hp("sku", "U80M6E", *options)
    assert before.returncode == 0
    assert (before.stdout, before.stderr) == (after.stdout, after.stderr)


def test_global_option_after_the_command_wins():
    assert hp("--lang", "fr", "sku", "U80M6E", "--lang", "en").stdout.startswith(b"1 part\n")


def test_every_option_that_is_not_there_is_told_at_once():
    ran = hp("eligible", "--24x7", "--languages=fr", "--pc", "300", "--draft", "--customer", "--x")
    assert ran.returncode == 2
    assert ran.stderr.decode().splitlines() == [
        "error: There is no option --24x7 here. Did you mean --around-the-clock?",
        "error: There is no option --languages here. Did you mean --support-language?",
        "error: There is no option --pc here. Did you mean --pcs?",
        "error: --draft is an option of quote, not of this command.",
    ]


def test_option_after_the_command_is_not_told_to_belong_there():
    found = problem("--tier", "access", "eligible", "--pcs", "300")
    assert (found.kind, found.values["word"], found.further) == ("option-after", "--tier", ())


def test_further_wrong_options_stand_in_the_document_too():
    ran = hp("eligible", "--24x7", "--pc", "3", "--json")
    values = json.loads(ran.stdout)["error"]["values"]
    assert values["word"] == "--24x7"
    assert [each["values"]["word"] for each in values["further"]] == ["--pc"]
    assert values["further"][0]["message"].endswith("Did you mean --pcs?")


@pytest.mark.parametrize("second", [["-o", "b.pdf"], ["-ob.pdf"], ["--output=b.pdf"]])
def test_second_file_for_one_answer_is_refused_and_nothing_written(second, tmp_path):
    ran = hp("sku", "U80M6E", "-o", "a.json", *second, cwd=tmp_path)
    assert ran.returncode == 2
    assert "-o was given twice" in ran.stderr.decode()
    assert list(tmp_path.iterdir()) == []


def test_word_for_a_part_of_two_tiers_offers_both():
    text = hp("eligible", "--tier", "Plus").stderr.decode()
    assert "HP Priority Access Plus (access-plus)" in text
    assert "HP Priority Management Plus (management-plus)" in text


def test_word_for_all_devices_offers_both_counts():
    text = hp("eligible", "--devices", "249").stderr.decode()
    assert "Did you mean --pcs or --printers?" in text


@pytest.mark.parametrize("word", ["--price-list", "--prices", "--tarif"])
def test_word_for_a_price_book_offers_it(word):
    assert "Did you mean --price-book?" in hp("quote", word, "x.csv").stderr.decode()


@pytest.mark.parametrize(
    ("phrase", "near"),
    [
        ("France Germany", "Did you mean France (FR) or Germany (DE)?"),
        ("Tcheque Republic", "Czech Republic (CZ)?"),
    ],
)
def test_places_within_a_phrase_are_offered(phrase, near):
    ran = hp("eligible", "--country", phrase)
    assert ran.returncode == 2
    assert near in ran.stderr.decode()


@pytest.mark.parametrize(
    ("arguments", "kind", "named"),
    [
        (["eligible", "--request", ""], "no-file-in-option", "--request"),
        (["eligible", "--data", ""], "no-file-in-option", "--data"),
        (["--data", "", "eligible"], "no-file-in-option", "--data"),
        (["eligible", "--pcs", "9", "-o", ""], "no-file-in-option", "--output"),
        (["verify", ""], "no-file-in-argument", "QUOTE"),
        (["diff", "", ""], "no-file-in-argument", "OLD"),
        (["inventory", ""], "no-file-in-argument", "FILE"),
    ],
)
def test_empty_name_of_a_file_is_told_by_its_option_or_argument(arguments, kind, named):
    found = problem(*arguments)
    assert (found.kind, [*found.values.values()][1:]) == (kind, [named])


def test_argument_without_a_name_is_called_as_the_help_calls_it():
    assert said(hp("--lang", "fr", "render", ""), 2).startswith("erreur\u00a0: DEVIS est vide")


@pytest.mark.parametrize("given", ["FR,", ",FR", "FR,,BE", "FR, ,BE"])
@pytest.mark.parametrize("option", ["--country", "--support-language"])
def test_missing_name_at_a_comma_is_told_as_such(option, given):
    found = problem("eligible", option, given)
    assert (found.kind, found.values["option"], found.values["value"]) == (
        "no-name-at-comma",
        option,
        given,
    )


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        ("2026-02-30", "no-such-day"),
        ("2025-02-29", "no-such-day"),
        ("2026-13-01", "no-such-day"),
        ("30-02-2026", "not-a-date"),
        ("2026-2-3", "not-a-date"),
        ("1899-01-01", "not-a-date"),
    ],
)
def test_day_that_no_calendar_has_is_told_apart_from_a_wrong_form(day, kind):
    assert problem("eligible", "--as-of", day).kind == kind


@pytest.mark.parametrize(
    ("asked", "near"),
    [("missing.yaml", None), ("reqest.yml", "request.yaml"), ("latine.yaml", "latin.yaml")],
)
def test_file_with_nothing_but_its_suffix_in_common_is_not_offered(asked, near, tmp_path):
    for name in ("bin.yaml", "latin.yaml", "request.yaml"):
        (tmp_path / name).touch()
    message = said(hp("eligible", "--request", asked, cwd=tmp_path), 20)
    assert ("Did you mean" in message, f"mean {near}?" in message) == (near is not None,) * 2
