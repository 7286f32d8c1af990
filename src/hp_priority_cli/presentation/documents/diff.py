"""What changed between two editions, as JSON: `hp-priority/diff@1`."""

from collections.abc import Sequence

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.editions.change import Change
from hp_priority_cli.evidence.affected import Affected, Against
from hp_priority_cli.presentation.changes import ChangeWording
from hp_priority_cli.presentation.documents.plain import Document, plain


def diff_document(
    changes: Sequence[Change],
    wording: ChangeWording,
    version: str,
    against: Against | None = None,
) -> Document:
    """`hp-priority/diff@1`; `compared` says what the two are that were compared, `against` what
    they make of saved quotes and requests.
    """
    return {
        "schema": "hp-priority/diff@1",
        "tool_version": version,
        "compared": "editions",
        "old": _edition(wording.old.catalog),
        "new": _edition(wording.new.catalog),
        "change_count": len(changes),
        "breaking_count": sum(each.breaking for each in changes),
        "changes": [_change(each, wording) for each in changes],
        "against": None if against is None else _against(against, wording),
    }


def _edition(catalog: Catalog) -> Document:
    return {
        "folder": catalog.folder,
        "document": catalog.document.id,
        "edition": catalog.document.edition,
        "sha256": catalog.sha256,
    }


def _change(change: Change, wording: ChangeWording) -> Document:
    return {
        "code": change.code,
        "area": change.area,
        "breaking": change.breaking,
        "id": change.id,
        "values": plain(change.values),
        "message": wording.message(change),
    }


def _against(against: Against, wording: ChangeWording) -> Document:
    return {
        "folder": against.folder,
        "judged": against.judged,
        "affected": [_affected(each, wording) for each in against.affected],
        "unread": list(against.unread),
        "without_prices": list(against.without_prices),
    }


def _affected(affected: Affected, wording: ChangeWording) -> Document:
    return {
        "file": affected.file,
        "kind": affected.kind,
        "customer": affected.customer,
        "reference": affected.reference,
        "effects": [{**plain(each), "message": wording.effect(each)} for each in affected.effects],
    }
