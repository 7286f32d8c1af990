"""What the tables say to a person, where it once misled or left out."""

import json
import re
import shutil

import pytest

from hp_priority_cli.catalog.load import shipped_folder
from running import hp, said

ACCEPTED = "management-plus-inherits-minimum=accepted"
FRANCE = ["--country", "FR", "--it-desk", "own", "--whole-base"]


def shown(*arguments, stdin=b""):
    ran = hp(*arguments, stdin=stdin)
    assert ran.stderr == b""
    return " ".join(ran.stdout.decode().split())


def test_each_disputed_tier_has_its_own_question():
    text = shown("eligible", "--pcs", "300", "--printers", "1000", *FRANCE)
    assert "Do printers count for Access Plus?" in text
    assert "Management Plus: is Management's minimum enough, or does HP decide?" in text


def test_reading_is_a_way_out_only_where_it_opens_the_tier():
    words = "or if HP accepts --answer management-plus-inherits-minimum=accepted"
    assert words in shown("eligible", "--pcs", "300", *FRANCE)
    nowhere = ["--country", "RO", "--it-desk", "own", "--whole-base"]
    assert words not in shown("eligible", "--pcs", "300", *nowhere)
    assert words not in shown("eligible", "--pcs", "300", "--country", "FR", "--it-desk", "none")
    text = shown("eligible", "--pcs", "3", "--country", "GF", "--it-desk", "own")
    assert words not in text  # one answer would not do
    assert "Or if HP serves French Guiana (GF): --answer country-not-listed:GF=yes" in text


def test_place_that_is_not_listed_says_what_is_left_tier_by_tier():
    sites = ["--site", "FR:800:0", "--site", "RO:4000:100", "--it-desk", "own", "--whole-base"]
    text = shown("eligible", *sites)
    assert "4,000 PCs and 100 printers there." in text
    assert "If not: Access eligible, Access Plus not eligible." in text


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "Does HP serve Romania (RO)? 1 PC there. If not: Access conditional."),
        ("fr", "Roumanie (RO)\u202f? 1 PC sur place. Sinon, Access conditionnel."),
    ],
)
def test_question_about_one_device_agrees_with_it(language, question):
    text = hp("--lang", language, "eligible", "--site", "RO:1:0", "--site", "FR:900:30").stdout
    assert question in " ".join(
        part for part in text.decode().replace("\n", " ").split(" ") if part
    )


def test_answers_that_one_person_gave_stand_in_one_sentence():
    answers = ["management-plus-inherits-minimum=yes", "country-not-listed:RO=yes"]
    options = [word for each in answers for word in ("--answer", each)]
    text = shown("eligible", "--pcs", "6000", *FRANCE, "--country", "RO", *options)
    assert "HP serves Romania (RO); minimum of HP Priority Management Plus as adopted:" in text


def test_count_left_out_at_one_site_is_said_of_that_site():
    request = b'{"sites": [{"country": "FR", "pcs": 800}, {"country": "DE", "printers": 20}]}'
    text = shown("eligible", "--request", "-", stdin=request)
    assert "No number of PCs was stated for Germany (DE): counted as 0 there." in text
    assert "No number of printers was stated for France (FR): counted as 0 there." in text


def test_next_step_is_the_tier_asked_for_else_the_highest_that_is_sure():
    sure = shown("eligible", "--pcs", "6000", *FRANCE)
    assert sure.endswith("--tier management")
    asked = shown("eligible", "--pcs", "6000", *FRANCE, "--tier", "access")
    assert asked.endswith("--tier access")


def test_question_that_decides_nothing_stands_apart():
    text = hp("quote", "--pcs", "6000", *FRANCE, "--tier", "management", "--years", "3").stdout
    lines = text.decode().splitlines()
    (asked,) = [line for line in lines if line.startswith("Customer?")]
    assert asked.startswith("Customer?  Also: In which country is the head office?")


def test_wishes_of_the_customer_are_repeated():
    text = shown(
        "eligible", "--support-language", "fr", "--around-the-clock", "--headquarters", "DE"
    )
    assert "head office in Germany (DE); French (fr); help at any hour" in text


