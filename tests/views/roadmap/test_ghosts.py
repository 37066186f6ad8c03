"""The roadmap against an earlier version: old places hollow, arrows to the new ones, all of them counted."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from textwrap import dedent, indent

import pytest
from earlier_versions import by_years, earlier
from one_document import build_document
from scene_checks import box_of, outside, overlapping
from small_roadmap import two_fields

from carbonroad.compute.changes.drift import Drift
from carbonroad.project import Project
from carbonroad.render.site.check import LostItemsError, check_shown
from carbonroad.scene.boxes import Box, flat
from carbonroad.scene.shapes import Circle, Group, Label, Polyline, Rect, Scene, Shape
from carbonroad.views.document import Block, Document, Figure, Folded, Legend, Table
from carbonroad.views.options import Options

_CHINA = Path(__file__).parents[3] / "roadmaps" / "china"
_PARTS = [("steel", "en"), ("transport", "zh"), ("", "en")]
_MOVES: dict[str, Callable[[int], int]] = {
    "later": lambda _: -2,
    "earlier": lambda _: 3,
    "mixed": lambda place: (-7, -1, 0, 1, 12)[place % 5],
}


@cache
def _moved(kind: str) -> tuple[Project, Drift]:
    return earlier(_CHINA, by_years(_MOVES[kind]))


def _page(
    project: Project, drift: Drift | None, part: str, lang: str = "en", axis: str = "phases"
) -> Document:
    found = next((one for one in project.system.parts if one.id == part), None)
    return build_document(
        "roadmap", project.system, project.facts, found, lang, Options(axis=axis, against=drift)
    )


def _blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Folded):
            yield from _blocks(block.blocks)


def _all(document: Document) -> list[Block]:
    return [block for section in document.sections for block in _blocks(section.blocks)]


def _scenes(document: Document) -> list[Scene]:
    figures = [block for block in _all(document) if isinstance(block, Figure)]
    return [scene for figure in figures for scene in (figure.scene, *figure.pages)]


def _groups(shapes: Iterable[Shape]) -> Iterator[Group]:
    for shape in shapes:
        if isinstance(shape, Group):
            yield shape
            yield from _groups(shape.shapes)


def _texts(document: Document) -> list[str]:
    return [s.text for scene in _scenes(document) for s in flat(scene.shapes) if isinstance(s, Label)]


def _over_others(scene: Scene) -> list[tuple[str, str]]:
    """Labels over another item's mark, old or new."""
    labels: list[tuple[Box, str]] = []
    marks: list[tuple[Box, str]] = []
    for group in _groups(scene.shapes):
        if group.item and group.role.startswith(("item", "ghosted")):
            for shape in flat(group.shapes):
                box = box_of(shape)
                if box is not None:
                    (labels if isinstance(shape, Label) else marks).append((box, group.item))
    return [
        (one, two) for box, one in labels for other, two in marks if one != two and box.overlaps(other, 1)
    ]


@pytest.mark.parametrize(("part", "lang"), _PARTS)
@pytest.mark.parametrize("kind", list(_MOVES))
def test_old_places_have_room_of_their_own(kind: str, part: str, lang: str) -> None:
    project, drift = _moved(kind)
    document = _page(project, drift, part, lang)
    check_shown(project.system, [document])
    assert document.claimed["ghost"]
    for scene in _scenes(document):
        assert overlapping(scene) == []
        assert outside(scene) == []
        assert _over_others(scene) == []


def test_a_linear_axis_has_the_old_places_too() -> None:
    project, drift = _moved("mixed")
    document = _page(project, drift, "steel", axis="linear")
    check_shown(project.system, [document])
    assert [outside(scene) for scene in _scenes(document)] == [[] for _ in _scenes(document)]


def test_without_an_earlier_version_nothing_is_said_of_one() -> None:
    project, _ = _moved("later")
    document = _page(project, None, "steel")
    roles = {getattr(s, "role", "") for scene in _scenes(document) for s in flat(scene.shapes)}
    assert not [role for role in roles if "ghost" in role or "shift" in role]
    assert "ghost" not in document.claimed
    assert "ghost" not in document.shown


def test_a_ghost_that_is_not_drawn_is_noticed() -> None:
    project, drift = _moved("later")
    document = _page(project, drift, "steel")
    lost = {**document.shown, "ghost": document.shown["ghost"][1:]}
    with pytest.raises(LostItemsError, match="ghost"):
        check_shown(project.system, [replace(document, shown=lost)])


