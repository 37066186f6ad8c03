"""The last steps of a run: prepared files to their places, old ones away, the list of files last."""

import errno
import os
from pathlib import Path

from carbonroad.base.texts.said import say, say_count
from carbonroad.output.disk import (
    differs,
    digest_of,
    make_folder,
    put_in_place,
    remove,
    remove_empty,
    write_new,
)
from carbonroad.output.foreign import Ground
from carbonroad.output.manifest import MANIFEST, manifest_bytes, read_manifest
from carbonroad.output.problems import OutputProblem, unwritable
from carbonroad.output.stage import (
    STAGE,
    Journal,
    clear,
    left_in,
    read_journal,
    remove_journal,
    write_journal,
)


def carry_out(root: Path, journal: Journal) -> OutputProblem | None:
    """Put a run's prepared files in place.

    Until the first file is moved nothing in the folder changes. After that a problem leaves the run half
    done, with its journal, and the next run completes it.
    """
    stage = root / STAGE
    if not (journal.moves or journal.removed):
        return _list_files(root, journal)
    made: list[Path] = []
    done = 0
    try:
        for folder in sorted({(root / path).parent for path in journal.moves.values()}):
            made += make_folder(folder)
            _check_open(folder)
        write_journal(stage, journal)
        for number, path in journal.moves.items():
            put_in_place(stage / str(number), root / path)
            done += 1
        remove(root, journal.removed)
    except OSError as error:
        if not done:
            remove_journal(stage)
            remove_empty(made)
        return _half_done(unwritable_below(root, error), done, len(journal.moves))
    return _list_files(root, journal)


def recover(root: Path) -> str | OutputProblem:
    """Complete the run that was interrupted in a folder, or remove what it had prepared.

    Returns:
        What was done, in a sentence; empty where there was nothing to do.

    Raises:
        OSError: If that cannot be done now.
    """
    stage = root / STAGE
    if not left_in(stage):
        return ""
    journal = read_journal(stage)
    if journal is None:
        clear(stage)
        return say("A run was interrupted in {folder}: what it had prepared was removed.", folder=root)
    ours = read_manifest(root)
    if isinstance(ours, OutputProblem):
        return ours
    ground = Ground(root, ours)
    done = _move_the_rest(root, journal, ground)
    gone = [path for path in journal.removed if path in ours and not ground.leads_out(path)]
    remove(root, [path for path in gone if digest_of(root / path) == ours[path]])
    problem = _list_files(root, journal)
    if problem is not None:
        return problem
    clear(stage)
    if not done:
        return say(
            "A run was interrupted in {folder} once its files were in place: it is complete now.", folder=root
        )
    return say_count(
        "A run was interrupted in {folder}: its last file was put in place.",
        "A run was interrupted in {folder}: its last {n} files were put in place.",
        done,
        folder=root,
    )


def unwritable_below(root: Path, error: OSError) -> OutputProblem:
    """Say what cannot be written: the file, or the folder where it is about what a run prepares."""
    path = error.filename2 or error.filename or root
    return unwritable(
        str(root if STAGE in Path(path).parts else path), error, say("choose another folder with -o")
    )


def _move_the_rest(root: Path, journal: Journal, ground: Ground) -> int:
    """Move what a run left, but not what a power cut tore, nor what has a user's file in its way."""
    done = 0
    for number, path in journal.moves.items():
        prepared = root / STAGE / str(number)
        if digest_of(prepared) == journal.files[path] and not ground.is_foreign(path):
            make_folder((root / path).parent)
            put_in_place(prepared, root / path)
            done += 1
    return done


def _list_files(root: Path, journal: Journal) -> OutputProblem | None:
    """Write the list of files; when it stands, the run is done."""
    data = manifest_bytes(journal.files)
    prepared = root / STAGE / "manifest"
    try:
        if differs(root / MANIFEST, data):
            prepared.unlink(missing_ok=True)
            write_new(prepared, data, durable=True)
            put_in_place(prepared, root / MANIFEST)
        remove_journal(root / STAGE)
    except OSError as error:
        return unwritable_below(root, error)
    return None


def _check_open(folder: Path) -> None:
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))


def _half_done(problem: OutputProblem, done: int, every: int) -> OutputProblem:
    """Add to a problem how far the run had come."""
    if not done:
        return problem
    return problem._replace(
        message=say(
            "{problem} {done} of {every} changed files are in place; the next run puts the others there.",
            problem=problem.message,
            done=done,
            every=every,
        )
    )
