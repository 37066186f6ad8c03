"""Writing single files: prepared beside their places and moved there, or not written at all."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from carbonroad.base.texts.said import say
from carbonroad.output.disk import digest, make_folder, put_in_place, remove_empty, write_all
from carbonroad.output.locks import is_still, try_lock
from carbonroad.output.problems import OutputProblem, unwritable

PART = ".carbonroad-part-"
"""How the names of prepared files begin."""


def write_file(path: str, data: bytes) -> OutputProblem | None:
    """Write one file that the user named, whole or not at all; its permissions stay."""
    target = Path(path)
    made: list[Path] = []
    try:
        if target.exists() and not (target.is_file() or target.is_dir()):
            target.write_bytes(data)  # a pipe or a device, such as /dev/stdout, is written to, never replaced
            return None
        target = Path(os.path.realpath(target))  # a link stays; what it leads to is written
        if target.is_symlink():
            links = OSError(errno.ELOOP, os.strerror(errno.ELOOP))  # that lead to each other
            return unwritable(path, links, say("choose another path"))
        if target.is_file() and not target.stat().st_mode & 0o222:
            return OutputProblem(
                say("{file} is write-protected, so it was not changed.", file=path),
                say("allow writing to it, or choose another path"),
            )
        made = make_folder(target.parent)
        _replace(target, data)
    except OSError as error:
        remove_empty(made)
        return unwritable(path, error, say("choose another path"))
    return None


def append_file(path: str, data: bytes) -> OutputProblem | None:
    """Write behind what a file holds already; another program owns it."""
    try:
        with Path(path).open("ab") as file:
            file.write(data)
    except OSError as error:
        return unwritable(path, error, say("choose another path"))
    return None


def rewrite_file(path: str, data: bytes, was: str) -> OutputProblem | None:
    """Put new content in a user's own file, whole or not at all; its owner and permissions stay.

    Args:
        path: The file.
        data: Its new bytes.
        was: The SHA-256 of the bytes that it must still have.
    """
    target = Path(path)
    changed = OutputProblem(
        say("{file} was changed by someone else meanwhile, so nothing was written to it.", file=path),
        say("run the command again"),
    )
    try:
        if target.is_symlink():
            return OutputProblem(
                say("{file} is a link, so it was not changed.", file=path), say("name the file it leads to")
            )
        if not target.stat().st_mode & 0o222:
            return OutputProblem(
                say("{file} is write-protected, so it was not changed.", file=path),
                say("allow writing to it, or make the changes that --diff shows"),
            )
        if not _replace(target, data, was):
            return changed
    except OSError as error:
        return unwritable(path, error, say("check the file and its permissions"))
    return None


def clear_remains(folders: Iterable[Path]) -> None:
    """Remove what killed runs prepared in folders and could not put in place."""
    for folder in folders:
        with suppress(OSError):
            _sweep(folder)


@contextmanager
def scratch(files: Mapping[str, bytes]) -> Iterator[Path]:
    """Lend a private folder with some files, for a program that reads files; gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="carbonroad-", ignore_cleanup_errors=True) as name:
        for path, data in files.items():
            Path(name, path).write_bytes(data)
        yield Path(name)


def _replace(target: Path, data: bytes, was: str | None = None) -> bool:
    """Give a file new bytes in one step.

    Args:
        target: The file; where it is there already, a power cut leaves it with its old bytes or the new.
        data: The new bytes.
        was: The SHA-256 that it must have at that moment; None for any.

    Returns:
        Whether it still had it.
    """
    _sweep(target.parent)
    there = target.is_file()
    prepared = target.parent / f"{PART}{os.urandom(6).hex()}"
    with _held(prepared) as file:
        write_all(file, data)
        if there:
            os.fsync(file)
            _dress(prepared, target)
        if os.name == "nt":  # where an open file cannot be moved
            os.close(file)
        # Looked at last: what is saved between here and there is lost, so nothing slow may come between.
        if was is not None and digest(target.read_bytes()) != was:
            return False
        put_in_place(prepared, target)
    return True


@contextmanager
def _held(prepared: Path) -> Iterator[int]:
    """A new file, locked so that no other run takes it for a remainder; gone afterwards unless moved."""
    while True:
        file = os.open(prepared, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        if try_lock(file) and is_still(file, prepared):
            break
        os.close(file)
    try:
        yield file
    finally:
        with suppress(OSError):
            prepared.unlink()
        with suppress(OSError):
            os.close(file)


def _dress(prepared: Path, target: Path) -> None:
    """Give a prepared file the owner, the permissions and the attributes of the one it replaces."""
    old = target.stat()
    if hasattr(os, "chown"):
        with suppress(PermissionError):  # another's file in a shared folder becomes one's own
            os.chown(prepared, old.st_uid, old.st_gid)
    shutil.copystat(target, prepared)
    os.utime(prepared)


def _sweep(folder: Path) -> None:
    """Remove what killed runs prepared in a folder; what a living one prepares is locked."""
    for path in folder.iterdir():
        if path.name.startswith(PART):
            with suppress(OSError):
                file = os.open(path, os.O_WRONLY | _CAREFUL)
                try:
                    if try_lock(file):
                        path.unlink()
                finally:
                    os.close(file)


_CAREFUL = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""Nothing is followed, and no pipe is waited for."""
