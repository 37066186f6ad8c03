"""What a result depends on beside the files: this program, Python and the reader of YAML, by their bytes."""

import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec

from carbonroad import __version__
from carbonroad.source.text import read_contents

_FORMAT = 1
"""Of what is remembered."""
_ABOVE = frozenset(
    (
        "cli",
        "editing",
        "export",
        "live",
        "lsp",
        "output",
        "render",
        "report",
        "schema",
        "serve",
        "starting",
        "views",
        "workspace",
    )
)
"""The floors above this one: no finding depends on them."""
_CODE = (".py", ".so", ".pyd", ".mo", ".md", ".txt", ".json")


@cache
def program_digest() -> str:
    """Return a digest of all that decides what is found in a file, as 64 hexadecimal digits.

    It is of the bytes of the code, so that a change of an installation that can be edited counts too.
    """
    return _digest()


def is_still_the_same() -> bool:
    """Whether the program is what it was when its digest was asked for first."""
    return _digest() == program_digest()


def _digest() -> str:
    from hashlib import sha256

    made = sha256(repr((_FORMAT, __version__, sys.version, sys.byteorder, sys.flags.optimize)).encode())
    for path in files():
        data = read_contents(path)
        made.update(repr((os.path.basename(path), None if data is None else len(data))).encode())
        made.update(data or b"")
    return made.hexdigest()


def home() -> str:
    """Return the folder of this program's code."""
    return os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def files() -> list[str]:
    """Return the files that decide what is found, always in the same order."""
    return [*_code(home(), skipped=_ABOVE), *_yaml()]


def _yaml() -> Iterator[str]:
    """The files of PyYAML, with the compiled part, where there is one."""
    for name in ("yaml", "_yaml"):
        found = find_spec(name)
        if found is not None and found.origin is not None:
            yield from _code(os.path.dirname(found.origin))


def _code(folder: str, skipped: Iterable[str] = ()) -> Iterator[str]:
    """The files of code below a folder, in an order that is always the same."""
    with os.scandir(folder) as listed:
        entries = sorted(listed, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.endswith(_CODE):
            yield entry.path
        elif entry.is_dir() and not entry.name.startswith(("__", ".")) and entry.name not in skipped:
            yield from _code(entry.path)