def test_sheet_of_later_days_is_not_called_young():
    assert "the day asked about is 52 months before it" in shown(
        "eligible", "--as-of", "2020-01-15"
    )


def test_parts_that_do_not_exist_are_told_apart():
    def said(*words):
        return hp("sku", *words).stderr.decode()

    assert "The list has no part for that." in said(
        "--tier", "management", "--device", "printer", "--years", "2"
    )
    assert "No part fits all of that." in said("U80M6E", "--years", "2")
    assert "No part is described by xxx." in said("U80M6E", "XXX")
    assert "Did you mean management?" in said("manegement")
    assert "A word is empty." in said("")
    assert shown("sku", "U80 M6E") == shown("sku", " u80m6e ") == shown("sku", "U80M6E")
    assert "2 parts" in shown("sku", "U80MBE,U80M8E")


def test_csv_keeps_limits_and_reserves():
    rows = hp("compare", "access", "management", "--country", "BR,JM", "-f", "csv").stdout.decode()
    assert "not-included,included,BR=unavailable;JM=unconfirmed,table-3" in rows
    asked = [
        "quote",
        "--pcs",
        "9",
        *FRANCE,
        "--tier",
        "access",
        "--years",
        "3",
        "--draft",
        "-f",
        "csv",
    ]
    header, line = hp(*asked).stdout.decode().splitlines()
    assert header.endswith("fails,open_points,notices")
    assert line.endswith(
        "no-price-book,minimum-base,,count-taken-as-zero;base-under-band;order-unit-assumed"
    )


def test_data_without_a_clause_are_refused(tmp_path):
    data = tmp_path / "data"
    shutil.copytree(shipped_folder(), data)
    text = (data / "tiers.yaml").read_text("utf-8")
    (data / "tiers.yaml").write_text(text.replace("[note-2, prerequisites-4]", "[]"), "utf-8")
    ran = hp("sku", "--data", str(data))
    assert ran.returncode == 21
    assert b"Nothing is cited here." in ran.stderr


def test_malay_and_indonesian_stay_apart():
    document = json.loads(hp("eligible", "--support-language", "Malay", "--json").stdout)
    assert document["request"]["languages"] == ["ms"]


def test_french_is_chosen_by_option_variable_or_locale():
    for arguments, more in (
        (["--lang", "fr", "sku", "U80M6E"], {}),
        (["sku", "U80M6E", "--lang", "fr"], {"HP_PRIORITY_LANG": "en"}),
        (["sku", "U80M6E"], {"HP_PRIORITY_LANG": "fr"}),
        (["sku", "U80M6E"], {"LC_ALL": "fr_FR.UTF-8"}),
    ):
        assert hp(*arguments, **more).stdout.decode().startswith("1 référence")
    assert hp("sku", "U80M6E", LANG="de_DE.UTF-8").stdout.startswith(b"1 part")
    assert hp("sku", "U80M6E", "--lang", "xx").returncode == 2


def test_json_is_the_same_in_both_languages_but_for_sentences():
    # The seal of a quote is over its sentences as well.
    sentences = {"message", "question", "remedy", "name", "description", "label", "seal"}

    def codes(value):
        if isinstance(value, dict):
            return {key: codes(each) for key, each in value.items() if key not in sentences}
        return [codes(each) for each in value] if isinstance(value, list) else value

    for asked in (
        ["eligible", "--pcs", "700", "--printers", "400", "--country", "FR,RO,GY"],
        ["quote", "--pcs", "6000", *FRANCE, "--tier", "management-plus", "--years", "3"],
        ["compare", "access-plus", "management", "--country", "BR"],
        ["sku"],
        ["explain", "GY"],
    ):
        english = json.loads(hp(*asked, "--json", "--lang", "en").stdout)
        french = json.loads(hp(*asked, "--json", "--lang", "fr").stdout)
        assert codes(english) == codes(french)
        assert english != french


