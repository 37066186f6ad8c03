"""What the roadmap's strips and table say of how far the targets have come."""

from pathlib import Path

from one_document import build_document
from roadmap_files import load_files

from carbonroad.scene.shapes import Group, Label, Polyline, Scene, Shape
from carbonroad.views.document import Document, Figure, Folded, Span, Table

TEXT = """
before_means: inclusive
owner: MIIT
indicators:
  - id: share
    title: {en: Share, zh: 占比}
    unit: "%"
    better: higher
    actual: {2020: 10, 2025: 12}
    targets: {2030: ≥20}
  - id: capacity
    title: {en: Capacity, zh: 装机}
    unit: GW
    better: higher
    actual: {2020: 500, 2025: 1700}
    targets: {2035: {value: over 6x, baseline: 2020}}
  - id: range
    title: {en: Range, zh: 区间}
    unit: Mt
    better: lower
    actual: {2025: 100}
    targets: {2030: 70..80}
"""


def page(tmp_path: Path, lang: str) -> Document:
    """The roadmap of steel."""
    project = load_files(tmp_path, TEXT, as_of="2026-06-30")
    (part,) = project.system.parts
    return build_document("roadmap", project.system, project.facts, part, lang)


def shapes(found: Scene | Group) -> list[Shape]:
    """Every shape in a scene, groups opened."""
    flat: list[Shape] = []
    for shape in found.shapes:
        flat += [shape, *(shapes(shape) if isinstance(shape, Group) else ())]
    return flat


def figure(document: Document) -> Scene:
    """The page's picture."""
    (found,) = (block for block in document.sections[0].blocks if isinstance(block, Figure))
    return found.scene


def words(document: Document) -> str:
    """All labels of the picture, one after the other."""
    labels = [one for one in shapes(figure(document)) if isinstance(one, Label)]
    return " ".join("".join(text for text, _ in label.runs) for label in labels)


def cells(document: Document, name: str) -> list[list[str]]:
    """The cells of one table as text."""
    folded = [block.blocks for block in document.sections[0].blocks if isinstance(block, Folded)]
    tables = [one for blocks in folded for one in blocks if isinstance(one, Table)]
    (table,) = (one for one in tables if name in one.role)
    rows = (row for group in table.groups for row in group.rows)
    return [
        [
            " / ".join("".join(s.words for s in line if isinstance(s, Span)) for line in cell.lines)
            for cell in row.cells
        ]
        for row in rows
    ]


def test_the_strip_says_what_is_to_go_and_needed(tmp_path: Path) -> None:
    said = words(page(tmp_path, "en"))
    assert "to go: 8 percentage points" in said
    assert "+1.6 percentage points a year needed, 2025 to 2030" in said
    assert "behind the straight line" in said


def test_the_straight_line_and_a_range_are_drawn_and_no_second_line_beside_it(tmp_path: Path) -> None:
    drawn = [one.role for one in shapes(figure(page(tmp_path, "en"))) if isinstance(one, Polyline)]
    assert drawn.count("track") == 3
    assert drawn.count("band") == 1
    assert "series joint" not in drawn


EVEN = """
before_means: inclusive
owner: MIIT
phases:
  - {id: now, title: Now, years: 2021..2030}
  - {id: later, title: Later, years: 2031..2060}
pathway: {unit: Mt, actual: {2025: 100}, target: {2035: 50}}
indicators:
  - {id: e, title: E, unit: Mt, better: lower, actual: {2025: 100}, targets: {2035: 50, 2045: 40}}
  - id: r
    title: R
    unit: Mt
    better: lower
    actual: {2025: 100}
    targets: {2035: {value: down 10 % a year, baseline: 2025}}
"""


def corners(polyline: Polyline, y: float) -> bool:
    """Whether a line has a point at this share of its height."""
    heights = [point[1] for point in polyline.points]
    low, high = min(heights), max(heights)
    return any(abs((height - low) / (high - low) - y) < 0.01 for height in heights)


def test_lines_are_even_in_time_and_bend_where_phases_meet(tmp_path: Path) -> None:
    project = load_files(tmp_path, EVEN, as_of="2026-06-30")
    document = build_document("roadmap", project.system, project.facts, project.system.parts[0], "en")
    lines = [one for one in shapes(figure(document)) if isinstance(one, Polyline)]
    pathway, later = (one for one in lines if one.role == "series joint")
    straight, compound = (one for one in lines if one.role == "track")
    assert len(pathway.points) == 3
    assert corners(pathway, 0.5)  # at the end of 2030 half of the way is gone
    assert corners(straight, 0.5)
    assert corners(compound, (1 - 0.9**5) / (1 - 0.9**10))
    assert later.points[0] == straight.points[-1]


def test_a_multiple_stands_in_the_plot_with_the_level_it_comes_to(tmp_path: Path) -> None:
    assert "= 3,000 GW" in words(page(tmp_path, "en"))


def test_the_table_has_every_measured_target(tmp_path: Path) -> None:
    rows = cells(page(tmp_path, "en"), "tracks")
    assert [row[0].split(":")[0] for row in rows] == ["Share", "Capacity", "Range"]
    assert rows[0][1:] == [
        "12% / 2025",
        "8 percentage points",
        "+1.6 percentage points / 2025 to 2030 / so far +0.4 percentage points a year, 2020 to 2025",
        "behind the straight line / 3 percentage points behind",
        "–",
    ]
    assert rows[1][4].startswith("on the straight line")


def test_the_same_in_chinese(tmp_path: Path) -> None:
    document = page(tmp_path, "zh")
    assert "差距8个百分点" in words(document)
    assert "2025年至2030年，年均需 −400万吨" in words(document)  # the unit stands with the number
    assert cells(document, "tracks")[0][4] == "落后于直线进度 / 落后3个百分点"
