"""What is wrong with the words of a request, as findings: names of no one thing, unfit answers."""

from collections.abc import Container, Iterator
from dataclasses import replace
from typing import Any

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.customer.answers import Unfit, apply_answers, idle_answers
from hp_priority_cli.customer.records import Request
from hp_priority_cli.customer.resolve import Unresolved, resolve
from hp_priority_cli.errors import Finding
from hp_priority_cli.readers.tree import Tree


def check_words(request: Request, catalog: Catalog, tree: Tree, *, whole: bool) -> list[Finding]:
    """Every word of a request that the catalog does not know, and every answer that cannot be.

    Where the request is not `whole`, answers are judged by themselves: what they contradict, or
    which tier they are about, is not all known.
    """
    resolved, unresolved = resolve(request, catalog)
    findings = [unresolved_finding(each, tree, catalog) for each in unresolved]
    if whole and not unresolved:
        _, unfit = apply_answers(resolved, catalog, resolved.tier)
        findings += _idle(resolved, catalog, tree, {each.path[1] for each in unfit})
    else:
        _, unfit = apply_answers(Request(answers=request.answers), catalog, None)
        unfit = [each for each in unfit if each.code != "point-of-several-tiers"]
    return [*findings, *(unfit_finding(each, tree) for each in unfit)]


def _idle(
    request: Request, catalog: Catalog, tree: Tree, unfit: Container[object]
) -> Iterator[Finding]:
    """A warning for each fit answer about a place that the request does not name."""
    for n, answer in enumerate(request.answers or ()):
        if n in unfit:
            continue
        alone, _ = apply_answers(replace(request, answers=(answer,)), catalog, request.tier)
        for point in idle_answers(alone):
            spot = tree.spot(("answers", n, "point"))
            yield Finding("answer-idle", spot, {"point": point}, "warning")


def unresolved_finding(each: Unresolved, tree: Tree, catalog: Catalog) -> Finding:
    """The finding for a word that names no one thing, at its place in the file."""
    return Finding(unresolved_code(each), tree.spot(each.path), unresolved_values(each, catalog))


def unfit_finding(each: Unfit, tree: Tree) -> Finding:
    """The finding for an answer that cannot be taken."""
    return Finding(each.code, tree.spot(each.path), each.values)


def unresolved_code(each: Unresolved) -> str:
    """What tells a word that names several things, or comes near one, from any other."""
    if each.kind == "part":
        return "part-unknown"
    if each.match.is_region:
        return "place-region"
    case = "ambiguous" if each.match.candidates else "near" if each.match.near else "unknown"
    return f"{each.kind}-{case}"


def unresolved_values(each: Unresolved, catalog: Catalog) -> dict[str, Any]:
    """The word with what it may mean."""
    values: dict[str, Any] = {"word": each.word}
    if each.kind == "part":
        return values | {"near": tuple(code for code, _ in each.match.near) or None}
    if each.match.candidates:
        values["candidates"] = each.match.candidates
    elif each.match.near:
        values[f"near_{each.kind}s"] = tuple(dict.fromkeys(code for code, _ in each.match.near))
    if each.kind == "tier":
        values["choices"] = catalog.tier_ids
    return values
