"""Nothing on a sheet lies over anything else, nothing leaves the frame, by the width model."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from carbonroad.base.textwidth import width
from carbonroad.project import Project, load
from carbonroad.scene.shapes import Circle, Group, Label, Line, Polyline, Rect, Scene, Shape
from carbonroad.source.folder import find_roadmaps
from carbonroad.views.drawing import draw_sheets

ROOT = Path(__file__).parents[3]
PARTS = (
    "top power steel nonferrous petrochemicals chemicals building-materials urban-rural transport technology "
    "carbon-sink"
).split()
SHEETS = [("roadmaps/china", part, lang) for part in PARTS for lang in ("en", "zh")] + [
    ("tests/data/timed", part, lang) for part in ("top", "heat", "buildings") for lang in ("en", "zh")
]


class Box(NamedTuple):
    """Left, upper, right, lower edge."""

    x0: float
    y0: float
    x1: float
    y1: float

    def over(self, other: "Box") -> tuple[float, float]:
        """How far two boxes lie over one another across and down."""
        return min(self.x1, other.x1) - max(self.x0, other.x0), min(self.y1, other.y1) - max(self.y0, other.y0)


@cache
def project(folder: str) -> Project:
    return load(find_roadmaps(str(ROOT / folder))[0], None, date(2026, 11, 22))


@cache
def sheets(folder: str, part: str, lang: str) -> tuple[Scene, ...]:
    loaded = project(folder)
    return draw_sheets(loaded.system, loaded.facts, next(p for p in loaded.system.parts if p.id == part), lang)


def flat(shapes: tuple[Shape, ...]) -> Iterator[Shape]:
    for shape in shapes:
        if isinstance(shape, Group):
            yield from flat(shape.shapes)
        else:
            yield shape


def text_box(label: Label) -> Box:
    roles = label.role.split()
    wide = sum(
        width(words, label.size, bold="b" in (*roles, *role.split()) or "ser" in roles, serif="ser" in roles)
        for words, role in label.runs
    )
    left = label.x - {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
    return Box(left, label.y - 0.78 * label.size, left + wide, label.y + 0.2 * label.size)


def outline(shape: Shape) -> Box | None:
    if isinstance(shape, Circle):
        return Box(shape.cx - shape.r, shape.cy - shape.r, shape.cx + shape.r, shape.cy + shape.r)
    if isinstance(shape, Polyline):
        xs, ys = [x for x, _ in shape.points], [y for _, y in shape.points]
        return Box(min(xs), min(ys), max(xs), max(ys))
    if isinstance(shape, Rect):
        return Box(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
    if isinstance(shape, Line):
        return Box(*sorted((shape.x1, shape.x2))[:1], min(shape.y1, shape.y2), max(shape.x1, shape.x2), max(shape.y1, shape.y2))
    return None


def texts(scene: Scene) -> list[tuple[Label, Box]]:
    return [(s, text_box(s)) for s in flat(scene.shapes) if isinstance(s, Label) and s.text.strip()]


@pytest.mark.parametrize(("folder", "part", "lang"), SHEETS)
def test_no_text_lies_over_another(folder: str, part: str, lang: str) -> None:
    found = []
    for number, scene in enumerate(sheets(folder, part, lang), 1):
        boxes = sorted(texts(scene), key=lambda pair: pair[1].x0)
        for n, (label, box) in enumerate(boxes):
            for other, its in boxes[n + 1 :]:
                if its.x0 > box.x1:
                    break
                across, down = box.over(its)
                if across > 0.3 and down > 0.32 * min(label.size, other.size):
                    found.append((number, label.text, other.text, round(across, 1), round(down, 1)))
    assert not found


def is_glyph(shape: Shape) -> bool:
    role = getattr(shape, "role", "").split()
    if isinstance(shape, Circle):
        return True
    return isinstance(shape, Polyline) and shape.closed and role[0] in ("gate", "flag")


@pytest.mark.parametrize(("folder", "part", "lang"), SHEETS)
def test_no_text_lies_over_a_glyph(folder: str, part: str, lang: str) -> None:
    """Except the number in its event, the question mark in its ring, the words in their pentagon."""
    found = []
    for number, scene in enumerate(sheets(folder, part, lang), 1):
        glyphs = [(s, outline(s)) for s in flat(scene.shapes) if is_glyph(s)]
        for label, box in texts(scene):
            for glyph, its in glyphs:
                assert its is not None
                across, down = box.over(its)
                inside = its.x0 - 0.1 <= box.x0 and box.x1 <= its.x1 + 0.1 and its.y0 - 0.6 <= box.y0 and box.y1 <= its.y1 + 0.6
                numbered = label.role == "sign-in" and label.anchor == "middle" and isinstance(glyph, Circle)
                if across > 0.3 and down > 0.32 * label.size and not inside and not numbered:
                    found.append((number, label.text, glyph, round(across, 1), round(down, 1)))
    assert not found


@pytest.mark.parametrize(("folder", "part", "lang"), SHEETS)
def test_no_glyph_lies_over_another(folder: str, part: str, lang: str) -> None:
    found = []
    for number, scene in enumerate(sheets(folder, part, lang), 1):
        glyphs = [
            (s, box)
            for s in flat(scene.shapes)
            if is_glyph(s) and not (isinstance(s, Circle) and s.r < 1) and (box := outline(s)) is not None
        ]
        for n, (one, box) in enumerate(glyphs):
            for other, its in glyphs[n + 1 :]:
                across, down = box.over(its)
                same = isinstance(one, Polyline) and isinstance(other, Polyline) and "hollow" in one.role + other.role
                if across > 0.4 and down > 0.4 and box != its and not same:
                    found.append((number, one, other))
    assert not found


@pytest.mark.parametrize(("folder", "part", "lang"), SHEETS)
def test_nothing_leaves_the_frame(folder: str, part: str, lang: str) -> None:
    marks = {"paper", "border", "frame", "centring", "trimming", "zone"}
    found = []
    for number, scene in enumerate(sheets(folder, part, lang), 1):
        for shape in flat(scene.shapes):
            if set(getattr(shape, "role", "").split()) & marks:
                continue
            box = text_box(shape) if isinstance(shape, Label) else outline(shape)
            if box and (box.x0 < 19.9 or box.x1 > 410.1 or box.y0 < 9.9 or box.y1 > 287.1):
                found.append((number, shape))
    assert not found


@pytest.mark.parametrize(("folder", "part", "lang"), SHEETS)
def test_cells_keep_to_their_columns(folder: str, part: str, lang: str) -> None:
    found = []
    for number, scene in enumerate(sheets(folder, part, lang), 1):
        rules = [
            s for s in flat(scene.shapes) if isinstance(s, Line) and s.role == "rule" and abs(s.x1 - s.x2) < 0.01
        ]
        for label, box in texts(scene):
            for rule in rules:
                crossed = box.x0 + 0.3 < rule.x1 < box.x1 - 0.3
                if crossed and min(rule.y1, rule.y2) < label.y - 0.3 < max(rule.y1, rule.y2):
                    found.append((number, label.text))
    assert not found


@pytest.mark.parametrize(("folder", "part", "lang"), SHEETS)
def test_text_is_never_smaller_than_the_floor(folder: str, part: str, lang: str) -> None:
    for scene in sheets(folder, part, lang):
        assert min(label.size for label, _ in texts(scene)) >= 2.1
