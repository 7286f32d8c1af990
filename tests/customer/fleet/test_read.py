"""Exports as asset tools write them: titles in both languages, days in either order, workbooks."""

from datetime import date, datetime

import pytest

from customers import CATALOG
from fleets import HEAD, WHOLE, buckets, findings_of_fleet, fleet, instructions, workbook
from hp_priority_cli.catalog.devices import find_type, near_type
from hp_priority_cli.customer.fleet.days import days_meant, order_of
from hp_priority_cli.customer.fleet.read import read_fleet
from hp_priority_cli.customer.fleet.records import KEYS, Facts
from hp_priority_cli.customer.fleet.titles import find_titles, title_key
from hp_priority_cli.errors import InvalidInput, UsageProblem
from hp_priority_cli.readers.tables import Bounds, Cell, Row, open_sheet

TITLES = {
    "serial": "Serial number|SerialNumber|SERIAL_NUMBER|SerialNumber0|S/N|N° de série",
    "type": "Type|Device type|Form Factor|Chassis Type|Category|Type de matériel",
    "maker": "Manufacturer|Manufacturer0|Brand|Constructeur|Fabricant|Marque",
    "line": "Line|Segment|Gamme",
    "country": "Country|Country/Region|Pays|Code pays",
    "cover_until": "Warranty expiration|Fin de garantie|Garantie jusqu’au",
    "cover": "Warranty status|Under warranty|Couvert|Sous garantie|Statut de la garantie",
}  # fmt: skip


@pytest.mark.parametrize(
    ("key", "title"), [(key, each) for key, titles in TITLES.items() for each in titles.split("|")]
)
def test_usual_title_gives_its_key(key, title):
    row = Row(1, (Cell("Name", 1), Cell(title, 2)))
    assert find_titles([row], {}).columns == {key: (1,)}


@pytest.mark.parametrize(
    "title", "Model|Vendor|Fournisseur|Warranty date|Product line|Site|Location|Owner|0".split("|")
)
def test_title_that_may_mean_another_thing_is_left_unread(title):
    assert find_titles([Row(1, (Cell(title, 1),))], {}).columns == {}


def test_every_key_has_its_own_name_for_a_title():
    for key in KEYS:
        assert find_titles([Row(1, (Cell(key, 1),))], {}).columns == {key: (0,)}


def test_titles_of_two_keys_are_never_one():
    spelt = [title_key(each) for titles in TITLES.values() for each in titles.split("|")]
    assert "" not in spelt


WORDS = {
    "Laptop": "notebook", "laptops": "notebook", "Ordinateur portable": "notebook",
    "ordinateurs portables": "notebook", "Portable": "notebook", "Desktop": "desktop",
    "All-in-One": "desktop", "Tour": "desktop", "Unité centrale": "desktop",
    "Mobile Workstation": "workstation", "Station de travail": "workstation",
    "Thin client": "thin-client", "client léger": "thin-client", "POS": "rpos", "TPV": "rpos",
    "MFP": "printer", "Multifunction printer": "printer", "Imprimante multifonction": "printer",
    "Monitor": "display", "ÉCRAN": "display", "Tablet PC": "tablet", "iPad": "tablet",
    "Serveur": "server", "Docking station": "dock", "Smartphone": "phone",
    "PC": None, "Windows": None, "Detachable": None, "Poste de travail": None, "X 840": None,
}  # fmt: skip


@pytest.mark.parametrize(("word", "type_"), WORDS.items(), ids=WORDS)
def test_word_means_the_type_that_the_data_give_it(word, type_):
    assert find_type(CATALOG, word) == type_


def test_near_word_is_offered():
    assert near_type(CATALOG, "Labtop") == "notebook"
    assert near_type(CATALOG, "Gizmo") is None


# -- columns ------------------------------------------------------------------------------------


def test_columns_that_mean_nothing_are_left_unread_and_named(tmp_path):
    found = fleet(tmp_path, "Model,Device type,,OS\nX,Laptop,,W\n", every=WHOLE)
    [file] = found.files
    assert (file.columns, file.unread) == ({"type": "Device type"}, ("Model", "OS"))


