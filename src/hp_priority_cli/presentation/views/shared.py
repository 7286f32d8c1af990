"""What several views show alike: who asks, what was stated, verdict cells, the basis."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from hp_priority_cli.customer.records import Request
from hp_priority_cli.eligibility.base import CLASSES, count_base
from hp_priority_cli.eligibility.records import Condition, Decision, Verdict
from hp_priority_cli.presentation.report import FOLDS_LATE, Block, Cell, Line, Section, Tone
from hp_priority_cli.presentation.wording import Wording

VERDICT_TONE: Mapping[Verdict, Tone] = {
    "eligible": "good",
    "conditional": "open",
    "not-eligible": "bad",
}
_PLACES_BY_NAME = 3


def verdict_cell(decision: Decision, wording: Wording) -> Cell:
    """The word for the verdict, in its colour."""
    return Cell(wording.verdict(decision.verdict), VERDICT_TONE[decision.verdict])


def stated(request: Request, wording: Wording) -> Line:
    """What is known of the customer, on one line; many places by their codes, in full by name."""
    full = _stated(request, wording, wording.places)
    if not has_many_places(request):
        return Line(full)
    return Line(_stated(request, wording, " ".join), in_full=full)


def _stated(request: Request, wording: Wording, named: Callable[[Sequence[str]], str]) -> str:
    say = wording.phrases.say
    parts = [_stated_counts(request, wording)]
    without = request.refused_places if request.sites is not None else frozenset()
    left_out = [site for site in request.sites or () if site.country in without]
    if places := [code for code in request.places if code not in without]:
        parts.append(named(places))
    if left_out:
        counts = {key: sum(getattr(site, key) or 0 for site in left_out) for key in CLASSES}
        fields = {"places": named(sorted(without)), "counts": wording.counts(counts)}
        parts.append(say("stated.left-out", **fields))
    if request.it_desk is not None:
        parts.append(say(f"stated.it-desk.{request.it_desk}"))
    if request.whole_base is not None:
        parts.append(say("stated.whole-base" if request.whole_base else "stated.part-base"))
    return say("list.semicolon").join([*parts, *_wishes(request, wording)])


def has_many_places(request: Request) -> bool:
    """Whether a customer has too many places to name each: their codes stand for them."""
    return len(request.places or ()) > _PLACES_BY_NAME


def _wishes(request: Request, wording: Wording) -> Iterator[str]:
    """What the customer asks for beside a tier: head office, languages, help at any hour."""
    say = wording.phrases.say
    if request.headquarters is not None:
        yield say("stated.headquarters", country=wording.place(request.headquarters))
    if request.languages:
        yield wording.phrases.all_of([wording.language(tag) for tag in request.languages])
    if request.around_the_clock:
        yield say("stated.around-the-clock")


def _stated_counts(request: Request, wording: Wording) -> str:
    """The devices that count; a class that nobody stated is said to be taken as none."""
    base, phrases = count_base(request), wording.phrases
    missing = [key for key in CLASSES if key in base.unstated and not base.of(key)]
    if len(missing) == len(CLASSES):
        return phrases.say("stated.no-counts")
    counts = [
        phrases.say(f"stated.no-{key}")
        if key in missing
        else phrases.count(f"count.{key}", base.of(key))
        for key in CLASSES
    ]
    return phrases.say("list.comma").join(counts)


def who(request: Request, wording: Wording) -> list[Block]:
    """The customer and the deal, where they were named."""
    say = wording.phrases.say
    deal = say("stated.reference", reference=request.reference) if request.reference else None
    named = [text for text in (request.customer, deal) if text]
    line = Line(say("list.semicolon").join(named))
    return [Section(say("label.for"), (line,))] if named else []


def clauses(condition: Condition) -> str:
    """The clauses of a condition in brackets."""
    return f"[{', '.join(condition.clauses)}]"


def basis(wording: Wording, as_of: date | None) -> list[Block]:
    """What the answer rests on: the sheet, its edition and age, and what is taken as given."""
    document, phrases = wording.catalog.document, wording.phrases
    year, month = (int(part) for part in document.edition.split("-"))
    edition = phrases.say("date.edition", month=phrases.month(month), year=str(year))
    if as_of is None:
        text = phrases.say("basis", document=document.id, edition=edition)
    else:
        months = (as_of.year - year) * 12 + as_of.month - month
        age = phrases.count("count.months", abs(months))
        key = "basis.aged" if months > 0 else "basis.before" if months else "basis.new"
        text = phrases.say(key, document=document.id, edition=edition, age=age)
    given = phrases.say("basis.assumptions")
    lines = (Line(text, tone="quiet"), Line(given, tone="quiet", folds=FOLDS_LATE))
    return [Section(phrases.say("heading.basis"), lines)]


def terms_for(tier_ids: Sequence[str], terms: Sequence[int], wording: Wording) -> Line:
    """The terms for which tiers have a part for every device, of which all must be covered."""
    say = wording.phrases.say
    numbers = wording.phrases.any_of([str(years) for years in terms])
    text = say("choices.terms", terms=numbers) if terms else say("choices.no-terms")
    return Line(text, label=say("label.record", label=wording.tiers(tier_ids)))


def next_quote(
    tier_id: str, years: int | str | None, again: str | None, wording: Wording
) -> Section:
    """The command that quotes a tier; `again` is its beginning, None where nobody can type it."""
    options = f"--tier {tier_id}" + (f" --years {years}" if years else "")
    same = wording.phrases.say("next.quote")
    line = short = Line(same, command=f"quote {options}", is_hint=True)
    if again is not None:
        line = Line("", command=f"{again} {options}", is_hint=True, in_short=short)
    return Section(wording.phrases.say("heading.next"), (line,))
