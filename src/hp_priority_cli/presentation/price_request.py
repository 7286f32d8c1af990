"""The rows of a quote as a file to have the missing amounts filled in: it then is a price book.

Where a book is in use the file completes it: it has the header of that book and the amounts that
are known, so that it serves the same quote alone. What discounts and floors a book allows is not
told to whoever fills the file in; a word stands there that is refused until somebody puts it back.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from hp_priority_cli.presentation.views.quote import quantity_text
from hp_priority_cli.presentation.wording import Wording
from hp_priority_cli.presentation.yaml_text import yaml_text
from hp_priority_cli.prices.records import PRICE_BOOK_SCHEMA, BookContent, PriceBook
from hp_priority_cli.quoting.records import LineItem

_DAY = "YYYY-MM-DD"
_UNITS = "device | contract"
_AMOUNT, _PERCENT = "AMOUNT", "PERCENT"
"""What stands for a limit that is not told."""


@dataclass(frozen=True, slots=True)
class PriceRequest:
    """What is asked for: the lines of the quotes, each part once, under the `name` of a file.

    `book` is the one in use, None where there is none; `currency` is that of the order, if known.
    """

    name: str
    lines: tuple[LineItem, ...]
    book: PriceBook | None = None
    currency: str | None = None

    @property
    def id(self) -> str:
        """The id of the book that the file becomes, another than that of the book in use."""
        is_taken = self.book is not None and self.book.id == self.name
        return f"{self.name}-completed" if is_taken else self.name


@dataclass(frozen=True, slots=True)
class AskedRow:
    """The row of one part, with the line that it is to price. `steps` are its amounts, each from a
    quantity on where that is stated; an amount that is None is to be filled in.
    """

    line: LineItem
    description: str
    steps: tuple[tuple[int | None, Decimal | None], ...]
    order_unit: str | None
    floor: str | None


def asked_of(lines: Iterable[LineItem]) -> tuple[LineItem, ...]:
    """The lines of which rows are made, each part once; none where every one has its price."""
    once = tuple({line.sku: line for line in lines}.values())
    return once if any(line.list_price is None for line in once) else ()


def asked_rows(asked: PriceRequest, wording: Wording) -> Iterator[AskedRow]:
    """The row of each part, with what the book in use says of it."""
    unit_of_book = None if asked.book is None else asked.book.content.order_unit
    for line in asked.lines:
        row = None if asked.book is None else asked.book.row(line.sku)
        steps: list[tuple[int | None, Decimal | None]] = [(None, None)]
        unit: str | None = _UNITS if line.order_unit == "open" and unit_of_book is None else None
        if row is not None:
            steps = [(each.from_, each.amount) for each in row.steps]
            steps = [(None, row.amount)] if row.amount is not None else steps
            if line.list_price is None:
                steps.insert(0, (1, None))
            unit = row.order_unit or unit
        floor = None if row is None or row.floor is None else _AMOUNT
        yield AskedRow(line, wording.text(line.description), tuple(steps), unit, floor)


def price_request_yaml(asked: PriceRequest, wording: Wording) -> str:
    """A price book with blanks. Each of them, left as it stands, is refused and never taken."""
    rows = (_row(row, wording) for row in asked_rows(asked, wording))
    return "".join([_head(asked, wording), "rows:\n", *rows])


def price_request_header(asked: PriceRequest, rows: str, wording: Wording) -> str:
    """The header of the book in use for the spreadsheet of `rows` beside it."""
    return _head(asked, wording) + yaml_text({"rows": rows})


def _head(asked: PriceRequest, wording: Wording) -> str:
    """All but the rows, with what is to be known of it as comments."""
    comments = "".join(f"# {each}\n" for each in _comments(asked, wording))
    begin = yaml_text({"schema": PRICE_BOOK_SCHEMA, "id": asked.id})
    if asked.book is not None:
        return comments + begin + _header_of(asked.book.content)
    blank = f"valid_from: {_DAY}\nvalid_until: {_DAY} | null\nprice_period: term | year\n"
    return f"{comments}{begin}currency: {asked.currency or 'CODE'}\ntax: excluded\n{blank}"


def _comments(asked: PriceRequest, wording: Wording) -> Iterator[str]:
    say, book = wording.phrases.say, asked.book
    yield say("price-request.title")
    if book is None:
        yield say("price-request.days")
        return
    yield say("price-request.completes", book=book.id, file=book.files[0].file)
    if book.content.authority is not None or any(row.floor for row in book.content.rows):
        yield say("price-request.limits", amount=_AMOUNT, percent=_PERCENT)


def _header_of(said: BookContent) -> str:
    """What a book says of all its rows; its limits alone are left to be put back."""
    known = {
        "fictional": said.is_fictional or None,
        "currency": said.currency,
        "tax": said.tax,
        "valid_from": said.valid_from,
    }
    applies, rounding = said.applies_to, said.rounding
    further = {
        "price_period": said.price_period,
        "order_unit": said.order_unit,
        "applies_to": applies and _told(countries=applies.countries, customer=applies.customer),
        "rounding": rounding and _told(unit=rounding.unit, line=rounding.line),
    }
    limits = {"discount_max": _PERCENT, "approval_max": _PERCENT}
    authority = None if said.authority is None else limits
    until = {"valid_until": said.valid_until}  # null where the book has no end
    return yaml_text({**_told(**known), **until, **_told(**further, authority=authority)})


def _told(**values: object) -> dict[str, object]:
    """The keys that have a value, tuples as the lists that YAML knows."""
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in values.items()
        if value is not None
    }


def _row(row: AskedRow, wording: Wording) -> str:
    """The lines of one row; each amount that is missing ends its line, to be filled in there.

    How many are to be priced is a comment: a book holds for any number.
    """
    quantity = quantity_text(row.line, wording)
    fields = {"quantity": quantity, "devices": row.line.covered_devices}
    said = wording.phrases.say("price-request.quantity", **fields)
    lines = [f"  # {row.description}", f"  # {said}", f"  - sku: {row.line.sku}"]
    if row.steps[0][0] is None:
        lines.append(f"    amount: {_spelt(row.steps[0][1])}".rstrip())
    else:
        lines.append("    breaks:")
        for first, amount in row.steps:
            lines += [f"      - from: {first}", f"        amount: {_spelt(amount)}".rstrip()]
    more = {"order_unit": row.order_unit, "floor": row.floor}
    lines += [f"    {key}: {value}" for key, value in more.items() if value is not None]
    return "".join(f"{line}\n" for line in lines)


def _spelt(amount: Decimal | None) -> str:
    return "" if amount is None else f"{amount:f}"
