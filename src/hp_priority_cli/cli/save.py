"""A request to the file that `--save-request` names, with what is still to be asked."""

from collections.abc import Sequence
from pathlib import Path, PurePath

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.cli.session import Session
from hp_priority_cli.customer.records import Request
from hp_priority_cli.eligibility.assess import assess, draft_points
from hp_priority_cli.eligibility.records import OpenPoint
from hp_priority_cli.errors import UsageProblem
from hp_priority_cli.quoting.quote import order_unit_points
from hp_priority_cli.readers.document import YAML_SUFFIXES
from hp_priority_cli.writers.files import write_file


def refuse_unsavable(path: str, *, force: bool) -> None:
    """Wrong use before the answer, so that nothing is left behind and nothing answered twice."""
    if PurePath(path).suffix.lower() not in YAML_SUFFIXES:
        raise UsageProblem("save-suffix", file=path, choices=YAML_SUFFIXES)
    if Path(path).is_file() and not force:
        raise UsageProblem("file-exists", file=path)


def save_request(
    request: Request,
    path: str,
    session: Session,
    again: str | None,
    remarks: Sequence[str],
    *,
    force: bool,
) -> None:
    """Write a request to a file, with what is still to be asked and what else is to be known."""
    from hp_priority_cli.presentation.request_file import request_text

    points = _to_be_asked(request, session.catalog)
    if request.tier is not None and request.order_unit is None:
        points += order_unit_points(session.catalog.tier(request.tier).order_unit)
    text = request_text(request, points, session.wording, again, remarks)
    write_file(path, [text.encode("utf-8", "replace")], force=force)
    session.note("note.written", file=path)


def _to_be_asked(request: Request, catalog: Catalog) -> list[OpenPoint]:
    """The questions on the tier wanted, or on all; where none is to be had, those on the lowest, as
    the file is kept for the day on which it is.
    """
    wanted = (request.tier,) if request.tier is not None else catalog.tier_ids
    decisions = [each for each in assess(catalog, request).tiers if each.tier in wanted]
    points = [point for decision in decisions for point in decision.open_points]
    if all(each.verdict == "not-eligible" for each in decisions):
        points += draft_points(catalog, request, decisions[0])
    return points
