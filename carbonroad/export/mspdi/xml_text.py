"""Lines of XML, escaped and indented."""

from contextlib import contextmanager
from typing import TYPE_CHECKING

from carbonroad.base.texts.xml_text import xml_text

if TYPE_CHECKING:
    from collections.abc import Iterator


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
        self._lines.append(f"{self._indent}<{name}>{xml_text(text)}</{name}>")

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
