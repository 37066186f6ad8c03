"""The figure: pathway, lanes and indicator strips put on one axis, whole and in pages for paper."""

from collections.abc import Iterable, Iterator, Sequence

from carbonroad.base.record import NamedTuple
from carbonroad.link.system import System
from carbonroad.model.items import Milestone
from carbonroad.scene.boxes import Box
from carbonroad.scene.interrupted import interrupted, text_boxes
from carbonroad.scene.labels import break_words
from carbonroad.scene.moved import moved
from carbonroad.scene.scales import Axis
from carbonroad.scene.shapes import Group, Scene, Shape
from carbonroad.views.document import Figure
from carbonroad.views.roadmap.finding import headline
from carbonroad.views.roadmap.frame import WIDTH, Band, grid, make_axis, today_line
from carbonroad.views.roadmap.header import header
from carbonroad.views.roadmap.lanes import lane_bands
from carbonroad.views.roadmap.pathway import pathway_band
from carbonroad.views.roadmap.strips import strip_bands
from carbonroad.views.roadmap.subject import Subject

FIRST_PAGE, NEXT_PAGE = 664.0, 745.0
"""What an A3 page holds below the axis; the first one also has the page's heading above it."""

_LINE, _HEADLINE, _WIDTH = 29.0, 23.0, 960.0
"""Height, font size and width of a line of the headline on paper."""
_SINCE = 50.0
"""What a further line of the finding and one of the legend take, where an earlier version is drawn too."""


class _Drawing(NamedTuple):
    """All there is to draw, before it has a place."""

    subject: Subject
    axis: Axis
    title: str
    bands: tuple[Band, ...]


def roadmap_figure(subject: Subject, title: str, caption: str, file: str, *, pathway: bool = True) -> Figure:
    """Return the roadmap as a figure in px.

    Args:
        subject: What it shows.
        title: Its name.
        caption: What stands below it.
        file: The name of its SVG file.
        pathway: Whether it opens with the emissions pathway.
    """
    axis = make_axis(subject)
    above = (pathway_band(subject, axis),) if pathway else ()
    bands = (*above, *lane_bands(subject, axis), *strip_bands(subject, axis))
    drawing = _Drawing(subject, axis, title, bands)
    head = header(subject, axis, 4)
    lines = break_words(headline(subject), _HEADLINE, _WIDTH, "title")
    since = _SINCE if subject.options.against is not None else 0.0
    leaves = list(paged(bands, FIRST_PAGE - since - _LINE * len(lines)))
    pages = []
    for number, leaf in enumerate(leaves, 1):
        name = title if len(leaves) == 1 else f"{title} ({number}/{len(leaves)})"
        pages.append(_scene(drawing._replace(title=name, bands=leaf), (), 0.0, "roadmap body"))
    top = Scene(WIDTH, head.bottom, "px", title, "", head.shapes, "roadmap head")
    return Figure(
        _scene(drawing, head.shapes, head.bottom, "roadmap"), caption, file, head=top, pages=tuple(pages)
    )


def paged(bands: Sequence[Band], first: float) -> Iterator[tuple[Band, ...]]:
    """Yield the bands by page: none is cut, and one that is higher than a page has it to itself.

    Args:
        bands: From the top down.
        first: What the first page holds.
    """
    leaf: list[Band] = []
    used, room = 0.0, first
    for band in bands:
        if leaf and used + band.height > room:
            yield tuple(leaf)
            leaf, used, room = [], 0.0, NEXT_PAGE
        leaf.append(band)
        used += band.height
    if leaf:
        yield tuple(leaf)


def _scene(drawing: _Drawing, head: Sequence[Shape], top: float, role: str) -> Scene:
    """Put bands under one another from `top` on, with the lines that run through all of them."""
    subject, axis = drawing.subject, drawing.axis
    back: list[Shape] = []
    front: list[Shape] = []
    bottom = top
    for band in drawing.bands:
        back += moved(band.back, 0, bottom)
        front += moved(band.front, 0, bottom)
        bottom += band.height
    texts = text_boxes(front)
    above = top - 2 if head else top
    shapes: list[Shape] = [
        *back,
        Group(grid(axis, above, bottom, texts), "grids"),
        *_goal_lines(subject, axis, above, bottom, texts),
        today_line(subject, axis, above, bottom, texts),
        *head,
        *front,
    ]
    height = round(bottom + (4 if head else 0), 2)
    drawn = drawn_in(subject.system, shapes)
    return Scene(WIDTH, height, "px", drawing.title, headline(subject), tuple(shapes), role, drawn)


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
        if shape.role == "ghosted":
            found.setdefault("ghost", {})[shape.item] = None
        elif shape.item in system.items:
            found.setdefault(system.items[shape.item].kind, {})[shape.item] = None
        elif shape.item in system.indicators:
            found.setdefault("indicator", {})[shape.item] = None
        _collect(system, shape.shapes, found)
