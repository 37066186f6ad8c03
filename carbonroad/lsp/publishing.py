"""Which findings an editor shows now, and which it has to be told of anew."""

from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types as lsp

from carbonroad.editing.answers import Diagnostic
from carbonroad.editing.diagnostics import diagnostics
from carbonroad.lsp.diagnostics import diagnostic
from carbonroad.lsp.holding import Held, held_back, line_typed, moved

if TYPE_CHECKING:
    from carbonroad.lsp.server import Server
    from carbonroad.workspace.roadmap import Roadmap

_Shown = dict[str, list[lsp.Diagnostic]]


class _Known:
    """A roadmap that was published: its state then, a file to find it by, and what is shown, by path.

    `rows` says how many lines open documents had then, `held` whether something is not said yet.
    """

    __slots__ = ("held", "paths", "probe", "roadmap", "rows", "shown")

    def __init__(self, probe: str) -> None:
        self.probe = probe
        self.roadmap: Roadmap | None = None
        self.paths: tuple[str, ...] = (probe,)
        self.shown: _Shown = {}
        self.rows: dict[str, int] = {}
        self.held = False


class Publisher:
    """Keeps an editor's list of findings true, one roadmap at a time.

    Args:
        server: Whose findings.
    """

    def __init__(self, server: "Server") -> None:
        self._server = server
        self._known: dict[str, _Known] = {}
        self._waiting: dict[str, None] = {}
        self._settling = False
        self.typing = ""
        """The document that somebody types in; empty after a while without a sign of it."""

    @property
    def busy(self) -> bool:
        """Whether something is to be checked."""
        return bool(self._waiting) or self._settling

    @property
    def holding(self) -> bool:
        """Whether something is not said yet, because somebody is typing it."""
        return any(known.held for known in self._known.values())

    def release(self) -> None:
        """Say what was held back."""
        self.typing = ""
        for known in self._known.values():
            if known.held:
                known.held, known.roadmap = False, None
                self.touch(known.probe)

    def touch(self, path: str) -> None:
        """Take note that a file may have other findings now."""
        self._waiting[path] = None
        self._settling = True

    def touch_all(self) -> None:
        """Take note that everything may be other than it was."""
        for known in self._known.values():
            known.roadmap = None
            self.touch(known.probe)

    def step(self) -> None:
        """Check one roadmap and say what is found in it."""
        if not self._waiting:
            self._look_around()
            return
        path = next(iter(self._waiting))
        del self._waiting[path]
        roadmap = self._server.space.roadmap(path)
        if roadmap is None:
            self._without(path)
        else:
            self._publish(path, roadmap)

    def _look_around(self) -> None:
        """Look at the other roadmaps that are shown: a change may reach parents and children."""
        self._settling = False
        for known in self._known.values():
            if self._server.space.roadmap(known.probe) is not known.roadmap:
                self._waiting[known.probe] = None

    def _publish(self, path: str, roadmap: "Roadmap") -> None:
        for folder, other in list(self._known.items()):
            if other.probe == path and folder != roadmap.folder.path:
                self._drop(folder)  # what the file belonged to before
        known = self._known.setdefault(roadmap.folder.path, _Known(path))
        same = known.roadmap is roadmap and path not in self._server.fresh
        for one in roadmap.paths:
            self._waiting.pop(one, None)
        if same:
            return
        found = self._found(roadmap)
        self._move(known)
        held = self._held_back(roadmap, found, known.shown)
        shown = self._as_before(known) if held.breaks else self._shown(roadmap, found, held)
        known.held = bool(held.findings)
        known.roadmap = roadmap
        known.paths = roadmap.paths or (path,)
        known.probe = known.paths[0]
        before, known.shown = known.shown, shown
        for one in {**before, **shown, **dict.fromkeys(roadmap.paths)}:
            document = self._server.documents.get(one)
            if document is not None:
                known.rows[one] = document.lines.count
            if document is not None or before.get(one, []) != shown.get(one, []):
                self._tell(one)
        self._server.fresh.difference_update(roadmap.paths)

    def _found(self, roadmap: "Roadmap") -> dict[str, list[Diagnostic]]:
        """What is found, by path."""
        paths = dict.fromkeys(finding.span.path for finding in roadmap.findings())
        return {path: diagnostics(roadmap, path, self._server.lang) for path in paths}

    def _move(self, known: _Known) -> None:
        """Take note of where the editor has moved what it shows of the document that is typed in."""
        document = self._server.documents.get(self.typing)
        if document is not None and document.path in known.shown and document.path in known.rows:
            path = document.path
            known.shown[path] = moved(known.shown[path], document, known.rows[path])

    def _held_back(self, roadmap: "Roadmap", found: dict[str, list[Diagnostic]], shown: _Shown) -> Held:
        """What is not said yet to somebody who is typing, unless it was said before."""
        document = self._server.documents.get(self.typing)
        if document is None or document.path not in found:
            return Held()
        path = document.path
        return held_back(roadmap, document, found[path], shown.get(path, []), self._server.lang)

    def _as_before(self, known: _Known) -> _Shown:
        """What was shown but on the line that is typed: the rest is not known until a word is finished."""
        document = self._server.documents.get(self.typing)
        if document is None:
            return known.shown
        line = line_typed(document)
        kept = [one for one in known.shown.get(document.path, ()) if one.range.start.line != line]
        return {**known.shown, document.path: kept}

    def _shown(self, roadmap: "Roadmap", found: dict[str, list[Diagnostic]], held: Held) -> _Shown:
        """What an editor is told, by the path it is shown in."""
        server = self._server
        place = server.locations.placing(roadmap)
        told: _Shown = {}
        for path, listed in found.items():
            shown = [
                diagnostic(one, server.client, place) for one in listed if one.finding not in held.findings
            ]
            told.setdefault(_file_of(path, roadmap), []).extend(shown)
        return told

    def _without(self, path: str) -> None:
        """Take back what was shown of a file that is no roadmap's any more."""
        self._server.fresh.discard(path)
        for folder, known in list(self._known.items()):
            if known.probe == path:
                self._drop(folder)
                for document in self._server.documents:
                    if document.path != path and Path(document.path).parent == Path(path).parent:
                        self._waiting[document.path] = None

    def touch_known(self, path: str) -> None:
        """Take note of a change of a file, if it may matter to what is shown."""
        self._settling = self._settling or bool(self._known)
        if any(path in known.paths for known in self._known.values()):
            self.touch(path)

    def forget(self) -> None:
        """Take back what is shown of roadmaps of which nothing is open, and that are in no open folder."""
        for folder, known in list(self._known.items()):
            if not any(self._server.concerns(one) for one in known.paths):
                self._drop(folder)

    def _drop(self, folder: str) -> None:
        """Forget a roadmap, and take back what was shown of it."""
        for one in self._known.pop(folder).shown:
            self._tell(one)

    def _tell(self, path: str) -> None:
        """Tell the editor all that is found in one file."""
        document = self._server.documents.get(path)
        found = [one for known in self._known.values() for one in known.shown.get(path, ())]
        self._server.text_document_publish_diagnostics(
            lsp.PublishDiagnosticsParams(
                uri=self._server.locations.uri(path),
                diagnostics=found,
                version=document.version if document else None,
            )
        )


def _file_of(path: str, roadmap: "Roadmap") -> str:
    """The file that findings of a path are shown in: a folder's own stand in its first file."""
    return roadmap.paths[0] if path == roadmap.folder.path and roadmap.paths else path
