"""The legend's line for old places."""

from functools import cache

from carbonroad.scene import glyphs
from carbonroad.scene.shapes import Line, Polyline, Scene
from carbonroad.views.document import Mark
from carbonroad.views.since import version
from carbonroad.views.words import Words


def ghost_entry(words: Words) -> tuple[tuple[Mark, str], ...]:
    """Return what hollow marks mean; nothing without an earlier version."""
    if words.options.against is None:
        return ()
    return ((Mark(_scene(), ""), words.w("hollow: as of {version}", version=version(words))),)


@cache
def _scene() -> Scene:
    arrow = (Line(15, 11, 38, 11, "ghost-line"), Polyline(((33.5, 8), (38, 11), (33.5, 14)), "ghost-line"))
    return Scene(50, 22, "px", "ghost", "", (glyphs.diamond(9, 11, 5, "ghost"), *arrow), "kind-box")
