"""Drawings of large timed roadmaps: layout and SVG apart, and how both grow with the works."""

import math
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sheet import Goal, Sheet, time_of
from timing import ROOT, seconds

from carbonroad.project import Project, load
from carbonroad.render.html.svg import svg_file
from carbonroad.scene.shapes import Scene
from carbonroad.source.folder import NoRoadmap, find_roadmaps
from carbonroad.views.document import Block, Document, Figure, Folded
from carbonroad.views.maker import build_all

sys.path.insert(0, str(ROOT / "tests" / "views" / "drawing"))
from generated import write_large

SIZES = (500, 5_000)


def drawing(folder: Path, _: int) -> Sheet:
    """Two sizes, and how much slower the larger is than n log n would make it."""
    sheet = Sheet("Drawings")
    laid_out: list[float] = []
    for works in SIZES:
        found = find_roadmaps(str(write_large(folder / f"works{works}", works)))
        if isinstance(found, NoRoadmap):
            raise SystemExit(found.message)
        laid_out.append(_measure(sheet, load(found[0], None, date(2026, 11, 22)), works))
    few, many = SIZES
    expected = many * math.log(many) / (few * math.log(few))
    growth = laid_out[1] / laid_out[0] / expected
    sheet.add(
        f"layout of {many:,} works against {few:,}",
        f"{laid_out[1] / laid_out[0]:.1f} times",
        value=growth,
        goal=Goal(1.1, 1),
        floor=f"n log n: {expected:.1f} times",
    )
    return sheet


def _measure(sheet: Sheet, project: Project, works: int) -> float:
    made: list[Document] = []
    layout = seconds(lambda: made.extend(_documents(project)))
    scenes = [scene for document in made for scene in _scenes(document)]
    sizes: list[int] = []
    writing = seconds(lambda: sizes.extend(len(svg_file(scene, "en")) for scene in scenes))
    sheet.add(f"layout of a drawing of {works:,} works, {len(scenes)} sheets", time_of(layout))
    sheet.add(f"its SVG files, {sum(sizes) / 1e6:.1f} MB", time_of(writing))
    return layout


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
