"""Which column of an export says what: by its title in English or French, or by the user's word."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from hp_priority_cli.catalog.names import plain
from hp_priority_cli.customer.fleet.records import KEYS, Key
from hp_priority_cli.readers.tables import Row

ROWS_ABOVE = 20
"""How far down the titles may stand, under a heading of the export."""
_TITLES: Mapping[Key, str] = {
    "serial": (
        "serial|serial number|serial no|serial nr|serial n|s n|sn|device serial number"
        "|system serial number|bios serial number|asset serial number|machine serial number"
        "|numéro de série|numéro série|n de série|n série|no de série|no série"
        "|num série|num de série|numéro de série du bios|série"
    ),
    "type": (
        "type|device type|asset type|hardware type|equipment type|product type|machine type"
        "|computer type|type of device|type of asset|asset type name|form factor"
        "|chassis type|chassis types|chassis|category|device category|asset category"
        "|product category|hardware category"
        "|type d'appareil|type appareil|type de matériel|type matériel|type d'équipement"
        "|type équipement|type de produit|type produit|type de machine|type d'actif|type de poste"
        "|type de périphérique|catégorie|catégorie d'appareil|catégorie de matériel"
        "|catégorie d'équipement|catégorie de produit|facteur de forme|type de châssis|châssis"
    ),
    "maker": (
        "maker|make|manufacturer|brand|oem|device manufacturer|system manufacturer"
        "|computer manufacturer|manufacturer name|hardware manufacturer"
        "|constructeur|fabricant|marque|nom du fabricant|nom du constructeur"
        "|fabricant de l'appareil|fabricant du système"
    ),
    "line": (
        "line|segment|market segment|business segment|commercial or consumer|consumer or commercial"
        "|gamme|segment de marché|pro ou grand public|professionnel ou grand public"
    ),
    "country": (
        "country|country code|country name|country region|site country|usage country"
        "|pays|code pays|nom du pays|pays région|pays du site|pays d'utilisation"
        "|pays d'installation"
    ),
    "cover_until": (
        "cover until|covered until|cover end|cover end date|coverage end|coverage end date"
        "|warranty end|warranty end date|end of warranty|warranty until|warranty expiration"
        "|warranty expiration date|warranty expiry|warranty expiry date|warranty expires"
        "|warranty expires on|care pack end|care pack end date|entitlement end date"
        "|support end date|support contract end|support contract end date"
        "|fin de garantie|fin garantie|date de fin de garantie|date fin garantie"
        "|date de fin garantie"
        "|garantie jusqu'au|sous garantie jusqu'au|garanti jusqu'au|expiration de la garantie"
        "|expiration garantie|date d'expiration de la garantie|date d'expiration garantie"
        "|date expiration garantie|échéance de garantie|échéance garantie"
        "|date d'échéance de la garantie|fin de couverture|date de fin de couverture"
        "|couvert jusqu'au|couverture jusqu'au|fin du contrat de support|fin de care pack"
    ),
    "cover": (
        "cover|covered|valid cover|under cover|under warranty|in warranty|warranty status"
        "|warranty active|warranty valid|coverage status|cover status|entitlement status"
        "|couvert|couverture|sous garantie|sous couverture|couverture valide|garantie active"
        "|garantie valide|statut de garantie|statut garantie|statut de la garantie"
        "|état de la garantie|état garantie|statut de couverture"
    ),
}


def title_key(title: str) -> str:
    """What two spellings of one title share: `Serial number`, `serial_number`, `SerialNumber0`."""
    return "".join(plain(title).split()).rstrip("0")


_KEYS: Mapping[str, Key] = {
    title_key(title): key for key, titles in _TITLES.items() for title in titles.split("|")
}


class Titles(NamedTuple):
    """The titles of a file: the row that they stand in, and the columns of each key, from 0.

    `unread` are the titles that give no key, `all` every title in its order.
    """

    row: Row
    columns: Mapping[Key, tuple[int, ...]]
    unread: tuple[str, ...]
    all: tuple[str, ...]


def find_titles(rows: Sequence[Row], stated: Mapping[Key, str]) -> Titles:
    """The titles among the first rows of a file: the row that gives the most keys.

    A title that the user stated for a key goes before those that would give it otherwise.
    """
    return max((_read(row, stated) for row in rows), key=lambda each: len(each.columns))


def _read(row: Row, stated: Mapping[Key, str]) -> Titles:
    wanted = {title_key(title): key for key, title in stated.items()}
    columns: dict[Key, tuple[int, ...]] = {}
    unread = []
    for n, cell in enumerate(row.cells):
        spelt = title_key(cell.text)
        key = wanted.get(spelt) or _KEYS.get(spelt)
        if key is None or (key in stated and spelt not in wanted):
            unread.append(cell.text)
        else:
            columns[key] = (*columns.get(key, ()), n)
    named = tuple(cell.text for cell in row.cells if cell.text)
    in_order = {key: columns[key] for key in KEYS if key in columns}
    return Titles(row, in_order, tuple(filter(None, unread)), named)