def test_titles_may_stand_under_a_heading(tmp_path):
    text = "Export of 24 November\n\nType,Marque\nLaptop,HP\n"
    found = fleet(tmp_path, text, every=Facts(line="commercial", cover="yes"))
    assert buckets(found) == {4: "pc"}


def test_column_that_the_user_names_goes_before_the_usual_titles(tmp_path):
    text = "Category,What it is,Chassis type\nSales,Laptop,Gizmo\n"
    found = fleet(tmp_path, text, columns={"type": "what it is"}, every=WHOLE)
    assert buckets(found) == {2: "pc"}
    assert found.files[0].unread == ("Category", "Chassis type")


def test_column_that_is_not_there_is_wrong_use_with_those_that_are(tmp_path):
    with pytest.raises(UsageProblem) as caught:
        fleet(tmp_path, "Type,Model\nLaptop,X\n", columns={"serial": "Tag"})
    assert caught.value.kind == "no-such-title"
    assert caught.value.values["titles"] == ("Type", "Model")


def faults(*paths, **stated):
    return [
        (each.code, each.spot.line, each.spot.column)
        for each in findings_of_fleet(*paths, **stated)
    ]


def test_wrong_files_are_told_together(tmp_path):
    (tmp_path / "a.csv").write_text("Model\nX\n")
    (tmp_path / "b.csv").write_text("heading\nType,Category,Model\nLaptop,,X\n")
    (tmp_path / "c.csv").write_text("")
    names = [tmp_path / f"{name}.csv" for name in "abcd"]
    assert faults(*names) == [
        ("fleet-column-twice", 2, 2),
        ("empty", None, None),
        ("unreadable", None, None),
        ("fleet-without-type", 1, None),
    ]


def test_file_without_types_does_where_all_are_of_one(tmp_path):
    found = fleet(tmp_path, "Serial\nA1\nA2\n", every=WHOLE._replace(type="notebook"))
    assert buckets(found) == {2: "pc", 3: "pc"}


@pytest.mark.parametrize("text", ["Serial,Type\nA1,Laptop\nTotal,\n", "Type\nLaptop\nTotal\n"])
def test_total_in_a_column_that_is_read_is_no_device(tmp_path, text):
    found = fleet(tmp_path, text)
    assert (len(found.devices), found.files[0].passed_over) == (1, (3,))


def test_blank_rows_and_totals_are_no_devices_and_nothing_else_is_passed_over(tmp_path):
    text = "Name,Serial,Type\nx,A1,Laptop\n,,\nTotal,,\nSous-total,,\nTotal,A9,\nExported by X,,\n"
    found = fleet(tmp_path, text, every=WHOLE)
    assert buckets(found) == {2: "pc", 6: "type-unknown", 7: "type-unknown"}
    assert found.files[0].passed_over == (4, 5)


def test_short_rows_say_nothing_in_the_cells_that_they_lack(tmp_path):
    assert buckets(fleet(tmp_path, f"{HEAD}\nA1,Laptop\n")) == {2: "maker-unknown"}


def test_french_export_of_excel_is_read(tmp_path):
    text = "N° de série;Type de matériel;Fabricant;Gamme;Pays;Fin de garantie\r\n"
    text += "A1;Ordinateur portable;HP;Professionnel;Belgique;31/12/2027\r\n"
    text += "A2;Écran;HP;Professionnel;Réunion;01/02/2027\r\n"
    for content in (text.encode("cp1252"), text.encode("utf-8-sig")):
        found = fleet(tmp_path, content)
        assert buckets(found) == {2: "pc", 3: "display"}
        assert found.devices[0].country == "BE"
        assert (found.files[0].order, found.files[0].order_source) == ("dmy", "column")


# -- days ---------------------------------------------------------------------------------------

ORDERS = {
    "a day beyond 12 first": (["01/02/2027", "13/02/2027"], "dmy"),
    "a day beyond 12 second": (["01/02/2027", "02/13/2027"], "mdy"),
    "12 proves nothing": (["12/12/2027", "01/02/2027"], None),
    "both": (["13/02/2027", "02/13/2027"], None),
    "no such day proves nothing": (["13/13/2027"], None),
    "ISO 8601 proves nothing": (["2027-02-13"], None),
}


