"""The options that commands share, each group once, and the decorator that gives them to a command.

Values come in as text and are parsed by us, so that every mistake is worded and coded alike.
Help texts are keys of the sentence catalogue. Variables are read later (`values.variable`),
after the options on both sides of the command, so that none wins over an option.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from inspect import Parameter, Signature, signature
from typing import Annotated, Any, TypeVar, get_type_hints

import typer

from hp_priority_cli import __version__
from hp_priority_cli.cli.wrong_use import refuse_swallowed, refuse_unnamed_files
from hp_priority_cli.errors import Refused
from hp_priority_cli.presentation.phrases import LANGUAGES

Group = TypeVar("Group")


def _option(*names: str, metavar: str | None = None, key: str | None = None) -> Any:
    key = key or names[0].partition("/")[0].lstrip("-")
    return typer.Option(*names, metavar=metavar, show_default=False, help=f"option.{key}")


@dataclass(frozen=True, slots=True)
class GlobalOptions:
    """Understood before and after the command; after it wins."""

    data: Annotated[str | None, _option("--data", metavar="DIR")] = None
    lang: Annotated[str | None, _option("--lang", metavar="|".join(LANGUAGES))] = None
    color: Annotated[str | None, _option("--color", metavar="auto|always|never")] = None
    quiet: Annotated[bool, _option("--quiet", "-q")] = False
    verbose: Annotated[bool, _option("--verbose", "-v")] = False
    debug: Annotated[bool, _option("--debug")] = False
    version: Annotated[bool, _option("--version", "-V")] = False
    help: Annotated[bool, _option("--help", "-h")] = False


@dataclass(frozen=True, slots=True)
class OutputOptions:
    """Where an answer goes and in which format."""

    format: Annotated[
        str | None,
        _option("--format", "-f", metavar="table|json|csv|markdown|html|xlsx|pdf"),
    ] = None
    json: Annotated[bool, _option("--json")] = False
    output: Annotated[str | None, _option("--output", "-o", metavar="FILE")] = None
    force: Annotated[bool, _option("--force")] = False


@dataclass(frozen=True, slots=True)
class FileOptions:
    """Where an answer goes that has one format."""

    output: Annotated[str | None, _option("--output", "-o", metavar="FILE", key="file")] = None
    force: Annotated[bool, _option("--force")] = False


@dataclass(frozen=True, slots=True)
class CustomerOptions:
    """What is known of the customer."""

    request: Annotated[list[str] | None, _option("--request", metavar="FILE")] = None
    customer: Annotated[str | None, _option("--customer", metavar="TEXT")] = None
    reference: Annotated[str | None, _option("--reference", metavar="TEXT")] = None
    pcs: Annotated[str | None, _option("--pcs", metavar="N")] = None
    printers: Annotated[str | None, _option("--printers", metavar="N")] = None
    country: Annotated[list[str] | None, _option("--country", metavar="CC[,CC]")] = None
    site: Annotated[list[str] | None, _option("--site", metavar="CC:PCS:PRINTERS")] = None
    headquarters: Annotated[str | None, _option("--headquarters", metavar="CC")] = None
    support_language: Annotated[
        list[str] | None, _option("--support-language", metavar="TAG[,TAG]")
    ] = None
    around_the_clock: Annotated[bool, _option("--around-the-clock")] = False
    it_desk: Annotated[str | None, _option("--it-desk", metavar="own|partner|none")] = None
    whole_base: Annotated[bool | None, _option("--whole-base/--part-base")] = None
    answer: Annotated[list[str] | None, _option("--answer", metavar="POINT=VALUE")] = None
    answered_by: Annotated[str | None, _option("--answered-by", metavar="TEXT")] = None
    answered_on: Annotated[str | None, _option("--answered-on", metavar="DATE")] = None
    answer_reference: Annotated[str | None, _option("--answer-reference", metavar="TEXT")] = None
    as_of: Annotated[str | None, _option("--as-of", metavar="DATE")] = None
    save_request: Annotated[str | None, _option("--save-request", metavar="FILE")] = None


@dataclass(frozen=True, slots=True)
class InventoryOptions:
    """A fleet in the stead of counts that are stated."""

    inventory: Annotated[list[str] | None, _option("--inventory", metavar="FILE")] = None


@dataclass(frozen=True, slots=True)
class FleetOptions:
    """How the exports of a fleet are read."""

    column: Annotated[list[str] | None, _option("--column", metavar="KEY=TITLE")] = None
    every: Annotated[list[str] | None, _option("--every", metavar="KEY=VALUE")] = None
    word: Annotated[list[str] | None, _option("--type", metavar="TEXT=TYPE")] = None
    date_order: Annotated[str | None, _option("--date-order", metavar="dmy|mdy")] = None


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """Many requests at once."""

    batch: Annotated[str | None, _option("--batch", metavar="FILE")] = None


@dataclass(frozen=True, slots=True)
class PriceOptions:
    """Price books, which of them serves, discounts, and what to do where a price is missing."""

    price_book: Annotated[list[str] | None, _option("--price-book", metavar="FILE")] = None
    book: Annotated[str | None, _option("--book", metavar="ID")] = None
    currency: Annotated[str | None, _option("--currency", metavar="CODE")] = None
    book_valid: Annotated[str | None, _option("--book-valid", metavar="FROM..[UNTIL]")] = None
    book_period: Annotated[str | None, _option("--book-period", metavar="term|year")] = None
    book_decimal: Annotated[str | None, _option("--book-decimal", metavar=".|,")] = None
    order_country: Annotated[str | None, _option("--order-country", metavar="CC")] = None
    order_unit: Annotated[str | None, _option("--order-unit", metavar="device|contract")] = None
    discount: Annotated[list[str] | None, _option("--discount", metavar="[SKU=]PCT")] = None
    approved_by: Annotated[str | None, _option("--approved-by", metavar="TEXT")] = None
    require_prices: Annotated[bool, _option("--require-prices")] = False
    price_request: Annotated[str | None, _option("--price-request", metavar="FILE")] = None


@dataclass(frozen=True, slots=True)
class BookOptions:
    """Price books by which quotes are judged again, and what a plain spreadsheet does not say."""

    price_book: Annotated[
        list[str] | None, _option("--price-book", metavar="FILE", key="verify-book")
    ] = None
    book_valid: Annotated[str | None, _option("--book-valid", metavar="FROM..[UNTIL]")] = None
    book_period: Annotated[str | None, _option("--book-period", metavar="term|year")] = None
    book_decimal: Annotated[str | None, _option("--book-decimal", metavar=".|,")] = None


SECTIONS: dict[str, str] = {
    field.name: section
    for group, section in (
        (CustomerOptions, "customer"),
        (InventoryOptions, "customer"),
        (FleetOptions, "customer"),
        (BatchOptions, "customer"),
        (PriceOptions, "prices"),
        (OutputOptions, "output"),
        (FileOptions, "output"),
        (GlobalOptions, "global"),
    )
    for field in fields(group)
}
"""The section of the help that each shared option stands in; the others are a command's own."""


