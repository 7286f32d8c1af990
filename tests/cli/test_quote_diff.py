"""`diff` of two saved quotes and `quote --revises`, from the command line."""

import csv
import io
import json

import pytest

from books import HEADER
from published import holds
from quoted import ROWS, SURE, Quoted
from running import hp, said


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with `old.json`, `new.json` (ten PCs more) and `terms.json` (all terms)."""
    ask = Quoted(tmp_path_factory.mktemp("quotes"))
    more = [*SURE[:1], "310", *SURE[2:]]
    for name, options in (("old", SURE), ("new", more), ("terms", [*SURE, "--years", "all"])):
        ran = ask.run("--price-book", "book.yaml", *options, "-o", f"{name}.json")
        assert ran.returncode == 0, ran.stderr.decode()
    return ask.folder


def diff(folder, *arguments, **variables):
    return hp("diff", *arguments, cwd=folder, **variables)


def test_json_says_what_changed_and_between_what(folder):
    document = json.loads(diff(folder, "old.json", "new.json", "--json").stdout)
    holds(document, "quote-diff")
    assert document["schema"] == "hp-priority/quote-diff@1"
    assert [document[side]["file"] for side in ("old", "new")] == ["old.json", "new.json"]
    assert document["old"]["quotes"] == [
        {
            "tier": "access",
            "term_years": 3,
            "status": "firm",
            "currency": "EUR",
            "tax": "excluded",
            "fictional": True,
            "totals": {"extended_price": "4070.00", "per_device_year": "3.99"},
        }
    ]
    assert document["change_count"] == len(document["changes"]) == 6
    assert document["changes"][0] == {
        "area": "request",
        "code": "fact",
        "id": "installed_base.pcs",
        "term_years": None,
        "old": 300,
        "new": 310,
        "difference": 10,
        "message": "PCs: 300 → 310",
    }
    total = next(each for each in document["changes"] if each["code"] == "total")
    assert (total["old"], total["new"], total["difference"]) == ("4070.00", "4195.00", "125.00")


def test_table_stamps_invented_prices_and_sets_the_customers_change_apart(folder):
    shown = diff(folder, "old.json", "new.json").stdout.decode()
    for text in ("FICTIONAL PRICES", "6 changes", "Prices in EUR, without tax", "+125.00"):
        assert text in shown
    assert shown.index("What was stated") < shown.index("Parts and quantities")
    french = diff(folder, "old.json", "new.json", "--lang", "fr").stdout.decode()
    assert "PRIX FICTIFS" in french
    assert "+125,00" in french


def test_answer_on_record_is_no_change_of_the_customers(tmp_path):
    base = [*SURE, "--country", "RO"]
    answered = ["--answer", "country-not-listed:RO=yes"]
    for name, more in (("old.json", []), ("new.json", answered)):
        assert hp("quote", *base, *more, "-o", name, cwd=tmp_path).returncode == 0
    for language, title in (("en", "What was stated"), ("fr", "Ce qui a été indiqué")):
        ran = hp("diff", "old.json", "new.json", "--lang", language, cwd=tmp_path)
        rows = [line.strip() for line in ran.stdout.decode().splitlines()]
        assert rows.index(title) < min(n for n, row in enumerate(rows) if "country-not" in row)
        assert "customer" not in " ".join(rows).lower().replace("commercial customer", "")


def test_csv_and_markdown_hold_every_change(folder):
    text = diff(folder, "old.json", "new.json", "-f", "csv").stdout.decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == 6
    last = rows[-2]
    keys = ("code", "old", "new", "difference", "old_currency", "tax", "fictional")
    assert [last[key] for key in keys] == [
        "total", "4070.00", "4195.00", "125.00", "EUR", "excluded", "true",
    ]  # fmt: skip
    shown = diff(folder, "old.json", "new.json", "-f", "markdown").stdout.decode()
    assert "| Total without tax | 4,070.00 | 4,195.00 | +125.00 |" in shown


@pytest.mark.parametrize(
    ("files", "options", "code"),
    [
        (("old.json", "new.json"), (), 0),
        (("old.json", "new.json"), ("--exit-code",), 14),
        (("old.json", "old.json"), ("--exit-code",), 0),
    ],
)
def test_exit_code_tells_of_changes_only_where_it_is_asked_to(folder, files, options, code):
    assert diff(folder, *files, *options).returncode == code


def test_quote_of_one_term_is_compared_with_that_of_several(folder):
    document = json.loads(diff(folder, "old.json", "terms.json", "--json").stdout)
    holds(document, "quote-diff")
    terms = [(e["term_years"], e["new"]) for e in document["changes"] if e["code"] == "term"]
    assert terms == [(1, 1), (4, 4), (5, 5)]
    assert not [each for each in document["changes"] if each["area"] == "prices"]


def test_broken_quote_and_one_without_its_seal_are_refused(folder, tmp_path):
    text = (folder / "old.json").read_text("utf-8")
    (tmp_path / "bad.json").write_text(text.replace('"4070.00"', '"4070.01"'), "utf-8")
    shown = said(diff(folder, "old.json", tmp_path / "bad.json"), 20)
    assert "The seal does not match" in shown
    document = json.loads(text)
    del document["seal"]
    (tmp_path / "bare.json").write_text(json.dumps(document), "utf-8")
    assert "The quote has no seal" in said(diff(folder, "old.json", tmp_path / "bare.json"), 20)


def test_later_schema_and_other_files_are_refused(folder, tmp_path):
    later = json.loads((folder / "old.json").read_text("utf-8"))
    later |= {"schema": "hp-priority/quote@2", "tool_version": "2.1.0"}
    (tmp_path / "later.json").write_text(json.dumps(later), "utf-8")
    assert "2.1.0" in said(diff(folder, "old.json", tmp_path / "later.json"), 20)
    assert "This is no saved quote." in said(diff(folder, "old.json", "book.yaml"), 20)
    assert "nowhere.json" in said(diff(folder, "old.json", "nowhere.json"), 20)


def test_revision_links_to_the_old_quote_and_tells_what_changed(folder, tmp_path):
    book = ["--price-book", folder / "book.yaml"]
    options = ["--request", folder / "old.json", "--pcs", "310", *book]
    options += ["--revises", folder / "old.json"]
    shown = hp("quote", *options, cwd=tmp_path).stdout.decode()
    assert shown.index("EUR 4,195.00") < shown.index("Changed since old.json")
    assert "+125.00" in shown
    ran = hp("quote", *options, "-o", "revised.json", cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr.decode()
    document = json.loads((tmp_path / "revised.json").read_text("utf-8"))
    holds(document, "quote")
    old = json.loads((folder / "old.json").read_text("utf-8"))
    assert list(document)[-2:] == ["revises", "seal"]
    assert (document["revises"]["file"], document["revises"]["seal"]) == (
        "old.json",
        old["seal"]["sha256"],
    )
    assert old["revises"] is None
    assert hp("check", "revised.json", cwd=tmp_path).returncode == 0
    assert hp("diff", "revised.json", "revised.json", "--exit-code", cwd=tmp_path).returncode == 0


def test_several_terms_may_revise_a_quote(folder, tmp_path):
    options = ["--request", folder / "old.json", "--years", "1,3"]
    options += ["--price-book", folder / "book.yaml", "--revises", folder / "old.json"]
    document = json.loads(hp("quote", *options, "--json", cwd=tmp_path).stdout)
    holds(document, "quotes")
    assert document["revises"]["file"] == "old.json"
    assert [each["revises"] for each in document["quotes"]] == [None, None]
    assert "1 year: Term" not in hp("quote", *options, cwd=tmp_path).stdout.decode()


def test_broken_quote_is_not_revised(folder, tmp_path):
    text = (folder / "old.json").read_text("utf-8")
    (tmp_path / "bad.json").write_text(text.replace('"4070.00"', '"4070.01"'), "utf-8")
    ran = hp("quote", *SURE, "--revises", "bad.json", "-o", "q.json", cwd=tmp_path)
    assert "The seal does not match" in said(ran, 20)
    assert not (tmp_path / "q.json").exists()
    assert "batch" in said(hp("quote", "--batch", "-", "--revises", "bad.json", cwd=tmp_path), 2)


def test_prices_of_another_book_are_told_from_the_customers_change(folder, tmp_path):
    (tmp_path / "book.yaml").write_text(HEADER + ROWS.replace("12.50", "13"), "utf-8")
    options = [*SURE, "--price-book", "book.yaml", "--revises", folder / "old.json"]
    shown = hp("quote", *options, cwd=tmp_path).stdout.decode()
    assert "What was stated" not in shown
    assert "U80M6E, net price" in shown


def test_revision_that_states_nothing_is_told_where_to_start(tmp_path):
    ran = hp("quote", "--revises", "old.json", "--pcs", "1500", cwd=tmp_path)
    assert ran.returncode == 2
    assert "--request old.json --revises old.json" in ran.stderr.decode()


def test_quote_that_is_not_there_is_a_missing_file_and_no_folder_of_data(tmp_path):
    ran = hp("diff", "old.json", "new.json", cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (20, b"")
    assert ran.stderr.decode().startswith("old.json: error: The file cannot be read")
    assert hp("diff", "old", "new", cwd=tmp_path).returncode == 21
