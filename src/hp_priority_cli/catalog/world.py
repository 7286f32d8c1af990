"""Places of the world: their names from the Unicode CLDR, through Babel, and the names it lacks."""

import re
from functools import cache

_CODE = re.compile(r"[A-Za-z]{2}", re.ASCII)
_LONG_CODE = re.compile(r"[A-Z]{3}", re.ASCII)
_NO_COUNTRIES = frozenset("EU EZ UN QO XA XB ZZ AC CP CQ DG EA IC TA".split())
"""CLDR codes of two letters that are groups, placeholders, or parts of another place."""
OTHER_NAMES = {
    "BA": ("Bosnia", "Bosnie"),
    "BN": ("Brunei Darussalam",),
    "BQ": ("Bonaire",),
    "BY": ("Belorussia", "Byelorussia"),
    "CD": (
        "DRC",
        "RDC",
        "DR Congo",
        "Democratic Republic of the Congo",
        "République démocratique du Congo",
    ),
    "CG": ("Republic of the Congo", "République du Congo"),
    "CI": ("Ivory Coast",),
    "CV": ("Cabo Verde",),
    "FK": ("Malvinas",),
    "FO": ("Faeroe Islands",),
    "KG": ("Kyrgyz Republic", "Kirghizistan"),
    "LA": ("Lao PDR", "Lao People’s Democratic Republic"),
    "MK": ("Macedonia", "Macédoine"),
    "MM": ("Myanmar", "Burma", "Birmanie"),
    "MO": ("Macau", "Macao"),
    "PS": ("Palestine",),
    "RU": ("Russian Federation", "Fédération de Russie"),
    "SX": ("St Maarten",),
    "SY": ("Syrian Arab Republic", "République arabe syrienne"),
    "SZ": ("Swaziland",),
    "TL": ("East Timor",),
    "VA": ("Vatican", "Holy See", "Saint-Siège"),
}
"""Names in common use, or of ISO 3166-1, that the CLDR does not give to a place."""


@cache
def territories(language: str) -> dict[str, str]:
    """The name of every country and the like by its code of two letters."""
    from babel import Locale

    return {
        code: name
        for code, name in Locale(language).territories.items()
        if _CODE.fullmatch(code) and code not in _NO_COUNTRIES
    }


def short_code(long_code: str) -> str | None:
    """The code of two letters for an ISO 3166-1 code of three: `FR` for `FRA`."""
    from babel.core import get_global

    if not _LONG_CODE.fullmatch(long_code):
        return None
    codes = get_global("territory_aliases").get(long_code, ())
    return codes[0] if len(codes) == 1 and codes[0] in territories("en") else None
