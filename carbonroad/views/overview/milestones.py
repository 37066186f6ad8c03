"""An industry's strip: a glyph for each day on which something is due, with how many that is."""

from collections.abc import Sequence

from carbonroad.base.texts.textwidth import width
from carbonroad.link.system import Item
from carbonroad.model.items import Milestone
from carbonroad.scene import glyphs
from carbonroad.scene.shapes import Group, Label, Line, Scene
from carbonroad.views.shared.row_strips import Strips
from carbonroad.views.shared.status_marks import tone
from carbonroad.views.shared.words import Words

WIDE, HIGH = 380.0, 42.0
_NUMBER = 17.5
"""Size of a count where the strip is scaled to a narrow screen, in its own unit."""
_SEVERITY = ("tone-late", "tone-risk", "tone-open", "tone-plan", "tone-condition", "tone-done", "tone-void")
_Place = tuple[float, Item]


def milestone_strip(words: Words, strips: Strips, items: Sequence[Item]) -> Scene:
    """Return the strip: an item that stands alone by the glyph of its deadline, several as one by number."""
    y = HIGH - 13
    base = Group((Line(strips.axis.left, y, strips.axis.right, y, "strip-base"),))
    placed = [
        (strips.axis.end(day), item)
        for item in items
        if (day := (due := words.facts.due[item.ref]).latest or due.expected or due.first) is not None
    ]
    return strips.strip([base, *(_cluster(words, strips, one, y) for one in _clusters(placed))])


def drawn_kinds(words: Words, items: Sequence[Item]) -> set[str]:
    """Return the kinds of glyph that strips of these items may hold."""
    kinds = {item.deadline.kind for item in items if item.deadline is not None and words.facts.due[item.ref]}
    return (kinds - {"none", "not-stated"}) | {"by"}


def _clusters(placed: list[_Place]) -> list[list[_Place]]:
    """What stands too near to be told apart is drawn as one, at the last of its days.

    Counted from the right, so that the places drawn are never nearer than a number is wide.
    """
    near = width("8" * max(2, len(str(len(placed)))), _NUMBER) + 2
    found: list[list[_Place]] = []
    for x, item in sorted(placed, key=lambda pair: pair[0], reverse=True):
        if found and found[-1][0][0] - x < near:
            found[-1].append((x, item))
        else:
            found.append([(x, item)])
    return found[::-1]


def _cluster(words: Words, strips: Strips, cluster: Sequence[_Place], y: float) -> Group:
    tones = {_tone(words, item) for _, item in cluster}
    gravest = next(one for one in _SEVERITY if one in tones)
    if len(cluster) == 1:
        alone = strips.glyph(cluster[0][1], gravest, y)
        if alone is not None:
            return alone
    x = cluster[0][0]
    goal = any(isinstance(item.written, Milestone) and item.written.goal is not None for _, item in cluster)
    shapes = glyphs.before(x, y, 5) if goal else glyphs.by(x, y, 5)
    if len(cluster) > 1:
        shapes.append(Label(x - 6, y - 13, ((str(len(cluster)), ""),), 12, "strip-count", "middle"))
    return Group(tuple(shapes), gravest)


def _tone(words: Words, item: Item) -> str:
    key = words.state(item)
    kind = item.deadline.kind if item.deadline is not None else ""
    return "tone-open" if key == "unreported" else tone(key, kind)
