"""The page about price books: its book is the example, and every key of a book is explained."""

import re
from pathlib import Path

from books import CATALOG
from hp_priority_cli.prices.read import read_price_book
from hp_priority_cli.prices.records import BookHeader, PriceRow
from hp_priority_cli.readers.tree import key_of

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/price-book.md").read_text("utf-8")
EXAMPLE = ROOT / "examples/example-price-book.yaml"
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)


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


def test_every_quote_of_the_page_says_that_its_prices_are_invented():
    quotes = [shown for shown in CONSOLE.findall(PAGE) if "hp-priority quote" in shown]
    assert len(quotes) > 1
    assert [shown for shown in quotes if "FICTIONAL PRICES" not in shown] == []
