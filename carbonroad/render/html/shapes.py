"""Shapes as SVG, written without a template: the shipped macros' very text, many times as fast."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from markupsafe import escape

from carbonroad.render.characters import visible
from carbonroad.render.templates.environment import number, points
from carbonroad.scene.shapes import Circle, Group, Label, Line, Path, Polyline, Rect, Shape

Link = Callable[[str], str]
"""Turns a document's href into the page's, empty where it leads nowhere."""


def write_shapes(shapes: Iterable[Shape], link: Link) -> str:
    """Return shapes in order as the macros of the shipped `svg/shapes.svg` draw them.

    Args:
        shapes: Of a scene.
        link: What becomes of a group's href.
    """
    found: list[str] = []
    _write(shapes, link, found.append)
    return "".join(found)


def _write(shapes: Iterable[Shape], link: Link, add: Callable[[str], None]) -> None:
    for s in shapes:
        if isinstance(s, Group):
            _write_group(s, link, add)
        else:
            add(_WRITERS[s.__class__](s))


def _write_group(s: Group, link: Link, add: Callable[[str], None]) -> None:
    href = link(s.href) if s.href else ""
    if href:
        named = f' aria-label="{_said(s.title)}"' if s.title else ""
        add(f'<a href="{_said(href)}"{named}>')
    add(f'<g class="{_said(s.role)}">' if s.role else "<g>")
    if s.title:
        add(f"<title>{_said(s.title)}</title>")
    _write(s.shapes, link, add)
    add("</g></a>" if href else "</g>")


def _line(s: Line) -> str:
    return (
        f'<line x1="{number(s.x1)}" y1="{number(s.y1)}" x2="{number(s.x2)}" y2="{number(s.y2)}" '
        f'class="{_said(s.role)}"/>'
    )


def _rect(s: Rect) -> str:
    return (
        f'<rect x="{number(s.x)}" y="{number(s.y)}" width="{number(s.width)}" height="{number(s.height)}" '
        f'class="{_said(s.role)}"/>'
    )


def _circle(s: Circle) -> str:
    return f'<circle cx="{number(s.cx)}" cy="{number(s.cy)}" r="{number(s.r)}" class="{_said(s.role)}"/>'


def _polyline(s: Polyline) -> str:
    name = "polygon" if s.closed else "polyline"
    return f'<{name} points="{points(s.points)}" class="{_said(s.role)}"/>'


def _path(s: Path) -> str:
    return f'<path d="{_said(s.d)}" class="{_said(s.role)}"/>'


def _label(s: Label) -> str:
    anchor = f' text-anchor="{s.anchor}"' if s.anchor != "start" else ""
    role = f' class="{_said(s.role)}"' if s.role else ""
    words = "".join(
        [
            f'<tspan class="{_said(look)}">{_said(said)}</tspan>' if look else _said(said)
            for said, look in s.runs
        ]
    )
    return (
        f'<text x="{number(s.x)}" y="{number(s.y)}" font-size="{number(s.size)}"{anchor}{role}>{words}</text>'
    )


@lru_cache(maxsize=1 << 14, typed=True)
def _said(words: str) -> str:
    """Words as text or attribute; roles and titles recur."""
    return str(escape(visible(words)))


_WRITERS: dict[type[Shape], Callable[..., str]] = {
    Line: _line,
    Rect: _rect,
    Circle: _circle,
    Polyline: _polyline,
    Path: _path,
    Label: _label,
}
