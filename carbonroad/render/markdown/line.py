"""Lines and cells in Markdown: emphasis, links and ids that hold whatever stands beside them."""

import re
import unicodedata
from collections.abc import Callable

from carbonroad.base.record import NamedTuple
from carbonroad.render.characters import visible
from carbonroad.render.markdown.text import (
    escape_beside,
    escape_within,
    escape_words,
    guarded,
    is_name,
    link_words,
)
from carbonroad.views.document import Cell, Line, Span

_WRAPS = {"strong": "**", "struck": "~~"}
_CODE = frozenset(("code", "id"))
_SIGNS = re.compile(r"[\W_]*")
_IN_ADDRESS = str.maketrans({c: f"%{ord(c):02X}" for c in "()<>|\\`{}"})
_BREAK = re.compile(r"[\t\r\n]+")
_ENTITY = re.compile(r"&(?=#?\w+;)")


class _Piece(NamedTuple):
    words: str
    look: str
    address: str


class LineWriter:
    """Writes lines of one page.

    Args:
        link: Turns a document's href into the page's, empty where it leads nowhere.
    """

    def __init__(self, link: Callable[[str], str]) -> None:
        self._link = link
        self._addresses: dict[str, str] = {"": ""}

    def cell(self, cell: Cell) -> str:
        """Return a cell's lines, those that say something."""
        if len(cell.lines) == 1:
            return self.line(cell.lines[0])
        return "<br>".join(filter(None, [self._among(line) for line in cell.lines]))

    def line(self, line: Line) -> str:
        """Return one line."""
        if len(line) == 1 and isinstance(line[0], Span) and not line[0].href and line[0].role not in _LOOKS:
            return escape_words(line[0].words).strip()
        return self._among(line)

    def _among(self, line: Line) -> str:
        pieces = self._pieces(line)
        out = ""
        for n, piece in enumerate(pieces):
            after = pieces[n + 1] if n + 1 < len(pieces) else _NOTHING
            out = _added(out, piece, after)
        return out.strip()

    def _pieces(self, line: Line) -> list[_Piece]:
        """The parts that say something; what looks alike is one."""
        found: list[_Piece] = []
        for part in line:
            if not part.words:
                continue
            words = str(visible(part.words))
            piece = _Piece(words, "", "")
            if isinstance(part, Span):
                look = part.role if part.role in _LOOKS else ""
                if look in _CODE:
                    look = "code" if is_name(words) else ""
                piece = _Piece(words, look, self._address(part.href))
            if found and found[-1][1:] == piece[1:]:
                piece = piece._replace(words=found.pop().words + piece.words)
            found.append(piece)
        return found

    def _address(self, href: str) -> str:
        """Return where a link leads, empty for nowhere; rows of a table lead to few places."""
        known = self._addresses.get(href)
        if known is None:
            known = self._addresses[href] = address_of(self._link(href))
        return known


_LOOKS = _CODE | _WRAPS.keys()
_NOTHING = _Piece("", "", "")


def _added(out: str, piece: _Piece, after: _Piece) -> str:
    """Return a line with one more piece."""
    words = piece.words.strip()
    if not words or not (piece.look or piece.address):
        return out + (escape_beside(piece.words) if words else " ")
    blank, _, behind = (_BREAK.sub(" ", part) for part in piece.words.partition(words))
    before = (blank or out)[-1:]
    first = behind[:1] or _first(after)
    return guarded(out + blank) + _dressed(piece, words, _solid(before), _solid(first)) + behind


def _first(piece: _Piece) -> str:
    """Return the sign that a piece begins with."""
    return "[" if piece.address else _WRAPS.get(piece.look, "`" if piece.look else piece.words)[:1]


def _dressed(piece: _Piece, words: str, before: bool, after: bool) -> str:  # noqa: FBT001
    """Return a piece that is a link, an id or emphasised, knowing whether a letter touches it."""
    sign = _WRAPS.get(piece.look, "`" if piece.look else "")
    if piece.address:
        text = words if sign == "`" else link_words(words)
        return f"[{_wrapped(text, sign)}]({piece.address})"
    if sign == "`":
        return _wrapped(words, sign)
    lead, body, trail = _parted(words)
    inner = f"{'' if before else lead}{body}{'' if after else trail}"
    if not body or not inner:
        return escape_beside(words)
    return (
        (escape_beside(lead) if before else "")
        + _wrapped(escape_within(inner), sign)
        + (escape_beside(trail) if after else "")
    )


def _parted(words: str) -> tuple[str, str, str]:
    """Return the signs before the first letter, what stands between, and the signs after the last one."""
    start = _signs(words)
    if start == len(words):
        return words, "", ""
    end = len(words) - _signs(words[::-1])
    return words[:start], words[start:end], words[end:]


def _signs(words: str) -> int:
    found = _SIGNS.match(words)
    return 0 if found is None else found.end()


def _wrapped(text: str, sign: str) -> str:
    return f"{sign}{text}{sign}" if text else ""


def strong(words: str) -> str:
    """Return words in bold; they stand between blanks or punctuation."""
    return _wrapped(escape_within(words).strip(), "**")


def address_of(href: str) -> str:
    """Return an address as a link's target: nothing in it ends the link or the cell."""
    return _ENTITY.sub(r"\\&", href.translate(_IN_ADDRESS)) if href else ""


def _solid(sign: str) -> bool:
    """Tell whether emphasis beside a sign must have a letter at its end; GitHub looks through `*` and `~`."""
    if sign.isascii():
        return sign.isalnum() or sign in ("*", "~")
    return not sign.isspace() and unicodedata.category(sign)[0] != "P"
