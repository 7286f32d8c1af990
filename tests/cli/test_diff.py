"""What `hp-priority diff` prints of two editions, in every format and language, and how it ends."""

import csv
import io
import json

import pytest

import editions
from editions import another_edition
from running import hp, said


def dearer(files):
    """An edition in which Access needs 300 devices, its 3-year PC part is gone, and France too."""
    editions.with_edition_of_2027(files)
    editions.tiers(files)[0]["minimum"]["ways"] = [{"devices": 300}]
    editions.without_part("U80M6E")(files)
    editions.without_place("FR")(files)
    editions.with_language(files)


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    """A folder with `old`, the shipped edition, and `new`, a dearer one."""
    root = tmp_path_factory.mktemp("diff")
    another_edition(root / "old")
    another_edition(root / "new", dearer)
    return root


def test_what_is_no_longer_so_comes_first(folders):
    ran = hp("diff", "old", "new", cwd=folders)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.decode() == (
        "Old         old: 4AA4-7521FRE, May 2024\n"
        "New         new: 9ZZ9-0000EXA, February 2027\n"
        "Found       5 changes, 3 of them breaking\n"
        "Breaking    HP Priority Access: the minimum rises from 250 devices, PCs and\n"
        "              printers together to 300 devices, PCs and printers together.\n"
        "            U80M6E is gone: HP Priority Access, PCs, 3 years.\n"
        "            France (FR) is no longer on HP's list.\n"
        "Data sheet  The data sheet was 4AA4-7521FRE, May 2024; it is now 9ZZ9-0000EXA,\n"
        "              February 2027.\n"
        "Languages   Greek (el) is now a support language.\n"
    )


def test_french_says_the_same(folders):
    text = hp("diff", "old", "new", "--lang", "fr", "-f", "markdown", cwd=folders).stdout.decode()
    for sentence in (
        "5 changements, dont 3 ruptures",
        "le minimum passe de 250 appareils (PC et imprimantes réunis) à 300 appareils",
        "U80M6E disparaît\u00a0: HP Priority Access, PC, 3 ans.",
        "France (FR) n’est plus dans la liste de HP.",
        "grec (el)\u00a0: désormais une langue d’assistance.",
    ):
        assert sentence in text


def test_way_back_breaks_the_language_alone(folders):
    document = json.loads(hp("diff", "new", "old", "--json", cwd=folders).stdout)
    breaking = [(each["code"], each["id"]) for each in document["changes"] if each["breaking"]]
    assert breaking == [("language-removed", "el")]


def test_json_holds_both_editions_and_every_change(folders):
    document = json.loads(hp("diff", "old", "new", "--json", cwd=folders).stdout)
    assert list(document) == [
        "schema", "tool_version", "compared", "old", "new",
        "change_count", "breaking_count", "changes", "against",
    ]  # fmt: skip
    assert (document["schema"], document["compared"]) == ("hp-priority/diff@1", "editions")
    assert (document["change_count"], document["breaking_count"]) == (5, 3)
    assert document["old"]["sha256"] != document["new"]["sha256"]
    assert {k: v for k, v in document["new"].items() if k != "sha256"} == {
        "folder": "new",
        "document": "9ZZ9-0000EXA",
        "edition": "2027-02",
    }
    assert document["changes"][1] == {
        "code": "minimum-raised",
        "area": "tiers",
        "breaking": True,
        "id": "access",
        "values": {
            "tier": "access",
            "old_ways": [{"devices": 250}],
            "new_ways": [{"devices": 300}],
        },
        "message": "HP Priority Access: the minimum rises from 250 devices, PCs and printers"
        " together to 300 devices, PCs and printers together.",
    }


def test_json_differs_in_sentences_alone(folders):
    english, french = (
        json.loads(hp("diff", "old", "new", "--json", "--lang", each, cwd=folders).stdout)
        for each in ("en", "fr")
    )
    for document in (english, french):
        for change in document["changes"]:
            assert change.pop("message")
    assert english == french


def test_same_editions_give_the_same_bytes(folders):
    runs = [hp("diff", "old", "new", "--json", cwd=folders, PYTHONHASHSEED=n) for n in "12"]
    assert runs[0].stdout == runs[1].stdout


