"""Finding parts by number, by words in either language or by use; near misses; gaps."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.names import Match, plain
from hp_priority_cli.catalog.records import DeviceClass, Part

LOOK_ALIKES = str.maketrans("OQILSBZ", "0011582")
"""Letters that are misread for a digit, folded onto it."""
_MOST_SLIPS = 2
_NUMBER_SHAPED = re.compile(r"(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9]{4,10}", re.ASCII)
THOUSANDS = re.compile(r"(?<=[0-9])[\s,.](?=[0-9]{3}(?![0-9]))")
"""What stands between the digits of `5,000` or `5 000`."""
_PC_WORDS = (
    "pc pcs ordinateur ordinateurs computer computers poste postes desktop desktops notebook"
    " notebooks laptop laptops portable portables workstation workstations"
)
_PRINTER_WORDS = "printer printers print imprimante imprimantes"
CLASS_WORDS: dict[DeviceClass, str] = {
    "pc": _PC_WORDS,
    "printer": _PRINTER_WORDS,
    "any": f"{_PC_WORDS} {_PRINTER_WORDS} any both",
}
"""What people call the devices that a class of parts is for, in both languages."""
_NUMBERS = "one un|two deux|three trois|four quatre|five cinq".split("|")
"""The years of a term as they are said."""
_JOINTS = frozenset("et or ou for pour of de with avec".split())
"""Words that join others and describe nothing; names know `and` as `et`."""
_FRENCH = frozenset(
    "ordinateur ordinateurs poste postes portable portables imprimante imprimantes an ans un deux"
    " trois quatre cinq".split()
)
_ENGLISH = frozenset(
    "computer computers desktop desktops notebook notebooks laptop laptops workstation workstations"
    " printer printers both year years one two three four five seats more".split()
)
_OF_ANOTHER: dict[str, frozenset[str]] = {"en": _FRENCH, "fr": _ENGLISH}
"""The words that are known and belong to the other language."""
_SLIP = 0.8
"""How like one of those a word must be to be taken for a slip in it, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A tier, device class and term for which there is no part."""

    tier: str
    device_class: DeviceClass
    term_years: int


def looks_like_number(word: str) -> bool:
    """Whether a word is meant as a part number: letters and digits mixed, no sign or space."""
    return _NUMBER_SHAPED.fullmatch(word) is not None


def find_part(catalog: Catalog, word: str) -> Match:
    """The part of a number, in any case; near ones are offered and never taken."""
    number = word.strip().upper()
    if catalog.part(number) is not None:
        return Match(number)
    return Match(near=tuple((part.sku, part.sku) for part in suggest_parts(catalog, word)))


def suggest_parts(catalog: Catalog, wanted: str, limit: int = 4) -> tuple[Part, ...]:
    """Parts whose number is a slip or two from `wanted`, look-alikes first. Never a match."""
    number = wanted.strip().upper()
    ranked = [
        (distance, n, part)
        for n, part in enumerate(catalog.parts)
        if (distance := _slips(number, part.sku)) is not None
    ]
    return tuple(part for _, _, part in sorted(ranked)[:limit])


def _slips(wrong: str, sku: str) -> int | None:
    """0 for look-alikes alone, then 1 or 2 for characters changed, missing, added or swapped."""
    if wrong.translate(LOOK_ALIKES) == sku.translate(LOOK_ALIKES):
        return 0
    distance = _edit_distance(wrong, sku)
    return distance if distance <= _MOST_SLIPS else None


def _edit_distance(left: str, right: str) -> int:
    """Damerau-Levenshtein distance with neighbours swapped at most once (optimal alignment)."""
    if abs(len(left) - len(right)) > _MOST_SLIPS:
        return _MOST_SLIPS + 1
    before: list[int] = []
    above = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        row = [i]
        for j, b in enumerate(right, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if i > 1 < j and (a, b) == (right[j - 2], left[i - 2]):
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, above = above, row
    return above[-1]


def parts_with_words(catalog: Catalog, words: tuple[str, ...]) -> tuple[Part, ...]:
    """The parts that every word fits: tier, device class, term or band, in English or French.

    Digits in groups are one number (`5 000`) where that fits a part, else a number each (`3 250`).
    """
    text = " ".join(words)
    return _fitting(catalog, THOUSANDS.sub("", text)) or _fitting(catalog, text)


def _fitting(catalog: Catalog, text: str) -> tuple[Part, ...]:
    wanted = frozenset(_described(text))
    return tuple(part for part in catalog.parts if wanted <= _words(part))


def _described(text: str) -> list[str]:
    """The plain words of a text that describe something."""
    return [word for word in plain(text.replace("+", " plus ")).split() if word not in _JOINTS]


def unknown_words(catalog: Catalog, words: tuple[str, ...]) -> tuple[str, ...]:
    """The words, numbers apart, that describe no part at all; all, where none says anything."""
    known = {word for part in catalog.parts for word in _words(part)}
    tokens = _described(" ".join(words))
    if not tokens:
        return words
    return tuple(token for token in tokens if token not in known and not token.isdigit())


def near_words(catalog: Catalog, words: tuple[str, ...], language: str) -> tuple[str, ...]:
    """The words that describe parts and are nearest to `words`, in the language of the run.

    One of the other language is offered where a word is but a slip in it.
    """
    known = {word for part in catalog.parts for word in _words(part)}
    own = sorted(known - _OF_ANOTHER[language])
    near = (
        each
        for word in words
        for each in get_close_matches(word, known, n=2, cutoff=_SLIP)
        or get_close_matches(word, own, n=2)
    )
    return tuple(each for each in dict.fromkeys(near) if each not in words)


@cache
def _words(part: Part) -> frozenset[str]:
    text = f"{part.description.en} {part.description.fr}"
    band = () if part.band is None else (str(part.band),)
    use = _words_of(part.tier, part.device_class, part.term_years)
    return use.union(plain(THOUSANDS.sub("", text)).split(), band)


def _words_of(tier: str, device_class: DeviceClass, term_years: int) -> frozenset[str]:
    """What describes a use, were there a part for it or not."""
    years = f"{term_years} {term_years}y year years an ans".split()
    years += _NUMBERS[term_years - 1].split() if term_years <= len(_NUMBERS) else ()
    return frozenset([*plain(f"{tier} {CLASS_WORDS[device_class]} hp priority").split(), *years])


def parts_for(
    parts: tuple[Part, ...],
    tier: str | None,
    device_class: DeviceClass | None,
    term_years: int | None,
) -> tuple[Part, ...]:
    """Those of `parts` that serve a tier, a class and a term; a part for any device fits all."""
    return tuple(
        part
        for part in parts
        if (tier is None or part.tier == tier)
        and (device_class is None or part.device_class in (device_class, "any"))
        and (term_years is None or part.term_years == term_years)
    )


def spoken_numbers(catalog: Catalog, words: Sequence[str]) -> tuple[str, ...]:
    """The words, with part numbers that were read out in groups (`U80 M6E`) put together."""
    said: list[str] = []
    rest = [piece for word in words for piece in word.split()]
    while rest:
        sizes = (n for n in (4, 3, 2) if catalog.part("".join(rest[:n]).upper()) is not None)
        size = 1 if catalog.part(rest[0].upper()) is not None else next(sizes, 1)
        said.append("".join(rest[:size]))
        del rest[:size]
    return tuple(said)


def gaps_for(
    catalog: Catalog,
    words: tuple[str, ...],
    tier: str | None,
    device_class: DeviceClass | None,
    term_years: int | None,
) -> tuple[Gap, ...]:
    """What was asked for by use or in words and has no part."""
    wanted = frozenset(_described(" ".join(words)))
    return tuple(
        gap
        for gap in find_gaps(catalog)
        if wanted <= _words_of(gap.tier, gap.device_class, gap.term_years)
        and tier in (None, gap.tier)
        and device_class in (None, gap.device_class)
        and term_years in (None, gap.term_years)
    )


def find_gaps(catalog: Catalog) -> Iterator[Gap]:
    """Every tier, class and term that the sheet offers and has no part for."""
    for tier in catalog.tiers:
        for device_class in catalog.device_classes(tier.id):
            for years in catalog.terms:
                if catalog.part_for(tier.id, device_class, years) is None:
                    yield Gap(tier.id, device_class, years)
