"""`inventory`, and a fleet in the stead of counts: what is printed, refused, saved and verified."""

import csv
import json
import shlex
from pathlib import Path

import pytest
import yaml

from fleets import workbook
from published import breaches
from running import hp, said

EXAMPLE = str(Path(__file__).resolve().parents[2] / "examples/example-fleet.csv")
CUSTOMER = ["--it-desk", "own", "--whole-base"]
HEAD = "Serial number,Device type,Manufacturer,Segment,Warranty end date"


def devices(count, type_="Laptop", *, start=0):
    row = f",{type_},HP,Commercial,2027-12-31\n"
    return "".join(f"A{n}{row}" for n in range(start, start + count))


@pytest.fixture
def export(tmp_path):
    path = tmp_path / "fleet.csv"
    path.write_text(f"{HEAD}\n{devices(249)}{devices(40, 'MFP', start=500)}A1,Gizmo,,,\n")
    return str(path)


def document(*arguments, **more):
    ran = hp(*arguments, "--json", **more)
    assert ran.returncode == 0, ran.stderr.decode()
    return json.loads(ran.stdout)


def test_example_amounts_to_what_it_says():
    found = document("inventory", EXAMPLE)
    assert breaches("inventory", found) == []
    assert found["rows"] == 327 == len(found["devices"])
    assert sum(each["rows"] for each in found["buckets"]) == 327
    assert found["counted"] == {"pcs": 216, "printers": 33}
    assert found["open"] == {"pcs": 11, "printers": 0, "either": 7}
    assert found["places"][0] == {"country": "FR", "pcs": 159, "printers": 22}
    assert [each["bucket"] for each in found["buckets"] if not each["rows"]] == [
        "line-unknown", "date-ambiguous",
    ]  # fmt: skip
    assert found["files"][0]["passed_over"] == [330]
    assert found["files"][0]["unread"] == ["Device name", "Operating system"]


def test_next_command_can_be_pasted(export):
    named = ["--every", "maker=HP", "--type", "Giz mo=notebook", "--column", "type=Device type"]
    shown = hp("inventory", export, *named).stdout.decode()
    command = shown.partition("hp-priority eligible ")[2].replace("\\\n", "")
    ran = hp("eligible", *shlex.split(command), *CUSTOMER, "--json")
    assert json.loads(ran.stdout)["request"]["installed_base"]["pcs"] == 249


def test_day_that_was_stated_is_part_of_the_next_command(export):
    shown = hp("inventory", export, "--as-of", "2027-12-31").stdout.decode()
    assert shown.endswith("--as-of 2027-12-31\n")
    asked = ("eligible", "--inventory", export, "--as-of", "2027-12-31", "--json")
    assert "fleet.csv --as-of 2027-12-31\n" in hp(*asked).stderr.decode()


def test_option_that_settles_can_be_typed_as_it_is_shown(tmp_path):
    path = tmp_path / "f.csv"
    path.write_text(f"{HEAD}\nA1,Note-book's,HP,Commercial,2027-12-31\n")
    [found] = [b for b in document("inventory", str(path))["buckets"] if b["settled_by"]]
    [option] = found["settled_by"]
    counted = document("inventory", str(path), *shlex.split(option))["counted"]
    assert counted == {"pcs": 1, "printers": 0}


def test_rows_to_be_settled_are_told_each_time_with_the_command_that_shows_them(export):
    ran = hp("eligible", "--inventory", export, "--every", "line=commercial", "--json")
    told = ran.stderr.decode()
    assert "2 rows of the inventory to be settled, and not counted." in told
    assert f"hp-priority inventory {export} --every line=commercial" in told
    assert hp("eligible", "--inventory", export, "-q").stderr == b""


@pytest.mark.parametrize("verbose", [False, True])
def test_verbose_names_every_row_and_every_column(export, verbose):
    ran = hp("inventory", export, *(["-v"] if verbose else []))
    assert ("2, 4-250" in ran.stdout.decode()) == verbose
    assert ("columns read: serial (Serial number)" in ran.stderr.decode()) == verbose


