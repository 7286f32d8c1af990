"""`verify` for a person: for each quote whether it holds, then what differs, line by line."""

from collections.abc import Iterator, Sequence
from datetime import date

from hp_priority_cli.evidence.verification import (
    AnswerCheck,
    Difference,
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
from hp_priority_cli.presentation.views.verified_lines import (
    IN_THE_TABLE,
    has_table,
    is_fictional,
    lines_table,
)
from hp_priority_cli.presentation.wording import Wording

Pair = tuple[AnswerCheck, QuoteCheck]
"""A quote with the file that it stands in."""
_STAMPED: dict[str, Tone] = {"draft": "bad", "conditional": "open"}
"""The quotes of which an outcome alone would tell too much."""
_TONES: dict[Outcome, Tone] = {"unchanged": "good", "changed": "bad", "not-judged": "open"}
_WORTH_A_LINE = ("data-differ", "file-differs", "book-missing")
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
            blocks += [Line(text) for text in _reasons(check, wording)]
            continue
        for quote in check.quotes:
            if (check, quote) not in quiet:
                blocks += _quote(check, quote, on, wording, verbose=verbose)
    blocks += [*_quiet_ones(quiet, wording), *_summary(checks, wording)]
    found = [quote for each in checks if isinstance(each, AnswerCheck) for quote in each.quotes]
    stamps = (wording.phrases.say("stamp.fictional"),) if any(map(is_fictional, found)) else ()
    return Report(
        (*blocks, *basis(wording, on)),
        verification_records(checks, wording),
        wording.phrases.say("document.verify"),
        stamps,
    )


def _reasons(unread: Unread, wording: Wording) -> Iterator[str]:
    """Why a file was not read, and what to do about it."""
    for each in unread.error.findings:
        yield f"{wording.finding(each)} {wording.finding_remedy(each)}"


def _is_quiet(of: AnswerCheck, check: QuoteCheck, wording: Wording, *, verbose: bool) -> bool:
    """Whether a quote holds and there is nothing to tell of it."""
    told = _texts(_found(of, check), "told", wording, verbose=verbose)
    return of.outcome_of_quote(check) == "unchanged" and not told


def _quiet_ones(quiet: Sequence[Pair], wording: Wording) -> Iterator[Block]:
    if any(is_fictional(check) for _, check in quiet):
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
    if is_fictional(check):
        yield Line(say("quote.fictional"), tone="bad")
    if check.saved.quote.status in _STAMPED:
        status = check.saved.quote.status
        yield Line(say(f"verify.{status}"), tone=_STAMPED[status])
    outcome = of.outcome_of_quote(check)
    fields = {"day": check.saved.origin.as_of, "today": on}
    yield Line(say(f"verify.outcome.{outcome}", **fields), tone=_TONES[outcome])
    yield from who(check.saved.request, wording)
    for effect, label, tone in _SECTIONS:
        texts = _texts(found, effect, wording, verbose=verbose)
        if texts:
            yield Section(say(label), tuple(Line(text, tone=tone) for text in texts))
    if has_table(check):
        yield lines_table(check, wording)


_SECTIONS: tuple[tuple[str, str, Tone], ...] = (
    ("changed", "verify.label.changed", "bad"),
    ("not-judged", "verify.label.not-judged", "open"),
    ("told", "verify.label.told", "plain"),
)


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
        if each.effect == effect and each.code not in IN_THE_TABLE
        if effect != "told" or verbose or each.code in _WORTH_A_LINE
    }
    return [*texts]


def _summary(checks: Sequence[AnswerCheck | Unread], wording: Wording) -> list[Block]:
    """How many quotes hold, where there is more than one to look through."""
    pairs = [(of, each) for of in checks if isinstance(of, AnswerCheck) for each in of.quotes]
    unread = sum(isinstance(each, Unread) for each in checks)
    if len(pairs) + unread < 2:  # noqa: PLR2004 - one quote says it itself
        return []
    phrases = wording.phrases
    outcomes = [of.outcome_of_quote(each) for of, each in pairs]
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
        known = [*head, saved.quote.tier, saved.quote.term_years, check.outcome_of_quote(quote)]
        fictional = "true" if is_fictional(quote) else "false"
        found = _found(check, quote)
        for each, about in found:
            message = difference_message(each, about, wording)
            yield [*known, each.effect, each.code, each.sku, fictional, message]
        if not found:
            yield [*known, None, None, None, fictional, None]