def test_saved_answer_is_taken_for_its_request_and_options_win(tmp_path):
    asked = ["quote", "--pcs", "300", *FRANCE, "--tier", "access", "--years", "3"]
    hp(*asked, "-o", "q.json", cwd=tmp_path)
    again = json.loads(hp("quote", "--request", "q.json", "--json", cwd=tmp_path).stdout)
    first = json.loads((tmp_path / "q.json").read_bytes())
    assert [each["file"] for each in again["files"] if each["kind"] == "request"] == ["q.json"]
    assert {**again, "files": None, "seal": None} == {**first, "files": None, "seal": None}
    longer = json.loads(
        hp("quote", "--request", "q.json", "--years", "5", "--json", cwd=tmp_path).stdout
    )
    assert [line["sku"] for line in longer["lines"]] == ["U80M2E"]
    broken = (tmp_path / "q.json").read_text("utf-8").replace('"pcs": 300', '"pcs": -3', 1)
    (tmp_path / "q.json").write_text(broken, "utf-8")
    ran = hp("quote", "--request", "q.json", cwd=tmp_path)
    line = 1 + broken[: broken.index('"pcs": -3')].count("\n")
    assert (ran.returncode, f"q.json:{line}:" in ran.stderr.decode()) == (20, True)


def test_day_comes_from_the_option_then_the_request_then_the_variable():
    def judged_on(*options, stdin=b"{}", **more):
        ran = hp("eligible", "--request", "-", *options, "--json", stdin=stdin, **more)
        return json.loads(ran.stdout)["as_of"]

    request = b'{"as_of": "2026-06-01"}'
    assert judged_on(HP_PRIORITY_AS_OF="2026-07-01") == "2026-07-01"
    assert judged_on(stdin=request, HP_PRIORITY_AS_OF="2026-07-01") == "2026-06-01"
    assert judged_on("--as-of", "2026-08-01", stdin=request) == "2026-08-01"
    assert hp("eligible", HP_PRIORITY_AS_OF="tomorrow").returncode == 2


def test_question_about_several_places_is_asked_once():
    text = shown("eligible", "--pcs", "300", "--country", "FR,RO,UA", "--it-desk", "own")
    question = (
        "HP? Does HP serve Romania (RO) and Ukraine (UA)? --answer country-not-listed:RO,UA=yes|no"
    )
    assert question in text
    assert text.count("Does HP serve") == 1


def test_what_a_step_loses_is_named_though_the_last_tier_hides_it():
    text = shown("compare")
    loss = "Access Plus to Management loses Dedicated remote support agent"
    lost = f"On the way {loss} (Dedicated support manager takes over)"
    assert f"Losses none between Access and Management Plus {lost}" in text


def test_feature_that_no_place_of_the_customer_gets_is_no_plain_yes():
    lines = hp("compare", "access-plus", "management", "--country", "BR").stdout.decode()
    assert "12  Priority repairs                no           not in BR" in lines
    lines = hp("compare", "access-plus", "management", "--country", "BR,FR,JM").stdout.decode()
    assert "yes, not in BR; JM to confirm" in lines
    assert "Priority parts (not in BR; JM to confirm)" in " ".join(lines.split())


def test_features_in_which_the_tiers_agree_are_named_apart():
    text = shown("compare", "access-plus", "management")
    assert "In both Global support agents; Global experience; Direct access;" in text
    assert "In neither Dedicated technical expert;" in text
    assert "1 Global support agents" not in text


def test_every_condition_is_shown_with_verbose_what_tiers_share_once():
    text = " ".join(hp("eligible", "--pcs", "300", *FRANCE, "-v").stdout.decode().split())
    assert text.count("Minimum base") == 4
    assert text.count("IT support desk met.") == 1
    assert "Every tier IT support desk met." in text
    assert text.count("Whole base met.") == text.count("Listed place met.") == 1


