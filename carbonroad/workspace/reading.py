"""What was read and parsed, remembered by text: after a keystroke one file is read anew."""

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from carbonroad.checking.files import ReadFile, read_source
from carbonroad.findings import Finding
from carbonroad.source.text import SourceText, read
from carbonroad.source.yaml.nodes import Node
from carbonroad.source.yaml.parse import parse

_MOST = 32_000_000
"""Characters of text whose outcome is kept: that of 4,000 files of an industry."""
_LEAST = 1_000
"""What a text counts at least, for what is kept beside it."""

T = TypeVar("T")


class TextMemory(Generic[T]):
    """What texts gave, the last of each file; those that were longest not asked for are let go.

    Args:
        most: How many characters of text may be behind it.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._known: dict[str, tuple[SourceText, T]] = {}

    def get(self, key: str, source: SourceText, make: Callable[[], T]) -> T:
        """Return what a text gives.

        Args:
            key: Of the file, and of what is asked of it.
            source: The very object that it was made of before, if it is to be known again.
            make: Makes it.
        """
        known = self._known.pop(key, None)
        if known is None or known[0] is not source:
            if known is not None:
                self._size -= _weight(known[0])
            known = source, make()
            self._size += _weight(source)
        self._known[key] = known
        while self._size > self._most and len(self._known) > 1:
            oldest = next(iter(self._known))
            self._size -= _weight(self._known.pop(oldest)[0])
        return known[1]


class Memories:
    """What is remembered of all files.

    Attributes:
        heirlooms: What may be inherited of top files.
    """

    def __init__(self) -> None:
        self._read = TextMemory[ReadFile](_MOST)
        self._trees = TextMemory[Node | None](_MOST // 4)
        self.heirlooms = TextMemory[object](_MOST)

    def read(self, path: str, texts: Mapping[str, SourceText | Finding], *, alone: bool) -> ReadFile:
        """Read one file, as `checking.files.read_file` does, or remember what it says."""
        source = texts.get(path) or read(path)
        if not isinstance(source, SourceText):
            return read_source(source, alone=alone)
        key = f"{path}\n{alone}"
        return self._read.get(key, source, lambda: read_source(source, alone=alone))

    def tree(self, source: SourceText) -> Node | None:
        """Return the root of what could be parsed of a text."""
        return self._trees.get(source.path, source, lambda: parse(source).root)


def _weight(source: SourceText) -> int:
    return max(len(source.text), _LEAST)
