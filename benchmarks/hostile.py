"""Files that are wrong as often as is asked for, on which the tool must not spend too long.

Each sort is a function that writes the files of a size into a folder, and gives the command line.
"""

import json
from collections.abc import Callable
from pathlib import Path

from hp_priority_cli.catalog.load import FILES, shipped_folder

_BOOK = """schema: hp-priority/price-book@1
id: invented
currency: EUR
tax: excluded
valid_from: 2026-01-01
valid_until: 2026-12-31
price_period: term
fictional: true
"""
_CASES = """schema: hp-priority/cases@1
customer: {countries: [FR], it_desk: own, whole_base: true, installed_base: {pcs: 300}}
cases:
"""
_CUSTOMER = "countries: [FR]\nit_desk: own\n"
Make = Callable[[Path, int], list[str]]


def _listed(key: str, item: str, size: int) -> str:
    """A key with a list of so many items, each with its number in the place of `%d`."""
    return f"{key}: [{', '.join(item.replace('%d', str(n)) for n in range(size))}]\n"


def _request(key: str, item: str, command: str = "check", start: str = "") -> Make:
    def make(folder: Path, size: int) -> list[str]:
        (folder / "request.yaml").write_text(start + _listed(key, item, size), "utf-8")
        words = ["check"] if command == "check" else [command, "--json", "--request"]
        return [*words, str(folder / "request.yaml")]

    return make


def _data(file: str, old: str, item: str) -> Make:
    """Shipped data with many more items where one piece of a file stands."""

    def make(folder: Path, size: int) -> list[str]:
        for name in FILES:
            text = (shipped_folder() / name).read_text("utf-8")
            if name == file:
                assert old in text
                more = "".join(item.replace("%d", f"{n:05}") for n in range(size))
                text = text.replace(old, f"{old}{more}", 1)
            (folder / name).write_text(text, "utf-8")
        return ["check", str(folder)]

    return make


def _table(row: str) -> Make:
    """A book whose rows stand in a CSV file."""

    def make(folder: Path, size: int) -> list[str]:
        rows = "".join(row.replace("%d", f"{n:05}") for n in range(1, size + 1))
        (folder / "prices.csv").write_text(f"sku,from,amount\n{rows}", "utf-8")
        (folder / "book.yaml").write_text(f"{_BOOK}rows: prices.csv\n", "utf-8")
        return ["check", str(folder / "book.yaml")]

    return make


def _lines(start: str, line: str) -> Make:
    """A file with a line that stands there again and again."""

    def make(folder: Path, size: int) -> list[str]:
        lines = "".join(line.replace("%d", str(n)) for n in range(size))
        (folder / "file.yaml").write_text(f"{start}{lines}", "utf-8")
        return ["check", str(folder / "file.yaml")]

    return make


def _batch(folder: Path, size: int) -> list[str]:
    line = json.dumps({"countries": ["Frankreich"], "installed_base": {"pcs": 1}})
    (folder / "batch.jsonl").write_text(f"{line}\n" * size, "utf-8")
    return ["check", str(folder / "batch.jsonl")]


def _customers(folder: Path, size: int) -> list[str]:
    rows = "x;perhaps;Frankreich\n" * size
    (folder / "customers.csv").write_text(f"pcs;whole_base;country\n{rows}", "utf-8")
    return ["check", str(folder / "customers.csv")]


def _fleet(row: str) -> Make:
    """An export of a fleet of which each row says something else that means nothing."""

    def make(folder: Path, size: int) -> list[str]:
        rows = "".join(row.replace("%d", f"{n:05}") for n in range(1, size + 1))
        head = "serial,type,maker,line,country,cover until"
        (folder / "fleet.csv").write_text(f"{head}\n{rows}", "utf-8")
        return ["inventory", str(folder / "fleet.csv")]

    return make


_NOTE = "clauses: [note-2, prerequisites-4"
_IDLE_ANSWER = '{point: "country-not-listed:RO", answer: "yes"}'
HOSTILE: dict[str, Make] = {
    "unknown keys": _lines(_CUSTOMER, "key%d: 1\n"),
    "unknown places": _request("countries", "Land%d"),
    "unknown languages": _request("languages", "frensh%d"),
    "answers that close no point": _request("answers", _IDLE_ANSWER, start=_CUSTOMER),
    "answers that are none": _request("answers", '{point: "x-%d", answer: "yes"}'),
    "sites": _request("sites", "{country: FR, pcs: 1}", "eligible"),
    "sites of other devices": _request("sites", "{country: FR, other: {x%d: 1}}", "eligible"),
    "unknown clause ids": _data("tiers.yaml", _NOTE, ", none-%d"),
    "unknown parts": _data(
        "skus.yaml",
        "parts:\n",
        "  - {sku: U%d, tier: acces%d, device_class: pc, term_years: 1,"
        " description: {en: a, fr: b}}\n",
    ),
    "rows of unknown parts": _table("A%d,1,5\n"),
    "breaks of a part": _table("U80M6E,%d,5\n"),
    "unknown places of a book": _lines(
        f"{_BOOK}rows: [{{sku: U80M6E, amount: 3}}]\napplies_to:\n  countries:\n", "    - Land%d\n"
    ),
    "unknown types of a fleet": _fleet("A%d,Gizmo %d,HP,commercial,FR,2027-01-01\n"),
    "unknown places of a fleet": _fleet("A%d,Laptop,HP,commercial,Land%d,2027-01-01\n"),
    "disputed serials of a fleet": _fleet("A1,Laptop,HP,commercial,FR,x%d\n"),
    "cases that fail": _lines(
        _CASES, "  - {name: a%d, expect: {access: {verdict: not-eligible}}}\n"
    ),
    "cases of unknown words": _lines(_CASES, "  - {name: a%d, expect: {acces%d: {}}}\n"),
    "lines of a batch": _batch,
    "rows of customers": _customers,
}
"""Each sort by its name."""

_ALIASES = "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 30))
BOMBS = {
    "aliases": f"a0: &a0 [x]\n{_ALIASES}",
    "lists": "[" * 60_000,
    "mappings": "{a: " * 60_000,
    "items": "- " * 60_000,
    "blocks": "".join(f"{' ' * n}a:\n" for n in range(900)),
    "JSON lists": "[" * 60_000,
    "JSON mappings": '{"a":' * 60_000,
}
"""What opens more than it closes, or stands for more than it is long."""
