"""Answers as documents: what they say beside the screen; no format loses or runs a text."""

import io
import re
import sys
import zipfile
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pypdf import PdfReader

from hp_priority_cli.errors import UsageProblem
from hp_priority_cli.presentation.paper.document import Imprint, as_document
from hp_priority_cli.presentation.paper.html import to_html
from hp_priority_cli.presentation.paper.pdf import to_pdf
from hp_priority_cli.presentation.paper.workbook import to_workbook
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.report import (
    Cell,
    Column,
    Heading,
    Line,
    Report,
    Section,
    table,
)

ENGLISH, FRENCH = Phrases("en"), Phrases("fr")
DAY = date(2026, 11, 24)
IMPRINT = Imprint("9.9.9", "2024-05", DAY)
HOSTILE = '[red]<script>alert(1)</script>&amp; *a* #set $x$ "q" \x1b[31m\u202e שלום'
SHOWN = '[red]<script>alert(1)</script>&amp; *a* #set $x$ "q" \\x1b[31m\\u202e שלום'
NO_FONT_HAS = "\U0001b170"
"""A character of Nüshu."""


def report_of(*blocks, stamps=(), title="A title", records=None):
    return Report(blocks, records or table([], []), title, stamps)


def amounts(*values, foot=()):
    columns = [Column("Part", "code"), Column("Amount", "count")]
    return table(columns, [[Cell("U80M6E"), Cell(value)] for value in values], foot)


# -- what a document says ---------------------------------------------------------------------


def test_document_has_a_title_the_day_and_where_it_is_from():
    paper = as_document(report_of(Section("For", (Line("Somebody"),))), IMPRINT, ENGLISH)
    assert paper.blocks == (
        Heading("A title", 1),
        Section("Date", (Line("24 November 2026"),)),
        Section("For", (Line("Somebody"),)),
        Section("Made with", (Line("hp-priority 9.9.9, edition 2024-05 of the data"),)),
    )


def test_title_is_the_first_heading_where_there_is_one_and_the_day_comes_after_the_lead():
    report = Report((Heading("Quote", 1), Line("Fictional."), amounts(1)), table([], []))
    paper = as_document(report, IMPRINT, ENGLISH)
    assert paper.title == "Quote"
    assert paper.blocks[:3] == (
        Heading("Quote", 1),
        Line("Fictional."),
        Section("Date", (Line("24 November 2026"),)),
    )


def test_document_without_a_day_or_an_edition_says_neither():
    paper = as_document(report_of(Line("x")), Imprint("9.9.9"), FRENCH)
    assert paper.blocks[-1] == Section("Établi avec", (Line("hp-priority 9.9.9"),))
    assert not [each for each in paper.blocks if isinstance(each, Section)][:-1]


def test_document_holds_nothing_that_is_typed_at_the_prompt():
    hints = (
        Section("HP?", (Line("Is RO served?", command="--answer x=yes"),)),
        Line("Go on", command="quote"),
        Section("Next", (Line("The same", command="quote", is_hint=True),)),
        Section("Desk", (Line("Unknown."), Line("Ask: --it-desk", is_hint=True))),
    )
    paper = as_document(report_of(*hints), IMPRINT, ENGLISH)
    assert Section("HP?", (Line("Is RO served?"),)) in paper.blocks
    assert Line("Go on") in paper.blocks
    assert Section("Desk", (Line("Unknown."),)) in paper.blocks
    assert "Next" not in repr(paper.blocks)
    assert "command='" not in repr(paper.blocks)


# -- HTML -------------------------------------------------------------------------------------


