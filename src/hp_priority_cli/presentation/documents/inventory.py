"""A fleet as JSON: `hp-priority/inventory@1`."""

from collections.abc import Iterator
from datetime import date

from hp_priority_cli.customer.fleet.base import base_of
from hp_priority_cli.customer.fleet.records import (
    BUCKETS,
    COUNTED,
    OPEN,
    Amount,
    Bucket,
    Device,
    Fleet,
    FleetFile,
)
from hp_priority_cli.customer.records import Request
from hp_priority_cli.presentation.documents.eligibility import request_document
from hp_priority_cli.presentation.documents.plain import Document, document_head
from hp_priority_cli.presentation.settling import bucket_clauses, settlements
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.readers.used import name_alone


def inventory_document(fleet: Fleet, wording: Wording, version: str, as_of: date) -> Document:
    """`hp-priority/inventory@1`: every row once, with its bucket."""
    options: dict[Bucket, list[str]] = {}
    for each in settlements(fleet, wording.catalog):
        options.setdefault(each.bucket, []).extend(filter(None, [each.option]))
    base = Request(**base_of(fleet))
    return {
        **document_head("inventory", wording.catalog, version, as_of),
        "files": [_file(each) for each in fleet.files],
        **amounts_document(fleet),
        "places": [
            {"country": code, **_amount(amount)}
            for code, amount in (fleet.by_place.items() if fleet.has_places else ())
        ],
        "buckets": [
            {
                "bucket": bucket,
                "standing": _standing(bucket),
                "rows": len(fleet.buckets.get(bucket, ())),
                "settled_by": options.get(bucket, []),
                "message": wording.phrases.say(f"bucket.{bucket}"),
                "clauses": list(bucket_clauses(bucket, wording.catalog)),
            }
            for bucket in BUCKETS
        ],
        "devices": [*_devices(fleet)],
        "request": request_document(base),
    }


def amounts_document(fleet: Fleet) -> Document:
    """How many rows there are and are to be settled, what counts, and what would count beside."""
    return {
        "rows": len(fleet.devices),
        "rows_open": fleet.to_settle,
        "counted": _amount(fleet.counted),
        "open": {**_amount(fleet.open), "either": fleet.open.either},
    }


def _file(file: FleetFile) -> Document:
    return {
        "file": name_alone(file.file),
        "sha256": file.sha256,
        "columns": dict(file.columns),
        "unread": list(file.unread),
        "date_order": file.order,
        "date_order_by": file.order_source,
        "passed_over": list(file.passed_over),
        "hidden_rows": file.hidden,
    }


def _amount(amount: Amount) -> Document:
    return {"pcs": amount.pcs, "printers": amount.printers}


def _standing(bucket: Bucket) -> str:
    if bucket in OPEN:
        return "to-be-settled"
    return "counted" if bucket in COUNTED else "not-counted"


def _devices(fleet: Fleet) -> Iterator[Document]:
    names = [name_alone(each.file) for each in fleet.files]
    for device in fleet.devices:
        yield _device(device, names[device.place.file])


def _device(device: Device, file: str) -> Document:
    return {
        "file": file,
        "line": device.place.line,
        "serial": device.serial,
        "bucket": device.bucket,
        "type": device.type,
        "country": device.country,
        "about": device.about,
    }
