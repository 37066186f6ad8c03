"""The figure: pathway, lanes and indicator strips put on one axis."""

from collections.abc import Iterable, Sequence

from carbonroad.link.system import System
from carbonroad.model.items import Milestone
from carbonroad.scene.interrupted import interrupted, text_boxes
from carbonroad.scene.scales import Axis
from carbonroad.scene.selfcheck import Box
from carbonroad.scene.shapes import Group, Scene, Shape
from carbonroad.views.roadmap.finding import finding
from carbonroad.views.roadmap.frame import WIDTH, grid, header, make_axis, today_line
from carbonroad.views.roadmap.lanes import lanes_panel
from carbonroad.views.roadmap.pathway import pathway_panel
from carbonroad.views.roadmap.strips import strips_panel
from carbonroad.views.roadmap.subject import Subject


def roadmap_scene(subject: Subject, title: str) -> Scene:
    """Return the roadmap as a scene in px, `title` being its name."""
    axis = make_axis(subject)
    head = header(subject, axis, 4)
    pathway = pathway_panel(subject, axis, head.bottom)
    lanes = lanes_panel(subject, axis, pathway.bottom)
    strips = strips_panel(subject, axis, lanes.bottom)
    bottom = strips.bottom
    top = head.bottom - 2
    texts = text_boxes((*pathway.front, *lanes.front, *strips.front))
    shapes: list[Shape] = [
        *lanes.back,
        *strips.back,
        Group(grid(axis, top, bottom, texts), "grids"),
        *_goal_lines(subject, axis, top, bottom, texts),
        today_line(subject, axis, top - 1, bottom, texts),
        *head.shapes,
        *pathway.front,
        *lanes.front,
        *strips.front,
    ]
    return Scene(
        WIDTH,
        round(bottom + 4, 2),
        "px",
        title,
        finding(subject),
        tuple(shapes),
        "roadmap",
        drawn_in(subject.system, shapes),
    )


def _goal_lines(subject: Subject, axis: Axis, top: float, bottom: float, texts: Sequence[Box]) -> list[Shape]:
    """A line at the latest day of the part's own peak and neutrality goals."""
    part = subject.source.id if subject.source is not None else ""
    found: dict[float, Shape] = {}
    for item in subject.items:
        if item.part == part and isinstance(item.written, Milestone) and item.written.goal is not None:
            latest = subject.facts.due[item.ref].latest
            if latest is not None:
                x = axis.end(latest)
                found[x] = interrupted(x, top, bottom, texts, "goal-line")
    return list(found.values())


def drawn_in(system: System, shapes: Iterable[Shape]) -> dict[str, tuple[str, ...]]:
    """Return what the shapes stand for: kind → qualified ids, in the order drawn."""
    found: dict[str, dict[str, None]] = {}
    _collect(system, shapes, found)
    return {kind: tuple(refs) for kind, refs in sorted(found.items())}


def _collect(system: System, shapes: Iterable[Shape], found: dict[str, dict[str, None]]) -> None:
    for shape in shapes:
        if not isinstance(shape, Group):
            continue
        if shape.item in system.items:
            found.setdefault(system.items[shape.item].kind, {})[shape.item] = None
        elif shape.item in system.indicators:
            found.setdefault("indicator", {})[shape.item] = None
        _collect(system, shape.shapes, found)
