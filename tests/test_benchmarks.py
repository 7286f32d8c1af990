"""The catalogs that the benchmarks generate are in order and of the size that they say."""

import runpy
from pathlib import Path

import pytest

from hp_priority_cli import load_catalog

WRITE = runpy.run_path(str(Path(__file__).resolve().parents[1] / "benchmarks/generated.py"))


@pytest.mark.parametrize(("parts", "tiers"), [(20, 1), (200, 10)])
def test_generated_catalog_has_its_parts(parts, tiers, tmp_path):
    catalog = load_catalog(WRITE["write_catalog"](tmp_path / "data", parts))
    assert (len(catalog.parts), len(catalog.tiers)) == (parts, tiers)
    assert len({part.sku for part in catalog.parts}) == parts
