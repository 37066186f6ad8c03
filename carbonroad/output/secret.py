"""The user's secret that entries of the cache are marked with: made once, for its owner's eyes alone."""

import os
import stat
from contextlib import suppress

_BYTES = 32
_CAREFUL = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)


def own_secret(path: str) -> bytes | None:
    """Return the secret that a file holds, made anew where there is no file.

    None where it cannot be made, or is not the user's alone: then others may know it.
    """
    found = _read(path)
    if found is None and not os.path.lexists(path):
        with suppress(OSError):
            _make(path)
        found = _read(path)  # of two runs that make it at once one has won
    return found


def _read(path: str) -> bytes | None:
    try:
        if not hasattr(os, "O_NOFOLLOW") and os.path.islink(path):
            return None
        number = os.open(path, os.O_RDONLY | _CAREFUL)
        try:
            data = os.read(number, 2 * _BYTES + 2) if _is_own(os.fstat(number)) else b""
        finally:
            os.close(number)
        secret = bytes.fromhex(data.decode("ascii").strip())
    except (OSError, ValueError):
        return None
    return secret if len(secret) == _BYTES else None


def _is_own(status: os.stat_result) -> bool:
    """Whether it is a usual file that nobody else can read."""
    if not stat.S_ISREG(status.st_mode):
        return False
    return not hasattr(os, "geteuid") or (status.st_uid == os.geteuid() and not status.st_mode & 0o077)


def _make(path: str) -> None:
    folder = os.path.dirname(path)
    os.makedirs(folder, mode=0o700, exist_ok=True)
    prepared = os.path.join(folder, f".{os.path.basename(path)}-{os.urandom(6).hex()}")
    number = os.open(prepared, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _CAREFUL, 0o600)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(os.urandom(_BYTES).hex().encode() + b"\n")
        if hasattr(os, "link"):
            os.link(prepared, path)  # unlike a move it never replaces what another run has made
        else:
            os.rename(prepared, path)
    finally:
        with suppress(OSError):
            os.unlink(prepared)
