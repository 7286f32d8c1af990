"""What could be quoted while the tier or the term is still to be chosen."""

import pytest

from customers import CATALOG, customer
from hp_priority_cli import assess
from hp_priority_cli.errors import Refused
from hp_priority_cli.quoting.choices import quotable
from running import hp

FRANCE = ["--country", "FR", "--it-desk", "own", "--whole-base"]


def choices(pcs=None, printers=None, **facts):
    request = customer(pcs, printers, **facts)
    return quotable(CATALOG, request, assess(CATALOG, request))


def parts(choice):
    return {
        each.device_class: [part and part.sku for part in each.parts.values()]
        for each in choice.classes
    }


def test_every_tier_that_does_not_fail_is_offered_with_all_its_parts():
    access, plus = choices(1000, 1)
    assert (access.decision.tier, plus.decision.tier) == ("access", "access-plus")
    assert parts(plus) == {
        "pc": ["U80M9E", "U80LZE", "U80MBE", "U80MCE", "U80MDE"],
        "printer": ["U9DB6E", None, "U9DB7E", "U9DB8E", "U9DB9E"],
    }
    assert [each.covered_devices for each in plus.classes] == [1000, 1]


def test_two_years_can_be_chosen_only_without_printers():
    assert [each.terms for each in choices(1000)] == [(1, 2, 3, 4, 5)] * 2
    assert [each.terms for each in choices(999, 1)] == [(1, 3, 4, 5)] * 2
    assert [each.terms for each in choices(5000, 1)] == [(1, 3, 4, 5)] * 3 + [(1, 2, 3, 4, 5)]


@pytest.mark.parametrize(("pcs", "tiers"), [(249, 0), (250, 1), (999, 1), (1000, 2), (5000, 4)])
def test_tier_that_fails_is_not_offered(pcs, tiers):
    assert len(choices(pcs)) == tiers


def test_tier_or_term_that_is_wanted_alone_is_offered():
    (only,) = choices(5000, tier="management")
    assert parts(only) == {"pc": ["U80M7E", "U80M0E", "U80M8E", "U80M3E", "U80M4E"]}
    assert [parts(each)["pc"] for each in choices(1000, term_years=2)] == [["U80LYE"], ["U80LZE"]]


def test_term_that_no_tier_has_is_refused_with_those_there_are():
    with pytest.raises(Refused) as caught:
        choices(300, term_years=6)
    assert caught.value.code == "term-not-offered"
    assert caught.value.values["terms"] == (1, 2, 3, 4, 5)


def test_quote_without_tier_and_term_shows_the_parts_and_how_to_go_on():
    ran = hp("quote", "--pcs", "300", *FRANCE)
    text = " ".join(ran.stdout.decode().split())
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert "U80M5E U80LYE U80M6E U80M1E U80M2E" in text
    assert "U80M9E" not in text
    assert "--tier access --years all" in text


def test_quote_without_a_tier_shows_why_where_nothing_can_be_quoted():
    ran = hp("quote", "--pcs", "249", *FRANCE)
    assert ran.returncode == 10
    assert "1 more PC" in ran.stdout.decode()


def test_offer_that_hangs_on_questions_is_conditional_under_strict():
    assert hp("quote", "--pcs", "300", *FRANCE, "--strict").returncode == 0
    assert hp("quote", "--pcs", "300", "--country", "FR", "--strict").returncode == 11


@pytest.mark.parametrize(
    "options", [["--json"], ["-f", "csv"], ["-f", "markdown"], ["-o", "quote.json"], ["--draft"]]
)
def test_anything_but_a_table_on_the_screen_needs_the_tier(tmp_path, options):
    ran = hp("quote", "--pcs", "300", *FRANCE, *options, cwd=tmp_path)
    assert ran.returncode == 2
    assert "access, access-plus, management or management-plus" in ran.stderr.decode()
    assert list(tmp_path.iterdir()) == []
