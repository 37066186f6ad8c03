"""Where a run remembers what it found, if it does."""

import os
import sys
from typing import TYPE_CHECKING

from carbonroad.base.texts.said import Said, say

if TYPE_CHECKING:
    from carbonroad.cli.console import Console
    from carbonroad.output.store import DiskStore

_FOLDER = "CARBONROAD_CACHE_DIR"
_OFF = "CARBONROAD_NO_CACHE"
_KEY = "CARBONROAD_CACHE_KEY"
_LEAST = 32
"""Characters of a key from the environment."""
_NAME = "carbonroad"


def open_store(console: "Console", *, wanted: bool) -> "DiskStore | None":
    """Return what remembers results from run to run; None where nothing does.

    Args:
        console: Tells why nothing does, where more is wanted (`-v`).
        wanted: Whether the call leaves it on.
    """
    if not wanted or os.environ.get(_OFF):
        return None
    folder = os.environ.get(_FOLDER) or _usual("XDG_CACHE_HOME", ".cache", "Library/Caches", "LOCALAPPDATA")
    if not folder:
        tell_without(console, say("there is no home folder, and {variable} names none", variable=_FOLDER))
        return None
    secret = _secret(console)
    if isinstance(secret, Said):
        tell_without(console, secret)
        return None
    from carbonroad.output.store import DiskStore

    return DiskStore(os.path.abspath(folder), secret)


def tell_without(console: "Console", why: str) -> None:
    """Say why this run is not remembered, where more is wanted."""
    console.detail(say("This run is not remembered for the next: {why}.", why=why))


def _secret(console: "Console") -> bytes | Said:
    """What marks entries as ours, or why there is nothing."""
    given = os.environ.get(_KEY)
    if given:
        if len(given) < _LEAST:
            console.refuse(
                say("{variable} has fewer than {n} characters.", variable=_KEY, n=_LEAST),
                say("write such as openssl rand -hex 32 prints"),
            )
        from hashlib import sha256

        return sha256(b"carbonroad cache key\n" + os.fsencode(given)).digest()
    folder = _usual("XDG_STATE_HOME", ".local/state", "Library/Application Support", "APPDATA")
    if not folder:
        return say("there is no home folder, and {variable} is not set", variable=_KEY)
    from carbonroad.output.secret import own_secret

    path = os.path.join(folder, "cache.key")
    return own_secret(path) or say("{file} cannot be made, or is not for its owner's eyes alone", file=path)


def _usual(variable: str, unix: str, mac: str, windows: str) -> str:
    """The program's folder of a kind, as the system has it; empty where there is no home folder."""
    if os.name == "nt":
        base = os.environ.get(windows, "")
    else:
        base = os.environ.get(variable, "") if sys.platform != "darwin" else ""
        if not os.path.isabs(base):
            home = os.path.expanduser("~")
            base = os.path.join(home, mac if sys.platform == "darwin" else unix)
    return os.path.join(base, _NAME) if os.path.isabs(base) else ""