_STEEL = """
    industry: steel
    title: {en: Steel, zh: 钢铁}
    owner: miit
    milestones:
      - {id: M1, title: {en: Steel peaks, zh: 钢铁碳达峰}, deadline: before 2028, goal: peak}
      - {id: M2, title: {en: Rules in force, zh: 规则生效}, deadline: by 2025-06}
      - {id: M3, title: {en: Report, zh: 报告}, deadline: not stated}
      - {id: M4, title: {en: Market covers steel, zh: 纳入市场}, deadline: by 15 January 2027}
      - {id: M5, title: {en: Pilot ends, zh: 试点结束}, deadline: by 2029}
      - {id: M10, title: {en: Yearly list, zh: 年度名单}, deadline: each year 2027..2030}
      - {id: M8, title: {en: Old rule, zh: 旧规}, deadline: by the end of 2024, finished: 2024-05-01}
      - {id: gone, title: {en: Given up, zh: 放弃的事项}, deadline: by 2029}
      - {id: vague, title: {en: Given up and undated, zh: 放弃且无期限}, deadline: not stated}
    indicators:
      - id: eaf
        title: {en: Electric-arc share, zh: 电炉钢占比}
        unit: "%"
        better: higher
        actual: {2024: 10.4}
        targets:
          2025: {value: "18", deadline: by 2025}
          2030: {value: around 20, deadline: by 2030, nature: expected}
          2035: {value: around 30}
      - id: scrap
        title: {en: Scrap use, zh: 废钢利用量}
        unit: kt
        better: higher
        targets:
          2030: {value: at least 300}
    works:
      - {id: W3, title: {en: Rebuild, zh: 改造}, start: 2027-01-01, finish: 2029-12-31}
      - {id: W4, title: {en: Demolish, zh: 拆除}, start: 2027-01-01, finish: 2030-12-31}
"""
_NOW = """      - {id: W3, title: {en: Rebuild, zh: 改造}, start: 2028-01-01, finish: 2029-12-31}
      - {id: W4, title: {en: Demolish, zh: 拆除}, start: 2027-01-01, finish: 2028-06-30}
"""


@pytest.fixture(name="small")
def _small(tmp_path: Path) -> tuple[Project, Drift]:
    """Every kind of move: later, earlier, into and out of having a date, another beginning, gone."""
    two_fields(tmp_path)
    steel = tmp_path / "steel.yaml"
    steel.write_text(steel.read_text("utf-8") + indent(dedent(_NOW), "  "), "utf-8")
    text = dedent(_STEEL).lstrip()
    return earlier(tmp_path, lambda name, now: text if name == "steel" else now)


def test_each_move_is_said_in_words(small: tuple[Project, Drift]) -> None:
    texts = " | ".join(_texts(_page(*small, "steel")))
    assert "+2 y" in texts  # M1, before 2028 → before 2030
    assert "+6 mo" in texts  # M2
    assert "has a date now" in texts  # M3
    assert "−15 d" in texts  # M4
    assert "no date any more (was by 2029)" in texts  # M5
    assert "begins +1 y" in texts  # W3
    assert "−30 mo" in texts  # W4


def test_the_chinese_page_says_the_same(small: tuple[Project, Drift]) -> None:
    texts = " | ".join(_texts(_page(*small, "steel", "zh")))
    for words in (
        "+2 年",
        "+6 个月",
        "新定期限",
        "−15 天",
        "不再有期限",
        "起始+1 年",
        "−30 个月",
        "已从路线图中删去",
    ):
        assert words in texts


def test_the_shift_stands_on_the_arrow_where_it_is_long_enough(small: tuple[Project, Drift]) -> None:
    (scene, *_) = _scenes(_page(*small, "steel"))
    (ghost,) = [g for g in _groups(scene.shapes) if g.role == "ghosted" and g.item == "steel.M1"]
    diamond = next(s for s in flat(ghost.shapes) if isinstance(s, Polyline) and s.role == "ghost")
    (label,) = [s for s in flat(ghost.shapes) if isinstance(s, Label)]
    left, right = min(x for x, _ in diamond.points), max(x for x, _ in diamond.points)
    assert left < right < label.x
    assert label.text == "+2 y"


def test_what_is_gone_has_a_lane_of_its_own(small: tuple[Project, Drift]) -> None:
    document = _page(*small, "steel")
    texts = _texts(document)
    assert "No longer in the roadmap" in " ".join(texts)
    struck = [w for s in _labels(document) for w, look in s.runs if "struck" in look.split()]
    assert "Given up" in struck
    assert "Given up and undated" in struck
    assert {"steel.gone", "steel.vague"} <= set(document.shown["ghost"])
    groups = [group for block in _all(document) if isinstance(block, Table) for group in block.groups]
    (gone,) = [group for group in groups if group.role == "gone"]
    assert [row.item for row in gone.rows] == ["steel.gone", "steel.vague", "steel.eaf@2035"]


