"""`hp-priority sku`: a part to its tier, class, term and clause; and back, by use or words."""

from collections.abc import Sequence
from typing import Annotated

import typer

from hp_priority_cli import __version__
from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.parts import (
    Gap,
    gaps_for,
    looks_like_number,
    near_words,
    parts_for,
    parts_with_words,
    spoken_numbers,
    suggest_parts,
    unknown_words,
)
from hp_priority_cli.catalog.records import DeviceClass, Part
from hp_priority_cli.cli.clock import today
from hp_priority_cli.cli.customer import tier_named
from hp_priority_cli.cli.deliver import chosen_format, deliver, imprint_of, is_for_screen
from hp_priority_cli.cli.options import OutputOptions, takes
from hp_priority_cli.cli.session import Session
from hp_priority_cli.cli.values import one_of, years
from hp_priority_cli.errors import EXIT_OK, Refused, UsageProblem
from hp_priority_cli.presentation.documents.catalog import parts_document
from hp_priority_cli.presentation.views.parts import gaps_report, parts_report

_CLASSES: tuple[DeviceClass, ...] = ("pc", "printer", "any")


@takes(OutputOptions)
def sku(
    session: Session,
    output: OutputOptions,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[PART|WORD]...", help="argument.words")
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
    tier_id = None if tier is None else tier_named(tier, session)
    device_class: DeviceClass | None = one_of("--device", device, _CLASSES)  # type: ignore[assignment]
    use = (tier_id, device_class, years(term))
    if gaps:
        return _gaps(session, output, words, *use)
    asked = _asked(catalog, words or ())
    missing = tuple(w for w in asked if looks_like_number(w) and not _is_part(w, catalog))
    right = tuple(word for word in asked if word not in missing)
    has_number = any(_is_part(word, catalog) for word in right)
    if missing and not (has_number and is_for_screen(output)):  # a document is whole or none
        raise _no_such_number(catalog, missing)
    by_use = not has_number and bool(asked or any(use))
    without = gaps_for(catalog, right, *use) if by_use else ()
    found = parts_for(_named(session, right), *use)
    if not found:
        raise _nothing_fits(catalog, asked, without)
    deliver(
        session,
        output,
        lambda: parts_document(found, without, session.wording, __version__, today()),
        lambda: parts_report(found, session.wording, without),
        imprint_of(session, today()),
    )
    if missing:
        raise _no_such_number(catalog, missing)
    return EXIT_OK


def _asked(catalog: Catalog, words: Sequence[str]) -> tuple[str, ...]:
    """The words, apart at commas too, and numbers read out in groups put together."""
    if any(not word.strip(" ,") for word in words):
        raise UsageProblem("empty-word")
    apart = [piece for word in words for piece in word.split(",") if piece.strip()]
    return spoken_numbers(catalog, apart)


def _nothing_fits(catalog: Catalog, asked: tuple[str, ...], without: tuple[Gap, ...]) -> Refused:
    """That no part fits all of what was asked, or that the sheet has none for it."""
    values = {"words": asked, "terms": catalog.terms, "suggestions": (), "near": ()}
    if without:
        return Refused("no-such-part", reason="gap", gaps=without, **values)
    return Refused("no-such-part", reason="combination", **values)


def _is_part(word: str, catalog: Catalog) -> bool:
    return catalog.part(word.upper()) is not None


def _no_such_number(catalog: Catalog, missing: tuple[str, ...]) -> Refused:
    near = tuple(dict.fromkeys(p for word in missing for p in suggest_parts(catalog, word)))
    return Refused("no-such-part", reason="number", words=missing, suggestions=near, near=())


def _named(session: Session, words: tuple[str, ...]) -> tuple[Part, ...]:
    """The parts that the words name, by number or by description; never one that is merely near."""
    catalog = session.catalog
    numbers = tuple(word for word in words if _is_part(word, catalog))
    rest = tuple(word for word in words if word not in numbers)
    unknown = unknown_words(catalog, rest)
    if unknown:
        near_ones = near_words(catalog, unknown, session.phrases.language)
        raise Refused("no-such-part", reason="word", words=unknown, suggestions=(), near=near_ones)
    described = parts_with_words(catalog, rest)
    named = {word.upper() for word in numbers}
    return tuple(part for part in described if not named or part.sku in named)


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
    found = gaps_for(session.catalog, (), tier, device_class, term_years)
    deliver(
        session,
        output,
        lambda: parts_document((), found, session.wording, __version__, today()),
        lambda: gaps_report(found, session.wording),
        imprint_of(session, today()),
    )
    return EXIT_OK
