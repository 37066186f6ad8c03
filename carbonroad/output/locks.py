"""Locks that end with their process, however it ends, so that none is ever left behind."""

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import sleep

_HELD = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
_BETWEEN = 0.1
"""Seconds from one try to the next."""
_PATIENCE = 600
"""How many tries: a minute."""
_BEHIND = 1 << 30
"""Windows locks a range of bytes: one behind any text, which others may read then."""


def try_lock(file: int) -> bool:
    """Lock an open file for this process; False where another one holds it.

    On a disk that knows no locks (some network drives) everyone gets one.
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(file, _BEHIND, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _HELD
    return True


def unlock(file: int) -> None:
    """Give a lock back, also where processes that this one started still have the file open."""
    with suppress(OSError):
        if sys.platform == "win32":
            import msvcrt

            os.lseek(file, _BEHIND, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_UNLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_UN)


def open_locked(path: Path, on_wait: Callable[[], None]) -> int | None:
    """Open a file and lock it; wait while another run holds it, a minute at most.

    Args:
        path: The file; made if it is not there, and its folder too.
        on_wait: Called once if another run must be waited for.

    Returns:
        The open file; None if the other run went on for too long.

    Raises:
        OSError: If it cannot be opened; a link is not followed.
    """
    waited = 0
    while waited < _PATIENCE:
        file = _opened(path)
        if file is None:
            continue  # its owner took the folder away at this moment
        held = not try_lock(file)
        if not held and is_still(file, path):
            return file
        os.close(file)
        if held:
            if not waited:
                on_wait()
            sleep(_BETWEEN)
            waited += 1
    return None


def is_still(file: int, path: Path) -> bool:
    """Whether an open file still has its name."""
    try:
        return os.path.samestat(os.fstat(file), path.lstat())
    except FileNotFoundError:
        return False


def _opened(path: Path) -> int | None:
    try:
        path.parent.mkdir(0o700)
    except FileExistsError:
        if path.parent.is_symlink():
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path.parent)) from None
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        return os.open(path, flags, 0o600)
    except FileNotFoundError:
        return None
