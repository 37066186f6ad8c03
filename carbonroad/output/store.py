"""The cache on disk: authenticated entries in a few files, each of which is replaced as a whole.

Whoever can write to the folder can make entries disappear and nothing more: an entry counts only if a
secret that lies elsewhere says that this program wrote it, under this very key. That is looked at before
anything is decoded. The keys are digests of all that a value depends on, so an old entry that someone puts
back is right too.
"""

import os
import stat
from contextlib import suppress

from carbonroad.base.os_reasons import reason_of
from carbonroad.base.texts.said import say
from carbonroad.output.disk import write_new

_VERSION = b"carbonroad cache 1\n"
_NAME = "results-1"
_KEY, _MARK, _LENGTH = 32, 32, 4
_HEAD = _KEY + _MARK + _LENGTH
MOST = 1 << 20
"""Bytes of one of the 256 files."""
_KEPT = 32 << 20
"""Bytes of files that are kept in memory."""
_PENDING = 4 << 20
_ENTRIES = 200
"""Bytes, and how many entries, after which they are written: a long run may be interrupted."""
_OLD = 3600
"""Seconds after which a file that is only half made was left by a run that was killed."""
_CAREFUL = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
"""Nothing is followed, and no pipe is waited for."""
_OWN = 0o600
"""For its owner alone."""
_TAG = "CACHEDIR.TAG"
_TAGGED = b"Signature: 8a477f597d28d172789f06886806bc55\n# A cache of carbonroad; it can be removed.\n"

Entries = dict[bytes, tuple[bytes, bytes]]