def test_csv_has_one_row_a_device_and_nothing_that_a_spreadsheet_runs(tmp_path):
    path = tmp_path / "f.csv"
    path.write_text(f'{HEAD}\n=1+1,"=HYPERLINK(""x"")",HP,,\n@A2,Laptop,HP,Commercial,2027-12-31\n')
    ran = hp("inventory", str(path), "-f", "csv")
    rows = [*csv.reader(ran.stdout.decode().splitlines())]
    assert rows[0] == ["file", "line", "serial", "bucket", "type", "country", "about"]
    assert [row[1:5] for row in rows[1:]] == [
        ["2", "'=1+1", "type-unknown", ""], ["3", "'@A2", "pc", "notebook"],
    ]  # fmt: skip
    assert rows[1][6] == '\'=HYPERLINK("x")'


def test_text_from_outside_is_harmless_on_a_screen(tmp_path):
    path = tmp_path / "f.csv"
    path.write_text(f"{HEAD}\nA1,\x1b[2J$(rm x) [bold]:x:\u202e,HP,,\n", "utf-8")
    ran = hp("inventory", str(path), "-v")
    shown = ran.stdout.decode() + ran.stderr.decode()
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "'\\x1b[2J$(rm x) [bold]:x:\\u202e=TYPE'" in shown


def test_long_text_leaves_the_table_a_table_and_is_whole_where_all_is_asked_for(tmp_path):
    path, word = tmp_path / "f.csv", "Gizmo " * 40
    path.write_text(f"{HEAD}\nA1,{word},HP,Commercial,2027-12-31\n")
    shown = hp("inventory", str(path)).stdout.decode()
    assert "--type TEXT=TYPE  2\n" in shown
    assert word.strip() not in " ".join(shown.split())
    whole = " ".join(hp("inventory", str(path), "-v").stdout.decode().split())
    assert f"--type '{word.strip()}=TYPE'" in whole


def test_many_titles_are_not_all_told(tmp_path):
    (tmp_path / "f.csv").write_text(",".join(f"c{n}" for n in range(500)) + "\n1\n")
    text = said(hp("inventory", "f.csv", cwd=tmp_path), 20)
    assert "c38 and c39." in text


def test_two_files_are_one_fleet(tmp_path):
    (tmp_path / "a.csv").write_text("Serial number,Device type,Manufacturer\nA1,Laptop,HP\n")
    book = workbook(
        tmp_path / "b.xlsx",
        ["Numéro de série", "Gamme", "Fin de garantie"],
        ["a1", "pro", "31/12/2027"],
    )
    found = document("inventory", str(tmp_path / "a.csv"), book)
    assert [each["bucket"] for each in found["devices"]] == ["pc", "duplicate"]
    assert [each["file"] for each in found["files"]] == ["a.csv", "b.xlsx"]
    assert "b.xlsx:2" in hp("inventory", str(tmp_path / "a.csv"), book).stdout.decode()


