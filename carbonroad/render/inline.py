"""Lines of words as HTML. Written without a template: a table of a large roadmap has 200,000 of them."""

from collections.abc import Callable
from functools import lru_cache
from html import escape

from markupsafe import Markup

from carbonroad.render.characters import isolated, visible
from carbonroad.views.document import Cell, Line, Mark, Span

_ELEMENTS = {"strong": "b", "struck": "s", "code": "code"}


class InlineWriter:
    """Writes lines and cells of one page.

    Args:
        link: Turns a document's href into the page's, empty where it leads nowhere.
        mark: Draws a mark.
    """

    __slots__ = ("_link", "_mark")

    def __init__(self, link: Callable[[str], str], mark: Callable[[Mark], str]) -> None:
        self._link = link
        self._mark = mark

    def line(self, line: Line) -> Markup:
        """Return one line."""
        return Markup(self._line(line))  # noqa: S704  # every word in it was escaped

    def cell(self, cell: Cell) -> str:
        """Return a cell's lines, already escaped."""
        lines = cell.lines
        if len(lines) == 1:
            return self._line(lines[0])
        return "".join([f"<div>{self._line(line)}</div>" for line in lines])

    def _line(self, line: Line) -> str:
        if len(line) == 1:
            return self._part(line[0])
        return "".join([self._part(part) for part in line])

    def _part(self, part: Span | Mark) -> str:
        if isinstance(part, Mark):
            return self._mark(part)
        words, role, href = part
        if href:
            address = self._link(href)
            if address:
                return _anchor(words, role, address)
        return _element(words, role)


@lru_cache(maxsize=1 << 16)
def _element(words: str, role: str) -> str:
    element = _ELEMENTS.get(role)
    if element is not None:
        return f"<{element}>{_shown(words)}</{element}>"
    return f'<span class="{escape(role)}">{_shown(words)}</span>' if role else _shown(words)


def _anchor(words: str, role: str, address: str) -> str:
    looks = f' class="{escape(role)}"' if role else ""
    outside = ' rel="external noopener"' if address.startswith("http") else ""
    return f'<a{looks} href="{escape(address)}"{outside}>{_shown(words)}</a>'


def _shown(words: str) -> str:
    if words.isascii() and words.isprintable():
        return escape(words)
    kept = isolated(words)
    return str(kept) if kept.__class__ is Markup else escape(str(visible(words)))
