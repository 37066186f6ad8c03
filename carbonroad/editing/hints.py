"""Words that an editor shows in the text without writing them: computed days, titles behind bare ids."""

from collections.abc import Iterator

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.times.periods import Period, parse_period
from carbonroad.editing.answers import Hint
from carbonroad.editing.cursors.levels import ID_KEYS
from carbonroad.editing.hovering.value_help import deadline_span, deadline_words, read_deadline
from carbonroad.editing.spots import Step, shape_of, walk
from carbonroad.link.names import meant_by, without_top
from carbonroad.link.system import Item
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar, Sequence, is_null
from carbonroad.views.schedule.phrases import days_of
from carbonroad.views.shared.words import Words
from carbonroad.workspace.roadmap import Roadmap

_TELLING = lazy_pattern(r".*?(?:[^\W\d_]{3}|[\u3400-\u9fff]{2})")
"""An id that holds a word says what it names; M1 and K-05 do not."""
_NAMING = frozenset(("afters", "refs", "ref"))
_LONGEST = 36


def hints(roadmap: Roadmap, path: str, start: int, end: int, lang: str) -> tuple[Hint, ...]:
    """Return the hints of a file from one offset to another, in the order of the text.

    Args:
        roadmap: The roadmap that the file belongs to.
        path: The file.
        start: The first offset that is seen.
        end: The offset after the last.
        lang: The reader's language.
    """
    root = roadmap.tree(path)
    if root is None or roadmap.source(path) is None:
        return ()
    project = roadmap.project
    words = Words(project.system, project.facts, lang)
    teller = _Teller(words, path)
    found: list[Hint] = []
    for step in walk(root, shape_of(roadmap.folder, path)):
        if step.field is not None and step.value.end >= start and step.key.start < end:
            found += (one for one in teller.of(step) if start <= one.offset <= end)
    return tuple(sorted(found))


class _Teller:
    """What is to be said of the values of one file."""

    def __init__(self, words: Words, path: str) -> None:
        self.words = words
        self.items = {
            item.place.start: item for item in words.system.items.values() if item.place.path == path
        }
        self.part = next((part.id for part in words.system.parts if part.place.path == path), "")

    def of(self, step: Step) -> Iterator[Hint]:
        """Yield the hints behind the value of a key."""
        kind = "" if step.field is None else step.field.kind
        item = self.items.get(step.around.start)
        if kind == "deadline" and (step.shape is None or step.shape.name != "citation"):
            yield from self.deadline(step, item)
        elif kind == "duration" and item is not None:
            yield from self.schedule(step, item)
        elif kind in _NAMING:
            yield from self.titles(step.value)

    def deadline(self, step: Step, item: Item | None) -> Iterator[Hint]:
        """The days of a deadline, unless they are plainly written."""
        node, by = deadline_words(step.value)
        if node is None or is_null(node) or _is_day(node.text):
            return
        deadline = read_deadline(self.words.system, node.text, by)
        if deadline is None:
            return
        own = item if item is not None and item.deadline is not None else None
        days = deadline_span(self.words, deadline, own)
        if days:
            yield Hint(node.end, f"= {days}")

    def schedule(self, step: Step, item: Item) -> Iterator[Hint]:
        """When a work with a duration is planned, and whether it is critical."""
        activity = self.words.facts.schedule.activities.get(item.ref)
        if activity is None or activity.early_start is None or activity.early_finish is None:
            return
        w, spare = self.words.w, activity.total_float_days
        text = f"= {activity.early_start} – {activity.early_finish}"
        told = ""
        if spare is not None:
            told = w("Float") + w(": ") + days_of(self.words, spare)
        yield Hint(step.value.end, f"{text}{w(', ')}{w('critical')}" if activity.critical else text, told)

    def titles(self, node: Node) -> Iterator[Hint]:
        """The titles behind ids that hold no word."""
        for one in node.items if isinstance(node, Sequence) else (node,):
            value = one
            if isinstance(one, Mapping):
                value = next((v for key, v in one.pairs if key.text in ID_KEYS), one)
            if not isinstance(value, Scalar) or is_null(value) or _TELLING.match(without_top(value.text)):
                continue
            item = self.named(value.text)
            if item is not None:
                title = self.words.title(item)
                short = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…"
                yield Hint(value.end, short, title if short != title else "")

    def named(self, text: str) -> Item | None:
        """The item that an id means: in its own file, then in the top file."""
        items = self.words.system.items
        ref = meant_by(text, self.part, items)
        return None if ref is None else items[ref]


def _is_day(text: str) -> bool:
    """Whether a deadline is a day in digits, so that nothing is to be computed."""
    found = parse_period(text) if "-" in text else None
    return isinstance(found, Period) and found.first == found.last
