"""`--batch` on spreadsheets: the answers of JSON Lines, by row, and what ends a run."""

import json
import subprocess
import sys

import pytest

from running import COMMAND, hp
from spreadsheets import as_csv, as_lines, as_workbook, workbook_of

CUSTOMERS = [
    {
        "customer": "Éts Exemple",
        "reference": "A-1",
        "installed_base.pcs": 700,
        "installed_base.printers": 400,
        "installed_base.other.tablet": 0,
        "countries": ["FR", "NO"],
        "headquarters": "FR",
        "languages": ["fr", "no"],
        "it_desk": "own",
        "whole_base": True,
        "tier": "access",
        "term_years": 3,
        "purchase_date": "2026-12-01",
    },
    {"customer": "Zero", "installed_base.pcs": 0, "it_desk": "none", "whole_base": False},
    {"customer": "Wrong", "installed_base.pcs": -1, "countries": ["Frence"], "term_years": 0},
    {"customer": "Unknown", "countries": ["FR", "Frence"], "languages": ["zz"], "tier": "acess"},
    {"reference": "last", "installed_base.pcs": 9, "tier": "access", "term_years": 2},
]
FORMS = {
    "semicolons.csv": as_csv(CUSTOMERS),
    "commas.csv": as_csv(CUSTOMERS, ",", "utf-8-sig", true="yes", false="no"),
    "windows.csv": as_csv(CUSTOMERS, ";", "cp1252"),
    "book.xlsx": as_workbook(CUSTOMERS),
}

PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def without_places(document):
    """A document, or part of one, without lines, columns and names of files."""
    if isinstance(document, dict):
        return {
            key: without_places(value)
            for key, value in document.items()
            if key not in ("line", "column", "file")
        }
    return [without_places(each) for each in document] if isinstance(document, list) else document


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "customers.jsonl").write_bytes(as_lines(CUSTOMERS))
    for name, content in FORMS.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


@pytest.mark.parametrize("command", [["eligible"], ["quote"], ["eligible", "--country", "BE"]])
@pytest.mark.parametrize("name", FORMS)
def test_same_customers_are_answered_alike_in_every_form(folder, command, name):
    of_lines = hp(*command, "--batch", "customers.jsonl", cwd=folder)
    of_rows = hp(*command, "--batch", name, cwd=folder)
    from_pipe = hp(*command, "--batch", "-", stdin=(folder / name).read_bytes())
    assert (of_lines.returncode, of_rows.returncode, from_pipe.returncode) == (15, 15, 15)
    expected, found, piped = (
        [json.loads(line) for line in ran.stdout.splitlines()]
        for ran in (of_lines, of_rows, from_pipe)
    )
    assert len(expected) == 5
    errors = [n for n, each in enumerate(expected) if "error" in each]
    assert [found[n]["line"] for n in errors] == [expected[n]["line"] + 1 for n in errors]
    assert without_places(found) == without_places(piped) == without_places(expected)
    right = [n for n in range(5) if n not in errors]
    rows, lines = of_rows.stdout.splitlines(), of_lines.stdout.splitlines()
    assert [rows[n] for n in right] == [lines[n] for n in right]


def test_findings_of_a_row_have_its_line_and_the_column_of_each_cell(folder):
    ran = hp("eligible", "--batch", "semicolons.csv", cwd=folder)
    found = {
        document["line"]: [
            (each["code"], each["file"], each["line"], each["column"])
            for each in document["error"]["values"]["findings"]
        ]
        for document in map(json.loads, ran.stdout.splitlines())
        if "error" in document
    }
    assert found == {
        4: [("out-of-range", "semicolons.csv", 4, 3), ("out-of-range", "semicolons.csv", 4, 12)],
        5: [
            ("place-near", "semicolons.csv", 5, 6),
            ("language-unknown", "semicolons.csv", 5, 8),
            ("tier-near", "semicolons.csv", 5, 11),
        ],
    }


def test_rows_are_answered_in_rows_and_errors_said_aside(tmp_path):
    titles = "reference;pcs;printers;country;it_desk;whole_base"
    rows = ["A;300;40;FR;own;yes", "B;x;0;FR;own;yes", "C;0;0;FR;own;yes"]
    (tmp_path / "c.csv").write_text("\n".join([titles, *rows]), "utf-8")
    ran = hp("eligible", "--batch", "c.csv", "--tier", "access", "-f", "csv", cwd=tmp_path)
    assert ran.returncode == 15
    assert ran.stdout.decode().splitlines() == [
        "line,reference,customer,tier,verdict,waits_for,short_pcs,short_printers,short_devices,"
        "open_points",
        "2,A,,access,eligible,,,,,",
        "4,C,,access,not-eligible,,,,250,",
    ]
    assert ran.stderr.decode().startswith("c.csv:3:2: error: 'installed_base.pcs' holds \"x\"")


