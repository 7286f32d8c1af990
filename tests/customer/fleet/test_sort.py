"""Every row in exactly one bucket: what counts, what does not and why, what is to be settled."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fleets import DAY, HEAD, WHOLE, buckets, fleet, one
from hp_priority_cli.customer.fleet.base import base_of, told_at_no_site
from hp_priority_cli.customer.fleet.records import BUCKETS, Amount, Facts
from hp_priority_cli.customer.records import InstalledBase, Site

# A row of HEAD, its bucket, and what stands in the way.
ROWS = {
    "a PC": ("A1,Notebook,HP,commercial,2027-01-01", "pc", None),
    "a printer": ("A1,MFP,HP Inc.,business,2027-01-01", "printer", None),
    "the last day of cover": ("A1,Laptop,HP,pro,2026-11-24", "pc", None),
    "the day after": ("A1,Laptop,HP,pro,2026-11-23", "pc-without-cover", None),
    "a printer without cover": ("A1,Imprimante,HP,pro,2020-01-01", "printer-without-cover", None),
    "a consumer PC": ("A1,Laptop,HP,grand public,2027-01-01", "consumer-pc", None),
    "a consumer PC without cover": ("A1,Laptop,HP,consumer,2020-01-01", "consumer-pc", None),
    "a consumer printer": ("A1,Printer,HP,home,2027-01-01", "consumer-printer", None),
    "a display": ("A1,Monitor,HP,commercial,2027-01-01", "display", None),
    "a display of which nothing is known": ("A1,Écran,,,", "display", None),
    "a tablet": ("A1,Tablette,HP,commercial,2027-01-01", "other-type", None),
    "a tablet of which nothing is known": (",tablet,,,", "other-type", None),
    "another maker": ("A1,Laptop,Dell Inc.,commercial,2027-01-01", "other-maker", None),
    "another maker and an unknown type": ("A1,Gizmo,Lenovo,,", "other-maker", None),
    "another maker's tablet": ("A1,tablet,Apple,,", "other-maker", None),
    "HP Enterprise": ("A1,Laptop,Hewlett Packard Enterprise,pro,", "other-maker", None),
    "an unknown type": ("A1,Gizmo,HP,commercial,2027-01-01", "type-unknown", "Gizmo"),
    "no type": ("A1,,HP,commercial,2027-01-01", "type-unknown", None),
    "no maker": ("A1,Laptop,,commercial,2027-01-01", "maker-unknown", None),
    "firmware knows no maker": ("A1,Laptop,To be filled by O.E.M.,,", "maker-unknown", None),
    "a maker nearly HP": ("A1,Laptop,HP Indigo,pro,2027-01-01", "cell-unreadable", "HP Indigo"),
    "no line": ("A1,Laptop,HP,,2027-01-01", "line-unknown", None),
    "an unknown line": ("A1,Laptop,HP,5U,2027-01-01", "cell-unreadable", "5U"),
    "no cover": ("A1,Laptop,HP,pro,", "cover-unknown", None),
    "cover of which a tool knows nothing": ("A1,Laptop,HP,pro,N/A", "cover-unknown", None),
    "no day at all": ("A1,Laptop,HP,pro,2027-02-30", "cell-unreadable", "2027-02-30"),
    "words for a day": ("A1,Laptop,HP,pro,soon", "cell-unreadable", "soon"),
    "either order": ("A1,Laptop,HP,pro,12/11/2026", "date-ambiguous", "12/11/2026"),
    "either order, covered in both": ("A1,Laptop,HP,pro,12/11/2027", "pc", None),
    "either order, run out in both": ("A1,Laptop,HP,pro,12/11/2025", "pc-without-cover", None),
    "all missing: the type first": ("A1,,,,", "type-unknown", None),
    "maker, line and cover missing": ("A1,Laptop,,,", "maker-unknown", None),
    "no line nor cover": ("A1,Laptop,HP,,", "line-unknown", None),
    "no line, cover run out": ("A1,Laptop,HP,,2020-01-01", "pc-without-cover", None),
    "no maker, consumer": ("A1,Laptop,,consumer,", "consumer-pc", None),
    "no type, consumer": ("A1,,HP,consumer,2027-01-01", "type-unknown", None),
}  # fmt: skip


@pytest.mark.parametrize(("row", "bucket", "about"), ROWS.values(), ids=ROWS)
def test_row_stands_in_the_bucket_of_what_is_known_first(tmp_path, row, bucket, about):
    assert one(tmp_path, row) == (bucket, about)


# What a column "cover" says beside a last day, and the bucket.
COVERS = {
    "yes": ("yes,", "pc"),
    "oui": ("Oui,", "pc"),
    "active": ("Active,", "pc"),
    "no": ("no,", "pc-without-cover"),
    "expirée": ("Expirée,", "pc-without-cover"),
    "hors garantie": ("hors garantie,", "pc-without-cover"),
    "a dash": ("-,", "cover-unknown"),
    "a word of its own": ("perhaps,", "cell-unreadable"),
    "yes, to a day to come": ("yes,2027-01-01", "pc"),
    "yes, to a day that has passed": ("yes,2026-11-23", "pc-without-cover"),
    "no, to a day to come": ("no,2027-01-01", "cell-unreadable"),
    "perhaps, to a day to come": ("perhaps,2027-01-01", "cell-unreadable"),
    "perhaps, to a day that has passed": ("perhaps,2026-11-23", "pc-without-cover"),
}


@pytest.mark.parametrize(("row", "bucket"), COVERS.values(), ids=COVERS)
def test_day_goes_before_a_yes_and_never_against_a_no(tmp_path, row, bucket):
    every = Facts(maker="HP", line="commercial")
    found = one(tmp_path, f"Laptop,{row}", "type,cover,cover_until", every=every)
    assert found[0] == bucket


def test_what_holds_for_every_device_fills_blanks_alone(tmp_path):
    text = f"{HEAD}\nA1,Laptop,,,\nA2,Laptop,Dell,,\nA3,Laptop,,consumer,\nA4,Laptop,,,2020-01-01\n"
    found = fleet(tmp_path, text, every=WHOLE)
    assert buckets(found) == {2: "pc", 3: "other-maker", 4: "consumer-pc", 5: "pc-without-cover"}


def test_nothing_is_taken_for_covered_by_default(tmp_path):
    assert one(tmp_path, "Laptop,HP,commercial", "type,maker,line") == ("cover-unknown", None)


def test_user_says_what_a_word_means(tmp_path):
    text = "type\nGizmo\nPC\nprinter\n"
    types = {"gizmos": "thin-client", "PC": "pc", "Printer": "tablet"}
    found = fleet(tmp_path, text, every=WHOLE, types=types)
    assert buckets(found) == {2: "pc", 3: "pc", 4: "other-type"}
    assert [each.type for each in found.devices] == ["thin-client", "pc", "tablet"]


# -- serials ------------------------------------------------------------------------------------


def test_same_serial_again_is_a_duplicate(tmp_path):
    text = "serial,type\n5cg 1,Laptop\n5CG1,notebooks\n,Laptop\n,Laptop\nN/A,Laptop\nN/A,Laptop\n"
    found = fleet(tmp_path, text, every=WHOLE)
    assert buckets(found) == {2: "pc", 3: "duplicate", 4: "pc", 5: "pc", 6: "pc", 7: "pc"}


def test_rows_of_one_serial_that_disagree_count_nowhere(tmp_path):
    text = f"{HEAD}\nA1,Laptop,HP,pro,2027-01-01\nA1,Printer,HP,pro,2020-01-01\n"
    text += "A2,Laptop,HP,pro,2027-01-01\n"
    found = fleet(tmp_path, text)
    assert buckets(found) == {2: "serial-in-dispute", 3: "serial-in-dispute", 4: "pc"}
    assert found.devices[0].about == "type, cover"
    assert (found.counted, found.open) == (Amount(1, 0), Amount(0, 0, 1))


def test_disputed_serial_is_one_device_of_its_class(tmp_path):
    text = f"{HEAD}\nA1,Laptop,HP,pro,2027-01-01\nA1,Laptop,HP,pro,2020-01-01\n"
    assert fleet(tmp_path, text).open == Amount(1, 0, 0)


def test_dispute_about_what_cannot_count_is_none(tmp_path):
    text = f"{HEAD}\nA1,Laptop,Dell,pro,2027-01-01\nA1,Tablet,HP,pro,2020-01-01\n"
    assert buckets(fleet(tmp_path, text)) == {2: "other-maker", 3: "other-type"}


def test_what_one_file_leaves_blank_another_may_say(tmp_path):
    intune = "Serial number,Device type,Manufacturer\nA1,Laptop,HP\nA2,Laptop,HP\n"
    warranty = "Numéro de série;Fin de garantie\nA1;31/12/2027\nA2;31/12/2020\nA3;31/12/2027\n"
    found = fleet(tmp_path, intune, warranty, every=Facts(line="commercial"))
    assert [(*each.place, each.bucket) for each in found.devices] == [
        (0, 2, "pc"), (0, 3, "pc-without-cover"),
        (1, 2, "duplicate"), (1, 3, "duplicate"), (1, 4, "type-unknown"),
    ]  # fmt: skip


def test_unknown_word_beside_a_known_type_is_a_dispute(tmp_path):
    found = fleet(tmp_path, "serial,type\nA1,Laptop\nA1,Gizmo\n", every=WHOLE)
    assert buckets(found) == {2: "serial-in-dispute", 3: "serial-in-dispute"}


# -- places -------------------------------------------------------------------------------------


def test_place_matters_only_where_a_file_says_it(tmp_path):
    with_places = "type,country\nLaptop,France\nLaptop,\nLaptop,Guyane\nLaptop,Atlantis\nTablet,\n"
    found = fleet(tmp_path, with_places, "type\nLaptop\n", every=WHOLE)
    assert [(each.country, each.bucket, each.about) for each in found.devices] == [
        ("FR", "pc", None),
        (None, "country-unknown", None),
        (None, "country-unknown", "Guyane"),
        (None, "country-unknown", "Atlantis"),
        (None, "other-type", None),
        (None, "country-unknown", None),
    ]
    assert one(tmp_path, "Laptop", "type", every=WHOLE) == ("pc", None)


def test_fleet_with_places_amounts_to_sites(tmp_path):
    text = (
        "type,country,cover\nLaptop,FR,yes\nLaptop,France,no\nPrinter,BE,yes\nMonitor,BE,yes\n"
        "Tablet,BE,yes\nTablet,RO,yes\nLaptop,,yes\n"
    )
    found = fleet(tmp_path, text, every=Facts(maker="HP", line="commercial"))
    assert base_of(found) == {
        "sites": (
            Site("BE", 0, 1, displays=1, other={"tablet": 1}),
            Site("FR", 1, 0, pcs_without_cover=1),
        )
    }
    assert found.by_place == {"BE": Amount(0, 1), "FR": Amount(1, 0)}
    assert found.open == Amount(1, 0)


@pytest.mark.parametrize(
    ("row", "nowhere"),
    [("Tablet,,yes", 1), ("Monitor,RO,yes", 1), ("Tablet,FR,yes", 0), ("Laptop,,yes", 0)],
)
def test_row_that_does_not_count_and_is_at_no_site_is_told(tmp_path, row, nowhere):
    text = f"type,country,cover\nLaptop,FR,yes\n{row}\n"
    found = fleet(tmp_path, text, every=Facts(maker="HP", line="commercial"))
    assert told_at_no_site(found) == nowhere
    without = fleet(tmp_path, "type,cover\nLaptop,yes\nTablet,yes\n", every=Facts(maker="HP"))
    assert told_at_no_site(without) == 0


def test_class_that_no_row_is_of_is_not_stated(tmp_path):
    found = fleet(tmp_path, "type\nLaptop\nTablet\n", every=WHOLE)
    assert base_of(found) == {"installed_base": InstalledBase(pcs=1, other={"tablet": 1})}
    found = fleet(tmp_path, "type,cover\nLaptop,yes\nPrinter,no\n", every=WHOLE)
    assert base_of(found) == {"installed_base": InstalledBase(1, 0, printers_without_cover=1)}


def test_consumer_printers_are_named_among_the_others(tmp_path):
    found = fleet(tmp_path, "type,line\nPrinter,consumer\nLaptop,pro\n", every=WHOLE)
    assert base_of(found) == {"installed_base": InstalledBase(1, 0, other={"consumer-printer": 1})}


# -- nothing is lost ----------------------------------------------------------------------------

TYPES = ["Laptop", "MFP", "Monitor", "Tablet", "Gizmo", ""]
MAKERS = ["HP", "Hewlett-Packard", "Dell", "HP Indigo", ""]
LINES = ["commercial", "consumer", "5U", ""]
DAYS = ["2027-01-01", "2020-01-01", "12/11/2026", "31/12/2027", "12/31/2027", "x", ""]
COUNTRIES = ["FR", "Belgique", "Guyane", "Nowhere", ""]
row = st.tuples(
    st.sampled_from(["A", "B", "C", "D", "E", "N/A", ""]),
    *(st.sampled_from(words) for words in (TYPES, MAKERS, LINES, DAYS, COUNTRIES)),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(row, max_size=12), st.lists(row, max_size=4), st.booleans())
def test_every_row_is_in_exactly_one_bucket(tmp_path_factory, first, second, is_stated):
    folder = tmp_path_factory.mktemp("fleet")
    texts = []
    for rows in (first, second):
        text = io.StringIO()
        csv.writer(text).writerows([[*HEAD.split(","), "country"], *rows])
        texts.append(text.getvalue())
    found = fleet(folder, *texts, every=WHOLE if is_stated else Facts())
    told = [each for rows in (first, second) for each in rows if any(each)]
    assert len(found.devices) == len(told) == sum(len(each) for each in found.buckets.values())
    assert set(found.buckets) <= set(BUCKETS)
    assert len({each.place for each in found.devices}) == len(told)
    possible = [sum(each) for each in (found.counted, found.open)]
    assert sum(possible) <= len(told)
    base = base_of(found)
    shares = base.get("sites") or (base["installed_base"],)
    assert sum(each.pcs or 0 for each in shares) == found.counted.pcs
    assert sum(each.printers or 0 for each in shares) == found.counted.printers


def test_day_of_the_tests_is_the_one_that_the_table_is_written_for():
    assert DAY.isoformat() == "2026-11-24"


@pytest.mark.parametrize(
    "serial",
    "0|00000000|XXXXXXX|----|INVALID|Not Set|Chassis Serial Number|To be filled by O.E.M."
    "|System Serial Number|0123456789|123456789|12345678|N/A".split("|"),
)
def test_serial_that_is_none_makes_no_two_devices_one(tmp_path, serial):
    row = f"{serial},Laptop,HP,pro,2027-01-01\n"
    assert buckets(fleet(tmp_path, f"{HEAD}\n{row}{row}")) == {2: "pc", 3: "pc"}


@pytest.mark.parametrize("serial", ["CND0", "0123456780", "5CG00000", "AB", "1234567", "23456789"])
def test_serial_that_is_one_makes_two_rows_one_device(tmp_path, serial):
    row = f"{serial},Laptop,HP,pro,2027-01-01\n"
    assert buckets(fleet(tmp_path, f"{HEAD}\n{row}{row}")) == {2: "pc", 3: "duplicate"}
