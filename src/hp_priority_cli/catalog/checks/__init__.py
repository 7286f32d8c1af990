"""What a type cannot say about the data files: identities, references, order, wording.

Each check is a function that returns complaints, one file a subject. `check_catalog` runs them and
gives every complaint its place in the files.
"""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.checks import (
    features,
    identities,
    languages,
    parts,
    places,
    references,
    statements,
    tiers,
)
from hp_priority_cli.catalog.checks.complaint import (
    COVERAGE,
    SKUS,
    SOURCE,
    TIERS,
    Check,
    Complaint,
)
from hp_priority_cli.errors import MOST_FINDINGS, Finding
from hp_priority_cli.readers.tree import Tree

_ALL = (TIERS, SKUS, COVERAGE, SOURCE)
_STRUCTURE: tuple[Check, ...] = (
    Check(identities.ids, (TIERS, COVERAGE, SOURCE)),
    Check(identities.document, (SOURCE,)),
    Check(statements.lists, _ALL),
    Check(statements.known_ones, (TIERS,)),
    Check(tiers.minimums, (TIERS,)),
    Check(tiers.order_of_minimums, (TIERS,)),
    Check(tiers.reach_of_minimums, (TIERS,)),
    Check(tiers.terms, (TIERS,)),
    Check(features.cells, (TIERS,)),
    Check(features.rows, (TIERS,)),
    Check(features.replacements, (TIERS,)),
    Check(features.circles, (TIERS,)),
    Check(parts.numbers, (SKUS,)),
    Check(parts.uses, (TIERS, SKUS)),
    Check(parts.overlaps, (SKUS,)),
    Check(places.codes, (COVERAGE,)),
    Check(places.doubts, (COVERAGE,)),
    Check(places.ambiguous_names, (COVERAGE,)),
    Check(languages.tags, (COVERAGE, SOURCE)),
    Check(languages.accepted, (COVERAGE,)),
    Check(languages.around_the_clock, (COVERAGE,)),
    Check(references.cited, _ALL),
    Check(references.readings, (SOURCE,)),
    Check(references.touched, _ALL),
)
"""What an answer stands on. Each of them is quick, needs no library and runs with every command."""


def check_catalog(
    catalog: Catalog, trees: Mapping[str, Tree], *, thorough: bool = True
) -> list[Finding]:
    """Every rule that the data break, each with file, line and column.

    A check is left out where `trees` lacks a file that it needs. Without `thorough` only those are
    run that an answer stands on; the rest is about what an author may have overlooked.
    """
    checks = (*_STRUCTURE, *_careful_checks()) if thorough else _STRUCTURE
    complaints = [
        complaint
        for check in checks
        if trees.keys() >= set(check.files)
        for complaint in check.find(catalog)
    ]
    if thorough:
        complaints += check_texts(trees)
        complaints += _check_marks(catalog, trees)
    return _located(complaints, trees)


def check_texts(trees: Mapping[str, Tree]) -> Iterator[Complaint]:
    """What is wrong with the texts of the files, whatever else is."""
    from hp_priority_cli.catalog.checks import bilingual, writing

    for file, tree in trees.items():
        yield from writing.writing(file, tree)
        yield from bilingual.bilingual(file, tree)
        yield from bilingual.repeated_texts(file, tree)
        yield from bilingual.repeated_items(file, tree)


def _check_marks(catalog: Catalog, trees: Mapping[str, Tree]) -> Iterator[Complaint]:
    """What a file leaves unsaid, which its records cannot tell."""
    from hp_priority_cli.catalog.checks.world import unmarked

    if COVERAGE in trees:
        yield from unmarked(catalog, trees[COVERAGE])


def _careful_checks() -> tuple[Check, ...]:
    """The checks that take longer, or that tell a slip from what may well be meant."""
    from hp_priority_cli.catalog.checks import descriptions, figures, look_alikes, naming, world

    return (
        Check(tiers.idle_ways, (TIERS,)),
        Check(tiers.order_units, (TIERS,)),
        Check(figures.without_clause, (TIERS, SOURCE)),
        Check(features.doubts, (TIERS,)),
        Check(features.steps_up, (TIERS,)),
        Check(features.limits, (TIERS, COVERAGE)),
        Check(parts.gaps, (TIERS, SKUS)),
        Check(parts.bands, (TIERS, SKUS)),
        Check(descriptions.descriptions, (TIERS, SKUS)),
        Check(look_alikes.look_alikes, (SKUS,)),
        Check(look_alikes.compared_ones, (SKUS,)),
        Check(naming.names_of_tiers, (TIERS,)),
        Check(naming.words_of_devices, (TIERS,)),
        Check(naming.names_of_places, (COVERAGE,)),
        Check(naming.names_of_languages, (COVERAGE,)),
        Check(places.order, (COVERAGE, SOURCE)),
        Check(places.idle_readings, (COVERAGE,)),
        Check(world.countries, (COVERAGE,)),
        Check(world.latin_america, (COVERAGE,)),
        Check(world.regions, (COVERAGE,)),
        Check(world.languages, (COVERAGE, SOURCE)),
        Check(world.names, (COVERAGE,)),
        Check(world.spelling, (COVERAGE,)),
        Check(references.uncited, _ALL),
        Check(references.mutual, _ALL),
    )


def _located(complaints: Iterable[Complaint], trees: Mapping[str, Tree]) -> list[Finding]:
    """The complaints at their places; what is near a word is looked for in the first of them."""
    findings = []
    for n, each in enumerate(complaints):
        values = dict(each.values)
        if each.choices:
            near = get_close_matches(str(values["id"]), each.choices, n=1) if _is_worth(n) else []
            values["near"] = near[0] if near else None
        spot = trees[each.file].spot(each.path, of_key=each.of_key)
        findings.append(Finding(each.code, spot, values, each.severity))
    return findings


def _is_worth(n: int) -> bool:
    """Whether the nearest word is looked for, which takes long where much is wrong."""
    return n <= MOST_FINDINGS
