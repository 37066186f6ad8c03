"""Writing the files of a run below a folder: prepared beside their places, then moved there."""

import os
import unicodedata
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say
from carbonroad.output.disk import (
    differs,
    digest,
    digest_of,
    make_folder,
    remove_empty,
    write_new,
)
from carbonroad.output.foreign import Ground, refuse
from carbonroad.output.locks import open_locked
from carbonroad.output.manifest import read_manifest
from carbonroad.output.moving import carry_out, recover, unwritable_below
from carbonroad.output.names import check_name
from carbonroad.output.problems import OutputProblem
from carbonroad.output.stage import LOCK, STAGE, Journal, clear, has_journal, leave


class Written(NamedTuple):
    """What a run did.

    Attributes:
        written: Files that are new or changed.
        unchanged: How many stood there already, byte for byte.
        removed: Files of an earlier run that are no longer made.
        kept: Such files that someone has changed since: they stay.
        recovered: What became of a run that had been interrupted here; empty where none had.
    """

    written: tuple[str, ...]
    unchanged: int
    removed: tuple[str, ...]
    kept: tuple[str, ...]
    recovered: str = ""


def begin(folder: str, tell: Callable[[str], None]) -> "Writing | OutputProblem":
    """Begin to write below a folder; no file of it changes before the run is finished.

    What a killed run left there is completed or removed first. Another run that writes there is waited
    for, a minute at most.

    Args:
        folder: The output folder; made if it is not there.
        tell: Is told in a sentence if another run must be waited for.
    """
    root = Path(folder)
    made: list[Path] = []
    lock: int | None = None
    begun: Writing | OutputProblem = OutputProblem(
        say("Another run is still writing to {folder}.", folder=root),
        say("wait until it has ended, or choose another folder with -o"),
    )
    try:
        made = make_folder(root)
        waiting = say("Another run is writing to {folder}; this one waits for it.", folder=root)
        lock = open_locked(root / STAGE / LOCK, partial(tell, waiting))
        if lock is not None:
            begun = _begun(root, lock, made)
    except OSError as error:
        begun = unwritable_below(root, error)
    if isinstance(begun, OutputProblem):
        if lock is not None:
            leave(root / STAGE, lock)
        remove_empty(made)
    return begun


def _begun(root: Path, lock: int, made: list[Path]) -> "Writing | OutputProblem":
    recovered = recover(root)
    if isinstance(recovered, OutputProblem):
        return recovered
    ours = read_manifest(root)
    return ours if isinstance(ours, OutputProblem) else Writing(root, lock, made, ours, recovered)


class Writing:
    """A run that writes below a folder; `with` gives the folder back at the end, whatever happens.

    Attributes:
        recovered: What became of a run that had been interrupted here; empty where none had.
    """

    def __init__(self, root: Path, lock: int, made: list[Path], ours: dict[str, str], recovered: str) -> None:
        self.recovered = recovered
        self._root = root
        self._stage = root / STAGE
        self._lock: int | None = lock
        self._process = os.getpid()
        self._made = made
        self._ours = ours
        self._ground = Ground(root, ours)
        self._files: dict[str, str] = {}
        self._changed: list[str] = []
        # Where the disk takes A and a for one, the second of two such files would take the first one's place.
        self._names: dict[str, str] | None = {} if (self._stage / LOCK.upper()).exists() else None

    def standing(self, digests: Mapping[str, str]) -> bool:
        """Whether files stand with these SHA-256 digests; if all do, they are files of this run, unchanged.

        Raises:
            ValueError: For a path that leads out of the folder.
        """
        for path in digests:
            check_name(path)
        try:
            if any(
                self._ground.leads_out(path) or digest_of(self._root / path) != made
                for path, made in digests.items()
            ):
                return False
        except OSError:
            return False
        self._files.update(digests)
        return True

    def add(self, files: Mapping[str, bytes]) -> OutputProblem | None:
        """Prepare files; what stands there already, byte for byte, is left as it is.

        A file that an earlier run did not make is never overwritten: nothing of these is prepared then.

        Args:
            files: Bytes by path below the folder, with `/`.

        Raises:
            ValueError: For a path that leads out of the folder: names are made of checked ids alone.
        """
        for path in files:
            check_name(path)
        try:
            changed = {path: data for path, data in files.items() if differs(self._root / path, data)}
            foreign = [
                path
                for path in files
                if self._ground.leads_out(path) or (path in changed and self._ground.is_foreign(path))
            ]
            if foreign:
                return refuse(self._root, foreign)
            doubled = self._doubled(files)
            if doubled is not None:
                return doubled
            for path, data in changed.items():
                write_new(self._stage / str(len(self._changed)), data)
                self._changed.append(path)
        except OSError as error:
            return unwritable_below(self._root, error)
        self._files.update((path, digest(data)) for path, data in files.items())
        return None

    def finish(self, *, prune: bool, keep: tuple[str, ...]) -> Written | OutputProblem:
        """Move what was prepared to its places and give the folder back.

        Args:
            prune: Whether files of earlier runs that are not among this one's are removed; False for a
                run that makes only some of the documents.
            keep: Such as `.pdf`; earlier files that end so are never removed.
        """
        with self:
            ours, files = self._ours, self._files
            stale = {path for path in ours if prune and path not in files and not path.endswith(keep)}
            try:
                foreign = [path for path in self._changed if self._ground.is_foreign(path)]
                if foreign:  # come since it was prepared
                    return refuse(self._root, foreign)
                kept = tuple(path for path in ours if path in stale and self._was_changed(path))
            except OSError as error:
                return unwritable_below(self._root, error)
            removed = tuple(path for path in ours if path in stale and path not in kept)
            lasting = {path: made for path, made in ours.items() if path not in stale}
            journal = Journal(dict(enumerate(self._changed)), removed, {**lasting, **files})
            problem = carry_out(self._root, journal)
            if problem is not None:
                return problem
            self._made = []
            unchanged = len(files) - len(self._changed)
            return Written(tuple(self._changed), unchanged, removed, kept, self.recovered)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove what was prepared, unless it is being moved: that the next run completes."""
        if self._lock is None or os.getpid() != self._process:
            return  # given back, or of a process that a child was copied from
        lock, self._lock = self._lock, None
        if not has_journal(self._stage):
            clear(self._stage)
        leave(self._stage, lock)
        remove_empty(self._made)

    def _was_changed(self, path: str) -> bool:
        """Whether a file is not what an earlier run wrote there; one that is gone is not changed."""
        target = self._root / path
        there = os.path.lexists(target)
        return self._ground.leads_out(path) or (there and digest_of(target) != self._ours[path])

    def _doubled(self, files: Mapping[str, bytes]) -> OutputProblem | None:
        """Refuse two files that this disk takes for one."""
        if self._names is None:
            return None
        for path in files:
            name = unicodedata.normalize("NFC", path).casefold()
            other = self._names.setdefault(name, path)
            if other != path:
                return OutputProblem(
                    say("{first} and {second} are one file on this disk.", first=other, second=path),
                    say("let the names differ in more than capital letters"),
                )
        return None
