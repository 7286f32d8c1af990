"""What is wrong in a file of cases: where, what was expected, what was found, and why."""

from pathlib import Path

import pytest

from hp_priority_cli import load_catalog
from hp_priority_cli.cases.check import check_case_file, check_cases
from hp_priority_cli.presentation.documents.error import finding_document
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.readers.yaml import read_yaml

CATALOG = load_catalog()
HEAD = """\
schema: hp-priority/cases@1
customer: {countries: [FR], it_desk: own, whole_base: true}
cases:
"""


def check(text):
    return check_case_file(read_yaml(text, "cases.yaml"), CATALOG)


def said(findings, language="en", catalog=CATALOG):
    """Each finding as `line:column code: message`."""
    wording = Wording(catalog, Phrases(language))
    return [
        f"{each.spot.line}:{each.spot.column} {each.code}: {wording.finding(each)}"
        for each in findings
    ]


def case(customer, *lines):
    """A file with one case, whose expectations begin in line 6."""
    text = f"{HEAD}  - name: Example\n    customer: {{{customer}}}\n"
    return check(text + "".join(f"    {line}\n" for line in lines)).findings


PCS_249 = "installed_base: {pcs: 249, printers: 0}"
PCS_300 = "installed_base: {pcs: 300, printers: 0}"
SHORT = "249 PCs do not meet the minimum of 250 devices, PCs and printers together."


def test_wrong_verdict_says_what_was_found_and_the_condition_with_its_clauses():
    found = case(PCS_249, "expect: {access: {verdict: eligible}}")
    assert said(found) == [
        "6:32 case-differs: Case 'Example': verdict on access: expected eligible, "
        f"found not-eligible. {SHORT} [note-1, prerequisites-3]"
    ]


def test_wrong_verdict_in_french():
    found = case(PCS_249, "expect: {access: {verdict: eligible}}")
    [text] = said(found, "fr")
    assert (
        "Cas «\u00a0Example\u00a0»\u00a0: verdict sur access\u00a0: attendu\u00a0: eligible" in text
    )
    assert "trouvé\u00a0: not-eligible." in text


def test_reason_is_a_record_in_json():
    [finding] = case(PCS_249, "expect: {access: {verdict: eligible}}")
    document = finding_document(finding, Wording(CATALOG, Phrases("en")))
    assert (document["file"], document["line"], document["column"]) == ("cases.yaml", 6, 32)
    values = document["values"]
    assert (values["case"], values["topic"], values["tier"]) == ("Example", "verdict", "access")
    assert (values["expected"], values["found"]) == ("eligible", "not-eligible")
    [condition] = values["because"]
    assert (condition["code"], condition["margin"]) == ("minimum-base", [{"devices": -1}])


def test_reason_about_places_is_said_without_a_catalog_too():
    found = case(f"{PCS_300}, countries: [RO]", "expect: {access: {verdict: eligible}}")
    assert said(found, catalog=None) == [
        "6:32 case-differs: Case 'Example': verdict on access: expected eligible, "
        "found not-eligible. No place is on HP's list: RO. [coverage]"
    ]


@pytest.mark.parametrize(
    ("customer", "expectation", "place", "message"),
    [
        (PCS_300, "waits_for: [hp]", "6:34", "whom access waits for: expected hp, found nothing."),
        (
            PCS_249,
            "ways_in: [{pcs: 2}]",
            "6:32",
            "expected {pcs: 2}, found {pcs: 1}, {printers: 1}.",
        ),
        (PCS_249, "ways_in: []", "6:32", "ways into access: expected nothing, found {pcs: 1}"),
        (
            PCS_300,
            "readings: [bahasa-is-indonesian]",
            "6:34",
            "expected bahasa-is-indonesian, found",
        ),
        (PCS_300, "open_points: [it-desk]", "6:37", "questions on access: expected it-desk, found"),
        (
            f"{PCS_300}, it_desk: null",
            "open_points: []",
            "6:36",
            "expected nothing, found it-desk.",
        ),
        (f"{PCS_300}, it_desk: null", "no_open_points: [it-desk]", "6:40", "it-desk is there and"),
        (
            PCS_300,
            "notices: [displays-not-counted]",
            "6:33",
            "notices on access: expected displays",
        ),
        (
            f"{PCS_300}, languages: [el]",
            "no_notices: [language-not-listed]",
            "6:36",
            "notices on access: language-not-listed is there and should not be.",
        ),
        (
            PCS_300,
            "features: {direct-access: not-included}",
            "6:34",
            "expected {direct-access: not-included}, found {direct-access: included}.",
        ),
    ],
)
def test_tier_that_is_not_as_expected(customer, expectation, place, message):
    [found] = said(case(customer, f"expect: {{access: {{{expectation}}}}}"))
    assert found.startswith(f"{place} case-")
    assert message in found


