"""Which files lie in which folder: those on disk, and what editors have opened there."""

import os
import unicodedata
from collections.abc import Iterable

from carbonroad.source.folder import TOP_FILE, Folder, WantedFile, folder_of, is_wanted, wanted_files
from carbonroad.source.parents import Shelf

Entries = dict[str, WantedFile]
"""By their names: what `wanted_files` says of files."""


class Shelves:
    """Folders of roadmaps by absolute path, each listed once until it is forgotten."""

    def __init__(self) -> None:
        self._listed: dict[str, Entries] = {}
        self._opened: dict[str, set[str]] = {}
        self._folders: dict[str, Folder] = {}

    def open(self, path: str) -> bool:
        """Take note of an editor's file; return whether the disk has none of that name."""
        home, name = os.path.split(path)
        if not is_wanted(name):
            return False
        self._opened.setdefault(home, set()).add(name)
        self._folders.pop(home, None)
        return not self.has_on_disk(path)

    def close(self, path: str) -> None:
        """Take note that an editor has closed a file."""
        home, name = os.path.split(path)
        names = self._opened.get(home, set())
        names.discard(name)
        if not names:
            self._opened.pop(home, None)
        self.forget(home)

    def forget(self, folder: str) -> None:
        """List a folder again when it is next asked for."""
        self._listed.pop(folder, None)
        self._folders.pop(folder, None)

    def forget_below(self, folder: str) -> None:
        """List a folder and all below it again."""
        for one in [*self._listed, *self._folders]:
            if one == folder or one.startswith(folder + os.sep):
                self.forget(one)

    def forget_all(self) -> None:
        """List every folder again."""
        self._listed.clear()
        self._folders.clear()

    def has_on_disk(self, path: str) -> bool:
        """Whether a folder on disk has a file."""
        home, name = os.path.split(path)
        return name in self._entries(home)

    def folder(self, path: str) -> Folder:
        """Return the files of a folder, an editor's new ones among them."""
        known = self._folders.get(path)
        if known is None:
            entries = self._entries(path)
            new = {
                name: WantedFile(name, os.path.join(path, name), leads_outside=False)
                for name in self._opened.get(path, ())
            }
            every = sorted({**new, **entries}.values())
            known = self._folders[path] = folder_of(os.path.basename(path), path, every)
        return known

    def tops(self) -> list[str]:
        """Return the folders of the top files that editors have opened."""
        return sorted(home for home, names in self._opened.items() if TOP_FILE in names)

    def _entries(self, path: str) -> Entries:
        known = self._listed.get(path)
        if known is None:
            try:
                known = {one.name: one for one in wanted_files(path, path)}
            except (OSError, ValueError):  # no folder any more, or not for us
                known = {}
            self._listed[path] = known
        return known


class OpenShelf(Shelf):
    """The folders around roadmaps, also those whose top file is not saved yet.

    Args:
        tops: The folders of the top files that editors have opened.
    """

    def __init__(self, tops: Iterable[str]) -> None:
        super().__init__()
        self._tops = {os.path.realpath(one) for one in tops}

    def has_top(self, folder: str) -> bool:
        """Whether a folder is a roadmap's."""
        return folder in self._tops or super().has_top(folder)

    def _names(self, folder: str) -> dict[str, str]:
        names = super()._names(folder)
        here = folder.rstrip(os.sep) + os.sep
        for top in self._tops:
            if top.startswith(here):
                name = top[len(here) :].partition(os.sep)[0]
                names.setdefault(unicodedata.normalize("NFC", name), name)
        return names
