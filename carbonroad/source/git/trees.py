"""What a git repository held at a commit: folders, files and links, read from its objects."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone

from carbonroad.base.record import NamedTuple
from carbonroad.source.git.program import GitObject, Objects

_MOST_OF_A_TREE = 50_000_000
_MOST_OF_A_COMMIT = 10_000_000
_MOST_OF_A_LINK = 4096
_MOST_LINKS = 10
_MOST_FOLDERS = 2000
_COMMITTER = re.compile(rb"^committer .*> (-?\d{1,18}) ([+-])(\d\d)(\d\d)$", re.MULTILINE)
_TREE = re.compile(rb"^tree ([0-9a-f]+)$", re.MULTILINE)


class Entry(NamedTuple):
    """One name in a folder: `kind` is folder, file, link or submodule."""

    name: str
    kind: str
    id: str


class Commit(NamedTuple):
    """A commit.

    Attributes:
        id: Hexadecimal.
        tree: Of its uppermost folder.
        day: When it was made, where it was made; None where that is no date.
    """

    id: str
    tree: str
    day: date | None


_KINDS = {b"40000": "folder", b"040000": "folder", b"120000": "link", b"160000": "submodule"}
Folders = tuple[str, ...]
"""A path from the repository's root, by its names."""


def commit_of(objects: Objects, revision: str) -> Commit | None:
    """Return the commit that a revision names; None where it names none."""
    # `:/words` takes everything after it for the words of a message.
    name = revision if revision.startswith(":/") else revision + "^{commit}"
    found = objects.get(name, _MOST_OF_A_COMMIT)
    if found is None or found.kind != "commit" or found.data is None:
        return None
    head = found.data.partition(b"\n\n")[0]
    tree = _TREE.search(head)
    return None if tree is None else Commit(found.id, tree[1].decode(), _day(head))


def _day(head: bytes) -> date | None:
    written = _COMMITTER.search(head)
    if written is None:
        return None
    minutes = int(written[3]) * 60 + int(written[4])
    zone = timezone(timedelta(minutes=min(minutes, 1439) * (-1 if written[2] == b"-" else 1)))
    try:
        return datetime.fromtimestamp(int(written[1]), zone).date()
    except (OverflowError, ValueError, OSError):
        return None


class Trees:
    """The folders of one commit."""

    def __init__(self, objects: Objects, commit: Commit) -> None:
        self._objects = objects
        self._root = Entry("", "folder", commit.tree)
        self._known: dict[str, dict[str, Entry]] = {}

    def at(self, path: Folders) -> tuple[Folders, Entry] | None:
        """Return what stands at a path and the path as it is written there; None where nothing does.

        A path that leads into a submodule ends at the submodule.
        """
        here = self._root
        walked: Folders = ()
        for name in path:
            if here.kind == "submodule":
                break
            entry = self._entry(here, name)
            if entry is None:
                return None
            here, walked = entry, (*walked, entry.name)
        return walked, here

    def listed(self, folder: Entry) -> dict[str, Entry]:
        """Return what a folder holds, by name, sorted; nothing for what is no folder."""
        if folder.kind != "folder":
            return {}
        if folder.id not in self._known:
            found = self._objects.get(folder.id, _MOST_OF_A_TREE)
            entries = () if found is None else _entries(found)
            self._known[folder.id] = {entry.name: entry for entry in sorted(entries)}
        return self._known[folder.id]

    def file(self, path: Folders, *, within: int) -> Entry | str:
        """Return the file at a path once links are followed, or why there is none.

        Args:
            path: Of a file or link.
            within: How many of the path's names a link may not lead out of.

        Returns:
            The file; else `outside` or `missing`.
        """
        base = path[:within]
        for _ in range(_MOST_LINKS):
            found = self.at(path)
            if found is None:
                return "missing"
            path, entry = found
            if entry.kind == "file":
                return entry
            if entry.kind != "link":
                return "missing"
            target = self._objects.get(entry.id, _MOST_OF_A_LINK)
            if target is None or target.data is None:
                return "missing"
            words = target.data.decode("utf-8", "surrogateescape")
            followed = None if words.startswith("/") else joined(path[:-1], words)
            if followed is None or followed[:within] != base:
                return "outside"
            path = followed
        return "missing"

    def folders_with(self, name: str) -> Iterator[Folders]:
        """Yield the folders that hold a file of a name, the uppermost first; only so many are looked at."""
        waiting: list[tuple[Folders, Entry]] = [((), self._root)]
        for path, folder in waiting:
            below = self.listed(folder)
            if name in below and below[name].kind == "file":
                yield path
            room = _MOST_FOLDERS - len(waiting)
            inner = [one for one in below.values() if one.kind == "folder" and not one.name.startswith(".")]
            waiting += (((*path, one.name), one) for one in inner[: max(room, 0)])

    def _entry(self, folder: Entry, name: str) -> Entry | None:
        """By name, or by one that a file system takes for the same."""
        below = self.listed(folder)
        if name in below:
            return below[name]
        alike = [entry for entry in below.values() if _folded(entry.name) == _folded(name)]
        return alike[0] if len(alike) == 1 else None


def _entries(tree: GitObject) -> Iterator[Entry]:
    """Entries of a tree: mode, blank, name, NUL, and an id half as long as in hexadecimal."""
    data = tree.data if tree.kind == "tree" and tree.data is not None else b""
    size = len(tree.id) // 2
    at = 0
    while (end := data.find(b"\0", at)) != -1:
        mode, _, name = data[at:end].partition(b" ")
        at = end + 1 + size
        kind = _KINDS.get(mode, "file")
        yield Entry(name.decode("utf-8", "surrogateescape"), kind, data[end + 1 : at].hex())


def joined(folder: Folders, words: str) -> Folders | None:
    """Return the path that words such as `../steel.yaml` mean in a folder; None outside the repository."""
    path = list(folder)
    for name in words.split("/"):
        if name == "..":
            if not path:
                return None
            path.pop()
        elif name not in {"", "."}:
            path.append(name)
    return tuple(path)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
