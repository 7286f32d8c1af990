"""Every way in which a saved quote can differ: told by its code, with its effect, in a sentence."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

import editions
from books import HEADER, book, header
from catalog.test_editions import catalog_of, minimum, of, put
from checked import evidence_of
from customers import CATALOG, customer
from editions import content_with, parts, tiers
from hp_priority_cli import build_quote
from hp_priority_cli.customer.records import Answer
from hp_priority_cli.evidence.judge import Books, Today, verify_quote
from hp_priority_cli.evidence.read import saved_answer
from hp_priority_cli.evidence.verification import AnswerCheck, Difference, QuoteCheck
from hp_priority_cli.presentation.documents.plain import to_json
from hp_priority_cli.presentation.documents.quote import quote_document
from hp_priority_cli.presentation.documents.verification import verification_document
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.screen import to_screen
from hp_priority_cli.presentation.views.verification import verification_report
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.readers.json import read_json
from published import holds

DAY = date(2026, 6, 1)
ROWS = "rows: [{sku: U80M6E, amount: 12.50}, {sku: U1PB2E, amount: 8}]\n"


def saved(books=(), **facts):
    """A quote as it comes back from its file."""
    asked = {"tier": "access", "term_years": 3, "as_of": DAY, **facts}
    request = customer(asked.pop("pcs", 300), asked.pop("printers", 40), **asked)
    evidence = evidence_of(build_quote(CATALOG, request, draft=True, books=books), request)
    text = to_json(quote_document(evidence, Wording(CATALOG, Phrases("en"))))
    return saved_answer(read_json(text, "q.json"))


def judged(answer, catalog=CATALOG, books=(), day=DAY, **more):
    """The codes of all that differs by effect; it can be said, shown and written in any way."""
    today = Today(catalog, day, Books(tuple(books), **more), {})
    check = verify_quote(answer.quotes[0], today)
    whole = AnswerCheck(answer, (check,))
    for language in ("en", "fr"):
        wording = Wording(catalog, Phrases(language))
        document = json.loads(to_json(verification_document([whole], day, wording, "0")))
        holds(document, "verification")
        assert all(each["message"] for each in document["files"][0]["quotes"][0]["differences"])
        report = verification_report([whole], day, wording, verbose=True)
        to_screen(report, wording.phrases, width=60, colour=False)
    found: dict[str, list[str]] = {}
    for each in check.differences:
        found.setdefault(each.effect, []).append(each.code)
    return found


def edition(*changes):
    return catalog_of(content_with(*changes))


def changed_part(number, **values):
    return lambda files: put(of(parts(files), "sku", number), **values)


def changed_tier(tier, **values):
    return lambda files: put(of(tiers(files), "id", tier), **values)


def swapped(files):
    """U80M6E and U80M1E, 3 and 4 years for PCs of Access, in each other's place."""
    for sku, years in (("U80M6E", 4), ("U80M1E", 3)):
        of(parts(files), "sku", sku)["term_years"] = years


def with_one_part_for_all(files):
    """One part of Access for any device in the place of those for PCs and for printers."""
    files["skus.yaml"]["parts"] = [each for each in parts(files) if each["tier"] != "access"]
    parts(files).append(editions.part("ZZ93AE", "access", "any", 3))


