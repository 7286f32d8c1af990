"""The shipped data answer every case that lies beside them, and no fact of them goes unguarded."""

from collections import Counter
from dataclasses import replace

import pytest

from hp_priority_cli import load_catalog
from hp_priority_cli.cases.check import check_cases
from hp_priority_cli.cases.read import files_of_cases, read_cases
from hp_priority_cli.cases.run import run_cases
from hp_priority_cli.catalog.load import shipped_folder
from hp_priority_cli.catalog.records import Way
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.wording import Wording

CATALOG = load_catalog()
READ = read_cases(files_of_cases(str(shipped_folder())), CATALOG)
WORDING = Wording(CATALOG, Phrases("en"))


@pytest.mark.parametrize("case", READ.cases, ids=lambda case: case.name)
def test_shipped_data_answer_the_case(case):
    assert [WORDING.finding(each) for each in run_cases(CATALOG, [case])] == []


def test_every_shipped_case_could_be_read_and_is_run():
    assert READ.findings == []
    checked = check_cases(str(shipped_folder()), CATALOG)
    assert (checked.findings, checked.facts) == ([], {"cases": len(READ.cases)})
    assert len(READ.cases) > 100
    assert len(checked.files) == len(list((shipped_folder() / "cases").iterdir()))


def stated(key):
    """Every word that the cases state under a key of a tier or of a quote."""
    expectations = [e for case in READ.cases for e in (*case.expect.values(), *case.quotes)]
    return Counter(word for each in expectations for word in getattr(each, key, None) or ())


def test_every_notice_is_expected_by_a_case():
    expected = {name.partition(":")[0] for name in stated("notices")}
    assert expected == {each.id for each in CATALOG.tiers_file.notices}


def test_every_reading_of_a_minimum_or_a_place_is_named_and_answered_both_ways():
    answers = {(a.point, a.answer) for case in READ.cases for a in case.request.answers or ()}
    assert set(stated("readings")) == {
        "access-minimum-pools-classes",
        "access-plus-minimum-counts-printers",
        "management-plus-inherits-minimum",
        "guyane-is-guyana",
        "netherlands-antilles-successors",
    }
    assert answers >= {
        ("access-minimum-pools-classes", "yes"),
        ("access-minimum-pools-classes", "no"),
        ("access-plus-minimum-counts-printers", "yes"),
        ("access-plus-minimum-counts-printers", "no"),
        ("management-plus-inherits-minimum", "yes"),
        ("management-plus-inherits-minimum", "accepted"),
        ("management-plus-inherits-minimum", "refused"),
        ("country-name-ambiguous:GY", "yes"),
        ("country-name-ambiguous:GY", "no"),
        ("country-by-succession:CW", "yes"),
        ("country-by-succession:CW", "no"),
        ("country-not-listed:RO", "yes"),
        ("country-not-listed:RO", "no"),
    }


def test_every_question_is_expected_by_a_case():
    asked = {name.partition(":")[0] for name in stated("open_points")}
    assert asked >= {
        "it-desk",
        "whole-base",
        "listed-country",
        "share-of-base",
        "count-taken-as-zero",
        "headquarters",
        "headquarters-not-listed",
        "country-not-listed",
        "country-by-succession",
        "country-name-ambiguous",
        "order-unit",
    }


def test_every_refusal_and_every_part_is_expected_by_a_case():
    quotes = [quote for case in READ.cases for quote in case.quotes]
    refusals = {"not-eligible", "term-not-offered", "no-part-for-term"}
    assert {quote.refused for quote in quotes} == {None, *refusals}
    assert set(stated("parts")) == {part.sku for part in CATALOG.parts}


def failing(**changed):
    """The names of the cases that fail once files of the catalog are others."""
    found = run_cases(replace(CATALOG, **changed), READ.cases)
    return {str(each.values["case"]) for each in found}


def with_minimum(tier_id, ways, **more):
    tiers = tuple(
        replace(tier, minimum=replace(tier.minimum, ways=ways, **more))
        if tier.id == tier_id
        else tier
        for tier in CATALOG.tiers
    )
    return replace(CATALOG.tiers_file, tiers=tiers)


@pytest.mark.parametrize("step", [-1, 1])
@pytest.mark.parametrize(
    ("tier", "n", "key"),
    [
        ("access", 0, "devices"),
        ("access-plus", 0, "devices"),
        ("management", 0, "pcs"),
        ("management", 1, "printers"),
        ("management-plus", 0, "pcs"),
        ("management-plus", 1, "printers"),
    ],
)
def test_no_minimum_can_move_by_one_unnoticed(tier, n, key, step):
    ways = list(CATALOG.tier(tier).minimum.ways)
    figure = getattr(ways[n], key) + step
    ways[n] = Way(**{key: figure})
    assert failing(tiers_file=with_minimum(tier, tuple(ways)))


@pytest.mark.parametrize("tier", ["access", "access-plus", "management-plus"])
def test_no_other_reading_can_be_lost_unnoticed(tier):
    ways = CATALOG.tier(tier).minimum.ways
    assert failing(tiers_file=with_minimum(tier, ways, other_readings=()))


def test_no_part_can_be_lost_unnoticed():
    for part in CATALOG.parts:
        rest = tuple(each for each in CATALOG.parts if each is not part)
        assert failing(skus_file=replace(CATALOG.skus_file, parts=rest)), part.sku


def test_no_place_can_be_lost_unnoticed():
    for place in CATALOG.places:
        regions = tuple(
            replace(region, places=tuple(each for each in region.places if each is not place))
            for region in CATALOG.coverage.regions
        )
        assert failing(coverage=replace(CATALOG.coverage, regions=regions)), place.code


def test_no_language_can_be_lost_unnoticed():
    for language in CATALOG.coverage.languages:
        rest = tuple(each for each in CATALOG.coverage.languages if each is not language)
        assert failing(coverage=replace(CATALOG.coverage, languages=rest)), language.tag
