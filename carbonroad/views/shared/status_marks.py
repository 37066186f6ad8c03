"""Statuses as marks: a form and words for each, in tables and legends."""

from functools import cache

from carbonroad.scene import glyphs
from carbonroad.scene.shapes import Group, Scene
from carbonroad.views.document import Mark

STATUS_WORDS = {
    "planned": "planned",
    "on-track": "on track",
    "at-risk": "at risk",
    "late": "late",
    "done": "done",
    "missed": "missed",
    "dropped": "dropped",
    "unreported": "outcome not recorded",
    "reached-early": "reached early",
    "not-reached": "not reached",
    "superseded": "superseded",
}
"""Statuses in the order in which they are listed, with their English words."""

CLOSED = frozenset(("done", "dropped", "superseded", "missed", "reached-early"))
"""Statuses of what has nothing ahead of it: its days to go are not said."""
_TONES = {
    "done": "tone-done",
    "reached-early": "tone-done",
    "late": "tone-late",
    "missed": "tone-late",
    "at-risk": "tone-risk",
    "dropped": "tone-void",
    "superseded": "tone-void",
}
_SIZE, _RADIUS = 16, 5.5


def tone(key: str, kind: str = "") -> str:
    """Return the role that colours an item's glyph, by its status and the kind of its deadline."""
    return _TONES.get(key, "tone-condition" if kind == "conditional" else "tone-plan")


@cache
def status_scene(key: str) -> Scene:
    """Return a status's mark as a small scene."""
    wide = _SIZE + 7 if key == "reached-early" else _SIZE
    shapes = (Group(tuple(glyphs.status(key, wide - _SIZE / 2, _SIZE / 2, _RADIUS))),)
    return Scene(wide, _SIZE, "px", STATUS_WORDS[key], "", shapes, "mark-box")


def status_mark(key: str, words: str = "") -> Mark:
    """Return a status's mark; without words it is decoration beside its name."""
    return Mark(status_scene(key), words)
