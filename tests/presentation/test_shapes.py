"""Every document that the tool writes is of the schema that it publishes, keys and all."""

import json
import shutil
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from books import EXAMPLE_BOOK
from checked import evidence_of
from customers import CATALOG, customer, facts, request_from, stated_customers
from hp_priority_cli import assess, build_quote, compare_tiers
from hp_priority_cli.catalog.explain import every_entry, explain_word
from hp_priority_cli.catalog.load import shipped_folder
from hp_priority_cli.customer.records import Answer
from hp_priority_cli.eligibility.what_if import WhatIf
from hp_priority_cli.errors import Refused, UserError
from hp_priority_cli.presentation.documents.catalog import explanation_document
from hp_priority_cli.presentation.documents.comparison import comparison_document
from hp_priority_cli.presentation.documents.eligibility import (
    eligibility_document,
    what_if_document,
)
from hp_priority_cli.presentation.documents.error import error_document
from hp_priority_cli.presentation.documents.quote import quote_document
from hp_priority_cli.presentation.own_words import own_words
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.prices.records import AppliesTo
from hp_priority_cli.quoting.step_up import price_step
from published import breaches, holds
from quoting.test_any_book import books, discounts
from running import hp

WORDINGS = [Wording(CATALOG, Phrases(language)) for language in ("en", "fr")]
DAY = date(2026, 11, 24)
ANSWERS = [
    Answer("management-plus-inherits-minimum", "accepted", "An invented person", DAY, "T-1"),
    Answer("access-plus-minimum-counts-printers", "no"),
    Answer("country-not-listed:RO", "yes"),
    Answer("country-not-listed:UA", "no", on=DAY),
]
tiers = st.sampled_from(CATALOG.tier_ids)
wordings = st.sampled_from(WORDINGS)


@st.composite
def requests(draw):
    """A customer with answers on record, in codes and tags, on a day."""
    request = request_from(draw(stated_customers))
    answers = draw(st.lists(st.sampled_from(ANSWERS), max_size=3, unique=True))
    return replace(
        request,
        customer=draw(st.none() | st.text(max_size=8)),
        purchase_date=draw(st.none() | st.just(DAY)),
        order_unit=draw(st.sampled_from([None, "device", "contract"])),
        answers=tuple(answers) or None,
        as_of=DAY,
    )


@settings(max_examples=100)
@given(requests(), wordings)
def test_eligibility_is_of_its_schema(request, wording):
    holds(eligibility_document(assess(CATALOG, request), request, wording, "0"), "eligibility")


@settings(max_examples=30)
@given(requests(), wordings, facts["it_desk"], facts["whole_base"])
def test_what_if_is_of_its_schema(request, wording, desk, whole):
    changed = replace(request, it_desk=desk, whole_base=whole)
    supposed = (WhatIf("it-desk=own", changed, assess(CATALOG, changed)),)
    document = what_if_document(assess(CATALOG, request), supposed, request, wording, "0")
    holds(document, "what-if")


@settings(max_examples=100)
@given(requests(), wordings, tiers, st.integers(1, 6), st.booleans())
def test_quote_is_of_its_schema_and_a_refusal_of_that_of_errors(
    request, wording, tier, years, draft
):
    request = replace(request, tier=tier, term_years=years)
    try:
        quote = build_quote(CATALOG, request, draft=draft)
    except Refused as error:
        holds(error_document(error, wording, line=years), "error")
    else:
        holds(quote_document(evidence_of(quote, request), wording), "quote")


@settings(max_examples=100)
@given(books(), discounts, wordings, st.integers(0, 600), st.booleans())
def test_priced_quote_is_of_its_schema_whatever_its_book_has(book, facts, wording, pcs, in_france):
    served = AppliesTo(("FR",) if in_france else ("DE",))
    book = replace(book, content=replace(book.content, applies_to=served))
    asked = customer(pcs, 400, tier="access", term_years=3, as_of=date(2026, 6, 1), **facts)
    try:
        quote = build_quote(CATALOG, asked, books=[book])
    except UserError as error:
        holds(error_document(error, wording), "error")
    else:
        holds(quote_document(evidence_of(quote, asked), wording), "quote")


@settings(max_examples=30)
@given(requests(), wordings, st.lists(tiers, min_size=2, unique=True))
def test_comparison_is_of_its_schema(request, wording, compared):
    comparison = compare_tiers(CATALOG, tuple(compared), request)
    holds(comparison_document(comparison, request, wording, "0", DAY), "comparison")


@settings(max_examples=50)
@given(requests(), wordings, st.lists(tiers, min_size=1, unique=True), books(), discounts)
def test_priced_comparison_is_of_its_schema(request, wording, compared, book, given_discounts):
    asked = replace(request, order_unit=None, **given_discounts)
    comparison = compare_tiers(CATALOG, tuple(compared), asked)
    try:
        prices = price_step(CATALOG, tuple(compared), (1, 2, 3), asked, [book])
    except UserError as error:
        holds(error_document(error, wording), "error")
    else:
        holds(comparison_document(comparison, asked, wording, "0", DAY, prices), "comparison")


