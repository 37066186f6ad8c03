"""Words and names on one line."""

from collections.abc import Sequence

from carbonroad.base.texts.visible import visible

_MOST_NAMED = 8


def one_line(text: str) -> str:
    """Return a text on one line, with what cannot be seen by its number."""
    return visible(" ".join(text.split()))


def some_of(names: Sequence[str]) -> str:
    """Return the first of some names for a sentence."""
    shown = ", ".join(names[:_MOST_NAMED])
    return f"{shown}, …" if len(names) > _MOST_NAMED else shown
