"""A price request as a spreadsheet, CSV or XLSX: a row for each amount, blank where it is missing.

The quantities are for whoever prices the rows: as a price book the file holds for any number.
`covered_devices` is there only where they are not what is ordered, `fictional` only where amounts
are invented: it stamps what the rows become, whatever header they are read under.
"""

import io
from collections.abc import Iterator, Mapping

from hp_priority_cli.presentation.csv import to_csv
from hp_priority_cli.presentation.price_request import AskedRow, PriceRequest, asked_rows
from hp_priority_cli.presentation.report import Cell, Column, Table, table
from hp_priority_cli.presentation.wording import Wording

_WIDTHS: Mapping[str, int] = {"sku": 12, "amount": 14, "order_unit": 18, "description": 60}
"""The widths of the columns of a workbook, in characters."""
_OPTIONAL = ("covered_devices", "from", "floor", "fictional")
"""The columns that are there only where a row has something in them."""


def price_request_csv(asked: PriceRequest, wording: Wording) -> str:
    """A spreadsheet with a blank amount for each part without one."""
    return to_csv(_table(asked, wording))


def price_request_workbook(asked: PriceRequest, wording: Wording) -> bytes:
    """The same as a workbook, by openpyxl; every cell a text, so that none of them is run.

    Raises ModuleNotFoundError where the extra `xlsx` is not installed.
    """
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    rows = _table(asked, wording)
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    titles = tuple(Cell(column.title) for column in rows.columns)
    for n, row in enumerate((titles, *rows.rows), 1):
        for m, value in enumerate((cell.value for cell in row), 1):
            if value is not None:
                cell = sheet.cell(n, m, str(value))
                cell.data_type = "s"
    for n, column in enumerate(rows.columns, 1):
        if column.title in _WIDTHS:
            sheet.column_dimensions[get_column_letter(n)].width = _WIDTHS[column.title]
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def _table(asked: PriceRequest, wording: Wording) -> Table:
    is_fictional = asked.book is not None and asked.book.content.is_fictional
    every = [
        values
        for row in asked_rows(asked, wording)
        for values in _values(row, is_fictional=is_fictional)
    ]
    unused = {key for key in _OPTIONAL if all(values[key] is None for values in every)}
    keys = [key for key in every[0] if key not in unused]
    return table(
        [Column(key) for key in keys], [[Cell(values[key]) for key in keys] for values in every]
    )


def _values(row: AskedRow, *, is_fictional: bool) -> Iterator[dict[str, str | None]]:
    """The cells of each row of a part, by their titles."""
    line = row.line
    is_devices = line.order_quantity == line.covered_devices
    for first, amount in row.steps:
        yield {
            "sku": line.sku,
            "quantity": None if line.order_quantity is None else str(line.order_quantity),
            "covered_devices": None if is_devices else str(line.covered_devices),
            "from": None if first is None else str(first),
            "amount": None if amount is None else f"{amount:f}",
            "order_unit": row.order_unit,
            "floor": row.floor,
            "fictional": "true" if is_fictional else None,
            "description": row.description,
        }
