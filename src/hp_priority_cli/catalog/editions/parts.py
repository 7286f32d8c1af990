"""What changed among the parts: gone, new, replaced, or the same number for another use."""

from collections.abc import Iterator, Mapping

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.editions.change import Change, details, former_ids, paired
from hp_priority_cli.catalog.records import Part

_USE = ("tier", "device_class", "term_years")


def compare_parts(old: Catalog, new: Catalog) -> Iterator[Change]:
    """Every change in `skus.yaml`."""
    both, former = paired(old.parts, new.parts, lambda part: part.sku), former_ids(old, new)
    heirs = {_key(part, former): part for part in both.added}
    lost = {_key(part, former) for part in both.removed}
    for part in both.removed:
        heir = heirs.get(_key(part, former))
        code = "part-removed" if heir is None else "part-replaced"
        values = {"sku": part.sku, **use_of(part)} | ({} if heir is None else {"new": heir.sku})
        yield Change(code, "parts", part.sku, values, True, "old")
    for part in both.added:
        if _key(part, former) not in lost:
            yield Change("part-added", "parts", part.sku, {"sku": part.sku, **use_of(part)})
    for before, after in both.common:
        yield from _part(before, after, former)
    yield from details("parts", "file", "skus.yaml", old.skus_file, new.skus_file, ("parts",))


def use_of(part: Part) -> Mapping[str, object]:
    """What a part is for: its tier, device class and term."""
    return {key: getattr(part, key) for key in _USE}


def _key(part: Part, former: Mapping[str, str]) -> tuple[str, str, int]:
    """What a part is for, its tier under the id that the old edition has for it."""
    return former.get(part.tier, part.tier), part.device_class, part.term_years


def _part(old: Part, new: Part, former: Mapping[str, str]) -> Iterator[Change]:
    if _key(old, former) != _key(new, former):
        was = {f"old_{key}": value for key, value in use_of(old).items()}
        values = {"sku": new.sku, **was, **use_of(new)}
        yield Change("part-reused", "parts", new.sku, values, breaking=True)
    if old.band != new.band:
        values = {"sku": new.sku, "old_band": old.band, "new_band": new.band}
        yield Change("band-changed", "parts", new.sku, values)
    yield from details("parts", "part", new.sku, old, new, (*_USE, "band"))
