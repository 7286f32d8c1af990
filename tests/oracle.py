"""A second opinion on who may buy which tier.

This file was written from the reading guide of the data sheet alone, by someone
who had not seen the tool. It shares no code and no data file with the tool: every
table below is typed by hand from the guide. Where the tool and this file disagree
about a customer, one of the two has misread the guide.

It is deliberately naive. Nothing is read from a file, nothing is derived that can
be spelled out, and the ways in and the headroom are found by trying counts, never
by a formula. Please keep it so: do not import the tool here, and do not repair a
disagreement by copying what the tool does. Go back to the guide.

    judge(request) -> {tier id: {"verdict": ..., "conditions": ..., ...}}

`request` is a plain dict with the keys of a request file, already normalised
(countries are upper-case ISO codes, languages are tags, counts are whole numbers):

    installed_base  {"pcs": 700, "printers": 400}; either may be absent
    sites           [{"country": "FR", "pcs": 700, "printers": 400}] in its place;
                    both together are an error
    countries       ["FR", "BR"]; beside sites, further places of the customer
    it_desk         "own", "partner" or "none"; absent: not stated
    whole_base      True or False; absent: not stated
    languages       ["fr", "zh"]

Every other key (the head office, help round the clock, devices that do not count,
and so on) changes nothing that is answered here. Closing an open point with an
answer is not covered.
"""

# --------------------------------------------------------------------------------
# Tables, typed from the guide
# --------------------------------------------------------------------------------

TIERS = ["access", "access-plus", "management", "management-plus"]

# The tiers that have priority parts and priority repairs (features 12 and 13).
TIERS_WITH_PRIORITY_PARTS = ["management", "management-plus"]

# "Places": 38 + 32 + 13 = 83, in the guide's order.
AMERICAS = (
    "AI AG AN AR AW BS BR CA CL CO CR DM EC US GD GT GY HT HN KY "
    "TC VI VG JM BB MX MS PA PE PR DO LC KN PM VC SR TT UY"
).split()
EUROPE_MIDDLE_EAST_AFRICA = (
    "ZA DE SA AT BE DK EG AE ES FI FR GR HU IE IS IL "
    "IT LU MA NG NO NL PL PT QA CZ GB SK SI SE CH TR"
).split()
ASIA_PACIFIC_JAPAN = "AU CN KR HK IN ID JP MY NZ PH SG TW TH".split()
LISTED = AMERICAS + EUROPE_MIDDLE_EAST_AFRICA + ASIA_PACIFIC_JAPAN

# Reading netherlands-antilles-successors: AN is listed as printed; these three took
# its place and are accepted, for HP to confirm.
SUCCESSORS_OF_AN = ["BQ", "CW", "SX"]

# Reading guyane-is-guyana: adopted, Guyana is the listed one; under the other
# reading French Guiana would be listed in its stead.
GUYANA = "GY"
FRENCH_GUIANA = "GF"

# Reading latin-america-extent: certainly in Latin America ...
LATIN_AMERICA_CERTAIN = "AR BR CL CO CR DO EC GT HN MX PA PE UY".split()
# ... certainly not ...
AMERICAS_BUT_NOT_LATIN = ["US", "CA", "PM"]
# ... and possibly: every other entry of the Americas, here written out. AN is one of
# them, so its successors are too.
LATIN_AMERICA_POSSIBLE = (
    "AI AG AN AW BS DM GD GY HT KY TC VI VG JM BB MS PR LC KN VC SR TT BQ CW SX"
).split()

# "Languages": 23, in the guide's order ...
LANGUAGES_LISTED = (
    "id yue cs da nl en fi fr de hi hu it ja ko cmn no pl pt sk es sv tr th"
).split()
# ... and what is accepted besides, in lower case.
LANGUAGES_ACCEPTED_BESIDES = ["ms", "zh-hk", "zh", "zh-cn", "zh-tw", "nb", "nn"]
# Accepted, with a notice: "Bahasa" may be either of two languages, and a bare "zh"
# does not say which Chinese is meant.
LANGUAGES_AMBIGUOUS = ["id", "ms", "zh"]


# --------------------------------------------------------------------------------
# What the request states
# --------------------------------------------------------------------------------


