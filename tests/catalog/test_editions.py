"""Two editions compared: each kind of change is named, and what is breaking is called so."""

from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import editions
from editions import content_with, features, languages, parts, readings, region, tiers
from hp_priority_cli import load_catalog
from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.checks import check_catalog
from hp_priority_cli.catalog.editions.compare import compare_editions
from hp_priority_cli.catalog.editions.minimums import step_of
from hp_priority_cli.catalog.load import FILES, shipped_folder
from hp_priority_cli.catalog.records import Way
from hp_priority_cli.presentation.changes import ChangeWording
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.readers.build import Mismatch, build
from hp_priority_cli.readers.tree import Tree
from hp_priority_cli.readers.yaml import read_yaml

SHIPPED = load_catalog()


def found(changes):
    """Each change as `code id`, those that are breaking with a `!`."""
    return [f"{each.code} {each.id}".strip() + "!" * each.breaking for each in changes]


def catalog_of(files):
    """The catalog of this content, whether or not it is in order."""
    records = (build(record, files[name]) for name, record in FILES.items())
    return Catalog("changed", str(hash(repr(files))), (), *records)


def of(items, key, value):
    return next(each for each in items if each[key] == value)


def put(where, **values):
    """Set keys of a mapping; None takes one out."""
    for key, value in values.items():
        if value is None:
            del where[key]
        else:
            where[key] = value


def minimum(tier, *ways):
    return lambda files: put(of(tiers(files), "id", tier)["minimum"], ways=list(ways))


def cell(feature, tier, value):
    return lambda files: put(of(features(files), "id", feature)["tiers"], **{tier: value})


def place(code, **values):
    def change(files):
        where = of(
            [p for r in files["coverage.yaml"]["regions"] for p in r["places"]], "code", code
        )
        put(where, **values)

    return change


def listed(key, number):
    """Take one statement of a list out."""
    return lambda files: files["tiers.yaml"][key].pop(number)


def stated(key):
    return lambda files: files["tiers.yaml"][key].append(
        {"id": "invented", "says": editions.both("It is invented."), "clauses": ["coverage"]}
    )


def part_of(sku, **values):
    return lambda files: put(of(parts(files), "sku", sku), **values)


def renumbered(files):
    of(parts(files), "sku", "U80M6E")["sku"] = "ZZ0M6E"


