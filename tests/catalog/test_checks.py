"""What the checks run on: a part of the files, a catalog of many parts, and the rest of a load."""

import shutil
from typing import Any

import pytest

from broken import findings_in
from customers import CATALOG
from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.checks import check_catalog
from hp_priority_cli.catalog.load import FILES, load_catalog, shipped_folder
from hp_priority_cli.errors import InvalidData
from hp_priority_cli.readers.yaml import read_yaml

TREES = {name: read_yaml((shipped_folder() / name).read_text("utf-8"), name) for name in FILES}
RECORDS: dict[str, Any] = {
    "tiers.yaml": CATALOG.tiers_file,
    "skus.yaml": CATALOG.skus_file,
    "coverage.yaml": CATALOG.coverage,
    "source.yaml": CATALOG.source,
}


@pytest.mark.parametrize("missing", FILES)
def test_file_that_could_not_be_read_keeps_no_other_from_being_checked(missing):
    records = [None if name == missing else RECORDS[name] for name in FILES]
    catalog = Catalog("", "", (), *records)  # type: ignore[arg-type]
    trees = {name: tree for name, tree in TREES.items() if name != missing}
    assert check_catalog(catalog, trees) == []


def test_each_file_alone_is_checked():
    for name in FILES:
        records = [RECORDS[name] if each == name else None for each in FILES]
        catalog = Catalog("", "", (), *records)  # type: ignore[arg-type]
        assert check_catalog(catalog, {name: TREES[name]}) == []


def with_parts(count: int) -> str:
    """A file with so many parts for Access, one for each year."""
    letters = "ACDEFGHJKMNPRTUVWXY34679"
    rows = []
    for n in range(count):
        code = "".join(letters[n // len(letters) ** k % len(letters)] for k in range(4))
        rows.append(
            f"  - {{sku: W{code}E, tier: access, device_class: pc, term_years: {n + 1},"
            f' description: {{en: "HP Priority Access, PCs, {n + 1} years",'
            f' fr: "HP Priority Access PC {n + 1} ans"}}}}'
        )
    head = "schema: hp-priority/skus@1\nclauses: [parts, ordering]\nband_reading: band-is-a-label\n"
    return "\n".join([head + "parts:", *rows, ""])


def test_two_thousand_parts_are_all_checked(tmp_path):
    shutil.copytree(shipped_folder(), tmp_path / "data")
    (tmp_path / "data/skus.yaml").write_text(with_parts(2_000), "utf-8")
    found = findings_in(tmp_path / "data")
    assert [each.code for each in found].count("unknown-term") == 1_995
    assert {each.code for each in found} == {
        "unknown-term",
        "tier-without-part",
        "class-without-part",
    }


UNFINISHED = ("en: The customer is a commercial customer of HP.", "en: TODO.")
UNKNOWN = ("clauses: [prerequisites-1]", "clauses: [prerequisites-9]")


@pytest.mark.parametrize(("edit", "is_taken"), [(UNFINISHED, True), (UNKNOWN, False)])
def test_load_refuses_what_an_answer_cannot_stand_on_and_leaves_the_rest_to_check(
    tmp_path, edit, is_taken
):
    shutil.copytree(shipped_folder(), tmp_path / "data")
    text = (tmp_path / "data/tiers.yaml").read_text("utf-8")
    (tmp_path / "data/tiers.yaml").write_text(text.replace(*edit), "utf-8")
    assert any(each.severity == "error" for each in findings_in(tmp_path / "data"))
    if is_taken:
        assert load_catalog(tmp_path / "data").parts == CATALOG.parts
    else:
        with pytest.raises(InvalidData):
            load_catalog(tmp_path / "data")
