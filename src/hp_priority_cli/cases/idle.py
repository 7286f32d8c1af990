"""What could never fail in a case: words that nothing bears, and expectations of nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from difflib import get_close_matches

from hp_priority_cli.cases.records import ExpectedQuote, ExpectedTier, ReadyCase
from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.customer.records import Request
from hp_priority_cli.errors import Finding, Path

_POINTS = (
    "minimum-base",
    "it-desk",
    "whole-base",
    "listed-country",
    "share-of-base",
    "count-taken-as-zero",
    "headquarters",
    "headquarters-not-listed",
    "country-not-listed",
    "country-by-succession",
    "country-name-ambiguous",
    "order-unit",
)
_COUNTS = ("pcs", "printers")
_FEW = 10
"""The idle words of one case for which the nearest word is looked for, which takes long."""
_NOT_EXPECTED = ("tier", "term_years")
"""What tells which quote is meant, and expects nothing of it."""


def idle_expectations(catalog: Catalog, case: ReadyCase) -> list[Finding]:
    """Every tier, notice, question, reading, feature and part that a case names in vain, and every
    tier and quote of which it says nothing.
    """
    known = _Known(catalog, case)
    if not case.expect and not case.quotes:
        known.report("case-expects-nothing", ())
    for tier_id, tier in case.expect.items():
        path: Path = ("expect", tier_id)
        known.look(path, tier_id, catalog.tier_ids)
        known.look_into(path, tier)
        known.look_at_each((*path, "readings"), tier.readings or (), known.readings)
        for feature in tier.features:
            known.look((*path, "features", feature), feature, known.features)
    for n, quote in enumerate(case.quotes):
        path = ("quotes", n)
        known.look((*path, "tier"), quote.tier, catalog.tier_ids)
        known.look_into(path, quote)
        for sku in quote.parts or ():
            known.look((*path, "parts", sku), sku, known.skus)
    return known.findings


class _Known:
    """What a case may name, and what was found to be idle in it."""

    def __init__(self, catalog: Catalog, case: ReadyCase) -> None:
        self.case = case
        self.findings: list[Finding] = []
        self.readings = tuple(each.id for each in catalog.source.readings)
        self.features = tuple(each.id for each in catalog.features)
        self.skus = tuple(part.sku for part in catalog.parts)
        self.notices = tuple(each.id for each in catalog.tiers_file.notices)
        disputed = (o.reading for tier in catalog.tiers for o in tier.minimum.other_readings)
        self.points = (*_POINTS, *disputed)
        self.things = (*_things_of(case.request), *self.skus)

    def report(self, code: str, path: Path, **values: object) -> None:
        """Note something idle at its place in the case."""
        spot = self.case.spot(path)
        self.findings.append(Finding(code, spot, {"case": self.case.name, **values}))

    def look(self, path: Path, word: str, known: Iterable[str]) -> None:
        """Note a word that is not among those known."""
        choices = tuple(known)
        if word not in choices:
            few = len(self.findings) <= _FEW
            near = get_close_matches(word, choices, n=1) if few else []
            self.report(
                "case-word-unknown", path, word=word, known=choices, near=near[0] if near else None
            )

    def look_at_each(self, path: Path, words: Iterable[str], known: Iterable[str]) -> None:
        """Note each word of a list that is not among those known."""
        for n, word in enumerate(words):
            self.look((*path, n), word, known)

    def look_into(self, path: Path, expected: ExpectedTier | ExpectedQuote) -> None:
        """Note that nothing is expected, unknown notices and questions, and what they are about."""
        if _says_nothing(expected):
            self.report("case-expects-nothing", path)
        for key, known in (("notices", self.notices), ("open_points", self.points)):
            for listed in (key, f"no_{key}"):
                for n, name in enumerate(getattr(expected, listed) or ()):
                    word, colon, about = name.partition(":")
                    self.look((*path, listed, n), word, known)
                    if colon:
                        self.look((*path, listed, n), about, self.things)


def _says_nothing(expected: ExpectedTier | ExpectedQuote) -> bool:
    """Whether every key is as it would be where the file left it out."""
    stated = ((each.name, getattr(expected, each.name)) for each in fields(expected))
    return all(
        value is None or (not value and (name.startswith("no_") or name == "features"))
        for name, value in stated
        if name not in _NOT_EXPECTED
    )


def _things_of(request: Request) -> Iterator[str]:
    """What a notice or a question about a customer can be about."""
    yield from request.places
    yield from filter(None, [request.headquarters])
    yield from request.languages or ()
    yield from _COUNTS
    for base in request.bases:
        yield from base.other
