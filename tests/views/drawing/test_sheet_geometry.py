"""Nothing on a sheet lies over anything else, nothing leaves the frame, by the width model."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from carbonroad.base.texts.textwidth import width
from carbonroad.project import Project, load
from carbonroad.scene.shapes import Circle, Group, Label, Line, Polyline, Rect, Scene, Shape
from carbonroad.source.folder import find_roadmaps
from carbonroad.views.drawing import draw_sheets

ROOT = Path(__file__).parents[3]
PARTS = [
    "top",
    "power",
    "steel",
    "nonferrous",
    "petrochemicals",
    "chemicals",
    "building-materials",
    "urban-rural",
    "transport",
    "technology",
    "carbon-sink",
]
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
        return min(self.x1, other.x1) - max(self.x0, other.x0), min(self.y1, other.y1) - max(
            self.y0, other.y0
        )


@cache
def project(folder: str) -> Project:
    return load(find_roadmaps(str(ROOT / folder))[0], None, date(2026, 11, 22))


@cache
def sheets(folder: str, part: str, lang: str) -> tuple[Scene, ...]:
    loaded = project(folder)
    return draw_sheets(
        loaded.system, loaded.facts, next(p for p in loaded.system.parts if p.id == part), lang
    )


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
        return Box(
            *sorted((shape.x1, shape.x2))[:1],
            min(shape.y1, shape.y2),
            max(shape.x1, shape.x2),
            max(shape.y1, shape.y2),
        )
    return None


def texts(scene: Scene) -> list[tuple[Label, Box]]:
    return [(s, text_box(s)) for s in flat(scene.shapes) if isinstance(s, Label) and s.text.strip()]


def text_overlaps(scene: Scene) -> list[tuple[object, ...]]:
    found: list[tuple[object, ...]] = []
    boxes = sorted(texts(scene), key=lambda pair: pair[1].x0)
    for n, (label, box) in enumerate(boxes):
        for other, its in boxes[n + 1 :]:
            if its.x0 > box.x1:
                break
            across, down = box.over(its)
            if across > 0.3 and down > 0.32 * min(label.size, other.size):
                found.append(
                    (label.text, other.text, round(across, 1), round(down, 1), round(label.x), round(label.y))
                )
    return found


def is_glyph(shape: Shape) -> bool:
    role = getattr(shape, "role", "").split()
    if isinstance(shape, Circle):
        return shape.r >= 1
    return isinstance(shape, Polyline) and shape.closed and role[0] in ("gate", "flag")


def glyph_overlaps(scene: Scene) -> list[tuple[object, ...]]:
    """Texts over glyphs, but for the number in its event, the words in their pentagon."""
    found: list[tuple[object, ...]] = []
    glyphs = [(s, box) for s in flat(scene.shapes) if is_glyph(s) and (box := outline(s)) is not None]
    for label, box in texts(scene):
        for glyph, its in glyphs:
            across, down = box.over(its)
            inside = (
                its.x0 - 0.1 <= box.x0
                and box.x1 <= its.x1 + 0.1
                and its.y0 - 0.6 <= box.y0
                and box.y1 <= its.y1 + 0.6
            )
            numbered = label.role == "sign-in" and isinstance(glyph, Circle)
            if across > 0.3 and down > 0.32 * label.size and not inside and not numbered:
                found.append(
                    (label.text, glyph.role, round(across, 1), round(down, 1), round(label.x), round(label.y))
                )
    for n, (one, box) in enumerate(glyphs):
        for other, its in glyphs[n + 1 :]:
            across, down = box.over(its)
            same = "hollow" in one.role + other.role
            if across > 0.4 and down > 0.4 and box != its and not same:
                found.append((one.role, other.role, box, its))
    return found


def strays(scene: Scene) -> list[Shape]:
    """What lies outside the frame, but for the frame's own marks."""
    marks = {"paper", "border", "frame", "centring", "trimming", "zone"}
    found = []
    for shape in flat(scene.shapes):
        if set(getattr(shape, "role", "").split()) & marks:
            continue
        box = text_box(shape) if isinstance(shape, Label) else outline(shape)
        if box and (box.x0 < 19.9 or box.x1 > 410.1 or box.y0 < 9.9 or box.y1 > 287.1):
            found.append(shape)
    return found


def crossed_rules(scene: Scene) -> list[str]:
    rules = [
        s for s in flat(scene.shapes) if isinstance(s, Line) and s.role == "rule" and abs(s.x1 - s.x2) < 0.01
    ]
    return [
        label.text
        for label, box in texts(scene)
        for rule in rules
        if box.x0 + 0.3 < rule.x1 < box.x1 - 0.3
        and min(rule.y1, rule.y2) < label.y - 0.3 < max(rule.y1, rule.y2)
    ]


@pytest.mark.parametrize(("folder", "part", "lang"), SHEETS)
def test_no_text_lies_over_another(folder: str, part: str, lang: str) -> None:
    assert [text_overlaps(scene) for scene in sheets(folder, part, lang) if text_overlaps(scene)] == []


@pytest.mark.parametrize(("folder", "part", "lang"), SHEETS)
def test_no_text_or_glyph_lies_over_a_glyph(folder: str, part: str, lang: str) -> None:
    assert [found for scene in sheets(folder, part, lang) for found in glyph_overlaps(scene)] == []


@pytest.mark.parametrize(("folder", "part", "lang"), SHEETS)
def test_nothing_leaves_the_frame(folder: str, part: str, lang: str) -> None:
    assert [found for scene in sheets(folder, part, lang) for found in strays(scene)] == []


@pytest.mark.parametrize(("folder", "part", "lang"), SHEETS)
def test_cells_keep_to_their_columns(folder: str, part: str, lang: str) -> None:
    assert [found for scene in sheets(folder, part, lang) for found in crossed_rules(scene)] == []


@pytest.mark.parametrize(("folder", "part", "lang"), SHEETS)
def test_text_is_never_smaller_than_the_floor(folder: str, part: str, lang: str) -> None:
    for scene in sheets(folder, part, lang):
        assert min(label.size for label, _ in texts(scene)) >= 2.1


def test_the_checks_find_what_they_look_for() -> None:
    scene = sheets("roadmaps/china", "steel", "en")[0]
    label = next(label for label, _ in texts(scene) if label.text == "Notes")
    gate = next(s for s in flat(scene.shapes) if is_glyph(s) and isinstance(s, Polyline))
    rule = next(s for s in flat(scene.shapes) if isinstance(s, Line) and s.role == "rule" and s.x1 == s.x2)
    x, y = gate.points[0]
    spoilt = replace(
        scene,
        shapes=(
            *scene.shapes,
            replace(label, x=label.x + 1, y=label.y + 0.5),
            Label(x, y + 1, (("over a gate", ""),), 2.8),
            Label(rule.x1 - 2, (rule.y1 + rule.y2) / 2, (("over a rule", ""),), 2.8),
            Label(405, 20, (("past the frame", ""),), 2.8),
        ),
    )
    assert text_overlaps(spoilt) != []
    assert glyph_overlaps(spoilt) != []
    assert crossed_rules(spoilt) != []
    assert strays(spoilt) != []