# What is typed, the exit code, and what is said.
WRONG = {
    "no file": (["inventory"], 2, "No file of devices was named."),
    "a file that is not there": (["inventory", "nope.csv"], 20, "nope.csv: error: The file"),
    "a folder": (["inventory", "."], 20, ".: error: The file"),
    "no title so": (["inventory", EXAMPLE, "--column", "type=Kind"], 2, "titled 'Kind'"),
    "no such key": (["inventory", EXAMPLE, "--column", "model=Model"], 2, "--column is serial"),
    "no title": (["inventory", EXAMPLE, "--column", "type="], 2, "takes KEY=TITLE"),
    "no such type": (["inventory", EXAMPLE, "--type", "X=notbook"], 2, "mean notebook?"),
    "a line of its own": (["inventory", EXAMPLE, "--every", "line=5U"], 2, "or consumer"),
    "a day that is none": (["inventory", EXAMPLE, "--every", "cover_until=soon"], 2, "cover_until"),
    "a last day of nothing": (["inventory", EXAMPLE, "--every", "cover_until=-"], 2, "cover_until"),
    "a file twice": (["inventory", EXAMPLE, EXAMPLE], 2, "was named twice"),
    "every serial": (["inventory", EXAMPLE, "--every", "serial=A"], 2, "--every is type"),
    "a place of two": (["inventory", EXAMPLE, "--every", "country=Guyane"], 2, "than one place"),
    "another order": (["inventory", EXAMPLE, "--date-order", "ymd"], 2, "is dmy or mdy"),
    "counts beside it": (["eligible", "--inventory", EXAMPLE, "--pcs", "3"], 2, "stated twice"),
    "a site beside it": (["quote", "--inventory", EXAMPLE, "--site", "FR:1:1"], 2, "stated twice"),
    "places beside it": (["compare", "--inventory", EXAMPLE, "--country", "FR"], 2, "places were"),
    "a batch beside it": (["eligible", "--inventory", EXAMPLE, "--batch", "x"], 2, "not with"),
    "no fleet to read so": (["eligible", "--every", "maker=HP"], 2, "--every says how"),
    "none in a batch either": (["quote", "--date-order", "dmy", "--batch", "x"], 2, "--date-order"),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "code", "text"), WRONG.values(), ids=WRONG)
def test_wrong_use_and_wrong_input_say_what_to_do(tmp_path, arguments, code, text):
    assert text in said(hp(*arguments, cwd=tmp_path), code)


def test_base_of_a_request_beside_a_fleet_is_wrong_use(tmp_path, export):
    (tmp_path / "r.yaml").write_text("installed_base: {pcs: 3}\n")
    (tmp_path / "ok.yaml").write_text("countries: [FR]\nit_desk: own\n")
    arguments = ["eligible", "--inventory", export, "--request"]
    assert "by --inventory, and by the request" in said(hp(*arguments, str(tmp_path / "r.yaml")), 2)
    found = document(*arguments, str(tmp_path / "ok.yaml"))
    assert found["request"]["countries"] == ["FR"]


def test_places_may_be_stated_where_the_fleet_says_none(export):
    request = document("eligible", "--inventory", export, "--country", "FR,RO")["request"]
    assert (request["countries"], request["sites"]) == (["FR", "RO"], None)
    assert request["installed_base"]["printers"] == 40


def test_every_country_makes_sites(export):
    request = document("eligible", "--inventory", export, "--every", "country=France")["request"]
    assert [each["country"] for each in request["sites"]] == ["FR"]


def test_cover_is_judged_on_the_day_of_the_request(tmp_path):
    path = tmp_path / "f.csv"
    path.write_text(f"{HEAD}\nA1,Laptop,HP,Commercial,2026-11-24\n")
    (tmp_path / "r.yaml").write_text("as_of: 2026-11-25\n")
    arguments = ["eligible", "--inventory", str(path)]
    assert document(*arguments)["request"]["installed_base"]["pcs"] == 1
    later = document(*arguments, "--request", str(tmp_path / "r.yaml"))
    assert later["request"]["installed_base"]["pcs"] == 0
    assert document(*arguments, "--as-of", "2026-11-25")["request"] == later["request"]


def test_quote_names_the_export_and_verify_tells_when_it_changed(tmp_path, export):
    saved = str(tmp_path / "q.json")
    wanted = ["--country", "FR", *CUSTOMER, "--tier", "access", "--years", "3", "-o", saved]
    assert hp("quote", "--inventory", export, *wanted).returncode == 0
    files = json.loads(Path(saved).read_text())["files"]
    assert [each["file"] for each in files if each["kind"] == "inventory"] == ["fleet.csv"]
    assert hp("verify", saved).returncode == 0
    with Path(export).open("a") as file:
        file.write(devices(1, start=900))
    ran = hp("verify", saved)
    assert ran.returncode == 14
    assert "The export of the fleet fleet.csv is not what it was" in ran.stdout.decode()


