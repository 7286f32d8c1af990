"""What the cells of an export say, in English or French: a code, nothing, or what is in the way."""

from collections.abc import Mapping
from datetime import date

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.devices import find_type, type_key
from hp_priority_cli.catalog.names import known_place, plain
from hp_priority_cli.customer.fleet.days import days_meant
from hp_priority_cli.customer.fleet.records import DateOrder, Fact, Unclear

HP, ANOTHER = "HP", "other"
"""Whose device it is."""
COMMERCIAL, CONSUMER = "commercial", "consumer"
YES, NO = "yes", "no"
_NOTHING = frozenset(
    "n a|none|null|unknown|undefined|not available|not specified|not applicable|inconnu|inconnue"
    "|non renseigné|non spécifié|non disponible|indéfini|aucun|aucune|vide"
    "|to be filled by o e m|default string|system manufacturer|system serial number"
    "|system product name|o e m|empty".replace("é", "e").split("|")
)
"""What asset tools and firmware write where they know nothing."""
_IN_A_ROW, _LEAST_IN_A_ROW = "0123456789" * 2, 8
"""The digits in a row, from 0 or from 1, and the fewest that are no serial."""
_NO_SERIALS = frozenset(
    "invalid|not set|notset|tbd|test|serial|serial number|serialnumber|chassis serial number"
    "|base board serial number|baseboard serial number"
    "|no serial|no serial number|sans numero|numero de serie".split("|")
)
"""What stands for a serial besides where nobody has written it to the device."""
_HP = frozenset(
    "hp|hp inc|hp incorporated|hp company|hp france|hp development company|hp hewlett packard"
    "|hewlett packard|hewlett packard hp|hewlett packard inc|hewlett packard co"
    "|hewlett packard company|hewlett packard development company|hewlett packard france".split("|")
)
_ENTERPRISE = ("hpe", "hp enterprise", "hewlett packard enterprise")
"""Another company since 2015, which makes servers."""
_LINES: Mapping[str, str] = dict.fromkeys(
    "commercial|business|professional|pro|enterprise|corporate|professionnel|professionnelle"
    "|entreprise|b2b".split("|"),
    COMMERCIAL,
) | dict.fromkeys(
    "consumer|home|personal|retail consumer|grand public|particulier|particuliers|domestique"
    "|b2c".split("|"),
    CONSUMER,
)
_COVERS: Mapping[str, str] = dict.fromkeys(
    "yes|y|true|1|active|valid|covered|in warranty|under warranty|in force|oui|o|vrai|actif|valide"
    "|couvert|couverte|sous garantie|en cours|en vigueur".split("|"),
    YES,
) | dict.fromkeys(
    "no|n|false|0|expired|inactive|invalid|not covered|uncovered|out of warranty|ended|non|faux"
    "|expire|expiree|inactif|inactive|non couvert|non couverte|hors garantie|terminee|termine"
    "|echue|echu".split("|"),
    NO,
)
TOTALS = frozenset(
    "total|totals|grand total|subtotal|sub total|total general|totaux|sous total".split("|")
)
"""What the first cell of a row says that adds others up."""


def is_nothing(text: str) -> bool:
    """Whether a cell says no more than a blank one: a dash, or what a tool writes for it."""
    said = plain(text)
    return not said or said in _NOTHING


def is_no_serial(text: str) -> bool:
    """Whether a serial is none: blank, one sign repeated, or what firmware has until it is set.

    Taken for serials, devices would be told as one and the base would come out too small.
    """
    said = plain(text)
    in_a_row = len(said) >= _LEAST_IN_A_ROW and _IN_A_ROW.startswith((said, f"0{said}"))
    return is_nothing(text) or len({*said}) == 1 or in_a_row or said in _NO_SERIALS


def type_of(text: str, catalog: Catalog, types: Mapping[str, str]) -> Fact:
    """The type that a word names, by the user's word for it before the catalog's."""
    if is_nothing(text):
        return None
    known = types.get(type_key(text)) or find_type(catalog, text)
    return known or Unclear(text, "type-unknown")


def maker_of(text: str) -> Fact:
    """Whether a maker is HP; a name that only begins as HP's does is not taken for it."""
    said = plain(text)
    if is_nothing(text):
        return None
    if said in _HP:
        return HP
    if said.startswith(_ENTERPRISE) or not said.startswith(("hp ", "hewlett packard ")):
        return ANOTHER
    return Unclear(text, "cell-unreadable")


def line_of(text: str) -> Fact:
    """Whether a device is of a commercial or a consumer line."""
    if is_nothing(text):
        return None
    return _LINES.get(plain(text)) or Unclear(text, "cell-unreadable")


def cover_of(until: str, said: str, as_of: date, order: DateOrder | None) -> Fact:
    """Whether a device is under valid cover on a day, by its last day and by a yes or a no.

    A last day that has passed is a no, whatever else is said; a day to come beside a no is in the
    way, and so are two days of which only one is to come.
    """
    stated = (
        None if is_nothing(said) else _COVERS.get(plain(said)) or Unclear(said, "cell-unreadable")
    )
    if is_nothing(until):
        return stated
    days = days_meant(until, order)
    answers = {YES if day >= as_of else NO for day in days}
    if len(answers) != 1:
        return Unclear(until, "date-ambiguous" if answers else "cell-unreadable")
    [by_day] = answers
    if by_day == YES and stated not in (None, YES):
        return (
            stated
            if isinstance(stated, Unclear)
            else Unclear(f"{said}, {until}", "cell-unreadable")
        )
    return by_day


def country_of(text: str, catalog: Catalog) -> Fact:
    """The place that a name or code means, as its ISO 3166-1 code."""
    if is_nothing(text):
        return None
    found = known_place(catalog, text)
    code = None if found is None else found.code
    return code or Unclear(text, "country-unknown")
