"""What is shown on a call fits a plain terminal of 80 by 25, prompt and all, whatever is asked."""

from dataclasses import replace
from datetime import date

import pytest

from customers import CATALOG, customer
from fleets import fleet
from hp_priority_cli import assess, build_quote
from hp_priority_cli.customer.fleet.records import BUCKETS
from hp_priority_cli.customer.records import Answer
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.screen import to_screen
from hp_priority_cli.presentation.views.choices import choices_report
from hp_priority_cli.presentation.views.eligibility import eligibility_report
from hp_priority_cli.presentation.views.inventory import inventory_report
from hp_priority_cli.presentation.views.quote import quote_report
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.quoting.choices import quotable

WORDINGS = {language: Wording(CATALOG, Phrases(language)) for language in ("en", "fr")}
NINE_PLACES = {
    "all listed": "BE DE DK ES FR GB IT PL SE",
    "one not listed": "BE DE DK ES FR GB IT PL RO",
    "three kinds of doubt": "BR CW FR GY JM PL RO SX UA",
    "a doubt in all but three": "BQ BR CW GY JM RO SX UA ZA",
    "four not listed": "BG BR CW FR GY HR JM RO UA",
    "two that share a name": "BR CW DE FR GF GY RO RS TT",
    "Latin America": "BQ BR CL CR PT RO SX TT ZA",
}
BASES = [(240, None), (300, None), (700, 400), (1200, 300), (5200, 900), (7000, None), (0, 1200)]
WISHES = {
    "no wish": {},
    "a name, two languages": {"customer": "Example Ltd (fictional)", "languages": ["fr", "ms"]},
}


def reports(request, wording):
    eligibility = assess(CATALOG, request)
    tiers = CATALOG.tier_ids
    yield eligibility_report(eligibility, request, wording, tiers=tiers, every_condition=False)
    choices = quotable(CATALOG, request, eligibility)
    yield choices_report(choices, eligibility, request, wording)
    for choice in choices:
        asked = customer(
            **{
                **facts_of(request),
                "tier": choice.decision.tier,
                "term_years": choice.terms[-1],
                "purchase_date": date(2026, 12, 1),
            }
        )
        yield quote_report(build_quote(CATALOG, asked), asked, wording)


def facts_of(request):
    base = request.installed_base
    return {
        "pcs": base.pcs,
        "printers": base.printers,
        "countries": list(request.countries),
        "it_desk": None,
        "whole_base": None,
        "customer": request.customer,
        "languages": None if request.languages is None else list(request.languages),
        "as_of": request.as_of,
    }


@pytest.mark.parametrize("language", WORDINGS)
@pytest.mark.parametrize("wishes", WISHES)
@pytest.mark.parametrize("places", NINE_PLACES)
def test_nine_countries_fit_a_screen_whatever_is_in_doubt(places, wishes, language):
    wording, tall = WORDINGS[language], []
    for pcs, printers in BASES:
        request = customer(
            pcs,
            printers,
            countries=NINE_PLACES[places].split(),
            it_desk=None,
            whole_base=None,
            as_of=date(2026, 11, 24),
            **WISHES[wishes],
        )
        for report in reports(request, wording):
            shown = to_screen(report, wording.phrases, width=80, colour=False, whole=False)
            if shown.count("\n") > 24:
                tall.append(shown)
    assert tall == []


ALL_FAILS = {"it_desk": "none", "whole_base": False, "as_of": date(2026, 11, 24)}
NONE_LISTED = "AL BG GP HR LT MQ RO RS UA"


@pytest.mark.parametrize("language", WORDINGS)
@pytest.mark.parametrize("places", [NONE_LISTED, "RO UA", "BE DE DK ES FR GB IT PL SE"])
def test_all_that_fails_fits_a_screen_and_is_named_with_its_clause(places, language):
    wording, codes = WORDINGS[language], places.split()
    for pcs, printers in BASES:
        request = customer(pcs, printers, countries=codes, **ALL_FAILS)
        report = next(reports(request, wording))
        shown = to_screen(report, wording.phrases, width=80, colour=False, whole=False)
        assert shown.count("\n") <= 24
        where = ["[coverage]"] if "RO" in codes else []
        clauses = ["[prerequisites-1]", "[prerequisites-2]", *where]
        assert [each for each in clauses if each not in shown] == []