def test_saved_quote_of_a_workbook_is_verified(tmp_path):
    rows = [[f"A{n}", "Laptop"] for n in range(300)]
    path = workbook(tmp_path / "f.xlsx", ["Serial", "Type"], *rows)
    every = [w for each in ("maker=HP", "line=commercial", "cover=yes") for w in ("--every", each)]
    saved = str(tmp_path / "q.json")
    wanted = ["--country", "FR", *CUSTOMER, "--tier", "access", "--years", "3", "-o", saved]
    assert hp("quote", "--inventory", path, *every, *wanted).returncode == 0
    assert hp("verify", saved).returncode == 0


def test_saved_request_is_what_the_fleet_amounts_to(tmp_path, export):
    saved = tmp_path / "r.yaml"
    assert hp("inventory", export, "--save-request", str(saved)).returncode == 0
    text = saved.read_text("utf-8")
    assert yaml.safe_load(text)["installed_base"] == {"pcs": 248, "printers": 40}
    assert f"# Counted from an inventory: hp-priority inventory {export}\n" in text
    assert "# To be settled and not counted: 2 rows." in text
    assert hp("eligible", "--request", str(saved), *CUSTOMER).returncode == 0
    assert hp("inventory", export, "--save-request", str(saved)).returncode == 2
    assert hp("inventory", export, "--save-request", str(tmp_path / "r.json")).returncode == 2
    other = tmp_path / "other.yaml"
    assert hp("eligible", "--inventory", export, "--save-request", str(other)).returncode == 0
    assert "# To be settled and not counted: 2 rows." in other.read_text("utf-8")


def test_answer_never_replaces_the_export(export):
    ran = hp("inventory", export, "-f", "csv", "-o", export, "--force")
    assert "fleet.csv" in said(ran, 2)


@pytest.mark.parametrize("suffix", ["json", "csv", "md", "html", "txt", "xlsx"])
def test_answer_is_written_in_every_format(tmp_path, suffix):
    target = tmp_path / f"answer.{suffix}"
    assert hp("inventory", EXAMPLE, "-o", str(target)).returncode == 0
    assert target.stat().st_size > 500


def test_standard_input_is_a_csv(export):
    found = document("inventory", "-", stdin=Path(export).read_bytes())
    assert (found["files"][0]["file"], found["counted"]) == (
        "<stdin>",
        {"pcs": 248, "printers": 40},
    )


def test_rows_to_be_settled_are_told_beside_what_was_stated(export):
    shown = hp("eligible", "--inventory", export).stdout.decode()
    text = " ".join(shown.split())
    assert "2 rows of the inventory open: at most 248 PCs, 40 printers and 1 of either." in text
    assert "hp-priority inventory" in text
    assert shown.count("\n") <= 25


def test_refused_quote_tells_of_rows_to_be_settled_too(export):
    ran = hp("quote", "--inventory", export, "--tier", "management", "--years", "3")
    assert ran.returncode == 10
    assert "of the inventory to be settled, and not counted" in ran.stderr.decode()


def test_class_of_which_none_counts_yet_is_not_stated_as_none(tmp_path):
    path = tmp_path / "f.csv"
    rows = (f"A{n},Laptop,HP,,2027-12-31\n" for n in range(300))
    path.write_text(f"{HEAD}\n{''.join(rows)}", "utf-8")
    asked = json.loads(hp("eligible", "--inventory", str(path), "--json").stdout)
    assert asked["request"]["installed_base"]["pcs"] is None
    points = {point["id"] for tier in asked["tiers"] for point in tier["open_points"]}
    assert "count-taken-as-zero:pcs" in points
    settled = ("--every", "line=commercial", "--json")
    found = json.loads(hp("eligible", "--inventory", str(path), *settled).stdout)
    assert found["request"]["installed_base"]["pcs"] == 300


