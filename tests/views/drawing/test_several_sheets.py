"""Drawings of several sheets: key plan, matching codes, places in connectors, bills that go on."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from sheet_checks import faults

from carbonroad.project import Project, load, load_text
from carbonroad.scene.shapes import Group, Label, Scene, Shape
from carbonroad.source.folder import find_roadmaps
from carbonroad.views.drawing.counting import count
from carbonroad.views.drawing.desk import Desk, Layout
from carbonroad.views.drawing.faults import DrawingError

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 11, 22)
CUT = "industry: steel\ncode: STL\nmilestones:\n" + "".join(
    f"  - {{id: M{n}, title: Gate number {n}, deadline: by {2027 + n % 4}, owner: Body {n % 6}"
    f"{f', after: [M{n - 3}]' if n % 5 == 4 else ''}}}\n"
    for n in range(72)
)
ENDLESS = "".join(chr(0x4E00 + n) for n in range(20000))


@cache
def china() -> Project:
    return load(find_roadmaps(str(ROOT / "roadmaps/china"))[0], None, TODAY)


@cache
def desk(lang: str) -> Desk:
    return Desk(china().system, china().facts, lang)


def part_desk(text: str) -> tuple[Layout, tuple[Scene, ...]]:
    project = load_text(text.encode(), "steel.yaml", TODAY, TODAY)
    made = Desk(project.system, project.facts, "en")
    part = project.system.parts[0]
    return made.layout(part), made.scenes(part)


@cache
def cut() -> tuple[Layout, tuple[Scene, ...]]:
    return part_desk(CUT)


def groups(shapes: tuple[Shape, ...]) -> Iterator[Group]:
    for shape in shapes:
        if isinstance(shape, Group):
            yield shape
            yield from groups(shape.shapes)


def words(shapes: tuple[Shape, ...]) -> list[str]:
    found: list[str] = []
    for shape in shapes:
        if isinstance(shape, Group):
            found += words(shape.shapes)
        elif isinstance(shape, Label):
            found.append(shape.text)
    return found


def connectors(scene: Scene) -> list[tuple[str, str, str]]:
    """The two lines of each connector, and where it leads."""
    return [(*words(g.shapes), g.href) for g in groups(scene.shapes) if g.role == "connector"]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_connector_names_sheet_and_zone_of_the_other_industry_and_leads_there(lang: str) -> None:
    system = china().system
    seen = 0
    for part in system.parts:
        for scene in desk(lang).scenes(part):
            for upper, lower, href in connectors(scene):
                named = re.search(r"([a-z-]+)\.(\S+)", upper)
                if named is None:
                    continue
                other = next(one for one in system.parts if one.id == named[1])
                stand = desk(lang).layout(other).stands[f"{named[1]}.{named[2]}"]
                number = f"CR-{system.codes[other.id]}-CD-{stand.sheet:02d}/{stand.zone}"
                assert lower.startswith(f"{number} · ")
                folder = "" if other is system.top else f"{other.id}/"
                assert href == f"doc:{folder}drawing#sheet-{stand.sheet}"
                seen += 1
    assert seen >= 20


def test_a_zone_is_where_the_item_was_drawn() -> None:
    layout = desk("en").layout(next(p for p in china().system.parts if p.id == "steel"))
    assert layout.stands["steel.peak"].zone[0] == "A"
    assert int(layout.stands["steel.peak"].zone[1]) > int(layout.stands["steel.ets"].zone[1])


def test_each_part_is_laid_out_once() -> None:
    made = Desk(china().system, china().facts, "en")
    part = china().system.parts[0]
    assert made.layout(part) is made.layout(part)


def test_a_dependency_between_sheets_has_the_same_code_at_both_ends() -> None:
    layout, scenes = cut()
    assert len(layout.fit.plans) > 1
    assert layout.codes
    ends: dict[str, set[tuple[int, str]]] = {}
    for number, scene in enumerate(scenes[1:], 1):
        for upper, lower, href in connectors(scene):
            code, _, said = upper.partition(" · ")
            place = re.match(r"sheet (\d+)/([A-F]\d)", lower)
            assert place is not None
            assert href == f"#sheet-{place[1]}"
            ends.setdefault(code, set()).add((number, said.split()[0]))
            item = f"steel.{said.split()[1]}"
            assert layout.stands[item].sheet == int(place[1])
            assert layout.stands[item].zone == place[2]
    assert set(ends) == set(layout.codes.values())
    for found in ends.values():
        assert {way for _, way in found} == {"from", "to"}
        assert len({number for number, _ in found}) == 2


def test_a_lost_connector_is_an_error_of_the_program() -> None:
    layout, scenes = cut()
    spoilt = [Scene(s.width, s.height, "mm", "", "", (), "", {**s.drawn, "connectors": ()}) for s in scenes]
    with pytest.raises(DrawingError, match="lost connectors"):
        count("steel", layout.contents.entries, layout.contents.relations, (), spoilt)


def test_several_sheets_begin_with_a_key_plan_of_all_gates() -> None:
    layout, scenes = cut()
    plan = words(scenes[0].shapes)
    assert "Key plan" in plan
    assert "CR-STL-CD-00" in plan
    assert f"0 / {layout.total}" in plan
    assert len(scenes) == layout.total + 1
    assert sum(g.role == "key-item" for g in groups(scenes[0].shapes)) == 72
    links = {g.href for g in groups(scenes[0].shapes) if g.href}
    assert links == {f"#sheet-{n}" for n in range(1, len(layout.fit.plans) + 1)}
    assert [f"{n} / {layout.total}" in words(s.shapes) for n, s in enumerate(scenes)] == [True] * len(scenes)


def test_the_title_block_lists_the_neighbours() -> None:
    layout, scenes = cut()
    for number, scene in enumerate(scenes[1:], 1):
        near = {int(href.removeprefix("#sheet-")) for *_, href in connectors(scene)}
        said = words(scene.shapes)
        value = said[said.index("Adjoining") + 1] if near else ""
        if len(near) <= 5:
            assert value == " · ".join(f"{n:02d}" for n in sorted(near))
        assert number not in near
    assert layout.first == 0


def test_the_sheets_of_a_large_part_are_clean() -> None:
    _, scenes = cut()
    assert [fault for scene in scenes for fault in faults(scene)] == []


def test_the_real_drawings_take_no_more_sheets_than_they_need() -> None:
    most = {"power": 2, "transport": 2, "chemicals": 2, "steel": 1, "urban-rural": 1, "top": 6}
    for part in china().system.parts:
        assert len(desk("en").scenes(part)) <= most.get(part.id, 2)


def test_a_bill_on_a_sheet_of_its_own_fills_it() -> None:
    """The rows of the Chinese roadmap's bills reach below the middle of their sheet."""
    pages = [page for part in china().system.parts for page in desk("en").layout(part).fit.pages]
    assert pages
    for page in pages:
        assert sum(table.height for table in page.tables) > 0.5 * (287 - 42 - 10)


