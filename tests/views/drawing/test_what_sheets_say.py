"""What a sheet says agrees with the schedule and with what is drawn: zones, latest days, floats, paths."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from sheet_checks import Box, faults, text_box

from carbonroad.project import Project, load, load_text
from carbonroad.scene.boxes import flat
from carbonroad.scene.shapes import Group, Label, Polyline, Scene, Shape
from carbonroad.scene.shapes import Path as Curve
from carbonroad.source.folder import find_roadmaps
from carbonroad.views.drawing.desk import Desk
from carbonroad.views.drawing.paper.sheet import form_of
from carbonroad.views.overview.interfaces import interfaces
from carbonroad.views.shared.words import Words

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 11, 22)
WAITING = """industry: steel
owner: Body
works:
  - {id: W1, title: Study, takes: 14 months, start: 2026-06}
  - {id: W2, title: Later, deadline: 2033..2036, after: W1}
  - {id: W3, title: Undated, after: W2}
  - {id: W4, title: Alone, takes: 4 months, start: 2027-01, deadline: by 2029-06}
milestones:
  - {id: M1, title: Gate, deadline: by 2030, after: W1}
  - {id: M2, title: Open gate, deadline: from 2028}
"""
SHORT = """industry: steel
owner: Body
works:
  - {id: W1, title: Build, takes: 44 months, start: 2026-06}
milestones:
  - {id: M1, title: Gate too early, deadline: by 2029, after: W1}
"""


STRIVEN = """industry: steel
owner: Body
indicators:
  - {id: eaf, title: Electric-arc share, unit: "%", better: higher, actual: {2025: 12},
     targets: {2025: strive for 15}}
"""


@cache
def project(folder: str) -> Project:
    found = find_roadmaps(str(ROOT / folder))[0]
    assert not isinstance(found, str)
    return load(found, TODAY, TODAY)


def sheet(text: str) -> Scene:
    loaded = load_text(text.encode(), "steel.yaml", TODAY, TODAY)
    return Desk(loaded.system, loaded.facts, "en").scenes(loaded.system.parts[0])[0]


def said(scene: Scene) -> list[str]:
    return [shape.text for shape in flat(scene.shapes) if isinstance(shape, Label)]


def groups(shapes: tuple[Shape, ...], role: str) -> Iterator[Group]:
    for shape in shapes:
        if isinstance(shape, Group):
            if shape.role == role:
                yield shape
            yield from groups(shape.shapes, role)


def row(scene: Scene, ref: str) -> list[str]:
    found = next(group for group in groups(scene.shapes, "row") if group.item == ref)
    return [shape.text for shape in flat(found.shapes) if isinstance(shape, Label)]


def marks(group: Group, number: str) -> Iterator[Box]:
    """An item's number and, of a gate, its diamond."""
    for shape in flat(group.shapes):
        if isinstance(shape, Label) and (shape.text.startswith(number) or number.startswith(shape.text)):
            yield text_box(shape)
        elif isinstance(shape, Polyline) and shape.closed:
            xs, ys = [x for x, _ in shape.points], [y for _, y in shape.points]
            yield Box(min(xs), min(ys), max(xs), max(ys))


@pytest.mark.parametrize("folder", ["tests/data/timed", "tests/data/network", "roadmaps/china"])
def test_in_the_zone_of_an_item_stand_its_number_or_its_diamond(folder: str) -> None:
    loaded = project(folder)
    desk = Desk(loaded.system, loaded.facts, "en")
    form = form_of(desk.words)
    for part in loaded.system.parts:
        scenes = desk.scenes(part)
        layout = desk.layout(part)
        for ref, stand in layout.stands.items():
            scene = scenes[stand.sheet - layout.first]
            group = next(g for g in groups(scene.shapes, "item") if g.item == ref)
            corners = {
                form.zone(x, y)
                for box in marks(group, ref.partition(".")[2])
                for x in (box.x0, box.x1)
                for y in (box.y0, box.y1)
            }
            assert stand.zone in corners, ref


def test_a_planned_finish_is_no_latest_day() -> None:
    scene = sheet(WAITING)
    assert "Next latest day 2029-06-30: 1 item, in 951 days." in said(scene)
    assert {"start / first day", "finish / latest day"} <= set(said(scene))
    assert {"2027-01-01", "2027-04-30"} <= set(row(scene, "steel.W4"))


def test_a_gate_that_opens_has_no_latest_day() -> None:
    cells = row(sheet(WAITING), "steel.M2")
    assert "from 2028" in cells
    assert "2028-01-01" not in cells


