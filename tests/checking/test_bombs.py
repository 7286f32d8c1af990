"""What opens more than anybody closes, or stands for more than it is long, is refused at once."""

import pytest

from checked import shipped_copy
from hp_priority_cli.checking.run import check_paths

BOMB = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 30))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (BOMB, "alias"),
        (BOMB.replace("[x]", "[" * 30_000), "too-deep"),
        ("a: " + "{b: " * 50_000, "too-deep"),
        ("a:\n" + "- " * 50_000, "too-deep"),
        ("".join(f"{' ' * n}a:\n" for n in range(900)), "too-deep"),
        ("a: " + "*b\n" * 60_000, "yaml-syntax"),
        ("a: [" + "*b, " * 60_000 + "]", "too-many-values"),
        ("a: " + "!" * 60_000, "tag"),
        ("a: " + "&b " * 60_000, "yaml-syntax"),
    ],
    ids=[
        "aliases of aliases", "depth behind an anchor", "mappings", "lists", "blocks",
        "aliases in a row", "a list of aliases", "exclamation marks", "anchors",
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["r.yaml", "data/tiers.yaml"])
def test_bomb_is_refused(tmp_path, name, content, code):
    shipped_copy(tmp_path / "data")
    start = "tier: access\n" if name == "r.yaml" else "schema: hp-priority/tiers@1\n"
    (tmp_path / name).write_text(start + content, "utf-8")
    checked, _ = check_paths([str(tmp_path / name)], None, "error")
    assert code in {each.code for each in checked.findings}
