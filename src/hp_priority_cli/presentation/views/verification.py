"""`verify` for a person: for each quote whether it holds, then what differs, line by line."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from hp_priority_cli.evidence.verification import (
    AnswerCheck,
    Difference,
    LineCheck,
    Outcome,
    QuoteCheck,
    Unread,
)
from hp_priority_cli.presentation.differences import difference_message
from hp_priority_cli.presentation.report import (
    Block,
    Cell,
    Column,
    Heading,
    Line,
    Report,
    Section,
    Table,
    Tone,
    table,
)
from hp_priority_cli.presentation.views.shared import basis, who
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.quoting.records import LineItem, QuotedBook

Pair = tuple[AnswerCheck, QuoteCheck]
"""A quote with the file that it stands in."""
_TONES: dict[Outcome, Tone] = {"unchanged": "good", "changed": "bad", "not-judged": "open"}
_IN_THE_TABLE = (
    "part-gone",
    "part-changed",
    "covered-changed",
    "unit-changed",
    "quantity-changed",
    "price-changed",
    "line-gone",
    "line-added",
    "total-changed",
)
"""What the table of lines says itself."""
_WORTH_A_LINE = ("data-differ", "seal-missing", "book-missing")
"""What is told in any case; the rest of what makes nothing of a quote, where `--verbose` asks."""


def verification_report(
    checks: Sequence[AnswerCheck | Unread], on: date, wording: Wording, *, verbose: bool
) -> Report:
    """The report on what became of saved quotes, file by file.

    Of several, those that hold and of which there is nothing to tell are listed, a line each.
    """
    blocks: list[Block] = []
    pairs = [(of, each) for of in checks if isinstance(of, AnswerCheck) for each in of.quotes]
    several = len(pairs) > 1
    quiet = [each for each in pairs if several and _is_quiet(*each, wording, verbose=verbose)]
    for check in checks:
        if isinstance(check, Unread):
            title = Heading(check.file, 1)
            blocks += [title, Line(wording.phrases.say("verify.unread"), tone="bad")]
            continue
        for quote in check.quotes:
            if (check, quote) not in quiet:
                blocks += _quote(check, quote, on, wording, verbose=verbose)
    blocks += [*_quiet_ones(quiet, wording), *_summary(checks, wording)]
    found = [quote for each in checks if isinstance(each, AnswerCheck) for quote in each.quotes]
    stamps = (wording.phrases.say("stamp.fictional"),) if any(map(_is_fictional, found)) else ()
    return Report(
        (*blocks, *basis(wording, on)),
        verification_records(checks, wording),
        wording.phrases.say("document.verify"),
        stamps,
    )


def _is_quiet(of: AnswerCheck, check: QuoteCheck, wording: Wording, *, verbose: bool) -> bool:
    """Whether a quote holds and there is nothing to tell of it."""
    told = _texts(_found(of, check), "told", wording, verbose=verbose)
    return _outcome(of, check) == "unchanged" and not told


def _quiet_ones(quiet: Sequence[Pair], wording: Wording) -> Iterator[Block]:
    if any(_is_fictional(check) for _, check in quiet):
        yield Line(wording.phrases.say("quote.fictional"), tone="bad")
    lines = tuple(Line(_title(*each, wording), tone="good") for each in quiet)
    if lines:
        yield Section(wording.phrases.say("verify.outcome-of-line.unchanged"), lines)


def _title(of: AnswerCheck, check: QuoteCheck, wording: Wording) -> str:
    """The file, the tier and the term; a tier that the data do not have is called by its id."""
    quote = check.saved.quote
    years = wording.phrases.count("count.term_years", quote.term_years)
    known = quote.tier in wording.catalog.tier_ids
    tier = wording.tier(quote.tier) if known else quote.tier
    return wording.phrases.say("verify.title", file=of.answer.file, tier=tier, years=years)


def _found(of: AnswerCheck, check: QuoteCheck) -> list[tuple[Difference, QuoteCheck | None]]:
    """All that differs in a quote, after what is wrong with the file that it stands in."""
    return [*((each, None) for each in of.differences), *((e, check) for e in check.differences)]


def _quote(
    of: AnswerCheck, check: QuoteCheck, on: date, wording: Wording, *, verbose: bool
) -> Iterator[Block]:
    say, found = wording.phrases.say, _found(of, check)
    yield Heading(_title(of, check, wording), 1)
    if _is_fictional(check):
        yield Line(say("quote.fictional"), tone="bad")
    outcome = _outcome(of, check)
    fields = {"day": check.saved.origin.as_of, "today": on}
    yield Line(say(f"verify.outcome.{outcome}", **fields), tone=_TONES[outcome])
    yield from who(check.saved.request, wording)
    for effect, label, tone in _SECTIONS:
        texts = _texts(found, effect, wording, verbose=verbose)
        if texts:
            yield Section(say(label), tuple(Line(text, tone=tone) for text in texts))
    if _has_table(check):
        yield _lines(check, wording)


_SECTIONS: tuple[tuple[str, str, Tone], ...] = (
    ("changed", "verify.label.changed", "bad"),
    ("not-judged", "verify.label.not-judged", "open"),
    ("told", "verify.label.told", "plain"),
)


def _outcome(of: AnswerCheck, check: QuoteCheck) -> Outcome:
    """What became of a quote, with what is wrong with the file that it stands in."""
    in_file = any(each.effect == "changed" for each in of.differences)
    return "changed" if in_file else check.outcome


def _texts(
    found: Sequence[tuple[Difference, QuoteCheck | None]],
    effect: str,
    wording: Wording,
    *,
    verbose: bool,
) -> list[str]:
    """The sentences for all that has an effect, save what the table says; each once."""
    texts = {
        difference_message(each, check, wording): None
        for each, check in found
        if each.effect == effect and each.code not in _IN_THE_TABLE
        if effect != "told" or verbose or each.code in _WORTH_A_LINE
    }
    return [*texts]


def _has_table(check: QuoteCheck) -> bool:
    return any(each.code in _IN_THE_TABLE for each in check.differences)


class _Row(NamedTuple):
    """What differs in a line, as it was and as it is."""

    what: str
    then: str | None
    now: str | None
    tone: Tone = "open"


def _lines(check: QuoteCheck, wording: Wording) -> Table:
    say = wording.phrases.say
    columns = [
        Column(say("column.part"), "code"),
        Column(say("verify.column.what")),
        Column(say("verify.column.then"), "count"),
        Column(say("verify.column.now"), "count"),
    ]
    rows: list[list[Cell]] = []
    for line in check.lines:
        known = line.then or line.now
        assert known is not None  # there is a line for each check
        for n, row in enumerate(_rows(line, check, wording)):
            first = Cell(known.sku, "strong") if n == 0 else Cell(None)
            rows.append([first, Cell(row.what), Cell(row.then), Cell(row.now, row.tone)])
    total = _total(check, wording)
    if total is not None:
        rows.append([Cell(None), Cell(total.what, "strong"), Cell(total.then), Cell(total.now)])
    return table(columns, rows)


def _rows(line: LineCheck, check: QuoteCheck, wording: Wording) -> list[_Row]:
    """What differs in a line; one row where nothing does, or nothing could be told."""
    say, then, now = wording.phrases.say, line.then, line.now
    if then is None or now is None:
        gone = next((e for e in check.differences if then and e.sku == then.sku), None)
        if gone is not None and gone.code == "part-gone":
            by = gone.values["new"]
            none = say("verify.none")
            return [_Row(say("verify.what.part"), gone.values["old"], none if by is None else by)]  # type: ignore[arg-type]
        if line.outcome == "not-judged":
            return [_Row(say("verify.outcome-of-line.not-judged"), None, None)]
        key = "verify.what.line-gone" if now is None else "verify.what.line-added"
        return [_Row(say(key), None, None)]
    rows = [each for each in _compared(then, now, check, wording) if each.then != each.now]
    if rows:
        return rows
    due = _amount(then.extended_price, check, wording, "then")
    word = say(f"verify.outcome-of-line.{line.outcome}")
    return [_Row(word, due, due if line.outcome == "unchanged" else None, "plain")]


def _compared(then: LineItem, now: LineItem, check: QuoteCheck, wording: Wording) -> Iterator[_Row]:
    say = wording.phrases.say
    yield _Row(say("verify.what.part"), then.sku, now.sku)
    counts = [wording.phrases.number(each.covered_devices) for each in (then, now)]
    yield _Row(say("verify.what.covered"), counts[0], counts[1])
    codes = {each.code for each in check.differences if each.sku == then.sku}
    if codes & {"unit-changed", "quantity-changed"}:
        yield _Row(say("verify.what.order"), _ordered(then, wording), _ordered(now, wording))
    if codes & {"price-changed", "price-gone", "price-added"}:
        for key in ("net_price", "extended_price"):
            was = _amount(getattr(then, key), check, wording, "then")
            is_ = _amount(getattr(now, key), check, wording, "now")
            yield _Row(say(f"verify.what.{key}"), was, is_)


def _ordered(line: LineItem, wording: Wording) -> str:
    """How many are ordered, of what."""
    if line.order_quantity is None:
        return wording.phrases.say("quantity.open")
    if line.order_unit == "contract":
        return wording.phrases.count("quantity.contract", line.order_quantity)
    return wording.phrases.number(line.order_quantity)


def _amount(amount: Decimal | None, check: QuoteCheck, wording: Wording, side: str) -> str:
    """An amount; with its currency where the two sides are not in one."""
    if amount is None:
        return wording.phrases.say("verify.none")
    quote = check.saved.quote if side == "then" else check.now
    several = len({book.currency for book in _books(check)}) > 1
    if several and quote is not None and quote.book is not None:
        return wording.phrases.money(amount, quote.book.currency)
    return wording.phrases.amount(amount)


def _total(check: QuoteCheck, wording: Wording) -> _Row | None:
    """The total of both sides with the currency and the stance on tax of every amount."""
    then = check.saved.quote.totals
    now = None if check.now is None else check.now.totals
    books = _books(check)
    if not books:
        return None
    was = _amount(None if then is None else then.extended_price, check, wording, "then")
    is_ = _amount(None if now is None else now.extended_price, check, wording, "now")
    return _Row(wording.phrases.say("verify.what.total", currency=books[0].currency), was, is_)


def _books(check: QuoteCheck) -> list[QuotedBook]:
    """The price books behind the amounts of both sides."""
    quotes = (check.saved.quote, check.now)
    return [each.book for each in quotes if each is not None and each.book is not None]


def _is_fictional(check: QuoteCheck) -> bool:
    """Whether amounts on either side are invented."""
    return any(book.fictional for book in _books(check))


def _summary(checks: Sequence[AnswerCheck | Unread], wording: Wording) -> list[Block]:
    """How many quotes hold, where there is more than one to look through."""
    pairs = [(of, each) for of in checks if isinstance(of, AnswerCheck) for each in of.quotes]
    unread = sum(isinstance(each, Unread) for each in checks)
    if len(pairs) + unread < 2:  # noqa: PLR2004 - one quote says it itself
        return []
    phrases = wording.phrases
    outcomes = [_outcome(of, each) for of, each in pairs]
    counts = [
        phrases.count(f"count.verified.{outcome}", outcomes.count(outcome))
        for outcome in _TONES
        if outcome in outcomes
    ]
    if unread:
        counts.append(phrases.count("count.verified.unread", unread))
    text = phrases.say("list.comma").join(counts)
    return [Section(phrases.say("verify.label.summary"), (Line(text, tone="strong"),))]


def verification_records(checks: Sequence[AnswerCheck | Unread], wording: Wording) -> Table:
    """One row for each thing that differs, one for a quote in which nothing does, for CSV."""
    columns = [
        Column("file"),
        Column("reference"),
        Column("customer"),
        Column("tier", "code"),
        Column("term_years", "count"),
        Column("outcome", "code"),
        Column("effect", "code"),
        Column("code", "code"),
        Column("sku", "code"),
        Column("fictional", "code"),
        Column("message"),
    ]
    rows = [row for check in checks for row in _records(check, wording)]
    return table(columns, [[Cell(value) for value in row] for row in rows])


def _records(check: AnswerCheck | Unread, wording: Wording) -> Iterator[list[str | int | None]]:
    if isinstance(check, Unread):
        said = wording.error(check.error)
        yield [check.file, *[None] * 4, "unread", None, check.error.code, None, None, said]
        return
    for quote in check.quotes:
        saved = quote.saved
        head = [check.answer.file, saved.request.reference, saved.request.customer]
        known = [*head, saved.quote.tier, saved.quote.term_years, _outcome(check, quote)]
        fictional = "true" if _is_fictional(quote) else "false"
        found = _found(check, quote)
        for each, about in found:
            message = difference_message(each, about, wording)
            yield [*known, each.effect, each.code, each.sku, fictional, message]
        if not found:
            yield [*known, None, None, None, fictional, None]
