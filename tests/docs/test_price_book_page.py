"""The page about price books: its book is the example, and its commands print what it shows."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from books import CATALOG
from hp_priority_cli.prices.read import read_price_book
from hp_priority_cli.prices.records import BookHeader, PriceRow
from hp_priority_cli.readers.tree import key_of

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/price-book.md").read_text("utf-8")
EXAMPLE = ROOT / "examples/example-price-book.yaml"
CONSOLE = re.compile(r"```console\n\$ (.*)\n((?:.*\n)*?)```")


def test_book_of_the_page_is_the_example():
    [shown] = re.findall(r"```yaml\n((?:.*\n)*?)```", PAGE)
    assert shown == EXAMPLE.read_text("utf-8")


def test_every_example_book_is_right_and_invented():
    books = [path for path in (ROOT / "examples").iterdir() if "price" in path.name]
    assert EXAMPLE in books
    for path in books:
        book, warnings = read_price_book(str(path), CATALOG)
        assert (warnings, book.content.fictional) == ([], True)


def test_every_key_is_explained():
    keys = {key_of(name) for record in (BookHeader, PriceRow) for name in record.__annotations__}
    assert {key for key in keys if f"`{key}`" not in PAGE} == set()


@pytest.mark.parametrize(("command", "shown"), CONSOLE.findall(PAGE))
def test_page_shows_what_the_command_prints(command, shown):
    here = Path(sys.executable).parent
    kept = {key: value for key, value in os.environ.items() if not key.startswith("HP_PRIORITY")}
    fixed = {"HP_PRIORITY_AS_OF": "2026-11-24", "HP_PRIORITY_LANG": "en", "COLUMNS": "80"}
    path = f"{here}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        command,
        shell=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=kept | fixed | {"PATH": path},
        check=False,
    )
    assert ran.stdout + ran.stderr == shown
    assert "FICTIONAL PRICES" in shown
