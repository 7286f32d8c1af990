"""A data folder in a bad state ends every command with 21 and the place; its texts stay texts."""

import shutil

import pytest

from hp_priority_cli.catalog.load import shipped_folder
from running import hp, said


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("skus.yaml", "sku: U80LYE", "sku: U80M5E", "The part number U80M5E stands twice"),
        ("skus.yaml", "sku: U80LYE", "sku: u80lye", '"u80lye" is no part number'),
        ("skus.yaml", "tier: access,", "tier: acess,", "Did you mean 'access'?"),
        ("tiers.yaml", "{devices: 250}", "{device: 250}", "Did you mean 'devices'?"),
        ("tiers.yaml", "{devices: 250}", "{devices: many}", 'holds "many", not a whole number'),
        ("tiers.yaml", "[note-2, ", "[note-7, ", "No clause has the id 'note-7'"),
        ("tiers.yaml", "{devices: 250}", "{devices: -250}", "must state exactly one count"),
        ("tiers.yaml", "{devices: 250}", "{devices: 250, pcs: 1}", "must state exactly one count"),
        ("tiers.yaml", "{devices: 250}", "{devices: &x 250}", "Anchors and aliases are not taken"),
        ("tiers.yaml", "{devices: 250}", "{devices: !!int 250}", "Tags are not taken (!!int)"),
        ("tiers.yaml", "{devices: 250}", "{devices: [}", "This is not YAML"),
        ("skus.yaml", "term_years: 3", "term_years: three", 'holds "three", not a whole number'),
        ("skus.yaml", "device_class: pc,", "device_class: pcs,", "Did you mean 'pc'?"),
        ("skus.yaml", "parts:", "partz:", "Did you mean 'parts'?"),
        ("coverage.yaml", "en: France", "en: null", "holds null, not a text"),
        ("coverage.yaml", '"NO"', "NO", 'Write "NO"'),
        ("coverage.yaml", "code: FR", "code: BE", "The place BE stands twice"),
        ("source.yaml", '"2024-05"', '"2024-13"', '"2024-13" is no edition'),
        ("source.yaml", "schema: hp-priority/source@1", "schema: other@1", "source@1"),
    ],
)
def test_broken_data_end_every_command(tmp_path, file, old, new, message):
    data = tmp_path / "data"
    shutil.copytree(shipped_folder(), data)
    text = (data / file).read_text("utf-8").replace('code: "FR"', "code: FR").replace('"BE"', "BE")
    assert old in text
    (data / file).write_text(text.replace(old, new, 1), "utf-8")
    shown = said(hp("sku", "--data", "data", cwd=tmp_path), 21)
    assert message in shown
    line = next(line for line in shown.splitlines() if message in line)
    where, _, _ = line.partition(": error:")
    path, row, column = where.rsplit(":", 2)
    assert path == f"data/{file}"
    assert int(row) > 1
    assert int(column) > 0


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "No such file or directory"),
        (b"", "There is nothing in it."),
        (b"[]\n", "The document is no mapping"),
        (b"a: \xe9\n", "The byte 0xE9 is not UTF-8"),
        (b"#" * 1_048_577, "larger than 1,048,576 bytes"),
    ],
    ids=["missing", "empty", "a list", "Latin-1", "too large"],
)
def test_data_file_in_a_bad_state_is_named(tmp_path, content, message):
    shutil.copytree(shipped_folder(), tmp_path / "data")
    (tmp_path / "data/skus.yaml").unlink()
    if content is not None:
        (tmp_path / "data/skus.yaml").write_bytes(content)
    shown = said(hp("sku", "--data", "data", cwd=tmp_path), 21)
    assert shown.startswith("data/skus.yaml:")
    assert message in shown


def test_text_of_the_data_is_no_markup_and_acts_on_no_screen(tmp_path):
    shutil.copytree(shipped_folder(), tmp_path / "data")
    tiers = (tmp_path / "data/tiers.yaml").read_text("utf-8")
    name = '"EVIL {pcs} %s [bold]x[/bold] :smile: \\e[31m \\u202e"'
    tiers = tiers.replace("name: HP Priority Access\n", f"name: {name}\n", 1)
    (tmp_path / "data/tiers.yaml").write_text(tiers, "utf-8")
    asked = ["eligible", "--pcs", "300", "--tier", "access", "--data", "data"]
    for form in ("table", "markdown", "csv", "json"):
        ran = hp(*asked, "-f", form, cwd=tmp_path, COLUMNS="200")
        text = ran.stdout.decode()
        assert ran.returncode == 11
        assert not set(text) & set("\x1b\u202e")
        if form == "table":
            assert "EVIL {pcs} %s [bold]x[/bold] :smile: \\x1b[31m \\u202e" in text


@pytest.mark.parametrize("name", ["x" * 5_000, "no/such/folder", "loop"])
def test_data_folder_that_is_none_is_said_so_whatever_it_is_called(tmp_path, name):
    (tmp_path / "loop").symlink_to("loop")
    shown = said(hp("sku", "--data", name, cwd=tmp_path), 21)
    assert shown.startswith(f"{name}: error: This is no folder." if name == "loop" else f"{name}: ")