def ways_in(request):
    report = next(reports(request, WORDINGS["en"]))
    [found] = [each for each in report.blocks if getattr(each, "title", "") == "Missing"]
    return [" ".join(filter(None, (e.label, e.text, e.command))) for e in found.lines]


def test_ways_in_name_every_condition_that_fails_at_once():
    """Reached one after the other on a call, each of them would be a new refusal."""
    request = customer(700, 400, countries=["RO", "UA"], **ALL_FAILS)
    assert ways_in(request) == [
        "Every tier: an IT support desk, own or a provider's [prerequisites-2] and cover for the "
        "whole warranted base [prerequisites-1]",
        "No place is on HP's list: Romania (RO) and Ukraine (UA). At least one place must be on "
        "the list. [coverage]",
        "Or if HP serves them: --answer country-not-listed:RO,UA=yes",
        "Management and Management Plus: and also 4,300 more PCs or 600 more printers",
    ]


def test_condition_that_fails_alone_is_traced_to_its_clause():
    part = customer(700, 400, whole_base=False, as_of=date(2026, 11, 24))
    assert ways_in(part)[0] == "Every tier: cover for the whole warranted base [prerequisites-1]"


HP_SAYS = [
    (),
    ("access-minimum-pools-classes",),
    ("access-plus-minimum-counts-printers",),
    ("access-minimum-pools-classes", "access-plus-minimum-counts-printers"),
]
LARGE_BASES = [(3, 2), (700, 400), (99_999, 0), (100_000, 1), (999_999, 999), (9_999_999, 0)]
VERDICTS = [("own", True), (None, None), ("none", False)]


@pytest.mark.parametrize("language", WORDINGS)
@pytest.mark.parametrize("refuted", HP_SAYS)
def test_table_of_tiers_stands_at_80_columns_whatever_clause_and_verdict(refuted, language):
    """Records in its stead would tear the figures apart."""
    wording, answers = WORDINGS[language], tuple(Answer(point, "no") for point in refuted)
    of_printers = "access-plus-minimum-counts-printers" in refuted
    clauses = ("note-3", "prerequisites-4" if of_printers else "note-2")
    fallen = []
    for pcs, printers in LARGE_BASES:
        for desk, whole in VERDICTS:
            request = customer(pcs, printers, it_desk=desk, whole_base=whole, answers=answers)
            report = next(reports(replace(request, as_of=date(2026, 11, 24)), wording))
            shown = to_screen(report, wording.phrases, width=80, colour=False)
            if "─────" not in shown or any(clause not in shown for clause in clauses):
                fallen.append(shown)
    assert fallen == []


CROWDED = customer(
    700,
    400,
    countries=NINE_PLACES["two that share a name"].split(),
    it_desk=None,
    whole_base=None,
    languages=["fr", "ms"],
    around_the_clock=True,
    as_of=date(2026, 11, 24),
)


def crowded(*, whole, width=80, height=0):
    wording = WORDINGS["en"]
    report = next(reports(CROWDED, wording))
    size = {"width": width, "height": height}
    return to_screen(report, wording.phrases, **size, colour=False, whole=whole)


def test_what_decides_is_never_folded():
    shown = crowded(whole=False)
    decisive = (
        "--it-desk own|partner|none",
        "--whole-base|--part-base",
        "--answer country-not-listed:GF,RO,RS=yes|no",
        "--answer country-by-succession:CW=yes|no",
        "--answer country-name-ambiguous:GY=yes|no",
        "--answer access-plus-minimum-counts-printers=yes|no",
        "Data sheet 4AA4-7521FRE, May 2024",
    )
    assert [each for each in decisive if each not in shown] == []


def test_what_is_folded_is_counted_and_whole_with_verbose():
    """Notes, a question that decides nothing and a way in that hangs on HP."""
    shown, whole = crowded(whole=False), crowded(whole=True)
    assert "more lines:  -v" in shown
    assert "more lines:  -v" not in whole
    assert whole.count("\n") > 25
    assert "Minimum of 1,000 met only by adding" in whole
    assert "Minimum of 1,000 met only by adding" not in shown