@pytest.mark.parametrize(("texts", "order"), ORDERS.values(), ids=ORDERS)
def test_order_of_day_and_month_is_the_one_that_is_proven(texts, order):
    assert order_of(texts) == order


DAYS = {
    "2027-02-01": "2027-02-01",
    "2027-02-01T00:00:00Z": "2027-02-01",
    "2027-02-01 13:45:00": "2027-02-01",
    "1/2/2027": "2027-02-01",
    "01.02.2027": "2027-02-01",
    "01-02-2027": "2027-02-01",
    "01/02/2027 00:00": "2027-02-01",
    "01/02/2027 12:00:00 AM": "2027-02-01",
    "01/02-2027": None,
    "31/02/2027": None,
    "02/13/2027": None,
    "01/02/27": None,
    "46112": None,
    "01/02/20277": None,
    "2027-02": None,
}


@pytest.mark.parametrize(("text", "day"), DAYS.items(), ids=DAYS)
def test_day_is_read_in_the_order_that_holds(text, day):
    found = days_meant(text, "dmy")
    assert found == (frozenset() if day is None else {date.fromisoformat(day)})


def test_open_order_leaves_two_days():
    assert days_meant("01/02/2027", None) == {date(2027, 2, 1), date(2027, 1, 2)}
    assert days_meant("05/05/2027", None) == {date(2027, 5, 5)}
    assert days_meant("13/05/2027", None) == {date(2027, 5, 13)}


def test_stated_order_goes_before_what_the_column_proves(tmp_path):
    text = "type,cover until\nLaptop,13/12/2026\nLaptop,11/12/2026\n"
    every = Facts(maker="HP", line="commercial")
    assert buckets(fleet(tmp_path, text, every=every)) == {2: "pc", 3: "pc"}
    found = fleet(tmp_path, text, every=every, date_order="mdy")
    assert buckets(found) == {2: "cell-unreadable", 3: "pc-without-cover"}


# -- workbooks ----------------------------------------------------------------------------------


def test_workbook_is_read_with_its_days_and_numbers(tmp_path):
    path = workbook(
        tmp_path / "f.xlsx",
        ["Serial number", "Type", "Manufacturer", "Segment", "Warranty end"],
        [123456, "Laptop", "HP", "Commercial", date(2027, 1, 1)],
        ["123456", "Laptop", "HP", "Commercial", datetime(2027, 1, 1, 13, 45)],  # noqa: DTZ001
        ["A2", "Laptop", "HP", "Commercial", date(2026, 11, 23)],
        ["A3", "Laptop", "HP", "Commercial", 46112],
        ["A4", "=1/0", "HP", "Commercial", date(2027, 1, 1)],
        ["A5", "=B2", "HP", "Commercial", date(2027, 1, 1)],
        hidden=[4],
    )
    found = read_fleet([path], CATALOG, instructions())
    assert buckets(found) == {
        2: "pc", 3: "duplicate", 4: "pc-without-cover",
        5: "cell-unreadable", 6: "cell-unreadable", 7: "cell-unreadable",
    }  # fmt: skip
    assert found.files[0].hidden == 1


def test_fleet_may_be_larger_than_a_price_list(tmp_path):
    rows = "".join(f"A{n},Laptop,,,\n" for n in range(50_000))
    assert len(fleet(tmp_path, f"{HEAD}\n{rows}", every=WHOLE).devices) == 50_000


@pytest.mark.parametrize("most", [4, 3])
def test_one_cell_too_many_is_refused(tmp_path, most):
    (tmp_path / "f.csv").write_text("a,b\nc,d\n")
    opened = open_sheet(str(tmp_path / "f.csv"), Bounds(text_cells=most))
    if most == 4:
        assert len(list(opened.rows)) == 2
    else:
        with pytest.raises(InvalidInput):
            list(opened.rows)
