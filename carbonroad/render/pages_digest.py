"""What pages depend on beside what is found in the files: the code, templates and styles that make them."""

import os
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from carbonroad.render.templates.shipped import template_folder
from carbonroad.source.text import read_contents

_FLOORS = (Path(__file__).parent, Path(__file__).parents[1] / "views")


def pages_digest(own: str | None = None) -> str:
    """Return a digest over the code and the templates that make pages, as 64 hexadecimal digits.

    Args:
        own: A user's folder of templates.
    """
    return _shipped() if own is None else _digest((Path(own),), _shipped())


@cache
def _shipped() -> str:
    return _digest((*_FLOORS, *_libraries(), template_folder()))


def _digest(folders: Iterable[Path], first: str = "") -> str:
    from hashlib import sha256

    made = sha256(first.encode())
    for folder in folders:
        for path in _files(folder):
            data = read_contents(str(path))
            made.update(repr((str(path.relative_to(folder)), data and len(data))).encode("utf-8", "replace"))
            made.update(data or b"")
    return made.hexdigest()


def _libraries() -> Iterator[Path]:
    """The folders of the libraries that fill in templates; they are looked for and not imported."""
    for name in ("jinja2", "markupsafe"):
        found = find_spec(name)
        if found is not None and found.origin is not None:
            yield Path(found.origin).parent


def _files(folder: Path) -> Iterator[Path]:
    """The files below a folder, in an order that is always the same."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(("__", ".")))
        yield from (Path(here) / name for name in sorted(names) if not name.endswith((".pyc", ".pyo")))
