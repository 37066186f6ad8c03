r"""Text made safe for a terminal or a log: what cannot be seen is shown by its number, as \u202e."""

from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re

UNSEEN = (
    "\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff"
)
"""Signs above ASCII that nobody sees, as a class of a regular expression has them between its brackets.

Controls, invisible and direction-changing signs, surrogates, noncharacters, tags. Not the ideographic space
and not the variation selectors: Chinese text and symbols need them.
"""
_UNSEEN = lazy_pattern(f"[\x00-\x1f{UNSEEN}]")
# Services take for a command in a log: GitHub a line that begins with two colons and no third; GitHub, Azure
# and TeamCity two number signs and a bracket, wherever they stand. One sign by its number is enough.
_COMMANDS = lazy_pattern(r"(?mi)^[^\S\n]*:(?=:(?!:))|#(?=#(?:vso|teamcity)?\[)")
_BLANKS = lazy_pattern("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")


def visible(text: str) -> str:
    """Return the text with every sign that cannot be seen replaced by its number."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSEEN.sub(_by_number, text)


def inert(text: str) -> str:
    """Return lines of a log in which nothing is a command to the service that runs the program."""
    if "::" not in text and "##" not in text:
        return text
    return _COMMANDS.sub(lambda found: found[0][:-1] + by_number(found[0][-1]), text)


def visible_blanks(text: str) -> str:
    """Return the text as `visible` does, with odd blanks by their number too."""
    if text.isascii():
        return visible(text)
    return visible(_BLANKS.sub(_by_number, text))


def columns(text: str) -> int:
    """Return how many columns a terminal gives to a text without control characters."""
    if text.isascii():
        return len(text)
    from carbonroad.base.texts.textwidth import cells

    return cells(text)


def _by_number(found: "re.Match[str]") -> str:
    return by_number(found[0])


def by_number(sign: str) -> str:
    r"""Return a sign by its number, as `\u3000`."""
    code = ord(sign)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