def devices(request):
    """The PCs and the printers that count. A count that is not stated is 0."""
    if request.get("sites"):
        if request.get("installed_base"):
            raise ValueError("sites and installed_base exclude each other")
        pcs = 0
        printers = 0
        for site in request["sites"]:
            pcs += site.get("pcs") or 0  # an unlisted place counts like any other
            printers += site.get("printers") or 0
        return pcs, printers
    base = request.get("installed_base") or {}
    return base.get("pcs") or 0, base.get("printers") or 0


def places_of(request):
    """The places, each once, in alphabetical order."""
    sites = [site["country"] for site in request.get("sites") or []]
    return sorted({*sites, *(request.get("countries") or [])})


# --------------------------------------------------------------------------------
# Condition 1: minimum-base
# --------------------------------------------------------------------------------


def adopted_minimum_holds(tier, pcs, printers):
    """Does this base meet the minimum of the tier, as the guide adopted it?"""
    if tier == "access":
        return pcs + printers >= 250
    if tier == "access-plus":
        return pcs + printers >= 1000
    if tier == "management":
        return pcs >= 5000 or printers >= 1000  # never added up
    if tier == "management-plus":
        return pcs >= 5000 or printers >= 1000  # inherited from management
    raise ValueError(tier)


def other_reading_of_minimum(tier, pcs, printers):
    """What the other reading says: "holds", "fails" or "hp-decides"."""
    if tier == "access":  # access-minimum-pools-classes: one class alone
        return "holds" if pcs >= 250 or printers >= 250 else "fails"
    if tier == "access-plus":  # access-plus-minimum-counts-printers: PCs only
        return "holds" if pcs >= 1000 else "fails"
    if tier == "management":  # there is no other reading
        return "holds" if pcs >= 5000 or printers >= 1000 else "fails"
    if tier == "management-plus":  # management-plus-inherits-minimum: case by case
        return "hp-decides"
    raise ValueError(tier)


READING_OF_MINIMUM = {
    "access": "access-minimum-pools-classes",
    "access-plus": "access-plus-minimum-counts-printers",
    "management-plus": "management-plus-inherits-minimum",
}


def minimum_base(tier, pcs, printers):
    """(outcome, whom it waits for or None, readings that would flip a failure)"""
    adopted = adopted_minimum_holds(tier, pcs, printers)
    other = other_reading_of_minimum(tier, pcs, printers)
    if adopted and other == "holds":
        return "met", None, []
    if adopted:  # the other reading refuses it, or leaves it to HP
        return "disputed", "hp", []
    if other == "fails":
        return "not-met", None, []
    return "not-met", None, [READING_OF_MINIMUM[tier]]


# --------------------------------------------------------------------------------
# Conditions 2 and 3: it-desk and whole-base. No reading touches them.
# --------------------------------------------------------------------------------


def it_desk(request):
    """(outcome, whom it waits for or None, readings that would flip a failure)"""
    desk = request.get("it_desk")
    if desk is None:
        return "unknown", "customer", []
    if desk == "own" or desk == "partner":
        return "met", None, []
    if desk == "none":
        return "not-met", None, []
    raise ValueError(desk)


def whole_base(request):
    """(outcome, whom it waits for or None, readings that would flip a failure)"""
    whole = request.get("whole_base")
    if whole is None:
        return "unknown", "customer", []
    if whole is True:
        return "met", None, []
    if whole is False:
        return "not-met", None, []
    raise ValueError(whole)


# --------------------------------------------------------------------------------
# Condition 4: listed-country
# --------------------------------------------------------------------------------


def is_listed(place):
    """Is this place listed under the adopted readings?"""
    return place in LISTED or place in SUCCESSORS_OF_AN


def listed_country(places):
    """(outcome, whom it waits for or None, readings that would flip a failure)"""
    if not places:
        return "unknown", "customer", []

    listed = [place for place in places if is_listed(place)]
    not_listed = [place for place in places if not is_listed(place)]

    if not listed:
        if FRENCH_GUIANA in places:
            return "not-met", None, ["guyane-is-guyana"]
        return "not-met", None, []
    if not_listed:
        return "unknown", "hp", []

    # All are listed; is one of them listed under the adopted reading only?
    for place in listed:
        if place in SUCCESSORS_OF_AN or place == GUYANA:
            return "disputed", "hp", []
    return "met", None, []


# --------------------------------------------------------------------------------
# Notices about places and languages: they decide nothing
# --------------------------------------------------------------------------------