DATA = {
    "another tier's minimum": ([minimum("management", {"pcs": 9})], ["data-differ"], []),
    "a minimum that is met as well": (
        [minimum("access", {"devices": 340})],
        ["data-differ", "requirement-changed", "notice-added"],
        [],
    ),
    "a minimum that is missed by one": (
        [minimum("access", {"devices": 341})],
        ["data-differ"],
        ["verdict-changed", "condition-changed"],
    ),
    "a part of another number": (
        [changed_part("U80M6E", sku="U80Q6E")],
        ["data-differ"],
        ["part-gone"],
    ),
    "two parts in each other's place": ([swapped], ["data-differ"], ["part-changed"]),
    "a part that is taken out": (
        [editions.without_part("U1PB2E")],
        ["data-differ"],
        ["no-part-for-term", "part-gone"],
    ),
    "a description": (
        [changed_part("U80M6E", description=editions.both("Other words"))],
        ["data-differ", "description-changed"],
        [],
    ),
    "another order unit": (
        [changed_tier("access", order_unit="contract")],
        ["data-differ"],
        ["unit-changed", "quantity-changed", "unit-changed", "quantity-changed"],
    ),
    "an order unit that is open": (
        [changed_tier("access", order_unit="open")],
        ["data-differ", "notice-added", "notice-gone"],
        ["point-opened", "unit-changed", "quantity-changed", "unit-changed", "quantity-changed"],
    ),
    "a tier that is taken out": (
        [editions.without_tier("access")],
        ["data-differ"],
        ["tier-gone", "part-gone", "part-gone"],
    ),
    "a place that is taken out": (
        [editions.without_place("FR")],
        ["data-differ", "notice-added"],
        ["verdict-changed", "condition-changed", "point-opened"],
    ),
    "a term that is taken out": (
        [lambda files: files["tiers.yaml"]["terms"]["years"].remove(3)],
        ["data-differ"],
        ["term-not-offered"],
    ),
    "more days until activation": (
        [lambda files: put(files["tiers.yaml"]["terms"], activation_days=60)],
        ["data-differ"],
        ["activation-changed"],
    ),
    "one part for any device": (
        [with_one_part_for_all],
        ["data-differ"],
        ["part-gone", "part-gone", "line-added"],
    ),
}
"""What was changed in the data, what is told of it, and what changes by it."""


@pytest.mark.parametrize(("changes", "told", "changed"), DATA.values(), ids=DATA)
def test_other_data_change_what_follows_from_them_and_no_more(changes, told, changed):
    found = judged(saved(purchase_date=date(2026, 6, 2)), edition(*changes))
    assert (found.get("told", []), found.get("changed", [])) == (told, changed)
    assert "not-judged" not in found


def test_point_that_is_settled_is_open_no_more():
    answer = saved(countries=["FR", "RO"])
    with_romania = edition(editions.with_place)
    assert judged(answer, with_romania)["changed"] == [
        "verdict-changed",
        "condition-changed",
        "point-closed",
    ]


def test_book_for_a_quote_that_had_none_adds_prices(tmp_path):
    prices = book(tmp_path, HEADER + ROWS)
    found = judged(saved(order_unit="device"), books=[prices], are_given=True)
    assert found == {"changed": ["status-changed", "price-added", "price-added", "total-changed"]}


def test_price_that_the_book_has_no_more_is_gone_with_the_total(tmp_path):
    prices = book(tmp_path, HEADER + ROWS)
    fewer = book(tmp_path, header() + "rows: [{sku: U80M6E, amount: 12.50}]\n", "b.yaml")
    found = judged(saved([prices], order_unit="device"), books=[fewer])
    assert found == {"changed": ["status-changed", "price-gone", "total-changed"]}


def test_another_reason_for_no_price_is_told(tmp_path):
    elsewhere = book(tmp_path, header(applies_to="{countries: [DE]}") + ROWS)
    early = book(tmp_path, header(valid_from="2026-09-01") + ROWS, "b.yaml")
    found = judged(saved([elsewhere]), books=[early])
    assert found == {"changed": ["price-status-changed", "price-status-changed"]}


def test_list_price_that_differs_alone_is_a_change(tmp_path):
    steps = header(rounding="{unit: 5}")
    first, other = (
        book(tmp_path, f"{steps}rows: [{{sku: U80M6E, amount: {amount}}}]\n", f"{amount}.yaml")
        for amount in ("12.60", "12.70")
    )
    found = judged(saved([first], printers=None), books=[other])
    assert found == {"changed": ["price-changed"]}


def test_unit_that_the_book_states_now_is_a_change(tmp_path):
    first = book(tmp_path, header(order_unit="device") + ROWS)
    other = book(tmp_path, header(order_unit="contract") + ROWS, "b.yaml")
    found = judged(saved([first]), books=[other])
    assert found["changed"] == [
        *["unit-changed", "quantity-changed", "price-changed"] * 2,
        "total-changed",
    ]