@pytest.mark.parametrize(
    ("term", "expectation", "message"),
    [
        (3, "parts: {U80M6E: 299}", "parts of access, 3 years: expected {U80M6E: 299}, found {U80M6E: 300}."),
        (3, "parts: {U80M6E: null}", "expected {U80M6E: null}, found {U80M6E: 300}."),
        (3, "status: firm", "status of the quote for access, 3 years: expected firm, found unpriced."),
        (3, "activation_by: 2026-01-31", "expected 2026-01-31, found nothing."),
        (3, "open_points: [order-unit]", "questions on the quote for access, 3 years: expected order-unit"),
        (3, "no_notices: [order-unit-assumed]", "order-unit-assumed is there and should not be."),
        (3, "refused: not-eligible", "refusal of access, 3 years: expected not-eligible, found {U80M6E"),
        (3, "terms: [1]", "terms offered in place of access, 3 years: expected 1, found {U80M6E: 300}."),
        (6, "terms: [1]", "expected a quote, found term-not-offered."),
        (6, "parts: {U80M6E: 300}", "expected {U80M6E: 300}, found term-not-offered."),
        (6, "refused: no-part-for-term", "expected no-part-for-term, found term-not-offered."),
        (6, "refused: term-not-offered, terms: [1]", "expected 1, found 1, 2, 3, 4, 5."),
    ],
)  # fmt: skip
def test_quote_that_is_not_as_expected(term, expectation, message):
    lines = ("quotes:", f"  - {{tier: access, term_years: {term}, {expectation}}}")
    [found] = said(case(PCS_300, *lines))
    assert found.startswith("7:")
    assert message in found


def test_refused_quote_says_why():
    lines = ("quotes:", "  - {tier: access, term_years: 3, parts: {U80M6E: 249}}")
    assert said(case(PCS_249, *lines)) == [
        "7:46 case-differs: Case 'Example': parts of access, 3 years: expected {U80M6E: 249}, "
        f"found not-eligible. {SHORT} [note-1, prerequisites-3]"
    ]


@pytest.mark.parametrize(
    ("line", "place", "word", "near"),
    [
        ("expect: {acess: {verdict: eligible}}", "6:14", "acess", "access"),
        ("expect: {access: {notices: [display-not-counted]}}", "6:33", "display-not-counted", "displays-not-counted"),
        ("expect: {access: {no_notices: ['country-not-listed:RU']}}", "6:36", "RU", None),
        ("expect: {access: {open_points: [it-dsk]}}", "6:37", "it-dsk", "it-desk"),
        ("expect: {access: {readings: [band-is-label]}}", "6:34", "band-is-label", "band-is-a-label"),
        ("expect: {access: {features: {direct-acces: included}}}", "6:34", "direct-acces", "direct-access"),
        ("quotes: [{tier: acces, term_years: 1, refused: not-eligible}]", "6:21", "acces", "access"),
        ("quotes: [{tier: access, term_years: 3, parts: {U8OM6E: 300}}]", "6:52", "U8OM6E", "U80M6E"),
    ],
)  # fmt: skip
def test_word_that_nothing_bears_is_found_before_it_passes_for_kept(line, place, word, near):
    [finding] = case(PCS_300, line)
    [found] = said([finding])
    assert (
        found
        == f"{place} case-word-unknown: Case 'Example' names '{word}', which nothing here is called."
    )
    assert finding.values["near"] == near


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ([], "4:5"),
        (["expect: {}"], "4:5"),
        (["expect: {access: {}}"], "6:14"),
        (["expect: {access: {no_notices: []}}"], "6:14"),
        (["quotes: [{tier: access, term_years: 1}]"], "6:14"),
    ],
)
def test_expectation_of_nothing_could_not_fail(lines, place):
    [found] = said(case(PCS_300, *lines))
    assert found.startswith(f"{place} case-expects-nothing: Case 'Example' expects nothing here")


def test_every_mistake_about_customers_is_told_at_its_place_and_the_rest_is_run():
    found = check(f"""\
{HEAD}  - name: a place of two meanings
    customer: {{countries: [FR, Guyane], installed_base: {{pcs: 300}}}}
    expect: {{access: {{verdict: eligible}}}}
  - name: a number out of range
    customer: {{installed_base: {{pcs: -1}}}}
    expect: {{access: {{verdict: eligible}}}}
  - name: an answer to nothing
    customer: {{answers: [{{point: it-dsk, answer: own}}]}}
    expect: {{access: {{verdict: eligible}}}}
  - name: wrong
    customer: {{{PCS_249}}}
    expect: {{access: {{verdict: eligible}}}}
""")
    assert found.facts == {"cases": 1}
    assert [text.split(": ")[0] for text in said(found.findings)] == [
        "5:32 place-ambiguous",
        "8:38 out-of-range",
        "11:34 point-unknown",
        "15:32 case-differs",
    ]