def test_what_the_customer_asked_for_gives_way_last():
    wishes = customer(
        6200,
        countries="BR CL CW ES FR JP MX NO ZA".split(),
        languages=["el", "ms"],
        around_the_clock=True,
        it_desk="partner",
        whole_base=True,
        as_of=date(2026, 11, 24),
    )
    wording = WORDINGS["en"]
    shown = to_screen(
        next(reports(wishes, wording)), wording.phrases, width=80, colour=False, whole=False
    )
    assert shown.count("\n") <= 24
    for told in (
        "Live help at any hour",
        "Not a support language: Greek",
        "Malay (ms): the sheet's word may mean",
    ):
        assert told in shown
    assert "Priority parts and repairs: not in BR, CL and MX" in shown


def test_taller_screen_folds_less_and_a_lower_one_no_more():
    heights = {height: crowded(whole=False, height=height) for height in (0, 12, 25, 26, 28, 99)}
    assert heights[0] == heights[12] == heights[25]
    assert [heights[n].count("\n") for n in (25, 26, 28)] == [24, 25, 27]
    assert heights[99] == crowded(whole=True)
    assert heights[99].count("\n") > 27


def test_narrower_than_80_columns_is_whole():
    assert crowded(whole=False, width=79) == crowded(whole=True, width=79)


@pytest.mark.parametrize("places", [("FR",), ("FR", "RO")])
def test_what_fits_is_not_folded(places):
    request = customer(300, countries=list(places), as_of=date(2026, 11, 24))
    for report in reports(request, WORDINGS["en"]):
        shown = [
            to_screen(report, WORDINGS["en"].phrases, width=80, colour=False, whole=whole)
            for whole in (True, False)
        ]
        assert shown[0] == shown[1]


@pytest.mark.parametrize("whole", [True, False])
def test_next_command_is_said_in_short_before_a_fact_gives_way(whole):
    wording = WORDINGS["en"]
    typed = " ".join(
        [
            "hp-priority quote --customer 'Example Ltd (fictional)' --reference EX-2026-1234",
            "--support-language fr,ms --around-the-clock --country FR --pcs 700",
        ]
    )
    asked = eligibility_report(
        assess(CATALOG, CROWDED),
        CROWDED,
        wording,
        tiers=CATALOG.tier_ids,
        every_condition=False,
        again=typed,
    )
    shown = to_screen(asked, wording.phrases, width=80, colour=False, whole=whole)
    assert ("The same options, with" in shown) == (not whole)
    assert ("--country FR --pcs 700" in shown) == whole
    assert whole or shown == crowded(whole=False)


EVERY_BUCKET = """serial,type,maker,line,cover until,country
A1,Laptop,HP,pro,2027-01-01,FR
A2,Printer,HP,pro,2027-01-01,DE
A3,Laptop,HP,pro,2020-01-01,FR
A4,Printer,HP,pro,2020-01-01,FR
A5,Laptop,HP,consumer,2027-01-01,FR
A6,Printer,HP,consumer,2027-01-01,FR
A7,Monitor,HP,pro,2027-01-01,FR
A8,Tablet,HP,pro,2027-01-01,FR
A9,Server,HP,pro,2027-01-01,FR
B1,Phone,HP,pro,2027-01-01,FR
B2,Dock,HP,pro,2027-01-01,FR
B3,Laptop,Another,pro,2027-01-01,FR
A1,Laptop,HP,pro,2027-01-01,FR
B4,Gizmo,HP,pro,2027-01-01,FR
B5,Convertible tablet hybrid,HP,pro,2027-01-01,FR
B6,,HP,pro,2027-01-01,FR
B7,Laptop,,pro,2027-01-01,FR
B8,Laptop,HP,,2027-01-01,FR
B9,Laptop,HP,pro,,FR
C1,Laptop,HP,pro,03/12/2026,FR
C2,Laptop,HP,pro,2027-01-01,
C3,Laptop,HP,pro,2027-01-01,Atlantis
C4,Laptop,HP,pro,soon,FR
C5,Laptop,HP,pro,2027-01-01,FR
C5,Printer,HP,pro,2020-01-01,FR
"""


@pytest.mark.parametrize("language", WORDINGS)
def test_fleet_with_something_in_every_bucket_fits_a_screen(tmp_path, language):
    wording = WORDINGS[language]
    found = fleet(tmp_path, EVERY_BUCKET)
    assert set(found.buckets) == set(BUCKETS)
    command = "hp-priority eligible --inventory fleet0.csv"
    report = inventory_report(found, wording, date(2026, 11, 24), command, every_row=False)
    shown = to_screen(report, wording.phrases, width=80, colour=False, whole=False)
    assert shown.count("\n") <= 24
    assert command in shown
