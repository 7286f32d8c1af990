"""The lines of a saved quote beside those of today: part, quantity, unit, price."""

from collections.abc import Iterator

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.evidence.verification import Difference, LineCheck, outcome_of
from hp_priority_cli.quoting.records import LineItem, Quote

_AMOUNTS = ("list_price", "discount_percent", "net_price", "extended_price")


def compare_lines(
    then: Quote, now: Quote, catalog: Catalog, *, prices_judged: bool
) -> Iterator[tuple[LineCheck, tuple[Difference, ...]]]:
    """Each line with what differs in it; lines are matched by the devices that they are for.

    Without `prices_judged` neither the price nor a unit that a price book stated is compared.
    """
    today = {line.device_class: line for line in now.lines}
    comparable = then.book is None or now.book is None or then.book.currency == now.book.currency
    for line in then.lines:
        other = today.pop(line.device_class, None)
        if other is None:
            gone = catalog.part(line.sku) is None
            found: tuple[Difference, ...] = (
                _gone(line, None) if gone else _alone("line-gone", line),
            )
            yield LineCheck(line, None, "changed"), found
            continue
        found = (
            *_part(line, other, catalog),
            *_quantity(line, other, prices_judged=prices_judged),
            *_price(line, other, prices_judged=prices_judged, comparable=comparable),
        )
        yield LineCheck(line, other, outcome_of(found)), found
    for other in today.values():
        yield LineCheck(None, other, "changed"), (_alone("line-added", other),)


def lines_without_quote(
    then: Quote, catalog: Catalog
) -> Iterator[tuple[LineCheck, tuple[Difference, ...]]]:
    """The lines where there can be no quote today: the parts that are gone, the others not judged.

    Where the data have another part for the same use, it is named.
    """
    for line in then.lines:
        found: tuple[Difference, ...] = ()
        if catalog.part(line.sku) is None:
            by = catalog.part_for(then.tier, line.device_class, line.term_years)
            found = (_gone(line, None if by is None else by.sku),)
        yield LineCheck(line, None, outcome_of(found) if found else "not-judged"), found


def _alone(code: str, line: LineItem) -> Difference:
    """A line that is on one side alone."""
    return Difference(code, "changed", {"sku": line.sku}, line.sku)


def _gone(line: LineItem, by: str | None) -> Difference:
    return Difference("part-gone", "changed", {"old": line.sku, "new": by}, line.sku)


def _part(line: LineItem, other: LineItem, catalog: Catalog) -> Iterator[Difference]:
    if line.sku != other.sku and catalog.part(line.sku) is None:
        yield _gone(line, other.sku)
    elif line.sku != other.sku:
        values = {"old": line.sku, "new": other.sku}
        yield Difference("part-changed", "changed", values, line.sku)
    elif line.description != other.description:
        yield Difference("description-changed", "told", {}, line.sku)


def _quantity(line: LineItem, other: LineItem, *, prices_judged: bool) -> Iterator[Difference]:
    if line.covered_devices != other.covered_devices:
        values = {"old": line.covered_devices, "new": other.covered_devices}
        yield Difference("covered-changed", "changed", values, line.sku)
    if not prices_judged and line.unit_source in ("book", "row"):
        return
    if line.order_unit != other.order_unit:
        units = {"old": line.order_unit, "new": other.order_unit}
        yield Difference("unit-changed", "changed", units, line.sku)
    if line.order_quantity != other.order_quantity:
        counts = {"old": line.order_quantity, "new": other.order_quantity}
        yield Difference("quantity-changed", "changed", counts, line.sku)


def _price(
    line: LineItem, other: LineItem, *, prices_judged: bool, comparable: bool
) -> Iterator[Difference]:
    was, is_ = line.price_status == "priced", other.price_status == "priced"
    if not prices_judged:
        if was:
            yield Difference("price-not-judged", "not-judged", {"sku": line.sku}, line.sku)
        return
    if was and not is_:
        values: dict[str, object] = {"old": line.net_price, "status": other.price_status}
        yield Difference("price-gone", "changed", values, other.sku)
    elif is_ and not was:
        values = {"status": line.price_status, "new": other.net_price}
        yield Difference("price-added", "changed", values, line.sku)
    elif not was and line.price_status != other.price_status:
        values = {"old": line.price_status, "new": other.price_status}
        yield Difference("price-status-changed", "changed", values, line.sku)
    elif was and (_differ(line, other) or not comparable):
        yield _changed(line, other, comparable=comparable)


def _differ(line: LineItem, other: LineItem) -> bool:
    return any(getattr(line, key) != getattr(other, key) for key in _AMOUNTS)


def _changed(line: LineItem, other: LineItem, *, comparable: bool) -> Difference:
    """Another price, or one in another currency, which is not `comparable`.

    The difference is told where both are in one currency and both are known.
    """
    old, new = line.extended_price, other.extended_price
    values: dict[str, object] = {
        "old_net": line.net_price,
        "new_net": other.net_price,
        "old": old,
        "new": new,
        "difference": new - old if comparable and old is not None and new is not None else None,
        "comparable": comparable,
    }
    return Difference("price-changed", "changed", values, line.sku)