def test_mistake_in_what_the_cases_share_is_told_once():
    text = HEAD.replace("FR", "Romainia")
    for n in range(3):
        text += f"  - {{name: Example {n}, expect: {{access: {{verdict: eligible}}}}}}\n"
    [found] = said(check(text).findings)
    assert found.startswith("2:24 place-near: ")


def test_key_of_a_case_takes_the_place_of_the_shared_one_and_null_takes_it_back():
    found = check(f"""\
{HEAD}  - name: another desk, no place
    customer: {{installed_base: {{pcs: 300, printers: 0}}, it_desk: partner, countries: null}}
    expect: {{access: {{verdict: conditional, open_points: [listed-country]}}}}
  - name: sites in place of the places that are shared
    customer: {{sites: [{{country: BE, pcs: 300, printers: 0}}]}}
    expect: {{access: {{verdict: eligible, notices: []}}}}
""")
    assert (said(found.findings), found.facts) == ([], {"cases": 2})


def test_answers_may_be_written_as_in_a_request_file():
    text = HEAD + (
        "  - name: HP serves Romania\n"
        "    customer:\n"
        "      installed_base: {pcs: 300, printers: 0}\n"
        "      countries: [RO]\n"
        "      answers: [{point: 'country-not-listed:RO', answer: yes, on: 2026-11-20}]\n"
        "    expect: {access: {verdict: eligible}}\n"
    )
    assert check(text).findings == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("schema: hp-priority/cases@1\ncases: []\n", ["2:8 no-cases"]),
        ("schema: hp-priority/cases@1\n", ["1:1 missing-key"]),
        ("schema: hp-priority/case@1\ncases: []\n", ["1:9 not-a-choice"]),
        (HEAD + "  - {name: x, expects: {}}\n", ["4:15 unknown-key"]),
        (HEAD + "  - {name: x, expect: {access: {verdict: yes}}}\n", ["4:42 not-a-choice", "4:42 trap"]),
        (HEAD + "  - {name: x, customer: {countries: [NO]}}\n", ["4:38 trap"]),
        (HEAD + "  - {name: x, customer: {installed_base: {pcs: many}}}\n", ["4:48 wrong-type"]),
        (HEAD + "  - {name: x, quotes: [{tier: access, years: 3}]}\n", ["4:24 missing-key", "4:39 unknown-key"]),
        ("- 1\n", ["1:1 not-a-mapping"]),
    ],
)  # fmt: skip
def test_file_of_another_shape_is_not_run(text, expected):
    found = check(text)
    assert sorted(each.split(": ")[0] for each in said(found.findings)) == expected
    assert found.facts == {"cases": 0}


def test_two_cases_of_one_name_are_told_apart_across_files(tmp_path):
    (tmp_path / "cases").mkdir()
    for name in ("a", "b"):
        text = f"{HEAD}  - name: Example\n    customer: {{{PCS_300}}}\n"
        text += "    expect: {access: {verdict: eligible}}\n"
        (tmp_path / "cases" / f"{name}.yaml").write_text(text, "utf-8")
    found = check_cases(str(tmp_path), CATALOG)
    [finding] = found.findings
    assert (Path(finding.spot.file).name, finding.spot.line) == ("b.yaml", 4)
    assert finding.code == "case-twice"
    assert finding.values["first"] == f"{tmp_path / 'cases' / 'a.yaml'}:4"
    assert found.facts == {"cases": 2}
    assert [Path(file).name for file in found.files] == ["a.yaml", "b.yaml"]


def test_file_that_is_no_yaml_hides_no_other(tmp_path):
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases/a.yaml").write_text("{", "utf-8")
    (tmp_path / "cases/b.yml").write_text(
        f"{HEAD}  - name: Example\n    customer: {{{PCS_249}}}\n"
        "    expect: {access: {verdict: eligible}}\n",
        "utf-8",
    )
    (tmp_path / "cases/.hidden.yaml").write_text("{", "utf-8")
    (tmp_path / "cases/notes.txt").write_text("{", "utf-8")
    found = check_cases(str(tmp_path), CATALOG)
    assert [each.code for each in found.findings] == ["yaml-syntax", "case-differs"]


def test_folder_without_cases_has_none(tmp_path):
    found = check_cases(str(tmp_path), CATALOG)
    assert (found.findings, dict(found.facts), found.files) == ([], {}, ())


def test_catalog_knows_nothing_of_the_cases_beside_it(tmp_path):
    for name in ("tiers", "skus", "coverage", "source"):
        text = (Path(CATALOG.folder) / f"{name}.yaml").read_text("utf-8")
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    assert load_catalog(tmp_path).sha256 == CATALOG.sha256
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases/broken.yaml").write_text("{", "utf-8")
    assert load_catalog(tmp_path).sha256 == CATALOG.sha256
