"""One state of one roadmap: its files, what they say and what is found in them."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.batch.families import Families
from carbonroad.findings import Finding
from carbonroad.link.family import Handed
from carbonroad.source.folder import Folder
from carbonroad.source.text import SourceText
from carbonroad.source.yaml.nodes import Node

if TYPE_CHECKING:
    from carbonroad.project import Project
    from carbonroad.workspace.loading import Loader


class Inputs(NamedTuple):
    """All that a roadmap's findings depend on.

    Attributes:
        folder: Its files.
        sources: What they say, and what the top files above and the baseline say, by path.
        relatives: Who is above and below it; it is the only one of that call.
        children: Those below it.
        baseline: Where its baseline is; empty where there is none.
        day: The present one.
    """

    folder: Folder
    sources: Mapping[str, SourceText | Finding]
    relatives: Families
    children: "tuple[Roadmap, ...]"
    baseline: str
    day: date


class Roadmap:
    """One roadmap as its files were at one moment; what is changed later is another object.

    Attributes:
        folder: Its files.
        paths: Their absolute paths, the top file first.
        inputs: All that its findings depend on.
    """

    __slots__ = ("__weakref__", "_before", "_by_path", "_loader", "_project", "folder", "inputs", "paths")

    def __init__(self, inputs: Inputs, loader: "Loader", before: "Roadmap | None" = None) -> None:
        self.inputs = inputs
        self.folder = inputs.folder
        top = inputs.folder.top
        self.paths = (*((top,) if top is not None else ()), *inputs.folder.files.values())
        self._loader = loader
        self._project: Project | None = None
        self._by_path: dict[str, tuple[Finding, ...]] | None = None
        self._before = None if before is None else before.last_loaded

    @property
    def project(self) -> "Project":
        """The roadmap, linked and checked."""
        project = self._project
        if project is None:
            project = self._project = self._loader.project(self, self._before)
            self._before = None
        return project

    @property
    def last_loaded(self) -> "Roadmap | None":
        """This one once it is loaded, else the one before it that was."""
        return self if self._project is not None else self._before

    @property
    def loaded(self) -> "Project | None":
        """The project where it is known already."""
        return self._project

    @property
    def handed(self) -> Handed:
        """What the roadmap hands to its parent."""
        return self._loader.handed(self)

    def findings(self, path: str | None = None) -> tuple[Finding, ...]:
        """Return the findings that count, or those of one file, in order of path and place."""
        if path is None:
            return self.project.findings
        by_path = self._by_path
        if by_path is None:
            found: dict[str, list[Finding]] = {}
            for one in self.project.findings:
                found.setdefault(one.span.path, []).append(one)
            by_path = self._by_path = {where: tuple(those) for where, those in found.items()}
        return by_path.get(path, ())

    def source(self, path: str) -> SourceText | None:
        """Return the text of one of the files, or of one that is inherited from; None where there is none."""
        source = self.inputs.sources.get(path)
        return source if isinstance(source, SourceText) else None

    def tree(self, path: str) -> Node | None:
        """Return the root of what could be parsed of one of the files; the same as long as its text is."""
        source = self.source(path)
        return None if source is None else self._loader.tree(source)

    def check(self, texts: Mapping[str, SourceText]) -> tuple[Finding, ...]:
        """Return what would be found if some of the files had other texts."""
        return self._loader.load(self, {**self.inputs.sources, **texts}).findings

    def forget(self) -> None:
        """Let go what can be made again."""
        self._project = self._by_path = None
