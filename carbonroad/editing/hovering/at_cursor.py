"""What is told of the place under the mouse: of what is named there, of a key, of a value."""

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.checking.comments import find_comments
from carbonroad.editing.answers import Hover
from carbonroad.editing.hovering.rule_help import rule_help
from carbonroad.editing.hovering.scalar_help import scalar_help
from carbonroad.editing.hovering.thing_help import industry_help, thing_help
from carbonroad.editing.hovering.vocabulary_help import key_help, word_help
from carbonroad.editing.mentioning.index import Index
from carbonroad.editing.mentioning.index_cache import index_of
from carbonroad.editing.mentioning.named_things import Thing
from carbonroad.editing.spots import Spot, Step, shape_of, spot_at
from carbonroad.editing.text_lines import line_end, line_start
from carbonroad.findings import Span
from carbonroad.source.text import SourceText
from carbonroad.source.yaml.nodes import Mapping, Node
from carbonroad.views.shared.words import Words
from carbonroad.workspace.roadmap import Roadmap

_RULE = lazy_pattern(r"[\w*-]+")


def hover(roadmap: Roadmap, path: str, offset: int, lang: str) -> Hover | None:
    """Return what is to be told of a place of a file, in Markdown; None where there is nothing to tell.

    Args:
        roadmap: The roadmap that the file belongs to.
        path: The file.
        offset: The place.
        lang: The reader's language.
    """
    source, root = roadmap.source(path), roadmap.tree(path)
    if source is None or root is None or not 0 <= offset <= len(source.text):
        return None
    spot = spot_at(root, shape_of(roadmap.folder, path), offset)
    if spot is None:
        return _rule_in_comment(source, root, offset, lang)
    system = roadmap.project.system
    words = Words(system, roadmap.project.facts, lang)
    telling = _Telling(words, index_of(roadmap), path, lang)
    return telling.key(spot, offset) if spot.is_key else telling.value(spot, offset)


def _rule_in_comment(source: SourceText, root: Node, offset: int, lang: str) -> Hover | None:
    """What the rule says that a comment names."""
    line = source.text[line_start(source.text, offset) : line_end(source.text, offset)]
    if "#" not in line or not isinstance(root, Mapping):
        return None
    for comment in find_comments(source, root):
        if comment.rules is None or not comment.rules[0] <= offset <= comment.rules[1]:
            continue
        for found in _RULE.finditer(source.text, *comment.rules):
            told = rule_help(found[0], lang) if found.start() <= offset <= found.end() else ""
            if told:
                return Hover(Span(source.path, found.start(), found.end()), told)
    return None


class _Telling:
    """What can be told of one file."""

    def __init__(self, words: Words, index: Index, path: str, lang: str) -> None:
        self.words = words
        self.index = index
        self.path = path
        self.lang = lang

    def key(self, spot: Spot, offset: int) -> Hover | None:
        """Tell of a key: what is declared by it, else what the format says of it."""
        step = spot.last
        if step.field is not None and step.shape is not None:
            return self._hover(spot, key_help(step.shape, step.field, self.lang, typed=step.key.text))
        if _in_settings(spot):
            return self._hover(spot, rule_help(spot.scalar.text, self.lang))
        return self.named(offset) or self._hover(spot, scalar_help(self.words, spot, self.enclosing(offset)))

    def value(self, spot: Spot, offset: int) -> Hover | None:
        """Tell of a value: how it was understood, what it names, what a word of a list means."""
        if _in_settings(spot):
            return self._hover(spot, self.setting(spot))
        if _titles(spot):
            return self._hover(spot, self.thing(self.enclosing(offset)) or self.whole_file(spot))
        told = self.word(spot) or scalar_help(self.words, spot, self.enclosing(offset))
        named = None if told else self.named(offset)
        return named or self._hover(spot, told or self.forms(spot))

    def word(self, spot: Spot) -> str:
        """Return what a word of a fixed list means."""
        field = spot.last.field
        if field is None or not field.kind.startswith(("word:", "boolean")):
            return ""
        return word_help(field.kind.partition(":")[2] or "boolean", spot.scalar.text.strip(), self.lang)

    def forms(self, spot: Spot) -> str:
        """Return how a value is written, where it could not be read and much can be written wrong."""
        step = spot.known
        if step is None or step.shape is None or step.field is None or step.field.kind not in _WORTH_TELLING:
            return ""
        return key_help(step.shape, step.field, self.lang, typed=step.key.text)

    def _hover(self, spot: Spot, told: str) -> Hover | None:
        return Hover(Span(self.path, spot.scalar.start, spot.scalar.end), told) if told else None

    def setting(self, spot: Spot) -> str:
        """What stands among the settings of the checks: a level, or a rule."""
        if any(one.field is not None and one.field.name == "severity" for one in spot.steps):
            return word_help("level", spot.scalar.text.strip(), self.lang)
        return self.word(spot) or rule_help(spot.scalar.text, self.lang)

    def named(self, offset: int) -> Hover | None:
        """Tell of what is declared or named at a place, the shortest name first."""
        for mention in reversed(self.index.at(self.path, offset)):
            if (
                mention.thing.kind == "industry"
                and self.index.text(self.path)[mention.end : mention.end + 1] == "."
            ):
                found = self.named(mention.end + 1)  # of top.peak, what is named is the peak
                if found is not None:
                    return found._replace(span=Span(self.path, mention.start, found.span.end))
            told = self.thing(mention.thing)
            if told:
                return Hover(Span(self.path, mention.start, mention.end), told)
        return None

    def enclosing(self, offset: int) -> Thing | None:
        """The innermost thing whose declaration an offset is in."""
        found, size = None, -1
        for one in self.index.file_names(self.path).declared:
            if one.start <= offset <= one.end and (size < 0 or one.end - one.start < size):
                thing = self.index.names.thing_of(one)
                found, size = (thing, one.end - one.start) if thing is not None else (found, size)
        return found

    def whole_file(self, spot: Spot) -> str:
        """Tell of the part that a file is, where its own title stands."""
        if len(spot.steps) > _STEPS_TO_TITLE or not _is_title(spot.steps[0]):
            return ""
        part = next((one for one in self.words.system.parts if one.place.path == self.path), None)
        return industry_help(self.words, part) if part is not None else ""

    def thing(self, thing: Thing | None) -> str:
        """Return what is known of a thing; empty where it was not read."""
        return "" if thing is None else thing_help(self.words, thing.kind, thing.ref)


_STEPS_TO_TITLE = 2
"""The key, and a language below it."""
_WORTH_TELLING = frozenset(
    ("deadline", "targets", "duration", "lag", "first-day", "last-day", "finished", "money")
)
"""Kinds of values of which is told how they are written where they could not be read."""


def _in_settings(spot: Spot) -> bool:
    first = spot.steps[0].field
    return first is not None and first.name == "validate" and len(spot.steps) > 1


def _titles(spot: Spot) -> bool:
    """Whether a value is a title, or one of its languages."""
    return any(_is_title(step) for step in spot.steps[-_STEPS_TO_TITLE:])


def _is_title(step: Step) -> bool:
    return step.field is not None and step.field.name == "title"
