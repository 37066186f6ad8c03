"""Small roadmaps being edited, with a mark in the text where the cursor stands."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import NamedTuple

from carbonroad.editing.renaming.checked_edits import apply
from carbonroad.findings import Edit, Span
from carbonroad.workspace.roadmap import Roadmap
from carbonroad.workspace.workspace import Workspace

MARK = "‸"
"""Stands where the cursor is; it is taken out of the text."""
DAY = date(2026, 11, 22)
ROADMAPS = Path(__file__).parents[2] / "roadmaps"


class Marked(NamedTuple):
    """A roadmap, and the file and offset of the mark."""

    roadmap: Roadmap
    path: str
    offset: int

    def at(self, words: str, name: str = "", *, nth: int = 1, inside: int = 0) -> tuple[str, int]:
        """Return a file and an offset in it: that of some words, counted from 1."""
        path = next(one for one in self.roadmap.paths if not name or one.endswith("/" + name))
        text, found = text_of(self.roadmap, path), -1
        for _ in range(nth):
            found = text.index(words, found + 1)
        return path, found + inside


def today() -> date:
    """The day of these tests."""
    return DAY


def marked(folder: Path, files: Mapping[str, str] | str) -> Marked:
    """Write files (name → YAML, indentation removed; a string alone is steel.yaml) and open the roadmap."""
    files = {"steel.yaml": files} if isinstance(files, str) else files
    path, offset = "", -1
    for name, written in files.items():
        text = dedent(written).lstrip("\n")
        if MARK in text:
            path, offset = str(folder / name), text.index(MARK)
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text.replace(MARK, ""), encoding="utf-8")
    path = path or str(folder / next(iter(files)))
    roadmap = Workspace(today).roadmap(path)
    assert roadmap is not None
    return Marked(roadmap, path, offset)


def opened(path: Path, texts: Mapping[str, str] | None = None) -> Roadmap:
    """Open the roadmap of a file, with texts that are not saved."""
    workspace = Workspace(today)
    for name, text in (texts or {}).items():
        workspace.put(name, text)
    roadmap = workspace.roadmap(str(path))
    assert roadmap is not None
    return roadmap


def text_of(roadmap: Roadmap, path: str) -> str:
    """The text of a file."""
    source = roadmap.source(path)
    assert source is not None
    return source.text


def shown(roadmap: Roadmap, span: Span | None) -> str:
    """A place as `file:line: words`."""
    if span is None:
        return "nowhere"
    text = Path(span.path).read_text(encoding="utf-8")
    line = text.count("\n", 0, span.start) + 1
    return f"{Path(span.path).name}:{line}: {text[span.start : span.end]}"


def edited(roadmap: Roadmap, edits: Mapping[str, tuple[Edit, ...]]) -> dict[str, str]:
    """The texts of the files that edits change, by path."""
    return {path: apply(text_of(roadmap, path), some) for path, some in edits.items()}
