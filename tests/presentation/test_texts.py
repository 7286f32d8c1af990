"""Markdown and CSV: whole, typed, and inert."""

import csv
import io
from datetime import date

import pytest

from customers import CATALOG, customer
from hp_priority_cli import assess
from hp_priority_cli.presentation.csv import to_csv
from hp_priority_cli.presentation.markdown import to_markdown
from hp_priority_cli.presentation.paper.document import Imprint, as_document
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.report import Cell, Column, Heading, Line, Report, table
from hp_priority_cli.presentation.views.eligibility import eligibility_report
from hp_priority_cli.presentation.wording import Wording

ENGLISH = Phrases("en")


def records(value):
    return table([Column("name"), Column("count", "count")], [[Cell(value), Cell(1234)]])


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_csv_text_that_a_spreadsheet_would_run_gets_a_quote_before_it(text):
    [_, row] = csv.reader(io.StringIO(to_csv(records(text)), newline=""))
    assert row == ["'" + text.replace("\r", "\n"), "1234"]


def test_csv_keeps_separators_quotes_and_line_breaks():
    text = 'a, "b"; c\nd'
    [_, row] = csv.reader(io.StringIO(to_csv(records(text)), newline=""))
    assert row == [text, "1234"]


def test_csv_writes_nothing_for_what_is_not_known():
    assert to_csv(records(None)) == "name,count\n,1234\n"


def test_markdown_takes_its_own_signs_literally():
    report = Report((Heading("A *b*", 1), Line("[x](y) <b>"), records("a|b`c`")), records(""))
    assert to_markdown(report, ENGLISH) == (
        "# A \\*b\\*\n\n\\[x\\](y) \\<b\\>\n\n"
        "| name | count |\n| --- | --: |\n| a\\|b\\`c\\` | 1,234 |\n"
    )


def test_eligibility_in_a_document_has_a_title_and_its_figures_apart_and_without_bars():
    request = customer(300, None, as_of=date(2026, 11, 24))
    found = assess(CATALOG, request)
    wording = Wording(CATALOG, Phrases("en"))
    report = eligibility_report(
        found, request, wording, tiers=CATALOG.tier_ids, every_condition=False
    )
    paper = as_document(report, Imprint("0", "2024-05", request.as_of), wording.phrases)
    text = to_markdown(paper, wording.phrases)
    assert text.startswith("# HP Priority Services: which tiers may be bought\n")
    assert (
        "| Management | not eligible | 5,000 PCs<br>or 1,000 printers | 300<br>0 "
        "| -4,700<br>-1,000 | note-3 |"
    ) in text
