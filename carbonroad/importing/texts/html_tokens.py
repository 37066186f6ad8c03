"""A web page as tags and texts with their places, in time that grows with its length alone.

The standard library's parser looks at the rest of a page again for every tag without an end, and its places
are lines and columns; what office programs and web sites write needs no more than this.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME: Final = lazy_pattern(r"(/?)([A-Za-z][A-Za-z0-9:]{0,40}+)")
_REST: Final = lazy_pattern(r"(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+>")
_ATTRIBUTE: Final = lazy_pattern(r"([^\s\"'<>/=]++)\s*+(?:=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?+")
_RAW: Final = frozenset(
    ("script", "style", "template", "noscript", "svg", "math", "head", "iframe", "object")
)
"""Elements whose content is no text of the page; the encoding in `head` was looked at before."""


class Token(NamedTuple):
    """A piece of a page.

    Attributes:
        kind: `text`, `start` or `end`.
        name: The element, in small letters; "" for text.
        start: Offset of its first character.
        end: Offset after its last.
        rest: What follows the name in a start tag.
    """

    kind: str
    name: str
    start: int
    end: int
    rest: str = ""

    def attributes(self) -> dict[str, str]:
        """A start tag's attributes."""
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.rest[:10_000]):
            found.setdefault(match[1].lower(), match[2] or match[3] or match[4] or "")
        return found


def tokens(text: str) -> Iterator[Token]:
    """Every tag and text of a page, in order; comments, scripts and the like are left out."""
    lower = text.lower() if len(text.lower()) == len(text) else text
    at = 0
    loose = False
    while at < len(text):
        sign = text.find("<", at)
        if sign < 0:
            yield Token("text", "", at, len(text))
            return
        if sign > at:
            yield Token("text", "", at, sign)
        at = _past_comment(text, sign)
        if at > sign:
            continue
        name = _NAME.match(text, sign + 1)
        if name is None:
            yield Token("text", "", sign, sign + 1)
            at = sign + 1
            continue
        whole = None if loose else _REST.match(text, name.end())
        loose = whole is None  # quotes that never end count for nothing, from here on: each tag is read once
        end = whole.end() if whole else text.find(">", name.end()) + 1
        if not end:
            return  # a tag that never ends swallows the rest, as in a browser
        word = name[2].lower()
        yield Token("end" if name[1] else "start", word, sign, end, text[name.end() : end - 1])
        at = end
        if word in _RAW and not name[1] and text[end - 2] != "/":
            stop = lower.find(f"</{word}", end)
            at = len(text) if stop < 0 else stop


def _past_comment(text: str, sign: int) -> int:
    """The end of a comment, a declaration or an instruction; its own place for anything else."""
    if text.startswith("<!--", sign):
        end = text.find("-->", sign + 2)
        return len(text) if end < 0 else end + 3
    if text.startswith(("<!", "<?"), sign):
        end = text.find(">", sign)
        return len(text) if end < 0 else end + 1
    return sign
