"""`hp-priority schema`: the JSON Schema of each file that people write."""

from typing import Annotated, Any

import typer

from hp_priority_cli.catalog.load import FILES
from hp_priority_cli.cli.deliver import write
from hp_priority_cli.cli.options import OutputOptions, takes
from hp_priority_cli.cli.session import Session
from hp_priority_cli.customer.records import Request
from hp_priority_cli.errors import EXIT_OK, UsageProblem
from hp_priority_cli.presentation.documents.plain import to_json


def published_schemas() -> dict[str, type[Any]]:
    """The record of each file that people write, by the name of its schema."""
    from hp_priority_cli.cases.records import CasesFile

    data = {name.removesuffix(".yaml"): record for name, record in FILES.items()}
    return {**data, "request": Request, "cases": CasesFile}


@takes(OutputOptions)
def schema(
    session: Session,
    output: OutputOptions,
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="argument.schema")] = None,
) -> int:
    """Print one schema, or the names of all."""
    from hp_priority_cli.readers.schemas import schema_of

    schemas = published_schemas()
    if name is None:
        text = "".join(f"{each}\n" for each in schemas)
    elif name in schemas:
        text = to_json(schema_of(schemas[name]))
    else:
        raise UsageProblem("not-a-choice", option="NAME", value=name, choices=tuple(schemas))
    write(session, output, text.encode())
    return EXIT_OK
