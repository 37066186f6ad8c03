"""Where changes may come from: folders, and what of them counts as changed."""

import os
from collections.abc import Iterable, Iterator, Sequence

from carbonroad.base.record import NamedTuple
from carbonroad.batch.families import Families
from carbonroad.checking.baseline import FILE as BASELINE
from carbonroad.source.folder import Folder, folders_looked_into, is_wanted

Signature = frozenset[tuple[str, int, int, int]]
_FOLDER = -1


class Places(NamedTuple):
    """What is watched.

    Attributes:
        folders: Folders whose YAML files, baselines and folders count.
        whole: Folders in which every file counts, also below: own templates.
        without: Folders that do not count: what is written there is our own.
    """

    folders: frozenset[str]
    whole: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()

    def watched(self) -> frozenset[str]:
        """Return the folders that exist and that the system is asked to tell of.

        For one that is gone it is the nearest one above it, where it may appear again.
        """
        below = {here for path in self.whole for here, _, _ in os.walk(path)}
        return frozenset(filter(None, map(_existing, self.folders | self.whole | below)))

    def signature(self) -> Signature:
        """Return what differs as soon as something has changed: names, sizes and times of what counts."""
        found: set[tuple[str, int, int, int]] = set()
        for path in self.folders:
            found.update(self._entries(path))
        for path in self.whole:
            for here, _, names in os.walk(path):
                found.update(_stated(os.path.join(here, name)) for name in names)
        return frozenset(found)

    def _entries(self, path: str) -> Iterator[tuple[str, int, int, int]]:
        try:
            with os.scandir(path) as entries:
                there = [entry.path for entry in entries if _counts(entry)]
        except OSError:
            return
        for one in there:
            if not self.without or os.path.realpath(one) not in self.without:
                yield _stated(one)


def places_of(
    paths: Sequence[str],
    folders: Sequence[Folder],
    families: Families | None,
    whole: Iterable[str] = (),
    without: Iterable[str] = (),
) -> Places:
    """Return where changes of roadmaps may come from.

    Args:
        paths: As typed; empty where the nearest roadmap is meant.
        folders: The roadmaps that were found.
        families: Their relatives; None where they are not known.
        whole: As for `Places`.
        without: As for `Places`.
    """
    files = [file for one in folders for file in (one.top, *one.files.values()) if file is not None]
    own = [os.path.dirname(file) for file in files]
    own += [one.path for one in folders if one.top is not None or not one.files]
    tops = [above.top for line in families.ancestors for above in line] if families is not None else []
    parents = (
        [os.path.join(one, os.pardir) for one in own] if families is not None and families.related else []
    )
    found = {*own, *parents, *map(os.path.dirname, tops)}
    for path in paths:
        found.update(folders_looked_into(path) if os.path.isdir(path) else (os.path.dirname(path), path))
    return Places(
        frozenset(os.path.abspath(one or ".") for one in found),
        frozenset(os.path.abspath(one) for one in whole),
        frozenset(os.path.realpath(one) for one in without),
    )


def _existing(path: str) -> str:
    """A folder, or the nearest one above it that exists."""
    here = os.path.abspath(path)
    while not os.path.isdir(here):
        above = os.path.dirname(here)
        if above == here:
            return ""
        here = above
    return here


def _counts(entry: os.DirEntry[str]) -> bool:
    if is_wanted(entry.name) or entry.name == BASELINE:
        return True
    try:
        return not entry.name.startswith(".") and entry.is_dir()
    except OSError:
        return False


def _stated(path: str) -> tuple[str, int, int, int]:
    """A file's name, time, size and number; of a folder its name: its files are looked at themselves."""
    try:
        found = os.stat(path)
    except OSError:
        return path, 0, 0, 0
    if os.path.isdir(path):
        return path, _FOLDER, 0, 0
    return path, found.st_mtime_ns, found.st_size, found.st_ino
