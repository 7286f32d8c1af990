"""Customers, as one request each, written as the files that a batch is read from."""

import csv
import io
import json
from datetime import date
from typing import Any

import openpyxl


def as_lines(customers):
    """JSON Lines, what is not stated left out."""
    return "".join(f"{json.dumps(_nested(each))}\n" for each in customers).encode()


def as_csv(customers, mark=";", encoding="utf-8", **words):
    """CSV as a spreadsheet program writes it; `words` are what stands for true and false."""
    text = io.StringIO()
    titles = _titles(customers)
    writer = csv.writer(text, delimiter=mark, lineterminator="\r\n")
    writer.writerow(titles)
    for each in customers:
        writer.writerow([_text(each.get(title), words) for title in titles])
    return text.getvalue().encode(encoding)


def as_workbook(customers):
    """A workbook in which numbers, days and truth values are what they are."""
    return workbook_of([_titles(customers), *_cells(customers)])


def workbook_of(rows, change=None):
    """A workbook with these rows, once `change` has been made to its sheet."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    if change is not None:
        change(sheet)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _titles(customers):
    return [*dict.fromkeys(key for each in customers for key in each)]


def _cells(customers):
    for each in customers:
        values = (each.get(title) for title in _titles(customers))
        yield [";".join(value) if isinstance(value, list) else _day(value) for value in values]


def _day(value):
    is_day = isinstance(value, str) and len(value) == 10 and value[4::3] == "--"
    return date.fromisoformat(value) if is_day else value


def _text(value, words):
    if isinstance(value, bool):
        return words.get("true", "VRAI") if value else words.get("false", "FAUX")
    if isinstance(value, list):
        return ";".join(value)
    return "" if value is None else str(value)


def _nested(customer):
    """`installed_base.pcs` as JSON has it."""
    request: dict[str, Any] = {}
    for path, value in customer.items():
        *above, last = path.split(".")
        holder = request
        for key in above if value is not None else ():
            holder = holder.setdefault(key, {})
        if value is not None:
            holder[last] = value
    return request
