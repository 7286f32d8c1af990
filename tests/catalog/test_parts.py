"""Finding parts: by words in either language, by use, by a number that is nearly right; gaps."""

import pytest

from customers import CATALOG
from hp_priority_cli.catalog.parts import (
    find_gaps,
    looks_like_number,
    near_words,
    parts_for,
    parts_with_words,
    suggest_parts,
    unknown_words,
)


def suggested(wanted, limit=4):
    return [part.sku for part in suggest_parts(CATALOG, wanted, limit)]


@pytest.mark.parametrize(
    ("wanted", "first"),
    [
        ("U8OM6E", "U80M6E"),
        ("UB0M6E", "U80M6E"),
        ("U80MOE", "U80M0E"),
        ("U80MZE", "U80M2E"),
        ("U80MIE", "U80M1E"),
        ("U80MSE", "U80M5E"),
        ("U1PBIE", "U1PB1E"),
        ("UIPB2E", "U1PB2E"),
        ("U9D86E", "U9DB6E"),
        ("U42X6E", "U4ZX6E"),
        ("u80m6e", "U80M6E"),
        ("  u62gqe ", "U62G2E"),
    ],
)
def test_a_look_alike_is_offered_first(wanted, first):
    assert suggested(wanted)[0] == first


@pytest.mark.parametrize("wanted", ["U80MBE", "U80M8E"])
def test_two_parts_that_look_alike_are_offered_together(wanted):
    assert suggested(wanted)[:2] == ["U80MBE", "U80M8E"]
    assert CATALOG.part("U80MBE") != CATALOG.part("U80M8E")


@pytest.mark.parametrize(
    ("wanted", "among"),
    [
        ("U80M6", "U80M6E"),
        ("80M6E", "U80M6E"),
        ("U80M6EE", "U80M6E"),
        ("U08M6E", "U80M6E"),
        ("U62GF3E", "U62G3E"),
        ("U64FGE", "U64GFE"),
        ("U64GE", "U64GFE"),
        ("U9DC7E", "U9DB7E"),
    ],
)
def test_a_character_missing_added_changed_or_swapped_is_forgiven(wanted, among):
    assert suggested(wanted)[0] == among


@pytest.mark.parametrize("wanted", ["", "XXXXXX", "U80", "U80M6EEEE", "CF259A", "U8", "U62XXX"])
def test_nothing_is_offered_for_what_is_far_from_every_number(wanted):
    assert suggested(wanted) == []


def test_two_neighbours_swapped_are_one_slip():
    assert suggested("U625GE") == ["U62G5E", "U62G2E", "U62G3E", "U62G4E"]
    assert suggested("6U2G5E")[0] == "U62G5E"
    assert suggested("U62G5E"[::-1]) == []


@pytest.mark.parametrize("wanted", ["U64GFEXX", "U64G", "4GFE", "XU64GFEX"])
def test_two_characters_missing_or_added_are_two_slips(wanted):
    assert suggested(wanted)[0] == "U64GFE"


@pytest.mark.parametrize("wanted", ["U64GFEXXX", "U6E", "XXU64GFEX", "UXXXFE"])
def test_three_slips_are_one_too_many(wanted):
    assert suggested(wanted) == []


def test_four_parts_are_offered_at_most():
    assert len(suggest_parts(CATALOG, "U80M6")) == 4


def test_one_slip_is_offered_before_two():
    assert suggested("U62GXE", 5) == ["U62G2E", "U62G3E", "U62G4E", "U62G5E", "U64GFE"]
    assert suggested("U64GF3", 9)[0] == "U64GFE"
    assert len(suggested("U80M6E", 2)) == 2


@pytest.mark.parametrize(
    "wanted", ["U8OM6E", "u80m6e", " U80M6E", "U80M6", "U80M6EE", "U80MXE", ""]
)
def test_a_number_that_is_merely_near_is_no_part(wanted):
    assert CATALOG.part(wanted) is None


def test_a_number_mixes_letters_and_digits():
    assert [w for w in ("U80M6E", "u80m6", "A4", "ab12", "3000", "pc", "U80-M6E", "imprimante")
            if looks_like_number(w)] == ["U80M6E", "u80m6", "ab12"]  # fmt: skip


