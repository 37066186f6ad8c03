"""Which roadmaps are looked at together, so that parents and children find each other."""

import os
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from carbonroad.base.record import NamedTuple
from carbonroad.batch.families import Families, families_of, unrelated
from carbonroad.source.folder import TOP_FILE, Folder, roadmaps_below
from carbonroad.source.parents import Named, named_parent
from carbonroad.source.text import SourceText, inside
from carbonroad.workspace.belonging import ROADMAPS, roadmaps_above
from carbonroad.workspace.shelves import OpenShelf, Shelves
from carbonroad.workspace.texts import Texts

_MOST_FOLDERS = 20_000
"""Folders that are looked into for roadmaps: about a second."""
_NOBODY = unrelated(0)


class Neighbours(NamedTuple):
    """Roadmaps that are one call, as the command line would say.

    Attributes:
        folders: In the order of their paths.
        places: Their places by the path of the folder.
        families: Who is whose parent among them.
        named: What each names as its parent.
    """

    folders: tuple[Folder, ...] = ()
    places: Mapping[str, int] = MappingProxyType({})
    families: Families = _NOBODY
    named: tuple[Named | None, ...] = ()


class Kin:
    """The roadmaps around roadmaps.

    Those below a folder that an editor works in are looked at together; of any other, those below the nearest
    folder `roadmaps`, else those that lie beside it and below it.

    Args:
        texts: What files say.
        shelves: Which files there are.
    """

    def __init__(self, texts: Texts, shelves: Shelves) -> None:
        self._texts = texts
        self._shelves = shelves
        self._rooms: list[str] = []
        self._found: dict[str, list[str]] = {}
        self._groups: dict[str, Neighbours] = {}
        self._parents: dict[str, tuple[object, Named | None]] = {}
        self._roots: dict[str, str] = {}
        self._fresh: set[str] = set()

    def work_in(self, folders: Iterable[str]) -> bool:
        """Take note of folders that an editor works in; return whether they are new."""
        new = [one for one in dict.fromkeys(folders) if one not in self._rooms]
        self._rooms += new
        if new:
            self.search_again()
        return bool(new)

    def search_again(self) -> None:
        """Look for roadmaps again: files came or went."""
        self._roots.clear()
        self._fresh.clear()
        self._found.clear()
        self._groups.clear()

    def take_note(self, path: str) -> None:
        """Take note that a file says something else; of a roadmap outside, that may be who its parent is."""
        self._fresh.clear()
        home, name = os.path.split(path)
        if name == TOP_FILE and not any(home in group.places for group in self._groups.values()):
            self._groups.clear()

    def neighbours(self, place: str) -> Neighbours:
        """Return what a roadmap is looked at together with, by the path of its folder."""
        if place not in self._roots:
            self._roots[place] = self._root(place)
        return self._group(self._roots[place], place)

    def below(self, folder: str) -> list[str]:
        """Return the roadmaps below a folder that an editor works in."""
        group = self._group(self._root(folder), None)
        return [one.path for one in group.folders if is_below(one.path, folder)]

    def _group(self, root: str, place: str | None) -> Neighbours:
        group = self._groups.get(root)
        if group is not None and root in self._fresh and (place is None or place in group.places):
            return group
        paths = self._found.get(root)
        if paths is None:
            paths = self._found[root] = self._members(root)
        if place is not None and place not in paths:
            paths = self._found[root] = _in_order({*paths, place, *_roadmaps_in(place)})
        listed = [self._shelves.folder(one) for one in paths]
        folders = tuple(one for one in listed if one.top is not None)
        named = tuple(self._named(one.top) for one in folders if one.top is not None)
        if group is None or group.folders != folders or group.named != named:
            families = families_of(folders, self._texts, OpenShelf(self._shelves.tops()))
            places = {one.path: number for number, one in enumerate(folders)}
            group = self._groups[root] = Neighbours(folders, places, families, named)
        self._fresh.add(root)
        return group

    def _named(self, top: str) -> Named | None:
        source = self._texts[top]
        known = self._parents.get(top)
        if known is None or known[0] is not source:
            found = named_parent(top, self._texts) if isinstance(source, SourceText) else None
            known = self._parents[top] = source, found
        return known[1]

    def _root(self, place: str) -> str:
        rooms = [one for one in self._rooms if is_below(place, one)]
        if rooms:
            return min(rooms, key=len)
        return roadmaps_above(os.path.dirname(place)) or os.path.dirname(place)

    def _members(self, root: str) -> list[str]:
        if root in self._rooms or os.path.basename(root) == ROADMAPS:
            found = {*_roadmaps_in(root), *_roadmaps_in(os.path.join(root, ROADMAPS))}
        else:
            found = set(_beside(root))
        return _in_order({*found, *(one for one in self._shelves.tops() if self._root(one) == root)})


def is_below(path: str, folder: str) -> bool:
    """Whether a path is a folder or lies below it."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _in_order(paths: Iterable[str]) -> list[str]:
    return sorted(paths, key=lambda path: path.split(os.sep))


def _roadmaps_in(folder: str) -> list[str]:
    """The roadmaps that the command line would find in a folder, as far as an editor can wait for them."""
    try:
        return roadmaps_below(folder, _MOST_FOLDERS)
    except ValueError:  # a name that no disk has
        return []


def _beside(folder: str) -> list[str]:
    """The roadmaps that lie in a folder, and none that lies deeper."""
    try:
        names = [name for name in os.listdir(folder) if not name.startswith(".")]
    except (OSError, ValueError):
        return []
    homes = (os.path.join(folder, name) for name in names)
    return [one for one in homes if os.path.isfile(os.path.join(one, TOP_FILE)) and inside(folder, one)]