def place_notices(tier, places):
    """{notice code: places in alphabetical order}, codes without a place left out"""
    notices = {}
    for place in places:
        if not is_listed(place):
            notices.setdefault("country-not-listed", []).append(place)
        if place in SUCCESSORS_OF_AN:
            notices.setdefault("country-by-succession", []).append(place)
        if place == GUYANA or place == FRENCH_GUIANA:
            notices.setdefault("country-name-ambiguous", []).append(place)
        if tier in TIERS_WITH_PRIORITY_PARTS:
            if place in LATIN_AMERICA_CERTAIN:
                notices.setdefault("priority-parts-unavailable", []).append(place)
            if place in LATIN_AMERICA_POSSIBLE:
                notices.setdefault("priority-parts-unconfirmed", []).append(place)
    return notices


def accepted_language(tag):
    """What a tag is accepted as, in lower case; None where it is not.

    The tag itself is looked up first, then the tag without its last part, and so on:
    "fr-CA" is accepted as "fr", "zh-Hant-HK" as "zh" (which is ambiguous).
    """
    parts = tag.lower().split("-")
    while parts:
        shorter = "-".join(parts)
        if shorter in LANGUAGES_LISTED or shorter in LANGUAGES_ACCEPTED_BESIDES:
            return shorter
        parts.pop()
    return None


def language_notices(request):
    """{notice code: tags as they were asked}, codes without a tag left out"""
    notices = {}
    for tag in sorted(set(request.get("languages") or [])):
        accepted = accepted_language(tag)
        if accepted is None:
            notices.setdefault("language-not-listed", []).append(tag)
        if accepted in LANGUAGES_AMBIGUOUS:
            notices.setdefault("language-ambiguous", []).append(tag)
    return notices


# --------------------------------------------------------------------------------
# Ways in and headroom, by search
# --------------------------------------------------------------------------------


def least(enough, at_most):
    """The least n from 0 to `at_most` for which enough(n) holds.

    More devices never hurt, so the range may be halved again and again.
    """
    low, high = 0, at_most
    if not enough(high):
        raise ValueError("not even the most is enough")
    while low < high:
        middle = (low + high) // 2
        if enough(middle):
            high = middle
        else:
            low = middle + 1
    return low


def ways_in(tier, pcs, printers):
    """The least number of devices of one class alone that mends the minimum."""
    if adopted_minimum_holds(tier, pcs, printers):
        return []
    # 5,000 devices of either class are enough in every tier.
    top = 5000
    more_pcs = least(lambda n: adopted_minimum_holds(tier, pcs + n, printers), top)
    more_printers = least(lambda n: adopted_minimum_holds(tier, pcs, printers + n), top)
    return [{"pcs": more_pcs}, {"printers": more_printers}]


def headroom(tier, pcs, printers):
    """The most devices of each class that may go alone; None if already too few."""
    if not adopted_minimum_holds(tier, pcs, printers):
        return None
    pcs_to_keep = least(lambda n: adopted_minimum_holds(tier, n, printers), pcs)
    printers_to_keep = least(lambda n: adopted_minimum_holds(tier, pcs, n), printers)
    return {"pcs": pcs - pcs_to_keep, "printers": printers - printers_to_keep}


# --------------------------------------------------------------------------------
# The verdict
# --------------------------------------------------------------------------------


def judge_tier(tier, request):
    """Everything about one tier."""
    pcs, printers = devices(request)
    places = places_of(request)

    conditions = {
        "minimum-base": minimum_base(tier, pcs, printers),
        "it-desk": it_desk(request),
        "whole-base": whole_base(request),
        "listed-country": listed_country(places),
    }
    outcomes = {code: outcome for code, (outcome, _, _) in conditions.items()}

    if "not-met" in outcomes.values():
        verdict = "not-eligible"
    elif "unknown" in outcomes.values() or "disputed" in outcomes.values():
        verdict = "conditional"
    else:
        verdict = "eligible"

    waits_for = set()
    flips_under = set()
    for _, waits, flips in conditions.values():
        if verdict == "conditional" and waits is not None:
            waits_for.add(waits)
        flips_under.update(flips)

    return {
        "verdict": verdict,
        "conditions": outcomes,
        "waits_for": sorted(waits_for),
        "flips_under": sorted(flips_under),
        "places": place_notices(tier, places),
        "languages": language_notices(request),
        "ways_in": ways_in(tier, pcs, printers),
        "headroom": headroom(tier, pcs, printers),
    }


def judge(request: dict) -> dict[str, dict]:
    """Judge a customer: one answer for each tier, in the guide's order."""
    return {tier: judge_tier(tier, request) for tier in TIERS}