def test_waves_of_one_work_lie_beside_each_other_and_nothing_stands_on_them() -> None:
    scene = sheet(WAITING)
    assert faults(scene) == []
    waves = [s for s in flat(scene.shapes) if isinstance(s, Curve) and s.role == "float"]
    spans = []
    for wave in waves:
        x, y = (float(n) for n in re.findall(r"-?\d+\.?\d*", wave.d)[:2])
        spans.append((round(y, 1), x))
    assert len(set(spans)) == len(spans) >= 2
    height = next(y for y, _ in spans)
    flags = [s for g in groups(scene.shapes, "connector") for s in g.shapes if isinstance(s, Polyline)]
    assert flags
    for flag in flags:
        assert not min(y for _, y in flag.points) < height < max(y for _, y in flag.points)


def test_a_gate_that_cannot_be_met_is_named_with_its_days() -> None:
    words = " ".join(said(sheet(SHORT)))
    assert re.search(r"(W1, M1|M1, W1) cannot be met: 31 days short\.", words)


def test_what_was_striven_for_and_not_reached_is_no_outcome_that_nobody_recorded() -> None:
    words = said(sheet(STRIVEN))
    assert "not reached: 12%, 2025" in words
    assert "not recorded" not in words
    assert "Past: 1, of which 0 with no outcome recorded. Without a date: 0." in words


def test_a_connector_prints_the_float_that_the_interfaces_give() -> None:
    loaded = project("tests/data/timed")
    found = interfaces(Words(loaded.system, loaded.facts, "en"))
    floats = {(one.giver.ref, one.taker.ref): one.days for one in found if one.is_float}
    assert floats[("heat.W01", "buildings.R03")] == -30
    desk = Desk(loaded.system, loaded.facts, "en")
    seen = 0
    for part in loaded.system.parts:
        for scene in desk.scenes(part):
            for group in groups(scene.shapes, "connector"):
                seen += 1
                upper, lower = [s.text for s in group.shapes if isinstance(s, Label)]
                other = upper.split()[1]
                here = [
                    d
                    for ends, d in floats.items()
                    if other in ends and any(end.startswith(f"{part.id}.") for end in ends)
                ]
                assert any(lower.endswith(f"float {days} d".replace("-", "\u2212")) for days in here), lower
    assert seen


def test_the_path_of_a_key_plan_passes_through_no_other_mark() -> None:
    loaded = project("roadmaps/china")
    plan = Desk(loaded.system, loaded.facts, "en").scenes(loaded.system.parts[0])[0]
    lines = [s for s in plan.shapes if isinstance(s, Polyline) and not s.closed and "controlling" in s.role]
    assert lines
    boxes = []
    for group in groups(plan.shapes, "key-item"):
        inner = [s for s in flat(group.shapes) if isinstance(s, Polyline) and s.closed]
        boxes += [
            (
                min(x for x, _ in s.points),
                min(y for _, y in s.points),
                max(x for x, _ in s.points),
                max(y for _, y in s.points),
            )
            for s in inner
        ]
    for line in lines:
        ends = (line.points[0], line.points[-1])
        others = [b for b in boxes if not any(b[0] < x < b[2] and b[1] < y < b[3] for x, y in ends)]
        for (x0, y0), (x1, y1) in pairwise(line.points):
            for left, top, right, bottom in others:
                apart = max(x0, x1) < left or min(x0, x1) > right or max(y0, y1) < top or min(y0, y1) > bottom
                assert apart


def test_a_sheet_whose_notes_stand_elsewhere_says_so() -> None:
    kinds = ["by 2025", "before 2030", "from 2028", "every year 2026..2030", "around 2029", "2026..2030"]
    kinds += ["none", "not stated", "18 months after M1", "by 2024"]
    statuses = ["at-risk", "missed", "dropped", "late", "done", "planned", "on-track"]
    lines = ["industry: steel", "owner: Body", "milestones:"]
    for n in range(60):
        status = f", status: {statuses[n % 7]}" if n > 20 else ""
        lines.append(f"  - {{id: M{n}, title: Gate {n}, deadline: {kinds[n % len(kinds)]}{status}}}")
    lines += ["works:", "  - {id: W1, title: A, takes: 6 months, start: 2026-01}"]
    lines += ["  - {id: W2, title: B, deadline: by 2029}", "  - {id: W3, title: C}"]
    loaded = load_text("\n".join(lines).encode(), "steel.yaml", TODAY, TODAY)
    scenes = Desk(loaded.system, loaded.facts, "en").scenes(loaded.system.parts[0])
    networks = [scene for scene in scenes if "Legend" in said(scene)]
    assert networks
    for scene in networks:
        assert any(words.startswith(("Further notes", "Read = drawn")) for words in said(scene))
        assert faults(scene) == []
    for scene in scenes:
        words = [*said(scene), ""]
        assert "Notes" not in words or words[words.index("Notes") + 1] not in {"Legend", "Legal owner"}
