"""Places and languages by the words that people use: codes, tags, names in English or French.

A name that means two places is asked back, and a near name is offered, never taken. The names of
places and languages that HP does not list come from the Unicode CLDR, through Babel.
"""

import re
import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.world import OTHER_NAMES, regions, scripts, short_code, territories

_CODE = re.compile(r"[A-Za-z]{2}", re.ASCII)
_SCRIPT = re.compile(r"[A-Z][a-z]{3}", re.ASCII)
_TAG = re.compile(
    r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|[0-9]{3}))?"
    r"(?:[-_](?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*",
    re.ASCII,
)
"""A BCP 47 tag: language, script, region, variants."""
_LEAST_NAME = 4
"""The letters of a word that may be a name by itself."""
_A_SLIP = 0.85
"""How like the name of a place a word must be where no question was about places."""
_ABBREVIATIONS = {"st": "saint", "ste": "sainte", "nlle": "nouvelle", "and": "et"}


@dataclass(frozen=True, slots=True)
class Match:
    """What a word means: one `code`, or several `candidates`, or else names that are `near` it.

    Or many places at once, where it is the name of a region.
    """

    code: str | None = None
    candidates: tuple[str, ...] = ()
    near: tuple[tuple[str, str], ...] = ()
    is_region: bool = False


def find_place(catalog: Catalog, word: str) -> Match:
    """The place of a code or name, listed or not, as its ISO 3166-1 code of two letters."""
    found = known_place(catalog, word)
    key = plain(word)
    if found is not None or key in _world_languages():
        return found or Match()
    world = _place_names(catalog) | _world_places()
    return Match(near=_near(key, world) or _near_by_words(key, world))


def known_place(catalog: Catalog, word: str) -> Match | None:
    """The place of a code or name as `find_place` has it; None where it is none.

    No near name is looked for, which takes long where many words are wrong.
    """
    text = word.strip()
    if _CODE.fullmatch(text):
        code = catalog.coverage.wrong_codes.get(text.upper(), text.upper())
        if is_place(catalog, code):
            return Match(code)
    key = plain(text)
    for ambiguous in catalog.coverage.ambiguous_names:
        if plain(ambiguous.name) == key:
            return Match(candidates=ambiguous.codes)
    known = _place_names(catalog)
    found = known.get(key) or _world_places().get(key) or short_code(text.upper())
    if found is not None:
        return Match(found)
    return Match(is_region=True) if key in _regions() else None


def near_places(catalog: Catalog, word: str) -> tuple[str, ...]:
    """The codes of the places whose names are but a slip away from a word that names none."""
    world = _world_places() | _place_names(catalog)
    names = get_close_matches(plain(word), world, n=3, cutoff=_A_SLIP)
    return tuple(dict.fromkeys(world[name] for name in names))


def find_tier(catalog: Catalog, word: str) -> Match:
    """The tier of an id or a name, whole or without what all begin with (`Access Plus`)."""
    key = plain(word.replace("+", " plus "))
    for tier in catalog.tiers:
        names = [plain(name) for name in (tier.id, tier.name, catalog.short_name(tier.id))]
        if key in (*names, *(name.replace(" ", "") for name in names)):
            return Match(tier.id)
    near = [id_ for id_ in catalog.tier_ids if key in id_.split("-")]
    near = near or get_close_matches("-".join(key.split()), catalog.tier_ids, n=2, cutoff=0.5)
    return Match(near=tuple((tier_id, catalog.tier(tier_id).name) for tier_id in near))


def is_place(catalog: Catalog, code: str) -> bool:
    """Whether the code is of a place, on HP's list or anywhere in the world."""
    known = catalog.entry(code) or catalog.mistaken_for(code)
    return known is not None or code in _world_places().values()


def find_language(catalog: Catalog, word: str) -> Match:
    """The language that a BCP 47 tag or a name stands for, listed or not, as a tag."""
    text = word.strip()
    if _TAG.fullmatch(text):
        tag = _tag(text)
        base, *rest = tag.split("-")
        known = catalog.language(tag) is not None or base in _world_tags()
        if known and all(part in scripts() for part in rest if _SCRIPT.fullmatch(part)):
            return Match(tag)
    key = plain(text)
    listed = _language_names(catalog)
    if key in listed:
        return Match(listed[key])
    world = listed | _world_languages()
    return Match(world[key]) if key in world else Match(near=_near(key, world))


def place_name(catalog: Catalog, code: str, language: str) -> str:
    """The name of a place in `en` or `fr`; the code itself where nobody names it."""
    place = catalog.place(code)
    if place is not None:
        return place.name.fr if language == "fr" else place.name.en
    return territories(language).get(code, code)


def language_name(catalog: Catalog, tag: str, language: str) -> str:
    """The name of a support language in `en` or `fr`; the tag itself where nobody names it."""
    base = tag.partition("-")[0]
    listed = next((each for each in catalog.coverage.languages if each.tag == tag), None)
    if listed is not None:
        return listed.name.fr if language == "fr" else listed.name.en
    return _cldr_languages(language).get(base, tag)


def plain(name: str) -> str:
    """A name without case, accents, punctuation, articles or the ways of writing `and`, `saint`."""
    decomposed = unicodedata.normalize("NFKD", name.casefold().replace("&", " and "))
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    words = re.findall(r"[^\W_]+", letters)
    if len(words) > 1 and words[0] in ("the", "la", "le", "les", "l"):
        del words[0]
    return " ".join(_ABBREVIATIONS.get(word, word) for word in words)


def _tag(text: str) -> str:
    """A tag in the customary case: language, Script, REGION."""
    language, *rest = text.replace("_", "-").split("-")
    cased = [part.upper() if _CODE.fullmatch(part) else part.title() for part in rest]
    return "-".join([language.lower(), *cased])


def _near(key: str, names: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((names[name], name) for name in get_close_matches(key, names, n=3, cutoff=0.75))


def _near_by_words(key: str, names: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """The names that the words of a phrase are, or are nearest to: several places, or a part of
    one that is called otherwise.
    """
    words = [word for word in key.split() if len(word) >= _LEAST_NAME] if " " in key else []
    near = (((names[w], w),) if w in names else _near(w, names)[:1] for w in words)
    return tuple(match for matches in near for match in matches)


@cache
def _place_names(catalog: Catalog) -> dict[str, str]:
    return {
        plain(name): place.code
        for place in catalog.places
        for name in (place.name.en, place.name.fr, *place.also)
    }


@cache
def _language_names(catalog: Catalog) -> dict[str, str]:
    return {
        plain(name): each.tag
        for each in catalog.coverage.languages
        for name in (each.name.en, each.name.fr, *each.also)
    }


@cache
def _cldr_languages(language: str) -> dict[str, str]:
    """The names of the world's languages; Babel is loaded only when asked here."""
    from babel import Locale

    return {tag: name for tag, name in Locale(language).languages.items() if "_" not in tag}


@cache
def _world_places() -> dict[str, str]:
    others = {plain(name): code for code, names in OTHER_NAMES.items() for name in names}
    both = (territories(language).items() for language in ("en", "fr"))
    return others | {plain(name): code for names in both for code, name in names}


@cache
def _regions() -> frozenset[str]:
    return frozenset(plain(name) for name in regions())


@cache
def _world_languages() -> dict[str, str]:
    both = (_cldr_languages(language).items() for language in ("en", "fr"))
    return {plain(name): tag for names in both for tag, name in names}


@cache
def _world_tags() -> frozenset[str]:
    return frozenset(_cldr_languages("en"))
