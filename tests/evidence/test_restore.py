"""A saved quote comes back as the records it was made from, and makes the same bytes again."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from books import HEADER
from checked import DAY, evidence_of, write_json
from customers import CATALOG, customer
from hp_priority_cli import build_quote
from hp_priority_cli.errors import InvalidInput, Refused, UserError
from hp_priority_cli.evidence.origin import edition_of
from hp_priority_cli.evidence.read import read_saved_quote, saved_answer
from hp_priority_cli.evidence.records import Origin, QuotedFile
from hp_priority_cli.evidence.seal import sealed
from hp_priority_cli.presentation.documents.plain import to_json
from hp_priority_cli.presentation.documents.quote import quote_document, quotes_document
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.views.quote import quote_report
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.prices.records import AppliesTo
from hp_priority_cli.readers.json import read_json
from presentation.test_shapes import requests, tiers
from quoted import SURE, Quoted
from quoting.test_any_book import books, discounts
from running import hp

ENGLISH, FRENCH = (Wording(CATALOG, Phrases(language)) for language in ("en", "fr"))
FILES = (QuotedFile("data", "tiers.yaml", "a" * 64), QuotedFile("request", "r.yaml", "b" * 64))
wordings = st.sampled_from([ENGLISH, FRENCH])


def saved(evidence, wording=ENGLISH):
    """The text of a quote as it is saved."""
    return to_json(quote_document(evidence, wording))


def holds(evidence, wording):
    """Save a quote and read it back: it is the same, says the same, and is sound."""
    text = saved(evidence, wording)
    found = saved_answer(read_json(text, "q.json"))
    assert found.faults == ()
    assert found.quotes == (evidence,)
    assert saved(found.quotes[0], wording) == text
    for each in (ENGLISH, FRENCH):
        shown = quote_report(found.quotes[0].quote, found.request, each, verbose=True)
        assert shown == quote_report(evidence.quote, evidence.request, each, verbose=True)


@settings(max_examples=150)
@given(requests(), wordings, tiers, st.integers(1, 5))
def test_any_quote_without_prices_comes_back_as_it_was(request, wording, tier, years):
    asked = replace(request, tier=tier, term_years=years)
    try:
        quote = build_quote(CATALOG, asked, draft=True)
    except Refused:
        return
    holds(evidence_of(quote, asked, FILES), wording)


@settings(max_examples=150)
@given(books(), discounts, wordings, st.integers(0, 600), st.sampled_from(["FR", "DE", None]))
def test_any_priced_quote_comes_back_as_it_was(book, facts, wording, pcs, country):
    served = None if country is None else AppliesTo((country,))
    book = replace(book, content=replace(book.content, applies_to=served))
    asked = customer(pcs, 400, tier="access", term_years=3, as_of=date(2026, 6, 1), **facts)
    try:
        quote = build_quote(CATALOG, asked, books=[book])
    except UserError:
        return
    holds(evidence_of(quote, asked, FILES), wording)


def test_quotes_for_several_terms_come_back_with_the_terms_that_were_refused():
    request = customer(300, 40, tier="access", as_of=DAY)
    made = []
    for years in (1, 3):
        asked = replace(request, term_years=years)
        made.append(evidence_of(build_quote(CATALOG, asked), asked, FILES))
    with pytest.raises(Refused) as refused:
        build_quote(CATALOG, replace(request, term_years=2))
    origin = Origin("0.1.0", edition_of(CATALOG), DAY)
    document = quotes_document(made, [refused.value], request, origin, FRENCH)
    found = saved_answer(read_json(to_json(document), "q.json"))
    assert (found.is_several, found.faults) == (True, ())
    assert found.quotes == tuple(made)
    assert (found.request, found.origin) == (request, origin)
    assert [(each.code, each.values) for each in found.refused] == [
        (
            "no-part-for-term",
            {
                "tier": "access",
                "term_years": 2,
                "device_classes": ("printer",),
                "terms": (1, 3, 4, 5),
            },
        )
    ]
    again = quotes_document(found.quotes, found.refused, found.request, found.origin, FRENCH)
    assert to_json(again) == to_json(document)


def test_quote_that_says_less_of_its_origin_is_read_for_what_it_holds(tmp_path):
    document = json.loads(saved(example()))
    for key in ("files", "clauses", "readings", "revises"):
        del document[key]
    for line in document["lines"]:
        del line["unit_source"], line["descriptions"]
    found = read_saved_quote(str(write_json(tmp_path / "q.json", sealed(document))))
    assert found.faults == ()
    [line, _] = found.quotes[0].quote.lines
    assert line.description.fr == "HP Priority Access, PCs, 250 seats and more, 3 years"
    assert line.unit_source == "reading"
    assert found.quotes[0].origin.files == ()


def example(**facts):
    """A quote in good order, without prices."""
    asked = customer(300, 40, tier="access", term_years=3, as_of=DAY, **facts)
    return evidence_of(build_quote(CATALOG, asked), asked, FILES)


def test_the_document_of_a_saved_quote_is_what_its_file_holds(tmp_path):
    (tmp_path / "q.json").write_text(saved(example()), "utf-8")
    found = read_saved_quote(str(tmp_path / "q.json"))
    assert found.document == json.loads(saved(example()))
    assert list(found.document)[-5:] == ["files", "clauses", "readings", "revises", "seal"]


def test_clauses_and_readings_are_those_that_the_quote_stands_on():
    origin = example().origin
    assert [each.id for each in origin.readings] == ["order-unit-is-device"]
    assert [each.id for each in origin.clauses] == [
        "introduction",
        "coverage",
        "prerequisites-1",
        "prerequisites-2",
        "prerequisites-3",
        "ordering",
        "parts",
        "note-1",
    ]
    assert [each.id for each in example(countries=["FR", "GY"]).origin.readings] == [
        "order-unit-is-device",
        "guyane-is-guyana",
    ]


def test_every_file_behind_a_quote_is_named_with_its_hash(tmp_path):
    quoted = Quoted(tmp_path)
    rows = "sku;amount\nU80M6E;12.50\nU1PB2E;8\n"
    quoted.write(HEADER + "rows: rows.csv\n")
    quoted.write(rows, "rows.csv")
    quoted.write("whole_base: true\nit_desk: own\ncountries: [FR]\n", "r.yaml")
    base = ["--pcs", "300", "--printers", "40", *SURE[-6:]]
    document, code = quoted("--request", "r.yaml", *base)
    assert code == 0
    assert [(each["kind"], each["file"]) for each in document["files"]] == [
        ("data", "tiers.yaml"),
        ("data", "skus.yaml"),
        ("data", "coverage.yaml"),
        ("data", "source.yaml"),
        ("request", "r.yaml"),
        ("price-book", "book.yaml"),
        ("price-book", "rows.csv"),
    ]
    assert document["files"][6]["sha256"] == (
        "dacb7048a8e3b12e6efa5cfacbdb0119d5dcb2671ab1fe73965265e1329ca746"
    )
    quoted.write(rows.replace("\n", "\r\n"), "rows.csv")
    assert quoted("--request", "r.yaml", *base)[0] == document


def test_same_input_and_day_give_the_same_bytes(tmp_path):
    quoted = Quoted(tmp_path)
    how = ["--price-book", "book.yaml", *SURE, "--as-of", "2026-06-01", "--json"]
    first, second = (quoted.run(*how, PYTHONHASHSEED=seed).stdout for seed in "12")
    assert first == second


@pytest.mark.parametrize(
    ("text", "code", "spot"),
    [
        ("", "empty", (1, 1)),
        ('{"schema": "hp-priority/quote@1", "as_of": "2026', "json-open-text", (1, 44)),
        ('{"schema": "hp-priority/quote@1"}', "missing-key", (1, 1)),
        ('{"schema": "hp-priority/eligibility@1"}', "not-a-quote", (1, 12)),
        ('{"schema": 3}', "not-a-quote", (1, 12)),
        ("[1]", "not-a-quote", (1, 1)),
    ],
)
def test_what_is_no_quote_is_refused_with_its_place(tmp_path, text, code, spot):
    (tmp_path / "q.json").write_text(text, "utf-8")
    with pytest.raises(InvalidInput) as refused:
        read_saved_quote(str(tmp_path / "q.json"))
    first = refused.value.findings[0]
    assert (first.code, (first.spot.line, first.spot.column)) == (code, spot)


def test_quote_of_a_later_schema_names_the_release_it_needs(tmp_path):
    text = '{"schema": "hp-priority/quote@2", "tool_version": "2.3.0"}'
    (tmp_path / "q.json").write_text(text, "utf-8")
    with pytest.raises(InvalidInput) as refused:
        read_saved_quote(str(tmp_path / "q.json"))
    [finding] = refused.value.findings
    assert ENGLISH.finding(finding) == (
        '"hp-priority/quote@2" is newer than what this release reads, hp-priority/quote@1.'
    )
    assert ENGLISH.finding_remedy(finding) == ("Use hp-priority 2.3.0, which wrote it, or newer.")


def test_quotes_of_a_customer_with_a_thousand_sites_can_be_read_again(tmp_path):
    sites = ", ".join("{country: FR, pcs: 3, printers: 1}" for _ in range(1000))
    request = f"sites: [{sites}]\nit_desk: own\nwhole_base: true\n"
    (tmp_path / "r.yaml").write_text(request, "utf-8")
    ran = hp(*"quote --request r.yaml --tier access --years all -o q.json".split(), cwd=tmp_path)
    assert ran.returncode == 0
    found = read_saved_quote(str(tmp_path / "q.json"))
    assert ([each.quote.term_years for each in found.quotes], found.faults) == ([1, 3, 4, 5], ())
