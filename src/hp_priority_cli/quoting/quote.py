"""From a request with a tier and a term to a quote, or to the refusal that says what would work."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.records import DeviceClass, OrderUnit, Part, Tier
from hp_priority_cli.catalog.terms import refuse_term_not_offered
from hp_priority_cli.customer.records import Request
from hp_priority_cli.eligibility.assess import assess, draft_points
from hp_priority_cli.eligibility.base import Counted, count_base
from hp_priority_cli.eligibility.notices import notice
from hp_priority_cli.eligibility.records import Decision, Eligibility, Notice, OpenPoint
from hp_priority_cli.errors import Refused
from hp_priority_cli.prices.records import PriceBook
from hp_priority_cli.quoting.books import BookChoice, choose_book, quoted_book
from hp_priority_cli.quoting.prices import add_up, check_discounts, price_line, unit_of
from hp_priority_cli.quoting.records import LineItem, Quote, QuoteStatus, UnitSource


def build_quote(
    catalog: Catalog, request: Request, *, draft: bool = False, books: Iterable[PriceBook] = ()
) -> Quote:
    """The quote for `request.tier` over `request.term_years`, both of which must be given.

    It is priced from the one of `books` that serves it, for which `request.as_of` must be given.

    Raises Refused: `term-not-offered` (no tier has the term), `not-eligible` (unless `draft`) with
    the decision and the highest tiers that would do, `no-part-for-term` where a class in scope has
    no part (the whole base must be covered, so the quote is refused as a whole), `nothing-to-quote`
    where there is no device to cover. Raises UserError for two books that fit, or a discount that
    the book does not allow.
    """
    if request.tier is None or request.term_years is None:
        raise ValueError("a quote needs a tier and a term")
    refuse_term_not_offered(catalog, request.term_years)
    eligibility = assess(catalog, request)
    decision = eligibility.decision(request.tier)
    if decision.verdict == "not-eligible" and not draft:
        raise not_eligible(eligibility, request.tier)
    tier = catalog.tier(request.tier)
    choice = choose_book(books, request)
    lines = _lines(catalog, tier, request, choice)
    check_discounts(lines, choice.book, request)
    return Quote(
        status=_status(decision, lines),
        decision=decision,
        tier=tier.id,
        term_years=request.term_years,
        lines=lines,
        notices=(*decision.notices, *_line_notices(catalog, lines)),
        open_points=(
            *decision.open_points,
            *draft_points(catalog, request, decision),
            *order_unit_points(*(line.order_unit for line in lines)),
        ),
        activation_by=_activation_by(catalog, request.purchase_date),
        book=None if choice.book is None else quoted_book(choice.book),
        totals=add_up(lines, choice.book),
    )


def not_eligible(eligibility: Eligibility, tier_id: str) -> Refused:
    """The refusal of a tier, with the decision on it and the highest tiers that would do."""
    return Refused(
        "not-eligible",
        tier=tier_id,
        verdict=eligibility.decision(tier_id),
        highest_eligible=eligibility.highest_eligible,
        highest_possible=eligibility.highest_possible,
    )


def terms_with_parts(catalog: Catalog, tier: Tier, base: Counted) -> tuple[int, ...]:
    """The terms for which every device class in scope has a part."""
    classes = classes_in_scope(catalog, tier, base)
    return tuple(
        years
        for years in catalog.terms
        if all(catalog.part_for(tier.id, each, years) is not None for each in classes)
    )


def _status(decision: Decision, lines: tuple[LineItem, ...]) -> QuoteStatus:
    """Firm is what nothing is open about: no point that decides, no price, no order unit."""
    if decision.verdict == "not-eligible":
        return "draft"
    if decision.verdict == "conditional":
        return "conditional"
    settled = all(
        line.extended_price is not None and line.unit_source != "reading" for line in lines
    )
    return "firm" if settled else "unpriced"


def classes_in_scope(catalog: Catalog, tier: Tier, base: Counted) -> tuple[DeviceClass, ...]:
    """The device classes for which a customer with that base needs parts of a tier."""
    return tuple(
        device_class
        for device_class in catalog.device_classes(tier.id)
        if covered_devices(device_class, base) > 0
    )


def covered_devices(device_class: DeviceClass, base: Counted) -> int:
    """The devices of a base that a part for a class covers."""
    return {"pc": base.pcs, "printer": base.printers, "any": base.pcs + base.printers}[device_class]


def _lines(
    catalog: Catalog, tier: Tier, request: Request, choice: BookChoice
) -> tuple[LineItem, ...]:
    base, years = count_base(request), request.term_years
    assert years is not None
    classes = classes_in_scope(catalog, tier, base)
    if not classes:
        raise Refused("nothing-to-quote", tier=tier.id)
    parts = [catalog.part_for(tier.id, device_class, years) for device_class in classes]
    missing = [each for each, part in zip(classes, parts, strict=True) if part is None]
    if missing:
        raise Refused(
            "no-part-for-term",
            tier=tier.id,
            term_years=years,
            device_classes=tuple(missing),
            terms=terms_with_parts(catalog, tier, base),
        )
    lines = []
    for part in parts:
        assert part is not None  # what is missing was refused
        unit = unit_of(part.sku, tier.order_unit, choice.book, request)
        line = _line(part, covered_devices(part.device_class, base), *unit)
        lines.append(price_line(line, choice, request))
    return tuple(lines)


def _line(part: Part, covered: int, unit: OrderUnit, unit_source: UnitSource) -> LineItem:
    quantities: dict[OrderUnit, int | None] = {"device": covered, "contract": 1, "open": None}
    return LineItem(
        sku=part.sku,
        description=part.description,
        device_class=part.device_class,
        term_years=part.term_years,
        covered_devices=covered,
        order_unit=unit,
        order_quantity=quantities[unit],
        list_price=None,
        discount_percent=None,
        net_price=None,
        extended_price=None,
        price_status="no-price-book",
        unit_source=unit_source,
    )


def _line_notices(catalog: Catalog, lines: tuple[LineItem, ...]) -> Iterator[Notice]:
    for line in lines:
        part = catalog.part(line.sku)
        if part is not None and part.band is not None and line.covered_devices < part.band:
            yield notice(
                catalog,
                "base-under-band",
                sku=line.sku,
                covered_devices=line.covered_devices,
                band=part.band,
            )
    by_reading = {line.order_unit for line in lines if line.unit_source == "reading"}
    if by_reading:
        yield notice(catalog, "order-unit-open" if "open" in by_reading else "order-unit-assumed")


def order_unit_points(*units: OrderUnit) -> Iterator[OpenPoint]:
    """The question how parts are ordered, where any of the order units is open."""
    if "open" in units:
        yield OpenPoint("order-unit", "hp", "order-unit-open", decides=False)


def _activation_by(catalog: Catalog, purchase: date | None) -> date | None:
    if purchase is None:
        return None
    return purchase + timedelta(days=catalog.tiers_file.terms.activation_days)
