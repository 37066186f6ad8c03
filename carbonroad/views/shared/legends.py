"""Legends: the marks that a page uses with what they mean, and no others."""

from collections.abc import Collection
from functools import cache

from carbonroad.scene import glyphs
from carbonroad.scene.shapes import Line, Polyline, Scene
from carbonroad.views.document import Mark
from carbonroad.views.shared.glyphs import kind_scene
from carbonroad.views.shared.since import version
from carbonroad.views.shared.status_marks import STATUS_WORDS, status_mark
from carbonroad.views.shared.words import KINDS, Words

Entries = tuple[tuple[Mark, str], ...]


def kind_entries(words: Words, kinds: Collection[str] = KINDS) -> Entries:
    """Return what the glyphs of these kinds of deadlines mean; of all by default."""
    w = words.w
    return tuple((Mark(kind_scene(kind), w(said)), w(said)) for kind, said in KINDS.items() if kind in kinds)


def status_entries(words: Words, statuses: Collection[str] = STATUS_WORDS) -> Entries:
    """Return what the marks of these statuses mean; of all by default."""
    w = words.w
    return tuple(
        (status_mark(key, w(said)), w(said)) for key, said in STATUS_WORDS.items() if key in statuses
    )


def ghost_entries(words: Words) -> Entries:
    """Return what hollow marks mean; nothing without an earlier version."""
    if words.options.against is None:
        return ()
    return ((Mark(_scene(), ""), words.w("hollow: as of {version}", version=version(words))),)


@cache
def _scene() -> Scene:
    arrow = (Line(15, 11, 38, 11, "ghost-line"), Polyline(((33.5, 8), (38, 11), (33.5, 14)), "ghost-line"))
    return Scene(50, 22, "px", "ghost", "", (glyphs.diamond(9, 11, 5, "ghost"), *arrow), "kind-box")
