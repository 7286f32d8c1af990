"""The customer from options and a request file: options win, and every word becomes a code."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePath
from typing import Any

from hp_priority_cli.catalog.names import find_tier
from hp_priority_cli.cli.locate import is_file, likeliest
from hp_priority_cli.cli.options import CustomerOptions
from hp_priority_cli.cli.save import refuse_unsavable, save_request
from hp_priority_cli.cli.session import Remark, Session
from hp_priority_cli.cli.values import count, day, one_of, utf8
from hp_priority_cli.customer.answers import (
    answers_on_other_bases,
    apply_answers,
    idle_answers,
    on_its_base,
)
from hp_priority_cli.customer.merge import merged
from hp_priority_cli.customer.read import answers_later_than, hashes_in, request_in, terms_in
from hp_priority_cli.customer.records import Answer, InstalledBase, Request, Site
from hp_priority_cli.customer.resolve import Unresolved, resolve
from hp_priority_cli.customer.words import (
    unfit_finding,
    unresolved_code,
    unresolved_finding,
    unresolved_values,
)
from hp_priority_cli.errors import Finding, InvalidInput, Spot, UsageProblem
from hp_priority_cli.evidence.seal import refuse_without_seal
from hp_priority_cli.readers.document import read_document
from hp_priority_cli.readers.tables import is_table
from hp_priority_cli.readers.text import STANDARD_INPUT
from hp_priority_cli.readers.tree import Tree
from hp_priority_cli.readers.used import UsedFile

Counting = Callable[[Request, Request, date], tuple[Mapping[str, Any], Sequence[str]]]
"""The base by the request of a file, the one of options and the day, with what to say of it."""
EVERY_TIER = "all"
"""The tier option that asks about all tiers, whichever a request file names."""
_IT_DESKS = ("own", "partner", "none")
_SITE_PARTS = 3
_OPTIONS = {
    "countries": "--country",
    "sites": "--site",
    "headquarters": "--headquarters",
    "languages": "--support-language",
    "tier": "--tier",
}
"""The option that each kind of word to resolve comes from; tiers are an argument too."""
_SAID = ("--answered-by", "--answered-on", "--answer-reference")


def read_customer(
    options: CustomerOptions,
    session: Session,
    today: date,
    *,
    force: bool = False,
    again: str | None = None,
    count: "Counting | None" = None,
    **more: object,
) -> Request:
    """The resolved request of `options`, and of `more`, fields from options of the command.

    `count` gives the base where it is counted from a fleet.

    It is saved where `--save-request` says once the command has answered, over a file that is there
    only with `force`; `again` are options that it cannot hold.
    """
    given = parse_options(options, **more)
    request, tree = _request_file(options.request or [], session)
    refuse_later_answers(request, given, tree, today)
    if given.as_of is None and request.as_of not in (None, today):
        session.remarks.append(_other_day(request.as_of, today, session))
    remarks: Sequence[str] = ()
    if count is not None:
        base, remarks = count(request, given, given.as_of or request.as_of or today)
        given = replace(given, **base)
    stated = resolved(request, given, tree, session)
    advise_on_answers(stated, session)
    if options.save_request is not None:
        path = options.save_request
        refuse_unsavable(path, force=force)
        notes = (again, remarks)
        if any(Path(each).resolve() == Path(path).resolve() for each in options.request or []):
            session.request_files.clear()  # it is written anew, and never again what was read
        session.afterwards.append(lambda: save_request(stated, path, session, *notes, force=force))
    return replace(stated, as_of=stated.as_of or today)


def _other_day(stated: date | None, today: date, session: Session) -> Remark:
    """That the request names another day than today, which nobody at the prompt may remember."""
    text, option = session.phrases.say("stated.day", stated=stated), f"--as-of {today.isoformat()}"
    return Remark(text, option, f"{text}  {option}", for_the_seller=True)


def _request_file(files: Sequence[str], session: Session) -> tuple[Request, Tree | None]:
    """The request in the one file that was named, with the tree that says where its facts stand."""
    if len(files) > 1:
        raise UsageProblem("two-requests")
    request, tree = Request(), None
    for path in files:
        session.announce_input(path)
        if is_table(path) and is_file(path):
            raise InvalidInput([Finding("not-a-request", Spot(path), {"near": "--batch FILE"})])
        document = read_document(path)
        request, tree, warnings = request_in(document)
        request = _with_books_found(request, path, document)
        refuse_without_seal(document)
        session.warn(warnings)
        session.request_terms.extend(terms_in(document))
        session.request_files.append(UsedFile(PurePath(tree.file).name, tree.sha256))
        session.note("note.request", file=path)
    return request, tree


def _with_books_found(request: Request, path: str, document: Tree) -> Request:
    """The request with its price books where they lie: as seen from here, else beside its file."""
    if request.price_book is None:
        return request
    folder = Path() if path == STANDARD_INPUT else Path(path).parent
    wanted = set(hashes_in(document))
    named = tuple(
        name if is_file(name) and not wanted else likeliest(name, folder, wanted) or name
        for name in request.price_book
    )
    return replace(request, price_book=named)


def advise_on_answers(request: Request, session: Session) -> None:
    """Say which answers do not bear on the request, so that nobody counts on them."""
    for point in idle_answers(request):
        session.advise("note.answer-idle", point=point)
    for answer in answers_on_other_bases(request):
        assert answer.base is not None
        counts = {"pcs": answer.base.pcs, "printers": answer.base.printers}
        said = session.wording.counts(counts)
        session.advise("note.answer-other-base", point=answer.point, counts=said)


def refuse_later_answers(request: Request, given: Request, tree: Tree | None, today: date) -> None:
    """Refuse what was answered after the day on which everything is judged."""
    day = given.as_of or request.as_of or today
    for answer in given.answers or ():
        if answer.on is not None and answer.on > day:
            raise UsageProblem("answered-later", option="--answered-on", on=answer.on, as_of=day)
    later = [] if tree is None else answers_later_than(day, tree)
    if later:
        raise InvalidInput(later)


def resolved(request: Request, given: Request, tree: Tree | None, session: Session) -> Request:
    """The request of a file with the options on top, in codes and tags; its day as stated.

    Raises InvalidInput for what is wrong in the file (`tree` knows where), else UsageProblem.
    """
    catalog = session.catalog
    if given.tier == EVERY_TIER:
        request = replace(request, tier=None)
    given = refuse_unknown_words(given, session)
    below, unresolved = resolve(request, catalog)
    if unresolved and tree is not None:
        raise InvalidInput([unresolved_finding(each, tree, catalog) for each in unresolved])
    tier = given.tier or below.tier
    given, unfit = apply_answers(given, catalog, tier)
    if unfit:
        raise UsageProblem(unfit[0].code, **unfit[0].values)
    below, unfit = apply_answers(below, catalog, tier)
    if unfit and tree is not None:
        raise InvalidInput([unfit_finding(each, tree) for each in unfit])
    return on_its_base(merged(on_its_base(below), given))


def tier_named(word: str, session: Session) -> str:
    """The id of the tier that a word on the command line names."""
    return tiers_named([word], session)[0]


def tiers_named(words: Sequence[str], session: Session) -> tuple[str, ...]:
    """The ids of the tiers that words on the command line name, every wrong one reported."""
    matches = [(word, find_tier(session.catalog, word)) for word in words]
    wrong = [Unresolved("tier", w, ("tiers",), match) for w, match in matches if match.code is None]
    _refuse(wrong, session)
    return tuple(str(match.code) for _, match in matches)


def is_stated(request: Request) -> bool:
    """Whether anything of the customer was stated at all."""
    return replace(request, as_of=None) != Request()


def parse_options(options: CustomerOptions, **more: object) -> Request:
    """The options that were given as a request, each parsed or refused; the rest not stated."""
    counts: dict[str, Any] = {
        key: count(f"--{key}", text)
        for key, text in (("pcs", options.pcs), ("printers", options.printers))
        if text is not None
    }
    if counts and options.site:
        raise UsageProblem("base-and-sites")
    given: dict[str, Any] = {
        "customer": utf8("--customer", options.customer),
        "reference": utf8("--reference", options.reference),
        "installed_base": InstalledBase(**counts) if counts else None,
        "countries": _words("--country", options.country),
        "sites": tuple(_site(text) for text in options.site) if options.site else None,
        "headquarters": options.headquarters,
        "languages": _words("--support-language", options.support_language),
        "around_the_clock": options.around_the_clock or None,
        "it_desk": one_of("--it-desk", options.it_desk, _IT_DESKS),
        "whole_base": options.whole_base,
        "answers": _answers(options),
        "as_of": day("--as-of", options.as_of),
        **more,
    }
    return Request(**given)


def _answers(options: CustomerOptions) -> tuple[Answer, ...] | None:
    """The answers given, all said by the same person on the same day."""
    said = {
        "by": utf8("--answered-by", options.answered_by),
        "on": day("--answered-on", options.answered_on),
        "reference": utf8("--answer-reference", options.answer_reference),
    }
    if not options.answer:
        for name, value in zip(_SAID, said.values(), strict=True):
            if value is not None:
                raise UsageProblem("answer-without-point", option=name)
        return None
    return tuple(Answer(*_point_and_value(text), **said) for text in options.answer)  # type: ignore[arg-type]


def _point_and_value(text: str) -> tuple[str, str]:
    point, equals, value = text.partition("=")
    if not equals or not point.strip() or not value.strip():
        raise UsageProblem("not-point-and-value", option="--answer", value=text)
    return point, value


def _words(option: str, given: list[str] | None) -> tuple[str, ...] | None:
    """Words of a repeated option, each of which may hold several apart by commas."""
    if not given:
        return None
    for text in given:
        if not all(word.strip() for word in text.split(",")):
            kind = "no-name-at-comma" if text.strip() else "no-name"
            raise UsageProblem(kind, option=option, value=text)
    return tuple(word.strip() for text in given for word in text.split(","))


def _site(text: str) -> Site:
    parts = text.split(":")
    if len(parts) != _SITE_PARTS or not parts[0].strip():
        raise UsageProblem("not-a-site", option="--site", value=text)
    pcs, printers = (count("--site", part) for part in parts[1:])
    return Site(parts[0].strip(), pcs, printers)


def refuse_unknown_words(given: Request, session: Session) -> Request:
    """The options in codes and tags; UsageProblem for the words that name no one thing."""
    if given.tier == EVERY_TIER:
        given = replace(given, tier=None)
    known, unresolved = resolve(given, session.catalog)
    _refuse(unresolved, session)
    return known


def _refuse(wrong: Sequence[Unresolved], session: Session) -> None:
    """Report the words of options that name no one thing, all of them at once."""
    if len(wrong) == 1:
        raise _usage(wrong[0], session)
    if wrong:
        raise UsageProblem("several-words", [_in_option(each, session) for each in wrong])


def _usage(each: Unresolved, session: Session) -> UsageProblem:
    return UsageProblem(unresolved_code(each), **unresolved_values(each, session.catalog))


def _in_option(each: Unresolved, session: Session) -> Finding:
    name = _OPTIONS.get(str(each.path[0])) or session.phrases.say("metavar.TIER")
    return Finding(unresolved_code(each), Spot(name), unresolved_values(each, session.catalog))
