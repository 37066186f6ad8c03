"""Roadmaps as an editor holds them: written down, opened, and places in them by a mark in the text."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from textwrap import dedent

from carbonroad.checking.fixing import edited
from carbonroad.editing.answers import Action
from carbonroad.findings import Finding
from carbonroad.source.text import SourceText
from carbonroad.workspace.workspace import Roadmap, Workspace

DATA_DATE = date(2026, 11, 22)
MARK = "▮"
"""Stands in a text right behind the place that is meant."""


class Opened:
    """A roadmap in an editor.

    Attributes:
        roadmap: Its present state.
        folder: Where its files are.
        path: The file with the mark, else the first.
        offset: Where the mark stood.
    """

    def __init__(self, folder: Path, files: Mapping[str, str]) -> None:
        self.folder = folder
        self.offset = 0
        texts = {str(folder / name): dedent(text).lstrip("\n") for name, text in files.items()}
        self.path = next((path for path, text in texts.items() if MARK in text), next(iter(texts)))
        self.offset = max(texts[self.path].find(MARK), 0)
        for path, text in texts.items():
            Path(path).write_text(text.replace(MARK, "", 1), encoding="utf-8", newline="")
        self.workspace = Workspace(lambda: DATA_DATE, DATA_DATE)

    @property
    def roadmap(self) -> Roadmap:
        found = self.workspace.roadmap(self.path)
        assert found is not None
        return found

    @property
    def text(self) -> str:
        return text_of(self.roadmap, self.path)

    def after(self, words: str, name: str = "") -> int:
        """The offset right behind some words of a file."""
        return text_of(self.roadmap, str(self.folder / name) if name else self.path).index(words) + len(words)


def opened(folder: Path, files: Mapping[str, str] | str) -> Opened:
    """Write files (a string alone is steel.yaml) and open them; a mark says which place is meant."""
    return Opened(folder, {"steel.yaml": files} if isinstance(files, str) else files)


def text_of(roadmap: Roadmap, path: str) -> str:
    source = roadmap.source(path)
    assert source is not None, path
    return source.text


def texts_after(roadmap: Roadmap, action: Action) -> dict[str, str]:
    """The texts of the files that an action changes."""
    return {path: edited(_source(roadmap, path), edits).text for path, edits in action.edits.items()}


def found_after(workspace: Workspace, roadmap: Roadmap, action: Action) -> tuple[Finding, ...]:
    """What is found once an action was taken; afterwards the texts are as they were."""
    old = {path: text_of(roadmap, path) for path in action.edits}
    for path, text in texts_after(roadmap, action).items():
        workspace.put(path, text)
    now = workspace.roadmap(roadmap.paths[0])
    assert now is not None
    found = now.findings()
    for path, text in old.items():
        workspace.put(path, text)
    return found


def _source(roadmap: Roadmap, path: str) -> SourceText:
    source = roadmap.source(path)
    assert source is not None, path
    return source
