"""A scene is data: shapes with a role each. Looks live in CSS by role; one template macro draws a shape."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    role: str


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle by its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    role: str


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle by its centre."""

    cx: float
    cy: float
    r: float
    role: str


@dataclass(frozen=True, slots=True)
class Polyline:
    """A run of straight lines through points; `closed` joins the last to the first."""

    points: tuple[tuple[float, float], ...]
    role: str
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Path:
    """A curve in SVG path commands; numbers only, no text of a user ever."""

    d: str
    role: str


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text; `size` is the font size in scene units, `y` its baseline.

    Runs are (words, role) pairs: parts of the line that look different.
    """

    x: float
    y: float
    runs: tuple[tuple[str, str], ...]
    size: float
    role: str = ""
    anchor: Anchor = "start"

    @property
    def text(self) -> str:
        """The whole line."""
        return "".join(words for words, _ in self.runs)


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes that belong together; `item` is the qualified id they stand for, `href` a link on all of them.

    `title` is said by screen readers and shown on hover.
    """

    shapes: "tuple[Shape, ...]"
    role: str = ""
    item: str = ""
    title: str = ""
    href: str = ""


Shape: TypeAlias = Line | Rect | Circle | Polyline | Path | Label | Group


@dataclass(frozen=True, slots=True)
class Scene:
    """A drawing before it is drawn.

    Attributes:
        width: In `unit`s; with `height` the view box.
        height: Likewise.
        unit: `mm` for sheets, `px` for figures.
        title: Its name, for readers that do not see it.
        summary: What it says, in words; together with the title the accessible name.
        shapes: Drawn in order, later ones over earlier ones.
        role: Names its style: `sheet`, `roadmap`, `strip` …
        drawn: What the scene shows, by kind, for counting in against out: kind → qualified ids.
    """

    width: float
    height: float
    unit: Literal["mm", "px"]
    title: str
    summary: str
    shapes: tuple[Shape, ...]
    role: str
    drawn: dict[str, tuple[str, ...]] = field(default_factory=dict)


def text(x: float, y: float, words: str, size: float, role: str = "", anchor: Anchor = "start") -> Label:
    """Return a label of one run; `y` is its baseline."""
    return Label(x, y, ((words, ""),), size, role, anchor)
