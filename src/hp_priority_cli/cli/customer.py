"""The customer from options and a request file: options win, and every word becomes a code."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from hp_priority_cli.catalog.names import find_tier
from hp_priority_cli.cli.options import CustomerOptions
from hp_priority_cli.cli.session import Session
from hp_priority_cli.cli.values import count, day, one_of, utf8
from hp_priority_cli.customer.read import read_request
from hp_priority_cli.customer.records import InstalledBase, Request, Site
from hp_priority_cli.customer.resolve import Unresolved, resolve
from hp_priority_cli.errors import Finding, InvalidInput, UsageProblem
from hp_priority_cli.readers.tree import Tree

_IT_DESKS = ("own", "partner", "none")
_SITE_PARTS = 3


@dataclass(frozen=True, slots=True)
class Overrides:
    """What options said, parsed: whole fields of the request, and counts inside its base."""

    fields: dict[str, Any]
    counts: dict[str, int]

    def apply(self, request: Request) -> Request:
        """The request with the options on top."""
        changed = replace(request, **self.fields)
        if "sites" in self.fields:
            changed = replace(changed, installed_base=None)
        if not self.counts:
            return changed
        if changed.sites is not None:
            raise UsageProblem("base-and-sites")
        base = replace(changed.installed_base or InstalledBase(), **self.counts)  # type: ignore[arg-type]
        return replace(changed, installed_base=base)


def read_customer(
    options: CustomerOptions, session: Session, today: date, **more: object
) -> Request:
    """The resolved request of `options`, and of `more`, fields from options of the command."""
    overrides = parse_options(options, **more)
    files = options.request or []
    if len(files) > 1:
        raise UsageProblem("two-requests")
    request, tree = Request(), None
    for path in files:
        session.announce_input(path)
        request, tree, warnings = read_request(path)
        session.warn(warnings)
        session.note("note.request", file=path)
    return resolved(overrides.apply(request), overrides, tree, session, today)


def resolved(
    request: Request, overrides: Overrides, tree: Tree | None, session: Session, today: date
) -> Request:
    """The request in codes and tags, judged on a day; a word that names nothing is an error."""
    request, unresolved = resolve(request, session.catalog)
    for each in unresolved:
        if tree is None or each.path[0] in overrides.fields:
            raise _usage(each, session)
    if unresolved and tree is not None:
        raise InvalidInput([_finding(each, tree, session) for each in unresolved])
    return replace(request, as_of=request.as_of or today)


def tier_named(word: str, session: Session) -> str:
    """The id of the tier that a word on the command line names."""
    match = find_tier(session.catalog, word)
    if match.code is None:
        raise _usage(Unresolved("tier", word, ("tier",), match), session)
    return match.code


def is_stated(request: Request) -> bool:
    """Whether anything of the customer was stated at all."""
    return replace(request, as_of=None) != Request()


def parse_options(options: CustomerOptions, **more: object) -> Overrides:
    """The options that were given, each parsed or refused."""
    counts = {
        key: count(f"--{key}", text)
        for key, text in (("pcs", options.pcs), ("printers", options.printers))
        if text is not None
    }
    if counts and options.site:
        raise UsageProblem("base-and-sites")
    given: dict[str, object] = {
        "customer": utf8("--customer", options.customer),
        "reference": utf8("--reference", options.reference),
        "countries": _words(options.country),
        "sites": tuple(_site(text) for text in options.site) if options.site else None,
        "headquarters": options.headquarters,
        "languages": _words(options.support_language),
        "around_the_clock": options.around_the_clock or None,
        "it_desk": one_of("--it-desk", options.it_desk, _IT_DESKS),
        "whole_base": options.whole_base,
        "as_of": day("--as-of", options.as_of),
        **more,
    }
    return Overrides({key: value for key, value in given.items() if value is not None}, counts)


def _words(given: list[str] | None) -> tuple[str, ...] | None:
    """Words of a repeated option, each of which may hold several apart by commas."""
    if not given:
        return None
    return tuple(word.strip() for text in given for word in text.split(","))


def _site(text: str) -> Site:
    parts = text.split(":")
    if len(parts) != _SITE_PARTS or not parts[0].strip():
        raise UsageProblem("not-a-site", option="--site", value=text)
    pcs, printers = (count("--site", part) for part in parts[1:])
    return Site(parts[0].strip(), pcs, printers)


def _usage(each: Unresolved, session: Session) -> UsageProblem:
    return UsageProblem(_kind(each), **_values(each, session))


def _finding(each: Unresolved, tree: Tree, session: Session) -> Finding:
    return Finding(_kind(each), tree.spot(each.path), _values(each, session))


def _kind(each: Unresolved) -> str:
    case = "ambiguous" if each.match.candidates else "near" if each.match.near else "unknown"
    return f"{each.kind}-{case}"


def _values(each: Unresolved, session: Session) -> dict[str, Any]:
    values: dict[str, Any] = {"word": each.word}
    if each.match.candidates:
        values["candidates"] = each.match.candidates
    elif each.match.near:
        values[f"near_{each.kind}s"] = tuple(dict.fromkeys(code for code, _ in each.match.near))
    if each.kind == "tier":
        values["choices"] = session.catalog.tier_ids
    return values
