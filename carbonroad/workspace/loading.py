"""Loads the roadmaps of a workspace; what has not changed is remembered."""

from collections.abc import Mapping
from datetime import date
from threading import RLock
from typing import TYPE_CHECKING
from weakref import ref

from carbonroad.batch.families import Tops
from carbonroad.checking.checked import Checks
from carbonroad.checking.remembered import Memory
from carbonroad.findings import Finding
from carbonroad.link.family import Family, Handed
from carbonroad.project import Project, hand_up, load
from carbonroad.source.text import SourceText
from carbonroad.source.yaml.nodes import Node
from carbonroad.workspace.heirlooms import heirlooms
from carbonroad.workspace.reading import Memories

if TYPE_CHECKING:
    from carbonroad.workspace.roadmap import Roadmap

_MOST_ITEMS = 150_000
"""Rows of timetables whose roadmaps are kept loaded."""
_LEAST_ITEMS = 100
"""What a roadmap counts at least."""
_VERSIONS = 4
"""How often one may go back and forth and find what was handed up remembered."""


class Loader:
    """Loads roadmaps.

    Args:
        as_of: The data date asked for.
        checks: What the call says of the checks.
        lock: Held while anything is loaded.
    """

    def __init__(self, as_of: date | None, checks: Checks, lock: RLock) -> None:
        self._as_of = as_of
        self._checks = checks
        self._lock = lock
        self._memories = Memories()
        self._loaded: dict[str, tuple[ref[Roadmap], int]] = {}
        self._states: dict[str, Memory] = {}
        self._items = 0
        self._handed: dict[str, list[tuple[tuple[object, ...], Handed]]] = {}

    def tree(self, source: SourceText) -> Node | None:
        """Return the root of what could be parsed of a text."""
        with self._lock:
            return self._memories.tree(source)

    def project(self, roadmap: "Roadmap", before: "Roadmap | None") -> Project:
        """Return a roadmap loaded; that of an earlier state where nothing of it has changed."""
        with self._lock:
            if roadmap.loaded is not None:
                return roadmap.loaded
            known = before.loaded if before is not None and self._same(roadmap, before) else None
            project = known or self.load(roadmap, roadmap.inputs.sources)
            self._keep(roadmap, project.items)
            return project

    def load(self, roadmap: "Roadmap", sources: Mapping[str, SourceText | Finding]) -> Project:
        """Load a roadmap with some texts."""
        inputs = roadmap.inputs
        with self._lock:
            family = self._family(roadmap)
            memory = self._states.setdefault(inputs.folder.path, Memory(self._memories.read))
            return load(
                inputs.folder,
                self._as_of,
                inputs.day,
                self._checks,
                sources,
                family,
                memory,
            )

    def handed(self, roadmap: "Roadmap") -> Handed:
        """Return what a roadmap hands to its parent; remembered while nothing changes that it depends on."""
        with self._lock:
            if roadmap.loaded is not None:
                return roadmap.loaded.handed
            inputs, above = roadmap.inputs, roadmap.inputs.relatives
            own = tuple(inputs.sources[path] for path in roadmap.paths)
            depends = (
                inputs.folder,
                own,
                tuple(child.handed for child in inputs.children),
                tuple((one.name, self._heirlooms(inputs.sources[one.top])) for one in above.ancestors[0]),
                above.lost,
                self._as_of or inputs.day,
            )
            known = self._handed.setdefault(inputs.folder.path, [])
            made = next((one for earlier, one in known if earlier == depends), None)
            if made is None:
                family, reading = self._family(roadmap), self._memories.read
                made = hand_up(inputs.folder, self._as_of, inputs.day, inputs.sources, family, reading)
                known.insert(0, (depends, made))
                del known[_VERSIONS:]
            return made

    def _heirlooms(self, source: SourceText | Finding) -> object:
        if not isinstance(source, SourceText):
            return source
        known = self._memories
        file = known.read(source.path, {source.path: source}, alone=False).file
        return known.heirlooms.get(source.path, source, lambda: heirlooms(source, file))

    def _family(self, roadmap: "Roadmap") -> Family:
        inputs = roadmap.inputs
        handed = {number: child.handed for number, child in enumerate(inputs.children)}
        return inputs.relatives.family(0, Tops(inputs.sources, self._memories.read), handed)

    def _same(self, one: "Roadmap", other: "Roadmap") -> bool:
        """Whether two states differ at most in what their children do not hand up."""
        children = one.inputs.children, other.inputs.children
        return (
            one.inputs._replace(children=()) == other.inputs._replace(children=())
            and len(children[0]) == len(children[1])
            and all(mine.handed == theirs.handed for mine, theirs in zip(*children, strict=True))
        )

    def _keep(self, roadmap: "Roadmap", items: int) -> None:
        """Let roadmaps go that were loaded first, where too much is kept."""
        place, weight = roadmap.folder.path, max(items, _LEAST_ITEMS)
        self._items += weight - self._loaded.pop(place, (None, 0))[1]
        self._loaded[place] = ref(roadmap), weight
        while self._items > _MOST_ITEMS and len(self._loaded) > 1:
            oldest = next(iter(self._loaded))
            known, weight = self._loaded.pop(oldest)
            self._states.pop(oldest, None)
            self._items -= weight
            let_go = known()
            if let_go is not None:
                let_go.forget()
