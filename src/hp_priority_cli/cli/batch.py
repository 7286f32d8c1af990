"""Many requests: lines or rows in, one answer for each out, in order, in flat memory."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BufferedReader
from pathlib import Path, PurePath

from hp_priority_cli.cli.clock import today
from hp_priority_cli.cli.customer import (
    parse_options,
    refuse_later_answers,
    refuse_unknown_words,
    resolved,
)
from hp_priority_cli.cli.options import CustomerOptions, OutputOptions
from hp_priority_cli.cli.session import Session, finding_line
from hp_priority_cli.cli.values import one_of
from hp_priority_cli.customer.answers import idle_answers, place_points
from hp_priority_cli.customer.batch import requests_in
from hp_priority_cli.customer.read import request_from
from hp_priority_cli.customer.records import Request
from hp_priority_cli.errors import (
    EXIT_BATCH_FAILED,
    EXIT_OK,
    Finding,
    InvalidInput,
    Refused,
    Spot,
    UsageProblem,
    UserError,
)
from hp_priority_cli.presentation.csv import to_csv
from hp_priority_cli.presentation.documents.error import error_document
from hp_priority_cli.presentation.documents.plain import Document, to_json
from hp_priority_cli.presentation.report import Table
from hp_priority_cli.readers.lines import LINES_SUFFIXES
from hp_priority_cli.readers.text import shown_name, standard_input, unreadable
from hp_priority_cli.readers.tree import Tree
from hp_priority_cli.writers.files import write_file
from hp_priority_cli.writers.streams import write_standard_output

_JSON_LINES = (*LINES_SUFFIXES, ".json")
Answer = Callable[[Session, Request], Document]
Records = Callable[[Session, Request, int], Table]
"""The CSV rows that answer the request on a line."""


def run_batch(
    session: Session,
    path: str,
    customer: CustomerOptions,
    output: OutputOptions,
    answer: Answer,
    records: Records | None,
    **more: object,
) -> int:
    """Answer every line or row; one that cannot be read gets an error document and the rest go on.

    With `--format csv` (where the command has `records`) rows are written and errors go to
    standard error.
    """
    if customer.request:
        raise UsageProblem("two-requests")
    if customer.save_request is not None:
        raise UsageProblem("save-batch")
    as_csv = _as_csv(output, records)
    given = parse_options(customer, **more)
    refuse_unknown_words(given, session)
    session.announce_input(path)
    batch = _Batch(session, given, answer, records if as_csv else None, shown_name(path))
    with _opened(path) as stream:
        pieces = (text.encode("utf-8", "replace") for text in batch.run(stream))
        if output.output in (None, "-"):
            for piece in pieces:
                write_standard_output(piece)
        else:
            target = str(output.output)
            session.refuse_over_input(target)
            write_file(target, _kept_apart(pieces, session, target), force=output.force)
    return EXIT_BATCH_FAILED if batch.failed else EXIT_OK


def _kept_apart(pieces: Iterator[bytes], session: Session, target: str) -> Iterator[bytes]:
    """The pieces of a file; refused where one of the answers was made from what it would replace:
    price books are read with the requests that name them.
    """
    yield from pieces
    session.refuse_over_input(target)


def _as_csv(output: OutputOptions, records: Records | None) -> bool:
    """Whether rows are wanted; a batch writes those (where its command has any) or JSON Lines."""
    rows = () if records is None else ("csv",)
    if records is None and output.format not in (None, "json") and not output.json:
        raise UsageProblem("batch-of-quotes", option="--format", value=output.format)
    stated = one_of("--format", "json" if output.json else output.format, ("json", *rows))
    if stated is not None or output.output in (None, "-"):
        return stated == "csv"
    suffix = PurePath(str(output.output)).suffix.lower()
    known = (*_JSON_LINES, *(f".{each}" for each in rows))
    if suffix not in known:
        raise UsageProblem("suffix", file=output.output, choices=known)
    return suffix == ".csv"


def _opened(path: str) -> BufferedReader:
    try:
        return standard_input() if path == "-" else Path(path).open("rb")
    except (OSError, ValueError) as error:
        raise InvalidInput([unreadable(shown_name(path), error)]) from error


class _Batch:
    """One run over the lines of a stream."""

    def __init__(
        self,
        session: Session,
        given: Request,
        answer: Answer,
        records: Records | None,
        name: str,
    ) -> None:
        self.session = session
        self.given = given
        self.answer = answer
        self.records = records
        self.name = name
        self.failed = 0
        self.read = 0
        self.today = today()

    def run(self, stream: BufferedReader) -> Iterator[str]:
        """The text that answers each line or row that holds anything."""
        session = self.session
        session.catalog  # noqa: B018 - wrong data end the run before the first answer
        header = self.records is not None
        for number, found in requests_in(stream, self.name):
            self.read += 1
            try:
                request = self.request(found, number)
                if self.records is None:
                    yield to_json(self.answer(session, request), indent=None)
                else:
                    yield to_csv(self.records(session, request, number), header=header)
                    header = False
            except Refused as error:
                yield self.refusal(error, number)
            except UserError as error:
                self.failed += 1
                yield self.refusal(error, number)
        if not self.read:
            session.advise("note.no-request", file=self.name)

    def request(self, tree: Tree | InvalidInput, number: int) -> Request:
        """The request on a line or row, options on top."""
        if isinstance(tree, InvalidInput):
            raise tree
        request, warnings = request_from(tree)
        self.session.warn(warnings)
        refuse_later_answers(request, self.given, tree, self.today)
        stated = resolved(request, self.given, tree, self.session)
        self.session.warn([*self.idle(stated, number)])
        return replace(stated, as_of=stated.as_of or self.today)

    def idle(self, request: Request, number: int) -> Iterator[Finding]:
        """The answers of a line about places that it does not name; those of options are for all
        lines.
        """
        for_all = place_points(self.given, self.session.catalog)
        for point in idle_answers(request):
            if point not in for_all:
                yield Finding("answer-idle", Spot(self.name, number), {"point": point}, "warning")

    def refusal(self, error: UserError, number: int) -> str:
        """The error document of a line, or where rows are written a message on standard error."""
        wording = self.session.wording
        if self.records is None:
            return to_json(error_document(error, wording, number), indent=None)
        for finding in error.findings:
            self.session.say(finding_line(finding, wording))
        if not error.findings:
            self.session.complain(error, at=f"{self.name}:{number}: ")
        return ""
