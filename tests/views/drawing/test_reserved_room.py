"""Layout by reservation: whatever a part holds, nothing lies over anything else and nothing is lost."""

from datetime import date

from drawn_sheets import draw_sheets
from hypothesis import given, settings
from odd_parts import parts
from sheet_checks import faults

from carbonroad.project import load_text
from carbonroad.scene.boxes import flat
from carbonroad.scene.shapes import Circle, Label, Line, Scene

TODAY = date(2026, 11, 22)


def drawn(text: str, lang: str = "en") -> tuple[Scene, ...]:
    project = load_text(text.encode(), "steel.yaml", TODAY, TODAY)
    return draw_sheets(project.system, project.facts, project.system.parts[0], lang)


@given(parts())
@settings(max_examples=40, deadline=None)
def test_nothing_lies_over_anything_and_nothing_leaves_the_frame(text: str) -> None:
    assert [fault for scene in drawn(text) for fault in faults(scene)] == []


def test_checks_find_what_they_look_for() -> None:
    (scene,) = drawn("industry: steel\nworks: [{id: W1, title: Pilot, takes: 9 months, start: 2026-01}]\n")[
        :1
    ]
    work = next(s for s in flat(scene.shapes) if isinstance(s, Line) and s.role == "work crit")
    event = next(s for s in flat(scene.shapes) if isinstance(s, Circle) and s.role.startswith("event"))
    spoilt = (
        Label((work.x1 + work.x2) / 2, work.y1 + 0.8, (("over a work", ""),), 2.8),
        Label(event.cx, event.cy + 1, (("over an event", ""),), 2.8),
        Label(event.cx + 1, event.cy + 1, (("over a text", ""),), 2.8),
        Label(409, 20, (("outside", ""),), 2.8),
    )
    said = " ".join(faults(Scene(420, 297, "mm", "", "", (*scene.shapes, *spoilt), "sheet")))
    assert all(words in said for words in ("over a work", "over a mark", "” over “", "outside the frame"))