def test_any_one_question_of_a_saved_request_can_be_answered_by_itself(tmp_path):
    asked = ["eligible", "--pcs", "700", "--printers", "400", "--country", "FR,RO"]
    assert hp(*asked, "--save-request", "r.yaml", cwd=tmp_path).returncode == 0
    text = (tmp_path / "r.yaml").read_text("utf-8")
    point = "# - point: access-plus-minimum-counts-printers\n#   answer: yes | no\n"
    assert point in text
    answered = text.replace(point, "- point: access-plus-minimum-counts-printers\n  answer: yes\n")
    (tmp_path / "r.yaml").write_text(answered, "utf-8")
    ran = hp("eligible", "--request", "r.yaml", "--json", cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, b"")
    [answer] = json.loads(ran.stdout)["request"]["answers"]
    assert (answer["point"], answer["answer"]) == ("access-plus-minimum-counts-printers", "yes")


def test_saved_request_quotes_what_other_readers_misread(tmp_path):
    asked = ["eligible", "--pcs", "1", "--country", "NO", "--reference", "1E5"]
    assert hp(*asked, "--save-request", "r.yaml", cwd=tmp_path).returncode == 0
    assert hp("eligible", "--request", "r.yaml", cwd=tmp_path).stderr == b""
    assert hp("check", "--strict", "r.yaml", cwd=tmp_path).returncode == 0


def test_wrong_use_saves_no_request_and_a_plain_no_does(tmp_path):
    asked = ["eligible", "--pcs", "3", "--country", "FR", "--save-request", "r.yaml"]
    assert hp(*asked, "--what-if", "foo=1", cwd=tmp_path).returncode == 2
    assert list(tmp_path.iterdir()) == []
    refused = hp("quote", *asked[1:], "--tier", "access", "--years", "1", cwd=tmp_path)
    assert refused.returncode == 10
    assert (tmp_path / "r.yaml").is_file()
    assert hp(*asked, cwd=tmp_path).returncode == 2
    assert "ends in .yaml or .yml" in hp(*asked[:-1], "r.json", cwd=tmp_path).stderr.decode()


def test_question_how_parts_are_ordered_is_saved_with_the_others(tmp_path):
    asked = ["quote", "--pcs", "6000", "--country", "FR", "--tier", "management-plus"]
    hp(*asked, "--years", "3", "--save-request", "r.yaml", cwd=tmp_path)
    assert "# order_unit: device | contract\n" in (tmp_path / "r.yaml").read_text("utf-8")


def test_what_hp_would_have_to_say_stands_among_the_ways_in():
    text = shown("eligible", "--pcs", "300", "--country", "RO", "--it-desk", "own")
    assert "Or if HP serves Romania (RO): --answer country-not-listed:RO=yes" in text
    text = shown("eligible", "--pcs", "300", *FRANCE)
    accepted = "--answer management-plus-inherits-minimum=accepted"
    assert f"Management Plus: or if HP accepts {accepted}" in text
    taken = hp("eligible", "--pcs", "300", *FRANCE, *accepted.split(), "--tier", "management-plus")
    assert taken.returncode == 0


def test_next_command_is_one_that_works():
    base = ["--pcs", "5000", "--printers", "200", *FRANCE]
    text = shown("quote", *base, "--years", "2")
    assert "--years 2" in text


def test_how_a_printed_name_is_read_is_no_word_on_where_hp_serves():
    answer = ["--answer", "country-name-ambiguous:GY=no"]
    text = shown("eligible", "--pcs", "300", "--country", "FR,GY", *answer)
    assert "HP's list does not mean Guyana (GY): confirmed by" in text


def test_supposition_that_contradicts_itself_is_refused():
    ran = hp("eligible", "--pcs", "700", "--what-if", "pcs=5000,pcs=10")
    assert ran.returncode == 2
    assert "'pcs' stands twice" in ran.stderr.decode()


def test_wrong_option_of_a_batch_is_wrong_use_and_no_fault_of_its_lines():
    line = b'{"installed_base": {"pcs": 300}}\n'
    ran = hp("eligible", "--batch", "-", "--country", "XX", stdin=line * 3)
    assert (ran.returncode, ran.stdout) == (2, b"")


