"""Earlier versions of roadmaps for tests of what is drawn against them."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from carbonroad.compute.changes.drift import Drift, drift_of
from carbonroad.project import Project, load
from carbonroad.source.folder import find_roadmaps
from carbonroad.source.text import SourceText, from_string

TODAY = date(2026, 11, 22)
_DEADLINE = re.compile(r"^(\s*deadline:.*?)(\d{4})(?!\d)", re.MULTILINE)


def earlier(folder: Path, edit: Callable[[str, str], str]) -> tuple[Project, Drift]:
    """Return a roadmap and where its items stood in a version in which every file was edited.

    Args:
        folder: The roadmap.
        edit: From a file's name and text to its earlier text.
    """
    found = find_roadmaps(str(folder))
    assert isinstance(found, list)
    (roadmap,) = found
    paths = [path for path in (roadmap.top, *roadmap.files.values()) if path is not None]
    texts: dict[str, SourceText] = {
        path: from_string(edit(Path(path).stem, Path(path).read_text("utf-8")), path) for path in paths
    }
    now, then = load(roadmap, None, TODAY), load(roadmap, None, TODAY, texts=texts)
    assert then.complete
    return now, drift_of(then.system, then.facts, now.system, now.facts, "HEAD~3")


def by_years(years: Callable[[int], int]) -> Callable[[str, str], str]:
    """Return an edit that gives every deadline other years, by a number that tells places apart."""

    def edit(name: str, text: str) -> str:
        return _DEADLINE.sub(lambda one: f"{one[1]}{int(one[2]) + years(one.start() + len(name))}", text)

    return edit
