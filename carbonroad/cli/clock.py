"""The one place that reads the clock."""

from datetime import date


def today() -> date:
    """Return the system's date."""
    return date.today()  # noqa: DTZ011 - a policy writer's day is the local one
