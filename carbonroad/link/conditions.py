"""What a conditional deadline waits for: an item by its id, by its title, or "the peak"."""

from carbonroad.link.names import Namespace
from carbonroad.model.items import Milestone, Target, Work
from carbonroad.model.roadmap import TOP
from carbonroad.model.terms import Words

_PEAK = frozenset(("peak", "peaking", "the peak", "carbon peak", "carbon peaking", "达峰", "碳达峰"))
_NEUTRALITY = frozenset(("neutrality", "carbon neutrality", "碳中和"))


class Events:
    """Finds what conditional deadlines wait for; titles and goals are listed once, when first asked for."""

    __slots__ = ("_items", "_named")

    def __init__(self, items: Namespace[Milestone | Target | Work]) -> None:
        self._items = items
        self._named: dict[tuple[str, str, str], tuple[int, str]] | None = None

    def find(self, text: str, part: str) -> str | None:
        """Return an item by its id, by its title, or "the peak" of this part or of the top."""
        found = self._items.find(text, part)
        if found is not None:
            return found
        if self._named is None:
            self._named = self._list()
        folded = text.strip().lower()
        goal = "peak" if folded in _PEAK else "neutrality" if folded in _NEUTRALITY else ""
        for home in (part, TOP):
            keys = ((home, "title", folded), (home, "goal", goal))
            first = min((self._named[key] for key in keys if key in self._named), default=None)
            if first is not None:
                return first[1]
        return None

    def _list(self) -> dict[tuple[str, str, str], tuple[int, str]]:
        """The first item, and its place among all, by its part and a title or a goal."""
        found: dict[tuple[str, str, str], tuple[int, str]] = {}
        for place, (ref, item) in enumerate(self._items.items()):
            if isinstance(item, Target):
                continue
            home = ref.partition(".")[0]
            if isinstance(item, Milestone) and item.goal:
                found.setdefault((home, "goal", item.goal), (place, ref))
            for _, words in item.title.entries:
                found.setdefault((home, "title", words.strip().lower()), (place, ref))
        return found


def within(words: Words, text: str) -> Words:
    """Return some words of a deadline with their own place, if they stand there once."""
    if words.text.count(text) != 1:
        return Words(text, words.span)
    start = words.text.index(text)
    return words.part(start, start + len(text))
