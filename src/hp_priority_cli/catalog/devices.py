"""Types of device by the words that asset tools and people use for them; none is ever guessed."""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from typing import Literal

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.names import plain
from hp_priority_cli.catalog.records import DeviceType, OtherType

Standing = Literal["pc", "printer", "covered", "other"]
"""How a type counts: in a class, covered with another device and never counted, or not at all."""
ANY_PC = "pc"
"""What stands for a PC of which nobody says which of the types it is."""


def type_key(word: str) -> str:
    """What two spellings of one word share: `All-in-One PCs` and `all in one pc`."""
    return "".join(_singular(each) for each in plain(word).split())


def find_type(catalog: Catalog, word: str) -> str | None:
    """The id of the type that a word names, one of the services or another; else None."""
    return _words(catalog).get(type_key(word))


def near_type(catalog: Catalog, word: str) -> str | None:
    """The id of the type whose word comes nearest to one that names none."""
    words = _words(catalog)
    near = get_close_matches(type_key(word), words, n=1, cutoff=0.8)
    return words[near[0]] if near else None


@cache
def standings(catalog: Catalog) -> Mapping[str, Standing]:
    """How each type counts, by its id."""
    file = catalog.tiers_file
    counted: dict[str, Standing] = {
        each.id: each.counted_as or "covered" for each in file.device_types
    }
    counted |= {each.id: "other" for each in file.other_types}
    return {ANY_PC: "pc", **counted}


@cache
def _words(catalog: Catalog) -> Mapping[str, str]:
    file = catalog.tiers_file
    types: tuple[DeviceType | OtherType, ...] = (*file.other_types, *file.device_types)
    return {
        type_key(word): each.id
        for each in types
        for word in (*each.words, each.name.en, each.name.fr, each.id)
    }


def _singular(word: str) -> str:
    return word[:-1] if len(word) > len("pos") and word.endswith("s") else word
