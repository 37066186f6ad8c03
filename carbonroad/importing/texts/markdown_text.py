"""Markdown as paragraphs: headings, lists, tables; marks of emphasis and links taken off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.importing.texts.pieces import Pieces, refuse_too_long

if TYPE_CHECKING:
    from carbonroad.importing.texts.paragraphs import Paragraph
    from carbonroad.source.text import SourceText

_LINE: Final = lazy_pattern(r"[^\n\r]++")
_HEADING: Final = lazy_pattern(r" {0,3}(#{1,6})(?:[ \t\u3000]++|$)")
_CLOSING: Final = lazy_pattern(r"(?<![ \t#])[ \t]*+#*+[ \t]*+$")
_UNDERLINE: Final = lazy_pattern(r" {0,3}(?:=++|-{2,}+)[ \t]*+")
_ITEM: Final = lazy_pattern(r"[ \t]*+(?:([-*+])|([0-9]{1,9}[.)]))(?:[ \t]++|$)")
_TASK: Final = lazy_pattern(r"\[[ xX]\][ \t]++")
_QUOTE: Final = lazy_pattern(r"[ \t]{0,3}(?:> ?)++")
_RULE: Final = lazy_pattern(r" {0,3}([-*_])(?:[ \t]*+\1){2,}+[ \t]*+")
_DIVIDER: Final = lazy_pattern(r"[ \t]*+\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+")
_FENCE: Final = lazy_pattern(r" {0,3}(```|~~~)")
_CELL: Final = lazy_pattern(r"(?:\\.|[^|\\])++")
_MARK: Final = lazy_pattern(
    r"\\([!-/:-@\[-`{-~])|(\*{1,3}|~~|`++)|(?<![\w])(_{1,3})|(_{1,3})(?![\w])|!?\[([^\]\[]{0,1000}+)\]\([^)\n]{0,1000}+\)"
    r"|<(https?://[^>\s]{1,500}+)>|(<[A-Za-z/!][^<>\n]{0,500}+>)"
)


def read_markdown(source: SourceText) -> tuple[Paragraph, ...]:
    """Read a Markdown text.

    Raises:
        CannotRead: It is longer than what is read.
    """
    refuse_too_long(source.path, 0, len(source.text))
    reader = _Reader(source.path, source.text)
    reader.read()
    return tuple(reader.paragraphs)


class _Reader:
    """Reads line by line; lines that follow each other are one paragraph."""

    def __init__(self, path: str, text: str) -> None:
        self.paragraphs: list[Paragraph] = []
        self._path = path
        self._text = text
        self._pieces = Pieces()
        self._number = ""
        self._tables = self._row = 0
        self._fence = ""
        self._end = 0

    def read(self) -> None:
        """Read all lines."""
        for match in _LINE.finditer(self._text, _past_front_matter(self._text)):
            gap = self._text[self._end : match.start()]
            if gap.count("\n") > 1 or gap.count("\r") > 1 + gap.count("\r\n") or not match[0].strip():
                self._close()
                self._row = 0
            self._end = match.end()
            if match[0].strip():
                self._line(match.start(), match.end())
        self._close()

    def _line(self, start: int, end: int) -> None:
        text = self._text
        fence = _FENCE.match(text, start, end)
        if self._fence:
            if fence and fence[1] == self._fence:
                self._fence = ""
            else:
                self._copied(start, end)
                self._close()
            return
        if fence:
            self._close()
            self._fence = fence[1]
            return
        if (quote := _QUOTE.match(text, start, end)) is not None:
            start = quote.end()
        if self._pieces and not self._number and _UNDERLINE.fullmatch(text, start, end):
            self._close(level=1 if "=" in text[start:end] else 2)
        elif (heading := _HEADING.match(text, start, end)) is not None:
            self._close()
            closing = _CLOSING.search(text, heading.end(), end)
            self._words(heading.end(), closing.start() if closing else end)
            self._close(level=len(heading[1]))
        elif _RULE.fullmatch(text, start, end):
            self._close()
        elif self._row or self._is_table(start, end):
            self._cells(start, end)
        else:
            self._words_of_list(start, end)

    def _words_of_list(self, start: int, end: int) -> None:
        item = _ITEM.match(self._text, start, end)
        if item is not None:
            self._close()
            self._number = "•" if item[1] else item[2]
            task = _TASK.match(self._text, item.end(), end)
            start = task.end() if task else item.end()
        elif self._pieces:
            self._copied(start - 1, start)
        self._words(start, end)

    def _is_table(self, start: int, end: int) -> bool:
        """Whether a line with `|` is followed by one of dashes."""
        after = _LINE.match(self._text, end + (2 if self._text.startswith("\r\n", end) else 1))
        return "|" in self._text[start:end] and after is not None and _DIVIDER.fullmatch(after[0]) is not None

    def _cells(self, start: int, end: int) -> None:
        self._close()
        line = self._text[start:end]
        if "|" not in line:
            self._row = 0
            self._words(start, end)
            return
        if not self._row:
            self._tables += 1
        elif _DIVIDER.fullmatch(line):
            return
        self._row += 1
        first = start + len(line) - len(line.lstrip(" \t"))
        first += self._text.startswith("|", first)
        column = 0
        while first < end:
            cell = _CELL.match(self._text, first, end)
            column += 1
            if cell is not None:
                self._words(cell.start(), cell.end())
                self._close(cell=column)
            first = (cell.end() if cell else first) + 1

    def _copied(self, start: int, end: int) -> None:
        self._pieces.copied(self._text, start, end)

    def _words(self, start: int, end: int) -> None:
        """Add words without their marks."""
        at = start
        for match in _MARK.finditer(self._text, start, end):
            kept = next((group for group in (1, 5, 6) if match[group] is not None), 0)
            if not kept and (match[2] or "")[:1] == "*" and _is_sign(self._text, match.start(), match.end()):
                continue
            self._copied(at, match.start())
            if kept and not match[0].startswith("!"):
                self._copied(*match.span(kept))
            elif match[0][:3].lower() == "<br":
                self._pieces.replaced(" ", *match.span())
            at = match.end()
        self._copied(at, end)

    def _close(self, *, level: int = 0, cell: int = 0) -> None:
        """End the paragraph that is open."""
        if self._pieces:
            one = self._pieces.paragraph(self._path)
            if cell:
                one = one._replace(kind="cell", table=self._tables, row=self._row, column=cell)
            elif level:
                one = one._replace(level=level, kind="heading")
            elif self._number:
                one = one._replace(number=self._number, kind="item")
            self.paragraphs.append(one)
            refuse_too_long(self._path, len(self.paragraphs), 0)
        self._pieces = Pieces()
        self._number = ""


def _is_sign(text: str, start: int, end: int) -> bool:
    """Whether an asterisk between blanks, or between numbers, is a sign of its own."""
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    return (before.isspace() and after.isspace()) or (before.isdigit() and after.isdigit())


def _past_front_matter(text: str) -> int:
    """The end of settings between lines of three dashes at the head of the file."""
    if not text.startswith(("---\n", "---\r\n")):
        return 0
    end = text.find("\n---", 3)
    return 0 if end < 0 else end + 4
