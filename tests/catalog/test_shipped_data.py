"""The shipped data: what the data sheet says, typed a second time, and how it hangs together."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from customers import CATALOG
from hp_priority_cli.catalog.load import FILES, shipped_folder
from hp_priority_cli.catalog.records import OtherMinimum, Way
from hp_priority_cli.readers.build import build
from hp_priority_cli.readers.validate import validate
from hp_priority_cli.readers.yaml import read_yaml

SHEET = yaml.safe_load(Path(__file__).with_name("shipped_data.yaml").read_text("utf-8"))
CELLS = {"Y": "included", "-": "not-included", "?": "not-stated"}


def text_of(name: str) -> str:
    return (shipped_folder() / name).read_text("utf-8")


def test_the_document_is_the_french_sheet_of_may_2024():
    document = CATALOG.document
    assert (document.id, document.edition, document.language) == ("4AA4-7521FRE", "2024-05", "fr")


def test_there_are_32_parts():
    typed = {
        (line["tier"], line["class"], years): (sku, line["band"])
        for line in SHEET["parts"]
        for years, sku in enumerate(line["skus"], 1)
        if sku is not None
    }
    shipped = {(p.tier, p.device_class, p.term_years): (p.sku, p.band) for p in CATALOG.parts}
    assert len(CATALOG.parts) == 32
    assert shipped == typed


@pytest.mark.parametrize("part", CATALOG.parts, ids=lambda part: part.sku)
def test_the_description_of_a_part_fits_it(part):
    english, french = part.description.en, part.description.fr
    assert CATALOG.tier(part.tier).name in english
    assert CATALOG.tier(part.tier).name in french
    years, ans = ("year", "an") if part.term_years == 1 else ("years", "ans")
    assert english.endswith(f", {part.term_years} {years}")
    assert french.endswith(f" {part.term_years} {ans}")
    if part.band is not None:
        assert f"{part.band:,} seats" in english
        assert f"{part.band:,} postes".replace(",", " ") in french.replace("\u202f", " ")


def test_there_are_83_places_in_three_regions():
    shipped = {r.id: [place.code for place in r.places] for r in CATALOG.coverage.regions}
    assert shipped == {region: codes.split() for region, codes in SHEET["places"].items()}
    assert [len(codes) for codes in shipped.values()] == [38, 32, 13]
    assert len(CATALOG.places) == len({place.code for place in CATALOG.places}) == 83


def test_latin_america_is_certain_possible_or_out_of_the_question():
    typed = SHEET["latin_america"]
    certain, not_there = typed["certain"].split(), typed["not_there"].split()
    for region in CATALOG.coverage.regions:
        for place in region.places:
            if region.id != "americas" or place.code in not_there:
                assert place.latin_america == "no", place.code
            else:
                expected = "certain" if place.code in certain else "possible"
                assert place.latin_america == expected, place.code


def test_places_that_hang_on_a_reading():
    assert [p.code for p in CATALOG.places if p.reading] == ["AN", "GY"]
    antilles, guyana = CATALOG.place("AN"), CATALOG.place("GY")
    assert antilles is not None
    assert guyana is not None
    assert antilles.successors == ("BQ", "CW", "SX")
    assert antilles.reading == "netherlands-antilles-successors"
    assert str(antilles.withdrawn) == "2010-12-15"
    assert (guyana.confused_with, guyana.reading) == (("GF",), "guyane-is-guyana")


def test_there_are_23_languages():
    languages = CATALOG.coverage.languages
    assert [each.tag for each in languages] == SHEET["languages"].split()
    assert len(languages) == 23
    accepted = {each.tag: each.accepts for each in languages if each.accepts}
    assert accepted == {
        "id": ("ms",),
        "yue": ("zh-HK",),
        "cmn": ("zh", "zh-CN", "zh-TW"),
        "no": ("nb", "nn"),
    }
    ambiguous = {each.tag: each.ambiguous for each in languages if each.ambiguous}
    assert ambiguous == {"id": ("id", "ms"), "cmn": ("zh",)}
    assert CATALOG.coverage.around_the_clock.languages == ("en",)


def test_the_matrix_has_22_rows_and_a_cell_for_each_tier():
    tiers = ["access", "access-plus", "management", "management-plus"]
    assert list(CATALOG.tier_ids) == tiers
    shipped = [(row.row, row.id, [row.tiers[tier] for tier in tiers]) for row in CATALOG.features]
    typed = [(r["row"], r["feature"], [CELLS[c] for c in r["cells"]]) for r in SHEET["matrix"]]
    assert len(shipped) == 22
    assert shipped == typed


def test_the_minimums_and_their_readings():
    minimums = {tier.id: (tier.minimum.ways, tier.minimum.other_readings) for tier in CATALOG.tiers}
    management = (Way(pcs=5000), Way(printers=1000))
    pools, printers = "access-minimum-pools-classes", "access-plus-minimum-counts-printers"
    alone = (Way(pcs=250), Way(printers=250))
    assert minimums == {
        "access": ((Way(devices=250),), (OtherMinimum(pools, alone),)),
        "access-plus": ((Way(devices=1000),), (OtherMinimum(printers, (Way(pcs=1000),)),)),
        "management": (management, ()),
        "management-plus": (management, (OtherMinimum("management-plus-inherits-minimum"),)),
    }


def test_the_order_unit_is_a_reading_and_open_for_management_plus():
    units = [(tier.order_unit, tier.order_unit_reading) for tier in CATALOG.tiers]
    assert units == [("device", "order-unit-is-device")] * 3 + [("open", None)]
    assert CATALOG.skus_file.band_reading == "band-is-a-label"


def test_terms_run_from_one_to_five_years_and_activation_within_30_days():
    assert CATALOG.terms == (1, 2, 3, 4, 5)
    assert CATALOG.tiers_file.terms.activation_days == 30


def test_devices_are_five_kinds_of_pc_printers_and_displays_that_never_count():
    counted = {each.id: each.counted_as for each in CATALOG.tiers_file.device_types}
    assert counted == {
        **dict.fromkeys(["desktop", "notebook", "workstation", "rpos", "thin-client"], "pc"),
        "printer": "printer",
        "display": None,
    }


def test_features_that_hang_on_the_head_office_or_on_latin_america():
    rows = CATALOG.features
    assert [r.id for r in rows if r.needs_headquarters] == ["dedicated-support-manager"]
    limited = ["priority-repairs", "priority-parts"]
    assert [r.id for r in rows if r.limited_in_latin_america] == limited
    replaced = {r.id: r.replaced_by for r in rows if r.replaced_by}
    assert replaced == {"dedicated-remote-agent": "dedicated-support-manager"}


def test_there_are_eleven_readings_and_six_exclusions():
    assert [each.id for each in CATALOG.source.readings] == SHEET["readings"]
    assert len(CATALOG.tiers_file.exclusions) == 6


@pytest.mark.parametrize("name", FILES)
def test_both_roads_give_equal_records(name):
    tree = read_yaml(text_of(name), name)
    validated, findings = validate(FILES[name], tree)
    assert findings == []
    assert validated == build(FILES[name], tree.value)


def cited(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text in what a data file holds, with the key that it stands under."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from cited(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from cited(item, key)
    elif isinstance(value, str):
        yield key, value


FACTS = [yaml.safe_load(text_of(name)) for name in FILES if name != "source.yaml"]
SOURCE = yaml.safe_load(text_of("source.yaml"))


def test_every_clause_is_cited_and_every_clause_cited_exists():
    keys = {"clauses", "language_clauses", "against"}
    everything = [FACTS, SOURCE["readings"], SOURCE["notes"]]
    used = {text for key, text in cited(everything) if key in keys}
    assert used == {clause["id"] for clause in SOURCE["clauses"]}


def test_every_reading_is_cited_by_the_facts_that_hang_on_it():
    keys = {"reading", "readings", "order_unit_reading", "band_reading"}
    used = {text for key, text in cited(FACTS) if key in keys}
    assert used == set(SHEET["readings"])


def test_a_duty_stands_on_the_clause_that_states_it():
    clauses = {duty.id: duty.clauses for duty in CATALOG.tiers_file.duties}
    assert clauses["accurate-estimate"] == ("responsibilities-2",)
    assert clauses["bear-the-consequences"] == ("responsibilities-1",)


@pytest.mark.parametrize("number", ["57", "60"])
def test_the_totals_that_contradict_the_list_are_nowhere_but_in_the_note_about_them(number):
    notes = [note for note in SOURCE["notes"] if note["id"] != "country-totals"]
    texts = [text for _, text in cited([FACTS, SOURCE["clauses"], SOURCE["readings"], notes])]
    assert [text for text in texts if f" {number} " in f" {text} "] == []


@pytest.mark.parametrize("name", FILES)
def test_no_number_breaks_across_lines_between_its_groups_of_digits(name):
    text = (shipped_folder() / name).read_text("utf-8")
    assert re.findall(r"[0-9] [0-9]{3}\b", text) == []
