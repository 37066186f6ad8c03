"""Why the system refused a file, in words for people who know no error numbers."""

import errno

from carbonroad.base.texts.said import say, sayable

_WORDS = {
    errno.ENOSPC: sayable("the disk is full"),
    errno.EDQUOT: sayable("this user's share of the disk is used up"),
    errno.EROFS: sayable("the disk is read-only"),
    errno.EACCES: sayable("this user is not allowed to"),
    errno.EPERM: sayable("this user is not allowed to"),
    errno.ENAMETOOLONG: sayable("the path is too long for this disk"),
    errno.EIO: sayable("the disk reports a fault"),
    errno.ENOENT: sayable("it does not exist any more"),
    errno.ENOTDIR: sayable("a part of the path is a file and no folder"),
    errno.EISDIR: sayable("it is a folder"),
    errno.ELOOP: sayable("links lead to each other"),
    errno.EMFILE: sayable("too many files are open"),
    errno.ENFILE: sayable("too many files are open"),
    errno.EFBIG: sayable("the file would be larger than is allowed"),
    errno.EBUSY: sayable("another program uses it"),
    errno.EPIPE: sayable("nobody reads it any more"),
    errno.EBADF: sayable("it is closed"),
}
_IN_USE = sayable("another program has it open")
_SHARING = (32, 33)
"""What Windows says of a file that another program keeps to itself."""


def reason_of(error: OSError) -> str:
    """Return why the system refused: in our words where there are some, else in its own."""
    if getattr(error, "winerror", None) in _SHARING:
        return say(_IN_USE)
    words = _WORDS.get(error.errno or 0)
    return say(words) if words is not None else error.strerror or str(error)


def is_in_use(error: OSError) -> bool:
    """Whether another program has the file open, so that waiting may help. Windows alone knows that."""
    return getattr(error, "winerror", None) in (5, *_SHARING)
