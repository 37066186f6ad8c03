"""What the folders are called in which the pages of several roadmaps stand."""

import os
from collections import Counter
from collections.abc import Iterable, Sequence

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.source.folder import Folder

_NOT_IN_NAMES = lazy_pattern(r"[^\w-]+")


def page_folders(folders: Sequence[Folder]) -> list[str]:
    """Return a name for the pages of each roadmap: its folder's, with those around it where two are alike.

    Letters, digits, `-` and `_` of any script alone; no two are the same or differ only in their case.
    """
    whole = [_names_of(folder) for folder in folders]
    depths = [1] * len(folders)
    while True:
        names = ["-".join(one[-depth:]) for one, depth in zip(whole, depths, strict=True)]
        counted = Counter(name.casefold() for name in names)
        longer = [
            n for n, name in enumerate(names) if counted[name.casefold()] > 1 and depths[n] < len(whole[n])
        ]
        if not longer:
            return _numbered(names)
        for n in longer:
            depths[n] += 1


def _names_of(folder: Folder) -> list[str]:
    """The folders that a roadmap lies in and its own, as names of pages."""
    above = os.path.dirname(os.path.abspath(folder.path or ".")).split(os.sep)
    names = (*filter(None, above), folder.name)
    return [_NOT_IN_NAMES.sub("-", name).strip("-") or "roadmap" for name in names]


def _numbered(names: Iterable[str]) -> list[str]:
    """Names of which no two are alike: the second gets a number."""
    taken: set[str] = set()
    found = []
    for name in names:
        number, one = 2, name
        while one.casefold() in taken:
            one, number = f"{name}-{number}", number + 1
        taken.add(one.casefold())
        found.append(one)
    return found
