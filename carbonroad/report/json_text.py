"""JSON text that shows nothing a terminal must not see."""

from collections.abc import Callable, Iterable
from functools import cache

from carbonroad.base.texts.json_escapes import escaped


def encode(value: object) -> str:
    """Return a value on one line."""
    return escaped(_encoder()(value))


@cache
def _encoder() -> Callable[[object], str]:
    import json  # only for who wants such a format: it takes a while

    return json.JSONEncoder(ensure_ascii=False).encode


def lines(items: Iterable[object]) -> str:
    """Return a list with an item on each line."""
    written = ",\n".join(encode(item) for item in items)
    return f"[\n{written}\n]" if written else "[]"
