"""`diff OLD NEW --against DIR`: which saved quotes and requests another edition touches, and only
those.
"""

import csv
import io
import json

import pytest
import yaml

import editions
from books import HEADER
from editions import another_edition
from hp_priority_cli import __version__
from published import holds
from running import hp, said

SURE = "--country FR --it-desk own --whole-base --order-unit device".split()
ROWS = "rows:\n- {sku: U80M6E, amount: 12.50}\n- {sku: U80M5E, amount: 5}\n"


def raised(files):
    """An edition in which Access needs 300 devices instead of 250, under either reading."""
    minimum = editions.tiers(files)[0]["minimum"]
    minimum["ways"] = [{"devices": 300}]
    [other] = minimum["other_readings"]
    other["ways"] = [{"pcs": 300}, {"printers": 300}]


def renumbered(files):
    """An edition in which the 3-year PC part of Access has the number of the 1-year one."""
    by_sku = {part["sku"]: part for part in editions.parts(files)}
    one, three = by_sku["U80M5E"], by_sku["U80M6E"]
    one["sku"], three["sku"] = three["sku"], one["sku"]


@pytest.fixture
def folder(tmp_path):
    """A folder with `old`, the shipped edition, and `desk`, in which quotes and requests lie."""
    another_edition(tmp_path / "old")
    (tmp_path / "desk").mkdir()
    return tmp_path


def request(folder, name, pcs, **facts):
    stated = {
        "installed_base": {"pcs": pcs},
        "countries": ["FR"],
        "it_desk": "own",
        "whole_base": True,
        **facts,
    }
    (folder / "desk" / name).write_text(yaml.safe_dump(stated), "utf-8")


def quote(folder, name, pcs, *options):
    arguments = ["--pcs", str(pcs), *SURE, "--tier", "access", "-o", name, *options]
    ran = hp("quote", *arguments, cwd=folder / "desk")
    assert ran.returncode == 0, ran.stderr.decode()


def against(folder, change, *options, code=0):
    """The part of the JSON on the files below `desk`, under `old` and an edition with a change."""
    another_edition(folder / "new", change)
    ran = hp("diff", "old", "new", "--against", "desk", "--json", *options, cwd=folder)
    assert ran.returncode == code, ran.stderr.decode()
    document = json.loads(ran.stdout)
    holds(document, "diff")
    return document["against"]


def effects(found):
    """What changes, by file."""
    return {
        each["file"].removeprefix("desk/"): [
            (e["kind"], e["tier"], e["term_years"], e["old"], e["new"]) for e in each["effects"]
        ]
        for each in found["affected"]
    }


def test_minimum_that_rises_from_250_to_300_touches_those_between_and_no_others(folder):
    for pcs in (249, 250, 251, 299, 300, 301):
        request(folder, f"r{pcs}.yaml", pcs, tier="access", term_years=3)
        quote(folder, f"q{pcs}.json", pcs, "--years", "3", *(["--draft"] if pcs == 249 else []))
    found = against(folder, raised)
    lost = [("verdict", "access", None, "eligible", "not-eligible")]
    assert found["judged"] == 12
    assert effects(found) == {
        f"{kind}{pcs}.{suffix}": lost
        for kind, suffix in (("q", "json"), ("r", "yaml"))
        for pcs in (250, 251, 299)
    }


def test_without_a_tier_every_tier_is_judged(folder):
    request(folder, "r.yaml", 270)
    assert effects(against(folder, raised)) == {
        "r.yaml": [("verdict", "access", None, "eligible", "not-eligible")]
    }


def test_the_same_edition_touches_nothing(folder):
    request(folder, "r.yaml", 270, tier="access", term_years=3)
    found = against(folder, editions.with_edition_of_2027)
    assert (found["judged"], found["affected"]) == (1, [])


def test_part_that_is_another_and_its_price_are_named(folder):
    (folder / "desk" / "book.yaml").write_text(HEADER + ROWS, "utf-8")
    request(folder, "r.yaml", 300, tier="access", term_years=3)
    quote(folder, "q.json", 300, "--years", "3", "--price-book", "book.yaml")
    found = against(folder, renumbered)
    other_part = ("part", "access", 3, ["U80M6E x 300"], ["U80M5E x 300"])
    assert effects(found) == {
        "q.json": [other_part, ("price", "access", 3, "3750.00", "1500.00")],
        "r.yaml": [other_part],
    }
    [price] = [e for each in found["affected"] for e in each["effects"] if e["kind"] == "price"]
    assert (price["currency"], price["fictional"]) == ("EUR", True)
    assert price["message"].endswith("EUR 1,500.00 without tax, FICTIONAL")
    assert found["without_prices"] == []


