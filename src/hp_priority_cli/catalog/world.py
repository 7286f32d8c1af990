"""Places and regions of the world: their names from the Unicode CLDR, and the names it lacks."""

import re
from functools import cache

_CODE = re.compile(r"[A-Za-z]{2}", re.ASCII)
_LONG_CODE = re.compile(r"[A-Z]{3}", re.ASCII)
_NO_COUNTRIES = frozenset("EU EZ UN QO XA XB ZZ AC CP CQ DG EA IC TA".split())
"""CLDR codes of two letters that are groups, placeholders, or parts of another place."""
OTHER_NAMES = {
    "AE": ("Dubai", "Abu Dhabi", "Abou Dabi"),
    "AT": ("Österreich",),
    "BA": ("Bosnia", "Bosnie"),
    "BE": ("België", "Belgien"),
    "BN": ("Brunei Darussalam",),
    "BQ": ("Bonaire",),
    "BR": ("Brasil",),
    "BY": ("Belorussia", "Byelorussia"),
    "CD": (
        "Zaire",
        "DRC",
        "RDC",
        "DR Congo",
        "Democratic Republic of the Congo",
        "République démocratique du Congo",
    ),
    "CG": ("Republic of the Congo", "République du Congo"),
    "CH": ("Schweiz", "Svizzera"),
    "CI": ("Ivory Coast",),
    "CV": ("Cabo Verde",),
    "CZ": ("Czech", "Tchèque"),
    "DE": ("Deutschland",),
    "ES": ("España",),
    "FK": ("Malvinas",),
    "FO": ("Faeroe Islands",),
    "GR": ("Hellas",),
    "IR": ("Persia", "Perse"),
    "IT": ("Italia",),
    "KG": ("Kyrgyz Republic", "Kirghizistan"),
    "LA": ("Lao PDR", "Lao People’s Democratic Republic"),
    "LK": ("Ceylon", "Ceylan"),
    "MK": ("Macedonia", "Macédoine"),
    "MM": ("Myanmar", "Burma", "Birmanie"),
    "MO": ("Macau", "Macao"),
    "PF": ("Tahiti",),
    "PL": ("Polska",),
    "PS": ("Palestine",),
    "RU": ("Russian Federation", "Fédération de Russie"),
    "SA": ("Saudi",),
    "SE": ("Sverige",),
    "SX": ("St Maarten",),
    "SY": ("Syrian Arab Republic", "République arabe syrienne"),
    "SZ": ("Swaziland",),
    "TL": ("East Timor",),
    "TT": ("Tobago",),
    "TW": ("Formosa", "Formose"),
    "VA": ("Vatican", "Holy See", "Saint-Siège"),
    "ZA": ("RSA",),
}
"""Names in common use, or of ISO 3166-1, that the CLDR does not give to a place."""
_REGIONS = (
    "worldwide|the whole world|all over the world|global|globally|international|everywhere|all"
    "|all countries|monde entier|dans le monde entier|partout|mondial|tous|tous les pays|tous pays"
    "|EU|UE|EMEA|APAC|APJ|AMER|LATAM|NORAM|MENA|GCC|CEE|DACH|ASEAN|America|Amérique|Middle East"
    "|Moyen-Orient|Near East|Proche-Orient|Far East|Extrême-Orient|Asia Pacific|Asie-Pacifique"
    "|Benelux|Nordics|Nordic countries|pays nordiques|Scandinavia|Scandinavie|Baltics|pays baltes"
    "|Balkans|Iberia|Maghreb|Arabia|Arabie|West Indies"
).split("|")
"""What people call many places at once, beside the names of the CLDR."""


@cache
def territories(language: str) -> dict[str, str]:
    """The name of every country and the like by its code of two letters."""
    from babel import Locale

    return {
        code: name
        for code, name in Locale(language).territories.items()
        if _CODE.fullmatch(code) and code not in _NO_COUNTRIES
    }


@cache
def regions() -> frozenset[str]:
    """The names of continents, groups of countries and the world, in English and French."""
    from babel import Locale

    named = (Locale(language).territories.items() for language in ("en", "fr"))
    groups = (name for names in named for code, name in names if code.isdigit() or code == "EU")
    return frozenset([*_REGIONS, *groups])


@cache
def scripts() -> frozenset[str]:
    """The codes of the scripts of the world, ISO 15924: `Hant`."""
    from babel import Locale

    return frozenset(Locale("en").scripts)


def short_code(long_code: str) -> str | None:
    """The code of two letters for an ISO 3166-1 code of three: `FR` for `FRA`."""
    from babel.core import get_global

    if not _LONG_CODE.fullmatch(long_code):
        return None
    codes = get_global("territory_aliases").get(long_code, ())
    return codes[0] if len(codes) == 1 and codes[0] in territories("en") else None