class Page(HTMLParser):
    """The tags of a page, what they bear, and its text."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.text = [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data

    def names(self):
        return {tag for tag, _ in self.tags}


def test_page_shows_text_from_outside_as_text():
    paper = report_of(
        Heading(HOSTILE, 1),
        Line(HOSTILE, label=HOSTILE),
        Section(HOSTILE, (Line(HOSTILE),)),
        table([Column(HOSTILE)], [[Cell(HOSTILE)]], [Cell((HOSTILE, HOSTILE))]),
        title=HOSTILE,
        stamps=(HOSTILE,),
    )
    page = Page(to_html(paper, ENGLISH))
    assert "script" not in page.names()
    assert not {key for _, attrs in page.tags for key in attrs if key.startswith("on")}
    assert page.text.count(SHOWN) == 13
    assert not set("\x1b\u202e") & set(page.text)


def test_page_sets_text_from_right_to_left_apart():
    name = "חברת דוגמה (בע״מ); reference 12"
    text = to_html(report_of(Line(f"For {name}")), ENGLISH)
    assert "For <bdi>חברת דוגמה</bdi> (<bdi>בע״מ</bdi>); reference 12" in text


def test_page_stands_alone_and_says_its_language():
    text = to_html(report_of(amounts(1), stamps=("DRAFT",)), FRENCH)
    page = Page(text)
    assert ("html", {"lang": "fr", "dir": "ltr"}) in page.tags
    assert not page.names() & {"script", "link", "img", "iframe", "object", "form", "base"}
    assert not re.search(r"url\(|@import|https?:", text)
    assert [attrs["scope"] for tag, attrs in page.tags if tag == "th"] == ["col", "col", "row"]
    assert "<title>A title · DRAFT</title>" in text


def test_page_has_one_first_heading_and_skips_no_level():
    blocks = (Heading("One", 1), Section("Two", ()), Heading("Three", 2), Section("Four", ()))
    page = Page(to_html(report_of(*blocks), ENGLISH))
    assert [tag for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)] == ["h1", "h2", "h2", "h3"]


# -- XLSX -------------------------------------------------------------------------------------


def workbook_of(report, day=DAY):
    return load_workbook(io.BytesIO(to_workbook(report, ENGLISH, day, "x.xlsx")))


def cells_of(sheet):
    return [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@a", "#N/A", "=cmd|' /C calc'!A0", "1E5", "12"]
)
def test_workbook_holds_text_as_text(text):
    paper = report_of(Line(text), table([Column(text)], [[Cell(text)]]))
    paper = Report(paper.blocks, table([Column(text)], [[Cell(text)]]), "A title")
    found = [cell for sheet in workbook_of(paper) for cell in cells_of(sheet)]
    assert [(cell.value, cell.data_type) for cell in found] == [(text, "s")] * 5
    assert {bool(cell.quotePrefix) for cell in found} == {text[0] in "=+-@"}


def test_workbook_spells_out_what_it_cannot_hold_or_would_change():
    paper = report_of(Line(HOSTILE), Line("_x0041_"))
    found = [cell.value for cell in cells_of(workbook_of(paper)["Document"])]
    assert found[0] == SHOWN
    assert found[1] in ("_x0041_", "_x005F_x0041_")
    raw = zipfile.ZipFile(io.BytesIO(to_workbook(paper, ENGLISH, DAY, "x"))).read(
        "xl/worksheets/sheet1.xml"
    )
    assert b"_x005F_x0041_" in raw


def test_amounts_are_numbers_as_far_as_a_spreadsheet_holds_them_and_text_beyond():
    exact, beyond = Decimal("1234567890123.45"), Decimal("123456789012345678901234567890.12")
    columns = [Column("count", "count"), Column("exact", "count"), Column("beyond", "count")]
    records = table(columns, [[Cell(1234), Cell(exact), Cell(beyond)]])
    sheet = workbook_of(Report((Heading("x", 1),), records, "x"))["Data"]
    assert [(cell.value, cell.data_type, cell.number_format) for cell in sheet[2]] == [
        (1234, "n", "#,##0"),
        (1234567890123.45, "n", "#,##0.00"),
        ("123,456,789,012,345,678,901,234,567,890.12", "s", "General"),
    ]


def test_records_stand_under_titles_that_stay_in_sight():
    records = table([Column("sku", "code"), Column("n", "count")], [[Cell("U80M6E"), Cell(3)]])
    sheet = workbook_of(Report((Heading("x", 1),), records, "x"))["Data"]
    assert [[cell.value for cell in row] for row in sheet] == [["sku", "n"], ["U80M6E", 3]]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B2"


def test_each_printed_page_of_a_workbook_bears_the_stamps():
    book = workbook_of(report_of(Line("x"), stamps=("A & B", "DRAFT")))
    assert {sheet.oddHeader.center.text for sheet in book} == {"A && B · DRAFT"}
    assert book["Document"]["A1"].value == "A & B"


def test_workbook_tells_no_other_day_than_its_own():
    content = to_workbook(report_of(Line("x")), ENGLISH, DAY, "x.xlsx")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("docProps/core.xml").count(b"2026-11-24T00:00:00Z") == 2
    assert content == to_workbook(report_of(Line("x")), ENGLISH, DAY, "other.xlsx")


def test_text_that_no_cell_holds_is_refused_and_not_cut():
    assert workbook_of(report_of(Line("x" * 32_767)))["Document"]["A1"].value == "x" * 32_767
    with pytest.raises(UsageProblem) as caught:
        to_workbook(report_of(Line("x" * 32_768)), ENGLISH, DAY, "x.xlsx")
    assert (caught.value.kind, caught.value.values["file"]) == ("cell-too-long", "x.xlsx")


# -- PDF --------------------------------------------------------------------------------------


def pages_of(report, phrases=ENGLISH, day=DAY):
    return PdfReader(io.BytesIO(to_pdf(report, phrases, day, "x.pdf")))


def test_every_page_of_a_pdf_bears_the_stamps_and_its_number():
    rows = amounts(*range(200))
    found = pages_of(report_of(Heading("x", 1), rows, stamps=("FICTIONAL PRICES", "DRAFT")))
    texts = [page.extract_text() for page in found.pages]
    assert len(texts) > 3
    for n, text in enumerate(texts, 1):
        assert re.search(r"FICTIONAL PRICES\s+·\s+DRAFT", text)
        assert f"Page {n} of {len(texts)}" in text
        assert "Part" in text  # the titles of the columns are on each page


def test_pdf_without_a_stamp_bears_none():
    (page,) = pages_of(report_of(Line("x"))).pages
    assert "A title" in page.extract_text()
    assert "FICTIONAL" not in page.extract_text()


def test_pdf_says_its_title_language_and_day():
    found = pages_of(report_of(Line("x"), title="Un titre"), FRENCH)
    assert found.metadata.title == "Un titre"
    assert found.metadata.creation_date.isoformat() == "2026-11-24T00:00:00+00:00"
    assert found.trailer["/Root"]["/Lang"] == "fr"
    assert "Page 1 sur 1" in found.pages[0].extract_text()


def test_pdf_of_the_same_report_has_the_same_bytes():
    report = report_of(Heading("x", 1), amounts(1, 2))
    assert to_pdf(report, ENGLISH, DAY, "a.pdf") == to_pdf(report, ENGLISH, DAY, "b.pdf")


def test_pdf_shows_text_from_outside_as_text_and_wraps_the_longest_word():
    words = '<b>#set page()</b> *a* _b_ $x$ `c` \\x @d [e] "f" //g'
    (page,) = pages_of(report_of(Line(words), Line("y" * 300))).pages
    text = page.extract_text()
    assert words in text
    assert text.replace("\u200b", "").replace("\n", "").count("y" * 300) == 1


@pytest.mark.parametrize(("digits", "is_turned"), [(22, False), (23, True)])
def test_page_is_turned_where_figures_leave_too_little_room_for_texts(digits, is_turned):
    columns = [Column("Text"), *[Column("Figure", "count")] * 3]
    paper = report_of(table(columns, [[Cell("x"), *[Cell("9" * digits)] * 3]]))
    ((_, _, width, height),) = [page.mediabox for page in pages_of(paper).pages]
    assert (width > height) == is_turned


def test_pdf_reads_no_file_of_the_machine(tmp_path, monkeypatch):
    (tmp_path / "secret.txt").write_text("a secret")
    monkeypatch.chdir(tmp_path)
    (page,) = pages_of(report_of(Line('#read("secret.txt")'))).pages
    assert "a secret" not in page.extract_text()
    assert '#read("secret.txt")' in page.extract_text()


@pytest.mark.parametrize("text", ["Ελληνικά Жук Łódź", "חברה", "■ · – ’ « »\u202f€"])
def test_scripts_that_the_fonts_have_are_shown(text):
    (page,) = pages_of(report_of(Line(text))).pages
    for word in text.split():
        assert word in page.extract_text() or word[::-1] in page.extract_text()


def test_character_that_no_font_has_is_named_and_no_box_is_printed_in_its_place():
    with pytest.raises(UsageProblem) as caught:
        to_pdf(report_of(Line(f"A{NO_FONT_HAS}B")), ENGLISH, DAY, "x.pdf")
    assert caught.value.kind == "no-glyphs"
    assert caught.value.values["characters"] == f"{NO_FONT_HAS} (U+1B170)"


# -- all of them ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "module", "extra"),
    [(to_pdf, "typst", "pdf"), (to_workbook, "openpyxl", "xlsx")],
    ids=["pdf", "xlsx"],
)
def test_extra_that_is_not_installed_is_named(make, module, extra, monkeypatch):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(UsageProblem) as caught:
        make(report_of(Line("x")), ENGLISH, DAY, "x.file")
    assert caught.value.kind == "extra-missing-to-write"
    assert (caught.value.values["extra"], caught.value.values["file"]) == (extra, "x.file")


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_text_makes_a_page_and_a_workbook(text):
    paper = report_of(Line(text), amounts(text), title=text or "x")
    assert Page(to_html(paper, ENGLISH)).names() <= set(
        "html head meta title style body main p table thead tbody tr th td bdi b br".split()
    )
    to_workbook(paper, ENGLISH, DAY, "x.xlsx")


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(codec="utf-8", max_codepoint=0x17F), max_size=60))
def test_any_latin_text_makes_a_pdf(text):
    to_pdf(report_of(Line(text), amounts(text), title=text or "x"), ENGLISH, DAY, "x.pdf")
