"""Lines of XML, escaped and indented."""

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from carbonroad.base.texts.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_CHARACTER: Final = lazy_pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", re.ASCII)
_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})


class Xml:
    """A document that grows line by line.

    Args:
        root: Its first element's name and attributes.
    """

    def __init__(self, root: str) -> None:
        self._root = root
        self._lines = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>', f"<{root}>"]
        self._indent = "  "

    def put(self, name: str, value: str | int | bool | None) -> None:  # noqa: FBT001 - a value as it is written
        """Add an element with text; nothing for None."""
        if value is None:
            return
        text = value if isinstance(value, str) else str(int(value))
        self._lines.append(f"{self._indent}<{name}>{_escaped(text)}</{name}>")

    @contextmanager
    def inside(self, name: str) -> "Iterator[None]":
        """Add an element, with what is added meanwhile inside it."""
        self._lines.append(f"{self._indent}<{name}>")
        self._indent += "  "
        yield
        self._indent = self._indent[:-2]
        self._lines.append(f"{self._indent}</{name}>")

    def data(self) -> bytes:
        """Return the whole document in UTF-8."""
        name = self._root.partition(" ")[0]
        return "\n".join((*self._lines, f"</{name}>", "")).encode()


def _escaped(text: str) -> str:
    """Text as XML may hold it: what is no character of XML is replaced."""
    return _NO_CHARACTER.sub("\ufffd", text).translate(_ESCAPES)
