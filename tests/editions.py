"""Other editions of the data: real folders, each the shipped one with things put in or taken out.

They stay whole: what is taken out is named nowhere any more, what is put in has its texts, clauses
and parts. All that is put in is invented.
"""

from pathlib import Path

import yaml

from hp_priority_cli.catalog.load import FILES, shipped_folder
from hp_priority_cli.readers.yaml import read_yaml


def content_with(*changes):
    """The content of the shipped files, by name, with the changes made to it."""
    files = {
        name: read_yaml((shipped_folder() / name).read_text("utf-8"), name).value for name in FILES
    }
    for change in changes:
        change(files)
    return files


def another_edition(folder, *changes):
    """Write the shipped data to `folder` with the changes made to them; the folder."""
    files = content_with(*changes)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=1_000)
        (Path(folder) / name).write_text(text, "utf-8")
    return folder


def both(text):
    return {"en": text, "fr": f"{text} (fr)"}


def tiers(files):
    return files["tiers.yaml"]["tiers"]


def features(files):
    return files["tiers.yaml"]["features"]


def parts(files):
    return files["skus.yaml"]["parts"]


def readings(files):
    return files["source.yaml"]["readings"]


def languages(files):
    return files["coverage.yaml"]["languages"]


def region(files, region_id):
    [found] = [each for each in files["coverage.yaml"]["regions"] if each["id"] == region_id]
    return found["places"]


def drop(items, key, value):
    """Take the one item out that bears a value."""
    [found] = [each for each in items if each[key] == value]
    items.remove(found)


def part(sku, tier, device_class, term_years, **more):
    name = f"{tier} {device_class} {term_years}"
    return {
        "sku": sku,
        "tier": tier,
        "device_class": device_class,
        "term_years": term_years,
        "description": both(name),
        **more,
    }


# -- what is put in ---------------------------------------------------------------------------


def with_edition_of_2027(files):
    files["source.yaml"]["document"] |= {"id": "9ZZ9-0000EXA", "edition": "2027-02"}


def with_tier(files):
    """A tier above all others, for 20,000 PCs, that holds all that the highest one does."""
    tiers(files).append(
        {
            "id": "premier",
            "name": "HP Priority Premier",
            "summary": both("An invented tier."),
            "clauses": ["highlights-management-plus"],
            "minimum": {
                "ways": [{"pcs": 20000}],
                "clauses": ["note-3"],
                "other_readings": [{"reading": "premier-minimum", "ways": [{"devices": 30000}]}],
            },
            "order_unit": "contract",
        }
    )
    readings(files).append(
        {
            "id": "premier-minimum",
            "question": both("Do all devices count for Premier?"),
            "adopted": both("No, PCs alone."),
            "other": both("Yes, all devices."),
            "clauses": ["note-3"],
            "against": ["prerequisites-5"],
            "touches": ["condition:minimum-base", "tier:premier"],
            "confirms": "hp",
        }
    )
    for row in features(files):
        row["tiers"]["premier"] = row["tiers"]["management-plus"]
    parts(files).extend(part(f"ZZ9{n}PE", "premier", "any", n) for n in (1, 2, 3))


def with_tier_below_all(files):
    """A tier for 20 devices that has no part at all."""
    tiers(files).insert(
        0,
        {
            "id": "start",
            "name": "HP Priority Start",
            "summary": both("An invented tier."),
            "clauses": ["highlights-access"],
            "minimum": {"ways": [{"devices": 20}], "clauses": ["note-1"]},
            "order_unit": "device",
        },
    )
    for row in features(files):
        row["tiers"] = {"start": "not-included", **row["tiers"]}


def with_feature(files):
    features(files).append(
        {
            "id": "spare-pool",
            "row": len(features(files)) + 1,
            "name": {"en": "Spare pool", "fr": "Réserve de rechange"},
            "description": both("An invented feature."),
            "tiers": {each["id"]: "not-stated" for each in tiers(files)}
            | {"management": "included"},
            "clauses": ["table-3"],
        }
    )


