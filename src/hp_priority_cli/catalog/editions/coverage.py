"""What changed in where and in which languages the services are given."""

from collections.abc import Iterator

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.editions.change import Change, details, paired
from hp_priority_cli.catalog.records import Language, Place

_LIMITS = ("no", "possible", "certain")
"""How sure it is that priority parts and repairs are refused, from not at all."""


def compare_coverage(old: Catalog, new: Catalog) -> Iterator[Change]:
    """Every change in `coverage.yaml`."""
    yield from _regions(old, new)
    both = paired(old.places, new.places, lambda place: place.code)
    for place in both.removed:
        values = {"country": place.code}
        yield Change("place-removed", "places", place.code, values, True, "old")
    for place in both.added:
        values = {"country": place.code, "region": _region(new, place.code)}
        yield Change("place-added", "places", place.code, values)
    for before, after in both.common:
        yield from _place(before, after, old, new)
    yield from _languages(old, new)
    told = ("regions", "languages", "around_the_clock")
    yield from details("places", "file", "coverage.yaml", old.coverage, new.coverage, told)


def _regions(old: Catalog, new: Catalog) -> Iterator[Change]:
    both = paired(old.coverage.regions, new.coverage.regions, lambda region: region.id)
    for region in both.removed:
        yield Change("region-removed", "places", region.id, {"region": region.id}, side="old")
    for region in both.added:
        yield Change("region-added", "places", region.id, {"region": region.id})
    for before, after in both.common:
        yield from details("places", "region", after.id, before, after, ("places",))


def _region(catalog: Catalog, code: str) -> str:
    """The id of the region that a place of the list is in."""
    regions = catalog.coverage.regions
    return next(r.id for r in regions if any(place.code == code for place in r.places))


def _place(old: Place, new: Place, before: Catalog, after: Catalog) -> Iterator[Change]:
    moved = {"old_region": _region(before, old.code), "new_region": _region(after, new.code)}
    if moved["old_region"] != moved["new_region"]:
        yield Change("place-moved", "places", new.code, {"country": new.code, **moved})
    if old.latin_america != new.latin_america:
        values = {"country": new.code, "old_limit": old.latin_america}
        values |= {"new_limit": new.latin_america}
        breaking = _LIMITS.index(new.latin_america) > _LIMITS.index(old.latin_america)
        yield Change("place-limit-changed", "places", new.code, values, breaking)
    successors = paired(old.successors, new.successors)
    for code in successors.removed:
        values = {"country": code, "listed_as": new.code}
        yield Change("succession-ended", "places", code, values, after.entry(code) is None)
    for code in successors.added:
        values = {"country": code, "listed_as": new.code}
        yield Change("succession-added", "places", code, values, before.place(code) is not None)
    doubts = paired(old.confused_with, new.confused_with)
    for code in doubts.removed:
        yield Change("doubt-ended", "places", new.code, {"country": new.code, "other": code})
    for code in doubts.added:
        values = {"country": new.code, "other": code}
        yield Change("doubt-added", "places", new.code, values, breaking=True)
    told = ("latin_america", "successors", "confused_with")
    yield from details("places", "place", new.code, old, new, told)


def _languages(old: Catalog, new: Catalog) -> Iterator[Change]:
    both = paired(old.coverage.languages, new.coverage.languages, lambda each: each.tag)
    for each in both.removed:
        values = {"language": each.tag}
        yield Change("language-removed", "languages", each.tag, values, True, "old")
    for each in both.added:
        yield Change("language-added", "languages", each.tag, {"language": each.tag})
    for before, after in both.common:
        yield from _language(before, after, new)
    before_, after_ = old.coverage.around_the_clock, new.coverage.around_the_clock
    live = paired(before_.languages, after_.languages)
    for tag in live.removed:
        yield Change("live-help-ended", "languages", tag, {"language": tag}, True, "old")
    for tag in live.added:
        yield Change("live-help-added", "languages", tag, {"language": tag})
    told = ("languages",)
    yield from details("languages", "live-help", "around_the_clock", before_, after_, told)


def _language(old: Language, new: Language, after: Catalog) -> Iterator[Change]:
    tags = paired(old.accepts, new.accepts)
    for tag in tags.removed:
        values = {"tag": tag, "language": new.tag}
        yield Change("tag-refused", "languages", tag, values, after.language(tag) is None)
    for tag in tags.added:
        yield Change("tag-accepted", "languages", tag, {"tag": tag, "language": new.tag})
    yield from details("languages", "language", new.tag, old, new, ("accepts",))
