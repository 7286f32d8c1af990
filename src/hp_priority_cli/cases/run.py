"""Each case held against what the data answer today: what was expected, what was found, and why.

Pure: a finding carries codes and values; `presentation` words them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from hp_priority_cli.cases.idle import idle_expectations
from hp_priority_cli.cases.records import ExpectedQuote, ExpectedTier, ExpectedWay, ReadyCase
from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.eligibility.assess import assess
from hp_priority_cli.eligibility.records import (
    Condition,
    Decision,
    Notice,
    OpenPoint,
    Outcome,
    Verdict,
    WayIn,
)
from hp_priority_cli.errors import Finding, Path, Refused
from hp_priority_cli.quoting.quote import build_quote
from hp_priority_cli.quoting.records import Quote

_DECIDING: Mapping[Verdict, tuple[Outcome, ...]] = {
    "not-eligible": ("not-met",),
    "conditional": ("unknown", "disputed"),
    "eligible": ("met",),
}
"""The outcomes that make a verdict what it is."""
_ABOUT = ("country", "language", "device_type", "sku")
"""The values that tell two notices of one code apart."""
_OF_A_QUOTE = ("parts", "status", "activation_by", "notices", "open_points")
"""What a case can say of a quote that is not refused."""
Names = tuple[str, ...]
"""What one thing found may be called; the first is the most exact."""


def run_cases(catalog: Catalog, cases: Iterable[ReadyCase]) -> list[Finding]:
    """Every expectation that the catalog does not answer, at its place in the file of its case.

    A case with an expectation that could never fail is not run: that is the finding.
    """
    findings = []
    for case in cases:
        idle = idle_expectations(catalog, case)
        findings += idle or list(_run(catalog, case))
    return findings


def _run(catalog: Catalog, case: ReadyCase) -> Iterator[Finding]:
    assessed = assess(catalog, case.request).tiers if case.expect else ()
    decisions = {each.tier: each for each in assessed}
    for tier_id, expected in case.expect.items():
        about = _About(case, ("expect", tier_id), tier_id, _deciding(decisions[tier_id]))
        yield from _tier(catalog, expected, decisions[tier_id], about)
    for n, wanted in enumerate(case.quotes):
        yield from _quote(catalog, case, wanted, ("quotes", n))


@dataclass(frozen=True, slots=True)
class _About:
    """What is compared: its place in the case, its tier and term, and why it is as it is."""

    case: ReadyCase
    path: Path
    tier: str
    because: tuple[Condition, ...]
    term_years: int | None = None

    @property
    def plainly(self) -> "_About":
        """The same, for something that no condition decides."""
        return replace(self, because=())

    def differs(self, key: str, expected: object, found: object, at: Path = ()) -> Finding:
        """The finding on something that is other than expected."""
        values = self._values(key) | {"expected": expected, "found": found}
        return Finding("case-differs", self.case.spot((*self.path, key, *at)), values)

    def unwanted(self, key: str, found: str, at: Path) -> Finding:
        """The finding on something that should not be there."""
        values = self._values(key.removeprefix("no_")) | {"found": found}
        return Finding("case-unwanted", self.case.spot((*self.path, key, *at)), values)

    def _values(self, key: str) -> dict[str, Any]:
        term = {} if self.term_years is None else {"term_years": self.term_years}
        return {
            "case": self.case.name,
            "topic": key.replace("_", "-"),
            "tier": self.tier,
            **term,
            "because": self.because,
        }

    def compare(self, expected: object, found: Mapping[str, object]) -> Iterator[Finding]:
        """Whatever is stated of these keys, and is not what was found."""
        for key, value in found.items():
            stated = getattr(expected, key)
            if stated is not None and stated != value:
                yield self.differs(key, stated, value)

    def compare_names(
        self, expected: object, key: str, found: Sequence[Names]
    ) -> Iterator[Finding]:
        """Names that are missing, and such as should not be there."""
        stated = getattr(expected, key)
        exact = tuple(names[0] for names in found)
        if stated == () and found:
            yield self.differs(key, (), exact)
        for n, name in enumerate(stated or ()):
            if not any(name in names for names in found):
                yield self.differs(key, name, exact, at=(n,))
        for n, name in enumerate(getattr(expected, f"no_{key}", ())):
            if any(name in names for names in found):
                yield self.unwanted(f"no_{key}", name, at=(n,))


def _tier(
    catalog: Catalog, expected: ExpectedTier, decision: Decision, about: _About
) -> Iterator[Finding]:
    whole = {"verdict": decision.verdict, "waits_for": decision.waits_for}
    yield from about.compare(expected, whole)
    ways = tuple(_way(each) for each in decision.ways_in)
    if expected.ways_in is not None and Counter(expected.ways_in) != Counter(ways):
        yield about.differs("ways_in", expected.ways_in, ways)
    yield from about.compare_names(expected, "readings", _readings(decision))
    yield from about.compare_names(expected, "open_points", _points(decision.open_points))
    yield from about.plainly.compare_names(expected, "notices", _notices(decision.notices))
    cells = {row.id: row.tiers[decision.tier] for row in catalog.features}
    for feature, support in expected.features.items():
        if support != cells[feature]:
            stated, found = {feature: support}, {feature: cells[feature]}
            yield about.plainly.differs("features", stated, found, at=(feature,))


def _quote(
    catalog: Catalog, case: ReadyCase, expected: ExpectedQuote, path: Path
) -> Iterator[Finding]:
    request = replace(case.request, tier=expected.tier, term_years=expected.term_years)
    about = _About(case, path, expected.tier, (), expected.term_years)
    try:
        quote = build_quote(catalog, request)
    except Refused as refusal:
        decision = refusal.values.get("verdict")
        if isinstance(decision, Decision):
            about = replace(about, because=_deciding(decision))
        yield from _compare_refusal(expected, refusal, about)
    else:
        about = replace(about, because=_deciding(quote.decision))
        yield from _compare_quote(expected, quote, about)


def _compare_refusal(expected: ExpectedQuote, refusal: Refused, about: _About) -> Iterator[Finding]:
    """A refusal beside what was expected; where that was a quote, one finding says it all."""
    if expected.refused is None:
        key = next((each for each in _OF_A_QUOTE if getattr(expected, each)), "parts")
        yield about.differs(key, getattr(expected, key), refusal.code)
    else:
        terms = refusal.values.get("terms", ())
        yield from about.compare(expected, {"refused": refusal.code, "terms": terms})


def _compare_quote(expected: ExpectedQuote, quote: Quote, about: _About) -> Iterator[Finding]:
    parts = {line.sku: line.order_quantity for line in quote.lines}
    whole = {"parts": parts, "activation_by": quote.activation_by}
    yield from about.plainly.compare(expected, whole)
    yield from about.compare(expected, {"status": quote.status})
    if expected.refused is not None:
        yield about.differs("refused", expected.refused, parts)
    elif expected.terms is not None:
        yield about.plainly.differs("terms", expected.terms, parts)
    yield from about.compare_names(expected, "open_points", _points(quote.open_points))
    yield from about.plainly.compare_names(expected, "notices", _notices(quote.notices))


def _deciding(decision: Decision) -> tuple[Condition, ...]:
    """The conditions that made the verdict."""
    outcomes = _DECIDING[decision.verdict]
    return tuple(each for each in decision.conditions if each.outcome in outcomes)


def _way(way: WayIn) -> ExpectedWay:
    """A way in as a case would state it."""
    return ExpectedWay(**way.add, **way.set)  # type: ignore[arg-type]


def _readings(decision: Decision) -> list[Names]:
    """The readings that conditions and questions of a tier name, each once."""
    named = [reading for each in decision.conditions for reading in each.readings]
    named += [each.reading for each in decision.open_points if each.reading is not None]
    return [(reading,) for reading in dict.fromkeys(named)]


def _points(points: Iterable[OpenPoint]) -> list[Names]:
    """Questions by their ids, by their codes alone, and a disputed minimum by its reading."""
    return [
        (each.reading, each.id)
        if each.id == "minimum-base" and each.reading is not None
        else (each.id, each.id.partition(":")[0])
        for each in points
    ]


def _notices(notices: Iterable[Notice]) -> list[Names]:
    """Notices with what they are about, and by their codes alone."""
    return [(*_about_what(each), each.code) for each in notices]


def _about_what(notice: Notice) -> Iterator[str]:
    values = notice.values
    if "device_class" in values:
        yield f"{notice.code}:{values['device_class']}s"
    for key in _ABOUT:
        if values.get(key) is not None:
            yield f"{notice.code}:{values[key]}"