def _labels(document: Document) -> list[Label]:
    return [s for scene in _scenes(document) for s in flat(scene.shapes) if isinstance(s, Label)]


def test_an_old_target_is_hollow_with_its_number_struck(small: tuple[Project, Drift]) -> None:
    document = _page(*small, "steel")
    (scene, *_) = _scenes(document)
    (strip,) = [g for g in _groups(scene.shapes) if g.role == "strip" and g.item == "steel.eaf"]
    hollow = [s for s in flat(strip.shapes) if isinstance(s, Circle) and s.role == "ghost"]
    numbers = {s.text for s in flat(strip.shapes) if isinstance(s, Label) and s.role == "ghost-number"}
    assert len(hollow) == 2  # 2025 asked for another value, 2035 is gone
    assert any("18" in words for words in numbers)
    assert any("30" in words for words in numbers)


def test_an_old_target_in_another_unit_is_said_in_words(small: tuple[Project, Drift]) -> None:
    (scene, *_) = _scenes(_page(*small, "steel"))
    (strip,) = [g for g in _groups(scene.shapes) if g.role == "strip" and g.item == "steel.scrap"]
    assert not [s for s in flat(strip.shapes) if isinstance(s, Circle) and s.role == "ghost"]
    numbers = [s.text for s in flat(strip.shapes) if isinstance(s, Label) and "ghost-number" in s.runs[0][1]]
    assert numbers


def test_what_is_only_worded_anew_is_not_drawn(small: tuple[Project, Drift]) -> None:
    document = _page(*small, "steel")
    assert "steel.M8" in small[1].was
    assert "steel.M8" not in document.shown["ghost"]
    assert "1 reworded" in document.lede


def test_a_window_is_a_hollow_bar_below_the_bar(small: tuple[Project, Drift]) -> None:
    (scene, *_) = _scenes(_page(*small, "steel"))
    (item,) = [g for g in _groups(scene.shapes) if g.item == "steel.W4" and g.role.startswith("item")]
    ghost = next(s for s in flat(item.shapes) if isinstance(s, Rect) and s.role == "ghost")
    bars = [s for s in flat(item.shapes) if isinstance(s, Rect) and s.role == "window"]
    assert all(ghost.y > bar.y + bar.height for bar in bars)
    assert ghost.x + ghost.width > bars[0].x + bars[0].width


def test_the_legend_says_of_when_hollow_marks_are(small: tuple[Project, Drift]) -> None:
    document = _page(*small, "steel")
    (legend,) = [block for block in _all(document) if isinstance(block, Legend)]
    assert legend.entries[-1][1] == "hollow: as of HEAD~3 (2026-11-22)"
    assert ("Compared with", "HEAD~3 (2026-11-22)") in document.meta


def test_one_bodys_pages_show_what_it_lost_alone(small: tuple[Project, Drift]) -> None:
    project, drift = small
    steel = next(part for part in project.system.parts if part.id == "steel")
    options = Options(owner="ndrc", against=drift)
    document = build_document("roadmap", project.system, project.facts, steel, "en", options)
    assert "steel.gone" not in document.shown.get("ghost", ())
    check_shown(project.system, [document])


def test_an_old_pathway_is_thin_and_its_numbers_struck(tmp_path: Path) -> None:
    two_fields(tmp_path)
    top = tmp_path / "carbonroad.yaml"
    path = "pathway:\n  unit: Mt CO2/yr\n  actual: {2020: 100}\n  target: {2030: 90, 2060: 0}\n"
    top.write_text(top.read_text("utf-8") + path, "utf-8")
    project, drift = earlier(tmp_path, lambda _, text: text.replace("2030: 90, ", "2030: 70, "))
    document = _page(project, drift, "top")
    (scene, *_) = _scenes(document)
    assert [s for s in flat(scene.shapes) if isinstance(s, Polyline) and s.role == "ghost-curve"]
    assert "2030: 70" in [s.text for s in _labels(document) if s.role == "ghost-number"]
    tables = {block.role: block for block in _all(document) if isinstance(block, Table)}
    headings = [column.heading for column in tables["pathway"].columns]
    assert headings == ["year", "actual", "target", "target, as of HEAD~3 (2026-11-22)"]
    assert overlapping(scene) == []
    same = earlier(tmp_path, lambda _, text: text.replace("Mt CO2/yr", "kt CO2/yr"))
    assert "ghost-curve" not in {
        getattr(s, "role", "") for scene in _scenes(_page(*same, "top")) for s in flat(scene.shapes)
    }
