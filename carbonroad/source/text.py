"""Files to text: the one reader of disk, and positions that agree with editors."""

from __future__ import annotations

import errno
import os
import stat
from bisect import bisect_right

from carbonroad.base.os_reasons import reason_of
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.findings import Finding
from carbonroad.source.encoding import BOM, decode
from carbonroad.source.found import found

MAX_BYTES = 20_000_000

_UNREAD: dict[type[Exception], str] = {
    FileNotFoundError: "file-missing",
    IsADirectoryError: "file-is-folder",
    PermissionError: "file-forbidden",
}
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A pipe is not waited for, and no byte is changed."""
_READINGS = 5
"""How often a file is read again at most that changes while it is read."""
_LINE_END = lazy_pattern(r"\r\n|\n|\r")


class SourceText:
    """The decoded text of one file.

    Attributes:
        path: The file as the user named it, for display.
        text: Without the BOM; line ends as written.
        bom: Whether the file began with a BOM.
    """

    __slots__ = ("_line_starts", "_sha256", "bom", "path", "text")

    def __init__(self, path: str, text: str, *, bom: bool = False) -> None:
        self.path = path
        self.text = text
        self.bom = bom
        self._line_starts: list[int] | None = None
        self._sha256 = ""

    @property
    def line_starts(self) -> list[int]:
        """Offsets of the first character of each line; only LF, CR and CRLF end one."""
        if self._line_starts is None:
            self._line_starts = [0, *(match.end() for match in _LINE_END.finditer(self.text))]
        return self._line_starts

    @property
    def sha256(self) -> str:
        """Hexadecimal digest of the file's bytes, the BOM included."""
        if not self._sha256:
            from hashlib import sha256

            self._sha256 = sha256(self.data).hexdigest()
        return self._sha256

    @property
    def data(self) -> bytes:
        """The file's bytes, the BOM included."""
        data = self.text.encode("utf-8", "surrogatepass")
        return BOM + data if self.bom else data

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, columns in code points."""
        starts = self.line_starts
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its end."""
        starts = self.line_starts
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")


def from_string(text: str, path: str = "<text>") -> SourceText:
    """Text that is already in memory, such as an editor's unsaved file."""
    if text.startswith("\ufeff"):
        return SourceText(path, text[1:], bom=True)
    return SourceText(path, text)


def from_bytes(data: bytes, path: str = "<bytes>") -> SourceText | Finding:
    """Decode a file's bytes, or say why that cannot be done."""
    if len(data) > MAX_BYTES:
        return found(path, "too-large", 0, 0, size=len(data), limit=MAX_BYTES // 1_000_000)
    text = decode(data, path)
    return text if isinstance(text, Finding) else from_string(text, path)


def read(path: str | os.PathLike[str], shown: str | None = None) -> SourceText | Finding:
    """Read one file from disk.

    Args:
        path: Where it is.
        shown: How findings name it; by default as `path` does.

    Returns:
        The text, or the one finding that says why there is none.
    """
    name = os.fspath(path) if shown is None else shown
    data = read_data(path, name, MAX_BYTES)
    return data if isinstance(data, Finding) else from_bytes(data, name)


def read_data(path: str | os.PathLike[str], shown: str, limit: int) -> bytes | Finding:
    """Read the bytes of one file from disk, or say why that cannot be done.

    Args:
        path: Where it is.
        shown: How findings name it.
        limit: How many bytes it may have.
    """
    try:
        data, size = _read_bytes(path, limit)
    except (OSError, ValueError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else str(error)
        return found(shown, _UNREAD.get(type(error), "file-unreadable"), 0, 0, file=shown, reason=reason)
    if data is None:
        return found(shown, "file-special", 0, 0, file=shown)
    if len(data) > limit:
        return found(shown, "too-large", 0, 0, size=size, limit=limit // 1_000_000)
    return data


def _read_bytes(path: str | os.PathLike[str], limit: int) -> tuple[bytes | None, int]:
    """A file's bytes, as far as a file may be long, and its size; None for a pipe or a device.

    A file that is saved while it is read would be half old and half new: it is read again.
    """
    for left in range(_READINGS, -1, -1):
        number = os.open(path, _FLAGS)
        try:
            before = os.fstat(number)
            if stat.S_ISDIR(before.st_mode):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
            if not stat.S_ISREG(before.st_mode):
                return None, 0
            # One byte more than there should be: whoever writes on while we read must not keep us for ever.
            room = min(before.st_size, limit) + 1
            data = os.read(number, room)
            while len(data) < room and (more := os.read(number, room - len(data))):
                data += more
            after = os.fstat(number)
        finally:
            os.close(number)
        if not left or (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
            break
    return data, max(len(data), after.st_size)


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


def read_for_display(path: str | os.PathLike[str]) -> SourceText | None:
    """The text of a file that `read` refused, with U+FFFD where bytes make no text.

    Offsets of a `not-utf-8` finding fit this text. None where there is nothing to show.
    """
    try:
        data, _ = _read_bytes(path, MAX_BYTES)
    except (OSError, ValueError):
        return None
    if data is None:
        return None
    return from_string(data[:MAX_BYTES].decode("utf-8", "replace"), os.fspath(path))


def inside(root: str | os.PathLike[str], path: str | os.PathLike[str]) -> bool:
    """Whether `path`, once links are followed, lies in the folder `root`."""
    try:
        base, target = os.path.realpath(root), os.path.realpath(path)
        return os.path.commonpath((base, target)) == base
    except (OSError, ValueError):
        return False
