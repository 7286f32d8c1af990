"""Facts are what a person would count in the data, each thing once."""

from collections import Counter

from checked import change, checked, shipped_copy
from hp_priority_cli import load_catalog
from hp_priority_cli.catalog.facts import facts_of

CATALOG = load_catalog()


def test_facts_of_the_shipped_tiers():
    assert facts_of(CATALOG.tiers_file) == {
        "tiers": 4,
        "minimums": 9,
        "cells": 88,
        "device_types": 7,
        "terms": 5,
        "statements": 38,
    }


def test_nine_minimums_are_six_ways_and_three_other_readings():
    minimums = [tier.minimum for tier in CATALOG.tiers]
    assert [len(each.ways) for each in minimums] == [1, 1, 2, 2]
    assert [len(each.other_readings) for each in minimums] == [1, 1, 0, 1]


def test_facts_of_the_other_shipped_files():
    assert facts_of(CATALOG.skus_file) == {"parts": 32}
    assert facts_of(CATALOG.coverage) == {
        "places": 83,
        "languages": 23,
        "ambiguous_names": 9,
        "wrong_codes": 2,
    }
    assert facts_of(CATALOG.source) == {"clauses": 63, "readings": 11, "notes": 23}


def test_total_is_the_sum_of_the_facts_of_every_file():
    [data] = checked(CATALOG.folder).inputs
    every: Counter[str] = Counter()
    for file in (CATALOG.tiers_file, CATALOG.skus_file, CATALOG.coverage, CATALOG.source):
        every.update(facts_of(file))
    assert (data.facts, data.fact_count) == ({**every, "cases": 120}, 517)


def test_facts_of_a_file_that_could_not_be_read_are_not_counted(tmp_path):
    data = shipped_copy(tmp_path / "data")
    change(data / "skus.yaml", "term_years: 1,", "term_years: one,")
    [found] = checked(data).inputs
    assert found.fact_count == 397 - 32
    assert "parts" not in found.facts


def test_facts_of_a_request_are_the_values_that_it_states(tmp_path):
    (tmp_path / "r.yaml").write_text(
        "countries: [FR, BE]\ninstalled_base: {pcs: 3, printers: 0}\nit_desk: null\nsites:\n",
        "utf-8",
    )
    assert checked(tmp_path / "r.yaml").inputs[0].facts == {"values": 4}