@pytest.mark.parametrize("wording", WORDINGS)
def test_explanation_of_everything_is_of_its_schema(wording):
    words = [*[place.code for place in CATALOG.places], "Romania", "GF", "CW", "Greek", "Bahasa"]
    entries = [*every_entry(CATALOG), *own_words(CATALOG)]
    entries += [entry for word in words for entry in explain_word(CATALOG, word)]
    holds(explanation_document(entries, wording, "0", DAY), "explanation")


PRICED = ["--price-book", str(EXAMPLE_BOOK)]
MUCH = ["--discount", "99"]
SAVED = str(EXAMPLE_BOOK.parents[1] / "tests/golden/saved-quote.json")
FRANCE = ["--pcs", "300", "--country", "FR", "--it-desk", "own", "--whole-base"]


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("eligibility", ["eligible", *FRANCE, "--tier", "access"]),
        ("what-if", ["eligible", *FRANCE, "--what-if", "pcs=5000", "--what-if", "printers=+9"]),
        ("quote", ["quote", *FRANCE, "--tier", "access", "--years", "3"]),
        ("quotes", ["quote", *FRANCE, "--tier", "access", "--years", "all"]),
        ("quotes", ["quote", *FRANCE, "--tier", "access", "--years", "1,6", *PRICED]),
        ("quote", ["quote", *FRANCE, "--tier", "access", "--years", "3", *PRICED]),
        ("verification", ["verify", SAVED]),
        ("verification", ["verify", SAVED, "nowhere.json", *PRICED, "--as-of", "2027-01-01"]),
        ("error", ["verify"]),
        ("error", ["quote", *FRANCE, "--tier", "access", "--years", "3", *PRICED, *MUCH]),
        ("error", ["quote", *FRANCE, "--currency", "EURO"]),
        ("check", ["check", str(EXAMPLE_BOOK)]),
        ("parts", ["sku"]),
        ("parts", ["sku", "--gaps"]),
        ("comparison", ["compare"]),
        ("comparison", ["compare", "access", "management", "--country", "BR,JM,FR"]),
        ("comparison", ["compare", "access", "access-plus", *FRANCE, *PRICED]),
        ("explanation", ["explain"]),
        ("check", ["check", "examples", "README.md", "data"]),
        ("check", ["check", "nowhere.yaml"]),
        ("explanation", ["explain", "Guyane"]),
        ("error", ["eligible", "--pcs", "many"]),
        ("error", ["eligible", "--country", "Guyane"]),
        ("error", ["eligible", "--request", "nowhere.yaml"]),
        ("error", ["quote", *FRANCE, "--tier", "management", "--years", "3"]),
        ("error", ["quote", *FRANCE, "--tier", "access", "--years", "6"]),
        ("error", ["quote", *FRANCE]),
        ("error", ["quote", *FRANCE, "--printers", "9", "--tier", "access", "--years", "2"]),
        ("error", ["sku", "U8OMBE"]),
        ("error", ["sku", "--data", "nowhere"]),
        ("error", ["explain", "Romanai"]),
        ("error", ["nothing"]),
        ("error", ["--lang", "xx", "sku"]),
    ],
)
def test_what_a_command_prints_is_of_its_schema(name, arguments, tmp_path):
    holds(json.loads(hp(*arguments, "--json", cwd=tmp_path).stdout), name)


def test_findings_in_an_error_are_of_its_schema(tmp_path):
    (tmp_path / "r.yaml").write_text("pcs: 3\nit_desk: owm\nsites: []\n", "utf-8")
    shutil.copytree(shipped_folder(), tmp_path / "data")
    (tmp_path / "data/skus.yaml").write_text("schema: NO\n", "utf-8")
    for arguments in (["eligible", "--request", "r.yaml"], ["sku", "--data", "data"]):
        document = json.loads(hp(*arguments, "--json", cwd=tmp_path).stdout)
        assert len(document["error"]["values"]["findings"]) > 1
        holds(document, "error")


def test_lines_of_a_batch_are_of_their_schemas():
    lines = b'{"installed_base": {"pcs": 300}}\n{"pcs": 1}\n{\n'
    found = [
        json.loads(line)
        for line in hp("eligible", "--batch", "-", stdin=lines).stdout.split(b"\n")
        if line
    ]
    holds(found[0], "eligibility")
    for number, document in enumerate(found[1:], 2):
        assert document["line"] == number
        holds(document, "error")


def test_document_with_a_key_more_or_less_or_of_another_kind_is_told():
    request = request_from({"installed_base": {"pcs": 300}})
    document = eligibility_document(assess(CATALOG, request), request, WORDINGS[0], "0")
    assert breaches("eligibility", json.loads(json.dumps(document))) == []
    del document["request"]["customer"]
    document["request"]["tier"] = 3
    document["tiers"][0]["new"] = None
    assert sorted(set(breaches("eligibility", document))) == [
        "$.request.tier: 3 is not of type 'string', 'null'",
        "$.request: 'customer' is a required property",
        "$.tiers[0]: Additional properties are not allowed ('new' was unexpected)",
    ]