def test_quotes_for_several_terms_are_judged_term_by_term(folder):
    quote(folder, "q.json", 300, "--years", "all")
    assert [e[:3] for e in effects(against(folder, renumbered))["q.json"]] == [
        ("part", "access", 1),
        ("part", "access", 3),
    ]


def test_price_book_that_is_gone_leaves_verdicts_and_parts_judged_and_is_said(folder):
    (folder / "desk" / "book.yaml").write_text(HEADER + ROWS, "utf-8")
    quote(folder, "q.json", 300, "--years", "3", "--price-book", "book.yaml")
    (folder / "desk" / "book.yaml").unlink()
    found = against(folder, renumbered)
    assert [each[0] for each in effects(found)["q.json"]] == ["part"]
    assert found["without_prices"] == ["desk/q.json"]
    ran = hp("diff", "old", "new", "--against", "desk", cwd=folder)
    assert "desk/q.json: judged without prices" in ran.stderr.decode()


def test_part_that_is_gone_leaves_no_quote(folder):
    request(folder, "r.yaml", 300, tier="access", term_years=3)
    found = against(folder, editions.without_part("U80M6E"))
    assert effects(found) == {"r.yaml": [("part", "access", 3, ["U80M6E x 300"], None)]}


def test_word_that_the_new_edition_does_not_know_is_named(folder):
    request(folder, "r.yaml", 300, tier="access", discounts={"U80M6E": "3"})
    found = against(folder, editions.without_part("U80M6E"))
    assert effects(found) == {"r.yaml": [("word", None, None, None, "U80M6E")]}


def test_files_that_cannot_be_judged_are_said_and_the_others_are_judged(folder):
    request(folder, "r.yaml", 270, tier="access")
    request(folder, "odd.yaml", 270, tier="acces")
    quote(folder, "q.json", 270, "--years", "3")
    text = (folder / "desk/q.json").read_text("utf-8")
    (folder / "desk/changed.json").write_text(text.replace('"pcs": 270', '"pcs": 271'), "utf-8")
    (folder / "desk/half.json").write_text(text[:100], "utf-8")
    (folder / "desk/later.json").write_text(text.replace("quote@1", "quote@2"), "utf-8")
    (folder / "desk/notes.yaml").write_text("shopping: [milk]\n", "utf-8")
    found = against(folder, raised, code=20)
    assert sorted(effects(found)) == ["q.json", "r.yaml"]
    names = ["changed.json", "half.json", "later.json", "odd.yaml"]
    assert found["unread"] == [f"desk/{name}" for name in names]
    ran = hp("diff", "old", "new", "--against", "desk", "--exit-code", cwd=folder)
    assert ran.returncode == 20
    for text in (*names, "'acces'", "The seal does not match", f'"{__version__}"'[1:-1]):
        assert text in ran.stderr.decode()
    assert "notes.yaml" not in ran.stderr.decode()


def test_table_and_csv_name_file_and_change(folder):
    request(folder, "r.yaml", 270, tier="access", customer="Example")
    another_edition(folder / "new", raised)
    shown = hp("diff", "old", "new", "--against", "desk", cwd=folder).stdout.decode()
    assert "1 of 1 saved quote or request: a verdict, part or price changes." in shown
    assert "desk/r.yaml  Access  eligible  not eligible\n" in shown
    text = hp("diff", "old", "new", "--against", "desk", "-f", "csv", cwd=folder).stdout.decode()
    last = list(csv.DictReader(io.StringIO(text)))[-1]
    assert (last["area"], last["code"], last["id"]) == ("against", "verdict-changed", "desk/r.yaml")
    french = hp("diff", "old", "new", "--against", "desk", "--lang", "fr", cwd=folder)
    assert "non éligible" in french.stdout.decode()