def test_csv_has_a_row_for_each_change(folders):
    text = hp("diff", "old", "new", "-f", "csv", cwd=folders).stdout.decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["breaking"], row["area"], row["code"], row["id"]) for row in rows] == [
        ("false", "document", "document-changed", "9ZZ9-0000EXA"),
        ("true", "tiers", "minimum-raised", "access"),
        ("true", "parts", "part-removed", "U80M6E"),
        ("true", "places", "place-removed", "FR"),
        ("false", "languages", "language-added", "el"),
    ]
    assert rows[3]["message"] == "France (FR) is no longer on HP's list."


def test_markdown_goes_to_a_file(folders, tmp_path):
    ran = hp("diff", "old", "new", "-o", tmp_path / "news.md", cwd=folders)
    assert (ran.returncode, ran.stdout) == (0, b"")
    text = (tmp_path / "news.md").read_text("utf-8")
    assert "## Breaking\n\n- HP Priority Access: the minimum rises" in text


@pytest.mark.parametrize(("new", "code"), [("new", 14), ("old", 0)])
def test_exit_code_tells_a_change_where_it_is_asked_for(new, code, folders):
    assert hp("diff", "old", new, cwd=folders).returncode == 0
    assert hp("diff", "old", new, "--exit-code", cwd=folders).returncode == code
    assert hp("diff", "old", new, "--exit-code", "--json", cwd=folders).returncode == code


def test_same_folder_twice_has_no_change(folders):
    ran = hp("diff", "old", "old", cwd=folders)
    assert ran.stdout.decode().splitlines()[-1] == "Found  No change: both hold the same."


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "Two saved quotes are needed, or two folders of data"),
        (("old",), "Two saved quotes are needed, or two folders of data"),
        (("old", "old/tiers.yaml"), "old/tiers.yaml is a file, and the other is none."),
        (("quote.json", "old"), "quote.json is a file, and the other is none."),
        (("-", "old"), "<stdin> is a file, and the other is none."),
        (("-", "-"), "Two saved quotes are needed"),
        (("old", "new", "old"), "Nothing more was expected here: old."),
        (("old", "new", "--against", "nowhere"), "--against takes a folder"),
        (("old", "new", "-f", "docx"), "docx"),
    ],
)
def test_wrong_use_ends_with_2(arguments, message, folders):
    (folders / "quote.json").write_text("{}", "utf-8")
    assert message in said(hp("diff", *arguments, cwd=folders), 2)


def test_folder_that_is_not_there_ends_with_21(folders):
    assert "There is no such folder." in said(hp("diff", "old", "older", cwd=folders), 21)


def test_what_is_wrong_in_both_folders_is_told_at_once(tmp_path):
    for name, old in (("a", "sku: U80M5E"), ("b", "tier: access\n")):
        another_edition(tmp_path / name)
        file = tmp_path / name / "skus.yaml"
        file.write_text(file.read_text("utf-8").replace(old, "zzz: 1\n", 1), "utf-8")
    shown = said(hp("diff", "a", "b", cwd=tmp_path), 21)
    assert "a/skus.yaml:" in shown
    assert "b/skus.yaml:" in shown
    document = json.loads(hp("diff", "a", "b", "--json", cwd=tmp_path).stdout)
    assert document["error"]["code"] == "invalid-data"
    assert {each["file"] for each in document["error"]["values"]["findings"]} == {
        "a/skus.yaml", "b/skus.yaml",
    }  # fmt: skip


def test_many_of_a_kind_are_told_at_once_and_listed_each_in_json(folders, tmp_path):
    another_edition(tmp_path / "new", editions.without_tier("management-plus"))
    text = hp("diff", folders / "old", "new", cwd=tmp_path, COLUMNS="200").stdout.decode()
    names = "U62G2E, U62G3E, U62G4E, U62G5E and U64GFE"
    assert f"HP Priority Management Plus: 5 parts are gone: {names}." in text
    document = json.loads(hp("diff", folders / "old", "new", "--json", cwd=tmp_path).stdout)
    gone = [each["id"] for each in document["changes"] if each["code"] == "part-removed"]
    assert len(gone) == 5


def test_text_of_the_data_acts_on_no_screen(folders, tmp_path):
    def hostile(files):
        editions.tiers(files)[0]["name"] = "EVIL {pcs} [bold]x[/bold] \x1b[31m\u202e"

    another_edition(tmp_path / "new", hostile)
    for form in ("table", "markdown", "csv", "json"):
        ran = hp("diff", folders / "old", "new", "-f", form, cwd=tmp_path, COLUMNS="200")
        assert ran.returncode == 0
        assert not set(ran.stdout.decode()) & set("\x1b\u202e")