PC_MANAGEMENT = ["U80M7E", "U80M0E", "U80M8E", "U80M3E", "U80M4E"]
MANAGEMENT_PLUS = ["U62G2E", "U62G3E", "U62G4E", "U62G5E", "U64GFE"]
PRINTERS_3_YEARS = ["U1PB2E", "U9DB7E", "U1PB4E", "U62G4E"]
"""The part for PCs and printers together among them."""


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["printer", "3"], PRINTERS_3_YEARS),
        (["printers", "3", "years"], PRINTERS_3_YEARS),
        (["imprimante", "3", "ans"], PRINTERS_3_YEARS),
        (["Imprimantes, 3 ANS"], PRINTERS_3_YEARS),
        (["printer", "2"], ["U62G3E"]),
        (["pc", "management", "5", "years"], ["U80M4E", "U64GFE"]),
        (["management", "PC", "5 ans"], ["U80M4E", "U64GFE"]),
        (["access plus", "pc", "1 an"], ["U80M9E"]),
        (["access", "plus", "1", "year"], ["U80M9E", "U9DB6E"]),
        (["management plus"], MANAGEMENT_PLUS),
        (["management-plus", "2"], ["U62G3E"]),
        (["5000"], PC_MANAGEMENT),
        (["5,000"], PC_MANAGEMENT),
        (["5 000"], PC_MANAGEMENT),
        (["5", "000", "postes"], PC_MANAGEMENT),
        (["5\u202f000", "postes"], PC_MANAGEMENT),
        (["ordinateurs", "postes", "5 ans"], ["U80M2E", "U80MDE", "U80M4E", "U64GFE"]),
        (["computer", "1", "an"], ["U80M5E", "U80M9E", "U80M7E", "U62G2E"]),
        (["management plus", "1", "ans"], ["U62G2E"]),
        (["management plus", "2", "year"], ["U62G3E"]),
        (["250", "3"], ["U80M6E"]),
        (["3", "250"], ["U80M6E"]),
        (["tablet"], []),
    ],
)
def test_words_find_every_part_that_they_all_fit(words, found):
    assert [part.sku for part in parts_with_words(CATALOG, tuple(words))] == found


@pytest.mark.parametrize(
    "words",
    [
        ["pc management plus"],
        ["imprimante", "management", "plus"],
        ["PCs and printers, management plus"],
        ["PC et imprimantes pour Management Plus"],
        ["notebooks", "management+"],
        ["any"],
    ],
)
def test_words_for_either_class_find_the_parts_for_both(words):
    found = parts_with_words(CATALOG, tuple(words))
    assert [part.sku for part in found if part.device_class == "any"] == MANAGEMENT_PLUS
    assert unknown_words(CATALOG, tuple(words)) == ()


@pytest.mark.parametrize("term", ["five years", "cinq ans", "5y", "5 ans", "5-year"])
def test_term_is_found_as_it_is_said(term):
    found = parts_with_words(CATALOG, ("access plus", "printer", term))
    assert [part.sku for part in found] == ["U9DB9E"]


def test_no_words_find_every_part():
    assert parts_with_words(CATALOG, ()) == CATALOG.parts


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (["imprimente"], ("imprimante", "imprimantes")),
        (["managment", "printer"], ("management",)),
        (["zzz"], ()),
        (["printer"], ()),
        (["42", "printer"], ()),
        (["imprimente", "imprimente"], ("imprimante", "imprimantes")),
    ],
)
def test_a_word_that_fits_no_part_is_answered_with_the_nearest(words, near):
    unknown = unknown_words(CATALOG, tuple(words))
    assert near_words(CATALOG, unknown, "en") == near


@pytest.mark.parametrize(
    ("word", "language", "near"),
    [
        ("tablet", "en", ()),
        ("portble", "en", ("portable", "portables")),
        ("lapto", "fr", ("laptop", "laptops")),
        ("annees", "fr", ("ans",)),
    ],
)
def test_near_word_of_the_other_language_is_a_slip_away(word, language, near):
    assert near_words(CATALOG, (word,), language) == near


@pytest.mark.parametrize(
    ("use", "found"),
    [
        (("access", "pc", 3), ["U80M6E"]),
        (("access", "printer", 2), []),
        (("management-plus", "pc", 2), ["U62G3E"]),
        (("management-plus", "printer", None), MANAGEMENT_PLUS),
        (("management", "any", None), []),
        ((None, "any", None), MANAGEMENT_PLUS),
        (("access", None, 3), ["U80M6E", "U1PB2E"]),
        ((None, "printer", 2), ["U62G3E"]),
        ((None, "printer", 3), PRINTERS_3_YEARS),
        (("management", "pc", None), PC_MANAGEMENT),
    ],
)
def test_parts_by_use(use, found):
    assert [part.sku for part in parts_for(CATALOG.parts, *use)] == found


def test_the_gaps_are_the_three_two_year_printer_parts():
    assert [(gap.tier, gap.device_class, gap.term_years) for gap in find_gaps(CATALOG)] == [
        ("access", "printer", 2),
        ("access-plus", "printer", 2),
        ("management", "printer", 2),
    ]
