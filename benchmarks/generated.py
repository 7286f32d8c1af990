"""Catalogs of any number of parts, generated from the shipped one. Their parts are invented."""

from pathlib import Path
from typing import Any

import yaml

from hp_priority_cli.catalog.load import FILES, shipped_folder
from hp_priority_cli.readers.yaml import read_yaml

TERMS = tuple(range(1, 11))
CLASSES = ("pc", "printer")
PARTS_OF_A_TIER = len(TERMS) * len(CLASSES)
_DIGITS = "0123456789ACDEFGHJKMNPQRTUVWXY"
"""Signs of part numbers, without those that are misread for one another."""


def write_catalog(folder: Path, parts: int) -> Path:
    """Write a catalog with that many parts, a multiple of `PARTS_OF_A_TIER`; its folder.

    Tiers grow with the parts, each with every term for PCs and printers; places, languages and
    clauses stay those of the shipped data.
    """
    files: dict[str, Any] = {
        name: read_yaml((shipped_folder() / name).read_text("utf-8"), name).value for name in FILES
    }
    tiers = [f"tier-{n}" for n in range(parts // PARTS_OF_A_TIER)]
    offer, source = files["tiers.yaml"], files["source.yaml"]
    offer["tiers"] = [_tier(n, tier) for n, tier in enumerate(tiers)]
    offer["terms"]["years"] = list(TERMS)
    for row in offer["features"]:
        row["tiers"] = dict.fromkeys(tiers, "included")
        row.pop("replaced_by", None)
    files["skus.yaml"]["parts"] = [
        _part(n * PARTS_OF_A_TIER + m, tier, device_class, years)
        for n, tier in enumerate(tiers)
        for m, (device_class, years) in enumerate((c, y) for c in CLASSES for y in TERMS)
    ]
    for reading in source["readings"]:
        touched = [each for each in reading["touches"] if not each.startswith("tier:")]
        reading["touches"] = touched or ["condition:minimum-base"]
    folder.mkdir(parents=True)
    for name, content in files.items():
        text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=1_000)
        (folder / name).write_text(text, "utf-8")
    return folder


def _tier(n: int, tier: str) -> dict[str, Any]:
    return {
        "id": tier,
        "name": f"HP Priority Invented {n}",
        "summary": {"en": f"Invented tier {n}.", "fr": f"Niveau inventé {n}."},
        "clauses": ["highlights-access"],
        "minimum": {"ways": [{"devices": 100 + n}], "clauses": ["note-1"]},
        "order_unit": "device",
    }


def _part(n: int, tier: str, device_class: str, years: int) -> dict[str, Any]:
    return {
        "sku": _number(n),
        "tier": tier,
        "device_class": device_class,
        "term_years": years,
        "description": {
            "en": f"{tier}, {device_class}, {years} years",
            "fr": f"{tier}, {device_class}, {years} ans",
        },
    }


def _number(n: int) -> str:
    """A part number of six signs, another for each `n`."""
    signs = ""
    for _ in range(4):
        n, digit = divmod(n, len(_DIGITS))
        signs = _DIGITS[digit] + signs
    return f"X9{signs}"
