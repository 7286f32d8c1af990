"""Two editions compared as a whole: the document, the offer, the parts, the places, the source."""

from collections.abc import Iterator

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.editions.change import AREAS, Change, details, paired
from hp_priority_cli.catalog.editions.coverage import compare_coverage
from hp_priority_cli.catalog.editions.offer import compare_offer
from hp_priority_cli.catalog.editions.parts import compare_parts


def compare_editions(old: Catalog, new: Catalog) -> tuple[Change, ...]:
    """Everything that changed from one edition to another, area by area.

    Where the content differs in no more than its order, that is said. No change at all is found
    only between editions of the same content.
    """
    changes = [
        *_document(old, new),
        *compare_offer(old, new),
        *compare_parts(old, new),
        *compare_coverage(old, new),
        *_source(old, new),
    ]
    if not changes and old.sha256 != new.sha256:
        changes.append(Change("order-changed", "document", ""))
    return tuple(sorted(changes, key=lambda each: AREAS.index(each.area)))


def _document(old: Catalog, new: Catalog) -> Iterator[Change]:
    before, after = old.document, new.document
    if (before.id, before.edition) != (after.id, after.edition):
        values = {"old": before.id, "old_edition": before.edition}
        values |= {"new": after.id, "new_edition": after.edition}
        yield Change("document-changed", "document", after.id, values)
    yield from details("document", "document", after.id, before, after, ("id", "edition"))


def _source(old: Catalog, new: Catalog) -> Iterator[Change]:
    """Clauses, readings and notes by their ids: what they decide is told where it changes."""
    for kind in ("clause", "reading", "note"):
        before_, after_ = (getattr(each.source, f"{kind}s") for each in (old, new))
        both = paired(before_, after_, lambda each: each.id)
        for each in both.removed:
            yield Change(f"{kind}-removed", "source", each.id, {"id": each.id}, side="old")
        for each in both.added:
            yield Change(f"{kind}-added", "source", each.id, {"id": each.id})
        for before, after in both.common:
            yield from details("source", kind, after.id, before, after)
