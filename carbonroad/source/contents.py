"""The bytes of files that are to be known by their content."""

import os
import stat

from carbonroad.source.text import MAX_BYTES

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def read_contents(path: str) -> bytes | None:
    """Return the bytes of a file; None where it is none, cannot be read or is longer than a file may be."""
    try:
        number = os.open(path, _FLAGS)
    except (OSError, ValueError):
        return None
    try:
        status = os.fstat(number)
        if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
            return None
        data = os.read(number, status.st_size + 1)
        # As many bytes as there should be, though one more was asked for: that was its end.
        while len(data) != status.st_size and len(data) <= MAX_BYTES and (more := os.read(number, MAX_BYTES)):
            data += more
    except OSError:
        return None
    finally:
        os.close(number)
    return data if len(data) <= MAX_BYTES else None