def test_next_command_keeps_the_language_that_was_typed(export):
    shown = hp("inventory", export, "--lang", "fr").stdout.decode()
    assert "hp-priority --lang fr eligible" in shown


def test_json_of_a_base_that_was_counted_tells_of_rows_to_be_settled(export):
    found = document("eligible", "--inventory", export, *CUSTOMER, "--country", "FR", "-q")
    assert breaches("eligibility", found) == []
    assert found["inventory"] == {
        "rows": 290,
        "rows_open": 2,
        "counted": {"pcs": 248, "printers": 40},
        "open": {"pcs": 0, "printers": 0, "either": 1},
    }
    assert "inventory" not in document("eligible", "--pcs", "300", *CUSTOMER, "--country", "FR")


def test_device_that_does_not_count_is_told_wherever_it_is(tmp_path):
    rows = "Laptop,FR,2027-12-31\nLaptop,Romania,2020-01-01\nMonitor,UA,\nTablet,FR,\nTablet,,\n"
    (tmp_path / "f.csv").write_text(f"type,country,cover until\n{rows}", "utf-8")
    of_all = ["--every", "maker=HP", "--every", "line=commercial", "--as-of", "2026-11-24"]
    asked = ["eligible", "--inventory", "f.csv", *of_all]
    shown = " ".join(hp(*asked, cwd=tmp_path).stdout.decode().split())
    assert "1 PC, printers taken as 0; France (FR) 3 rows that do not count are where" in shown
    assert 'Not eligible and not counted: 1 of type "tablet".' in shown
    assert "served?" not in shown


def test_device_that_does_not_count_is_told_where_no_place_is(tmp_path):
    rows = "Laptop,2027-12-31\nLaptop,2020-01-01\nMonitor,\nTablet,\n"
    (tmp_path / "f.csv").write_text(f"type,cover until\n{rows}", "utf-8")
    of_all = ["--every", "maker=HP", "--every", "line=commercial", "--as-of", "2026-11-24"]
    asked = ["eligible", "--inventory", "f.csv", *of_all, "--save-request", "r.yaml", "--json"]
    base = json.loads(hp(*asked, cwd=tmp_path).stdout)["request"]["installed_base"]
    told = {key: base[key] for key in ("pcs", "pcs_without_cover", "displays", "other")}
    assert told == {"pcs": 1, "pcs_without_cover": 1, "displays": 1, "other": {"tablet": 1}}
    again = json.loads(hp("eligible", "--request", "r.yaml", "--json", cwd=tmp_path).stdout)
    assert again["request"]["installed_base"] == base


def test_class_that_no_export_lists_is_asked_for_with_another_export(tmp_path):
    (tmp_path / "f.csv").write_text("type\nLaptop\n", "utf-8")
    of_all = [w for fact in ("maker=HP", "line=commercial", "cover=yes") for w in ("--every", fact)]
    shown = hp("eligible", "--inventory", "f.csv", *of_all, cwd=tmp_path).stdout.decode()
    assert "How many printers under valid cover?  --inventory FILE" in shown
    assert "--printers N" not in shown


@pytest.mark.parametrize(
    ("counted", "open_", "told"), [(248, 1, False), (248, 2, True), (249, 1, True), (250, 9, False)]
)
def test_tier_that_open_rows_would_bring_within_reach_is_told(tmp_path, counted, open_, told):
    rows = devices(counted) + "".join(
        f"B{n},Gizmo,HP,Commercial,2027-12-31\n" for n in range(open_)
    )
    (tmp_path / "f.csv").write_text(f"{HEAD}\n{rows}", "utf-8")
    ran = hp("eligible", "--inventory", "f.csv", *CUSTOMER, "--country", "FR", cwd=tmp_path)
    said_so = "If all of them count, HP Priority Access is within reach." in ran.stdout.decode()
    assert said_so == told
