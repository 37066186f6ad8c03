"""Where the roadmap lies that another one names as its parent: beside it or above it, never outside."""

import os
import unicodedata
from collections.abc import Callable, Mapping
from typing import Literal

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.findings import Finding, Span
from carbonroad.source.folder import TOP_FILE
from carbonroad.source.text import SourceText, inside, read, read_contents
from carbonroad.source.yaml.nodes import Mapping as MappingNode
from carbonroad.source.yaml.nodes import Scalar, is_null
from carbonroad.source.yaml.parse import parse

PARENT_KEYS = ("parent", "上级路线图", "上级")
_MOST_ABOVE = 16
"""Folders above a roadmap in which its parent is looked for."""
_LONGEST = 400
_NO_NAMES = frozenset('\\:*?"<>|')
_BYTES = tuple(key.encode() for key in PARENT_KEYS)
_KEY = lazy_pattern(
    r"(?m)^(?P<quote>['\"]?)(?:parent|上级(?:路线图)?)(?P=quote)[ \t]*:"
    r"(?:[ \t]+(?P<value>[^\r\n]*))?(?=[\r\n]|\Z)"
)
_PLAIN = lazy_pattern(r"(?P<name>\w(?:[\w./ -]*?[\w./-])??)[ \t]*+(?:#.*)?")
_AT_THE_MARGIN = lazy_pattern(r"(?m)^[^\s#\-{}\[\]%&*!|>@`'\"][^\r\n]*:")

Names = tuple[str, ...]
Why = Literal["name", "missing", "itself", "several"]


class Named(NamedTuple):
    """The name of a parent as typed, and where."""

    text: str
    span: Span


class NoParent(NamedTuple):
    """Why a name finds no roadmap: `name` (it can be none), `missing`, `itself` or `several`.

    `near` are names that would be found.
    """

    why: Why
    near: tuple[str, ...] = ()


def named_parent(path: str, texts: Mapping[str, SourceText | Finding]) -> Named | None:
    """Return what a top file names as its roadmap's parent; None where it names none or cannot be read.

    Most files say so in one plain line, or nowhere: only the others are parsed.
    """
    source = texts.get(path) or _with_the_key(path)
    if not isinstance(source, SourceText):
        return None
    lines = list(_KEY.finditer(source.text))
    if not lines and not any(key in source.text for key in PARENT_KEYS):
        return None
    if len(lines) == 1:
        plain = _PLAIN.fullmatch(lines[0]["value"] or "")
        if plain is not None and not _is_null_word(plain["name"]):
            start = lines[0].start("value")
            return Named(plain["name"], Span(path, start, start + len(plain["name"])))
    if not lines and _AT_THE_MARGIN.search(source.text):
        return None
    return _parsed(source)


def _with_the_key(path: str) -> SourceText | Finding | None:
    """The text of a file that has the key's letters somewhere; None for any other."""
    data = read_contents(path)  # tens of thousands of these; a pipe or a device is not waited for
    return read(path) if data is not None and any(key in data for key in _BYTES) else None


def _is_null_word(text: str) -> bool:
    """Whether a plain value says that nothing is given."""
    return text in ("null", "~", "Null", "NULL")


def _parsed(source: SourceText) -> Named | None:
    root = parse(source).root
    if not isinstance(root, MappingNode):
        return None
    for key, value in root.pairs:
        if key.text in PARENT_KEYS and isinstance(value, Scalar) and not is_null(value):
            return Named(value.text, Span(source.path, value.start, value.end))
    return None


def names_in(text: str) -> Names | None:
    """Return the folders that a parent's name goes through; None where it can name no roadmap.

    `..`, hidden folders, back-slashes, drives and signs that are not seen lead nowhere.
    """
    names = tuple(unicodedata.normalize("NFC", name) for name in text.strip().split("/"))
    if len(text) > _LONGEST or not all(map(_is_name, names)):
        return None
    return names


def _is_name(name: str) -> bool:
    plain = bool(name) and name == name.strip() and name[0] != "." and name.isprintable()
    return plain and _NO_NAMES.isdisjoint(name)


def climb(place: Names, names: Names, has: Callable[[Names], bool]) -> Names | NoParent:
    """Return the nearest roadmap of a name: a folder above, or one that a folder above holds.

    Args:
        place: The folders from the uppermost that may be looked into to the roadmap's own.
        names: What is looked for.
        has: Whether a folder is a roadmap's.
    """
    own = False
    for end in range(len(place) - 1, 0, -1):
        above = place[:end]
        if above[-len(names) :] == names and has(above):
            return above
        beside = above + names
        if beside == place:
            own = True
        elif has(beside):
            return beside
    return NoParent("itself" if own else "missing")


