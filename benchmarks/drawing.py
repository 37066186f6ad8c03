"""Drawings of large timed roadmaps: layout and SVG apart, and how both grow with the works."""

import math
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from timing import ROOT, row, seconds

from carbonroad.project import Project, load
from carbonroad.render.svg import svg_file
from carbonroad.scene.shapes import Scene
from carbonroad.source.folder import NoRoadmap, find_roadmaps
from carbonroad.views.document import Block, Document, Figure, Folded
from carbonroad.views.registry import build_all

sys.path.insert(0, str(ROOT / "tests" / "views" / "drawing"))
from generated import write_large

SIZES = (500, 5_000)
LARGEST = 50_000


def drawing(*, large: bool) -> None:
    """Print the figures of drawings."""
    before: tuple[int, float, float] | None = None
    for works in (*SIZES, LARGEST) if large else SIZES:
        with tempfile.TemporaryDirectory() as folder:
            found = find_roadmaps(str(write_large(Path(folder) / "large", works)))
            if isinstance(found, NoRoadmap):
                raise SystemExit(found.message)
            project = load(found[0], None, date(2026, 11, 22))
            before = _measure(project, works, before)


def _measure(
    project: Project, works: int, before: tuple[int, float, float] | None
) -> tuple[int, float, float]:
    schedule = seconds(lambda: project.facts.schedule)
    made: list[Document] = []
    layout = seconds(lambda: made.extend(_documents(project)))
    scenes = [scene for document in made for scene in _scenes(document)]
    sizes: list[int] = []
    writing = seconds(lambda: sizes.extend(len(svg_file(scene, "en")) for scene in scenes))
    row(f"schedule of {works:,} works", schedule, "s")
    row(
        f"layout of a drawing of {works:,} works",
        layout,
        f"s    {len(scenes)} sheets{_growth(before, works, layout, 1)}",
    )
    told = f"s    {sum(sizes) / 1024 / 1024:.1f} MiB{_growth(before, works, writing, 2)}"
    row(f"its SVG files, {works:,} works", writing, told)
    return works, layout, writing


def _growth(before: tuple[int, float, float] | None, works: int, now: float, which: int) -> str:
    """How much slower than the smaller one, and what n log n would give."""
    if before is None:
        return ""
    linear = works * math.log(works) / (before[0] * math.log(before[0]))
    return f"   {now / before[which]:.1f} x that of {before[0]:,}; n log n is {linear:.1f}"


def _documents(project: Project) -> list[Document]:
    return build_all(project.system, project.facts, "en", ("drawing",), ("works",))


def _scenes(document: Document) -> Iterator[Scene]:
    def of(blocks: tuple[Block, ...]) -> Iterator[Scene]:
        for block in blocks:
            if isinstance(block, Figure) and block.file:
                yield block.scene
            elif isinstance(block, Folded):
                yield from of(block.blocks)

    for section in document.sections:
        yield from of(section.blocks)
