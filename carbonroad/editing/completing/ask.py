"""What is asked at a cursor, and how what is offered is written there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.editing.answers import Completion
from carbonroad.editing.cursors.levels import ID_KEYS
from carbonroad.source.misread.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carbonroad.editing.answers import CompletionKind
    from carbonroad.editing.completing.expected import Expected
    from carbonroad.editing.cursors.levels import Cursor
    from carbonroad.read.vocabulary.shape import Shape
    from carbonroad.workspace.roadmap import Roadmap

MOST = 1000
"""Completions that are given at once; of more, those that fit what is typed."""
_PLAIN = lazy_pattern(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`－：，［］｛｝＃].*|[-?:](?=[^\s,\[\]{}]).*")
_NOT_PLAIN = lazy_pattern(r":(?:\s|$)|\s#|\s$|[\r\n]|^(?:~|null|Null|NULL)$")
_NOT_IN_FLOW = lazy_pattern(r"[,\[\]{}，［］｛｝]")


class Ask(NamedTuple):
    """A question for completions.

    Attributes:
        roadmap: With the file as it stands.
        path: The file.
        text: Its text.
        cursor: What stands at the cursor.
        lang: The reader's language.
        chinese: Whether the file's keys are Chinese.
        root: The map at the file's root.
        outer: What the last map or list round the cursor is.
        expected: What may stand at the cursor itself.
    """

    roadmap: Roadmap
    path: str
    text: str
    cursor: Cursor
    lang: str
    chinese: bool
    root: Shape
    outer: Expected
    expected: Expected

    @property
    def typed(self) -> str:
        """The word up to the cursor."""
        return self.text[self.cursor.start : self.cursor.at]

    @property
    def word(self) -> str:
        """The whole word."""
        return self.text[self.cursor.start : self.cursor.end]

    @property
    def present(self) -> set[str]:
        """The keys of the map but the one that is typed."""
        keys = [entry.key for entry in self.cursor.levels[-1].entries]
        if self.cursor.keyed and self.word in keys:
            keys.remove(self.word)
        return set(keys)

    @property
    def taken(self) -> set[str]:
        """What the same list names already."""
        last = self.cursor.levels[-1] if self.cursor.levels else None
        if last is not None and not last.listed and len(self.cursor.levels) > 1 and last.key in ID_KEYS:
            last = self.cursor.levels[-2]  # an item of the list is a map with an id
        return {one.strip("\"' ") for one in last.others()} if last is not None and last.listed else set()

    @property
    def begins_line(self) -> bool:
        """Whether the value begins on a line of its own, so that it may be a list."""
        return self.cursor.fresh and not self.cursor.levels[-1].listed

    def says(self, english: str, chinese: str) -> str:
        """Return the word that fits the file's keys."""
        return chinese if self.chinese and chinese else english


class Offer(NamedTuple):
    """Something that may be written at the cursor.

    Attributes:
        text: The value, or what is written as it is where `raw` is set.
        kind: What it is.
        label: What the list shows; the text where it is empty.
        detail: A few words beside it.
        documentation: Markdown.
        words: By which it is found too.
        group: The lists of lower groups come first.
        raw: Whether it is no single value but keys and lines.
        again: Whether to ask again when it was taken.
        snippet: Whether `text` holds places to be filled in, as Completion has them.
    """

    text: str
    kind: CompletionKind = "word"
    label: str = ""
    detail: str = ""
    documentation: str = ""
    words: tuple[str, ...] = ()
    group: int = 0
    raw: bool = False
    again: bool = False
    snippet: bool = False


def written(ask: Ask, offers: Iterable[Offer]) -> list[Completion]:
    """Return what is offered as it is written at the cursor, each once, in order."""
    unique: dict[str, Offer] = {}
    for offer in offers:
        unique.setdefault(offer.text, offer)
    ordered = sorted(unique.values(), key=lambda offer: offer.group)
    if len(ordered) > MOST:
        typed = ask.typed.casefold()
        ordered = [one for one in ordered if _fits(typed, one)][:MOST]
    return [_completion(ask, offer, number) for number, offer in enumerate(ordered)]


def _completion(ask: Ask, offer: Offer, number: int) -> Completion:
    cursor = ask.cursor
    label = offer.label or offer.text
    text = offer.text if offer.raw else scalar(offer.text, quote=cursor.quote, flow=cursor.flow)
    dashed = cursor.asked == "item" or (ask.begins_line and not offer.raw and ask.expected.item is not None)
    start = cursor.start
    if dashed:
        text = f"- {text}"
    if text.startswith(("\n", "\r")):  # nothing stays behind the colon
        while ask.text[start - 1] in " \t":
            start -= 1
    elif cursor.tight:
        text = f" {text}"
    return Completion(
        label=label,
        insert=text,
        replace=(start, cursor.end),
        kind=offer.kind,
        detail=offer.detail,
        documentation=offer.documentation,
        sort=f"{number:05d}",
        filter=_filter(ask.text[start : cursor.at].strip(), (label, *offer.words)),
        again=offer.again,
        snippet=offer.snippet,
    )


def _filter(typed: str, words: tuple[str, ...]) -> str:
    """All words by which it is found, that first which begins as typed: some editors look at no other."""
    folded = typed.casefold()
    names = list(dict.fromkeys(filter(None, words)))
    names.sort(key=lambda name: not name.casefold().startswith(folded))
    return " ".join(names)


def _fits(typed: str, offer: Offer) -> bool:
    """Whether what is typed may mean an offer: all its letters are there in this order."""
    if not typed:
        return True
    for name in (offer.label, offer.text, *offer.words):
        letters = iter(name.casefold())
        if all(sign in letters for sign in typed):
            return True
    return False


def scalar(text: str, *, quote: str = "", flow: bool = False) -> str:
    """Return a value as YAML reads it again.

    Args:
        text: The value.
        quote: The quotation mark that is open already.
        flow: Whether it stands in brackets.
    """
    if quote == "'":
        return text.replace("'", "''")
    if quote:
        return text.replace("\\", "\\\\").replace('"', '\\"')
    plain = _PLAIN.fullmatch(text) and not _NOT_PLAIN.search(text)
    if plain and not (flow and _NOT_IN_FLOW.search(text)):
        return text
    return quoted(text)
