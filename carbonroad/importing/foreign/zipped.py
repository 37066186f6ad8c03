"""The parts of an Office file, unpacked in memory, as far as limits allow; nothing is written or followed."""

from __future__ import annotations

import struct
import zipfile
import zlib
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from carbonroad.base.texts.said import say
from carbonroad.importing.foreign.faults import CannotRead, damaged, over_limit, protected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carbonroad.findings import Finding

MAX_ENTRIES = 10_000
"""Files in one Office file."""
MAX_UNPACKED = 100_000_000
"""Bytes of all parts that are read, unpacked."""
MAX_RATIO = 500
"""How many times larger a part may become by unpacking; a real sheet becomes 5 to 50 times larger."""
MAX_TAGS = 5_000_000
"""Tags of all parts that are read."""
_SMALL = 5_000_000
"""Bytes up to which the ratio does not matter."""
_STEP = 1 << 16
_ENCRYPTED = 0x1
_METHODS = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))

# What zipfile and zlib raise on damaged bytes; the documentation promises BadZipFile alone, which is not so.
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    ValueError,
    OverflowError,
    IndexError,
    RuntimeError,
)


class Package:
    """The parts of one zip file by their names; letter case and the direction of slashes do not count.

    Raises:
        CannotRead: It is damaged, protected, or holds more than is read.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._spent = self._tags = 0
        self._begun: set[str] = set()
        with _library(name):
            self._zip = zipfile.ZipFile(BytesIO(data))
            entries = self._zip.infolist()
        if len(entries) > MAX_ENTRIES:
            message = say(
                "{name} holds {n:,} files; the limit is {limit:,}.",
                name=name,
                n=len(entries),
                limit=MAX_ENTRIES,
            )
            raise CannotRead(over_limit(name, message, say("save it anew, without pictures and attachments")))
        self._parts: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            key = entry.filename.replace("\\", "/").lstrip("/").casefold()
            if key in self._parts:
                raise CannotRead(damaged(name, say("it holds the part {part} twice", part=_short(key))))
            self._parts[key] = entry

    def __contains__(self, part: str) -> bool:
        return part.casefold() in self._parts

    def names(self) -> Iterator[str]:
        """Names of all parts, in small letters."""
        return iter(self._parts)

    def chunks(self, part: str) -> Iterator[bytes]:
        """The bytes of a part, piece by piece; none where there is no such part."""
        entry = self._parts.get(part.casefold())
        if entry is None:
            return
        if entry.flag_bits & _ENCRYPTED:
            raise CannotRead(protected(self.name))
        if entry.compress_type not in _METHODS:
            why = say("the part {part} is packed in a way that Office does not use", part=_short(part))
            raise CannotRead(damaged(self.name, why))
        first = entry.filename not in self._begun
        if first:  # what is read a second time takes no more room
            self._begun.add(entry.filename)
            self._spend(entry)
        with _library(self.name):
            file = self._zip.open(entry)
        with file:
            while True:
                with _library(self.name):
                    chunk = file.read(_STEP)
                if not chunk:
                    return
                self._tags += chunk.count(b"<") if first else 0
                if self._tags > MAX_TAGS:
                    raise CannotRead(_too_many_tags(self.name))
                yield chunk

    def read(self, part: str, limit: int) -> bytes:
        """The first bytes of a part, `limit` at most; none where there is no such part."""
        found = bytearray()
        for chunk in self.chunks(part):
            found += chunk
            if len(found) >= limit:
                break
        return bytes(found[:limit])

    def _spend(self, entry: zipfile.ZipInfo) -> None:
        """Refuse a part that is too large; zipfile unpacks no more than the size that the part declares."""
        self._spent += entry.file_size
        large = entry.file_size > _SMALL and entry.file_size > MAX_RATIO * entry.compress_size
        if large or self._spent > MAX_UNPACKED:
            raise CannotRead(_too_large(self.name, self._spent))


def _too_large(name: str, size: int) -> Finding:
    message = say(
        "{name} unpacks to {size:,} MB or more; the limits are {limit:,} MB and {ratio} times the size.",
        name=name,
        size=max(1, size // 1_000_000),
        limit=MAX_UNPACKED // 1_000_000,
        ratio=MAX_RATIO,
    )
    help_ = say("copy what you need into a new file: formats of empty rows take room too")
    return over_limit(name, message, help_)


def _too_many_tags(name: str) -> Finding:
    message = say("{name} is made of more than {limit:,} tags, the limit.", name=name, limit=MAX_TAGS)
    return over_limit(name, message, say("copy what you need into a new file"))


@contextmanager
def _library(name: str) -> Iterator[None]:
    """The one place where what the zip library raises on a damaged file becomes a finding."""
    try:
        yield
    except _DAMAGED as error:
        raise CannotRead(damaged(name, say("it cannot be unpacked"))) from error


def _short(part: str) -> str:
    return ascii(part[:60])[1:-1]
