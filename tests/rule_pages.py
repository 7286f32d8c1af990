"""The pages of `docs/rules`, taken apart: what they say and the examples that they hold.

Run as a program, it writes the index of the pages (`make rules`).
"""

import ast
import io
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import openpyxl

from hp_priority_cli.rules import RULES, Rule, Subject

FOLDER = Path(__file__).resolve().parents[1] / "docs/rules"
INDEX = FOLDER / "README.md"
_SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
_BLOCK = re.compile(
    r"(In|As)? ?`([^`]+)`(?:, as Python writes it)?:\n\n```(\w+)\n(.*?)```", re.DOTALL
)
_HEADINGS: dict[Subject, str] = {
    "files": "Files",
    "yaml": "YAML",
    "json": "JSON",
    "shape": "Keys and values",
    "requests": "Requests",
    "answers": "Answers to open points",
    "prices": "Price books",
    "fleets": "Inventories of fleets",
    "quotes": "Saved quotes",
    "cases": "Cases",
    "identities": "Ids and lists",
    "tiers": "Tiers and terms",
    "features": "Features",
    "parts": "Parts",
    "places": "Places",
    "languages": "Languages",
    "statements": "Conditions and notices",
    "references": "Clauses and readings",
    "texts": "Texts",
}
_HEAD = """\
# The rules of the data

Each page says what a rule means, why it matters, and shows a broken and a mended example. What
stands behind `>` is what the tool says of the broken one.

An example *in* a file is a piece of the data that ship with the tool, or of the example price book:
the broken piece stands in the place of the mended one. An example *as* a file is the whole of it.
`prices.csv` and `prices.xlsx` hold the rows of a price book, `list.csv` is a price list that
somebody sent, `customers.csv` holds many requests, `fleet.csv` is an export of a fleet and
`cases.yaml` is judged by the data that ship with the tool. Rules about folders, and about what a
file is at all, are shown by commands. The tests run them all.

An error means that the data contradict themselves or that an answer would be wrong; a warning, that
an author has most likely overlooked something. A page explains its rule wherever it is broken: in
the data, in a request, in its recorded answers, in a price book, in a saved quote, in a
case, in an export of a fleet.
"""


@dataclass(frozen=True)
class Example:
    """A piece of a data file, or the whole of another file; None for a file that is not there."""

    file: str
    is_piece: bool
    content: str | bytes | None


@dataclass(frozen=True)
class Page:
    """A page: its title, its first paragraph and its sections by their headings."""

    title: str
    intro: str
    sections: dict[str, str]

    def examples(self, heading: str) -> list[Example]:
        """The examples of a section, in their order."""
        return [_example(*found) for found in _BLOCK.findall(self.sections[heading])]

    @property
    def said(self) -> str:
        """What the tool says of the broken example, as one line."""
        lines = self.sections["Broken"].splitlines()
        return " ".join(line.removeprefix("> ") for line in lines if line.startswith("> "))

    @property
    def found_with_it(self) -> set[str]:
        """The rules that the broken example breaks as well."""
        _, _, rest = self.sections["Broken"].partition("Found with it:")
        return set(re.findall(r"\[([a-z0-9-]+)\]", rest))


def _example(how: str, file: str, language: str, block: str) -> Example:
    text = block.removesuffix("\n") if how == "In" else block
    content = _value(block) if language == "python" else text
    return Example(file, how == "In", content)


def _value(expression: str) -> str | bytes | None:
    """The value of a short expression of Python: texts, what is joined, repeated or encoded; or a
    workbook.
    """
    known = {"range": range, "date": date, "workbook": workbook}
    value = eval(compile(ast.parse(expression, mode="eval"), "page", "eval"), known)
    assert value is None or isinstance(value, (str, bytes))
    return value


def workbook(*rows, merged=None, hidden_row=None, hidden_column=None, another_sheet=()) -> bytes:
    """An XLSX file with these rows."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    if merged is not None:
        sheet.merge_cells(merged)
    if hidden_row is not None:
        sheet.row_dimensions[hidden_row].hidden = True
    if hidden_column is not None:
        sheet.column_dimensions[hidden_column].hidden = True
    if another_sheet:
        other = book.create_sheet("Old")
        for row in another_sheet:
            other.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def read_page(code: str) -> Page:
    """The page of a rule."""
    text = (FOLDER / f"{code}.md").read_text("utf-8")
    head, *rest = _SECTION.split(text)
    title, _, intro = head.partition("\n")
    return Page(title, " ".join(intro.split()), dict(zip(rest[::2], rest[1::2], strict=True)))


def severity_line(rule: Rule) -> str:
    """How a page begins."""
    if rule.in_input is not None:
        return "**Error** in a data file, **warning** in a file of yours. "
    return "**Error.** " if rule.severity == "error" else "**Warning.** "


def index() -> str:
    """The index of the pages: subject by subject, each rule with its first sentence."""
    sections = [_HEAD]
    for subject, heading in _HEADINGS.items():
        rows = [_row(rule) for rule in RULES.values() if rule.subject == subject]
        table = ["| rule | severity | what is wrong |", "|---|---|---|", *rows]
        sections.append("\n".join([f"## {heading}", "", *table, ""]))
    return "\n".join(sections)


def _row(rule: Rule) -> str:
    intro = read_page(rule.code).intro.removeprefix(severity_line(rule))
    first = re.split(r"(?<=[.?]) (?=[A-Z])", intro)[0].replace("|", "\\|")
    return f"| [{rule.code}]({rule.code}.md) | {rule.severity} | {first} |"


if __name__ == "__main__":
    INDEX.write_text(index(), "utf-8")
