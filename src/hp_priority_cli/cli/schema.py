"""`hp-priority schema`: the JSON Schema of each file that people write and each document we do."""

from collections.abc import Callable
from difflib import get_close_matches
from functools import partial
from typing import Annotated, Any

import typer

from hp_priority_cli.catalog.load import FILES
from hp_priority_cli.cli.deliver import write
from hp_priority_cli.cli.options import OutputOptions, takes
from hp_priority_cli.cli.session import Session
from hp_priority_cli.customer.records import Request
from hp_priority_cli.errors import EXIT_OK, UsageProblem
from hp_priority_cli.presentation.documents.plain import to_json
from hp_priority_cli.prices.records import BookFile


def published_schemas() -> dict[str, Callable[[], dict[str, Any]]]:
    """What makes the schema of each input and then of each output, by the name it is asked for."""
    from hp_priority_cli.cases.records import CasesFile
    from hp_priority_cli.presentation.shapes import DOCUMENTS
    from hp_priority_cli.readers.schemas import schema_of_input, schema_of_output

    data = {name.removesuffix(".yaml"): record for name, record in FILES.items()}
    return {
        **{name: partial(schema_of_input, record) for name, record in data.items()},
        # Where the data must be quoted, a request may hold `12.10` and is warned about.
        "request": partial(schema_of_input, Request, bare_number="number"),
        "price-book": partial(schema_of_input, BookFile, bare_number="number"),
        "cases": partial(schema_of_input, CasesFile),
        **{name: partial(schema_of_output, shape) for name, shape in DOCUMENTS.items()},
    }


@takes(OutputOptions)
def schema(
    session: Session,
    output: OutputOptions,
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="argument.schema")] = None,
) -> int:
    """Print one schema, or the names of all."""
    schemas = published_schemas()
    if name is None:
        text = "".join(f"{each}\n" for each in schemas)
    elif name in schemas:
        text = to_json(schemas[name]())
    else:
        near = tuple(get_close_matches(name, schemas, n=2)) or None
        raise UsageProblem("no-such-schema", word=name, choices=tuple(schemas), near=near)
    write(session, output, text.encode())
    return EXIT_OK
