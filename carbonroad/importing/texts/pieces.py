"""Pieces of a text to one paragraph: blanks as one, none between Chinese lines, every place kept."""

from __future__ import annotations

from typing import Final

from carbonroad.base.texts.advances import is_full_width
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.findings import Span
from carbonroad.importing.foreign.decoding import clean
from carbonroad.importing.foreign.faults import CannotRead, over_limit
from carbonroad.importing.foreign.safe_xml import MAX_CHARACTERS
from carbonroad.importing.texts.paragraphs import Paragraph

MAX_PARAGRAPHS: Final = 200_000
"""Paragraphs of a text, those in tables included."""
_WORDS: Final = lazy_pattern(r"[^\s\u200b\ufeff]++")
_NEW_LINE: Final = lazy_pattern(r"[\n\r]")


class Pieces:
    """Grows a paragraph's text from parts of the source."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._marks: list[tuple[int, int]] = []
        self._length = 0
        self._gap = ""
        self._last = ""
        self.start = self.end = 0

    def __bool__(self) -> bool:
        return bool(self._length)

    def copied(self, source: str, start: int, end: int) -> None:
        """Add a part of the source as it stands there."""
        at = start
        for match in _WORDS.finditer(source, start, end):
            self._blank(source[at : match.start()])
            self._add(match[0], match.start(), match.end())
            at = match.end()
        self._blank(source[at:end])

    def replaced(self, text: str, start: int, end: int) -> None:
        """Add a text that stands in the source as another, such as an entity."""
        if not text.strip():
            self._blank(text)
            return
        if text[0].isspace():
            self._blank(" ")
        self._add(" ".join(text.split()), start, end)
        self._marks.append((self._length, end))
        if text[-1].isspace():
            self._blank(" ")

    def _blank(self, gap: str) -> None:
        if gap and (not self._gap or not _NEW_LINE.search(self._gap)):
            self._gap = gap

    def _add(self, word: str, start: int, end: int) -> None:
        word, _ = clean(word) if not word.isprintable() else (word, 0)
        if not word:
            return
        if not self._length:
            self.start = start
        elif self._gap and not self._joins(word):
            self._parts.append(" ")
            self._length += 1
        self._gap = ""
        if not self._marks or start - self._length != self._marks[-1][1] - self._marks[-1][0]:
            self._marks.append((self._length, start))
        self._parts.append(word)
        self._length += len(word)
        self._last = word[-1]
        self.end = end

    def _joins(self, word: str) -> bool:
        """Whether a line end between two lines of Chinese is none of the text."""
        return bool(_NEW_LINE.search(self._gap)) and is_full_width(self._last) and is_full_width(word[0])

    def paragraph(self, path: str) -> Paragraph:
        """The paragraph as body text."""
        text = "".join(self._parts)
        return Paragraph(text, Span(path, self.start, self.end), pieces=tuple(self._marks))


def refuse_too_long(name: str, paragraphs: int, characters: int) -> None:
    """Refuse a text that is longer than what is read.

    Raises:
        CannotRead: It is.
    """
    if paragraphs > MAX_PARAGRAPHS or characters > MAX_CHARACTERS:
        message = say(
            "{name} has more than {paragraphs:,} paragraphs or {characters:,} characters: the limits.",
            name=name,
            paragraphs=MAX_PARAGRAPHS,
            characters=MAX_CHARACTERS,
        )
        raise CannotRead(over_limit(name, message, say("copy the part that you need into a new file")))
