"""Which files make a roadmap: folders, their industry files, and the way up to the nearest roadmap."""

import os
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from carbonroad.base.said import say
from carbonroad.source.text import inside

TOP_FILE = "carbonroad.yaml"
_ENDINGS = (".yaml", ".yml")
BEGIN = say("try carbonroad init, which begins one")
"""The way out where there is nothing to read yet."""


class Folder(NamedTuple):
    """The files of one roadmap, as paths to show.

    Attributes:
        name: The folder's name, or the file's without its ending for a file that stands alone.
        path: As given.
        top: `carbonroad.yaml`; None where there is none.
        files: Part name → file.
        doubles: (name, first file, second file) where two files differ only in their ending.
        outside: Files that are links leading out of the folder.
        only: The part that findings and pages are limited to; None for all.
    """

    name: str
    path: str
    top: str | None
    files: dict[str, str]
    doubles: tuple[tuple[str, str, str], ...] = ()
    outside: tuple[str, ...] = ()
    only: str | None = None


class NoRoadmap(NamedTuple):
    """Why a path gives no roadmap, and what to do."""

    message: str
    help: str


def find_roadmaps(path: str) -> list[Folder] | NoRoadmap:
    """Return the roadmaps a path names: a roadmap's folder, a folder of roadmaps, or one file."""
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
        return [listed]
    below = [
        os.path.join(path, name)
        for name in sorted(os.listdir(path))
        if not name.startswith(".") and os.path.isfile(os.path.join(path, name, TOP_FILE))
    ]
    if below:
        return [_list_folder(folder, shown=folder) for folder in below]
    if listed.files:
        return [listed]
    return NoRoadmap(say("There is no roadmap in {path}.", path=path), BEGIN)


def _list_folder(path: str, *, shown: str) -> Folder:
    entries = []
    for entry in sorted(os.listdir(path)):
        whole = os.path.join(path, entry)
        if is_wanted(entry) and not os.path.isdir(whole):
            leads_outside = os.path.islink(whole) and not inside(path, whole)
            entries.append((entry, os.path.join(shown, entry), leads_outside))
    return folder_of(os.path.basename(os.path.abspath(path)), shown, entries)


def is_wanted(entry: str) -> bool:
    """Whether a file of this name is one of a roadmap's."""
    return not entry.startswith(".") and entry.endswith(_ENDINGS)


def folder_of(own: str, shown: str, entries: Iterable[tuple[str, str, bool]]) -> Folder:
    """Return a roadmap of wanted files: name, path to show and whether it is a link that leads outside."""
    files: dict[str, str] = {}
    doubles, outside = [], []
    top = None
    for entry, file, leads_outside in entries:
        name = part_name(entry)
        if leads_outside:
            outside.append(file)
        elif entry == TOP_FILE:
            top = file
        elif name == "carbonroad":
            continue
        elif name in files:
            doubles.append((name, files[name], file))
        else:
            files[name] = file
    return Folder(own, shown, top, files, tuple(doubles), tuple(outside))


def part_name(file: str) -> str:
    """Return the part that a file's name stands for."""
    return unicodedata.normalize("NFC", os.path.splitext(file)[0])
