"""Days in a file that exist and yet cannot be meant; one that does not exist is no date at all."""

from hp_priority_cli.errors import Finding, Path
from hp_priority_cli.readers.scalars import FIRST_YEAR, LAST_YEAR, parse_date
from hp_priority_cli.readers.tree import Tree, dotted


def days_out_of_range(tree: Tree, path: Path) -> list[Finding]:
    """The finding about a day at `path` in a year that is a slip of the hand."""
    text = tree.at(path)
    if not isinstance(text, str) or not text[:4].isdigit() or text[4:5] != "-":
        return []
    if parse_date(text) is not None:
        return []
    year = int(text[:4])
    if FIRST_YEAR <= year <= LAST_YEAR:
        return []
    values = {"where": dotted(path), "low": str(FIRST_YEAR), "high": str(LAST_YEAR)}
    return [Finding("year-out-of-range", tree.spot(path), values)]