def test_exit_code_tells_of_changes_where_it_is_asked_to(folder):
    request(folder, "r.yaml", 270, tier="access")
    another_edition(folder / "new", raised)
    run = ["diff", "old", "new", "--against", "desk"]
    assert hp(*run, cwd=folder).returncode == 0
    assert hp(*run, "--exit-code", cwd=folder).returncode == 14


def test_folder_without_anything_to_judge_is_refused(folder):
    ran = hp("diff", "old", "old", "--against", "desk", cwd=folder)
    assert "Nothing in this folder can be checked." in said(ran, 20)
    assert "desk2 is none" in said(hp("diff", "old", "old", "--against", "desk2", cwd=folder), 2)
    request(folder, "r.yaml", 270)
    ran = hp("diff", "desk/r.yaml", "desk/r.yaml", "--against", "desk", cwd=folder)
    assert "not with two quotes" in said(ran, 2)


def test_second_folder_is_refused_rather_than_taken_for_the_first(folder):
    request(folder, "r.yaml", 270)
    (folder / "shelf").mkdir()
    ran = hp("diff", "old", "old", "--against", "desk", "--against", "shelf", cwd=folder)
    told = said(ran, 2)
    assert "--against takes one folder, and shelf would be another." in told
    assert "Name the folder above them" in told
    assert ran.stdout == b""


def test_row_of_a_part_in_neither_edition_is_said_and_the_others_judge(folder):
    unknown = ROWS + "- {sku: U80M1X, amount: 1}\n"
    (folder / "desk" / "book.yaml").write_text(HEADER + ROWS, "utf-8")
    quote(folder, "q.json", 300, "--years", "3", "--price-book", "book.yaml")
    (folder / "desk" / "book.yaml").write_text(HEADER + unknown, "utf-8")
    found = against(folder, renumbered)
    assert [each[0] for each in effects(found)["q.json"]] == ["part", "price"]
    assert found["without_prices"] == []
    ran = hp("diff", "old", "new", "--against", "desk", cwd=folder)
    assert "book.yaml:12:9: warning: There is no part 'U80M1X'." in ran.stderr.decode()


@pytest.mark.parametrize("is_plain", [False, True])
def test_price_of_a_part_that_one_edition_alone_has_is_judged(folder, is_plain):
    book = HEADER + "rows:\n- {sku: U80M6E, amount: 12.50}\n- {sku: U80Q6E, amount: 15}\n"
    name, terms = "book.yaml", []
    if is_plain:
        book, name = "sku,amount\nU80M6E,12.50\nU80Q6E,15\n", "book.csv"
        terms = ["--currency", "EUR", "--book-valid", "2026-01-01.."]

    def renamed(files):
        next(p for p in editions.parts(files) if p["sku"] == "U80M6E")["sku"] = "U80Q6E"

    (folder / "desk" / name).write_text(book.replace("- {sku: U80Q6E, amount: 15}\n", ""), "utf-8")
    quote(folder, "q.json", 300, "--years", "3", "--price-book", name, *terms)
    (folder / "desk" / name).write_text(book, "utf-8")
    found = effects(against(folder, renamed))["q.json"]
    assert found[1] == ("price", "access", 3, "3750.00", "4500.00")


def test_plain_spreadsheet_is_read_as_the_saved_quote_or_request_says(folder):
    (folder / "desk" / "list.csv").write_text("sku;amount\nU80M6E;12,50\nU80M5E;5,00\n", "utf-8")
    terms = "--currency EUR --book-valid 2026-01-01.. --book-decimal ,".split()
    quote(folder, "q.json", 300, "--years", "3", "--price-book", "list.csv", *terms)
    header = {"currency": "EUR", "book_valid_from": "2026-01-01", "book_decimal": ","}
    stated = {"price_book": ["list.csv"], "tier": "access", "term_years": 3}
    stated |= {"order_unit": "device"}
    request(folder, "r.yaml", 300, **stated, **header)
    found = against(folder, renumbered)
    price = ("price", "access", 3, "3750.00", "1500.00")
    assert [each[1] for each in effects(found).values()] == [price, price]
    assert found["without_prices"] == []
    request(folder, "r.yaml", 300, **stated)
    found = against(folder, renumbered)
    assert found["without_prices"] == ["desk/r.yaml"]
    ran = hp("diff", "old", "new", "--against", "desk", cwd=folder)
    assert "state currency and book_valid_from in the request" in ran.stderr.decode()
