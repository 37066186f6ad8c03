"""Small scenes of a page: what many rows draw alike stands on the page once and is used again."""

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from carbonroad.render.html.svg import draw_shapes
from carbonroad.scene.shapes import Group, Label, Scene, Shape

_WORTH_SHARING = 90
"""Markup shorter than this costs less than pointing at it."""


class MarkWriter:
    """Draws the marks of one page.

    A group that recurs is wrapped in an inner `<svg>` with an id, for style rules that begin at an `svg` hold
    inside it wherever it is used.

    Args:
        prefix: Of the page's ids.
        macros: The module of the template `svg/shapes.svg`.
        link: Turns a document's href into the page's.
        own: A user's folder of templates.
    """

    __slots__ = ("_drawn", "_groups", "_link", "_macros", "_own", "_prefix", "_uses")

    def __init__(self, prefix: str, macros: Any, link: Callable[[str], str], own: str | None) -> None:
        self._prefix = prefix
        self._macros = macros
        self._link = link
        self._own = own
        self._uses: dict[str, str] = {}
        self._groups: dict[int, str] = {}
        self._drawn: dict[int, Markup] = {}

    def draw(self, scene: Scene) -> Markup:
        """Return a scene as a decoration; the same scene is drawn once."""
        known = self._drawn.get(id(scene))
        if known is not None:
            return known
        inner = Markup("".join([self._shape(shape) for shape in scene.shapes]))  # noqa: S704
        made = Markup(self._macros.decoration(scene, inner))  # noqa: S704  # a macro's output is escaped
        if '<svg id="' not in inner:
            self._drawn[id(scene)] = made
        return made

    def _shape(self, shape: Shape) -> str:
        if not isinstance(shape, Group):
            return str(draw_shapes((shape,), self._link, self._own))
        markup = self._groups.get(id(shape))
        if markup is None:
            markup = self._groups[id(shape)] = str(draw_shapes((shape,), self._link, self._own))
        if len(markup) < _WORTH_SHARING or not _shareable(shape):
            return markup
        name = self._uses.get(markup)
        if name is not None:
            return f'<use href="#{name}"/>'
        name = self._uses[markup] = f"{self._prefix}-u{len(self._uses) + 1}"
        return f'<svg id="{name}">{markup}</svg>'


def _shareable(group: Group) -> bool:
    """Whether nothing in it depends on where it stands: no words, no link, no name."""
    return not (group.title or group.href) and not any(
        isinstance(one, Label) or (isinstance(one, Group) and not _shareable(one)) for one in group.shapes
    )
