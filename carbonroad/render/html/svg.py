"""Scenes to SVG: shapes as the template's macros draw them, whole files with a style of their own."""

from collections.abc import Iterable
from functools import cache

from markupsafe import Markup

from carbonroad.render.html.shapes import Link, write_shapes
from carbonroad.render.templates.environment import environment, module, styles
from carbonroad.scene.shapes import Circle, Group, Label, Line, Path, Polyline, Rect, Scene, Shape
from carbonroad.views.document import Figure

_TEMPLATE = "svg/shapes.svg"
_MACROS = {
    Line: "line",
    Rect: "rect",
    Circle: "circle",
    Polyline: "polyline",
    Path: "path",
    Label: "label",
}
_STYLES = {
    "sheet": ("base", "marks", "sheet"),
    "roadmap": ("base", "marks", "roadmap"),
    "wedges": ("base", "wedges"),
}


def draw_shapes(shapes: Iterable[Shape], link: Link, own: str | None = None) -> Markup:
    """Draw shapes in order: by the macros of the user's template where there is one.

    Args:
        shapes: Of a scene.
        link: What becomes of a group's href.
        own: A user's folder of templates.
    """
    drawn = draw_by_macros(shapes, link, own) if _replaced(own) else write_shapes(shapes, link)
    return Markup(drawn)  # noqa: S704  # both escape


def draw_by_macros(shapes: Iterable[Shape], link: Link, own: str | None = None) -> str:
    """Draw shapes in order by the macros of the template.

    Args:
        shapes: Of a scene.
        link: What becomes of a group's href.
        own: A user's folder of templates.
    """
    macros = module(_TEMPLATE, own)

    def drawn(shape: Shape) -> str:
        if isinstance(shape, Group):
            inner = Markup("".join([drawn(one) for one in shape.shapes]))  # noqa: S704
            return str(macros.group(shape, inner, link(shape.href) if shape.href else ""))
        return str(getattr(macros, _MACROS[shape.__class__])(shape))

    return "".join([drawn(shape) for shape in shapes])


@cache
def _replaced(own: str | None) -> bool:
    """Whether shapes are drawn by a template of the user's own."""
    files = (environment(one).get_template(_TEMPLATE).filename for one in (own, None))
    return own is not None and len(set(files)) > 1


def svg_file(scene: Scene, lang: str, own: str | None = None, asked: tuple[str, ...] = ()) -> str:
    """Return a scene as a file that needs nothing else: styles for light and dark, names, no links.

    Args:
        scene: The picture.
        lang: BCP 47 tag of its words.
        own: A user's folder of templates.
        asked: Style sheets besides those of every such scene.
    """
    macros = module(_TEMPLATE, own)
    usual = _STYLES.get(scene.role.split()[0], ("base", "marks", "roadmap", "sheet"))
    css = styles((*usual, *asked), own)
    return str(macros.file(scene, draw_shapes(scene.shapes, no_link, own), lang, css))


def picture_name(figure: Figure) -> str:
    """Return the name of the file that a figure has of its own; empty where it has none."""
    return f"{figure.file}.svg" if figure.file else ""


def no_link(_: str) -> str:
    """Return that it leads nowhere: an SVG shown as a picture has no working links."""
    return ""
