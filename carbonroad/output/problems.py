"""Why nothing could be written, in words that say what to do."""

import errno

from carbonroad.base.os_reasons import is_in_use, reason_of
from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say, sayable


class OutputProblem(NamedTuple):
    """Why nothing was written, and what to do."""

    message: str
    help: str


_FULL = sayable("make room on the disk, and run the command again")
_SHORTER = sayable("choose a folder with a shorter path")
_FAULT = sayable("check the disk, or choose a folder on another one")
_AGAIN = sayable("run the command again")
_FILES = sayable("close other programs, or raise the limit (ulimit -n)")
_CLOSE = sayable("close it there, and run the command again")
_WAYS_OUT = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.ENAMETOOLONG: _SHORTER,
    errno.EIO: _FAULT,
    errno.ENOENT: _AGAIN,
    errno.EMFILE: _FILES,
    errno.ENFILE: _FILES,
}


def unwritable(path: str, error: OSError, way_out: str) -> OutputProblem:
    """Return what to say of a path that cannot be written.

    Args:
        path: As the user named it.
        error: What the system said.
        way_out: What helps where the reason has no way out of its own.
    """
    words = _CLOSE if is_in_use(error) else _WAYS_OUT.get(error.errno or 0)
    return OutputProblem(
        say("{path} cannot be written: {reason}.", path=path, reason=reason_of(error)),
        say(words) if words is not None else way_out,
    )
