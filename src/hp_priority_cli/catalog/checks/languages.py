"""Support languages: well-formed tags, each taken for one language."""

import re
from collections.abc import Iterator

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.checks.complaint import COVERAGE, SOURCE, Complaint, repeated, unknown
from hp_priority_cli.errors import Path

_TAG = re.compile(
    r"""[a-z]{2,3}(?:-[a-z]{3}){0,3}          # language, extended language
    (?:-[A-Z][a-z]{3})?                       # script
    (?:-(?:[A-Z]{2}|[0-9]{3}))?               # region
    (?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*  # variants""",
    re.VERBOSE | re.ASCII,
)
"""BCP 47 (RFC 5646, section 2.1) in the case that it recommends, without extensions."""


def is_language_tag(tag: str) -> bool:
    """Whether a tag has the form of BCP 47, in the case that it recommends."""
    return _TAG.fullmatch(tag) is not None


def tags_named(catalog: Catalog) -> Iterator[tuple[str, str, Path]]:
    """Every language tag wherever it stands, with its file and path."""
    yield catalog.document.language, SOURCE, ("document", "language")
    for n, each in enumerate(catalog.coverage.languages):
        yield each.tag, COVERAGE, ("languages", n, "tag")
        for key in ("accepts", "ambiguous"):
            for m, tag in enumerate(getattr(each, key)):
                yield tag, COVERAGE, ("languages", n, key, m)
    for n, tag in enumerate(catalog.coverage.around_the_clock.languages):
        yield tag, COVERAGE, ("around_the_clock", "languages", n)


def tags(catalog: Catalog) -> Iterator[Complaint]:
    """A tag that is not BCP 47, and a language that stands twice in the list."""
    for tag, file, path in tags_named(catalog):
        if not is_language_tag(tag):
            yield Complaint(file, path, "malformed-language", {"value": tag})
    languages = catalog.coverage.languages
    listed = ((each.tag, ("languages", n, "tag")) for n, each in enumerate(languages))
    yield from repeated(listed, COVERAGE, "duplicate-language")


def accepted(catalog: Catalog) -> Iterator[Complaint]:
    """A tag taken as two languages, and one called ambiguous that is not taken at all."""
    taken = {each.tag for each in catalog.coverage.languages}
    for n, each in enumerate(catalog.coverage.languages):
        for m, tag in enumerate(each.accepts):
            if tag in taken:
                path: Path = ("languages", n, "accepts", m)
                yield Complaint(COVERAGE, path, "tag-taken-twice", {"id": tag})
            taken.add(tag)
        known = (each.tag, *each.accepts)
        exact = frozenset(known)
        for m, tag in enumerate(each.ambiguous):
            if tag not in exact:
                path = ("languages", n, "ambiguous", m)
                yield unknown(COVERAGE, path, "unknown-ambiguous-tag", tag, known)


def around_the_clock(catalog: Catalog) -> Iterator[Complaint]:
    """Live help in a language that is not on the list."""
    listed = tuple(each.tag for each in catalog.coverage.languages)
    exact = frozenset(listed)
    for n, tag in enumerate(catalog.coverage.around_the_clock.languages):
        if tag not in exact:
            path = ("around_the_clock", "languages", n)
            yield unknown(COVERAGE, path, "unlisted-language", tag, listed)