@pytest.mark.parametrize("name", ["c.csv", "c.xlsx"])
def test_wrong_titles_end_the_run_before_the_first_answer(tmp_path, name):
    rows: list[list[object]] = [["custommer", "pcs", "PC", "sites"], ["A", 3, 4, "FR"]]
    text = "\n".join(";".join(map(str, row)) for row in rows).encode()
    (tmp_path / name).write_bytes(text if name == "c.csv" else workbook_of(rows))
    ran = hp("eligible", "--batch", name, "-o", "answers.jsonl", cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (20, b"")
    assert not (tmp_path / "answers.jsonl").exists()
    assert ran.stderr.decode().splitlines() == [
        f"{name}:1:1: error: The column 'custommer' is unknown. Did you mean 'customer'?",
        f"{name}:1:3: error: A second column gives installed_base.pcs. Keep the one that is meant.",
        f"{name}:1:4: error: The column 'sites' would hold a list of records, and a cell cannot."
        " Leave the column out, and give the customers that need it as JSON Lines.",
    ]


def test_first_row_of_facts_is_told_as_lacking_titles():
    ran = hp("eligible", "--batch", "-", stdin=b"Example Ltd;300;40\n")
    assert ran.returncode == 20
    assert ran.stderr.decode().startswith(
        "<stdin>:1: error: No title in the first row names anything that is stated of a customer."
    )


def test_answers_are_never_written_over_the_customers(tmp_path):
    (tmp_path / "c.csv").write_bytes(b"pcs\n3\n")
    ran = hp("eligible", "--batch", "c.csv", "-o", "c.csv", "--force", cwd=tmp_path)
    assert (ran.returncode, (tmp_path / "c.csv").read_bytes()) == (2, b"pcs\n3\n")


def test_options_win_over_the_cells():
    stdin = b"tier;pcs;countries\nmanagement;300;FR\n;5;BE\n"
    asked = ["--batch", "-", "--tier", "access", "--country", "LU"]
    ran = hp("eligible", *asked, stdin=stdin)
    documents = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [each["request"]["tier"] for each in documents] == ["access", "access"]
    assert [each["request"]["countries"] for each in documents] == [["LU"], ["LU"]]


def test_discount_with_a_decimal_comma_is_that_of_the_quote(ask):
    stdin = (
        "customer;pcs;pays;it_desk;whole_base;tier;term_years;order_unit;remise\r\n"
        'Été SA;300;"FR";own;VRAI;access;3;device;"2,5"\r\n'
    ).encode("cp1252")
    ran = ask.run("--batch", "-", "--price-book", "book.yaml", stdin=stdin)
    document = json.loads(ran.stdout)
    assert document["lines"][0]["discount_percent"] == "2.5"


@pytest.mark.parametrize("name", ["c.csv", "c.xlsx"])
def test_check_knows_a_spreadsheet_of_customers(tmp_path, name):
    rows: list[list[object]] = [
        ["customer", "pcs", "country"],
        ["A", 3, "FR"],
        ["B", -1, "Frence"],
        ["C", 5, "FR"],
    ]
    text = "\n".join(";".join(map(str, row)) for row in rows).encode()
    (tmp_path / name).write_bytes(text if name == "c.csv" else workbook_of(rows))
    ran = hp("check", name, "-f", "json", cwd=tmp_path)
    found = json.loads(ran.stdout)["findings"]
    assert ran.returncode == 21
    assert [(e["code"], e["line"], e["column"]) for e in found] == [
        ("out-of-range", 3, 2), ("place-near", 3, 3),
    ]  # fmt: skip


def test_check_reads_more_rows_than_a_price_list_may_have(tmp_path):
    blank = ";" * 999  # 201,000 cells
    rows = f"customer;pcs{blank[1:]}\nB;x\n" + f"A;{blank[1:]}\n" * 200
    (tmp_path / "c.csv").write_text(rows, "utf-8")
    ran = hp("check", "c.csv", "-f", "json", cwd=tmp_path)
    found = json.loads(ran.stdout)["findings"]
    assert [(each["code"], each["line"]) for each in found] == [("wrong-type", 2)]


def test_check_tells_wrong_titles_once(tmp_path):
    (tmp_path / "c.csv").write_bytes(b"customer;pcs;contry\nA;3;FR\n")
    ran = hp("check", "c.csv", cwd=tmp_path)
    assert ran.returncode == 21
    assert ran.stdout.decode().splitlines()[0] == (
        "c.csv:1:3: error: unknown-column: The column 'contry' is unknown. Did you mean"
        " 'countries'?"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="reads the peak of a process")
def test_command_takes_no_more_memory_for_many_rows(tmp_path):
    peaks = []
    for rows in (100, 2_000):
        content = "customer;pcs;country\n" + "Example;300;FR\n" * rows
        (tmp_path / "c.csv").write_text(content, "utf-8")
        words = [str(COMMAND), "eligible", "--batch", str(tmp_path / "c.csv")]
        ran = subprocess.run(
            [sys.executable, "-c", PEAK, *words], capture_output=True, text=True, check=True
        )
        peaks.append(int(ran.stdout))
    assert peaks[1] < 1.2 * peaks[0]
