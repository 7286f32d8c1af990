"""Price books out of their files: YAML or JSON, the rows in it or in a spreadsheet beside it; or a
plain spreadsheet.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import NamedTuple

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.parts import suggest_parts
from hp_priority_cli.errors import MOST_FINDINGS, Finding, InvalidInput, Spot, UsageProblem
from hp_priority_cli.prices.checks import check_book
from hp_priority_cli.prices.currencies import minor_units
from hp_priority_cli.prices.records import (
    PRICE_BOOK_SCHEMA,
    BookContent,
    PriceBook,
    SpreadsheetTerms,
)
from hp_priority_cli.prices.table import Stranger, book_rows, plain_rows
from hp_priority_cli.readers.document import document_in
from hp_priority_cli.readers.lenient import MERE_WARNINGS, as_warning, is_bare_number
from hp_priority_cli.readers.scalars import DecimalMark
from hp_priority_cli.readers.tables import PRICE_LIST, is_table, read_sheet
from hp_priority_cli.readers.text import decode, read_bytes, shown_name, text_hash
from hp_priority_cli.readers.tree import Tree
from hp_priority_cli.readers.used import UsedFile


class _Source(NamedTuple):
    """A book as read: its tree, the files that it came from, how its amounts are written."""

    tree: Tree
    files: tuple[UsedFile, ...]
    mark: DecimalMark = "."
    warnings: tuple[Finding, ...] = ()
    is_plain: bool = False
    """Whether options say what a YAML header would."""


def read_price_book(
    path: str,
    catalog: Catalog,
    terms: SpreadsheetTerms | None = None,
    *,
    judges_again: bool = False,
) -> tuple[PriceBook, list[Finding]]:
    """The book in a file, and warnings; `terms` is what a plain spreadsheet does not say itself.

    Where a quote of other data is judged again (`judges_again`), a row of a part that the catalog
    does not have is a warning: no line can take its amount, and the other rows still hold.
    Raises InvalidInput with every finding of the book and of its spreadsheet, and UsageProblem
    `book-without-terms` for a plain spreadsheet of which nothing more is known.
    """
    if is_table(path):
        if terms is None:
            read_bytes(path, PRICE_LIST.file_bytes)  # one that is not there is no matter of terms
            raise UsageProblem("book-without-terms", file=path)
        source = _plain(path, terms, catalog)
    else:
        content = read_bytes(path)
        name = shown_name(path)
        tree = document_in(decode(content, name), name)
        source = _with_rows(tree, UsedFile(PurePath(name).name, text_hash(content)))
    book, findings = _checked(source, catalog)
    if judges_again:
        findings = [as_warning(each) if each.code == "part-unknown" else each for each in findings]
    if book is None or any(each.severity == "error" for each in findings):
        raise InvalidInput(findings)
    return _book(book, source), findings


class ExaminedBook(NamedTuple):
    """All that is wrong with a book, and the spreadsheets that were read with it."""

    findings: list[Finding]
    spreadsheets: tuple[str, ...]


def examine_price_book(tree: Tree, catalog: Catalog | None, most: int) -> ExaminedBook:
    """What is wrong with a book that was read as a tree, its spreadsheet of rows included.

    Without a catalog its parts and places are passed over. Of what is wrong with types, at most
    `most` findings and one more are given. A pipe that nobody writes to is not waited for.
    """
    source = _with_rows(tree, UsedFile(tree.file, ""), wait=False)
    _, findings = _checked(source, catalog, most)
    return ExaminedBook(findings, tuple(each.file for each in tree.grafts.values()))


def _plain(path: str, terms: SpreadsheetTerms, catalog: Catalog) -> _Source:
    """A plain spreadsheet as the book that it is under its terms; its id is its name."""
    sheet = read_sheet(path)
    tree = Tree(sheet.file)
    tree.value = {
        "schema": PRICE_BOOK_SCHEMA,
        "id": PurePath(path).stem,
        "currency": terms.currency,
        "tax": "excluded",
        "valid_from": terms.valid_from.isoformat(),
        "valid_until": None if terms.valid_until is None else terms.valid_until.isoformat(),
        "price_period": terms.price_period,
    }
    rows, strangers = plain_rows(sheet, terms.decimal_mark, catalog)
    tree.graft("rows", rows)
    file = UsedFile(PurePath(path).name, sheet.sha256)
    about = tuple(_about(strangers, catalog))
    return _Source(tree, (file,), terms.decimal_mark, about, is_plain=True)


def _about(strangers: list[Stranger], catalog: Catalog) -> Iterator[Finding]:
    """Warnings about parts that are none of ours: one slip or two may have made them so.

    What is near a number takes long to find, so a price list of everything is but counted.
    """
    if len(strangers) > MOST_FINDINGS:
        values: dict[str, object] = {"count": len(strangers)}
        yield Finding("parts-of-others", Spot(strangers[0].spot.file), values, "warning")
        return
    for sku, spot in strangers:
        near = tuple(part.sku for part in suggest_parts(catalog, sku))
        yield Finding("part-unknown", spot, {"word": sku, "near": near or None}, "warning")


def _with_rows(tree: Tree, file: UsedFile, *, wait: bool = True) -> _Source:
    """A book with its rows in it; a spreadsheet of rows is looked for beside the book."""
    rows = tree.at(("rows",))
    if not isinstance(rows, str):
        return _Source(tree, (file,))
    path = str(PurePath(tree.file).parent / rows)
    mark: DecimalMark = "," if tree.at(("decimal_mark",)) == "," else "."
    if not is_table(path):
        tree.report("rows-not-a-table", ("rows",), value=rows)
        return _Source(tree, (file,))
    try:
        sheet = read_sheet(path, wait=wait)
    except InvalidInput as error:
        tree.graft("rows", Tree(path, [], findings=list(error.findings)))
        return _Source(tree, (file,))
    tree.graft("rows", book_rows(sheet, mark))
    return _Source(tree, (file, UsedFile(PurePath(path).name, sheet.sha256)), mark)


def _checked(
    source: _Source, catalog: Catalog | None, most: int = MOST_FINDINGS
) -> tuple[BookContent | None, list[Finding]]:
    """The book, where it can be made, and all findings in the order in which they stand."""
    from hp_priority_cli.readers.validate import validate  # Pydantic: slow, and only books need it

    tree = source.tree
    warnings = [*source.warnings]
    warnings += [as_warning(each) for each in tree.findings if each.code in MERE_WARNINGS]
    tree.findings = [each for each in tree.findings if each.code not in MERE_WARNINGS]
    if isinstance(tree.value, dict):
        check_book(tree, catalog, source.mark)
    if source.is_plain:
        tree.findings = [_by_option(each) for each in tree.findings]
    content, findings = validate(BookContent, tree, most)
    errors = [each for each in findings if each.code not in MERE_WARNINGS]
    found = [each for each in findings if each.code in MERE_WARNINGS]
    warnings += [as_warning(each) for each in found if not is_bare_number(each)]
    wrong = {each.spot for each in errors}  # where a warning would only distract
    warnings = [each for each in warnings if each.spot not in wrong]
    return content, sorted([*errors, *warnings], key=_in_order)


def _by_option(finding: Finding) -> Finding:
    """A finding about the decimal mark with the option that states it, where no header does."""
    if finding.code != "amount-other-mark":
        return finding
    other = "," if finding.values["mark"] == "." else "."
    return replace(finding, values={**finding.values, "near": f"--book-decimal {other}"})


def _in_order(finding: Finding) -> tuple[str, int, int]:
    spot = finding.spot
    return spot.file, spot.line or 0, spot.column or 0


def _book(content: BookContent, source: _Source) -> PriceBook:
    decimals = minor_units(content.currency)
    assert decimals is not None  # a currency without would have been a finding
    spot = source.tree.spot(("valid_from",), of_key=True)
    return PriceBook(content, spot, dict(_spots(content, source.tree)), source.files, decimals)


def _spots(content: BookContent, tree: Tree) -> Iterator[tuple[tuple[str, int], Spot]]:
    """Where the amount of each part from each quantity on is written."""
    for n, row in enumerate(content.rows):
        if row.amount is not None:
            yield (row.sku, 1), tree.spot(("rows", n))
        for m, each in enumerate(row.breaks):
            yield (row.sku, each.from_), tree.spot(("rows", n, "breaks", m))