def test_bases_of_a_million_still_fit_the_table():
    ran = hp("eligible", "--pcs", "1000000", "--printers", "1000000", "--country", "FR,RO")
    assert "Access           conditional  250 devices        2,000,000" in ran.stdout.decode()


def test_quote_saved_with_questions_that_decide_says_so(tmp_path):
    quote = ["quote", "--pcs", "300", "--country", "FR", "--tier", "access", "--years", "3"]
    ran = hp(*quote, "-o", "q.json", cwd=tmp_path)
    assert ran.stderr.decode() == "q.json: a conditional quote, whose open questions decide.\n"
    assert hp(*quote, "-o", "quiet.json", "-q", cwd=tmp_path).stderr == b""
    settled = ["--it-desk", "own", "--whole-base"]
    assert hp(*quote, *settled, "-o", "settled.json", cwd=tmp_path).stderr == b""


def test_tier_of_a_saved_request_can_be_widened_to_all(tmp_path):
    asked = ["eligible", "--pcs", "300", *FRANCE, "--tier", "access"]
    assert hp(*asked, "--save-request", "r.yaml", cwd=tmp_path).returncode == 0
    ran = hp("eligible", "--request", "r.yaml", "--tier", "all", "--json", cwd=tmp_path)
    assert (ran.returncode, len(json.loads(ran.stdout)["tiers"])) == (0, 4)
    [line] = [json.dumps(json.loads(ran.stdout)["request"] | {"tier": "access"})]
    ran = hp("eligible", "--batch", "-", "--tier", "all", stdin=line.encode())
    assert (ran.returncode, len(json.loads(ran.stdout)["tiers"])) == (0, 4)


def test_acceptance_saved_with_a_request_is_of_its_base(tmp_path):
    asked = ["eligible", "--pcs", "300", *FRANCE, "--answer", ACCEPTED, "--answered-by", "X"]
    assert hp(*asked, "--save-request", "r.yaml", cwd=tmp_path).returncode == 0
    plus = ["--tier", "management-plus"]
    assert hp("eligible", "--request", "r.yaml", *plus, cwd=tmp_path).returncode == 0
    other = hp("eligible", "--request", "r.yaml", "--pcs", "10", *plus, cwd=tmp_path)
    assert other.returncode == 10
    assert "was on 300 PCs: on another base the question is open again" in other.stderr.decode()
    assert "confirmed by" not in other.stdout.decode()


def test_base_of_a_file_without_it_is_the_base_of_the_file(tmp_path):
    (tmp_path / "r.yaml").write_text(
        "installed_base: {pcs: 300}\ncountries: [FR]\nit_desk: own\nwhole_base: true\n"
        "answers:\n- {point: management-plus-inherits-minimum, answer: accepted}\n"
    )
    plus = ["--request", "r.yaml", "--tier", "management-plus"]
    assert hp("eligible", *plus, cwd=tmp_path).returncode == 0
    assert hp("eligible", *plus, "--pcs", "301", cwd=tmp_path).returncode == 10


def test_supposed_base_and_acceptance_belong_together():
    asked = ["eligible", "--pcs", "6000", "--printers", "100", *FRANCE, "--what-if"]
    ran = hp(*asked, f"pcs=6100,{ACCEPTED}", "--json")
    [other] = json.loads(ran.stdout)["suppositions"]
    assert other["highest_eligible"] == "management-plus"


TWO_PLACES = ["--pcs", "700", "--country", "FR,RO,UA", "--it-desk", "own", "--whole-base"]


def recorded(*arguments):
    ran = hp(*arguments, "--json")
    assert (ran.returncode, ran.stderr) == (0, b"")
    return json.loads(ran.stdout)


@pytest.mark.parametrize("places", ["RO,UA", "Romania, Ukraine", "ua,Roumanie"])
def test_one_answer_closes_the_points_of_several_places(places):
    answer = f"country-not-listed:{places}=yes"
    found = recorded("eligible", *TWO_PLACES, "--answer", answer)
    said = {each["point"]: each["answer"] for each in found["request"]["answers"]}
    assert said == {"country-not-listed:RO": "yes", "country-not-listed:UA": "yes"}
    assert found["tiers"][0]["verdict"] == "eligible"


