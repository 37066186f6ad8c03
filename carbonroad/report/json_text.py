"""JSON text that shows nothing a terminal must not see."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from carbonroad.base.texts.json_escapes import escaped

Json = dict[str, Any]


def encode(value: object) -> str:
    """Return a value on one line."""
    return escaped(_encoder()(value))


@cache
def _encoder() -> Callable[[object], str]:
    import json  # only for who wants such a format: it takes a while

    return json.JSONEncoder(ensure_ascii=False).encode


def lines(items: Iterable[object]) -> Iterator[str]:
    """Yield a list with an item on each line, piece by piece."""
    before, end = "[\n", "[]"
    for item in items:
        yield f"{before}{encode(item)}"
        before, end = ",\n", "\n]"
    yield end