CASES = {
    # -- the document
    "edition": (editions.with_edition_of_2027, ["document-changed 9ZZ9-0000EXA"]),
    "order of parts": (lambda f: parts(f).reverse(), ["order-changed"]),
    # -- tiers
    "tier gone": (
        editions.without_tier("management-plus"),
        [
            "tier-removed management-plus!",
            "feature-removed dedicated-technical-expert!",
            "feature-removed proactive-technical-support!",
            "feature-removed product-and-tool-training!",
            "feature-removed technical-escalation-management!",
            "feature-removed proactive-deployment-management!",
            "part-removed U62G2E!",
            "part-removed U62G3E!",
            "part-removed U62G4E!",
            "part-removed U62G5E!",
            "part-removed U64GFE!",
            "reading-removed management-plus-inherits-minimum",
            "details-changed management-plus-includes-table-2",
        ],
    ),
    "tier renamed": (lambda f: put(tiers(f)[0], name="HP Priority One"), ["tier-renamed access"]),
    "id of a tier": (
        editions.with_tier_called("access-plus", "entry-plus"),
        ["tier-id-changed entry-plus!"],
    ),
    "tiers turned round": (lambda f: tiers(f).reverse(), ["tiers-reordered"]),
    "summary": (
        lambda f: put(tiers(f)[0], summary=editions.both("Other words.")),
        ["reworded access"],
    ),
    "minimum raised": (minimum("access", {"devices": 300}), ["minimum-raised access!"]),
    "minimum raised by one": (minimum("access", {"devices": 251}), ["minimum-raised access!"]),
    "minimum lowered": (minimum("access", {"devices": 249}), ["minimum-lowered access"]),
    "one way harder": (
        minimum("management", {"pcs": 5000}, {"printers": 1001}),
        ["minimum-raised management!"],
    ),
    "one way harder, one easier": (
        minimum("management", {"pcs": 4000}, {"printers": 1001}),
        ["minimum-changed management!"],
    ),
    "another way": (
        minimum("access", {"devices": 250}, {"pcs": 100}),
        ["minimum-lowered access"],
    ),
    "an idle way": (
        minimum("access", {"devices": 250}, {"pcs": 250}),
        ["minimum-reworded access"],
    ),
    "minimum cited otherwise": (
        lambda f: put(tiers(f)[0]["minimum"], clauses=["note-1"]),
        ["minimum-cited-otherwise access"],
    ),
    "minimum newly in doubt": (
        lambda f: put(
            of(tiers(f), "id", "management")["minimum"],
            other_readings=[{"reading": "band-is-a-label", "ways": [{"pcs": 6000}]}],
        ),
        ["minimum-disputed management!"],
    ),
    "doubt settled": (
        lambda f: put(tiers(f)[1]["minimum"], other_readings=None),
        ["minimum-settled access-plus"],
    ),
    "other reading harder": (
        lambda f: put(tiers(f)[1]["minimum"]["other_readings"][0], ways=[{"pcs": 1500}]),
        ["dispute-changed access-plus!"],
    ),
    "other reading easier": (
        lambda f: put(tiers(f)[1]["minimum"]["other_readings"][0], ways=[{"pcs": 900}]),
        ["dispute-changed access-plus"],
    ),
    "order unit": (
        lambda f: put(tiers(f)[0], order_unit="contract"),
        ["order-unit-changed access!"],
    ),
    # -- features
    "feature gone": (
        editions.without_feature("proactive-deployment-management"),
        ["feature-removed proactive-deployment-management!"],
    ),
    "feature lost": (
        cell("direct-access", "access", "not-included"),
        ["cell-changed direct-access!"],
    ),
    "feature no longer sure": (
        cell("direct-access", "access", "not-stated"),
        ["cell-changed direct-access!"],
    ),
    "feature gained": (
        cell("incident-management", "access", "included"),
        ["cell-changed incident-management"],
    ),
    "feature denied that was not stated": (
        cell("executive-reports", "access-plus", "not-included"),
        ["cell-changed executive-reports"],
    ),
    "feature renamed": (
        lambda f: put(features(f)[0], name=editions.both("Agents")),
        ["feature-renamed global-support-agents"],
    ),
    "row numbers": (
        lambda f: put(features(f)[21], row=23),
        ["features-renumbered"],
    ),
    "limited in Latin America": (
        lambda f: put(features(f)[0], limited_in_latin_america=True),
        ["limit-added global-support-agents!"],
    ),
    "no longer limited": (
        lambda f: put(of(features(f), "id", "priority-parts"), limited_in_latin_america=None),
        ["limit-lifted priority-parts"],
    ),
    "replacement": (
        lambda f: put(of(features(f), "id", "dedicated-remote-agent"), replaced_by=None),
        ["details-changed dedicated-remote-agent"],
    ),
    # -- parts and terms
    "part gone": (editions.without_part("U80M6E"), ["part-removed U80M6E!"]),
    "part new": (editions.with_part, ["part-added ZZ92AE"]),
    "part renumbered": (renumbered, ["part-replaced U80M6E!"]),
    "part for another term": (
        part_of("U1PB1E", term_years=2),
        ["part-reused U1PB1E!"],
    ),
    "label": (part_of("U80M6E", band=300), ["band-changed U80M6E"]),
    "no label": (part_of("U80M6E", band=None), ["band-changed U80M6E"]),
    "description": (part_of("U80M6E", description=editions.both("x")), ["reworded U80M6E"]),
    "term new": (editions.with_term, ["part-added ZZ97AE", "term-added 7"]),
    "term gone": (
        lambda f: (
            put(f["tiers.yaml"]["terms"], years=[1, 2, 3, 4]),
            put(f["skus.yaml"], parts=[p for p in parts(f) if p["term_years"] != 5]),
        ),
        [
            *(
                f"part-removed {sku}!"
                for sku in "U80M2E U4ZX7E U80MDE U9DB9E U80M4E U4ZX9E U64GFE".split()
            ),
            "term-removed 5!",
        ],
    ),
    "activation later": (
        lambda f: put(f["tiers.yaml"]["terms"], activation_days=31),
        ["activation-later activation!"],
    ),
    "activation sooner": (
        lambda f: put(f["tiers.yaml"]["terms"], activation_days=29),
        ["activation-sooner activation"],
    ),
    # -- places
    "place gone": (editions.without_place("FR"), ["place-removed FR!"]),
    "place new": (editions.with_place, ["place-added RO"]),
    "region new": (editions.with_region, ["region-added oceania", "place-added FJ"]),
    "place moved": (
        lambda f: region(f, "emea").append(region(f, "americas").pop(0)),
        ["place-moved AI"],
    ),
    "place named otherwise": (place("FR", name=editions.both("Gaul")), ["reworded FR"]),
    "place limited": (place("FR", latin_america="possible"), ["place-limit-changed FR!"]),
    "place limited for sure": (place("JM", latin_america="certain"), ["place-limit-changed JM!"]),
    "place limited no more": (place("BR", latin_america="possible"), ["place-limit-changed BR"]),
    "successor lost": (
        place("AN", successors=["BQ", "CW"]),
        ["succession-ended SX!"],
    ),
    "successor listed itself": (
        lambda f: (
            place("AN", successors=["BQ", "CW"])(f),
            region(f, "americas").append({"code": "SX", "name": editions.both("Sint Maarten")}),
        ),
        ["place-added SX", "succession-ended SX"],
    ),
    "successor gained": (
        place("AN", successors=["BQ", "CW", "SX", "AW"]),
        ["succession-added AW!"],
    ),
    "doubt about a name": (
        place("GY", confused_with=["GF", "GN"]),
        ["doubt-added GY!"],
    ),
    "no doubt about a name": (place("GY", confused_with=None), ["doubt-ended GY"]),
    # -- languages
    "language gone": (editions.without_language("fr"), ["language-removed fr!"]),
    "language new": (editions.with_language, ["language-added el"]),
    "tag no longer taken": (
        lambda f: put(of(languages(f), "tag", "no"), accepts=["nb"]),
        ["tag-refused nn!"],
    ),
    "tag taken": (
        lambda f: put(of(languages(f), "tag", "no"), accepts=["nb", "nn", "da-NO"]),
        ["tag-accepted da-NO"],
    ),
    "live help": (editions.with_live_help_in_french_too, ["live-help-added fr"]),
    "no live help": (
        lambda f: put(f["coverage.yaml"]["around_the_clock"], languages=[]),
        ["live-help-ended en!"],
    ),
    # -- devices and rules
    "device type gone": (listed("device_types", 0), ["device-type-removed desktop!"]),
    "device type counted otherwise": (
        lambda f: put(f["tiers.yaml"]["device_types"][0], counted_as="printer"),
        ["device-type-recounted desktop!"],
    ),
    "duty": (stated("duties"), ["duty-added invented!"]),
    "exclusion": (stated("exclusions"), ["exclusion-added invented!"]),
    "assumption": (stated("assumptions"), ["assumption-added invented!"]),
    "notice": (stated("notices"), ["notice-added invented"]),
    "condition": (stated("prerequisites"), ["condition-added invented!"]),
    "no exclusion": (listed("exclusions", 0), ["exclusion-removed device-without-cover"]),
    # -- the source
    "clause": (
        lambda f: f["source.yaml"]["clauses"].append(
            {"id": "z", "section": editions.both("z"), "says": editions.both("z")}
        ),
        ["clause-added z"],
    ),
    "reading": (
        lambda f: put(readings(f)[0], adopted=editions.both("Yes.")),
        ["reworded access-minimum-pools-classes"],
    ),
    "wrong code": (
        lambda f: put(f["coverage.yaml"], wrong_codes={}),
        ["details-changed coverage.yaml"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_change_is_named_and_called_breaking_where_something_is_lost(name):
    change, expected = CASES[name]
    changed = catalog_of(content_with(change))
    changes = compare_editions(SHIPPED, changed)
    assert found(changes) == expected
    back = compare_editions(changed, SHIPPED)
    assert back
    for language in ("en", "fr"):
        for text in ChangeWording(SHIPPED, changed, Phrases(language)).messages(changes):
            assert "{" not in text
        for text in ChangeWording(changed, SHIPPED, Phrases(language)).messages(back):
            assert "{" not in text


def test_same_content_has_no_change():
    assert compare_editions(SHIPPED, load_catalog()) == ()


ways = st.builds(
    lambda key, count: Way(**{key: count}),
    st.sampled_from(["devices", "pcs", "printers"]),
    st.integers(1, 8),
)


@settings(max_examples=300, deadline=None)
@given(*(st.lists(ways, min_size=1, max_size=3).map(tuple) for _ in range(2)))
def test_step_of_a_minimum_is_that_of_the_bases_it_lets_in(old, new):
    def let_in(ways):
        return {
            (pcs, printers)
            for pcs, printers in product(range(18), repeat=2)
            if any(
                pcs + printers >= way.devices
                if way.devices
                else pcs >= way.pcs
                if way.pcs
                else printers >= way.printers
                for way in ways
            )
        }

    before, after = let_in(old), let_in(new)
    lost, gained = before - after, after - before
    expected = ("changed" if gained else "raised") if lost else ("lowered" if gained else "same")
    assert step_of(old, new) == expected


# -- nothing that differs goes unsaid ----------------------------------------------------------

TEXTS = {name: (shipped_folder() / name).read_text("utf-8") for name in FILES}
TREES = {name: read_yaml(text, name) for name, text in TEXTS.items()}
LEAVES = [
    (name, path)
    for name, tree in TREES.items()
    for path in tree.values
    if path and not isinstance(tree.at(path), (dict, list)) and path != ("schema",)
]


def catalog_with(name, path, value):
    """The catalog with one value changed, where it is still in order; else None."""
    trees = {each: read_yaml(TEXTS[each], each) if each == name else TREES[each] for each in FILES}
    holder: Any = trees[name].at(path[:-1])
    holder[path[-1]] = value
    try:
        records = [build(record, trees[each].value) for each, record in FILES.items()]
    except Mismatch:
        return None
    # Of the same hash on purpose: nothing but the comparison may notice.
    catalog = Catalog("x", SHIPPED.sha256, (), *records)
    plain = {each: Tree(each, trees[each].value) for each in FILES}
    return None if check_catalog(catalog, plain, thorough=False) else catalog


def another(value):
    """A value of the same type that is not this one."""
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int) else f"{value} x"


# An id that is another leaves references behind, so that many editions are in no order.
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(st.sampled_from(LEAVES))
def test_no_value_can_change_unsaid(leaf):
    name, path = leaf
    changed = catalog_with(name, path, another(TREES[name].at(path)))
    assume(changed is not None)
    changes = compare_editions(SHIPPED, changed)
    assert changes, path
    for language in ("en", "fr"):
        assert all(ChangeWording(SHIPPED, changed, Phrases(language)).messages(changes))
