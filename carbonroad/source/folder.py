"""Which files make a roadmap: folders, their industry files, and the way up to the nearest roadmap."""

import os
import unicodedata
from collections import deque
from collections.abc import Iterable, Iterator

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say
from carbonroad.source.text import inside

TOP_FILE = "carbonroad.yaml"
_ENDINGS = (".yaml", ".yml")
_DEEPEST = 8
"""Folders below each other that are looked into."""
_MOST_FOLDERS = 100_000
_OTHERS = frozenset(("node_modules", "site-packages", "__pycache__"))
"""Folders that hold other programs: many, and none that a person keeps files in."""
BEGIN = say("try carbonroad init, which begins one")
"""The way out where there is nothing to read yet."""


class WantedFile(NamedTuple):
    """A file that may be a roadmap's: its path to show, and whether it is a link that leads elsewhere."""

    name: str
    path: str
    leads_outside: bool


class Double(NamedTuple):
    """Two files that stand for one part, because they differ in their ending alone."""

    part: str
    first: str
    second: str


class Folder(NamedTuple):
    """The files of one roadmap, as paths to show.

    Attributes:
        name: The folder's name, or the file's without its ending for a file that stands alone.
        path: As given.
        top: `carbonroad.yaml`; None where there is none.
        files: Part name → file.
        doubles: Files of which another stands for the same part.
        outside: Files that are links leading out of the folder.
        only: The part that findings and pages are limited to; None for all.
    """

    name: str
    path: str
    top: str | None
    files: dict[str, str]
    doubles: tuple[Double, ...] = ()
    outside: tuple[str, ...] = ()
    only: str | None = None


class NoRoadmap(NamedTuple):
    """Why a path gives no roadmap, and what to do."""

    message: str
    help: str


def find_roadmaps(path: str) -> list[Folder] | NoRoadmap:
    """Return the roadmaps a path names: a roadmap's folder, a folder of roadmaps, or one file.

    Of a folder those that lie below it come too, in the order of their paths; a roadmap's own comes first.
    """
    if os.path.isdir(path):
        return _in_folder(path)
    if not os.path.exists(path):
        return NoRoadmap(say("{path} does not exist.", path=path), say("check the path"))
    if not path.endswith(_ENDINGS):
        return NoRoadmap(
            say("{path} is no YAML file.", path=path), say("name a folder, or a file that ends in .yaml")
        )
    parent = os.path.dirname(path) or "."
    name = part_name(os.path.basename(path))
    if os.path.isfile(os.path.join(parent, TOP_FILE)):
        only = "top" if os.path.basename(path) == TOP_FILE else name
        return [_list_folder(parent, shown=os.path.dirname(path))._replace(only=only)]
    return [Folder(name, path, None, {name: path})]


def search_upwards(start: str) -> str | None:
    """Return the nearest roadmap from a folder upwards: `carbonroad.yaml`, else `roadmaps/`.

    Stops at the repository's root.
    """
    here = os.path.abspath(start)
    while True:
        if os.path.isfile(os.path.join(here, TOP_FILE)):
            return os.path.relpath(here, start)
        roadmaps = os.path.join(here, "roadmaps")
        if os.path.isdir(roadmaps) and not isinstance(_in_folder(roadmaps), NoRoadmap):
            return os.path.relpath(roadmaps, start)
        above = os.path.dirname(here)
        if above == here or os.path.exists(os.path.join(here, ".git")):
            return None
        here = above


def _in_folder(path: str) -> list[Folder] | NoRoadmap:
    listed = _list_folder(path, shown=path)
    if listed.top is not None:
        return [listed, *_below(path)]
    found = list(_below(path, grouping=not listed.files))
    if found:
        return found
    if listed.files or listed.outside:
        return [listed]
    return NoRoadmap(say("There is no roadmap in {path}.", path=path), BEGIN)


def _below(path: str, *, grouping: bool = True) -> Iterator[Folder]:
    """The roadmaps below a folder, each before those below itself.

    Hidden folders, those of other programs and links that lead elsewhere are skipped, and so is what lies
    below a folder that has YAML files and is no roadmap's.

    Args:
        path: The folder.
        grouping: Whether folders without a YAML file are looked into.
    """
    return (listed for listed, own in _visited(path, grouping=grouping) if own)


