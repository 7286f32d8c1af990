"""The one place that looks at the clock; everything else is told the day."""

from datetime import date


def today() -> date:
    """The day on the user's own calendar."""
    return date.today()  # noqa: DTZ011 - a quote is dated where the user sits
