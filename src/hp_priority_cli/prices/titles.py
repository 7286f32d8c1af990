"""What the title of a column says: the key that the column becomes, its currency, its tax."""

from collections.abc import Mapping
from typing import NamedTuple

from hp_priority_cli.catalog.names import plain
from hp_priority_cli.prices.currencies import minor_units

COLUMNS = ("sku", "from", "amount", "floor", "order_unit", "currency", "fictional")
"""The columns that a row may have, by the key that each becomes."""
AMOUNTS = ("amount", "floor")
_OTHER_TITLES: Mapping[str, tuple[str, ...]] = {
    "sku": (
        *("part", "part number", "part no", "part nr", "p n", "pn", "product number", "product no"),
        *("product code", "reference", "ref", "reference produit", "code article", "code produit"),
    ),
    "amount": (
        *("price", "unit price", "list price", "price per unit", "prix", "prix unitaire"),
        *("prix public", "prix catalogue", "prix par unite", "montant", "tarif", "tarif public"),
    ),
    "from": ("quantity from", "a partir de"),
    "floor": ("plancher",),
    "order_unit": ("unit", "unite", "unite de commande"),
    "currency": ("devise",),
    "fictional": ("fictif",),
    "": ("description", "designation", "quantity", "quantite", "qty", "covered devices"),
}
_KEYS = {plain(key): key for key in COLUMNS} | {
    title: key for key, titles in _OTHER_TITLES.items() for title in titles
}
"""The key of a column by its title, without case or accents; none for what is not read."""
_TAX = frozenset(("vat", "tax", "taxes", "taxe", "tva"))
_INCLUDED = frozenset(
    "incl included including inclusive with inclus incluse incluses compris comprise comprises "
    "avec toutes".split()
)
_BESIDE = _TAX | frozenset(
    "ht h t hors excl excluded excluding exclusive ex without sans en in hp".split()
)
"""Words that leave a title what it is: amounts are without tax, and parts are HP's."""
_SIGNS = {"€": "EUR", "£": "GBP"}
"""The signs that stand for one currency alone."""


class Title(NamedTuple):
    """A title as read: the key, "" for a column that is not read, None for one not known."""

    key: str | None
    currency: str | None = None
    with_tax: bool = False


def read_title(text: str) -> Title:
    """What a title says, in English or French, whatever stands in it of tax and currency.

    The currency is told of amounts alone, and so is that tax is in them.
    """
    words = plain(text).split()
    key = _KEYS.get(" ".join(words))
    if key is not None:
        return Title(key)
    with_tax = "ttc" in words or bool(_TAX.intersection(words) and _INCLUDED.intersection(words))
    left = [word for word in words if word not in _BESIDE | _INCLUDED | {"ttc"}]
    codes = [word.upper() for word in left if len(word) == 3 and minor_units(word.upper())]  # noqa: PLR2004
    currencies = [*codes, *(code for sign, code in _SIGNS.items() if sign in text)]
    bare = " ".join(word for word in left if word.upper() not in codes)
    key = _KEYS.get(bare)
    if key not in (*AMOUNTS, "sku"):
        return Title(None)
    if key == "sku":
        return Title(None if currencies or with_tax else key)
    return Title(key, currencies[0] if currencies else None, with_tax)
