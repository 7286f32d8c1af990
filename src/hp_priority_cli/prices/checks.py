"""What a type cannot say about a price book: amounts, currency, days, places, parts, breaks.

The checks look at the book as it was read, so that one mistake hides no other. Amounts and places
that are right are put into their own form on the way.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.names import find_place
from hp_priority_cli.catalog.parts import suggest_parts
from hp_priority_cli.errors import MOST_FINDINGS, Finding, Path, Spot
from hp_priority_cli.prices.currencies import minor_units, near_currencies
from hp_priority_cli.readers.days import days_out_of_range
from hp_priority_cli.readers.scalars import (
    DecimalMark,
    parse_amount,
    parse_date,
    parse_percentage,
)
from hp_priority_cli.readers.tree import Plain, Tree

_ROWS: Path = ("rows",)
_DAYS: tuple[Path, ...] = (("valid_from",), ("valid_until",))
_NAMES: tuple[Path, ...] = (("id",), ("applies_to", "customer"))
_STEPS: tuple[Path, ...] = (("rounding", "unit"), ("rounding", "line"))
_LIMITS: tuple[Path, ...] = (("authority", "discount_max"), ("authority", "approval_max"))


def check_book(tree: Tree, catalog: Catalog | None, mark: DecimalMark) -> None:
    """Add every rule that a book breaks to the findings of its tree.

    `mark` is the decimal mark of the amounts in the rows. Without a catalog parts and places are
    passed over.
    """
    look = _Look(tree, catalog, mark)
    look.header()
    look.rows()
    look.steps()


@dataclass
class _Look:
    """One look at a book. A cell that could not be read is passed over."""

    tree: Tree
    catalog: Catalog | None
    mark: DecimalMark
    unreadable: set[Spot] = field(default_factory=set)
    unknown_parts: int = 0

    def __post_init__(self) -> None:
        self.unreadable = {each.spot for each in self.tree.findings}

    # -- reporting ------------------------------------------------------------------------

    def report(self, code: str, path: Path, **values: object) -> None:
        spot = self.tree.spot(path)
        if spot not in self.unreadable:
            self.tree.findings.append(Finding(code, spot, values))

    def text(self, path: Path) -> str | None:
        """A text; a bare number is taken for one, as it will be where a text is wanted."""
        return _spelt(self.tree.at(path))

    def items(self, path: Path) -> list[Any]:
        value = self.tree.at(path)
        return value if isinstance(value, list) else []

    # -- the header -----------------------------------------------------------------------

    def header(self) -> None:
        for path in _DAYS:
            self.tree.findings += days_out_of_range(self.tree, path)
        first, last = (parse_date(self.text((key,)) or "") for key in ("valid_from", "valid_until"))
        if first is not None and last is not None and last < first:
            self.report("valid-until-too-early", ("valid_until",), first=first, last=last)
        for path in _NAMES:
            text = self.text(path)
            if text is not None and not text.strip():
                self.report("empty-text", path)
        currency = self.text(("currency",))
        if currency is not None and self.minor_units is None:
            near = near_currencies(currency)
            self.report("currency-unknown", ("currency",), word=currency, near=near or None)
        self.places()
        self.authority()

    @property
    def minor_units(self) -> int | None:
        return minor_units(self.text(("currency",)) or "")

    def places(self) -> None:
        """Countries by their code; a word that names none is said as in a request."""
        path: Path = ("applies_to", "countries")
        words = self.items(path)
        if self.tree.at(path) == []:
            self.report("empty-list", path, key="countries")
        failed = 0
        for n in range(len(words)):
            word = self.text((*path, n))
            if word is None or self.catalog is None or failed > MOST_FINDINGS:
                continue  # what is near a word takes long to find
            match = find_place(self.catalog, word)
            failed += match.code is None
            if match.code is not None:
                words[n] = match.code
            elif match.candidates:
                self.report("place-ambiguous", (*path, n), word=word, candidates=match.candidates)
            elif match.near:
                near = tuple(dict.fromkeys(code for code, _ in match.near))
                self.report("place-near", (*path, n), word=word, near_places=near)
            else:
                self.report("place-unknown", (*path, n), word=word)

    def authority(self) -> None:
        limits = [self.percentage(path) for path in _LIMITS]
        if None not in limits and limits[0] > limits[1]:  # type: ignore[operator]
            self.report("approval-below-discount", _LIMITS[1])

    def percentage(self, path: Path) -> Decimal | None:
        text = _spelt(self.tree.at(path))
        if text is None:
            return None
        found = parse_percentage(text)
        if found is None:
            self.report("not-a-percentage", path, value=text)
        return found

    # -- the rows -------------------------------------------------------------------------

    def rows(self) -> None:
        table = self.tree.grafts.get(_ROWS)
        if self.tree.at(_ROWS) == [] and (table is None or not table.findings):
            self.report("empty-list", _ROWS, key="rows")
        lines: dict[str, int | None] = {}
        for n, row in enumerate(self.items(_ROWS)):
            if isinstance(row, dict):
                path: Path = (*_ROWS, n)
                self.part(path, lines)
                self.prices(path, row)
                self.row_currency(path)

    def part(self, path: Path, lines: dict[str, int | None]) -> None:
        place: Path = (*path, "sku")
        sku = self.text(place)
        if sku is None:
            return
        if sku in lines:
            self.report("duplicate-row", place, sku=sku, first_line=lines[sku])
        lines.setdefault(sku, self.tree.spot(place).line)
        if not sku:
            self.report("row-without-part", place)
        elif self.catalog is not None and self.catalog.part(sku) is None:
            self.unknown_parts += 1
            is_worth = self.unknown_parts <= MOST_FINDINGS  # what is near takes long to find
            near = suggest_parts(self.catalog, sku) if is_worth else ()
            skus = tuple(part.sku for part in near)
            self.report("part-unknown", place, word=sku, near=skus or None)

    def prices(self, path: Path, row: Mapping[str, Plain]) -> None:
        """One amount or breaks, never both; the floor at or below each of them."""
        breaks = row.get("breaks")
        if row.get("amount") is None and not breaks:
            self.report("row-without-amount", path, sku=row.get("sku"))
        elif row.get("amount") is not None and breaks:
            self.report("amount-and-breaks", (*path, "breaks"), sku=row.get("sku"))
        found = [self.amount((*path, "amount")), *self.breaks(path, row)]
        floor = self.amount((*path, "floor"))
        known = [amount for amount in found if amount is not None]
        if floor is not None and known and floor > min(known):
            self.report("floor-above-amount", (*path, "floor"), sku=row.get("sku"))

    def breaks(self, path: Path, row: Mapping[str, Plain]) -> Iterator[Decimal | None]:
        firsts: dict[int, int | None] = {}
        for n, each in enumerate(self.items((*path, "breaks"))):
            place: Path = (*path, "breaks", n)
            yield self.amount((*place, "amount"))
            first = each.get("from") if isinstance(each, dict) else None
            if type(first) is not int:
                continue
            start: Path = (*place, "from")
            if first < 1:
                self.report("break-from-nothing", start, value=first)
            if first in firsts:
                self.report("breaks-overlap", start, value=first, first_line=firsts[first])
            firsts.setdefault(first, self.tree.spot(start).line)
        if any(first != 1 for first in firsts) and not self.has_unit(row):
            self.report("breaks-without-unit", (*path, "breaks"), sku=row.get("sku"))

    def has_unit(self, row: Mapping[str, Plain]) -> bool:
        """Whether it is known what the quantity of a break counts: by the book or by a reading."""
        if self.catalog is None:
            return True
        part = self.catalog.part(str(row.get("sku")))
        is_open = part is not None and self.catalog.tier(part.tier).order_unit == "open"
        return not is_open or bool(row.get("order_unit") or self.tree.at(("order_unit",)))

    def row_currency(self, path: Path) -> None:
        place: Path = (*path, "currency")
        currency, of_book = self.text(place), self.text(("currency",))
        if currency is not None and currency != of_book:
            self.report("two-currencies", place, word=currency, currency=of_book)

    # -- amounts --------------------------------------------------------------------------

    def amount(self, path: Path, mark: DecimalMark | None = None) -> Decimal | None:
        """The amount at a path, put there in its own form, or None with its fault reported."""
        text = _spelt(self.tree.at(path))
        if text is None:
            return None
        mark = mark or self.mark
        found = parse_amount(text, mark)
        if isinstance(found, str):
            self.report(found, path, value=text, mark=mark)
            return None
        holder: Any = self.tree.at(path[:-1])
        holder[path[-1]] = str(found)
        most = self.decimals
        if most is not None and _decimals(found) > most and path not in _STEPS:
            currency = self.text(("currency",))
            self.report("amount-too-fine", path, value=text, currency=currency, decimals=most)
        return found

    @property
    def decimals(self) -> int | None:
        """The most decimals of an amount: those of the currency, or of the step for a unit."""
        own, text = self.minor_units, _spelt(self.tree.at(_STEPS[0]))
        step = parse_amount(text) if text is not None else None
        if own is None or not isinstance(step, Decimal):
            return own
        return max(own, _decimals(step))

    def steps(self) -> None:
        """The steps of rounding; a line is an amount of money, so its step is one too."""
        own = self.minor_units
        for path in _STEPS:
            step = self.amount(path, ".")
            if step is not None and own is not None and path == _STEPS[1] and _decimals(step) > own:
                currency = self.text(("currency",))
                self.report("step-too-fine", path, currency=currency, decimals=own)


def _spelt(value: Plain) -> str | None:
    """A number as it was written; None for what is none at all, which its type will say."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else None


def _decimals(number: Decimal) -> int:
    """The decimals of a number as it was written: `1.000` has three, and may be a thousand."""
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    return max(0, -exponent)
