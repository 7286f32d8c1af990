"""A request as single facts, each under the key that its file would hold it at."""

from collections.abc import Iterator, Mapping
from dataclasses import fields

from hp_priority_cli.customer.records import InstalledBase, Request, Site
from hp_priority_cli.readers.used import name_alone

_NOT_FACTS = ("tier", "term_years", "as_of")
"""What a quote says itself."""


def request_facts(request: Request) -> dict[str, object]:
    """What a request states: `installed_base.pcs`, `sites.FR.pcs`, `answers.<point>`, ..."""
    return {key: value for key, value in _facts(request) if value is not None}


def _facts(request: Request) -> Iterator[tuple[str, object]]:
    for field in fields(Request):
        value = getattr(request, field.name)
        if field.name in _NOT_FACTS or value is None:
            continue
        if field.name == "installed_base":
            yield from _base(field.name, value)
        elif field.name == "sites":
            yield from _sites(value)
        elif field.name == "answers":
            yield from ((f"answers.{each.point}", each.answer) for each in value)
        elif field.name == "price_book":
            yield field.name, tuple(name_alone(path) for path in value)
        elif isinstance(value, Mapping):
            yield from ((f"{field.name}.{key}", item) for key, item in value.items())
        else:
            yield field.name, value


def _sites(sites: tuple[Site, ...]) -> Iterator[tuple[str, object]]:
    """The sites by their country; a second one in a country is told apart by its number."""
    seen: dict[str, int] = {}
    for site in sites:
        seen[site.country] = seen.get(site.country, 0) + 1
        number = seen[site.country]
        yield from _base(f"sites.{site.country}{f'#{number}' if number > 1 else ''}", site)


def _base(key: str, base: InstalledBase | Site) -> Iterator[tuple[str, object]]:
    for field in fields(InstalledBase):
        value = getattr(base, field.name)
        if isinstance(value, Mapping):
            yield from ((f"{key}.{field.name}.{name}", count) for name, count in value.items())
        elif value != 0 or field.name in ("pcs", "printers"):
            yield f"{key}.{field.name}", value
