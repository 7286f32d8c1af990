"""`hp-priority sku`: a part to its tier, class, term and clause; and back, by use or words."""

from typing import Annotated

import typer

from hp_priority_cli import __version__
from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.parts import (
    find_gaps,
    looks_like_number,
    near_words,
    parts_for,
    parts_with_words,
    suggest_parts,
)
from hp_priority_cli.catalog.records import DeviceClass, Part
from hp_priority_cli.cli.clock import today
from hp_priority_cli.cli.deliver import chosen_format, deliver
from hp_priority_cli.cli.options import OutputOptions, takes
from hp_priority_cli.cli.session import Session
from hp_priority_cli.cli.values import one_of, years
from hp_priority_cli.errors import EXIT_OK, Refused, UsageProblem
from hp_priority_cli.presentation.documents import parts_document
from hp_priority_cli.presentation.views.parts import gaps_report, parts_report

_CLASSES: tuple[DeviceClass, ...] = ("pc", "printer", "any")


@takes(OutputOptions)
def sku(
    session: Session,
    output: OutputOptions,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[CODE or WORDS]...", help="argument.words")
    ] = None,
    tier: Annotated[
        str | None, typer.Option(metavar="TIER", help="option.tier", show_default=False)
    ] = None,
    device: Annotated[
        str | None,
        typer.Option(metavar="pc|printer|any", help="option.device", show_default=False),
    ] = None,
    term: Annotated[
        str | None,
        typer.Option("--years", metavar="N", help="option.years", show_default=False),
    ] = None,
    gaps: Annotated[bool, typer.Option("--gaps", help="option.gaps")] = False,
) -> int:
    """Find parts, or with --gaps the combinations that have none."""
    chosen_format(output)
    catalog = session.catalog
    if tier is not None and tier not in catalog.tier_ids:
        choices = catalog.tier_ids
        raise UsageProblem("not-a-choice", option="--tier", value=tier, choices=choices)
    device_class: DeviceClass | None = one_of("--device", device, _CLASSES)  # type: ignore[assignment]
    if gaps:
        return _gaps(session, output, words, tier, device_class, years(term))
    asked = tuple(words or ())
    found = parts_for(_named(catalog, asked), tier, device_class, years(term))
    if not found:
        raise Refused("no-such-part", words=asked, suggestions=(), near=near_words(catalog, asked))
    deliver(
        session,
        output,
        lambda: parts_document(found, (), session.wording, __version__, today()),
        lambda: parts_report(found, session.wording),
    )
    return EXIT_OK


def _named(catalog: Catalog, words: tuple[str, ...]) -> tuple[Part, ...]:
    """The parts that the words name, by number or by description; never one that is merely near."""
    numbers = tuple(word for word in words if looks_like_number(word) or catalog.part(word.upper()))
    rest = tuple(word for word in words if word not in numbers)
    if not numbers:
        return parts_with_words(catalog, rest)
    missing = [word for word in numbers if catalog.part(word.upper()) is None]
    if missing:
        near = tuple(dict.fromkeys(p for word in missing for p in suggest_parts(catalog, word)))
        raise Refused("no-such-part", words=tuple(missing), suggestions=near, near=())
    parts = [catalog.part(word.upper()) for word in dict.fromkeys(numbers)]
    described = parts_with_words(catalog, rest)
    return tuple(part for part in parts if part is not None and part in described)


def _gaps(
    session: Session,
    output: OutputOptions,
    words: list[str] | None,
    tier: str | None,
    device_class: DeviceClass | None,
    term_years: int | None,
) -> int:
    if words:
        raise UsageProblem("gaps-and-words")
    found = [
        gap
        for gap in find_gaps(session.catalog)
        if tier in (None, gap.tier)
        and device_class in (None, gap.device_class)
        and term_years in (None, gap.term_years)
    ]
    deliver(
        session,
        output,
        lambda: parts_document((), found, session.wording, __version__, today()),
        lambda: gaps_report(found, session.wording),
    )
    return EXIT_OK
