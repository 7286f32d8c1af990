"""The files that are changed: every kind that a user can give the tool, whole and in order."""

import json
from pathlib import Path

from checked import saved_quote, saved_verdicts
from hp_priority_cli.catalog.load import shipped_folder

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
DATA = shipped_folder()
DATA_FILES = {
    name: (DATA / name).read_text("utf-8")
    for name in ("tiers.yaml", "skus.yaml", "coverage.yaml", "source.yaml")
}
CASES = [path.read_text("utf-8") for path in sorted((DATA / "cases").glob("*.yaml"))]
_CUSTOMER = {
    "customer": "Example (fictional)",
    "countries": ["FR", "RO", "Bonaire"],
    "headquarters": "BE",
    "languages": ["fr", "no", "zh"],
    "around_the_clock": True,
    "it_desk": "own",
    "whole_base": True,
    "installed_base": {"pcs": 700, "printers": 400, "displays": 9, "other": {"tablet": 60}},
    "tier": "access-plus",
    "term_years": 3,
    "purchase_date": "2026-12-01",
    "order_country": "FR",
    "discount_percent": "4.5",
    "discounts": {"U80MBE": "3"},
    "answers": [
        {"point": "country-not-listed:RO", "answer": "yes", "by": "HP", "on": "2026-11-20"},
        {"point": "access-plus-minimum-counts-printers", "answer": "yes"},
    ],
    "as_of": "2026-11-24",
}
_SITES = {
    "sites": [{"country": "FR", "pcs": 800, "printers": 200}, {"country": "JM", "pcs": 300}],
    "it_desk": "partner",
    "whole_base": True,
    "tier": "access",
    "term_years": 1,
}
REQUESTS = [
    (EXAMPLES / "example-customer.yaml").read_text("utf-8"),
    "\n".join(f"{key}: {json.dumps(value)}" for key, value in _CUSTOMER.items()),
    json.dumps(_SITES),
]
LINES = [json.dumps(_CUSTOMER, ensure_ascii=False), json.dumps(_SITES), '{"countries": []}']
_HEAD, _, _ROWS = (EXAMPLES / "example-price-book.yaml").read_text("utf-8").partition("rows:")
BOOKS = [
    f"{_HEAD}rows:{_ROWS}",
    f"{_HEAD}rounding: {{unit: 0.001, line: '0.05'}}\norder_unit: device\nrows:{_ROWS}",
]
TABLE_HEAD = f"{_HEAD}rows: prices"
TABLE: list[list[object]] = [
    ["sku", "from", "amount", "floor", "order_unit", "currency"],
    ["U80M6E", 1, 33.33, 20, "device", "EUR"],
    ["U80M6E", 500, 30.3, 20, "device", "EUR"],
    ["U1PB2E", 1, 22.22, 10, "device", "EUR"],
]
FLEET: list[list[object]] = [
    ["Serial number", "Device type", "Manufacturer", "Segment", "Pays", "Warranty end", "Couvert"],
    ["EXA001", "Laptop", "HP", "Commercial", "France", "31/12/2027", "oui"],
    ["EXA001", "Notebook", "HP Inc.", "pro", "FR", "2027-12-31", "yes"],
    ["EXA002", "MFP", "Hewlett-Packard", "grand public", "Guyane", "03/12/2026", ""],
    ["EXA003", "Gizmo", "", "", "", 46112, "no"],
]
_QUOTE = saved_quote()
_QUOTES = {
    "schema": "hp-priority/quotes@1",
    **{key: _QUOTE[key] for key in ("tool_version", "catalog", "as_of", "request")},
    "quotes": [_QUOTE],
    "refused": [{"term_years": 2}],
}
ANSWERS = [json.dumps(each, indent=1) for each in (_QUOTE, saved_verdicts(), _QUOTES)]
CUSTOMERS: list[list[object]] = [
    ["customer", "pcs", "Imprimantes", "countries", "it_desk", "whole_base", "discount", "term"],
    ["Example", 300, 40, "FR;BE", "own", True, "2,5", 3],
    ["Été", 0, None, "NO", "none", "non", None, 1],
    ["Example", "1 200", 5, "FR,BE", "partner", "oui", 3.5, None],
]
