"""Every place of a roadmap that declares something or names it: the index that all of editing asks."""

from __future__ import annotations

from collections import OrderedDict
from threading import RLock
from typing import TYPE_CHECKING
from weakref import ref

from carbonroad.base.collector import collector_paused
from carbonroad.base.record import NamedTuple
from carbonroad.editing.mentioning.file_walk import names_in_file
from carbonroad.editing.mentioning.index import Index
from carbonroad.editing.mentioning.named_things import PartFile, declarations_of, part_of
from carbonroad.editing.mentioning.roadmap_names import Names
from carbonroad.editing.spots import shape_of
from carbonroad.source.text import from_string
from carbonroad.source.yaml.parse import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from weakref import ReferenceType

    from carbonroad.editing.mentioning.file_names import FileNames
    from carbonroad.link.family import Family
    from carbonroad.model.roadmap import Declarations
    from carbonroad.source.yaml.nodes import Node
    from carbonroad.workspace.roadmap import Roadmap


class _Read(NamedTuple):
    """What was read of one text."""

    text: str
    names: FileNames
    declarations: Declarations | None


_lock = RLock()  # a preview asks from several threads
_MOST_FILES = 4096
_MOST_ROADMAPS = 256
_read: OrderedDict[tuple[str, str], _Read] = OrderedDict()
"""What was read of each file last, by its path and the name of its shape."""
_indexed: OrderedDict[tuple[str, str | None, str], tuple[ReferenceType[Roadmap], Index]] = OrderedDict()
"""The last index of each roadmap."""


def index_of(roadmap: Roadmap) -> Index:
    """Return the mentions of a roadmap; the same object as long as the roadmap is the same."""
    key = roadmap.folder.path, roadmap.folder.top, roadmap.folder.name
    with _lock:
        known = _indexed.get(key)
        if known is not None and known[0]() is roadmap:
            return known[1]
        with collector_paused():
            index = _indexed_anew(roadmap, None if known is None else known[1])
        _indexed[key] = ref(roadmap), index
        _indexed.move_to_end(key)
        if len(_indexed) > _MOST_ROADMAPS:
            _indexed.popitem(last=False)
        return index


def _indexed_anew(roadmap: Roadmap, before: Index | None) -> Index:
    texts = {}
    for path in roadmap.paths:
        source = roadmap.source(path)
        texts[path] = "" if source is None else source.text
    read = {path: _remembered(roadmap, path, text) for path, text in texts.items()}
    return Index(_names(roadmap, read, lambda: roadmap.project.system.family), texts, before)


def index_with(roadmap: Roadmap, texts: Mapping[str, str]) -> Index:
    """Return the mentions of a roadmap with other texts in place of some files; nothing is remembered."""
    now = index_of(roadmap)
    with _lock:
        read = {path: _remembered(roadmap, path, now.text(path)) for path in now.paths if path not in texts}
    for path, text in texts.items():
        read[path] = _read_file(roadmap, path, text, parse(from_string(text, path)).root)
    names = _names(roadmap, {path: read[path] for path in now.paths}, lambda: now.names.family)
    return Index(names, {path: read[path].text for path in now.paths})


def _names(roadmap: Roadmap, read: Mapping[str, _Read], family: Callable[[], Family]) -> Names:
    top = roadmap.folder.top
    files = [PartFile(path, part_of(path, top), one.names, one.declarations) for path, one in read.items()]
    return Names(files, family=family)


def _remembered(roadmap: Roadmap, path: str, text: str) -> _Read:
    key = path, shape_of(roadmap.folder, path).name
    known = _read.get(key)
    if known is None or known.text != text:
        known = _read[key] = _read_file(roadmap, path, text, roadmap.tree(path))
        if len(_read) > _MOST_FILES:
            _read.popitem(last=False)
    _read.move_to_end(key)
    return known


def _read_file(roadmap: Roadmap, path: str, text: str, root: Node | None) -> _Read:
    shape = shape_of(roadmap.folder, path)
    return _Read(text, names_in_file(path, root, shape), declarations_of(path, root, shape))
