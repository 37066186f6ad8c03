"""Scenes to SVG: shapes by the template's macros, whole files with a style of their own."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from markupsafe import Markup

from carbonroad.render.templates import module, styles
from carbonroad.scene.shapes import Circle, Group, Label, Line, Path, Polyline, Rect, Scene, Shape

Link = Callable[[str], str]
"""Turns a document's href into the page's, empty where it leads nowhere."""

_MACROS = {
    Line: "line",
    Rect: "rect",
    Circle: "circle",
    Polyline: "polyline",
    Path: "path",
    Label: "label",
}
_STYLES = {"sheet": ("base", "marks", "sheet"), "roadmap": ("base", "marks", "roadmap")}


def draw_shapes(shapes: Iterable[Shape], link: Link, own: str | None = None) -> Markup:
    """Draw shapes in order.

    Args:
        shapes: Of a scene.
        link: What becomes of a group's href.
        own: A user's folder of templates.
    """
    macros = module("svg/shapes.svg", own)

    def drawn(shape: Shape) -> str:
        if isinstance(shape, Group):
            inner = Markup("".join([drawn(one) for one in shape.shapes]))  # noqa: S704
            return str(macros.group(shape, inner, link(shape.href) if shape.href else ""))
        return _plain(shape, own)

    return Markup("".join([drawn(shape) for shape in shapes]))  # noqa: S704  # a macro's output is escaped


@lru_cache(maxsize=1 << 16)
def _plain(shape: Shape, own: str | None) -> str:
    """Draw one shape; a figure stands on its page and in a file of its own, and shapes recur."""
    macro = getattr(module("svg/shapes.svg", own), _MACROS[shape.__class__])
    return str(macro(shape))


def svg_file(scene: Scene, lang: str, own: str | None = None) -> str:
    """Return a scene as a file that needs nothing else: styles for light and dark, names, no links."""
    macros = module("svg/shapes.svg", own)
    css = styles(_STYLES.get(scene.role.split()[0], ("base", "marks", "roadmap", "sheet")), own)
    return str(macros.file(scene, draw_shapes(scene.shapes, no_link, own), lang, css))


def no_link(_: str) -> str:
    """Return that it leads nowhere: an SVG shown as a picture has no working links."""
    return ""
