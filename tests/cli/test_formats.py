"""Answers saved as documents: every format tells the same, sums up, and can be made again."""

import csv
import io
import json
import re
from decimal import Decimal
from html import unescape

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from quoted import CUSTOMER, SURE
from running import hp, said

SUFFIXES = ("json", "md", "txt", "csv", "html", "xlsx", "pdf")
AMOUNT = re.compile(r"\d{1,3}(?:,\d{3})*\.\d\d")
PRICED = ("--price-book", "book.yaml", *SURE, "--discount", "7.5")
LINES = [Decimal("3468.00"), Decimal("296.00")]
"""What the two lines of the priced example come to, and what they add up to."""
TOTAL = Decimal("3764.00")


@pytest.fixture
def saved(ask):
    """Save an answer in a format and give its bytes."""

    def _saved(suffix, command, *arguments, code=0, **more):
        file = ask.folder / f"answer.{suffix}"
        ran = hp(command, *arguments, "-o", str(file), "--force", cwd=ask.folder, **more)
        assert (ran.returncode, ran.stdout) == (code, b""), ran.stderr.decode()
        return file.read_bytes()

    return _saved


def numbers(texts):
    return [Decimal(text.replace(",", "")) for text in texts]


def last_amounts(lines):
    """The last amount of each line that has one."""
    found = [AMOUNT.findall(line) for line in lines]
    return numbers(amounts[-1] for amounts in found if amounts)