def test_supposed_answer_may_be_about_several_places():
    supposed = "country-not-listed:RO,UA=yes,pcs=5000"
    [other] = recorded("eligible", *TWO_PLACES, "--what-if", supposed)["suppositions"]
    assert len(other["request"]["answers"]) == 2
    assert other["request"]["installed_base"]["pcs"] == 5000


def test_answer_of_options_about_several_places_is_idle_on_no_line():
    line = b'{"installed_base": {"pcs": 300}, "countries": ["FR"]}\n'
    answer = ["--answer", "country-not-listed:Romania,UA=yes"]
    assert hp("eligible", "--batch", "-", *answer, stdin=line).stderr == b""


@pytest.mark.parametrize("place", ["RO", "Romania", "roumanie"])
def test_place_named_for_a_point_is_told_the_point_about_it(place):
    ran = hp("eligible", *TWO_PLACES, "--answer", f"{place}=yes")
    assert ran.returncode == 2
    assert ran.stderr.decode() == (
        f"error: No open point is called '{place}'.\nDid you mean country-not-listed:RO?\n"
    )


def test_answer_of_a_later_day_is_refused_from_options_and_files(tmp_path):
    answer = ["--answer", "it-desk=own", "--answered-on"]
    assert hp("eligible", "--pcs", "300", *answer, "2026-11-24").returncode == 0
    late = hp("eligible", "--pcs", "300", *answer, "2026-11-25")
    assert late.returncode == 2
    assert late.stderr.decode().startswith(
        "error: --answered-on is 25 November 2026, after 24 November 2026, the day that is judged."
    )
    request = (
        "installed_base: {pcs: 300}\nanswers: [{point: it-desk, answer: own, on: 2026-11-25}]\n"
    )
    (tmp_path / "r.yaml").write_text(request)
    late = hp("eligible", "--request", "r.yaml", cwd=tmp_path)
    assert (late.returncode, late.stderr.decode().partition(" error")[0]) == (20, "r.yaml:2:45:")
    judged = hp("eligible", "--request", "r.yaml", "--as-of", "2026-11-25", cwd=tmp_path)
    assert judged.returncode == 0


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ([], "confirmed by HP, name and day not recorded."),
        (["--answered-by", "Ms Example"], "confirmed by Ms Example (HP), on a day not recorded."),
        (["--answered-on", "2026-06-01"], "confirmed by HP, on 1 June 2026, name not recorded."),
    ],
)
def test_what_is_not_on_record_of_a_word_of_hp_is_said(more, said):
    stated = [*"--pcs 300 --country RO,FR --it-desk own --whole-base --as-of 2026-06-02".split()]
    answer = ["--answer", "country-not-listed:RO=yes", *more]
    shown = hp("eligible", *stated, *answer).stdout.decode()
    assert said in " ".join(shown.split())


def test_draft_of_a_base_that_is_short_says_what_is_missing_and_no_comfort():
    stated = "--pcs 240 --country FR --it-desk own --whole-base --tier access --years 3".split()
    shown = " ".join(hp("quote", *stated, "--draft").stdout.decode().split())
    assert "10 more PCs or 10 more printers" in shown
    assert "no minimum" not in shown


def test_hours_asked_for_are_answered_before_other_wishes():
    stated = "--pcs 300 --country FR --around-the-clock --support-language ms,fr".split()
    shown = " ".join(hp("eligible", *stated).stdout.decode().split())
    assert "Note Live help at any hour is in English only" in shown


def test_word_of_a_point_finds_the_points_that_hold_it():
    ran = hp("eligible", "--pcs", "300", "--answer", "printers=yes")
    assert ran.returncode == 2
    said = ran.stderr.decode()
    assert "access-plus-minimum-counts-printers" in said
    assert "it-desk" not in said