def takes(*groups: type[Any]) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Give a command the global options and those of `groups`.

    The command is called as `command(session, *groups, **its_own_parameters)`.
    """

    def decorate(body: Callable[..., int]) -> Callable[..., int]:
        own = list(signature(body).parameters.values())[1 + len(groups) :]

        @spliced(*groups, GlobalOptions, own=own)
        def command(context: typer.Context, **given: Any) -> int:
            after = _pick(GlobalOptions, given)
            if after.version:
                typer.echo(f"hp-priority {__version__}")
                return 0
            if after.help or context.obj.before.help:
                typer.echo(context.get_help())
                return 0
            refuse_swallowed(context)
            refuse_unnamed_files(context)
            session = context.obj.start(after)
            taken = [_pick(group, given) for group in groups]
            try:
                code = body(session, *taken, **{each.name: given[each.name] for each in own})
            except Refused:
                session.tell_remarks()
                session.finish()
                raise
            session.finish()
            return code

        command.__name__, command.__doc__ = body.__name__, body.__doc__
        return command

    return decorate


def spliced(
    *groups: type[Any], own: Sequence[Parameter] = ()
) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Give a function `(context, **given)` a signature, for Typer to read, with every option."""
    context = Parameter("context", Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    named = [each.replace(kind=Parameter.KEYWORD_ONLY) for each in own]
    every = [context, *named, *(each for group in groups for each in parameters_of(group))]

    def decorate(function: Callable[..., int]) -> Callable[..., int]:
        function.__signature__ = Signature(every)  # type: ignore[attr-defined]
        function.__annotations__ = {each.name: each.annotation for each in every}
        return function

    return decorate


def parameters_of(group: type[Any]) -> list[Parameter]:
    """The fields of a group of options as keyword parameters."""
    hints = get_type_hints(group, include_extras=True)
    return [
        Parameter(
            field.name, Parameter.KEYWORD_ONLY, default=field.default, annotation=hints[field.name]
        )
        for field in fields(group)
    ]


def _pick(group: type[Group], given: dict[str, Any]) -> Group:
    return group(**{field.name: given[field.name] for field in fields(group)})  # type: ignore[arg-type]