def test_a_row_taller_than_a_sheet_goes_on_and_nothing_is_cut() -> None:
    works = f"  - {{id: W1, title: '{ENDLESS}'}}\n  - {{id: W2, title: b}}\n"
    text = f"industry: steel\nowner: A\nworks:\n{works}"
    layout, scenes = part_desk(text)
    assert len(layout.fit.pages) >= 2
    rows = [
        g
        for scene in scenes
        for g in groups(scene.shapes)
        if g.role in ("row", "row-rest") and g.item == "steel.W1"
    ]
    said = "".join(
        label
        for row in rows
        for label in words(row.shapes)
        if label not in ("W1", "A", "A1", "planned", "C1")
    )
    assert set(ENDLESS) <= set(said)
    assert [g.role for g in rows] == ["row", *["row-rest"] * (len(rows) - 1)]
    assert [fault for scene in scenes for fault in faults(scene)] == []


def test_an_endless_title_is_short_on_the_network_and_says_where_it_is_whole() -> None:
    text = f"industry: steel\nowner: A\nmilestones:\n  - {{id: M1, title: '{ENDLESS}', deadline: by 2028}}\n"
    _, scenes = part_desk(text)
    drawn = next(g for g in groups(scenes[0].shapes) if g.role == "item")
    assert "in full in the bill" in "".join(words(drawn.shapes))