def test_refusal_that_a_word_of_hp_would_turn_gives_the_option_that_records_it():
    stated = "--pcs 100 --country FR --it-desk own --whole-base --years 3".split()
    refused = hp("quote", *stated, "--tier", "management-plus").stderr.decode()
    option = "--answer management-plus-inherits-minimum=accepted"
    assert f"or if HP says so: {option}" in refused
    assert hp("quote", *stated, "--tier", "management-plus", *option.split()).returncode == 0


def test_gain_that_none_of_the_places_gets_is_no_gain():
    step = ["compare", "access-plus", "management", "--country"]
    none, some = (hp(*step, places).stdout.decode() for places in ("BR,MX", "BR,FR"))
    gains = [text.split("Gains")[1].split("Not stated")[0] for text in (none, some)]
    assert ["Priority repairs" in each for each in gains] == [False, True]
    assert "Priority repairs and Priority parts: not available" in " ".join(none.split())


def test_term_that_nobody_sells_is_told_those_that_are_sold():
    ran = hp("sku", "printer", "6", "years")
    assert ran.returncode == 10
    assert "Terms sold, in years: 1, 2, 3, 4 or 5." in ran.stderr.decode()


def test_answer_on_another_base_is_told_where_the_question_stands(tmp_path):
    stated = ["--pcs", "6200", "--printers", "180", *FRANCE]
    word = "--answer management-plus-inherits-minimum=accepted --answer-reference MAIL-7".split()
    said = [*word, "--answered-by", "E. Example (fictional)", "--answered-on", "2026-11-20"]
    hp("eligible", *stated, *said, "--save-request", "call.yaml", cwd=tmp_path)
    for command in (
        ["eligible"],
        ["quote"],
        ["quote", "--tier", "management-plus", "--years", "3"],
    ):
        text = hp(*command, "--request", "call.yaml", "--pcs", "5900", cwd=tmp_path).stdout.decode()
        told = " ".join(text.split())
        assert "Lapsed HP accepts this base for HP Priority Management Plus: said of 6,200" in told
        assert "PCs and 180 printers, to be asked again." in told
    made = ["quote", "--request", "call.yaml", "--pcs", "5900", "--tier", "access", "--years", "3"]
    assert b"Lapsed" not in hp(*made, "-f", "markdown", cwd=tmp_path).stdout


def test_request_of_a_customer_who_gets_nothing_keeps_the_questions(tmp_path):
    stated = "--pcs 180 --country GY,CW --it-desk none --save-request call.yaml".split()
    assert hp("eligible", *stated, cwd=tmp_path).returncode == 0
    kept = (tmp_path / "call.yaml").read_text("utf-8")
    for line in (
        "# whole_base: true | false",
        "# - point: country-by-succession:CW",
        "# - point: country-name-ambiguous:GY",
    ):
        assert f"{line}\n" in kept
    assert "headquarters" not in kept


def test_refusal_asks_for_the_count_that_could_turn_it():
    ran = hp("quote", "--pcs", "249", "--country", "FR", "--tier", "access", "--years", "3")
    assert ran.returncode == 10
    assert "  - How many printers under valid cover?  --printers N\n" in ran.stderr.decode()
    every = hp("eligible", "--pcs", "249", "--country", "FR").stdout.decode()
    assert "no tier on what was stated; the question below may change that" in every
    asked = hp("eligible", "--pcs", "249", "--printers", "0", "--country", "FR").stdout.decode()
    assert "In reach  no tier\n" in asked


@pytest.mark.parametrize(
    "stated", ["--pcs 6000", "--pcs 6000 --country FR", "--pcs 6000 --country FR --headquarters RO"]
)
def test_option_shown_with_a_question_is_refused_as_long_as_it_is_not_filled_in(stated):
    shown = hp("eligible", *stated.split(), COLUMNS="200").stdout.decode()
    options = re.findall(r"--(?:country|headquarters|answer) \S*(?:XX|=)$", shown, re.MULTILINE)
    assert options != []
    for option in options:
        assert hp("eligible", *stated.split(), *option.split()).returncode == 2


