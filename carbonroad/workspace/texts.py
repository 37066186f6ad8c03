"""What files say: an editor's text where there is one, else the disk as it was when it was last looked at."""

import os
from collections.abc import Iterable, Iterator, Mapping

from carbonroad.findings import Finding
from carbonroad.source.found import found
from carbonroad.source.text import MAX_BYTES, SourceText, from_string, read

_WIDEST = 4
"""Bytes of a character at most."""


class Texts(Mapping[str, SourceText | Finding]):
    """Texts by absolute path; one that has not changed is the same object each time.

    Every path has an entry: what cannot be read has the finding that says so.
    """

    def __init__(self) -> None:
        self._open: dict[str, SourceText | Finding] = {}
        self._disk: dict[str, SourceText | Finding] = {}
        self._before: dict[str, SourceText | Finding] = {}

    def __getitem__(self, path: str) -> SourceText | Finding:
        """Return an editor's text, else the disk's."""
        return self._open.get(path) or self._disk.get(path) or self._look(path)

    def __iter__(self) -> Iterator[str]:
        """Yield the paths that are known."""
        yield from self._open.keys() | self._disk.keys()

    def __len__(self) -> int:
        """Count the paths that are known."""
        return len(self._open.keys() | self._disk.keys())

    @property
    def opened(self) -> Iterable[str]:
        """The paths of editors' texts."""
        return self._open.keys()

    def put(self, path: str, text: str) -> bool:
        """Let an editor's text stand for a file; return whether that changes what it says."""
        standing = self._open.get(path) or self._disk.get(path)
        made = _source(path, text)
        if standing is not None and _alike(standing, made):
            made = standing
        self._open[path] = made
        return made is not standing

    def drop(self, path: str) -> None:
        """Let the disk count again."""
        self._open.pop(path, None)
        self.forget(path)

    def forget(self, path: str) -> None:
        """Look at a file on disk again when it is next asked for."""
        known = self._disk.pop(path, None)
        if known is not None:
            self._before[path] = known

    def forget_below(self, folder: str) -> None:
        """Look again at all files below a folder."""
        for path in [one for one in self._disk if one.startswith(folder + os.sep)]:
            self.forget(path)

    def forget_all(self) -> None:
        """Look at every file again; what is not asked for until the next time is let go."""
        self._before, self._disk = self._disk, {}

    def _look(self, path: str) -> SourceText | Finding:
        read_now = read(path)
        before = self._before.pop(path, None)
        self._disk[path] = before if before is not None and _alike(before, read_now) else read_now
        return self._disk[path]


def _source(path: str, text: str) -> SourceText | Finding:
    """An editor's text, or what would be said of it once it is saved."""
    if len(text) * _WIDEST > MAX_BYTES:
        size = len(text.encode("utf-8", "surrogatepass"))
        if size > MAX_BYTES:
            return found(path, "too-large", 0, 0, size=size, limit=MAX_BYTES // 1_000_000)
    return from_string(text, path)


def _alike(one: SourceText | Finding, other: SourceText | Finding) -> bool:
    if isinstance(one, SourceText) and isinstance(other, SourceText):
        return one.text == other.text and one.bom == other.bom
    return one == other
