"""The rows that a quote has no price for, as a file to have filled in: it then is a price book."""

from collections.abc import Iterable

from hp_priority_cli.presentation.csv import to_csv
from hp_priority_cli.presentation.report import Cell, Column, table
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.prices.records import PRICE_BOOK_SCHEMA
from hp_priority_cli.quoting.records import LineItem

_DAY = "YYYY-MM-DD"
_UNITS = "device | contract"


def lines_to_price(lines: Iterable[LineItem]) -> tuple[LineItem, ...]:
    """The lines without a price, each part once."""
    return tuple({line.sku: line for line in lines if line.list_price is None}.values())


def price_request_yaml(
    lines: Iterable[LineItem], currency: str | None, name: str, wording: Wording
) -> str:
    """A price book with blanks. Each of them, left as it stands, is refused and never taken."""
    say = wording.phrases.say
    rows = [row for line in lines for row in _row(line, wording)]
    return "\n".join(
        [
            f"# {say('price-request.title')}",
            f"# {say('price-request.days')}",
            f"schema: {PRICE_BOOK_SCHEMA}",
            f"id: {name}",
            f"currency: {currency or 'CODE'}",
            "tax: excluded",
            f"valid_from: {_DAY}",
            f"valid_until: {_DAY} | null",
            "price_period: term | year",
            "rows:",
            *rows,
            "",
        ]
    )


def _row(line: LineItem, wording: Wording) -> list[str]:
    unit = [f"    order_unit: {_UNITS}"] if line.order_unit == "open" else []
    return [
        f"  # {wording.text(line.description)}",
        f"  - sku: {line.sku}",
        "    amount:",
        *unit,
    ]


def price_request_csv(lines: Iterable[LineItem], wording: Wording) -> str:
    """A plain spreadsheet with a blank amount for each part."""
    columns = [Column("sku"), Column("amount"), Column("order_unit"), Column("description")]
    rows = [
        [
            Cell(line.sku),
            Cell(None),
            Cell(_UNITS if line.order_unit == "open" else None),
            Cell(wording.text(line.description)),
        ]
        for line in lines
    ]
    return to_csv(table(columns, rows))
