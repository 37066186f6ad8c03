"""Characters that no text should hold: control, direction, invisible, and odd line ends."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.base.texts.visible import by_number
from carbonroad.source.found import found, repair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carbonroad.findings import Finding
    from carbonroad.source.text import SourceText

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
_BIDI = "\u202a-\u202e\u2066-\u2069"
_BREAKS = "\x85\u2028\u2029"
_HIDDEN = "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2060-\u2064\u3164\ufeff\uffa0"
_JOINERS = "\u200c\u200d"
_TAGS = "\U000e0000-\U000e007f"

_RUNS = lazy_pattern(f"[{_CONTROL}]+|[{_BIDI}]|[{_BREAKS}]|[{_HIDDEN}{_JOINERS}{_TAGS}]+")
_ANY = lazy_pattern(f"[{_CONTROL}{_BIDI}{_BREAKS}{_HIDDEN}{_JOINERS}{_TAGS}]")
_UNREADABLE = lazy_pattern(f"[{_CONTROL}{_BREAKS}\ufeff]")
_CONTROL_CHAR = lazy_pattern(f"[{_CONTROL}]")
_MOST = 100


def check(source: SourceText) -> tuple[list[Finding], str]:
    """Findings on characters, and the text as YAML may read it, of the same length.

    Control characters become U+FFFD, odd line breaks blanks, and a BOM inside the text U+2060, so that
    the rest can be read as an editor shows it.
    At most 100 findings a file.
    """
    text = source.text
    if not _may_hold_any(text):
        return [], text
    findings = list(islice(filter(None, (_judge(source, run) for run in _RUNS.finditer(text))), _MOST))
    return findings, _UNREADABLE.sub(_readable, text)


def _may_hold_any(text: str) -> bool:
    """Whether such a character may stand in the text: to look for each alone is faster than for all."""
    if any(map(text.__contains__, _of_ascii())):
        return True
    if text.isascii():
        return False
    try:
        beyond = len(text.encode("utf-16-le")) > 2 * len(text)  # so many that each is not worth a look
    except UnicodeEncodeError:
        return True  # half of a pair
    return any(map(text.__contains__, _beyond_ascii())) or (beyond and _ANY.search(text) is not None)


@cache
def _of_ascii() -> tuple[str, ...]:
    return tuple(char for char in _each(_CONTROL) if char.isascii())


@cache
def _beyond_ascii() -> tuple[str, ...]:
    """Those from U+0080 to U+FFFF but for halves of pairs."""
    signs = _each(_CONTROL + _BIDI + _BREAKS + _HIDDEN + _JOINERS)
    return tuple(char for char in signs if not char.isascii() and not "\ud800" <= char <= "\udfff")


def _each(signs: str) -> Iterator[str]:
    """The characters that stand, alone or as ranges, in the brackets of a pattern."""
    for first, last in re.findall("(.)(?:-(.))?", signs, re.DOTALL):
        yield from map(chr, range(ord(first), ord(last or first) + 1))


def _readable(match: re.Match[str]) -> str:
    char = match[0]
    if char in _BREAKS:
        return " "
    return "\u2060" if char == "\ufeff" else "\ufffd"


def _judge(source: SourceText, run: re.Match[str]) -> Finding | None:
    start, end, char = run.start(), run.end(), run[0][0]
    wording, text = "invisible-character", ""
    if _CONTROL_CHAR.match(char):
        wording = "control-character"
    elif char in _BREAKS:
        wording, text = "odd-line-break", " "
    elif "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069":
        wording = "bidi-override"
    elif char in _JOINERS and _joins(source.text, start, end):
        return None
    # A break inside quotes or a block may be wanted as a break, so its repair is not a safe one.
    fix = repair(
        say("delete it") if not text else say("replace it by a blank"), (start, end, text), safe=not text
    )
    return found(source.path, wording, start, end, fix=fix, char=f"U+{ord(char):04X} ({by_number(char)})")


def _joins(text: str, start: int, end: int) -> bool:
    """Whether a joiner stands between letters of a script, or signs, that need it."""
    if end - start != 1:
        return False
    beside = text[max(start - 1, 0) : start] + text[end : end + 1]
    return len(beside) == 2 and all(
        char > "\u024f" and not "\u2e80" <= char <= "\u9fff" and not "\uff00" <= char <= "\uffef"
        for char in beside
    )