class Shelf:
    """The folders around roadmaps, each listed once."""

    def __init__(self) -> None:
        self._listed: dict[str, dict[str, str]] = {}
        self._has: dict[str, bool] = {}
        self._roots: dict[str, str | None] = {}
        self._parents: dict[tuple[str, Names], str | NoParent] = {}
        self._beside: dict[str, list[str]] = {}

    def find(self, here: str, names: Names) -> str | NoParent:
        """Return the folder of a roadmap's parent, as a real path.

        Args:
            here: The roadmap's, as a real path.
            names: The folders of the parent's name.
        """
        above, own = os.path.split(here)
        if unicodedata.normalize("NFC", own) == names[-1] or _is_repository(here):
            return self._found(here, names)
        if (above, names) not in self._parents:  # what lies beside has the same one
            self._parents[above, names] = self._found(here, names)
        return self._parents[above, names]

    def _found(self, here: str, names: Names) -> str | NoParent:
        root = self._uppermost(here)
        below = () if here == root else os.path.relpath(here, root).split(os.sep)
        place = (os.path.basename(root), *below)
        place = tuple(unicodedata.normalize("NFC", name) for name in place)
        found = climb(place, names, lambda path: self._is_roadmap(root, path[1:]))
        return found if isinstance(found, NoParent) else os.path.realpath(self._at(root, found[1:]) or root)

    def beside(self, folder: str) -> list[str]:
        """Return the roadmaps that a folder holds, as real paths in the order of their names."""
        if folder not in self._beside:
            found = (os.path.join(folder, name) for name in sorted(self._names(folder).values()))
            self._beside[folder] = [os.path.realpath(one) for one in found if self.has_top(one)]
        return self._beside[folder]

    def names_around(self, here: str) -> list[str]:
        """Return the names by which a roadmap finds others, those of the folder that it lies in first."""
        found: dict[str, None] = {}
        root, folder = self._uppermost(here), here
        while folder != root:
            folder = os.path.dirname(folder)
            near = [folder, *self.beside(folder)] if self.has_top(folder) else self.beside(folder)
            names = (unicodedata.normalize("NFC", os.path.basename(one)) for one in near if one != here)
            found.update(dict.fromkeys(names))
        return list(found)

    def has_top(self, folder: str) -> bool:
        """Whether a folder is a roadmap's."""
        if folder not in self._has:
            top = os.path.join(folder, TOP_FILE)
            self._has[folder] = os.path.isfile(top) and inside(folder, top)
        return self._has[folder]

    def _uppermost(self, here: str) -> str:
        """The folder beyond which no parent is looked for.

        The repository's; without one the folder that the roadmap lies in, that of the roadmap above it, and
        the folder of the call where it is above.
        """
        chain = [here]
        while len(chain) <= _MOST_ABOVE and os.path.dirname(chain[-1]) != chain[-1]:
            chain.append(os.path.dirname(chain[-1]))
        if _is_repository(here) or len(chain) == 1:
            return here
        if chain[1] not in self._roots:
            self._roots[chain[1]] = next(filter(_is_repository, chain[1:]), None)
        root = self._roots[chain[1]]
        if root is not None:
            return root
        call, last = os.path.realpath("."), 1
        while last + 1 < len(chain) and (self.has_top(chain[last]) or call in chain[last + 1 :]):
            last += 1
        return chain[last]

    def _is_roadmap(self, root: str, names: Names) -> bool:
        found = self._at(root, names)
        return found is not None and inside(root, found) and self.has_top(found)

    def _at(self, root: str, names: Names) -> str | None:
        """A folder by its names as they are written on disk."""
        here = root
        for name in names:
            known = self._names(here).get(name)
            if known is None:
                return None
            here = os.path.join(here, known)
        return here

    def _names(self, folder: str) -> dict[str, str]:
        if folder not in self._listed:
            try:
                names = os.listdir(folder)
            except OSError:
                names = []
            seen = (name for name in names if not name.startswith("."))
            self._listed[folder] = {unicodedata.normalize("NFC", name): name for name in seen}
        return self._listed[folder]


def _is_repository(folder: str) -> bool:
    return os.path.exists(os.path.join(folder, ".git"))
