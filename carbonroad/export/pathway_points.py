"""One year of an emission pathway as it is typed in a file: `≥480`, `20..30`."""

from carbonroad.base.values.numbers import number_text
from carbonroad.model.items import Asked

_BOUNDS = {"at-least": "≥", "more-than": ">", "at-most": "≤", "less-than": "<", "around": "~"}


def point_text(asked: Asked | None, value: float) -> str:
    """Return a point's words: its bound or range where one is asked for, else the number alone."""
    if asked is None:
        return number_text(value)
    if asked.kind == "range":
        return f"{number_text(asked.low)}..{number_text(asked.high)}"
    return f"{_BOUNDS.get(asked.kind, '')}{number_text(value)}"