class DiskStore:
    """Keeps values under keys, as `batch.store.Store` says.

    Args:
        folder: Where; made when something is to be kept.
        secret: What entries are marked with; who knows it can write entries that count.
    """

    def __init__(self, folder: str, secret: bytes) -> None:
        self.folder = folder
        self.problem = ""
        self.found = 0
        self._secret = secret
        self._files: dict[str, Entries] = {}
        self._sizes: dict[str, int] = {}
        self._used: set[bytes] = set()
        self._pending: dict[str, dict[bytes, bytes]] = {}
        self._waiting = 0
        self._count = 0
        self._swept = False
        self._ready = False

    def get(self, key: str) -> bytes | None:
        """Return the value of a key, None where there is none that can be trusted."""
        known = bytes.fromhex(key)
        pending = self._pending.get(key[:2], {}).get(known)
        if pending is not None:
            return pending
        if key[:2] not in self._files:
            self._load(key[:2])
        entry = self._files[key[:2]].get(known)
        if entry is None or not self._is_ours(known, *entry):
            return None
        self._used.add(known)
        self.found += 1
        return entry[1]

    def put(self, key: str, value: bytes) -> None:
        """Keep a value; it is written with others, at the latest by `flush`."""
        if len(value) > MOST - _HEAD - len(_VERSION):
            return
        self._pending.setdefault(key[:2], {})[bytes.fromhex(key)] = value
        self._waiting += len(value) + _HEAD
        self._count += 1
        if self._waiting > _PENDING or self._count >= _ENTRIES:
            self.flush()

    def flush(self) -> None:
        """Write what is to be kept. Where that is not possible the run goes on without."""
        pending, self._pending, self._waiting, self._count = self._pending, {}, 0, 0
        if not pending or not self._prepare():
            return
        for name, entries in pending.items():
            self._files.pop(name, None)
            self._sizes.pop(name, None)
            try:
                self._write(name, entries)
            except OSError as error:
                self.problem = self._cannot(error)

    def _mark(self, key: bytes, value: bytes) -> bytes:
        from hmac import digest

        return digest(self._secret, _VERSION + key + value, "sha256")

    def _is_ours(self, key: bytes, mark: bytes, value: bytes) -> bool:
        from hmac import compare_digest

        return compare_digest(mark, self._mark(key, value))

    def _load(self, name: str) -> None:
        """Take a file into memory, and the oldest out where there are too many."""
        data = _read(os.path.join(self.folder, _NAME, name))
        while self._sizes and sum(self._sizes.values()) + len(data) > _KEPT:
            oldest = next(iter(self._sizes))
            del self._sizes[oldest], self._files[oldest]
        self._files[name], self._sizes[name] = _entries(data), len(data)

    def _prepare(self) -> bool:
        """Make the folder; whether it is there."""
        if self._ready:
            return True
        folder = os.path.join(self.folder, _NAME)
        try:
            os.makedirs(folder, mode=0o700, exist_ok=True)
            # A link would let whoever made it choose where files are replaced.
            self._ready = stat.S_ISDIR(os.lstat(folder).st_mode)
            if not self._ready:
                self.problem = say("{path} is a link", path=folder)
            tag = os.path.join(self.folder, _TAG)
            if self._ready and not os.path.lexists(tag):
                write_new(tag, _TAGGED, mode=_OWN)
        except OSError as error:
            self.problem = self._cannot(error)
        return self._ready

    def _cannot(self, error: OSError) -> str:
        return say("{path} cannot be used: {reason}", path=self.folder, reason=reason_of(error))

    def _write(self, name: str, new: dict[bytes, bytes]) -> None:
        """Replace a file by one with further entries, the latest used last; the oldest give way."""
        target = os.path.join(self.folder, _NAME, name)
        old = {
            key: entry
            for key, entry in _entries(_read(target)).items()
            if key not in new and self._is_ours(key, *entry)
        }
        kept = sorted(old.items(), key=lambda one: one[0] in self._used)
        kept += [(key, (self._mark(key, value), value)) for key, value in new.items()]
        records, size = [], len(_VERSION)
        for key, (mark, value) in reversed(kept):
            size += _HEAD + len(value)
            if size > MOST:
                break
            records.append(key + mark + len(value).to_bytes(_LENGTH, "big") + value)
        prepared = os.path.join(self.folder, _NAME, f".{name}-{os.urandom(6).hex()}")
        try:
            write_new(prepared, b"".join((_VERSION, *reversed(records))), mode=_OWN)
            made = os.stat(prepared).st_mtime
            os.replace(prepared, target)
        except OSError:
            with suppress(OSError):
                os.unlink(prepared)
            raise
        self._sweep(made)

    def _sweep(self, now: float) -> None:
        """Remove what killed runs left half made; once a run."""
        if self._swept:
            return
        self._swept = True
        folder = os.path.join(self.folder, _NAME)
        for name in os.listdir(folder):
            path = os.path.join(folder, name)
            if name.startswith(".") and os.lstat(path).st_mtime < now - _OLD:
                with suppress(OSError):
                    os.unlink(path)


def _entries(data: bytes) -> Entries:
    """The entries of a file by key, each its mark and its value; none of what is cut off."""
    found: Entries = {}
    if not data.startswith(_VERSION):
        return found
    at = len(_VERSION)
    while at + _HEAD <= len(data):
        begin = at + _HEAD
        end = begin + int.from_bytes(data[begin - _LENGTH : begin], "big")
        if end > len(data):
            break
        found[data[at : at + _KEY]] = data[at + _KEY : at + _KEY + _MARK], data[begin:end]
        at = end
    return found


def _read(path: str) -> bytes:
    """The bytes of a file; none where there is no usual file, or one that is too long to be ours."""
    try:
        if not hasattr(os, "O_NOFOLLOW") and os.path.islink(path):
            return b""
        number = os.open(path, os.O_RDONLY | _CAREFUL)
    except OSError:
        return b""
    try:
        status = os.fstat(number)
        if not stat.S_ISREG(status.st_mode) or status.st_size > MOST:
            return b""
        return os.read(number, status.st_size)
    except OSError:
        return b""
    finally:
        os.close(number)
