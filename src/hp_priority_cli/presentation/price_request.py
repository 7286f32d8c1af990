"""The rows that a quote has no price for, as a file to have filled in: it then is a price book."""

import io
from collections.abc import Iterable, Mapping

from hp_priority_cli.presentation.csv import to_csv
from hp_priority_cli.presentation.report import Cell, Column, Table, table
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.prices.records import PRICE_BOOK_SCHEMA
from hp_priority_cli.quoting.records import LineItem

_DAY = "YYYY-MM-DD"
_UNITS = "device | contract"
_WIDTHS: Mapping[str, int] = {"A": 12, "B": 14, "C": 18, "D": 60}
"""The widths of the columns of a workbook, in characters."""


def lines_to_price(lines: Iterable[LineItem]) -> tuple[LineItem, ...]:
    """The lines without a price, each part once."""
    return tuple({line.sku: line for line in lines if line.list_price is None}.values())


def price_request_yaml(
    lines: Iterable[LineItem], currency: str | None, name: str, wording: Wording
) -> str:
    """A price book with blanks. Each of them, left as it stands, is refused and never taken."""
    say = wording.phrases.say
    rows = [row for line in lines for row in _yaml_row(line, wording)]
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


def _yaml_row(line: LineItem, wording: Wording) -> list[str]:
    unit = [f"    order_unit: {_UNITS}"] if line.order_unit == "open" else []
    return [
        f"  # {wording.text(line.description)}",
        f"  - sku: {line.sku}",
        "    amount:",
        *unit,
    ]


def price_request_csv(lines: Iterable[LineItem], wording: Wording) -> str:
    """A plain spreadsheet with a blank amount for each part."""
    return to_csv(_rows(lines, wording))


def price_request_workbook(lines: Iterable[LineItem], wording: Wording) -> bytes:
    """The same as a workbook, by openpyxl; every cell a text, so that none of them is run.

    Raises ModuleNotFoundError where the extra `xlsx` is not installed.
    """
    from openpyxl import Workbook

    asked = _rows(lines, wording)
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    titles = tuple(Cell(column.title) for column in asked.columns)
    for n, row in enumerate((titles, *asked.rows), 1):
        for m, value in enumerate((cell.value for cell in row), 1):
            if value is not None:
                cell = sheet.cell(n, m, str(value))
                cell.data_type = "s"
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def _rows(lines: Iterable[LineItem], wording: Wording) -> Table:
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
    return table(columns, rows)