def folders_looked_into(path: str) -> list[str]:
    """Return a folder and those below it that are looked into for roadmaps: where new ones may appear."""
    try:
        listed = _list_folder(path, shown=path)
        grouping = listed.top is not None or not listed.files
        return [path, *(one.path for one, _ in _visited(path, grouping=grouping))]
    except OSError:
        return [path]


def roadmaps_below(path: str, most: int) -> list[str]:
    """Return the folders of the roadmaps that a folder holds, quickly whatever folder it is.

    Those that cannot be listed are passed over.

    Args:
        path: The folder.
        most: How many folders are looked into; those that lie near come first.
    """
    try:
        listed = _list_folder(path, shown=path)
    except OSError:
        return []
    grouping = listed.top is not None or not listed.files
    below = (one for one, _ in _visited(path, grouping=grouping, most=most, near_first=True))
    return [one.path for one in (listed, *below) if one.top is not None]


def _visited(
    path: str, *, grouping: bool, most: int = _MOST_FOLDERS, near_first: bool = False
) -> Iterator[tuple[Folder, bool]]:
    """The folders that are looked into below a folder, each with whether it is a roadmap's.

    Args:
        path: The folder.
        grouping: Whether folders without a YAML file are looked into.
        most: How many are looked into.
        near_first: Whether they come by depth, without those that cannot be listed.
    """
    waiting = deque((one, 1) for one in reversed(_folders_in(path)))
    for _ in range(most):
        if not waiting:
            return
        here, depth = waiting.popleft() if near_first else waiting.pop()
        try:
            listed = _list_folder(here, shown=here)
        except OSError:
            if not near_first:
                raise
            continue
        own = listed.top is not None or any(os.path.basename(one) == TOP_FILE for one in listed.outside)
        yield listed, own
        deeper = own or (grouping and not listed.files)
        if deeper and depth < _DEEPEST:
            waiting += [(one, depth + 1) for one in reversed(_folders_in(here))]


def _folders_in(path: str) -> list[str]:
    """The folders in a folder, sorted; without hidden ones, and without links that lead out of it."""
    try:
        with os.scandir(path) as entries:
            found = sorted((entry.name, entry.is_symlink()) for entry in entries if _is_folder(entry))
    except OSError:
        return []
    folders = ((os.path.join(path, name), linked) for name, linked in found)
    return [folder for folder, linked in folders if not linked or _stays(path, folder)]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.name not in _OTHERS and not entry.name.startswith(".") and entry.is_dir()
    except OSError:
        return False


def _stays(path: str, folder: str) -> bool:
    """Whether a link leads to a folder below the one it stands in."""
    return inside(path, folder) and os.path.realpath(folder) != os.path.realpath(path)


def _list_folder(path: str, *, shown: str) -> Folder:
    return folder_of(os.path.basename(os.path.abspath(path)), shown, wanted_files(path, shown))


def wanted_files(path: str, shown: str) -> list[WantedFile]:
    """Return a folder's files that may be a roadmap's, in the order of their names.

    Raises:
        OSError: The folder cannot be listed.
    """
    entries = []
    for entry in sorted(os.listdir(path)):
        whole = os.path.join(path, entry)
        if is_wanted(entry) and not os.path.isdir(whole):
            leads_outside = os.path.islink(whole) and not inside(path, whole)
            entries.append(WantedFile(entry, os.path.join(shown, entry), leads_outside))
    return entries


def is_wanted(entry: str) -> bool:
    """Whether a file of this name is one of a roadmap's."""
    return not entry.startswith(".") and entry.endswith(_ENDINGS)


def folder_of(own: str, shown: str, wanted: Iterable[WantedFile]) -> Folder:
    """Return the roadmap that a folder's wanted files make.

    Args:
        own: The roadmap's name.
        shown: The folder, as a path to show.
        wanted: Its files.
    """
    files: dict[str, str] = {}
    doubles: list[Double] = []
    outside = []
    top = None
    for entry, file, leads_outside in wanted:
        name = part_name(entry)
        if leads_outside:
            outside.append(file)
        elif entry == TOP_FILE:
            top = file
        elif name == "carbonroad":
            continue
        elif name in files:
            doubles.append(Double(name, files[name], file))
        else:
            files[name] = file
    return Folder(own, shown, top, files, tuple(doubles), tuple(outside))


def part_name(file: str) -> str:
    """Return the part that a file's name stands for."""
    return unicodedata.normalize("NFC", os.path.splitext(file)[0])
