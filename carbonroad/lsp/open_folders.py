"""The folders that an editor has open: their roadmaps are read when nothing else is to be done."""

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from carbonroad.base.texts.said import say
from carbonroad.lsp.progress import Progress
from carbonroad.wording.saying import said_in

if TYPE_CHECKING:
    from carbonroad.lsp.server import Server


class OpenFolders:
    """The open folders, and what of them is still to be read.

    Args:
        server: Whose folders.
    """

    def __init__(self, server: "Server") -> None:
        self._server = server
        self.folders: tuple[str, ...] = ()
        self._listed = True
        self._unread: list[str] = []
        self._progress: Progress | None = None
        self._begun = False

    @property
    def busy(self) -> bool:
        """Whether something is to be read."""
        return self._begun and (not self._listed or bool(self._unread))

    def add(self, folders: Iterable[str]) -> None:
        """Take further folders."""
        self._take((*self.folders, *folders))

    def remove(self, folders: Iterable[str]) -> None:
        """Leave some folders alone from now on."""
        gone = set(folders)
        self._take(folder for folder in self.folders if folder not in gone)

    def _take(self, folders: Iterable[str]) -> None:
        """Have these folders and no others: parents and children among them know each other."""
        taken = tuple(dict.fromkeys(folders))
        self._listed = self._listed and taken == self.folders
        self.folders = taken

    def begin(self) -> None:
        """Read, from the next quiet moment on."""
        self._begun = True

    def covers(self, path: str) -> bool:
        """Whether a file is in one of the folders."""
        return any(path == one or path.startswith(one.rstrip(os.sep) + os.sep) for one in self.folders)

    def step(self) -> None:
        """List the roadmaps of all folders, or have one of them checked."""
        if not self._listed:
            self._listed = True
            listed = self._server.space.roadmaps(self.folders)
            self._unread = [roadmap.paths[0] for roadmap in listed if roadmap.paths]
            self._progress = Progress(self._server, said_in(self._server.words, say("Reading roadmaps")))
            self._progress.begin(len(self._unread))
            return
        self._server.publisher.touch(self._unread.pop(0))
        if self._progress is not None:
            self._progress.left(len(self._unread))
