"""Revision triangles, and the frames of ISO 5457 and GB/T 14689."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from drawn_sheets import draw_sheets
from sheet_checks import faults, text_box

from carbonroad.project import Project, load, load_text
from carbonroad.scene.boxes import flat
from carbonroad.scene.moved import moved
from carbonroad.scene.shapes import Circle, Group, Label, Line, Polyline, Rect, Scene, Shape
from carbonroad.scene.shapes import Path as Curve
from carbonroad.source.folder import find_roadmaps
from carbonroad.views.drawing.counting import count
from carbonroad.views.drawing.desk import Desk
from carbonroad.views.drawing.faults import DrawingError
from carbonroad.views.options import Options

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 11, 22)
REVISED = (
    "industry: steel\nowner: A\nrevisions:\n"
    "  - {rev: A, date: 2026-01-01, note: First}\n"
    "  - {rev: B, date: 2026-05-01, note: Later, items: [M1, W1]}\n"
    "  - {rev: C, date: 2026-06-01, note: '" + "A long account of it. " * 60 + "', items: [M1]}\n"
    "milestones:\n  - {id: M1, title: One, deadline: by 2028}\n  - {id: M2, title: Two, deadline: by 2028}\n"
    "works:\n  - {id: W1, title: Undated}\n"
)


@cache
def timed() -> Project:
    return load(find_roadmaps(str(ROOT / "tests/data/timed"))[0], None, TODAY)


def heat(frame: str, lang: str = "en") -> Scene:
    part = next(p for p in timed().system.parts if p.id == "heat")
    return draw_sheets(timed().system, timed().facts, part, lang, Options(frame=frame))[0]


def revised() -> tuple[Scene, ...]:
    project = load_text(REVISED.encode(), "steel.yaml", TODAY, TODAY)
    return draw_sheets(project.system, project.facts, project.system.parts[0], "en")


def groups(shapes: tuple[Shape, ...], role: str) -> list[Group]:
    found: list[Group] = []
    for shape in shapes:
        if isinstance(shape, Group):
            found += [shape] if shape.role == role else []
            found += groups(shape.shapes, role)
    return found


def test_each_changed_item_has_a_triangle_with_the_letter() -> None:
    (scene,) = revised()
    found = groups(scene.shapes, "revised")
    said = [(next(s.text for s in flat(g.shapes) if isinstance(s, Label)), g.item) for g in found]
    assert sorted(said) == [("B", "steel.M1"), ("B", "steel.W1"), ("C", "steel.M1")]
    assert faults(scene) == []


def test_a_revision_may_name_an_item_twice_and_what_is_gone() -> None:
    text = REVISED.replace("items: [M1]", "items: [M1, steel.M1, M9]")
    project = load_text(text.encode(), "steel.yaml", TODAY, TODAY)
    (scene,) = draw_sheets(project.system, project.facts, project.system.parts[0], "en")
    found = [group.item for group in groups(scene.shapes, "revised")]
    assert sorted(found) == ["steel.M1", "steel.M1", "steel.W1"]


def test_a_triangle_stands_near_its_item_and_covers_no_text() -> None:
    scene = heat("iso")
    (mark,) = groups(scene.shapes, "revised")
    triangle = next(s for s in flat(mark.shapes) if isinstance(s, Polyline))
    xs, ys = [x for x, _ in triangle.points], [y for _, y in triangle.points]
    item = next(g for g in groups(scene.shapes, "item") if g.item == "heat.W03")
    boxes = [text_box(s) for s in flat(item.shapes) if isinstance(s, Label)]
    assert min(abs(box.y0 - max(ys)) + abs(box.x0 - xs[0]) for box in boxes) < 120
    for label in (s for s in flat(scene.shapes) if isinstance(s, Label) and s.text != "B"):
        box = text_box(label)
        assert not (box.x0 < max(xs) and min(xs) < box.x1 and box.y0 < max(ys) and min(ys) < box.y1)


def test_the_legend_explains_triangles_where_there_are_any() -> None:
    said = [s.text for s in flat(heat("iso").shapes) if isinstance(s, Label)]
    assert "changed by that revision" in said
    plain = load_text(
        b"industry: steel\nmilestones: [{id: M, title: a, deadline: by 2028}]\n", "s.yaml", TODAY, TODAY
    )
    (scene,) = draw_sheets(plain.system, plain.facts, plain.system.parts[0], "en")
    assert "changed by that revision" not in [s.text for s in flat(scene.shapes) if isinstance(s, Label)]


def test_the_revision_table_gives_the_zones_of_what_changed() -> None:
    part = next(p for p in timed().system.parts if p.id == "heat")
    stand = Desk(timed().system, timed().facts, "en").layout(part).stands["heat.W03"]
    said = [s.text for s in flat(heat("iso").shapes) if isinstance(s, Label)]
    assert said[said.index("W03 starts a quarter later") + 1] == stand.zone


def test_a_long_account_of_a_revision_does_not_burst_the_sheet() -> None:
    (scene,) = revised()
    said = [s.text for s in flat(scene.shapes) if isinstance(s, Label)]
    assert "… (see the table of revisions)" in said


def test_a_lost_revision_is_an_error_of_the_program() -> None:
    project = load_text(REVISED.encode(), "steel.yaml", TODAY, TODAY)
    part = project.system.parts[0]
    desk = Desk(project.system, project.facts, "en")
    (scene,) = desk.scenes(part)
    contents = desk.layout(part).contents
    spoilt = Scene(420, 297, "mm", "", "", (), "", {**scene.drawn, "revisions": ()})
    with pytest.raises(DrawingError, match="lost revisions"):
        count(part.id, contents.entries, contents.relations, part.revisions, [spoilt])


@pytest.mark.parametrize(
    ("frame", "edges", "standard"),
    [("iso", (20, 10, 390, 277), "A3 (ISO 5457)"), ("gb", (25, 5, 390, 287), "A3 (GB/T 14689)")],
)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_frame_is_that_of_the_standard(
    frame: str, edges: tuple[int, ...], standard: str, lang: str
) -> None:
    scene = heat(frame, lang)
    assert (scene.width, scene.height) == (420, 297)
    (border,) = [s for s in flat(scene.shapes) if isinstance(s, Rect) and s.role == "frame"]
    assert (border.x, border.y, border.width, border.height) == edges
    labels = [s for s in flat(scene.shapes) if isinstance(s, Label)]
    assert standard in [label.text for label in labels]
    inside = [text_box(s) for s in labels if s.role != "zone"]
    assert min(b.x0 for b in inside) >= border.x
    assert max(b.x1 for b in inside) <= border.x + border.width + 0.1
    assert min(b.y0 for b in inside) >= border.y
    assert max(b.y1 for b in inside) <= border.y + border.height


def test_trimming_marks_are_two_rectangles_in_each_corner_of_an_iso_sheet_alone() -> None:
    marks = [s.d for s in flat(heat("iso").shapes) if isinstance(s, Curve) and s.role == "trimming"]
    assert marks[0] == "M0 0H10V5H5V10H0z"
    assert len(marks) == 4
    assert not [s for s in flat(heat("gb").shapes) if isinstance(s, Curve) and s.role == "trimming"]


@pytest.mark.parametrize("frame", ["iso", "gb"])
def test_centring_marks_reach_into_the_frame_as_far_as_no_text_stands_there(frame: str) -> None:
    scene = heat(frame)
    (border,) = [s for s in flat(scene.shapes) if isinstance(s, Rect) and s.role == "frame"]
    marks = [s for s in flat(scene.shapes) if isinstance(s, Line) and s.role == "centring"]
    assert len(marks) == 4
    inside = [max(m.y2 - border.y, 0) for m in marks if m.y1 == 0]
    assert all(0 <= depth <= 5 for depth in inside)
    for label in (s for s in flat(scene.shapes) if isinstance(s, Label)):
        box = text_box(label)
        for m in marks:
            across = min(box.x1, max(m.x1, m.x2)) - max(box.x0, min(m.x1, m.x2))
            down = min(box.y1, max(m.y1, m.y2)) - max(box.y0, min(m.y1, m.y2))
            assert across < 0 or down < 0


def test_zones_are_counted_in_the_frame_that_is_drawn() -> None:
    part = next(p for p in timed().system.parts if p.id == "heat")
    for frame in ("iso", "gb"):
        scene = heat(frame)
        layout = Desk(timed().system, timed().facts, "en", Options(frame=frame)).layout(part)
        gate = next(g for g in groups(scene.shapes, "item") if g.item == "heat.M1")
        diamond = next(s for s in flat(gate.shapes) if isinstance(s, Polyline) and s.closed)
        x = sum(px for px, _ in diamond.points) / len(diamond.points)
        letters = {
            round(s.x, 1): s.text for s in flat(scene.shapes) if isinstance(s, Label) and s.role == "zone"
        }
        numbers = {at: text for at, text in letters.items() if text.isdigit()}
        nearest = min(numbers, key=lambda at: abs(at - x))
        assert layout.stands["heat.M1"].zone[1] == numbers[nearest]


def test_moving_shapes_moves_everything_by_the_same() -> None:
    shapes: list[Shape] = [
        Line(0, 0, 1, 1, ""),
        Rect(0, 0, 1, 1, ""),
        Circle(0, 0, 1, ""),
        Polyline(((0, 0), (1, 1)), ""),
        Label(0, 0, (("a", ""),), 2),
        Curve("M0 0H10V5q1 1 2 0L3 4z", ""),
    ]
    (group,) = moved([Group(tuple(shapes))], 5, -2)
    assert isinstance(group, Group)
    assert group.shapes == (
        Line(5, -2, 6, -1, ""),
        Rect(5, -2, 1, 1, ""),
        Circle(5, -2, 1, ""),
        Polyline(((5, -2), (6, -1)), ""),
        Label(5, -2, (("a", ""),), 2),
        Curve("M5.00 -2.00H15.00V3.00q1 1 2 0L8.00 2.00z", ""),
    )