def test_question_of_a_saved_request_is_refused_as_long_as_it_is_not_filled_in(tmp_path):
    hp("eligible", "--pcs", "6000", "--save-request", "r.yaml", cwd=tmp_path)
    saved = (tmp_path / "r.yaml").read_text("utf-8")
    questions = [line for line in saved.splitlines() if line.endswith(("XX", "XX]"))]
    assert questions == ["# countries: [XX, XX]", "# headquarters: XX"]
    for question in questions:
        (tmp_path / "s.yaml").write_text(saved.replace(question, question[2:]), "utf-8")
        ran = hp("eligible", "--request", "s.yaml", cwd=tmp_path)
        assert (ran.returncode, "'XX'" in ran.stderr.decode()) == (20, True)


def test_acceptance_recorded_while_no_device_was_stated_accepts_none_later(tmp_path):
    said = [*FRANCE, "--answer", ACCEPTED, "--answered-by", "HP", "--save-request", "r.yaml"]
    ran = hp("eligible", *said, "--tier", "management-plus", cwd=tmp_path)
    assert ran.returncode == 10
    assert "was on 0 PCs and 0 printers" in ran.stderr.decode()
    later = ["--request", "r.yaml", "--pcs", "10", "--tier", "management-plus"]
    assert hp("eligible", *later, cwd=tmp_path).returncode == 10
    now = ["--answer", ACCEPTED, *later]
    assert hp("eligible", *now, cwd=tmp_path).returncode == 0


def test_answer_on_a_minimum_that_nobody_disputes_says_so():
    options = ["--pcs", "6000", "--tier", "management", "--answer", "minimum-base=yes"]
    assert said(hp("eligible", *options), 2).startswith(
        "error: The minimum of HP Priority Management is not in dispute"
    )


def test_two_people_cannot_answer_in_one_command(tmp_path):
    first = ["--answer", "country-not-listed:RO=yes", "--answered-by", "J. Roe (fictional)"]
    second = ["--answer", "country-not-listed:UA=yes", "--answered-by=K. Doe (fictional)"]
    stated = ["--pcs", "300", "--country", "FR,RO,UA"]
    ran = hp("eligible", *stated, *first, *second)
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert "--answered-by stands twice" in ran.stderr.decode()
    hp("eligible", *stated, *first, "--save-request", "r.yaml", cwd=tmp_path)
    found = hp("eligible", "--request", "r.yaml", *second, "--json", cwd=tmp_path)
    answers = json.loads(found.stdout)["request"]["answers"]
    assert [each["by"] for each in answers] == ["J. Roe (fictional)", "K. Doe (fictional)"]


@pytest.mark.parametrize(("answer", "code"), [("yes", 2), ("No", 2), ("Europe", 0), ("Vienna", 0)])
def test_place_of_a_manager_is_no_yes(answer, code):
    stated = ["--pcs", "6000", "--country", "FR", "--headquarters", "RO"]
    ran = hp("eligible", *stated, "--answer", f"headquarters-not-listed:RO={answer}")
    assert ran.returncode == code


def test_acceptance_is_not_asked_for_where_there_is_no_device():
    assert "if HP accepts" not in shown("eligible", *FRANCE)
    assert "if HP accepts" in shown("eligible", "--pcs", "1", *FRANCE)


def test_acceptance_in_a_file_without_a_base_is_of_none_whatever_is_stated_on_top(tmp_path):
    text = "countries: [FR]\nit_desk: own\nwhole_base: true\nanswers:\n"
    (tmp_path / "r.yaml").write_text(text + f"- {{point: {ACCEPTED.replace('=', ', answer: ')}}}\n")
    asked = ["eligible", "--request", "r.yaml", "--tier", "management-plus"]
    assert hp(*asked, "--pcs", "400", cwd=tmp_path).returncode == 10
    supposed = hp(*asked, "--what-if", "pcs=400", cwd=tmp_path).stdout.decode()
    assert "No verdict changes" in supposed
