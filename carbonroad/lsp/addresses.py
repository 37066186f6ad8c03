"""Addresses of documents as editors write them, and paths as the program has them."""

import os
from ntpath import normpath as normal_on_windows
from posixpath import normpath as normal_elsewhere
from urllib.parse import quote, unquote

from carbonroad.base.texts.lazy_pattern import lazy_pattern

_ADDRESS = lazy_pattern(r"([A-Za-z][A-Za-z0-9+.-]*):(?://([^/]*))?(.*)")
_DRIVE = lazy_pattern(r"/?([A-Za-z]):(?=[/\\]|$)")
WINDOWS = os.name == "nt"
_UNSAVED = "untitled"


def path_of(uri: str, *, windows: bool = WINDOWS) -> str | None:
    """Return the path of a document; None for what is neither a file nor a document not saved yet.

    A document that has no file yet gets the path of one in a folder of its own that cannot exist.

    Args:
        uri: The address.
        windows: Whether paths are those of Windows; a test asks for those of either system.
    """
    address = _ADDRESS.fullmatch(uri)
    if address is None or "\0" in (rest := unquote(address[3], errors="surrogateescape")):
        return None
    scheme, host = address[1].lower(), unquote(address[2] or "")
    if scheme == _UNSAVED:
        return _unsaved(rest, windows=windows)
    foreign = host.lower() not in ("", "localhost")
    # Another machine's file is none of ours, even if ours has one of that name; on Windows it has a path.
    if scheme != "file" or not rest.startswith("/") or (foreign and not windows):
        return None
    if not windows:
        return normal_elsewhere(f"/{rest.lstrip('/')}")
    if foreign:
        return normal_on_windows(f"//{host}{rest}")
    drive = _DRIVE.match(rest)
    return normal_on_windows(f"{drive[1].upper()}:{rest[drive.end() :]}/" if drive else rest).rstrip("\\")


def _unsaved(name: str, *, windows: bool) -> str | None:
    """The path of a document that has no file yet."""
    name = quote(name.strip("/\\"), safe=" ")
    return f"{'C:' if windows else ''}/{_UNSAVED}:/{name}/{name}.yaml" if name else None


def uri_of(path: str, *, windows: bool = WINDOWS) -> str:
    """Return the address of a file; `windows` as in `path_of`."""
    if not windows:
        return f"file://{quote(os.fsencode(path))}"
    plain = path.replace("\\", "/")
    if plain.startswith("//"):
        return f"file:{quote(plain)}"
    drive = _DRIVE.match(plain)
    if drive is None:
        return f"file://{quote(plain)}"
    return f"file:///{drive[1].lower()}%3A{quote(plain[drive.end() :])}"
