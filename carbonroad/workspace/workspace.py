"""Roadmaps whose files are being edited: what an editor has not saved stands for what is on disk."""

import os
from collections.abc import Callable, Iterable
from datetime import date
from threading import RLock

from carbonroad.batch.families import Families, unrelated
from carbonroad.checking.baseline import leads_outside, present_baseline
from carbonroad.checking.checked import USUAL, Checks
from carbonroad.source.folder import TOP_FILE, Folder, is_wanted, part_name
from carbonroad.source.text import SourceText
from carbonroad.workspace.belonging import is_ours, roadmaps_above
from carbonroad.workspace.kin import Kin, is_below
from carbonroad.workspace.loading import Loader
from carbonroad.workspace.roadmap import Inputs, Roadmap
from carbonroad.workspace.shelves import Shelves
from carbonroad.workspace.texts import Texts

__all__ = ["Roadmap", "Workspace"]

_NO_RELATIVES = unrelated(1)


class Workspace:
    """The roadmaps that are being edited; the disk is looked at again only when something is said to change.

    Args:
        today: Gives the present day.
        as_of: The data date asked for; overrides the roadmaps' own.
        checks: What the call says of the checks.
    """

    def __init__(self, today: Callable[[], date], as_of: date | None = None, checks: Checks = USUAL) -> None:
        self._today = today
        self._checks = checks
        self._lock = RLock()
        self._texts = Texts()
        self._shelves = Shelves()
        self._kin = Kin(self._texts, self._shelves)
        self._loader = Loader(as_of, checks, self._lock)
        self._moment = 0
        self._states: dict[str, tuple[tuple[int, date], Roadmap]] = {}
        self._lone: set[str] = set()

    def put(self, path: str, text: str) -> None:
        """Let an editor's text stand for a file, one that is not on disk too."""
        with self._lock:
            path = _normal(path)
            opened = path in self._texts.opened
            if not _is_path(path) or not (self._texts.put(path, text) or not opened):
                return
            if not opened and self._shelves.open(path):
                self._kin.search_again()
            self._kin.take_note(path)
            self._moment += 1

    def drop(self, path: str) -> None:
        """Let the disk count again: the editor has closed a file."""
        with self._lock:
            path = _normal(path)
            if path in self._texts.opened:
                self._texts.drop(path)
                self._shelves.close(path)
                self._lone.discard(path)
            self._look_again(path)
            self._moment += 1

    def refresh(self, paths: Iterable[str] | None = None) -> None:
        """Take note that files or folders changed on disk: those named, or any."""
        with self._lock:
            if paths is None:
                self._texts.forget_all()
                self._shelves.forget_all()
                self._kin.search_again()
                self._states = {one: known for one, known in self._states.items() if os.path.exists(one)}
            for path in map(_normal, paths or ()):
                self._look_again(path)
            self._moment += 1

    def roadmap(self, path: str) -> Roadmap | None:
        """Return the roadmap that a file belongs to, as it is now; None for what is no roadmap's file.

        A file belongs to the folder that it lies in, if that has a `carbonroad.yaml`, saved or not. Else it
        stands alone, if it is one of ours (`belonging.is_ours`); while it is open it stays one.
        """
        with self._lock:
            path = _normal(path)
            home, name = os.path.split(path)
            if not _is_path(path) or not is_wanted(name) or not self._is_there(path):
                return None
            folder = self._shelves.folder(home)
            if folder.top is not None:
                return self._state(home) if path in _files(folder) else None
            return self._alone(path) if name != TOP_FILE and self._stands_alone(path) else None

    def roadmaps(self, folders: Iterable[str]) -> list[Roadmap]:
        """Return the roadmaps below some folders; from now on they are one call, as of `validate FOLDER`."""
        with self._lock:
            rooms = [one for one in map(_normal, folders) if _is_path(one)]
            if self._kin.work_in(rooms):
                self._moment += 1
            found: dict[str, Roadmap] = {}
            for room in rooms:
                for place in self._kin.below(room):
                    found[place] = self._state(place)
                for path in self._maybe_lone(room):
                    one = self.roadmap(path)
                    if one is not None:
                        found[one.folder.path] = one
            return list(found.values())

    def _maybe_lone(self, room: str) -> list[str]:
        """The files in a folder, and those opened below it, that lie beside no top file."""
        folder = self._shelves.folder(room)
        there = () if folder.top is not None else folder.files.values()
        opened = (one for one in self._texts.opened if is_below(one, room))
        lone = (one for one in opened if self._shelves.folder(os.path.dirname(one)).top is None)
        return sorted({*there, *lone})

    def _look_again(self, path: str) -> None:
        """Look at a file or folder on disk again."""
        home, name = os.path.split(path)
        if not (is_wanted(name) and self._shelves.has_on_disk(path) and os.path.isfile(path)):
            self._shelves.forget(home)
            self._shelves.forget_below(path)
            self._texts.forget_below(path)
            self._kin.search_again()
            for place in [one for one in self._states if is_below(one, path)]:
                del self._states[place]
        self._texts.forget(path)
        self._kin.take_note(path)

    def _is_there(self, path: str) -> bool:
        return path in self._texts.opened or self._shelves.has_on_disk(path)

    def _stands_alone(self, path: str) -> bool:
        if path in self._lone:
            return True
        source = self._texts[path]
        if isinstance(source, SourceText):
            ours = is_ours(path, source)
        else:
            ours = roadmaps_above(os.path.dirname(path)) is not None
        if ours and path in self._texts.opened:
            self._lone.add(path)
        return ours

    def _state(self, place: str) -> Roadmap:
        """The present state of the roadmap of a folder."""

        def inputs(day: date) -> Inputs:
            group = self._kin.neighbours(place)
            number = group.places[place]
            families = group.families
            relatives = _NO_RELATIVES._replace(
                children=(tuple(range(len(families.children[number]))),),
                ancestors=(tuple(one._replace(place=None) for one in families.ancestors[number]),),
                absent=(families.absent[number],),
                lost=(families.lost[number],),
                problems=(families.problems[number],),
                named=(families.named[number],),
            )
            children = tuple(self._state(group.folders[child].path) for child in families.children[number])
            return self._inputs(group.folders[number], relatives, children, day)

        return self._at_present(place, inputs)

    def _alone(self, path: str) -> Roadmap:
        """The present state of a file that stands alone."""
        name = part_name(os.path.basename(path))
        folder = Folder(name, path, None, {name: path})
        return self._at_present(path, lambda day: self._inputs(folder, _NO_RELATIVES, (), day))

    def _at_present(self, place: str, inputs: Callable[[date], Inputs]) -> Roadmap:
        day = self._today()
        now = self._moment, day
        known = self._states.get(place)
        if known is not None and known[0] == now:
            return known[1]
        made = inputs(day)
        before = None if known is None else known[1]
        roadmap = before if before is not None and before.inputs == made else None
        roadmap = roadmap or Roadmap(made, self._loader, before)
        self._states[place] = now, roadmap
        return roadmap

    def _inputs(
        self, folder: Folder, relatives: Families, children: tuple[Roadmap, ...], day: date
    ) -> Inputs:
        beside = present_baseline(folder, self._checks.baseline) or ""
        read = not (beside and self._checks.baseline is None and leads_outside(beside))
        paths = (
            *((folder.top,) if folder.top is not None else ()),
            *folder.files.values(),
            *(one.top for one in relatives.ancestors[0]),
            *((beside,) if beside and read else ()),
        )
        return Inputs(folder, {one: self._texts[one] for one in paths}, relatives, children, beside, day)


def _normal(path: str) -> str:
    return os.path.normpath(path) if os.path.isabs(path) else os.path.abspath(path)


def _is_path(path: str) -> bool:
    """Whether a disk may have a file of this name."""
    try:
        return b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:  # half of a pair
        return False


def _files(folder: Folder) -> set[str]:
    """The files that findings of a folder may be about."""
    top = () if folder.top is None else (folder.top,)
    return {*top, *folder.files.values(), *(second for _, _, second in folder.doubles), *folder.outside}
