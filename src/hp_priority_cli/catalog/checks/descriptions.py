"""The description of a part says what the part is: tier, term, seats and class of device."""

import re
from collections.abc import Iterator

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.checks.complaint import SKUS, Complaint
from hp_priority_cli.catalog.names import plain
from hp_priority_cli.catalog.parts import CLASS_WORDS, THOUSANDS
from hp_priority_cli.catalog.records import Part
from hp_priority_cli.errors import Path

_TERM = re.compile(r"([0-9]+)[\s-]*(?:years?|yrs?|ans?)\b", re.IGNORECASE)
_SEATS = re.compile(r"([0-9]+)[\s+-]*(?:seats?|postes?)\b", re.IGNORECASE)
_CLASSES = {key: frozenset(words.split()) for key, words in CLASS_WORDS.items() if key != "any"}


def descriptions(catalog: Catalog) -> Iterator[Complaint]:
    """A description that says another tier, term, band or class than the part has, or none."""
    names = {tier.id: f" {plain(tier.name)} " for tier in catalog.tiers}
    longest_first = sorted(names.items(), key=_by_length)
    for n, part in enumerate(catalog.parts):
        for language in ("en", "fr"):
            path: Path = ("parts", n, "description", language)
            text = THOUSANDS.sub("", getattr(part.description, language))
            words = plain(text)
            if part.tier in names:
                yield from _tier(part, words, longest_first, path)
            yield from _term(part, text, path)
            yield from _band(part, text, path)
            yield from _class(part, frozenset(words.split()), path)


def _by_length(tier: tuple[str, str]) -> int:
    """Longest first, since `HP Priority Access Plus` begins with another name."""
    return -len(tier[1])


def _tier(part: Part, words: str, tiers: list[tuple[str, str]], path: Path) -> Iterator[Complaint]:
    text = f" {words} "
    named = [(id_, name) for id_, name in tiers if name in text]
    said = [id_ for id_, name in named if name == named[0][1]]
    if not said:
        yield Complaint(SKUS, path, "description-without-tier", {"sku": part.sku})
    elif part.tier not in said:
        values = {"sku": part.sku, "id": part.tier, "said": said[0]}
        yield Complaint(SKUS, path, "description-of-another-tier", values)


def _term(part: Part, text: str, path: Path) -> Iterator[Complaint]:
    said = [int(number) for number in _TERM.findall(text)]
    values = {"sku": part.sku, "years": part.term_years}
    if not said:
        yield Complaint(SKUS, path, "description-without-term", values)
    elif part.term_years not in said:
        yield Complaint(SKUS, path, "description-of-another-term", values | {"said": said[0]})


def _band(part: Part, text: str, path: Path) -> Iterator[Complaint]:
    said = {int(number) for number in _SEATS.findall(text)}
    if said != (set() if part.band is None else {part.band}):
        values = {"sku": part.sku, "value": part.band}
        yield Complaint(SKUS, path, "description-of-another-band", values)


def _class(part: Part, words: frozenset[str], path: Path) -> Iterator[Complaint]:
    named = {key for key, own in _CLASSES.items() if words & own}
    values = {"sku": part.sku}
    if part.device_class == "any":
        if len(named) == 1:
            yield Complaint(SKUS, path, "description-of-another-class", values)
    elif not named:
        yield Complaint(SKUS, path, "description-without-class", values)
    elif part.device_class not in named:
        yield Complaint(SKUS, path, "description-of-another-class", values)