def test_unit_of_a_book_that_is_missing_is_not_compared(tmp_path):
    first = book(tmp_path, header(order_unit="contract") + ROWS)
    gap = Difference("book-missing", "not-judged", {"file": "book.yaml"})
    found = judged(saved([first]), gaps=(gap,))
    assert found == {"not-judged": ["book-missing", "price-not-judged", "price-not-judged"]}


def test_book_that_contradicts_the_order_unit_of_the_request_leaves_prices_not_judged(tmp_path):
    first = book(tmp_path, HEADER + ROWS)
    other = book(tmp_path, header(order_unit="contract") + ROWS, "b.yaml")
    found = judged(saved([first], order_unit="device"), books=[other])
    assert found == {"not-judged": ["usage", "price-not-judged", "price-not-judged"]}


def test_two_books_that_fit_leave_prices_not_judged(tmp_path):
    first = book(tmp_path, HEADER + ROWS)
    other = book(tmp_path, header(id="other") + ROWS, "b.yaml")
    found = judged(saved([first]), books=[first, other])
    assert found["not-judged"] == ["book-ambiguous", "price-not-judged", "price-not-judged"]


def test_book_that_is_missing_beside_the_one_that_serves_is_only_told(tmp_path):
    first = book(tmp_path, HEADER + ROWS)
    gap = Difference("book-missing", "not-judged", {"file": "another.yaml"})
    assert judged(saved([first]), books=[first], gaps=(gap,)) == {"told": ["book-missing"]}


def test_book_that_the_quote_does_not_name_leaves_prices_not_judged(tmp_path):
    first = book(tmp_path, HEADER + ROWS)
    found = judged(saved([first]))
    assert found["not-judged"] == ["book-not-named", "price-not-judged", "price-not-judged"]


@pytest.mark.parametrize(
    ("most", "code"), [("9", "discount-needs-approval"), ("2", "discount-refused")]
)
def test_discount_beyond_the_authority_of_today_is_a_change(tmp_path, most, code):
    first = book(tmp_path, HEADER + ROWS)
    authority = f"{{discount_max: 1, approval_max: {most}}}"
    other = book(tmp_path, header(authority=authority) + ROWS, "b.yaml")
    found = judged(saved([first], discount_percent=Decimal(3)), books=[other])
    assert found["changed"] == [code]
    assert found["not-judged"] == ["price-not-judged", "price-not-judged"]


def test_word_of_a_request_that_means_nothing_today_is_not_judged():
    answer = saved()
    [evidence] = answer.quotes
    request = replace(evidence.request, countries=("Atlantis",))
    answer = replace(answer, quotes=(replace(evidence, request=request),))
    found = judged(answer)
    assert found == {"not-judged": ["word-unknown"]}


def test_answers_of_hp_stay_on_record():
    answers = (Answer("management-plus-inherits-minimum", "accepted", "B. Example", DAY),)
    answer = saved(pcs=10, tier="management-plus", answers=answers, headquarters="FR")
    assert answer.quotes[0].quote.status == "unpriced"
    assert judged(answer) == {}


def test_draft_that_would_be_eligible_today_has_changed():
    found = judged(saved(pcs=100), edition(minimum("access", {"devices": 140})))
    assert found["changed"] == ["verdict-changed", "condition-changed", "point-opened"]


def test_what_could_not_be_judged_is_never_unchanged():
    gap = Difference("book-missing", "not-judged")
    changed = Difference("total-changed", "changed")
    told = Difference("data-differ", "told")
    evidence = saved().quotes[0]
    outcomes = [
        QuoteCheck(evidence, None, (), found, ()).outcome
        for found in ((), (told,), (gap,), (told, gap), (gap, changed))
    ]
    assert outcomes == ["unchanged", "unchanged", "not-judged", "not-judged", "changed"]
