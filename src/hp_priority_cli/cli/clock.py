"""The one place that looks at the clock; everything else is told the day."""

from datetime import date

from hp_priority_cli.cli.values import day, variable


def today() -> date:
    """The day of `HP_PRIORITY_AS_OF`, else that of the user's own calendar."""
    fixed = day("HP_PRIORITY_AS_OF", variable("AS_OF"))
    return fixed or date.today()  # noqa: DTZ011 - a quote is dated where the user sits
