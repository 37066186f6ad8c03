"""Lines of words as HTML. Written without a template: a table of a large roadmap has 200,000 of them."""

import re
from collections.abc import Callable
from functools import lru_cache
from html import escape

from markupsafe import Markup

from carbonroad.render.characters import isolated, visible
from carbonroad.views.document import Cell, Line, Mark

_MARKS = re.compile("[&<>\"']").search
_ELEMENTS = {"strong": ("<b>", "</b>"), "struck": ("<s>", "</s>"), "code": ("<code>", "</code>")}


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
        written = ""
        for part in line:
            if isinstance(part, Mark):
                written += self._mark(part)
                continue
            words, role, href = part
            if words.isascii() and words.isprintable():
                shown = escape(words) if _MARKS(words) else words
            else:
                shown = _shown_far(words)
            address = self._link(href) if href else ""
            if address:
                written += _anchor(shown, role, address)
            elif role:
                before, after = _tags(role)
                written += f"{before}{shown}{after}"
            else:
                written += shown
        return written


@lru_cache(maxsize=256)
def _tags(role: str) -> tuple[str, str]:
    """What stands before and after words of a role."""
    return _ELEMENTS.get(role) or (f'<span class="{escape(role)}">', "</span>")


@lru_cache(maxsize=256)
def _opened(role: str) -> str:
    """The beginning of a link of a role."""
    return f'<a class="{escape(role)}" href="' if role else '<a href="'


def _anchor(shown: str, role: str, address: str) -> str:
    if _MARKS(address):
        address = escape(address)
    outside = ' rel="external noopener"' if address.startswith("http") else ""
    return f'{_opened(role)}{address}"{outside}>{shown}</a>'


@lru_cache(maxsize=1 << 14)
def _shown_far(words: str) -> str:
    """Words beyond ASCII: what might act on the page is made visible or kept to itself."""
    kept = isolated(words)
    return str(kept) if kept.__class__ is Markup else escape(str(visible(words)))
