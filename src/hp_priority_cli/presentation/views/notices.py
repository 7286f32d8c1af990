"""The notices of an answer, as few lines as say them all: one for all the places of a code."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from hp_priority_cli.customer.records import Request
from hp_priority_cli.eligibility.records import Notice, OpenPoint
from hp_priority_cli.presentation.report import (
    FOLDS_FIRST,
    FOLDS_LAST,
    FOLDS_LATE,
    Block,
    Line,
    Section,
)
from hp_priority_cli.presentation.wording import Wording

_PLACES_BY_NAME = 2
_WISHES = ("around-the-clock-english-only", "language-not-listed", "language-ambiguous")
"""The notices on what the customer asked for beside a tier, the first of them told first."""
_LIMITS = {
    "priority-parts-unavailable": "unavailable",
    "priority-parts-unconfirmed": "unconfirmed",
    "varies-by-market": "market",
}
"""The notices on priority parts, which one line says together."""


def unasked(found: Iterable[Notice], points: Iterable[OpenPoint]) -> Iterator[Notice]:
    """The notices that nothing else in the answer says: neither a question nor what was stated."""
    asked = {name for point in points for name in (point.id, point.code)}
    for notice in found:
        about_a_place = f"{notice.code}:{notice.values.get('country')}" in asked
        about_all = notice.code == "order-unit-open" and notice.code in asked
        stated = notice.code == "count-taken-as-zero" and "countries" not in notice.values
        if not (about_a_place or about_all or stated):
            yield notice


def notices(
    found: Iterable[Notice],
    wording: Wording,
    *,
    skip: frozenset[str] = frozenset(),
    languages: Sequence[str] = (),
) -> list[Block]:
    """The notices, those of one code that differ in a place or a language alone on one line.

    What the customer wished for and the limits of a place come first, and are the last to give
    way: they are asked about. `languages` are those wanted that HP supports.
    """
    groups: dict[str, dict[str, Notice]] = {}
    for each in sorted(found, key=_rank):
        if each.code not in skip:
            key = each.code if each.code in _LIMITS else wording.notice_key(each)
            groups.setdefault(key, {}).setdefault(repr(each), each)
    limits = {code: groups.pop(code) for code in _LIMITS if code in groups}
    wishes = [next(iter(group.values())).code in _WISHES for group in groups.values()]
    said = [
        Line(_merged([*group.values()], wording), folds=FOLDS_LAST if wished else FOLDS_FIRST)
        for group, wished in zip(groups.values(), wishes, strict=True)
    ]
    if limits:
        places = {
            code: [str(each.values["country"]) for each in group.values()]
            for code, group in limits.items()
            if code != "varies-by-market"
        }
        said.insert(sum(wishes), _limits(places, wording))
    if languages:
        said.insert(sum(wishes), Line(_granted(languages, wording), folds=FOLDS_LATE))
    return [Section(wording.phrases.say("heading.notices"), tuple(said))] if said else []


def listed_languages(request: Request, wording: Wording) -> tuple[str, ...]:
    """The languages wanted that are support languages without a doubt."""
    listed = (wording.catalog.language(tag) for tag in request.languages or ())
    return tuple(each.tag for each in listed if each is not None and each.reading is None)


def _granted(languages: Sequence[str], wording: Wording) -> str:
    names = wording.phrases.all_of([wording.language(tag) for tag in languages])
    return wording.phrases.say("wish.languages", languages=names)


def _rank(notice: Notice) -> int:
    return _WISHES.index(notice.code) if notice.code in _WISHES else len(_WISHES)


def _limits(places: dict[str, list[str]], wording: Wording) -> Line:
    """Where there are no priority parts and repairs, and where HP has to confirm them."""
    case = "both" if len(places) > 1 else next((_LIMITS[code] for code in places), "market")
    named = all_alike(places.values())
    short, full = (
        {_LIMITS[code]: name(codes, wording) for code, codes in places.items()}
        for name in (named, places_in_full)
    )
    say = wording.phrases.say
    text, in_full = (say(f"limits.{case}", **names) for names in (short, full))
    return Line(text, in_full=in_full, folds=FOLDS_LAST if places else FOLDS_FIRST)


def all_alike(groups: Iterable[Sequence[str]]) -> Callable[[Sequence[str], Wording], str]:
    """How to call the places of all of the groups: by name, but by code where one has many."""
    few = all(len(codes) <= _PLACES_BY_NAME for codes in groups)
    return places_in_full if few else places_by_code


def places_by_code(codes: Sequence[str], wording: Wording) -> str:
    """Places by their codes alone."""
    return wording.phrases.all_of(codes)


def places_in_full(codes: Sequence[str], wording: Wording) -> str:
    """Places by name, however many."""
    return wording.places(codes)


def _merged(group: list[Notice], wording: Wording) -> str:
    """One sentence for several places, languages or types: all listed where one would stand."""
    first = group[0]
    if len(group) > 1 and first.code == "device-type-not-eligible":
        return wording.types_not_eligible(group)
    for key in ("country", "language"):
        values = [each.values.get(key) for each in group]
        others = [{k: v for k, v in each.values.items() if k != key} for each in group]
        if len(group) > 1 and all(isinstance(v, str) for v in values) and _same(others):
            return wording.notice(first, **{key: [str(value) for value in values]})
    return " ".join(wording.notice(each) for each in group)


def _same(items: list[dict[str, object]]) -> bool:
    return all(each == items[0] for each in items)
