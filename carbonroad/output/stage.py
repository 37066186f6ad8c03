"""The folder in which a run prepares its files, and what becomes of one that a killed run left.

A run holds the lock in it for as long as it writes. Once all files are prepared it writes a journal there:
from then on the run is completed, by itself or by the next one. Without a journal nothing was moved yet, and
what was prepared is removed.
"""

import json
import os
import shutil
from contextlib import suppress
from pathlib import Path

from carbonroad.base.record import NamedTuple
from carbonroad.output.disk import write_new
from carbonroad.output.locks import unlock
from carbonroad.output.manifest import files_in
from carbonroad.output.names import is_plain

STAGE = ".carbonroad-stage"
LOCK = "lock"
_JOURNAL = "journal.json"


class Journal(NamedTuple):
    """What a run is about to do.

    Attributes:
        moves: Paths below the output folder, by the prepared file's number.
        removed: Files of earlier runs that go.
        files: What the manifest holds in the end.
    """

    moves: dict[int, str]
    removed: tuple[str, ...]
    files: dict[str, str]


def write_journal(stage: Path, journal: Journal) -> None:
    """Write the journal in one step, safe from a power cut.

    What was prepared is not made safe: that takes longer than to write it, and documents can be made again.
    The journal has their digests, so that the next run knows what a power cut tore.
    """
    content = {
        "moves": {str(number): path for number, path in journal.moves.items()},
        "removed": journal.removed,
        "files": journal.files,
    }
    prepared = stage / "journal"
    write_new(prepared, json.dumps(content, ensure_ascii=False).encode(), durable=True)
    prepared.replace(stage / _JOURNAL)


def read_journal(stage: Path) -> Journal | None:
    """Return the journal of a run that was interrupted while it moved its files; None where there is none.

    Whoever can write to the output folder can write one, so names that lead elsewhere are passed over.
    """
    path = stage / _JOURNAL
    try:
        loaded = None if path.is_symlink() else json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    files = files_in(loaded)
    if files is None or loaded is None:
        return None
    moves, removed = loaded.get("moves"), loaded.get("removed")
    if not isinstance(moves, dict) or not isinstance(removed, list):
        return None
    return Journal(
        {int(n): path for n, path in moves.items() if n.isdecimal() and n.isascii() and path in files},
        tuple(path for path in removed if isinstance(path, str) and is_plain(path)),
        files,
    )


def remove_journal(stage: Path) -> None:
    """Remove the journal: the run is done, or nothing of it was done."""
    (stage / _JOURNAL).unlink(missing_ok=True)


def left_in(stage: Path) -> list[str]:
    """Return what a run has left beside its lock; nothing where someone has removed the folder."""
    try:
        return [path.name for path in stage.iterdir() if path.name != LOCK]
    except FileNotFoundError:
        return []


def has_journal(stage: Path) -> bool:
    """Whether a run was interrupted while it moved its files."""
    return (stage / _JOURNAL).exists()


def clear(stage: Path) -> None:
    """Remove what was prepared; the lock stays."""
    with suppress(OSError):
        remove_journal(stage)  # first: without it nothing else here means anything
    for name in left_in(stage):
        path = stage / name
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with suppress(OSError):
                path.unlink()


def leave(stage: Path, lock: int) -> None:
    """Give the lock back, and take the folder away if it is empty."""
    if os.name == "nt":  # where an open file cannot be removed
        os.close(lock)
    with suppress(OSError):
        if not left_in(stage):
            (stage / LOCK).unlink()
            stage.rmdir()
    if os.name != "nt":
        unlock(lock)
        os.close(lock)
