"""What a conditional deadline waits for: an item by its id, by its title, or "the peak"."""

from carbonroad.link.names import Namespace
from carbonroad.model.items import Milestone, Target, Work
from carbonroad.model.roadmap import TOP
from carbonroad.model.terms import Words
from carbonroad.model.text import Text

_PEAK = frozenset(("peak", "peaking", "the peak", "carbon peak", "carbon peaking", "达峰", "碳达峰"))
_NEUTRALITY = frozenset(("neutrality", "carbon neutrality", "碳中和"))


def event(items: Namespace[Milestone | Target | Work], text: str, part: str) -> str | None:
    """Return an item by its id, by its title, or "the peak" of this part or of the top."""
    found = items.find(text, part)
    if found is not None:
        return found
    folded = text.strip().lower()
    goal = "peak" if folded in _PEAK else "neutrality" if folded in _NEUTRALITY else None
    for home in (part, TOP):
        for ref, item in items.items():
            if not ref.startswith(f"{home}.") or isinstance(item, Target):
                continue
            if goal is not None and isinstance(item, Milestone) and item.goal == goal:
                return ref
            if _titled(item.title, folded):
                return ref
    return None


def within(words: Words, text: str) -> Words:
    """Return some words of a deadline with their own place, if they stand there once."""
    if words.text.count(text) != 1:
        return Words(text, words.span)
    start = words.text.index(text)
    return words.part(start, start + len(text))


def _titled(title: Text, folded: str) -> bool:
    return any(words.strip().lower() == folded for _, words in title.entries)