def cells(page):
    """The texts of the cells of each row of a page."""
    rows = re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)
    return [[unescape(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</", row)] for row in rows]


def in_json(content):
    document = json.loads(content)
    lines = [Decimal(line["extended_price"]) for line in document["lines"]]
    return lines, Decimal(document["totals"]["extended_price"])


def in_md(content):
    rows = [line for line in content.decode().splitlines() if line.startswith("|")]
    *lines, total = last_amounts(rows)
    return lines, total


def in_txt(content):
    rows = [line for line in content.decode().splitlines() if re.match(r"U\w{5}\b|Total", line)]
    lines = last_amounts(line for line in rows if not line.startswith("Total"))
    (total,) = numbers(AMOUNT.findall(rows[-1])[:1])
    return lines, total


def in_csv(content):
    rows = list(csv.DictReader(io.StringIO(content.decode())))
    (total,) = {Decimal(row["total"]) for row in rows}
    return [Decimal(row["extended_price"]) for row in rows], total


def in_html(content):
    *lines, total = last_amounts(row[-1] for row in cells(content.decode()))
    return lines, total


def in_xlsx(content):
    book = load_workbook(io.BytesIO(content))
    head, *rows = list(book["Data"].iter_rows(values_only=True))
    records = [dict(zip(head, row, strict=True)) for row in rows]
    (total,) = {row["total"] for row in records}
    lines = [Decimal(format(row["extended_price"], ".15g")) for row in records]
    shown = [row[-1].value for row in book["Document"].iter_rows()]
    amounts = [Decimal(format(n, ".15g")) for n in shown if isinstance(n, (int, float))]
    assert amounts == [*lines, total]
    return lines, Decimal(format(total, ".15g"))


def in_pdf(content):
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    table = text[text.index("Description") : text.index("without tax;")]
    *lines, total = last_amounts(line for line in table.splitlines() if "EUR " not in line)
    return lines, total


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_total_is_the_sum_of_the_printed_lines(saved, suffix):
    lines, total = globals()[f"in_{suffix}"](saved(suffix, "quote", *PRICED))
    assert lines == LINES
    assert total == TOTAL == sum(lines)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_same_answer_has_the_same_bytes(saved, suffix):
    made = [
        saved(suffix, "quote", *PRICED, COLUMNS=width, PYTHONHASHSEED=seed)
        for width, seed in (("80", "1"), ("200", "2"))
    ]
    assert made[0] == made[1]


def text_of(suffix, content):
    """What a person reads in a document."""
    if suffix == "pdf":
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    if suffix == "xlsx":
        sheet = load_workbook(io.BytesIO(content)).worksheets[0]
        return "\n".join(str(cell.value or "") for row in sheet.iter_rows() for cell in row)
    return content.decode()


DOCUMENTS = ("md", "txt", "html", "xlsx", "pdf")
OPEN = "--pcs 700 --printers 400 --country FR,RO".split()
EVERY_ANSWER = {
    "eligible": ("eligible", *OPEN, "--verbose"),
    "what-if": ("eligible", *OPEN, "--what-if", "pcs=5000"),
    "quote": ("quote", *OPEN, "--it-desk", "own", "--tier", "access-plus", "--years", "3"),
    "terms": ("quote", *CUSTOMER, "--tier", "access", "--years", "all"),
    "compare": ("compare", "access-plus", "management", "--country", "BR"),
    "sku": ("sku", "U80M6E"),
    "gaps": ("sku", "--gaps"),
    "explain": ("explain", "Romania"),
}


@pytest.mark.parametrize(
    ("suffix", "name"),
    [*(("md", name) for name in EVERY_ANSWER), *((suffix, "quote") for suffix in DOCUMENTS[1:])],
)
def test_document_says_its_day_and_origin_and_nothing_to_type(saved, suffix, name):
    text = text_of(suffix, saved(suffix, *EVERY_ANSWER[name], "--quiet"))
    assert "24 November 2026" in text
    assert re.search(r"hp-priority \d+\.\d+\.\d+, edition 2024-05 of the data", text)
    assert not re.search(r"(?<![\w-])--[a-z]", text.split("</style>")[-1])


def test_screen_still_says_what_to_type():
    text = hp("eligible", *OPEN).stdout.decode()
    assert "--answer country-not-listed:RO=yes|no" in text
    assert "--tier access-plus" in text
    assert "Made with" not in text


@pytest.mark.parametrize("suffix", DOCUMENTS)
def test_fictional_prices_and_drafts_say_so(saved, suffix):
    small = "--pcs 20 --country FR --it-desk own --whole-base --tier access --years 3".split()
    content = saved(suffix, "quote", *small, "--draft", "--price-book", "book.yaml")
    text = text_of(suffix, content)
    assert "FICTIONAL PRICES" in text
    assert "DRAFT" in text


@pytest.mark.parametrize("suffix", ["md", "html", "xlsx", "pdf"])
def test_answer_in_french_is_french(saved, suffix):
    text = text_of(suffix, saved(suffix, "quote", *PRICED, "--lang", "fr"))
    assert "PRIX FICTIFS" in text
    assert "24 novembre 2026" in text
    assert "Établi avec" in text


@pytest.mark.parametrize("name", ["html", "xlsx", "pdf"])
def test_format_can_be_named_for_standard_output(ask, name):
    ran = ask.run(*PRICED, "-f", name)
    assert ran.returncode == 0
    assert ran.stdout[:4] == {"html": b"<!DO", "xlsx": b"PK\x03\x04", "pdf": b"%PDF"}[name]


def test_format_named_goes_before_the_suffix(saved):
    assert saved("data", "quote", *PRICED, "-f", "pdf")[:5] == b"%PDF-"


def test_suffix_that_names_no_format_lists_those_that_do(ask):
    text = said(ask.run(*PRICED, "-o", "q.docx"), 2)
    assert "known are .json, .md, .csv, .txt, .html, .xlsx or .pdf" in text


def test_character_without_a_glyph_is_said_and_no_file_is_left(ask):
    ran = ask.run(*PRICED, "--customer", "\U0001b170 SA", "-o", "q.pdf")
    text = said(ran, 2)
    assert "\U0001b170 (U+1B170)" in text
    assert ".html" in text
    assert not (ask.folder / "q.pdf").exists()
