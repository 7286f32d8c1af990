"""Fleets in files of a test, read as `inventory` reads them."""

from datetime import date

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from customers import CATALOG
from hp_priority_cli.catalog.devices import type_key
from hp_priority_cli.customer.fleet.read import read_fleet
from hp_priority_cli.customer.fleet.records import Facts, Instructions
from hp_priority_cli.errors import InvalidInput

DAY = date(2026, 11, 24)
WHOLE = Facts(maker="HP", line="commercial", cover="yes")
"""What is stated of every device where a test is about its type alone."""
HEAD = "serial,type,maker,line,cover_until"


def instructions(*, types=None, **stated):
    spelt = {type_key(word): type_ for word, type_ in (types or {}).items()}
    return Instructions(**{"as_of": DAY, "types": spelt, **stated})


def fleet(folder, *texts, **stated):
    """The fleet in files of these texts."""
    paths = []
    for n, text in enumerate(texts):
        path = folder / f"fleet{n}.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        paths.append(str(path))
    return read_fleet(paths, CATALOG, instructions(**stated))


def buckets(found):
    """The bucket of each row, by its line."""
    return {device.place.line: device.bucket for device in found.devices}


def one(folder, row, head=HEAD, **stated):
    """The bucket of one row under titles, and what it is about."""
    [device] = fleet(folder, f"{head}\n{row}\n", **stated).devices
    return device.bucket, device.about


def workbook(path, *rows, hidden=()):
    made = openpyxl.Workbook()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(row)
    for line in hidden:
        sheet.row_dimensions[line].hidden = True
    made.save(path)
    return str(path)


def findings_of_fleet(*paths, **stated):
    """What is wrong with files of a fleet."""
    try:
        read_fleet([str(path) for path in paths], CATALOG, instructions(**stated))
    except InvalidInput as error:
        return [*error.findings]
    return []
