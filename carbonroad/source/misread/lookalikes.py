"""Lines that look like YAML to a person: a table, a numbered list, a comment or a colon of another kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.source.found import found, repair
from carbonroad.source.misread.quoting import quoted, value_end, written
from carbonroad.source.yaml.lines import shape_at

if TYPE_CHECKING:
    from carbonroad.findings import Finding
    from carbonroad.source.syntax.case import Case

_PIPES = lazy_pattern(r"[ ]*\|[^|\r\n]*\|[^\r\n]*")
_TABS = lazy_pattern(r"[^:\t\r\n]+\t[^\t\r\n]+(?:\t[^\t\r\n]*)+")
_COMMENT = lazy_pattern(r"//+|＃|/\*|<!--")
_SIGN = lazy_pattern(r"([^\s:：;；=＝<>\"'\[\]{},，]{1,24})[ ]*(->|=>|[;；=＝﹕∶︓꞉])(?=[ ]*[^\s])")
_NUMBER = lazy_pattern(r"(\d{1,3}[.、)）]|[（(]\d{1,3}[）)])(?=[ ]*\S)")
_ENTITY = lazy_pattern(r"&(amp|lt|gt|quot|apos|nbsp|le|ge|ndash|mdash|#\d{1,6}|#[xX][0-9a-fA-F]{1,5});")
DASHES = frozenset("－–—•·")
"""Signs that are written for the dash of an item."""
_TYPOGRAPHIC = {"“": "”", "„": "“", "«": "»", "‘": "’", "＂": "＂", "「": "」", "『": "』"}


def is_row(text: str, start: int, end: int) -> bool:
    """Whether a line is a row of a table: of Markdown, or pasted from a spreadsheet."""
    return bool(_PIPES.fullmatch(text, start, end) or _TABS.fullmatch(text, start, end))


def table(case: Case) -> Finding | None:
    """A table that was pasted."""
    for at in (case.since, case.at):
        shape = shape_at(case.text, at) if 0 <= at < len(case.text) else None
        if shape and is_row(case.text, shape.start, shape.end):
            return _row(case, shape.content, shape.end)
    return None


def without_key(case: Case, start: int, end: int) -> Finding | None:
    """Why a line has no key, where its signs show what was meant."""
    text = case.text
    if is_row(text, start, end):
        return _row(case, start, end)
    match = _COMMENT.match(text, start, end)
    if match:
        fix = repair(say("write `# `"), (*match.span(), "#"), safe=False)
        return found(case.path, "wrong-comment-sign", *match.span(), fix=fix, sign=match[0])
    match = _SIGN.match(text, start, end)
    if match:
        fix = repair(say("write a colon and a blank"), (match.end(1), _blanks(text, match.end(2)), ": "))
        return found(case.path, "not-a-colon", *match.span(2), fix=fix, key=match[1], sign=match[2])
    return numbered(case, start, end)


def numbered(case: Case, start: int, end: int) -> Finding | None:
    """An item that begins with a number in place of a dash."""
    match = _NUMBER.match(case.text, start, end)
    return found(case.path, "numbered-item", *match.span(1), number=match[1]) if match else None


def _row(case: Case, start: int, end: int) -> Finding:
    sign = "|" if case.text.startswith("|", start) else say("tabs")
    return found(case.path, "pasted-table", start, end, sign=sign)


def _blanks(text: str, at: int) -> int:
    while text[at : at + 1] == " ":
        at += 1
    return at


def typographic(path: str, text: str, start: int, end: int) -> Finding | None:
    """A value in quotes of a word processor, which do not protect what stands between them."""
    opening = text[start : start + 1]
    closing = _TYPOGRAPHIC.get(opening)
    if closing is None or text[end - 1 : end] != closing or end - start < 3:
        return None
    inner = text[start + 1 : end - 1]
    if closing in inner or "\n" in inner or "\r" in inner:
        return None
    plain = quoted(inner)
    fix = repair(say("write straight quotes"), (start, end, plain))
    return found(
        path, "typographic-quote", start, start + 1, fix=fix, open=opening, close=closing, quoted=plain
    )


def entity_first(path: str, text: str, at: int) -> Finding | None:
    """A value that begins with a sign in the spelling of web pages, such as `&gt;15`."""
    match = _ENTITY.match(text, at)
    if match is None:
        return None
    from html import unescape

    end = value_end(text, at)
    whole = unescape(written(text, at))
    fix = repair(say("write the sign itself"), (at, end, whole), safe=False)
    return found(path, "html-entity-first", *match.span(), fix=fix, entity=match[0], quoted=whole)