def with_part(files):
    """The part that no tier has: printers of Access for 2 years."""
    parts(files).append(part("ZZ92AE", "access", "printer", 2))


def with_term(files):
    """A term of 7 years, with a part for PCs of Access."""
    files["tiers.yaml"]["terms"]["years"].append(7)
    parts(files).append(part("ZZ97AE", "access", "pc", 7, band=250))


def with_place(files):
    region(files, "emea").append({"code": "RO", "name": {"en": "Romania", "fr": "Roumanie"}})


def with_region(files):
    place = {"code": "FJ", "name": {"en": "Fiji", "fr": "Fidji"}}
    files["coverage.yaml"]["regions"].append(
        {"id": "oceania", "name": {"en": "Oceania", "fr": "Océanie"}, "places": [place]}
    )


def with_language(files):
    languages(files).append({"tag": "el", "name": {"en": "Greek", "fr": "grec"}})


def with_live_help_in_french_too(files):
    files["coverage.yaml"]["around_the_clock"]["languages"] = ["en", "fr"]


# -- what is taken out ------------------------------------------------------------------------


def without_tier(tier_id):
    """Take a tier out, and its parts, cells and readings."""

    def change(files):
        drop(tiers(files), "id", tier_id)
        files["skus.yaml"]["parts"] = [each for each in parts(files) if each["tier"] != tier_id]
        for row in list(features(files)):
            row["tiers"].pop(tier_id)
            if "included" not in row["tiers"].values():
                features(files).remove(row)
        _mend(files)

    return change


def without_feature(feature_id):
    def change(files):
        drop(features(files), "id", feature_id)
        _mend(files)

    return change


def without_part(sku):
    return lambda files: drop(parts(files), "sku", sku)


def without_place(code):
    def change(files):
        for each in files["coverage.yaml"]["regions"]:
            each["places"] = [place for place in each["places"] if place["code"] != code]
        _mend(files)

    return change


def without_language(tag):
    def change(files):
        drop(languages(files), "tag", tag)
        live = files["coverage.yaml"]["around_the_clock"]
        live["languages"] = [each for each in live["languages"] if each != tag] or ["de"]
        _mend(files)

    return change


def _mend(files):
    """Take out every reference to what is no longer there, and what then touches nothing."""
    there = {f"tier:{each['id']}" for each in tiers(files)}
    there |= {f"feature:{each['id']}" for each in features(files)}
    there |= {f"language:{each['tag']}" for each in languages(files)}
    places = [place for each in files["coverage.yaml"]["regions"] for place in each["places"]]
    there |= {f"place:{place['code']}" for place in places}
    for n, row in enumerate(features(files), 1):
        row["row"] = n
        if f"feature:{row.get('replaced_by')}" not in there:
            row.pop("replaced_by", None)
    about_tiers = {
        other["reading"]
        for tier in tiers(files)
        for other in tier["minimum"].get("other_readings", ())
    }
    about_places = {place.get("reading") for place in places}
    for reading in list(readings(files)):
        about = [each for each in reading["touches"] if each.partition(":")[0] in _NAMED]
        kept = [each for each in reading["touches"] if each not in about or each in there]
        reading["touches"] = kept
        is_idle = about and not set(about) & there
        named = reading["id"] in about_tiers | about_places
        if is_idle and not named and reading["id"] not in _OF_ALL:
            readings(files).remove(reading)


_NAMED = ("tier", "feature", "language", "place")
_OF_ALL = (
    "latin-america-extent",
    "note-6-means-live-help",
    "band-is-a-label",
    "bahasa-is-indonesian",
)


def with_tier_called(old, new):
    """A tier under another id, wherever it is named; its name stays."""

    def change(files):
        for tier in tiers(files):
            if tier["id"] == old:
                tier["id"] = new
        for feature in features(files):
            feature["tiers"] = {new if k == old else k: v for k, v in feature["tiers"].items()}
        for part in parts(files):
            if part["tier"] == old:
                part["tier"] = new

    return change
