"""The legend: the glyphs and status marks that the figure uses, and no others."""

from collections.abc import Iterable

from carbonroad.link.system import Item
from carbonroad.scene import glyphs
from carbonroad.scene.shapes import Group, Rect, Scene
from carbonroad.views.document import Legend, Mark
from carbonroad.views.roadmap.subject import Subject
from carbonroad.views.shared.legends import ghost_entries, kind_entries, status_entries

_WORKS = {
    "window": "work: from its first to its last day",
    "open": "work whose start or end is not stated",
}


def legend(subject: Subject) -> Legend:
    """Return the legend of a page."""
    listed = [item for item in subject.items if item.listed]
    kinds = _kinds(
        subject, (item for item in listed if subject.part_shown is not None or subject.is_goal(item))
    )
    used = {subject.state(item) for item in listed}
    works = [
        (Mark(_work(k), subject.w(words)), subject.w(words)) for k, words in _WORKS.items() if k in kinds
    ]
    return Legend(
        (*kind_entries(subject, kinds), *works, *status_entries(subject, used), *ghost_entries(subject))
    )


def _kinds(subject: Subject, items: Iterable[Item]) -> set[str]:
    """The forms that these items are drawn in."""
    found: set[str] = set()
    for item in items:
        if not subject.is_work(item):
            found.add(item.deadline.kind if item.deadline is not None else "not-stated")
            continue
        due = subject.facts.due[item.ref]
        ends = (due.first or item.earliest, due.latest or due.expected or item.latest)
        found.add("window" if all(ends) else "open" if any(ends) else "not-stated")
    return found


def _work(kind: str) -> Scene:
    if kind == "window":
        return Scene(50, 22, "px", kind, "", (Rect(5, 5, 40, 12, "window"),), "glyph")
    bar = glyphs.fading(5, 45, 11, 12, strong_right=True)
    return Scene(50, 22, "px", kind, "", (Group(tuple(bar), "tone-plan"),), "glyph")
