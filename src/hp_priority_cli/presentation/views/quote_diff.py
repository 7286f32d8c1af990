"""`diff` of two saved quotes for a person: what the customer changed, then what became of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from hp_priority_cli.evidence.changes import CHANGE_AREAS, ChangeArea, QuoteChange
from hp_priority_cli.evidence.records import Revised, SavedAnswer
from hp_priority_cli.presentation.quote_changes import (
    change_difference,
    change_label,
    change_message,
    change_values,
)
from hp_priority_cli.presentation.report import (
    Block,
    Cell,
    Column,
    Heading,
    Line,
    Report,
    Section,
    Table,
    table,
)
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.quoting.records import QuotedBook


def quote_diff_report(
    old: SavedAnswer, new: SavedAnswer, changes: Sequence[QuoteChange], wording: Wording
) -> Report:
    """The report on what changed between two saved quotes."""
    say = wording.phrases.say
    blocks: list[Block] = [
        Section(say("diff.old"), (_answer(old, wording),)),
        Section(say("diff.new"), (_answer(new, wording),)),
    ]
    blocks += change_blocks(old, new, changes, wording)
    return Report(tuple(blocks), quote_diff_records(old, new, changes, wording))


def change_blocks(
    old: SavedAnswer, new: SavedAnswer, changes: Sequence[QuoteChange], wording: Wording
) -> Iterator[Block]:
    """How many changes there are, and a table of them for each area."""
    say = wording.phrases.say
    if any(book.fictional for book in _books(old, new)):
        yield Line(say("quote.fictional"), tone="bad")
    count = wording.phrases.count("count.changes", len(changes))
    none = Line(say("quote-diff.none"), tone="good")
    yield Section(say("diff.changes"), (Line(count) if changes else none,))
    for area in CHANGE_AREAS:
        of_area = [each for each in changes if each.area == area]
        if of_area:
            yield Heading(_heading(area, old, new, wording))
            yield _table(of_area, wording)


def replaced(report: Report, revises: Revised | None, wording: Wording) -> Report:
    """The report on a quote, with the saved one in whose place it comes, where it is a revision."""
    if revises is None:
        return report
    say = wording.phrases.say
    key = "quote.replaces" if revises.as_of is not None else "quote.replaces.no-day"
    fields = {} if revises.as_of is None else {"day": revises.as_of}
    line = Line(say(key, file=revises.file, **fields))
    return replace(report, blocks=(*report.blocks, Section(say("label.replaces"), (line,))))


def _books(*answers: SavedAnswer) -> list[QuotedBook]:
    quotes = (each.quote for answer in answers for each in answer.quotes)
    return [quote.book for quote in quotes if quote.book is not None]


def _currency(answer: SavedAnswer) -> str | None:
    """The one currency of a file; its quotes are of one book."""
    return next((book.currency for book in _books(answer)), None)


def _heading(area: ChangeArea, old: SavedAnswer, new: SavedAnswer, wording: Wording) -> str:
    """The title of an area; over amounts with their currency and tax stance."""
    say, before, after = wording.phrases.say, _currency(old), _currency(new)
    if area != "prices" or (before or after) is None:
        return say(f"quote-diff.area.{area}")
    if None not in (before, after) and before != after:
        return say("quote-diff.area.prices.two", old=before, new=after)
    return say("quote-diff.area.prices.one", currency=before or after)


def _table(changes: Sequence[QuoteChange], wording: Wording) -> Table:
    say = wording.phrases.say
    columns = [Column(say(f"column.{name}")) for name in ("what", "before", "after")]
    more = [change_difference(each, wording) for each in changes]
    if any(more):
        columns.append(Column(say("step.difference"), "count"))
    rows = []
    for change, difference in zip(changes, more, strict=True):
        old, new = change_values(change, wording)
        cells = [Cell(change_label(change, wording)), Cell(old), Cell(new, "strong")]
        rows.append([*cells, Cell(difference)][: len(columns)])
    return table(columns, rows)


def _answer(answer: SavedAnswer, wording: Wording) -> Line:
    """What a file holds, on one line: file, customer, deal, tier, terms, day, total."""
    phrases, request = wording.phrases, answer.request
    quotes = [each.quote for each in answer.quotes]
    parts = [answer.file, request.customer, request.reference]
    if quotes:
        tier = quotes[0].tier
        name = wording.tier(tier) if tier in wording.catalog.tier_ids else tier
        years = phrases.all_of([phrases.count("count.term_years", q.term_years) for q in quotes])
        parts.append(phrases.say("quote.title", tier=name, years=years))
    if answer.origin.as_of is not None:
        parts.append(phrases.date(answer.origin.as_of))
    for quote in quotes:
        if quote.totals is not None and quote.book is not None and len(quotes) == 1:
            amount = phrases.money(quote.totals.extended_price, quote.book.currency)
            parts.append(phrases.say("quote-diff.total-of", amount=amount))
    text = phrases.say("list.semicolon").join(part for part in parts if part)
    return Line(text)


def quote_diff_records(
    old: SavedAnswer, new: SavedAnswer, changes: Sequence[QuoteChange], wording: Wording
) -> Table:
    """One row for each change, for CSV, amounts with their currencies and tax stance."""
    names = ("area", "code", "id", "term_years", "old", "new", "difference", "message")
    money = ("old_currency", "new_currency", "tax", "fictional")
    fictional = "true" if any(book.fictional for book in _books(old, new)) else "false"
    of_money = [Cell(value) for value in (_currency(old), _currency(new), "excluded", fictional)]
    rows = [
        [*_record(each, wording), *(of_money if each.area == "prices" else [Cell(None)] * 4)]
        for each in changes
    ]
    return table([Column(name) for name in (*names, *money)], rows)


def _record(change: QuoteChange, wording: Wording) -> list[Cell]:
    return [
        Cell(change.area),
        Cell(change.code),
        Cell(change.id),
        Cell(change.term_years),
        *(Cell(_bare(value)) for value in (change.old, change.new)),
        Cell(None if change.difference is None else str(change.difference)),
        Cell(change_message(change, wording)),
    ]


def _bare(value: object) -> str | int | None:
    """A value as JSON has it, several apart by semicolons."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None or isinstance(value, (int, str)):
        return value
    if isinstance(value, (tuple, list)):
        return ";".join(str(each) for each in value)
    return value.isoformat() if isinstance(value, date) else str(value)
