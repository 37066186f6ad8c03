"""Small steps on the disk: compare, write, put in place, remove."""

import hashlib
import os
import stat
from collections.abc import Iterable
from pathlib import Path
from time import sleep

from carbonroad.base.os_reasons import is_in_use

_TRIES = 40
_BETWEEN = 0.05
"""Seconds: a virus scanner or an index lets go of a file within two."""
_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digest_of(path: Path) -> str | None:
    """Return the SHA-256 of a file; None where there is none, or a link or a folder stands there."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return None
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def differs(path: Path, data: bytes) -> bool:
    """Whether a file is not there or has other bytes."""
    try:
        there = path.lstat()
        return not stat.S_ISREG(there.st_mode) or there.st_size != len(data) or path.read_bytes() != data
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return True


def write_new(path: str | Path, data: bytes, *, durable: bool = False, mode: int = 0o666) -> None:
    """Write a file that is not there yet.

    Args:
        path: The file.
        data: Its bytes.
        durable: Whether a power cut must not take it.
        mode: Who may do what with it.
    """
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode)
    try:
        write_all(file, data)
        if durable:
            os.fsync(file)
    finally:
        os.close(file)


def write_all(file: int, data: bytes) -> None:
    """Write bytes to an open file, in as many steps as the system takes for it."""
    left = memoryview(data)
    while left:
        left = left[os.write(file, left) :]


def put_in_place(prepared: Path, target: Path) -> None:
    """Move a prepared file to its place in one step; wait a little where another program has that open."""
    for left in range(_TRIES, -1, -1):
        try:
            prepared.replace(target)
        except PermissionError as error:
            if not (left and is_in_use(error)):
                raise
            sleep(_BETWEEN)
        else:
            return


def make_folder(folder: Path) -> list[Path]:
    """Make a folder and those above it; return those that were not there, the outermost first."""
    missing = []
    for one in (folder, *folder.parents):
        if one.is_dir():
            break
        missing.append(one)
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def remove_empty(folders: Iterable[Path]) -> None:
    """Remove folders that hold nothing, the innermost first."""
    for folder in sorted(folders, key=lambda one: len(one.parts), reverse=True):
        try:
            folder.rmdir()
        except OSError:
            continue


def remove(root: Path, paths: Iterable[str]) -> None:
    """Remove files below a folder, and the folders that held nothing else."""
    for path in paths:
        target = root / path
        target.unlink(missing_ok=True)
        for above in target.parents:
            if above == root or any(above.iterdir() if above.is_dir() else ["x"]):
                break
            above.rmdir()
